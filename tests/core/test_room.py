from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.captions import caption
from coach.core.cue import COUNTED_SECONDS, OPENING_SECONDS, CueDue
from coach.core.cues import plan_cues
from coach.core.playback import Playback
from coach.core.room import give_room
from coach.core.routine import Routine
from coach.core.timeline import SegmentKind, build_timeline
from tests.core.strategies import Action, actions, exercise_steps, routines, timed_doses


@given(routines(), st.floats(2, 40))
def test_what_is_said_fits_between_the_work(any_routine: Routine, rate: float) -> None:
    timeline = give_room(build_timeline(any_routine), lambda text: len(text) / rate)
    for segment in timeline.segments:
        if segment.kind in (SegmentKind.GET_READY, SegmentKind.CHANGE, SegmentKind.REST):
            assert segment.seconds >= len(caption(timeline, segment)) / rate


@given(routines(), st.floats(2, 40))
def test_work_keeps_its_length_and_segments_still_tile(any_routine: Routine, rate: float) -> None:
    planned = build_timeline(any_routine)
    fitted = give_room(planned, lambda text: len(text) / rate)
    for before, after in zip(planned.segments, fitted.segments, strict=True):
        assert after.seconds == before.seconds or not before.kind.is_work
        assert after.seconds >= before.seconds
    for first, second in pairwise(fitted.segments):
        assert second.start == pytest.approx(first.end)


@given(routines(exercise_steps(timed_doses)))
def test_the_time_before_the_first_step_can_be_counted_down(any_routine: Routine) -> None:
    fitted = give_room(build_timeline(any_routine), lambda text: 4.0 if len(text) > 6 else 0.5)
    assert fitted.lead_in == pytest.approx(4.0 + OPENING_SECONDS + COUNTED_SECONDS, abs=0.2)
    first = [cue.text for cue in plan_cues(fitted, lambda t: 0.5) if cue.segment == 0]
    assert first[1:] == ["Three.", "Two.", "One."]


@given(routines(), actions, st.floats(2, 40))
def test_a_routine_may_be_fitted_at_any_moment(
    any_routine: Routine, done: list[Action], rate: float
) -> None:
    timeline = build_timeline(any_routine)
    playback = Playback(timeline, plan_cues(timeline))
    playback.start()
    for action in done:
        action(playback)
    before = playback.snapshot()
    fitted = give_room(timeline, lambda text: len(text) / rate)
    playback.refit(fitted, plan_cues(fitted, lambda text: len(text) / rate))
    after = playback.snapshot()
    assert (after.segment.index, after.within, after.spent, after.state) == (
        before.segment.index,
        before.within,
        before.spent,
        before.state,
    )
    assert after.left >= 0
    late = [event.late for event in playback.advance(0.0) if isinstance(event, CueDue)]
    assert not any(seconds > 1e-9 for seconds in late)


def test_another_routine_does_not_fit() -> None:
    from coach.core.exercise import Hold, Sides
    from coach.core.routine import ExerciseStep
    from tests.core.strategies import exercise, routine

    one = ExerciseStep(exercise(Hold(10)), Hold(10), Sides.BOTH)
    playback = Playback(build_timeline(routine(one)))
    with pytest.raises(ValueError, match="other segments"):
        playback.refit(build_timeline(routine(one, one)), ())
