"""Makes exercises and routines of checked content; the only way to them.

What comes in has the right form (`coach.content.schema`), fresh or from the cache. What depends on
other files is checked here: whether an exercise exists and whether a step fits it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from coach.content.problem import ContentError, Problem, error, with_hint
from coach.core.exercise import (
    Continuous,
    Dose,
    Exercise,
    Hold,
    Muscle,
    OwnPace,
    Phase,
    Position,
    Reps,
    Side,
    Sides,
    Source,
    Strength,
)
from coach.core.numbers import clock, in_file
from coach.core.routine import (
    ExerciseStep,
    Group,
    Routine,
    Step,
    Transition,
    TransitionStep,
)
from coach.core.words import _, counted, listed, marked

LONGEST_STEP = 3600
"""Seconds."""
LONGEST_ROUTINE = 4 * 3600
"""Seconds."""
MOST_STEPS = 200
"""With the rounds of groups written out."""
HARD_STOP_SECONDS = 180
"""The most time of an exercise with a hard stop (ice on the skin) in one routine: longer cold
can harm the skin."""

_DOSE_KEYS = ("hold", "reps", "seconds", "count", "sets", "rest", "tempo", "own_pace")
_FITTING: dict[type[Dose], tuple[str, tuple[str, ...]]] = {
    Hold: (marked("{id} is a hold; use {key}"), ("hold", "count", "rest")),
    Reps: (marked("{id} is counted; use {key}"), ("reps", "sets", "rest", "tempo")),
    Continuous: (marked("{id} goes on continuously; use {key}"), ("seconds", "count", "rest")),
    OwnPace: (marked("{id} is done at one's own pace; use {key}"), ("own_pace",)),
}
_FIELDS = {"hold": "seconds", "reps": "count", "sets": "sets", "tempo": "phases"}


def build_exercise(name: str, data: Mapping[str, Any], figures: Collection[str] = ()) -> Exercise:
    """Make an exercise.

    Args:
        name: Its id, the name of its file.
        data: Its content in the normal form.
        figures: The moving pictures there are.

    Raises:
        ContentError: It names a figure that is not there or a picture besides, or lasts too long.
    """
    figure = data.get("figure")
    if figure is not None and figure not in figures:
        raise error(
            "figure",
            with_hint(_("there is no figure {name}").format(name=figure), figure, figures),
        )
    picture = _picture(data)
    exercise = Exercise(
        id=name,
        title=data["title"],
        strength=Strength(data["strength"]),
        positions=tuple(map(Position, data["positions"])),
        muscles=tuple(map(Muscle, data["muscles"])),
        target=data["target"],
        sides=Sides(data["sides"]),
        dose=_dose(data["dose"]),
        equipment=data["equipment"],
        change=data["dose"]["change"],
        setup=tuple(data["setup"]),
        cues=tuple(data["cues"]),
        cautions=tuple(data["cautions"]),
        sources=tuple(Source(**source) for source in data["sources"]),
        hard_stop=data["hard_stop"],
        figure="" if picture else figure or (name if name in figures else ""),
        seated_figure="" if picture or figure else _seated_figure(name, figures),
        picture=picture,
        mirror_picture=data.get("mirror_picture", False),
    )
    _check_alone(exercise)
    return exercise


def build_routine(
    name: str, data: Mapping[str, Any], exercises: Mapping[str, Exercise], *, own: bool = False
) -> Routine:
    """Make a routine.

    Args:
        name: Its id, the name of its file.
        data: Its content in the normal form.
        exercises: The exercises there are, by id.
        own: Made by the person, not shipped.

    Raises:
        ContentError: A step does not fit its exercise, or it is longer than is allowed.
    """
    problems: list[Problem] = []
    _check_count(data["steps"])
    items = [
        _item(item, f"steps[{index}]", exercises, problems)
        for index, item in enumerate(data["steps"])
    ]
    if problems:
        raise ContentError(problems)
    positions = tuple(map(Position, data["positions"]))
    routine = Routine(
        id=name,
        title=data["title"],
        when=data["when"],
        positions=positions,
        items=tuple(_pictured(item, positions) for item in items if item is not None),
        note=data["note"],
        before=data["before"] or _usual_advice(positions),
        own=own,
    )
    _check_length(routine)
    return routine


def _seated_figure(name: str, figures: Collection[str]) -> str:
    seated = f"{name}-seated"
    return seated if name in figures and seated in figures else ""


def _pictured(item: Step | Group, positions: Collection[str]) -> Step | Group:
    """The same with the pictures that suit the routine."""
    if isinstance(item, Group):
        return replace(item, steps=tuple(_pictured_step(step, positions) for step in item.steps))
    return _pictured_step(item, positions)


def _pictured_step(step: Step, positions: Collection[str]) -> Step:
    if not isinstance(step, ExerciseStep):
        return step
    return replace(step, exercise=step.exercise.shown_in(positions))


def _usual_advice(positions: Iterable[Position]) -> str:
    if {Position.STANDING, Position.WALKING}.isdisjoint(positions):
        return ""
    return _(
        "Firm dry floor. Support within reach that cannot roll. Shoes or bare feet, not socks."
    )


def _dose(data: Mapping[str, Any]) -> Dose:
    if "hold" in data:
        return Hold(data["hold"], data["count"], data["rest"])
    if "reps" in data:
        phases = tuple(Phase(**phase) for phase in data["phases"])
        return Reps(phases, data["reps"], data["sets"], data["rest"], data["reverse"])
    if "seconds" in data:
        return Continuous(data["seconds"], data["count"], data["rest"])
    return OwnPace(data["own_pace"])


def _item(
    data: Mapping[str, Any],
    place: str,
    exercises: Mapping[str, Exercise],
    problems: list[Problem],
) -> Step | Group | None:
    if "repeat" not in data:
        return _step(data, place, exercises, problems)
    steps = [
        _step(step, f"{place}.steps[{index}]", exercises, problems)
        for index, step in enumerate(data["steps"])
    ]
    whole = tuple(step for step in steps if step is not None)
    return Group(whole, data["repeat"], data["rest_between"])


def _step(
    data: Mapping[str, Any],
    place: str,
    exercises: Mapping[str, Exercise],
    problems: list[Problem],
) -> Step | None:
    try:
        if "transition" in data:
            return TransitionStep(
                Transition(data["transition"]), data["seconds"], data["text"], data["rest_after"]
            )
        return _exercise_step(data, exercises)
    except ContentError as wrong:
        for problem in wrong.problems:
            whole = f"{place}.{problem.place}" if problem.place else place
            problems.append(replace(problem, place=whole))
        return None


def _exercise_step(data: Mapping[str, Any], exercises: Mapping[str, Exercise]) -> ExerciseStep:
    exercise = exercises.get(data["exercise"])
    if exercise is None:
        name = data["exercise"]
        raise error(
            "exercise",
            _nearest(_("there is no exercise {name}").format(name=name), name, tuple(exercises)),
        )
    sides = Sides(data.get("sides", exercise.sides))
    usual_side = Side.SORE if sides is Sides.SORE else Side.RIGHT
    step = ExerciseStep(
        exercise=exercise,
        dose=_own_dose(data, exercise),
        sides=sides,
        first_side=Side(data.get("first_side", usual_side)),
        change=data.get("change", exercise.change),
        rest_after=data["rest_after"],
        note=data["note"],
    )
    if step.work_seconds > LONGEST_STEP:
        raise error(
            "",
            _("lasts {time}; a step may last at most 1 hour").format(time=clock(step.work_seconds)),
        )
    return step


@lru_cache(maxsize=16)  # an editor asks for each step that names it, at each change
def _nearest(reason: str, name: str, known: tuple[str, ...]) -> str:
    return with_hint(reason, name, known)


def _own_dose(data: Mapping[str, Any], exercise: Exercise) -> Dose:
    given = {key: data[key] for key in _DOSE_KEYS if key in data}
    if not given:
        return exercise.dose
    if "own_pace" in given:
        return _at_own_pace(given, exercise)
    kind = type(exercise.dose)
    fitting = _FITTING[kind][1]
    misfits = [key for key in given if key not in fitting]
    if misfits:
        raise ContentError(
            Problem(
                "",
                key,
                _(_FITTING[kind][0]).format(id=exercise.id, key=_instead(key, fitting)),
            )
            for key in misfits
        )
    changes = {_FIELDS.get(key, key): value for key, value in given.items()}
    if isinstance(exercise.dose, Reps) and "phases" in changes:
        changes["phases"] = _paced(exercise.dose.phases, given["tempo"])
    return replace(exercise.dose, **changes)


def _instead(key: str, fitting: tuple[str, ...]) -> str:
    """Name the key that says the same for another kind of dose, or all there are."""
    return fitting[0] if key in ("hold", "reps", "seconds") else ", ".join(fitting)


def _at_own_pace(given: Mapping[str, Any], exercise: Exercise) -> OwnPace:
    others = [key for key in given if key != "own_pace"]
    if others:
        raise ContentError(Problem("", key, _("does not go with own_pace")) for key in others)
    if exercise.hard_stop:
        raise error(
            "own_pace", _("{id} has to end by the clock; use seconds").format(id=exercise.id)
        )
    return OwnPace(given["own_pace"])


def _paced(phases: tuple[Phase, ...], tempo: list[float]) -> tuple[Phase, ...]:
    if len(tempo) != len(phases):
        names = listed(phase.name for phase in phases)
        raise error(
            "tempo",
            counted(
                "must have {n} number of seconds, for {names}",
                "must have {n} numbers of seconds, one each for {names}",
                len(phases),
                names=names,
            ),
        )
    return tuple(
        replace(phase, seconds=seconds) for phase, seconds in zip(phases, tempo, strict=True)
    )


def _picture(data: Mapping[str, Any]) -> str:
    """Return the name of the person's own picture; it stands in place of a figure."""
    picture = str(data.get("picture", ""))
    if picture and data.get("figure") is not None:
        raise error("picture", _("stands in place of a figure; leave one of the two out"))
    if data.get("mirror_picture") and not picture:
        raise error("mirror_picture", _("goes with picture only; leave it out"))
    return picture


def _check_alone(exercise: Exercise) -> None:
    """Refuse an exercise that by itself is longer than a step may be."""
    step = ExerciseStep(exercise, exercise.dose, exercise.sides, change=exercise.change)
    if step.work_seconds > LONGEST_STEP:
        raise error(
            "dose",
            _("lasts {time}; at most 1 hour is possible").format(time=clock(step.work_seconds)),
        )
    if exercise.hard_stop and isinstance(exercise.dose, OwnPace):
        raise error("dose.own_pace", _("an exercise with hard_stop has to end by the clock"))
    if exercise.hard_stop and _contact_seconds(step) > HARD_STOP_SECONDS:
        raise error(
            "dose",
            _("an exercise with hard_stop may last at most {most} s").format(
                most=HARD_STOP_SECONDS
            ),
        )


def _check_count(items: list[Mapping[str, Any]]) -> None:
    """Refuse more steps than are allowed, before they are written out."""
    count = sum(item.get("repeat", 1) * len(item.get("steps", "1")) for item in items)
    if count > MOST_STEPS:
        raise error(
            "steps",
            _("are {count} with all rounds written out; at most {most}").format(
                count=count, most=MOST_STEPS
            ),
        )


def _check_length(routine: Routine) -> None:
    if routine.seconds > LONGEST_ROUTINE:
        length = clock(routine.seconds)
        raise error(
            "steps",
            _("last {length} together; a routine may last at most 4 hours").format(length=length),
        )
    cold: dict[str, float] = {}
    for place, step, rounds in _places(routine):
        if isinstance(step, ExerciseStep) and step.exercise.hard_stop:
            name = step.exercise.id
            cold[name] = cold.get(name, 0) + rounds * _contact_seconds(step)
            if cold[name] > HARD_STOP_SECONDS:
                reason = _("{name} may last at most {most} s in all, not {time}").format(
                    name=name, most=HARD_STOP_SECONDS, time=in_file(cold[name])
                )
                raise error(f"{place}.seconds", reason)


def _places(routine: Routine) -> Iterator[tuple[str, Step, int]]:
    """Yield each step as it is written, with its place and how often it is gone through."""
    for index, item in enumerate(routine.items):
        if isinstance(item, Group):
            for inner, step in enumerate(item.steps):
                yield f"steps[{index}].steps[{inner}]", step, item.rounds
        else:
            yield f"steps[{index}]", item, 1


def _contact_seconds(step: ExerciseStep) -> float:
    return len(step.blocks) * step.block_seconds
