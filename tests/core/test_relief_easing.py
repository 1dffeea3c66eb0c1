"""A cramp that eases: the last stretch is kept, the aftercare follows, and it may come back."""

from __future__ import annotations

import math

from coach.core.caution import StopReason
from coach.core.relief import CheckRaised, Place, ReliefChanged, ReliefState, StopRaised
from tests.core.reliefs import STARTED, begun, relief, said


def test_easing_keeps_the_last_stretch_and_leads_through_the_aftercare() -> None:
    made = relief()
    made.advance(20)
    events = made.easing()
    assert events[0] == ReliefChanged(ReliefState.AFTERCARE)
    assert said(events) == ["Ten seconds more."]
    moment = made.snapshot()
    assert (moment.eased_at, moment.part.figure) == (20, "pull")
    assert (moment.length, moment.count) == (10, 3)
    assert begun(made.advance(10)) == ["let-go"]
    assert begun(made.advance(20)) == ["walk"]
    assert made.advance(60)[-1] == ReliefChanged(ReliefState.FINISHED)
    assert made.snapshot().clock == 110
    assert made.advance(1000) == ()
    assert made.next_event_in() == math.inf
    assert made.snapshot().clock == 110


def test_easing_while_walking_keeps_the_stretch_before() -> None:
    made = relief()
    made.advance(100)
    made.easing()
    assert made.snapshot().part.figure == "stand"


def test_easing_at_once_keeps_the_first_stretch() -> None:
    made = relief()
    made.easing()
    assert made.snapshot().part.figure == "take the foot"


def test_in_bed_the_aftercare_is_another() -> None:
    made = relief()
    made.switch(place=Place.BED)
    made.easing()
    assert "Well done, in bed." in said(made.advance(10))
    assert made.advance(20)[-1] == ReliefChanged(ReliefState.FINISHED)


def test_getting_up_during_the_aftercare_changes_only_what_is_left_of_it() -> None:
    made = relief()
    made.switch(place=Place.BED)
    made.advance(30)
    made.easing()
    made.advance(12)
    assert said(made.switch(place=Place.STANDING)) == ["Well done."]
    assert made.state is ReliefState.AFTERCARE
    assert made.snapshot().eased_at == 30


def test_a_cramp_that_eases_is_not_asked_about_nor_stopped() -> None:
    made = relief()
    made.advance(599)
    made.answer_check(found=False)
    made.easing()
    events = made.advance(200)
    assert not any(isinstance(event, CheckRaised | StopRaised) for event in events)
    assert made.state is ReliefState.FINISHED


def test_easing_closes_the_question() -> None:
    made = relief()
    made.advance(180)
    made.easing()
    assert not made.snapshot().asks


def test_a_cramp_that_comes_back_is_stretched_again() -> None:
    made = relief()
    made.advance(40)
    made.easing()
    made.advance(15)
    events = made.not_yet()
    assert events[0] == ReliefChanged(ReliefState.STRETCHING)
    assert begun(events) == ["pull"]
    moment = made.snapshot()
    assert (moment.clock, moment.eased_at) == (55, None)
    made.advance(20)
    made.easing()
    assert made.record(STARTED).seconds == 75


def test_a_cramp_that_comes_back_after_ten_minutes_leads_to_stop() -> None:
    made = relief()
    made.advance(590)
    made.easing()
    made.advance(20)
    events = made.not_yet()
    assert events == (ReliefChanged(ReliefState.STOPPED), StopRaised(StopReason.TEN_MINUTES))
    assert begun(made.resume_from_stop()) == ["pull"]
