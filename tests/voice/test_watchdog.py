from __future__ import annotations

import pytest

from coach.voice.watchdog import CHECK_EVERY, PATIENCE, START_PATIENCE, Restarts, Watchdog


class Stepped:
    """Checks a watchdog as the client does, on a clock turned by hand."""

    def __init__(self) -> None:
        self.dog = Watchdog()
        self.now = 100.0

    def until_hung(self, most: float = 60.0) -> float:
        """Return the seconds until a hang is found."""
        begin = self.now
        while self.now < begin + most:
            self.now += CHECK_EVERY
            if self.dog.check(self.now):
                return self.now - begin
        pytest.fail("no hang was found")


def test_silence_while_nothing_is_asked_is_no_hang() -> None:
    stepped = Stepped()
    assert not stepped.dog.busy
    assert not stepped.dog.check(1e6)


def test_two_seconds_of_silence_are_a_hang() -> None:
    stepped = Stepped()
    stepped.dog.expect("Right leg.", stepped.now)
    assert stepped.until_hung() == PATIENCE


def test_a_start_gets_more_time() -> None:
    stepped = Stepped()
    stepped.dog.launched(stepped.now)
    stepped.dog.expect("Right leg.", stepped.now)
    assert stepped.until_hung() == START_PATIENCE


def test_a_worker_that_talks_is_alive_however_long_it_takes() -> None:
    stepped = Stepped()
    stepped.dog.expect("a very long text", stepped.now)
    for _second in range(60):
        stepped.now += 1
        stepped.dog.heard(stepped.now)
        assert not stepped.dog.check(stepped.now)
    assert stepped.until_hung() == PATIENCE


def test_what_is_answered_is_awaited_no_more() -> None:
    stepped = Stepped()
    for key in ("one", "two"):
        stepped.dog.expect(key, stepped.now)
    stepped.dog.answered("one")
    assert stepped.dog.busy
    stepped.dog.answered("two")
    assert not stepped.dog.busy


def test_when_this_process_was_held_up_the_worker_is_not_blamed() -> None:
    stepped = Stepped()
    stepped.dog.expect("Right leg.", stepped.now)
    stepped.now += 30  # a blocked event loop, or a machine that slept
    assert not stepped.dog.check(stepped.now)
    assert stepped.until_hung() == PATIENCE


def test_restarts_come_slower_and_then_no_more() -> None:
    restarts = Restarts()
    assert [restarts.next_pause() for _ in range(5)] == [0.5, 2.0, 8.0, None, None]
    restarts.succeeded()
    assert restarts.next_pause() == 0.5
