"""The player in a real terminal: keys work, and the terminal comes back as it was."""

from __future__ import annotations

import os
import signal

import pytest

from tests.terminal.conftest import OpenTerminal


def test_keys_lead_through_a_routine(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal()
    terminal.until_shown("Calf stretch", "Get ready", "Step 1 of 2", "Switch one on.")
    terminal.press(b"n")
    terminal.until_shown("Right leg · Hold 1 of 2", "Right leg. Calf stretch.")
    terminal.press(b" ")
    terminal.until_shown("[Paused]", "space go on")
    count = int(terminal.count)
    assert 25 < count <= 30
    terminal.press(b"+")
    terminal.until(lambda: terminal.count == str(count + 10))
    terminal.press(b"m")
    terminal.until_shown("[Paused] [Muted]", "m sound on")
    assert "Switch one on." not in terminal.screen.text
    assert terminal.count == str(count + 10)
    terminal.press(b"r")
    terminal.until(lambda: terminal.count == "30")
    terminal.press(b"\x1b[C")
    terminal.until_shown("Heel raises", "Step 2 of 2")
    terminal.press(b"\x1b[D")
    terminal.until_shown("Calf stretch", "Step 1 of 2")
    terminal.press(b"  ")
    terminal.press(b"q")
    assert terminal.ends() == 0
    assert "Stopped. 0 of 2 steps, 0:0" in terminal.first
    assert "diary: stopped" in terminal.first


def test_what_waits_goes_on_with_a_key(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal("waits")
    terminal.press(b"n")
    terminal.until_shown("g when you are ready")
    terminal.press(b"g")
    terminal.until_shown("Heel raises", "Rise · 1 of 2")
    terminal.press(b"\x1b")
    assert terminal.ends() == 0
    assert "1 of 2 steps" in terminal.first


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_signals_leave_a_clean_terminal(
    open_terminal: OpenTerminal, number: signal.Signals, status: int
) -> None:
    terminal = open_terminal()
    terminal.press(b" ")
    terminal.until_shown("[Paused]")  # nothing of ours runs now, and a signal is heard all the same
    if number is signal.SIGINT:
        terminal.press(b"\x03")
    else:
        terminal.process.send_signal(number)
    assert terminal.ends() == status
    assert "diary: stopped" in terminal.first


def test_a_signal_that_is_ignored_stays_so(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(NOHUP="1")
    terminal.press(b" ")
    terminal.until_shown("[Paused]")
    terminal.process.send_signal(signal.SIGHUP)
    terminal.press(b"m")
    terminal.until_shown("m sound on")
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.ends() == 143


def test_a_fault_leaves_a_clean_terminal_and_can_be_read(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(FAULT="1")
    assert terminal.ends() == 1
    assert "ValueError: a fault in a slot" in terminal.first
    assert "diary: stopped" in terminal.first


def test_a_terminal_that_is_closed_ends_the_routine(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal()
    terminal.until_shown("Get ready")
    terminal.hang_up()
    assert terminal.process.wait(15) != 0


def test_control_z_gives_the_terminal_back_for_a_while(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal()
    terminal.until_shown("Get ready")
    terminal.press(b"\x1a")
    terminal.until(lambda: not terminal.screen.is_second_screen)
    _pid, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    assert terminal.screen.has_cursor
    terminal.process.send_signal(signal.SIGCONT)
    terminal.until_shown("[Paused]", "Get ready")
    terminal.press(b"q")
    assert terminal.ends() == 0


def test_a_narrow_terminal_is_not_broken(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(columns=40, rows=10)
    terminal.press(b"n")
    terminal.until_shown("Right leg", "Calf stretch", "Step 1 of 2", "q stop")
    assert terminal.screen.overflow == 0
    assert terminal.count


def test_a_new_size_is_taken_at_once(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(columns=40, rows=10)
    terminal.press(b" ")
    terminal.until_shown("[Paused]")
    terminal.resize(100, 40)
    terminal.until_shown("[Paused]", "Face a wall. Hands on it.", "████")
    terminal.resize(30, 8)
    terminal.until_shown("Calf", "q stop")
    terminal.screen.overflow = 0  # what was written for the old size is past
    terminal.press(b"m")
    terminal.until_shown("m sound on")
    assert terminal.screen.overflow == 0


def test_colours_are_left_out_on_request(open_terminal: OpenTerminal) -> None:
    plain = open_terminal(NO_COLOR="1")
    coloured = open_terminal()
    for terminal in (plain, coloured):
        terminal.press(b"n")
        terminal.until_shown("Right leg")
    assert coloured.screen.colours
    assert not plain.screen.colours


def test_a_terminal_that_knows_nothing_gets_plain_lines(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(TERM="dumb")
    terminal.until(lambda: "Get ready. Calf stretch." in terminal.first)
    terminal.press(b" ")
    terminal.until(lambda: "Paused." in terminal.first)
    terminal.press(b"q")
    assert terminal.ends() == 0
