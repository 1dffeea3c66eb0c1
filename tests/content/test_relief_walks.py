"""Every path through every protocol as shipped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.body import Muscle, Side
from coach.core.caution import Condition, StopReason
from coach.core.cue import CueDue, spoken_seconds
from coach.core.relief import (
    CRAMP_MUSCLES,
    CrampState,
    PartStarted,
    Place,
    Protocol,
    Relief,
    ReliefEvent,
    ReliefState,
    StopRaised,
    step_texts,
)
from coach.core.relief.suiting import suited
from tests.content.reliefs import ALL, IDS, SHELF

CHECK, AFTERCARE = SHELF.first_check(), SHELF.aftercare()
STARTED = datetime(2024, 3, 1, 2, 30, tzinfo=UTC)

Command = Callable[[Relief], tuple[ReliefEvent, ...]]


def to(pair: tuple[Muscle, Place]) -> Command:
    return lambda relief: relief.switch(muscle=pair[0], place=pair[1])


COMMANDS: dict[str, Command] = {
    "easing": Relief.easing,
    "not yet": Relief.not_yet,
    "other way": Relief.other_way,
    "stop": Relief.stop,
    "resume": Relief.resume_from_stop,
    "found": lambda relief: relief.answer_check(found=True),
    "nothing found": lambda relief: relief.answer_check(found=False),
    "left": lambda relief: relief.switch(side=Side.LEFT),
    "leave": Relief.leave,
    "start": Relief.start,
    **{f"to {name}": to(pair) for name, pair in zip(IDS, ALL, strict=True)},
}


def start(pair: tuple[Muscle, Place], answers: frozenset[Condition] = frozenset()) -> Relief:
    def find(muscle: Muscle, place: Place) -> Protocol:
        return suited(SHELF.protocol(muscle, place), answers, CHECK)

    relief = Relief(find, AFTERCARE, muscle=pair[0], place=pair[1])
    relief.start()
    return relief


@pytest.mark.parametrize("pair", ALL, ids=IDS)
def test_hands_free_it_goes_twice_through_the_steps_rests_and_stops_at_ten_minutes(
    pair: tuple[Muscle, Place],
) -> None:
    protocol, relief = SHELF.protocol(*pair), start(pair)
    now = 0.0
    again = protocol.steps[protocol.first_stretch :]
    for turn, step in [(1, step) for step in protocol.steps] + [(2, step) for step in again]:
        for part in step.way.parts:
            moment = relief.snapshot()
            assert (moment.step, moment.turn, moment.part) == (step, turn, part)
            assert moment.clock == now
            relief.advance(part.seconds)
            now += part.seconds
    assert (relief.state, relief.snapshot().turn) == (ReliefState.RESTING, 2)
    events = relief.advance(600 - now)
    assert events[-1] == StopRaised(StopReason.TEN_MINUTES)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("pair", ALL, ids=IDS)
def test_each_command_at_each_step(pair: tuple[Muscle, Place], command: str) -> None:
    """At the beginning, in the middle and near the end of each step, usual way and other."""
    protocol = SHELF.protocol(*pair)
    for index, step in enumerate(protocol.steps):
        for other in {False, step.other is not None}:
            for share in (0, 0.5, 0.99):
                relief = start(pair)
                for _step in range(index):
                    relief.not_yet()
                assert relief.snapshot().step == step
                if other:
                    assert relief.other_way()
                relief.advance(share * relief.snapshot().length)
                before = relief.snapshot()
                COMMANDS[command](relief)
                after = relief.snapshot()
                assert after.clock == before.clock
                relief.advance(700)
                ended = relief.snapshot()
                assert ended.state in {
                    "easing": {ReliefState.FINISHED},
                    "leave": {ReliefState.LEFT},
                }.get(command, {ReliefState.STOPPED})


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("muscle", CRAMP_MUSCLES)
def test_a_cramp_may_ease_in_any_step(muscle: Muscle, place: Place) -> None:
    protocol = SHELF.protocol(muscle, place)
    for index in range(len(protocol.steps)):
        relief = start((muscle, place))
        for _step in range(index):
            relief.not_yet()
        relief.advance(2)
        relief.easing()
        assert relief.snapshot().part.figure in {
            part.figure for step in protocol.steps for part in step.way.parts
        }
        relief.advance(30 if place is Place.BED else 90)
        assert relief.state is ReliefState.FINISHED
        assert relief.record(STARTED).seconds == 2


waits = st.one_of(
    st.floats(0, 700), st.sampled_from([0.0, 0.016, 1.0, 5.0, 10.0, 45.0, 180.0, 300.0, 600.0])
)
moves = st.lists(st.one_of(waits, st.sampled_from(sorted(COMMANDS))), max_size=40)
answers = st.frozensets(st.sampled_from(list(Condition)))


@given(st.sampled_from(ALL), moves, answers)
def test_whatever_a_person_does_the_promises_are_kept(
    pair: tuple[Muscle, Place], does: list[float | str], ticked: frozenset[Condition]
) -> None:
    relief, clock = start(pair, ticked), 0.0
    for move in does:
        before = relief.snapshot()
        if isinstance(move, str):
            events = COMMANDS[move](relief)
            assert relief.snapshot().clock == before.clock
        else:
            events = relief.advance(move)
            clock += move
        moment = relief.snapshot()
        assert moment.clock >= before.clock
        assert moment.clock <= clock + 1e-6
        if before.clock < 600 <= moment.clock and moment.eased_at is None:
            assert isinstance(move, float)
            assert StopRaised(StopReason.TEN_MINUTES) in events
            assert moment.state is ReliefState.STOPPED
        assert 0 <= moment.within <= moment.length
        way = moment.step.other if moment.other_taken else moment.step.way
        assert way is not None
        assert moment.part in way.parts
        assert moment.length == way.seconds
        assert moment.part.start <= moment.within + 1e-6
        assert 1 <= moment.number <= moment.count
        if moment.state is not ReliefState.LEFT:
            assert (moment.reason is not None) == (moment.state is ReliefState.STOPPED)
            assert not moment.asks or moment.state.is_cramped
            assert (moment.eased_at is not None) >= (moment.state is ReliefState.AFTERCARE)
        assert relief.next_event_in() >= 0
        for event in events:
            if isinstance(event, PartStarted | CueDue):
                assert 0 <= event.late <= (move if isinstance(move, float) else 0) + 1e-6
    record = relief.record(STARTED)
    assert (record.seconds is not None) or record.state is not CrampState.EASED


@given(st.sampled_from(ALL), st.lists(st.integers(0, 960), max_size=60))
def test_small_steps_and_large_ones_lead_to_the_same(
    pair: tuple[Muscle, Place], sixteenths: list[int]
) -> None:
    """Sixteenths of a second add up without rounding."""
    pieces = [number / 16 for number in sixteenths]
    small, large = start(pair), start(pair)
    events: list[ReliefEvent] = []
    for piece in pieces:
        events += small.advance(piece)
    at_once = large.advance(sum(pieces))

    assert [punctual(event) for event in events] == [punctual(event) for event in at_once]
    assert small.snapshot() == large.snapshot()


def punctual(event: ReliefEvent) -> ReliefEvent:
    return replace(event, late=0) if isinstance(event, PartStarted | CueDue) else event


@pytest.mark.parametrize("slowness", [1.0, 1.6])
@pytest.mark.parametrize("pair", ALL, ids=IDS)
def test_no_cue_is_spoken_into_another_from_step_to_step(
    pair: tuple[Muscle, Place], slowness: float
) -> None:
    def length_of(text: str) -> float:
        return slowness * spoken_seconds(text)

    relief = Relief(SHELF.protocol, AFTERCARE, muscle=pair[0], place=pair[1],
                    length_of=length_of)  # fmt: skip
    over, clock, events = 0.0, 0.0, relief.start()
    while relief.state is not ReliefState.STOPPED:
        for event in events:
            if isinstance(event, CueDue):
                assert clock - event.late >= over - 1e-6, event
                over = clock + length_of(event.cue.text)
        wait = relief.next_event_in()
        clock += wait
        events = relief.advance(wait)
    assert clock == pytest.approx(600)


@pytest.mark.parametrize("pair", ALL, ids=IDS)
def test_each_cue_is_known_a_moment_ahead(pair: tuple[Muscle, Place]) -> None:
    """Steps of an eighth of a second, so that nothing is rounded."""
    relief = start(pair)
    relief.advance(0)
    coming = dict(relief.coming(0.25))
    while relief.state is not ReliefState.STOPPED:
        for event in relief.advance(0.125):
            if isinstance(event, CueDue):
                assert coming[event.cue] + event.late == pytest.approx(0.125, abs=0.125)
        coming = dict(relief.coming(0.25))
    assert coming == {}


@pytest.mark.parametrize("pair", ALL, ids=IDS)
def test_every_text_that_is_said_is_known_before(pair: tuple[Muscle, Place]) -> None:
    protocol, relief = SHELF.protocol(*pair), start(pair)
    known = step_texts((*protocol.steps, protocol.rest))
    assert known[0] == protocol.opening
    said = {event.cue.text for event in relief.advance(600) if isinstance(event, CueDue)}
    assert said <= set(known)
