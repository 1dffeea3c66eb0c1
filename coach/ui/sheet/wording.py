"""What stands on the sheet, made from a routine; no paper, no picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coach.core.exercise import Continuous, Dose, Hold, OwnPace, Reps, Side, Sides
from coach.core.numbers import span
from coach.core.routine import ExerciseStep, Group, Routine, Step, TransitionStep
from coach.core.words import _, counted


@dataclass(frozen=True, slots=True)
class SheetStep:
    """A step as it is printed.

    Attributes:
        number: From 1; the rounds of a group are not written out.
        title: What is done.
        dose: How much, in a few words.
        details: What else there is to the dose, a line each.
        how: How to do it, sentence by sentence.
        cautions: What to mind, sentence by sentence.
        rounds: The group it belongs to, in words; empty for none.
        step: Where it comes from, for its picture.
    """

    number: int
    title: str
    dose: str
    details: tuple[str, ...]
    how: tuple[str, ...]
    cautions: tuple[str, ...]
    rounds: str
    step: ExerciseStep

    @property
    def mirrored(self) -> bool:
        """Whether the left leg begins."""
        return self.step.blocks[0] is Side.LEFT


def sheet_steps(routine: Routine) -> tuple[SheetStep, ...]:
    """Return the exercises of a routine, those of a group once.

    Getting into place is no step of its own here: it is told with the exercise it leads to.
    """
    found: list[SheetStep] = []
    way: list[str] = []
    for index, item in enumerate(routine.items):
        is_last = index == len(routine.items) - 1
        for step, rounds, rest in _rows(item, len(found) + 1, is_last=is_last):
            if isinstance(step, ExerciseStep):
                found.append(_sheet_step(len(found) + 1, step, way, rounds, rest))
                way = []
            else:
                way.append(_way(step))
    if way and found:
        found[-1] = replace(found[-1], details=(*found[-1].details, *way))
    return tuple(found)


def _rows(item: Step | Group, first: int, *, is_last: bool) -> Iterator[tuple[Step, str, str]]:
    """Yield each step of an item, with the words for its group and for the rest after it."""
    if not isinstance(item, Group):
        yield item, "", _rest_line(item, is_last=is_last)
        return
    count = sum(isinstance(step, ExerciseStep) for step in item.steps)
    rounds = _rounds(first, count, item.rounds)
    for step in item.steps[:-1]:
        yield step, rounds, _rest_line(step, is_last=False)
    yield item.steps[-1], rounds, _between(item) or _rest_line(item.steps[-1], is_last=is_last)


def _sheet_step(
    number: int, step: ExerciseStep, way: list[str], rounds: str, rest: str
) -> SheetStep:
    return SheetStep(
        number=number,
        title=step.exercise.title,
        dose=dose_words(step),
        details=tuple(
            part
            for part in (*way, _tempo(step.dose), " · ".join(_breaks(step)), rest, step.note)
            if part
        ),
        how=step.exercise.setup,
        cautions=step.exercise.cautions,
        rounds=rounds,
        step=step,
    )


def _way(step: TransitionStep) -> str:
    return _("{time}: {text}").format(time=span(step.seconds), text=step.text)


def dose_words(step: ExerciseStep) -> str:
    """Return how much is done: "10 s hold × 2 each side"."""
    amount = _amount(step.dose)
    if step.sides is Sides.SORE:
        return _("{amount}, sore leg").format(amount=amount)
    return amount if step.sides is Sides.BOTH else _("{amount} each side").format(amount=amount)


def _amount(dose: Dose) -> str:
    match dose:
        case Hold(seconds=seconds, count=count):
            held = _("{time} hold").format(time=span(seconds))
            return _several(held, count)
        case Reps(count=count, sets=sets):
            times = counted("Once", "{n} times", count)
            if sets == 1:
                return times
            return counted("{times} × {n} set", "{times} × {n} sets", sets, times=times)
        case Continuous(seconds=seconds, count=count):
            return _several(span(seconds), count)
        case OwnPace(count=0):
            return _("As long as you like")
        case OwnPace(count=count):
            return counted("Once, at your pace", "{n} times, at your pace", count)


def _several(amount: str, count: int) -> str:
    return amount if count == 1 else _("{amount} × {n}").format(amount=amount, n=count)


def _tempo(dose: Dose) -> str:
    if not isinstance(dose, Reps) or len(dose.phases) < 2:
        return ""
    return " · ".join(f"{phase.name} {span(phase.seconds)}" for phase in dose.phases)


def _breaks(step: ExerciseStep) -> Iterator[str]:
    """Yield how sides and rests follow each other, as far as it is not usual."""
    dose = step.dose
    if isinstance(dose, Reps) and dose.reverse:
        yield _("Second half the other way")
    if step.sides is Sides.ALTERNATING:
        yield _("Sides in turn")
    if step.sides in (Sides.EACH, Sides.ALTERNATING) and step.first_side is Side.LEFT:
        yield _("Left side first")
    if not isinstance(dose, OwnPace) and dose.rest and _count(dose) > 1:
        yield _("{time} rest in between").format(time=span(dose.rest))


def _count(dose: Hold | Reps | Continuous) -> int:
    return dose.sets if isinstance(dose, Reps) else dose.count


def _rest_line(step: Step, *, is_last: bool) -> str:
    if is_last or not step.rest_after:
        return ""
    return _("Then {time} rest").format(time=span(step.rest_after))


def _between(group: Group) -> str:
    if group.rounds == 1 or not group.rest:
        return ""
    return _("{time} rest between rounds").format(time=span(group.rest))


def _rounds(first: int, count: int, rounds: int) -> str:
    if rounds == 1:
        return ""
    if count == 1:
        return counted("{n} round", "{n} rounds", rounds)
    last = first + count - 1
    return counted(
        "Steps {first} to {last}: {n} round",
        "Steps {first} to {last}: {n} rounds",
        rounds,
        first=first,
        last=last,
    )
