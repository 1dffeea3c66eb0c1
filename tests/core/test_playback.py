from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.cue import Cue, CueDue, Priority
from coach.core.cues import plan_cues
from coach.core.exercise import Hold, OwnPace, Phase, Reps, Sides
from coach.core.playback import (
    Event,
    Finished,
    Playback,
    PlaybackState,
    SegmentStarted,
    StateChanged,
)
from coach.core.routine import ExerciseStep, Routine
from coach.core.timeline import SegmentKind, build_timeline
from tests.core.strategies import (
    Action,
    actions,
    exercise,
    exercise_steps,
    routine,
    routines,
    timed_doses,
)

TIMED = routines(exercise_steps(timed_doses))


def ready(any_routine: Routine, lead_in: float = 5.0) -> Playback:
    timeline = build_timeline(any_routine, lead_in=lead_in)
    return Playback(timeline, plan_cues(timeline))


def three_holds(hard_stop: bool = False) -> Playback:
    dose = Hold(10)
    step = ExerciseStep(exercise(dose, hard_stop=hard_stop), dose, Sides.BOTH, rest_after=5)
    playback = ready(routine(step, step, step))
    playback.start()
    return playback


def kinds(events: tuple[Event, ...]) -> list[str]:
    return [event.segment.kind.value for event in events if isinstance(event, SegmentStarted)]


def texts(events: tuple[Event, ...]) -> list[str]:
    return [event.cue.text for event in events if isinstance(event, CueDue)]


@given(routines(), actions)
def test_the_clock_never_runs_backwards_whatever_a_person_does(
    any_routine: Routine, done: list[Action]
) -> None:
    playback = ready(any_routine)
    spent = 0.0
    for action in done:
        action(playback)
        now = playback.snapshot()
        assert now.spent >= spent
        assert 0 <= now.within <= now.length + 1e-9 or now.segment.waits
        assert now.remaining >= 0
        spent = now.spent


@given(routines(), actions)
def test_every_segment_starts_after_the_one_before_unless_asked_to_go_elsewhere(
    any_routine: Routine, done: list[Action]
) -> None:
    playback = ready(any_routine)
    playback.start()
    for action in done:
        before = playback.snapshot().segment.index
        moved = [one.segment.index for one in action(playback) if isinstance(one, SegmentStarted)]
        if action not in (Playback.back, Playback.restart_step, Playback.skip, Playback.start):
            assert moved == list(range(before + 1, before + 1 + len(moved)))


@given(TIMED, st.lists(st.floats(0.001, 30), min_size=1, max_size=30))
def test_time_in_pieces_is_the_same_as_time_in_one(
    any_routine: Routine, pieces: list[float]
) -> None:
    whole, parts = ready(any_routine), ready(any_routine)
    events = (*whole.start(), *whole.advance(sum(pieces)))
    others = list(parts.start())
    for piece in pieces:
        others += parts.advance(piece)
    # At a boundary, adding up pieces may fall a rounding error short of the next cue.
    assert abs(len(texts(events)) - len(texts(tuple(others)))) <= 1
    assert parts.snapshot().spent == pytest.approx(whole.snapshot().spent, abs=1e-6)


@given(TIMED, st.floats(0.7, 700))
def test_playing_to_the_end_hears_every_cue_once_and_takes_the_stated_total(
    any_routine: Routine, tick: float
) -> None:
    timeline = build_timeline(any_routine)
    cues = plan_cues(timeline)
    playback = Playback(timeline, cues)
    events = list(playback.start())
    for _tick in range(math.ceil(timeline.seconds / tick) + 1):
        events += playback.advance(tick)
    started = [event.segment.index for event in events if isinstance(event, SegmentStarted)]
    assert started == list(range(len(timeline.segments)))
    assert sorted(map(hash, cues)) == sorted(
        hash(event.cue) for event in events if isinstance(event, CueDue)
    )
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert finished.completed
    assert finished.seconds == pytest.approx(any_routine.seconds, abs=1e-6)


@given(TIMED, st.floats(0.1, 1.2))
def test_a_late_tick_says_how_late_each_cue_is(any_routine: Routine, part: float) -> None:
    timeline = build_timeline(any_routine)
    playback = Playback(timeline, plan_cues(timeline))
    playback.start()
    elapsed = timeline.seconds * part
    for event in playback.advance(elapsed):
        if isinstance(event, CueDue):
            segment = timeline.segments[event.cue.segment]
            at = (segment.end if event.cue.from_end else segment.start) + event.cue.offset
            assert event.late == pytest.approx(elapsed - at, abs=1e-6)


def test_nothing_happens_before_the_start_or_while_paused() -> None:
    playback = ready(routine(ExerciseStep(exercise(Hold(10)), Hold(10), Sides.BOTH)))
    assert playback.advance(100) == ()
    playback.start()
    playback.advance(3)
    assert playback.pause() == (StateChanged(PlaybackState.PAUSED),)
    assert playback.advance(100) == ()
    assert playback.snapshot().within == 3
    assert playback.resume() == (StateChanged(PlaybackState.PLAYING),)
    assert playback.next_event_in() <= 2


@pytest.mark.parametrize("elapsed", [-0.1, math.nan, math.inf])
def test_time_that_is_no_time_is_refused(elapsed: float) -> None:
    with pytest.raises(ValueError, match="must be finite"):
        three_holds().advance(elapsed)


def test_skip_goes_to_the_next_step_and_leaves_out_the_rest() -> None:
    playback = three_holds()
    playback.advance(5 + 4)
    assert playback.snapshot().segment.step == 0
    assert kinds(playback.skip()) == ["hold"]
    assert playback.snapshot().segment.step == 1
    assert playback.snapshot().steps_done == frozenset()


def test_skip_in_a_rest_begins_the_step_that_follows() -> None:
    playback = three_holds()
    playback.advance(5 + 10 + 1)
    assert playback.snapshot().segment.kind is SegmentKind.REST
    playback.skip()
    assert (playback.snapshot().segment.kind, playback.snapshot().segment.step) == (
        SegmentKind.HOLD,
        1,
    )


def test_skipping_the_last_step_ends_the_routine_as_not_completed() -> None:
    playback = three_holds()
    playback.advance(5 + 15 + 15 + 2)
    events = playback.skip()
    assert kinds(events) == ["finish"]
    assert events[-1] == Finished(completed=False, seconds=32)


def test_back_reaches_the_start_of_the_step_and_soon_after_it_the_step_before() -> None:
    playback = three_holds()
    playback.advance(5 + 15 + 6)
    playback.back()
    assert (playback.snapshot().segment.step, playback.snapshot().within) == (1, 0)
    playback.advance(1)
    playback.back()
    assert (playback.snapshot().segment.step, playback.snapshot().within) == (0, 0)
    playback.back()
    assert playback.snapshot().segment.step == 0


def test_restart_begins_the_step_again_even_from_the_rest_after_it() -> None:
    playback = three_holds()
    playback.advance(5 + 10 + 2)
    playback.restart_step()
    assert (playback.snapshot().segment.kind, playback.snapshot().segment.step) == (
        SegmentKind.HOLD,
        0,
    )


def test_ten_seconds_more_lengthen_this_hold_and_count_down_again() -> None:
    playback = three_holds()
    assert texts(playback.advance(5 + 7.5))[-1] == "Three."
    playback.extend()
    assert playback.snapshot().left == 12.5
    assert texts(playback.advance(9)) == []
    assert texts(playback.advance(3.4)) == ["Three.", "Two.", "One."]
    assert kinds(playback.advance(0.2)) == ["rest"]


def test_ice_on_the_skin_cannot_be_made_longer() -> None:
    playback = three_holds(hard_stop=True)
    playback.advance(6)
    playback.extend()
    assert playback.snapshot().length == 10
    assert not playback.can_extend


def test_stop_keeps_what_was_done() -> None:
    playback = three_holds()
    playback.advance(5 + 15 + 3)
    assert playback.stop() == (
        StateChanged(PlaybackState.STOPPED),
        Finished(completed=False, seconds=18),
    )
    assert playback.snapshot().steps_done == frozenset({0})
    assert playback.stop() == playback.skip() == playback.back() == ()


def test_a_step_at_ones_own_pace_waits_until_told_to_go_on() -> None:
    own = ExerciseStep(exercise(OwnPace(10)), OwnPace(10), Sides.BOTH)
    hold = ExerciseStep(exercise(Hold(10)), Hold(10), Sides.BOTH)
    playback = ready(routine(own, hold))
    playback.start()
    assert kinds(playback.advance(600)) == ["own-pace"]
    assert playback.next_event_in() == math.inf
    assert kinds(playback.go_on()) == ["hold"]
    assert playback.snapshot().steps_done == frozenset({0})


def test_cues_keep_their_distance_from_a_segment_s_end() -> None:
    dose = Reps((Phase("Up", 3),), 1)
    timeline = build_timeline(routine(ExerciseStep(exercise(dose), dose, Sides.BOTH)), lead_in=0)
    playback = Playback(timeline, (Cue(0, -1.0, "One.", Priority.COUNTDOWN, from_end=True),))
    playback.start()
    assert playback.next_event_in() == 2
    playback.extend(4)
    assert playback.next_event_in() == 6
