"""The exercises and routines there are: the shipped ones and the person's own."""

from __future__ import annotations

import json
import os
import stat
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.content.cache import Cache, Entry, read_cache, write_cache
from coach.content.problem import ContentError, Problem, name_fault
from coach.content.resources import Resources
from coach.content.translated import translated, translated_text
from coach.core.body import Position
from coach.core.words import _

if TYPE_CHECKING:
    from coach.content.schema import Kind
    from coach.core.exercise import Exercise
    from coach.core.routine import Routine

SHIPPED_ORDER = (
    "wall-stretch-5",
    "daily-prevention",
    "desk-break-seated",
    "desk-break-standing",
    "morning-in-bed",
    "bedtime-stretch",
    "bedtime-stretch-seated",
    "leg-gymnastics",
    "before-workout",
    "after-workout",
    "tired-feet",
    "full-session",
    "after-cramp-recovery",
)
"""The order in which the shipped routines are listed."""


@dataclass(frozen=True, slots=True)
class RoutineCard:
    """What a list shows of a routine.

    Attributes:
        id: Kebab-case name, the name of its file.
        title: As shown.
        when: When it is used.
        seconds: Its stated length.
        positions: The positions it goes through, in order.
        steps: How many steps it has, the rounds of groups written out.
        exercises: Ids of its exercises, in the order they first come.
        own: Made by the person, not shipped.
    """

    id: str
    title: str
    when: str
    seconds: float
    positions: tuple[Position, ...]
    steps: int
    exercises: tuple[str, ...]
    own: bool


@dataclass(frozen=True)
class Library:
    """What was found in the folders.

    Attributes:
        own_exercises: Ids of those that the person made.
        cards: A summary of each routine by id: the shipped ones in their order, then the
            person's own by title.
        problems: What is wrong in files; what they hold is left out.
        figures: Names of the moving pictures there are.
    """

    own_exercises: frozenset[str]
    cards: Mapping[str, RoutineCard]
    problems: tuple[Problem, ...]
    figures: frozenset[str]
    _exercises: Mapping[str, str] = field(repr=False)
    _sources: Mapping[str, str] = field(repr=False)
    _built: dict[str, Routine] = field(default_factory=dict, repr=False)

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """By id, in the order of their titles; made when they are first asked for."""
        from coach.content.build import build_exercise

        built = [
            build_exercise(name, self._content("exercise", name, data), self.figures)
            for name, data in self._exercises.items()
        ]
        built.sort(key=lambda exercise: exercise.title.casefold())
        return {exercise.id: exercise for exercise in built}

    def can_play(self, name: str) -> bool:
        """Return whether there is a routine or an exercise of that id."""
        return name in self.cards or name in self._exercises

    def routine(self, name: str) -> Routine:
        """Return a routine by its id; it is made when it is first asked for.

        Raises:
            KeyError: There is no such routine.
        """
        if name not in self._built:
            from coach.content.build import build_routine

            own = self.cards[name].own
            data = self._content("routine", name, self._sources[name])
            self._built[name] = build_routine(name, data, self.exercises, own=own)
        return self._built[name]

    def routine_data(self, name: str) -> Mapping[str, Any] | None:
        """Return what a routine's file says, checked and in the normal form; None for no routine.

        A shipped one is in the person's language.
        """
        if name not in self.cards:
            return None
        return self._content("routine", name, self._sources[name])

    def _content(self, kind: Kind, name: str, text: str) -> Mapping[str, Any]:
        """Return what a file says; a shipped one in the person's language."""
        data: dict[str, Any] = json.loads(text)
        own = name in self.own_exercises if kind == "exercise" else self.cards[name].own
        return data if own else translated(kind, data)


def load_library(
    resources: Resources, user_folder: Path | None = None, cache_file: Path | None = None
) -> Library:
    """Read the shipped files and the person's own; a wrong file costs only itself.

    Args:
        resources: Where the shipped files lie.
        user_folder: Holds the person's `exercises` and `routines`; need not exist.
        cache_file: Where checked content is kept between starts; made where it is missing.
    """
    return _Loader(resources, user_folder, cache_file).load()


class _File(NamedTuple):
    name: str
    path: str
    stamp: list[int]
    own: bool


class _Loader:
    """One reading of all folders."""

    def __init__(
        self, resources: Resources, user_folder: Path | None, cache_file: Path | None
    ) -> None:
        self._resources = resources
        self._user_folder = user_folder
        self._cache_file = cache_file
        self._known = read_cache(cache_file)
        self._seen = Cache()
        self._changed = False
        self._problems: list[Problem] = []

    def load(self) -> Library:
        figures = _names(self._resources.figures)
        exercises, own_exercises = self._exercises(figures)
        fitting = _Fitting(exercises, figures)
        sources: dict[str, str] = {}
        cards = []
        for file in self._files("routine", self._resources.routines):
            entry = self._entry("routine", file)
            if entry.data and (card := self._card(file, entry, fitting)):
                cards.append(card)
                sources[card.id] = entry.data
        self._keep()
        cards.sort(key=_listing_order)
        by_id = {card.id: card for card in cards}
        problems = tuple(self._problems)
        return Library(own_exercises, by_id, problems, figures, exercises, sources)

    def _keep(self) -> None:
        if self._changed or len(self._seen.entries) != len(self._known.entries):
            write_cache(self._cache_file, self._seen)

    def _exercises(self, figures: frozenset[str]) -> tuple[dict[str, str], frozenset[str]]:
        """Return the exercises that can be made, as JSON by id, and the ids of the person's own."""
        files = list(self._files("exercise", self._resources.exercises))
        entries = [(file, self._entry("exercise", file)) for file in files]
        stamps = [(file.path, *file.stamp) for file, _entry in entries]
        self._seen.exercises = zlib.crc32(repr((stamps, sorted(figures))).encode())
        if self._seen.exercises != self._known.exercises:
            self._changed = True
            for file, entry in entries:
                entry.misfits = _misfits(file, entry, figures)
        for file, entry in entries:
            self._problems.extend(Problem(file.path, *misfit) for misfit in entry.misfits)
        good = [(file, entry) for file, entry in entries if entry.data and not entry.misfits]
        own = frozenset(file.name for file, _entry in good if file.own)
        return {file.name: entry.data for file, entry in good}, own

    def _card(self, file: _File, entry: Entry, fitting: _Fitting) -> RoutineCard | None:
        """Return the summary of a routine, kept or new; none where it fits the exercises not."""
        if self._seen.exercises != self._known.exercises or not (entry.card or entry.misfits):
            self._changed = True
            entry.card, entry.misfits = None, []
            try:
                entry.card = fitting.card(file, entry)
            except ContentError as wrong:
                entry.misfits = [[problem.place, problem.reason] for problem in wrong.problems]
        if entry.card is None:
            self._problems.extend(Problem(file.path, *misfit) for misfit in entry.misfits)
            return None
        return _card(file, entry.card)

    def _entry(self, kind: Kind, file: _File) -> Entry:
        """Return what a file says, kept or newly read; its faults join the problems."""
        entry = self._known.entries.get(file.path)
        if entry is None or entry.stamp != file.stamp:
            entry = _read_entry(kind, file)
            self._changed |= bool(entry.stamp)
        if entry.stamp:
            self._seen.entries[file.path] = entry
        self._problems.extend(Problem(file.path, *fault) for fault in entry.faults)
        return entry

    def _files(self, kind: Kind, shipped: Path) -> Iterator[_File]:
        """Yield the shipped files of a kind, then the person's own that have names of their own."""
        taken: set[str] = set()
        for file in self._scan(shipped, own=False):
            taken.add(file.name)
            yield file
        if self._user_folder is None:
            return
        for file in self._scan(self._user_folder / f"{kind}s", own=True):
            if file.name in taken:
                reason = _("the name {name} belongs to a shipped {kind}; rename the file").format(
                    name=file.name, kind=kind
                )
                self._problems.append(Problem(file.path, "", reason))
            else:
                yield file

    def _scan(self, folder: Path, *, own: bool) -> list[_File]:
        files = []
        try:
            with os.scandir(folder) as found:
                for entry in found:
                    if entry.name.endswith(".toml") and not entry.name.startswith("."):
                        files.append(self._file(entry, own=own))
        except FileNotFoundError:
            if not own:
                self._problems.append(Problem(str(folder), "", _("there is no such folder")))
        except OSError as wrong:
            reason = _("the folder can't be read: {reason}").format(reason=wrong.strerror or wrong)
            self._problems.append(Problem(str(folder), "", reason))
        return sorted((file for file in files if file), key=lambda file: file.name)

    def _file(self, entry: os.DirEntry[str], *, own: bool) -> _File | None:
        name = entry.name.removesuffix(".toml")
        if fault := name_fault(name):
            self._problems.append(Problem(entry.path, "", fault))
            return None
        try:
            status = entry.stat()
        except OSError:  # a link that leads nowhere; reading it tells what is wrong
            return _File(name, entry.path, [], own)
        stamp = [status.st_mtime_ns, status.st_size] if stat.S_ISREG(status.st_mode) else []
        return _File(name, entry.path, stamp, own)


def _read_entry(kind: Kind, file: _File) -> Entry:
    from coach.content.reading import UnreadableError, read_toml  # new and changed files only

    try:
        raw = read_toml(Path(file.path))
        from coach.content.schema import normalise  # brings pydantic, which takes its time

        return Entry(file.stamp, json.dumps(normalise(kind, raw), ensure_ascii=False))
    except ContentError as wrong:
        faults = [[problem.place, problem.reason] for problem in wrong.problems]
        # What can't be read may be readable next time without a change of its stamp.
        return Entry([] if isinstance(wrong, UnreadableError) else file.stamp, "", faults)


def _misfits(file: _File, entry: Entry, figures: frozenset[str]) -> list[list[str]]:
    """Return place and reason of what keeps an exercise of the right form from being made."""
    from coach.content.build import build_exercise  # new and changed files only

    try:
        if entry.data:
            build_exercise(file.name, json.loads(entry.data), figures)
    except ContentError as wrong:
        return [[problem.place, problem.reason] for problem in wrong.problems]
    return []


class _Fitting:
    """Makes routines to see whether they fit the exercises; the exercises are made once."""

    def __init__(self, exercises: Mapping[str, str], figures: frozenset[str]) -> None:
        self._library = Library(frozenset(), {}, (), figures, exercises, {})

    def card(self, file: _File, entry: Entry) -> list[Any]:
        from coach.content.build import build_routine  # new and changed files only

        data, exercises = json.loads(entry.data), self._library.exercises
        return _plain_card(build_routine(file.name, data, exercises, own=file.own))


def _plain_card(routine: Routine) -> list[Any]:
    from coach.core.routine import TransitionStep  # new and changed files only

    steps = routine.steps
    names = {step.exercise.id: None for step in steps if not isinstance(step, TransitionStep)}
    positions = [position.value for position in routine.positions]
    return [routine.title, routine.when, routine.seconds, positions, len(steps), list(names)]


def _card(file: _File, plain: list[Any]) -> RoutineCard:
    title, when, seconds, positions, steps, exercises = plain
    places = tuple(map(Position, positions))
    if not file.own:
        title, when = translated_text("routine", title), translated_text("routine", when)
    return RoutineCard(file.name, title, when, seconds, places, steps, tuple(exercises), file.own)


def _listing_order(card: RoutineCard) -> tuple[bool, int, str, str]:
    known = card.id in SHIPPED_ORDER and not card.own
    place = SHIPPED_ORDER.index(card.id) if known else len(SHIPPED_ORDER)
    return card.own, place, card.title.casefold(), card.id


def _names(folder: Path) -> frozenset[str]:
    try:
        with os.scandir(folder) as found:
            return frozenset(
                file.name.removesuffix(".toml") for file in found if file.name.endswith(".toml")
            )
    except OSError:  # no pictures; the exercises are complete without
        return frozenset()
