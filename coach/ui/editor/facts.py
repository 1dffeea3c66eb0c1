"""What is known of each step of a draft by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from coach.content.findings import step_alone
from coach.content.library import Library
from coach.core.captions import step_title
from coach.core.editing.draft import StepDraft
from coach.core.exercise import Exercise
from coach.core.routine import ExerciseStep, Step, TransitionStep, step_seconds
from coach.core.words import _, inside
from coach.ui.editor.words import sides_names
from coach.ui.player.wording import dose_text


@dataclass(frozen=True, slots=True)
class Facts:
    """What a row shows of a step.

    Attributes:
        title: Its name.
        dose: How much, in words; empty where something is wrong.
        seconds: Its length without the rest after it; None where it can't be told.
        waits: It lasts as long as the person likes.
        exercise: What is done; None for a transition or an exercise that is not there.
        step: The step; None while something is wrong with it.
    """

    title: str
    dose: str
    seconds: float | None
    waits: bool
    exercise: Exercise | None
    step: Step | None


class FactBook:
    """Finds out what is known of steps, each once."""

    def __init__(
        self,
        library: Callable[[], Library],
        like: Callable[[], str],
        positions: Callable[[], tuple[str, ...]],
    ) -> None:
        """Ask for what there is.

        Args:
            library: The exercises there are.
            like: Names the routine that the steps are of or were copied from, empty for none.
            positions: Where the routine is done, as in its draft.
        """
        self._library = library
        self._like = like
        self._positions = positions
        self._of: tuple[Library, tuple[str, ...]] | None = None
        self._known: dict[StepDraft, Facts] = {}
        self._alike: dict[StepDraft, Facts] = {}

    @property
    def library(self) -> Library:
        """The exercises and routines there are."""
        return self._library()

    def of(self, step: StepDraft) -> Facts:
        """Return what is known of a step."""
        library, positions = self._library(), self._positions()
        if self._of is None or self._of[0] is not library or self._of[1] != positions:
            self._of = library, positions
            self._known.clear()
            self._alike.clear()
        facts = self._known.get(step)
        if facts is None:
            plain = replace(step, key=1, rest_after=0)
            if plain not in self._alike:
                found = _find(plain, library, self._like())
                self._alike[plain] = _pictured(found, positions)
            facts = self._known[step] = self._alike[plain]
        return facts


def _find(plain: StepDraft, library: Library, like: str) -> Facts:
    step = step_alone(plain, library, like)
    exercise = library.exercises.get(plain.exercise)
    if step is None:
        title = exercise.title if exercise else plain.exercise or _("Getting into place")
        return Facts(title, "", None, False, exercise, None)
    if isinstance(step, TransitionStep):
        return Facts(step_title(step), step.text, step_seconds(step), False, None, step)
    seconds = step_seconds(step)
    return Facts(step_title(step), _dose(step), seconds, seconds == 0, exercise, step)


def _pictured(facts: Facts, positions: tuple[str, ...]) -> Facts:
    """The same with the picture that is shown when the routine plays."""
    if facts.exercise is None:
        return facts
    exercise = facts.exercise.shown_in(positions)
    step = facts.step
    if isinstance(step, ExerciseStep):
        step = replace(step, exercise=exercise)
    return replace(facts, exercise=exercise, step=step)


def _dose(step: ExerciseStep) -> str:
    legs = sides_names()[step.sides]
    if step.sides == "both":
        return dose_text(step.dose)
    return f"{dose_text(step.dose)}\N{NO-BREAK SPACE}· {inside(legs)}"
