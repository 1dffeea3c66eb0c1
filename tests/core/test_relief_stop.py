"""The signs are asked about, and ten minutes or a sign lead to STOP and back."""

from __future__ import annotations

from dataclasses import replace

from coach.core.body import Muscle
from coach.core.caution import StopReason
from coach.core.relief import CheckRaised, ReliefChanged, ReliefState, StopRaised
from tests.core.reliefs import begun, relief, said


def test_the_signs_are_asked_about_at_three_and_five_minutes_while_it_goes_on() -> None:
    made = relief()
    for _step in range(7):
        made.not_yet()
    assert made.state is ReliefState.RESTING
    made.answer_check(found=False)
    made.advance(179.9)
    assert not made.snapshot().asks
    assert CheckRaised(180) in made.advance(0.1)
    assert made.snapshot().asks
    assert made.answer_check(found=False) == ()
    assert not made.snapshot().asks
    assert CheckRaised(300) in made.advance(120)
    assert made.state is ReliefState.RESTING


def test_a_step_may_ask_about_the_signs_when_it_has_not_helped() -> None:
    made = relief()
    for _step in range(3):
        assert not any(isinstance(event, CheckRaised) for event in made.not_yet())
    assert CheckRaised(0) in made.not_yet()


def test_a_step_that_ends_at_three_minutes_asks_no_second_time() -> None:
    made = relief()
    made.advance(120)
    made.not_yet()
    for _step in range(2):
        made.not_yet()
    made.answer_check(found=False)
    made.advance(0.0)
    assert made.snapshot().step.id == "walk"
    events = made.advance(60)
    assert begun(events) == ["rest"]
    assert made.state is ReliefState.RESTING
    assert [event for event in events if isinstance(event, CheckRaised)] == [CheckRaised(180)]


def test_a_step_does_not_ask_what_was_asked_a_moment_ago() -> None:
    made = relief()
    made.advance(170)
    made.answer_check(found=False)
    assert CheckRaised(180) in made.advance(10)
    made.answer_check(found=False)
    for _step in range(3):
        made.advance(8)
        assert not any(isinstance(event, CheckRaised) for event in made.not_yet())
    assert made.state is ReliefState.RESTING


def test_an_unanswered_question_is_asked_anew_at_five_minutes() -> None:
    made = relief()
    made.not_yet()
    made.advance(299)
    assert made.snapshot().asks
    made.advance(0.5)
    assert CheckRaised(300) in made.advance(1)


def test_a_sign_found_raises_stop() -> None:
    made = relief()
    made.advance(180)
    events = made.answer_check(found=True)
    assert StopRaised(StopReason.CHECK) in events
    assert made.state is ReliefState.STOPPED
    assert made.answer_check(found=True) == ()


def test_ten_minutes_raise_stop() -> None:
    made = relief()
    events = made.advance(600)
    assert events[-1] == StopRaised(StopReason.TEN_MINUTES)
    assert made.state is ReliefState.STOPPED
    assert made.snapshot().too_long


def test_after_ten_minutes_one_may_go_back_but_not_yet_leads_to_stop() -> None:
    made = relief()
    made.advance(600)
    made.resume_from_stop()
    assert made.state is ReliefState.RESTING
    assert made.advance(500) != ()
    assert made.state is ReliefState.RESTING
    assert made.not_yet()[-1] == StopRaised(StopReason.TEN_MINUTES)


def test_stop_halts_steps_and_voice_while_the_clock_goes_on() -> None:
    made = relief()
    made.advance(12)
    assert made.stop() == (ReliefChanged(ReliefState.STOPPED), StopRaised(StopReason.ASKED))
    before = made.snapshot()
    assert made.advance(30) == ()
    assert made.snapshot() == replace(before, clock=42)
    assert made.stop() == made.not_yet() == made.easing() == made.other_way() == ()
    assert made.switch(muscle=Muscle.FOOT) == ()


def test_going_back_from_stop_goes_on_where_it_was() -> None:
    made = relief()
    made.advance(6)
    made.stop()
    made.advance(30)
    events = made.resume_from_stop()
    assert events[0] == ReliefChanged(ReliefState.STRETCHING)
    assert (begun(events), said(events)) == (["pull"], ["Take the foot."])
    moment = made.snapshot()
    assert (moment.clock, moment.within, moment.reason) == (36, 1, None)
    assert said(made.advance(6.5)) == ["Three."]
    assert made.resume_from_stop() == ()


def test_going_back_does_not_speak_into_the_next_cue() -> None:
    made = relief()
    made.advance(5 + 14.5)
    made.stop()
    assert said(made.resume_from_stop()) == []


def test_stop_that_lasts_past_ten_minutes_gets_the_graver_reason() -> None:
    made = relief()
    made.advance(100)
    made.stop()
    assert made.advance(499.9) == ()
    assert made.advance(1) == (StopRaised(StopReason.TEN_MINUTES),)
    made.resume_from_stop()
    assert made.state is ReliefState.STRETCHING
