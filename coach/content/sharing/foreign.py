"""Makes routines of what other timers call workouts: names and seconds, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from coach.content.naming import id_for
from coach.content.sharing.bundle import Bundle, Piece
from coach.content.sharing.rewriting import fresh
from coach.core.words import _, counted

MOST_TITLE: Final = 120
_HELD: Final = (
    "stretch", "hold", "plank", "wall sit", "dehn", "halt", "étire", "stirament", "растяж",
)  # fmt: skip
"""Parts of names, in the languages of these timers, of what is held still."""
_RESTS: Final = frozenset({
    "rest", "resting", "break", "pause", "recover", "recovery", "relax",
    "erholung", "ruhe", "repos", "riposo", "pausa", "recupero", "przerwa", "odpoczynek",
    "отдых", "пауза", "dinlenme", "mola", "休息",
})  # fmt: skip
"""Names, in their languages, under which people put a rest between two exercises."""


@dataclass(slots=True)
class Work:
    """Something that is done for a time.

    Attributes:
        name: As the person called it.
        seconds: How long, at least 1.
        rest_after: Seconds of rest before the next.
        is_rest: It is no exercise but a rest that nothing comes before.
    """

    name: str
    seconds: int
    rest_after: int = 0
    is_rest: bool = False


@dataclass(slots=True)
class Round:
    """What is gone through several times.

    Attributes:
        works: What is done, in order.
        times: How often.
        name: What the person called it; empty for nothing.
    """

    works: list[Work]
    times: int = 1
    name: str = ""


@dataclass(slots=True)
class Workout:
    """A whole one.

    Attributes:
        title: As the person called it.
        rounds: Its parts in order.
        app: The timer it comes from.
        held: All of it is held still.
    """

    title: str
    rounds: list[Round]
    app: str
    held: bool = False


@dataclass(slots=True)
class Maker:
    """Collects what comes of the workouts of one file."""

    notes: dict[str, None] = field(default_factory=dict)
    exercises: dict[str, Piece] = field(default_factory=dict)
    routines: list[Piece] = field(default_factory=list)
    _ids: dict[tuple[str, bool], str] = field(default_factory=dict)

    def note(self, sentence: str) -> None:
        """Tell something, once."""
        self.notes[sentence] = None

    def add(self, workout: Workout) -> None:
        """Make a routine of a workout, and an exercise of each name in it."""
        title = self._fit(workout.title, _("Workout"))
        steps: list[dict[str, Any]] = []
        for part in workout.rounds:
            steps += self._part(part, workout)
        data = {
            "title": title,
            "positions": ["standing"],
            "note": _("Made in {app}.").format(app=workout.app),
            "steps": steps,
        }
        taken = {routine.id for routine in self.routines}
        self.routines.append(Piece(id_for(title, taken), fresh("routine", data)))

    def bundle(self) -> Bundle:
        """Return everything together."""
        if self.exercises:
            unsaid = _(
                "The file says names and times only. How each exercise is done, which muscle it"
                " is for and its picture are yours to add."
            )
            self.note(unsaid)
        return Bundle(tuple(self.routines), tuple(self.exercises.values()), {}, tuple(self.notes))

    def _part(self, part: Round, workout: Workout) -> list[dict[str, Any]]:
        steps = [self._step(work, workout) for work in part.works]
        if not steps:
            return []
        if part.name:
            self._name_part(part.name, steps[0])
        if part.times == 1:
            return steps
        rest = part.works[-1].rest_after
        return [{"repeat": part.times, "rest_between": rest, "steps": steps}]

    def _name_part(self, name: str, first: dict[str, Any]) -> None:
        if "exercise" in first:
            first["note"] = self._fit(name, "")
        else:
            self.note(_("The name “{name}” of a set was left out.").format(name=_short(name)))

    def _step(self, work: Work, workout: Workout) -> dict[str, Any]:
        after = {"rest_after": work.rest_after} if work.rest_after else {}
        if work.is_rest:
            text = _("Rest.")
            return {"transition": "get-ready", "seconds": work.seconds, "text": text, **after}
        name = self._fit(work.name, _("Exercise"))
        held = workout.held or any(word in name.casefold() for word in _HELD)
        key = "hold" if held else "seconds"
        return {
            "exercise": self._exercise(name, key, work, workout.app),
            key: work.seconds,
            **after,
        }

    def _exercise(self, name: str, key: str, work: Work, app: str) -> str:
        """Return the id of the exercise of a name; it is made where it comes first."""
        known = (name, key == "hold")
        if known not in self._ids:
            new = id_for(name, self.exercises, "exercise")
            data = {
                "title": name,
                "positions": ["standing"],
                "muscles": ["whole-leg"],
                "target": _("Not stated"),
                "sources": [{"reference": app}],
                "dose": {key: work.seconds},
            }
            self.exercises[new] = Piece(new, fresh("exercise", data))
            self._ids[known] = new
        return self._ids[known]

    def _fit(self, text: str, otherwise: str) -> str:
        """Return a name on one line and of a length that can be shown."""
        plain = "".join(sign if sign.isprintable() else " " for sign in text)
        words = " ".join(plain.split())
        if len(words) > MOST_TITLE:
            self.note(_("“{name}” was too long and was cut.").format(name=_short(words)))
            words = words[: MOST_TITLE - 1].rstrip() + "…"
        return words or otherwise


def joined_rests(works: Iterable[Work]) -> list[Work]:
    """Make rests between exercises of what people entered as exercises called “Rest”."""
    kept: list[Work] = []
    for work in works:
        is_rest = re.sub(r"[\W\d_]+", "", work.name).casefold() in _RESTS
        if is_rest and kept:
            kept[-1].rest_after += work.seconds
        else:
            work.is_rest = is_rest
            kept.append(work)
    return kept


def left_out(number: int) -> str:
    """Return the sentence about exercises that last no time."""
    return counted(
        "{n} exercise of 0 seconds was left out.",
        "{n} exercises of 0 seconds were left out.",
        number,
    )


def _short(text: str) -> str:
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return shown if len(shown) <= 40 else f"{shown[:39]}…"
