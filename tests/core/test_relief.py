"""A cramp by its clock: steps go on by themselves, say what they should, and leave a record."""

from __future__ import annotations

import math

import pytest

from coach.core.body import Muscle, Side
from coach.core.cue import CueDue, Priority
from coach.core.relief import (
    Cramp,
    CrampState,
    PartStarted,
    Place,
    Relief,
    ReliefChanged,
    ReliefState,
)
from tests.core.reliefs import STARTED, aftercare, begun, protocol, relief, said


def test_the_first_instruction_comes_with_the_start() -> None:
    made = Relief(protocol, aftercare())
    events = made.start()
    assert events[0] == ReliefChanged(ReliefState.STRETCHING)
    assert isinstance(events[1], PartStarted)
    assert said(events) == ["Breathe out, calf desk."]
    assert made.start() == ()


def test_it_is_the_calf_at_the_desk_on_either_leg_unless_said_otherwise() -> None:
    moment = Relief(protocol, aftercare()).snapshot()
    assert (moment.muscle, moment.place, moment.side) == (Muscle.CALF, Place.DESK, Side.BOTH)
    assert (moment.number, moment.count, moment.state) == (1, 4, ReliefState.READY)


def test_nothing_happens_before_the_start() -> None:
    made = Relief(protocol, aftercare())
    assert made.advance(1000) == ()
    assert made.next_event_in() == math.inf
    assert made.snapshot().clock == 0
    assert made.not_yet() == made.easing() == made.stop() == made.other_way() == ()


def test_steps_go_on_by_themselves() -> None:
    made = relief()
    assert begun(made.advance(4.9)) == []
    assert begun(made.advance(0.1)) == ["pull"]
    assert begun(made.advance(45)) == ["pull"] * 5 + ["stand"]
    assert made.snapshot().within == 0
    assert made.snapshot().clock == 50


def test_a_pattern_is_pulled_and_eased_on_its_seconds() -> None:
    made = relief()
    made.advance(5)
    heard = [
        (event.cue.offset, event.cue.text)
        for event in made.advance(44.9)
        if isinstance(event, CueDue)
    ]
    assert heard == [
        (7, "Three."), (8, "Two."), (9, "One."),
        (10, "Ease."), (15, "Pull. Keep breathing."),
        (22, "Three."), (23, "Two."), (24, "One."),
        (25, "Ease."), (30, "Pull."),
        (37, "Three."), (38, "Two."), (39, "One."),
        (40, "Ease."),
    ]  # fmt: skip


def test_what_is_late_says_how_late() -> None:
    made = relief()
    started = [event for event in made.advance(21) if isinstance(event, PartStarted)]
    assert [(event.part.start, event.late) for event in started] == [(0, 16), (10, 6), (15, 1)]

    cues = [event for event in relief().advance(21) if isinstance(event, CueDue)]
    assert [(event.cue.text, event.late) for event in cues][-3:] == [
        ("One.", 7), ("Ease.", 6), ("Pull. Keep breathing.", 1),
    ]  # fmt: skip


def test_not_yet_goes_to_the_next_step() -> None:
    made = relief()
    assert begun(made.not_yet()) == ["pull"]
    made.advance(3)
    events = made.not_yet()
    assert (begun(events), said(events)) == (["stand"], ["Stand."])
    assert made.snapshot().clock == 3


def test_a_pass_is_repeated_once_from_the_first_stretch_and_then_it_rests() -> None:
    made = relief()
    made.advance(150)
    assert (made.snapshot().step.id, made.snapshot().turn) == ("pull", 2)
    made.advance(145)
    assert (made.state, made.snapshot().step.id) == (ReliefState.RESTING, "rest")
    assert made.snapshot().clock == 295
    assert made.snapshot().left == made.snapshot().part_left == math.inf
    assert made.snapshot().part_progress == 0


def test_while_resting_it_reminds_of_the_breath() -> None:
    made = relief()
    made.advance(294.9)
    assert said(made.advance(70)) == ["Rest now.", "Keep breathing.", "Keep breathing."]


def test_not_yet_while_resting_stretches_again() -> None:
    made = relief()
    made.advance(300)
    events = made.not_yet()
    assert events[0] == ReliefChanged(ReliefState.STRETCHING)
    assert begun(events) == ["pull"]
    assert made.snapshot().turn == 1


def test_what_is_said_for_long_is_heard_out_before_the_next_step_speaks() -> None:
    def length_of(text: str) -> float:
        return 6.0 if text.startswith("Breathe") else 1.0

    made = Relief(protocol, aftercare(), length_of=length_of)
    made.start()
    assert said(made.advance(6)) == []
    assert said(made.advance(0.2)) == ["Take the foot."]
    assert said(made.switch(muscle=Muscle.FOOT)) == ["Breathe out, foot desk."]
    assert said(made.not_yet()) == ["Take the foot."], "a command cuts off what is said"


def test_next_event_in_leads_from_event_to_event() -> None:
    made = relief()
    clock, seen = 0.0, 0
    while made.state is not ReliefState.STOPPED:
        step = made.next_event_in()
        assert step > 0
        assert made.advance(step), clock
        clock += step
        seen += 1
    assert clock == pytest.approx(600)
    assert seen > 40


@pytest.mark.parametrize("elapsed", [-0.1, math.nan, math.inf])
def test_time_does_not_run_backwards(elapsed: float) -> None:
    with pytest.raises(ValueError, match="elapsed"):
        relief().advance(elapsed)


def test_what_is_said_when_a_step_begins_matters_most() -> None:
    cues = [event.cue for event in relief().advance(150) if isinstance(event, CueDue)]
    assert {cue.priority for cue in cues if cue.offset == 0} == {Priority.CHANGE}


def test_the_record_of_a_cramp_that_eased() -> None:
    made = relief()
    made.switch(side=Side.LEFT)
    made.advance(72)
    assert made.record(STARTED).state is CrampState.UNFINISHED
    made.easing()
    expected = Cramp(STARTED, Muscle.CALF, Place.DESK, Side.LEFT, 72, CrampState.EASED, pain=6)
    assert made.record(STARTED, pain=6) == expected
    made.leave()
    assert made.record(STARTED, pain=6) == expected


def test_the_record_of_a_cramp_that_was_left_or_stopped() -> None:
    made = relief()
    made.advance(72)
    assert made.leave() == (ReliefChanged(ReliefState.LEFT),)
    assert made.leave() == made.start() == made.advance(10) == ()
    assert made.record(STARTED).state is CrampState.UNFINISHED
    assert made.record(STARTED).seconds is None

    stopped = relief()
    stopped.stop()
    stopped.leave()
    assert stopped.record(STARTED).state is CrampState.STOPPED

    back = relief()
    back.stop()
    back.resume_from_stop()
    back.leave()
    assert back.record(STARTED).state is CrampState.UNFINISHED


@pytest.mark.parametrize("pain", [-1, 11])
def test_pain_is_from_nought_to_ten(pain: int) -> None:
    with pytest.raises(ValueError, match="pain"):
        Cramp(STARTED, Muscle.CALF, Place.BED, pain=pain)
