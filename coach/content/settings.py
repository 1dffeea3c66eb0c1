"""A person's choices: one table of fields with their bounds, kept in one JSON file.

Each value is checked by itself, so that a wrong one costs nothing but itself. That is why the
bounds stand here as plain data: a model of pydantic takes fifty milliseconds to import and
refuses the whole file where one value is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from coach.content.problem import Problem
from coach.content.setting_rules import (
    ID,
    LANGUAGE,
    Choice,
    Flag,
    Names,
    Number,
    Order,
    Rule,
    Text,
)
from coach.core.verbosity import Verbosity
from coach.core.words import _, language

LARGEST_FILE = 256 * 1024
"""Bytes; a larger file is none of ours."""

BACKUP = ".bak"
"""Follows the name of the file that held the settings before the last change."""

DAMAGED = ".damaged"
"""Follows the name of a file that could not be read and was put aside."""

MOST_RECENT = 20
"""So many routines are remembered as last used."""


class ThemeChoice(StrEnum):
    """Whether the window is light or dark."""

    FOLLOW = "follow"
    """As the system is."""
    LIGHT = "light"
    DARK = "dark"


class ScreenCorner(StrEnum):
    """Where the small window lies."""

    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"

    @property
    def is_right(self) -> bool:
        """Whether it is one of the two at the right."""
        return self.endswith("right")

    @property
    def is_bottom(self) -> bool:
        """Whether it is one of the two at the bottom."""
        return self.startswith("bottom")

    @classmethod
    def of(cls, *, right: bool, bottom: bool) -> ScreenCorner:
        """Return the corner on two sides."""
        return cls(f"{'bottom' if bottom else 'top'}-{'right' if right else 'left'}")


def _is(rule: Rule) -> dict[str, Rule]:
    return {"rule": rule}


# ---------------------------------------------------------------- the settings


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has chosen.

    Attributes:
        voice: The engine's id of a voice; empty for one that suits the language.
        language: Of the voice, such as `en-GB`.
        text_language: A tag such as `de`; empty for the system's, if it is known.
        rate: Words a minute.
        speech_volume: Loudness of words, a fraction from 0 to 1.
        sound_volume: Loudness of sounds, likewise.
        verbosity: How much is heard.
        lead_in: Seconds to get into place before a routine.
        muted: Nothing is heard for now.
        text_size: Factor of all text.
        reduce_motion: Nothing moves that need not.
        theme: Light, dark, or as the system is.
        person: Id of the person in the pictures.
        small_corner: Where the small window of the player lies.
        region: Id of the region whose emergency numbers are shown; empty while not known.
        checked: The check at the first start has been gone through.
        conditions: Ids of what was ticked there.
        relief_muscle: Id of the muscle last chosen in Cramp now; empty for none.
        relief_place: Likewise of the place.
        relief_side: Likewise of the leg.
        recent: Ids of the routines last used, the newest first.
    """

    voice: str = field(default="", metadata=_is(Text(500)))
    language: str = field(default="en-GB", metadata=_is(Text(35, LANGUAGE)))
    text_language: str = field(default="", metadata=_is(Text(35, LANGUAGE)))
    rate: int = field(default=165, metadata=_is(Number(80, 300, whole=True)))
    speech_volume: float = field(default=1.0, metadata=_is(Number(0, 1)))
    sound_volume: float = field(default=0.8, metadata=_is(Number(0, 1)))
    verbosity: Verbosity = field(default=Verbosity.FULL, metadata=_is(Choice(Verbosity)))
    lead_in: float = field(default=5.0, metadata=_is(Number(0, 60)))
    muted: bool = field(default=False, metadata=_is(Flag()))
    text_size: float = field(default=1.0, metadata=_is(Number(0.8, 3)))
    reduce_motion: bool = field(default=False, metadata=_is(Flag()))
    theme: ThemeChoice = field(default=ThemeChoice.FOLLOW, metadata=_is(Choice(ThemeChoice)))
    person: str = field(default="", metadata=_is(Text(80, ID)))
    small_corner: ScreenCorner = field(
        default=ScreenCorner.BOTTOM_RIGHT, metadata=_is(Choice(ScreenCorner))
    )
    region: str = field(default="", metadata=_is(Text(80, ID)))
    checked: bool = field(default=False, metadata=_is(Flag()))
    conditions: frozenset[str] = field(default=frozenset(), metadata=_is(Names(50)))
    relief_muscle: str = field(default="", metadata=_is(Text(80, ID)))
    relief_place: str = field(default="", metadata=_is(Text(80, ID)))
    relief_side: str = field(default="", metadata=_is(Text(80, ID)))
    recent: tuple[str, ...] = field(default=(), metadata=_is(Order(MOST_RECENT)))


def spoken_language(settings: Settings) -> str:
    """Return the language to find a voice for: that of the texts where no voice was chosen."""
    texts = language()
    return settings.language if settings.voice or not texts.catalogue else texts.tag


def setting_names() -> tuple[str, ...]:
    """Return the names of all settings."""
    return tuple(one.name for one in fields(Settings))


def rule_of(name: str) -> Rule:
    """Return what a setting may be.

    Raises:
        KeyError: There is no such setting.
    """
    return _rules()[name]


def changed(settings: Settings, name: str, value: object) -> Settings:
    """Return the settings with one other value.

    Raises:
        KeyError: There is no such setting.
        ValueError: The value is not one it can have; the text says what would be.
    """
    now = {one: getattr(settings, one) for one in setting_names()}
    return Settings(**(now | {name: rule_of(name).read(value)}))


def _rules() -> dict[str, Rule]:
    return {one.name: _rule(one) for one in fields(Settings)}


def _rule(one: Field[Any]) -> Rule:
    rule: Rule = one.metadata["rule"]
    return rule


# ---------------------------------------------------------------- reading


def load_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Return what is kept, and what was wrong with it; never fails.

    A wrong value costs that value. A file that is none is put aside, and what was kept before the
    last change is used in its place.
    """
    try:
        values = _read(path)
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        reason = _("can't be read, so the usual settings are used: {reason}").format(
            reason=error.strerror or error
        )
        return Settings(), (Problem(str(path), "", reason),)
    except ValueError as error:
        return _load_backup(path, str(error))
    return _checked(path, values)


def peek(path: Path, name: str) -> str:
    """Return one text of a file of settings, empty where there is none; changes nothing."""
    try:
        return str(rule_of(name).read(_read(path)[name]))
    except (OSError, ValueError, KeyError):
        return ""


def _load_backup(path: Path, reason: str) -> tuple[Settings, tuple[Problem, ...]]:
    aside = path.with_name(path.name + DAMAGED)
    told = _("{reason}; it was put aside as {name}").format(reason=reason, name=aside.name)
    try:
        path.replace(aside)
    except OSError:
        told = reason
    backup = path.with_name(path.name + BACKUP)
    try:
        settings, problems = _checked(backup, _read(backup))
    except (OSError, ValueError):
        return Settings(), (
            Problem(str(path), "", _("{told}, and the usual settings are used").format(told=told)),
        )
    told = _("{told}, and the settings before the last change are used").format(told=told)
    return settings, (Problem(str(path), "", told), *problems)


def _read(path: Path) -> dict[str, object]:
    """Return the table in a file.

    Raises:
        OSError: It cannot be read.
        ValueError: It is none of ours.
    """
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        message = _("is larger than {n} KiB").format(n=LARGEST_FILE // 1024)
        raise ValueError(message)
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        message = _("is damaged")
        raise ValueError(message) from None
    if not isinstance(values, dict):
        message = _("is damaged")
        raise ValueError(message)
    return values


def _checked(path: Path, values: Mapping[str, object]) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings that are right, and a problem for each that is not."""
    right: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, rule in _rules().items():
        if name not in values:
            continue
        try:
            right[name] = rule.read(values[name])
        except ValueError as error:
            usual = getattr(Settings(), name)
            reason = _("{error}, so {value} is used").format(error=error, value=_shown(usual))
            problems.append(Problem(str(path), name, reason))
    return Settings(**right), tuple(problems)


def _shown(value: object) -> str:
    return json.dumps(_plain(value), ensure_ascii=False)


# ---------------------------------------------------------------- writing


def save_settings(path: Path, settings: Settings) -> None:
    """Keep the settings, all or nothing; what was kept before becomes the backup.

    Keys that are not known, of a newer version perhaps, stay as they are.

    Raises:
        OSError: They cannot be kept; what was kept before still is.
    """
    path = path.resolve()  # a link stays a link
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    known = {name: _plain(getattr(settings, name)) for name in setting_names()}
    try:
        before = _read(path)
    except (FileNotFoundError, ValueError):
        before = {}
    others = {name: value for name, value in before.items() if name not in known}
    if before:
        _write(path.with_name(path.name + BACKUP), before)
    _write(path, known | others)


def _write(path: Path, values: Mapping[str, object]) -> None:
    from coach.content.disk import write_whole  # not before the first picture

    content = json.dumps(values, ensure_ascii=False, indent=2).encode(errors="surrogatepass")
    write_whole(path, content + b"\n")


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value
