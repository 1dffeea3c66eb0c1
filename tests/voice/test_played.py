"""What a person hears of a routine: played by the app itself at its usual speed, and recorded.

Both begin with nothing rendered before. `tests/bench/voice.py` listens to them to their end.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.voice.conftest import PulseServer
from tests.voice.hearing import Heard, Played, first_wait, overlaps, worst_offset

pytestmark = [
    pytest.mark.listen,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs PulseAudio"),
]

SECONDS = {"bedtime-stretch": 20.0, "daily-prevention": 13.0}
"""Past the change of sides; into the repetitions."""
LONGEST_CUE_SECONDS = 2.6
LATE_SECONDS = 0.05
FIRST_LATE_SECONDS = 0.15
"""The first words are due with the start itself; the voice has only just come up."""


@dataclass
class Listened:
    """A routine's beginning: what was heard, and what the trace says."""

    heard: list[Heard]
    start: float
    shown: float
    first_segment: float


@pytest.fixture(scope="module")
def servers(
    pulse_server: PulseServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, PulseServer]]:
    """One for each routine, so that both can be played at the same time."""
    second = PulseServer(tmp_path_factory.mktemp("pulse-2"))
    if not second.is_installed:
        pytest.skip("pulseaudio and parec are needed")
    second.start()
    if not pulse_server.is_running:
        pulse_server.start()
    yield dict(zip(SECONDS, (pulse_server, second), strict=True))
    second.stop()


@pytest.fixture(scope="module")
def played(
    servers: dict[str, PulseServer], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Listened]:
    running = {
        name: Played(name, tmp_path_factory.mktemp(name), server.address)
        for name, server in servers.items()
    }
    began = time.monotonic()
    found = {}
    for name in sorted(running, key=SECONDS.__getitem__):
        one = running[name]
        one.wait(began + SECONDS[name] - time.monotonic())
        until = time.monotonic() - LONGEST_CUE_SECONDS
        one.end()
        found[name] = Listened(
            heard=one.heard(until),
            start=float(str(one.events("start")[0]["t"])),
            shown=float(str(one.events("shown")[0]["t"])),
            first_segment=float(str(one.events("segment")[0]["t"])),
        )
    return found


@pytest.mark.parametrize("name", SECONDS)
def test_every_cue_is_heard_whole_and_on_time(played: dict[str, Listened], name: str) -> None:
    heard = played[name].heard
    assert len(heard) > 8
    assert {one.what: round(one.whole, 2) for one in heard if not one.whole > 0.95} == {}
    assert worst_offset(heard) < LATE_SECONDS
    assert first_wait(heard) < FIRST_LATE_SECONDS


@pytest.mark.parametrize("name", SECONDS)
def test_no_words_are_spoken_into_others(played: dict[str, Listened], name: str) -> None:
    assert list(overlaps(played[name].heard)) == []


def test_the_first_words_are_heard_whole_though_nothing_was_rendered(
    played: dict[str, Listened],
) -> None:
    first = played["bedtime-stretch"].heard[0]
    assert first.what == "Get ready. Split-stance calf stretch."
    assert first.whole > 0.95


def test_the_last_three_seconds_are_counted_on_their_second(played: dict[str, Listened]) -> None:
    heard = played["bedtime-stretch"].heard
    hold = next(one for one in heard if one.what.startswith("Right leg."))
    change = next(one for one in heard if one.what == "[change]")
    counted = [one for one in heard if hold.due < one.due < change.due and "." in one.what]
    assert [one.what for one in counted] == ["Three.", "Two.", "One."]
    for left, one in zip((3, 2, 1), counted, strict=True):
        assert change.begin - one.begin == pytest.approx(left, abs=LATE_SECONDS)


def test_the_start_waits_for_the_voice_no_longer_than_a_second(
    played: dict[str, Listened],
) -> None:
    for one in played.values():
        assert one.first_segment - one.shown < 1.2
