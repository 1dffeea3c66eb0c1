"""The screen stays on exactly while it is asked to, and never at the price of the routine."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from coach.desktop.awake import ScreenAwake

PATIENCE = 10


class Desktop:
    """Says when it is asked to keep the screen on, and when no longer."""

    def __init__(self, *, fault: Exception | None = None) -> None:
        self.holds = threading.Semaphore(0)
        self.releases = threading.Semaphore(0)
        self.fault = fault

    def keep(self, _fail: Callable[[str], None]) -> AbstractContextManager[object]:
        return self._kept()

    @contextmanager
    def _kept(self) -> Iterator[None]:
        self.holds.release()
        if self.fault is not None:
            raise self.fault
        yield
        self.releases.release()


def threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "awake"]


def wait_for_threads() -> None:
    for thread in threads():
        thread.join(PATIENCE)
        assert not thread.is_alive()


def test_held_until_released() -> None:
    desktop = Desktop()
    awake = ScreenAwake(desktop.keep, settle=0)
    awake.hold()
    awake.hold()
    assert desktop.holds.acquire(timeout=PATIENCE)
    assert len(threads()) == 1
    assert not desktop.releases.acquire(blocking=False)
    awake.release()
    awake.release()
    assert desktop.releases.acquire(timeout=PATIENCE)
    wait_for_threads()
    assert not desktop.holds.acquire(blocking=False)


def test_a_short_pause_is_not_worth_asking_for() -> None:
    desktop = Desktop()
    awake = ScreenAwake(desktop.keep, settle=60)
    awake.hold()
    awake.release()
    wait_for_threads()
    assert not desktop.holds.acquire(blocking=False)


def test_held_again_after_a_pause() -> None:
    desktop = Desktop()
    awake = ScreenAwake(desktop.keep, settle=0)
    for _turn in range(3):
        awake.hold()
        assert desktop.holds.acquire(timeout=PATIENCE)
        awake.release()
    wait_for_threads()
    assert all(desktop.releases.acquire(blocking=False) for _turn in range(3))


def test_a_desktop_that_fails_is_told_of_once(caplog: pytest.LogCaptureFixture) -> None:
    desktop = Desktop(fault=RuntimeError("no bus"))
    awake = ScreenAwake(desktop.keep, settle=0)
    for _turn in range(2):
        awake.hold()
        wait_for_threads()
        awake.release()
    warnings = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert [record.getMessage() for record in warnings] == [
        "the screen may go dark while a routine plays: RuntimeError: no bus"
    ]


def test_a_process_that_ends_while_held_is_not_held_up() -> None:
    code = (
        "import threading, contextlib\n"
        "from coach.desktop.awake import ScreenAwake\n"
        "held = threading.Event()\n"
        "@contextlib.contextmanager\n"
        "def keep(fail):\n"
        "    held.set()\n"
        "    yield\n"
        "ScreenAwake(keep, settle=0).hold()\n"
        "assert held.wait(10)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=PATIENCE)


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="needs a D-Bus of its own")
def test_the_real_desktop_is_asked_and_asked_back() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.desktop.screen_saver"],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.splitlines() == ["Inhibit", "UnInhibit 7"], done.stderr
