"""What is wrong with drafts by the rules of the files, and what is known of them otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.content.drafts import OF_THE_EDITOR, raw_of
from coach.content.problem import ContentError, Problem
from coach.core.editing.draft import (
    ExerciseDraft,
    GroupDraft,
    ItemDraft,
    RoutineDraft,
    StepDraft,
)
from coach.core.routine import Routine, Step, TransitionStep, step_seconds
from coach.core.words import language

if TYPE_CHECKING:
    from coach.content.library import Library
    from coach.core.exercise import Exercise


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a draft.

    Attributes:
        key: Of the step or group it is in; 0 for the routine or exercise as a whole.
        field: Which of its fields, as in a file: `hold`, `tempo[1]`, `dose.rest`; empty for all.
        reason: What is wrong and what would be right, without a full stop.
    """

    key: int
    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class RoutineFindings:
    """What is known of a draft of a routine.

    Attributes:
        faults: Everything that is wrong; nothing is wrong with what may be saved.
        seconds: Its total; without the steps that are wrong, None where it can't be told.
        with_lead_in: The same and the time before the first step.
        routine: The routine, None while something is wrong.
    """

    faults: tuple[Fault, ...]
    seconds: float | None
    with_lead_in: float | None
    routine: Routine | None


def examine_routine(
    draft: RoutineDraft,
    library: Library,
    *,
    name: str = "new",
    lead_in: float = 0,
    like: str = "",
) -> RoutineFindings:
    """Check a draft by the rules of files and add its seconds up.

    Args:
        draft: Right or wrong.
        library: The exercises it may use.
        name: The id it has or will have.
        lead_in: Seconds to get into place, where the routine does not begin with that.
        like: Id of a routine whose form has been checked; a draft that says the same, but for the
            title, is not checked anew, which spares the time to bring the rules into memory.
    """
    form = _form_like(draft, library.routine_data(like)) if like else None
    raw = raw_of(draft) if form is None else form
    routine, problems = _try_build(raw, library, name, checked=form is not None)
    left = routine
    known = list(problems)
    # What is right is checked and counted too, with stand-ins for what is wrong.
    for _attempt in range(2):
        if left is not None or not _patch(raw, known):
            break
        left, known = _try_build(raw, library, name)
        problems += known
    faults = tuple(dict.fromkeys(_fault(draft, problem) for problem in problems))
    seconds = None if left is None else left.seconds - _stand_in_seconds(left)
    led = seconds
    if left is not None and seconds is not None and not isinstance(left.steps[0], TransitionStep):
        led = seconds + lead_in
    return RoutineFindings(faults, seconds, led, routine)


def _try_build(
    raw: dict[str, Any], library: Library, name: str, *, checked: bool = False
) -> tuple[Routine | None, list[Problem]]:
    """Make the routine of what a file would say; `checked` where that is the normal form."""
    from coach.content.build import build_routine

    try:
        if not checked:
            from coach.content.schema import normalise  # brings pydantic, which takes its time

            raw = normalise("routine", raw)
        return build_routine(name, raw, library.exercises, own=True), []
    except ContentError as wrong:
        return None, list(wrong.problems)


def step_alone(draft: StepDraft, library: Library, like: str = "") -> Step | None:
    """Return what is done in a step, without the rest after it; None while it is wrong.

    Args:
        draft: Right or wrong.
        library: The exercises it may use.
        like: Id of a routine whose form has been checked, see `examine_routine`.
    """
    plain = replace(draft, key=1, rest_after=0)
    alone = RoutineDraft(title="-", positions=("standing",), steps=(plain,))
    said = library.routine_data(like) if like else None
    checked = said is not None and _form(plain) in map(_without_rest, _plain_steps(said))
    raw = _form(alone) if checked else raw_of(alone)
    routine, _problems = _try_build(raw, library, "new", checked=checked)
    return routine.steps[0] if routine is not None else None


def _form_like(draft: RoutineDraft, said: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Return a draft in the normal form where it says what is known as right."""
    if said is None:
        return None
    form = _form(draft)
    same = {**form, "title": said["title"]} == said
    title = draft.title
    fits = title == said["title"] or (title.isprintable() and title.strip() and len(title) <= 120)
    return form if same and fits else None


def _form(part: RoutineDraft | ItemDraft) -> dict[str, Any]:
    """Return a draft in the normal form of files: nothing is left out but what is `None`."""
    left_out = OF_THE_EDITOR
    if isinstance(part, StepDraft):
        left_out |= {"exercise", "note"} if part.transition else {"transition"}
    form: dict[str, Any] = {}
    for name in part.__slots__:
        value = getattr(part, name)
        if value is not None and name not in left_out:
            form[name] = value
    if not isinstance(part, StepDraft):
        form["steps"] = [_form(step) for step in part.steps]
    for name in ("positions", "tempo"):
        if name in form:
            form[name] = list(form[name])
    return form


def _plain_steps(said: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for item in said["steps"]:
        yield from item.get("steps", (item,))


def _without_rest(step: Mapping[str, Any]) -> dict[str, Any]:
    return {**step, "rest_after": 0}


_STAND_IN_TEXT = "\N{OBJECT REPLACEMENT CHARACTER}-stand-in"
_STAND_IN = {"transition": "get-ready", "seconds": 1, "text": _STAND_IN_TEXT}
_USUAL = {"title": _STAND_IN_TEXT, "positions": ["standing"], "when": "", "note": "", "before": ""}
_PLACE = re.compile(r"steps\[(\d+)\](?:\.steps\[(\d+)\])?(?:\.(.*))?$")


def _patch(raw: dict[str, Any], problems: list[Problem]) -> bool:
    """Put stand-ins for what is wrong; returns whether that was possible."""
    for problem in problems:
        found = _PLACE.match(problem.place)
        if found is None:
            head = re.split(r"[.\[]", problem.place)[0]
            if head not in _USUAL:
                return False
            raw[head] = _USUAL[head]
            continue
        item = raw["steps"][int(found[1])]
        if found[2] is not None:
            item["steps"][int(found[2])] = dict(_STAND_IN)
        elif "repeat" in item:
            item.update(repeat=1, rest_between=0)
        else:
            raw["steps"][int(found[1])] = dict(_STAND_IN)
    return bool(problems)


def _stand_in_seconds(routine: Routine) -> float:
    return sum(
        step_seconds(step)
        for step in routine.steps
        if isinstance(step, TransitionStep) and step.text == _STAND_IN_TEXT
    )


def _fault(draft: RoutineDraft, problem: Problem) -> Fault:
    found = _PLACE.match(problem.place)
    if found is None:
        return Fault(0, problem.place, problem.reason)
    item = draft.steps[int(found[1])]
    if found[2] is not None and isinstance(item, GroupDraft):
        item = item.steps[int(found[2])]
    return Fault(item.key, found[3] or "", problem.reason)


@dataclass(frozen=True, slots=True)
class ExerciseFindings:
    """What is known of a draft of an exercise; see `RoutineFindings`."""

    faults: tuple[Fault, ...]
    exercise: Exercise | None


def examine_exercise(
    draft: ExerciseDraft, library: Library, *, name: str = "new", pictures: Path | None = None
) -> ExerciseFindings:
    """Check a draft by the rules of files.

    Args:
        draft: Right or wrong.
        library: The moving pictures it may use.
        name: The id it has or will have.
        pictures: The folder of the person's own pictures; not looked into where not given.
    """
    from coach.content.build import build_exercise
    from coach.content.schema import normalise

    exercise = None
    faults: list[Fault] = []
    try:
        exercise = build_exercise(name, normalise("exercise", raw_of(draft)), library.figures)
    except ContentError as wrong:
        faults = [Fault(0, problem.place, problem.reason) for problem in wrong.problems]
    if draft.picture and pictures is not None and not any(f.field == "picture" for f in faults):
        faults += (Fault(0, "picture", reason) for reason in _picture_faults(pictures, draft))
    return ExerciseFindings(tuple(faults), None if faults else exercise)


def _picture_faults(pictures: Path, draft: ExerciseDraft) -> Iterator[str]:
    path = pictures / str(draft.picture)
    try:
        status = path.stat()
        stamp = (status.st_mtime_ns, status.st_size)
    except OSError:
        stamp = (0, 0)
    if reason := _picture_fault(path, stamp, language().tag):
        yield reason


@lru_cache(maxsize=4)  # it is asked at each letter that is typed anywhere in the draft
def _picture_fault(path: Path, _stamp: tuple[int, int], _language: str) -> str:
    from coach.content.own_picture import inspect_picture

    try:
        inspect_picture(path)
    except ContentError as wrong:
        return wrong.problems[0].reason
    return ""
