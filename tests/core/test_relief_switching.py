"""Another muscle, another place, another way: the clock goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.core.body import Muscle, Side
from coach.core.caution import StopReason
from coach.core.relief import Place, Protocol, Relief, ReliefState, StopRaised
from tests.core.reliefs import aftercare, begun, protocol, relief, said


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
