"""What a person hears of a routine: played by the app itself at its usual speed, and recorded.

Both begin with nothing rendered before. `tests/bench/voice.py` listens to them to their end.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from coach.app.start_gate import MOST_SECONDS
from tests.voice.heard.hearing import Heard, Played, complaints
from tests.voice.heard.server import PulseServer

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs PulseAudio")

SECONDS = {"bedtime-stretch": 19.0, "daily-prevention": 12.0}
"""Past the change of sides; into the repetitions."""
LONGEST_CUE_SECONDS = 2.6


@dataclass
class Listened:
    """A routine's beginning: what was heard, and what the trace says."""

    heard: list[Heard]
    start: float
    shown: float
    first_segment: float
    waited_in_vain: bool


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
    begins = {name: one.wait_for("segment") for name, one in running.items()}
    for name in sorted(running, key=SECONDS.__getitem__):
        running[name].wait(begins[name] + SECONDS[name] - time.monotonic())
        running[name].end()
    found = {}
    for name, one in running.items():  # not before: looking takes all the time there is
        found[name] = Listened(
            heard=one.heard(begins[name] + SECONDS[name] - LONGEST_CUE_SECONDS),
            start=float(str(one.events("start")[0]["t"])),
            shown=float(str(one.events("shown")[0]["t"])),
            first_segment=begins[name],
            waited_in_vain=one.waited_in_vain,
        )
    return found


@pytest.mark.parametrize("name", SECONDS)
def test_every_cue_is_heard_whole_and_on_time_and_alone(
    played: dict[str, Listened], name: str
) -> None:
    heard = played[name].heard
    assert complaints(heard) == []
    judged = [one for one in heard if not math.isinf(one.excuse)]
    if len(judged) < len(heard) / 2:
        pytest.skip("this machine is too busy to listen")
    assert len(judged) >= 4


def test_the_first_words_are_heard_though_nothing_was_rendered(
    played: dict[str, Listened],
) -> None:
    one = played["bedtime-stretch"]
    if one.waited_in_vain:
        pytest.skip("this machine is too busy to listen")
    assert one.heard[0].what == "Get ready. Split-stance calf stretch."


def test_the_last_three_seconds_are_counted_on_their_second(played: dict[str, Listened]) -> None:
    heard = played["bedtime-stretch"].heard
    hold = next(one for one in heard if one.what.startswith("Right leg."))
    change = next(one for one in heard if one.what == "[change]")
    counted = [one for one in heard if hold.due < one.due < change.due and "." in one.what]
    assert [one.what for one in counted] == ["Three.", "Two.", "One."]
    for left, one in zip((3, 2, 1), counted, strict=True):
        assert change.due - one.due == pytest.approx(left, abs=0.001)


def test_the_start_waits_for_the_voice_no_longer_than_two_seconds(
    played: dict[str, Listened],
) -> None:
    for one in played.values():
        assert one.first_segment - one.shown < MOST_SECONDS + 0.2
