"""Somebody's leg has cramped: what the engine does with time and with each command."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from coach.core.body import Muscle, Side
from coach.core.caution import StopReason
from coach.core.cue import CueDue, Priority
from coach.core.relief import (
    CheckRaised,
    Cramp,
    CrampState,
    PartStarted,
    Place,
    Protocol,
    Relief,
    ReliefChanged,
    ReliefEvent,
    ReliefState,
    StopRaised,
)
from tests.core.reliefs import aftercare, protocol, relief

STARTED = datetime(2024, 3, 1, 2, 30, tzinfo=UTC)


def said(events: tuple[ReliefEvent, ...]) -> list[str]:
    return [event.cue.text for event in events if isinstance(event, CueDue)]


def begun(events: tuple[ReliefEvent, ...]) -> list[str]:
    return [event.step.id for event in events if isinstance(event, PartStarted)]


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


def test_another_muscle_that_cramps_after_ten_minutes_leads_to_stop() -> None:
    made = relief()
    made.advance(590)
    made.easing()
    made.advance(20)
    assert made.switch(muscle=Muscle.FOOT)[-1] == StopRaised(StopReason.TEN_MINUTES)
    made.resume_from_stop()
    assert made.snapshot().muscle is Muscle.FOOT


@pytest.mark.parametrize("at", [0.0, 3.0, 60.0, 170.0, 400.0])
def test_switching_never_touches_the_clock(at: float) -> None:
    made = relief()
    made.advance(at)
    events = made.switch(muscle=Muscle.FOOT)
    assert said(events) == ["Breathe out, foot desk."]
    events = made.switch(place=Place.BED, side=Side.LEFT)
    assert said(events) == ["Breathe out, foot bed."]
    moment = made.snapshot()
    assert (moment.clock, moment.number, moment.turn) == (at, 1, 1)
    assert (moment.muscle, moment.place, moment.side) == (Muscle.FOOT, Place.BED, Side.LEFT)
    assert moment.state is ReliefState.STRETCHING


def test_switching_to_what_is_already_there_changes_nothing() -> None:
    made = relief()
    made.advance(30)
    before = made.snapshot()
    assert made.switch(muscle=Muscle.CALF, place=Place.DESK, side=Side.RIGHT) == ()
    assert made.snapshot() == replace(before, side=Side.RIGHT)


def test_switching_before_the_start_changes_what_will_start() -> None:
    made = Relief(protocol, aftercare())
    assert made.switch(muscle=Muscle.BACK_THIGH, place=Place.GYM) == ()
    assert said(made.start()) == ["Breathe out, back-thigh gym."]


def test_a_protocol_that_cannot_be_had_leaves_everything_as_it_was() -> None:
    def find(muscle: Muscle, place: Place) -> Protocol:
        if muscle is Muscle.FOOT:
            raise LookupError
        return protocol(muscle, place)

    made = Relief(find, aftercare())
    made.start()
    made.advance(20)
    before = made.snapshot()
    with pytest.raises(LookupError):
        made.switch(muscle=Muscle.FOOT)
    assert made.snapshot() == before


def test_who_cannot_stand_stays_seated_now_and_later() -> None:
    made = relief()
    made.advance(60)
    assert made.snapshot().other_way == "I can't stand"
    assert said(made.other_way()) == ["Stay seated."]
    moment = made.snapshot()
    assert (moment.other_taken, moment.length, moment.within) == (True, 30, 0)
    assert begun(made.advance(30)) == ["walk"]
    assert made.other_way() == ()
    made.advance(60 + 45)
    assert made.snapshot().other_taken
    assert said(made.other_way()) == ["Stand."]


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
