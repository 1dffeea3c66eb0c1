from __future__ import annotations

import pytest

from coach.voice.stream_time import FIRST_ASKS, StreamTime

PORTION = 0.1


class Device:
    """Asks for a portion whenever one has been played, each time so much later."""

    def __init__(self, latency: float = 0.0) -> None:
        self.time = StreamTime(latency)
        self.asked = 0
        self.began = 1000.0

    def ask(self, late: float = 0.0) -> float:
        """Return by how much the moment it is told is wrong."""
        played = PORTION * self.asked
        self.asked += 1
        true = self.began + played
        return self.time.moment(played, true + late) - true


def test_lateness_of_the_asking_is_not_taken_for_the_time() -> None:
    device = Device()
    wrong = [device.ask(late) for late in (0, 0, 0, 0, 0.03, 0.01, 0.04, 0, 0.02, 0.05)]
    assert wrong == pytest.approx([0.0] * 10)


def test_what_is_heard_later_than_asked_for_is_known_beforehand() -> None:
    assert Device(latency=0.07).ask() == pytest.approx(0.07)


def test_asks_before_it_plays_are_forgotten() -> None:
    device = Device()
    for _ask in range(FIRST_ASKS - 1):
        device.ask(-0.1)
    assert device.ask() == pytest.approx(0.0)


@pytest.mark.parametrize("missed", [0.07, 0.2, 0.45, 7.0])
def test_what_a_device_missed_is_made_good_within_a_second(missed: float) -> None:
    device = Device()
    for _ask in range(20):
        device.ask()
    device.began += missed
    wrong = [device.ask() for _ask in range(9)]
    assert wrong[-1] == pytest.approx(0.0)
