"""Any valid routine, and anything a person may do while it plays."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

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
    Strength,
)
from coach.core.playback import Event, Playback
from coach.core.routine import ExerciseStep, Group, Routine, Step, Transition, TransitionStep

lengths = st.integers(1, 90).map(float) | st.floats(0.5, 60)
gaps = st.sampled_from([0.0, 5.0, 10.0]) | st.floats(0, 20)
few = st.integers(1, 4)

phases = st.lists(
    st.builds(Phase, st.sampled_from(["Up", "Reach", "Down"]), lengths), min_size=1, max_size=3
).map(tuple)

timed_doses: st.SearchStrategy[Dose] = st.one_of(
    st.builds(Hold, lengths, few, gaps),
    st.builds(Continuous, lengths, few, gaps),
    st.builds(Reps, phases, st.integers(1, 6), few, gaps),
)
doses: st.SearchStrategy[Dose] = timed_doses | st.builds(OwnPace, st.integers(0, 20))


def exercise(dose: Dose, sides: Sides = Sides.BOTH, *, hard_stop: bool = False) -> Exercise:
    return Exercise(
        id="heel-walk",
        title="Heel walking",
        strength=Strength.GUIDANCE,
        positions=(Position.STANDING,),
        muscles=(Muscle.CALF,),
        target="Calf",
        sides=sides,
        dose=dose,
        cues=("Toes up.", "Small steps."),
        hard_stop=hard_stop,
    )


@st.composite
def exercise_steps(draw: st.DrawFn, of: st.SearchStrategy[Dose] = doses) -> ExerciseStep:
    dose = draw(of)
    sides = draw(st.sampled_from(Sides))
    return ExerciseStep(
        exercise(dose, sides, hard_stop=draw(st.booleans())),
        dose,
        sides,
        first_side=draw(st.sampled_from([Side.RIGHT, Side.LEFT])),
        change=draw(gaps),
        rest_after=draw(gaps),
    )


transitions = st.builds(
    TransitionStep, st.sampled_from(Transition), lengths, st.just("Stand up."), gaps
)
steps: st.SearchStrategy[Step] = exercise_steps() | transitions


def routine(*items: Step | Group) -> Routine:
    return Routine("legs", "Legs", "Daily.", (Position.STANDING,), items)


@st.composite
def routines(draw: st.DrawFn, of: st.SearchStrategy[Step] = steps) -> Routine:
    groups = st.builds(Group, st.lists(of, min_size=1, max_size=2).map(tuple), few, gaps)
    return routine(*draw(st.lists(of | groups, min_size=1, max_size=4)))


Action = Callable[[Playback], tuple[Event, ...]]

commands: st.SearchStrategy[Action] = st.sampled_from(
    [
        Playback.start,
        Playback.pause,
        Playback.resume,
        Playback.skip,
        Playback.back,
        Playback.restart_step,
        Playback.extend,
        Playback.go_on,
    ]
)


def passing(seconds: float) -> Action:
    return lambda playback: playback.advance(seconds)


times: st.SearchStrategy[Action] = st.floats(0, 400).map(passing)
actions = st.lists(commands | times, max_size=40)
