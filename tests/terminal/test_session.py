"""What a person is told besides the routine, and when it is over."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from coach.app.voice_port import VoiceState, VoiceStatus
from coach.content.problem import Problem
from coach.core.diary import EntryState
from coach.terminal.keys import Key
from coach.terminal.session import Session
from tests.app.stubs import HandClock
from tests.terminal.stand_ins import a_coach

READY = VoiceState(VoiceStatus.READY, "The voice is ready.", "")


class Room:
    """A session on paper, with a clock that is turned by hand."""

    def __init__(self, voice_state: VoiceState | None = None) -> None:
        self.clock = HandClock()
        self.paper = io.StringIO()
        self.coach, self.voice, self.diary = a_coach(clock=self.clock, voice_state=voice_state)
        self.player = self.coach.play("small")
        self.session = Session(self.coach, self.player, self.paper, io.StringIO())

    def play(self, *acts: Callable[[], None]) -> int:
        """Begin, then do one thing after the other; a session that goes on for ever fails."""

        def follow_up() -> None:
            for act in acts:
                QTimer.singleShot(0, act)

        alarm = QTimer()
        alarm.setSingleShot(True)
        alarm.timeout.connect(lambda: self.session._end(99))
        alarm.start(8000)
        QTimer.singleShot(0, follow_up)
        status = self.session.run()
        alarm.stop()
        assert status != 99, self.lines
        return status

    def sleep_an_hour(self) -> None:
        self.clock.asleep += 3600
        self.player.tick()

    def pass_all(self) -> None:
        self.clock.awake += 1000
        self.player.tick()

    def press(self, key: Key) -> Callable[[], None]:
        return lambda: self.session._press(key)

    @property
    def lines(self) -> list[str]:
        return self.paper.getvalue().splitlines()


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room()


def test_a_computer_that_slept(room: Room) -> None:
    room.play(room.sleep_an_hour, room.press(Key.PAUSE), room.press(Key.STOP))
    assert "The computer was asleep, so the routine waits. Press space to go on." in room.lines
    assert room.lines[-3:] == [room.lines[-3], "Going on.", "Stopped. 0 of 2 steps, 0:00."]


def test_what_was_wrong_with_the_settings_is_told_once(room: Room) -> None:
    room.coach.settings.problems = (Problem("settings.json", "rate", "must be a number"),)
    room.play(room.press(Key.STOP))
    assert room.lines.count("settings.json: rate: must be a number.") == 1


def test_what_cannot_be_kept_is_told(room: Room) -> None:
    sentence = "The diary is kept only until Cramp Coach closes, because the disk is full."
    room.play(lambda: room.coach.trouble.emit(sentence), room.press(Key.STOP))
    assert sentence in room.lines


def test_without_a_voice_it_is_over_at_once(room: Room) -> None:
    assert room.play(room.pass_all) == 0
    assert room.lines[-1] == "Done. 2 of 2 steps, 2:36."
    assert room.diary.entries[0].state is EntryState.COMPLETED


def test_the_last_words_are_heard_out(qtbot: QtBot) -> None:
    room = Room(READY)
    running: list[bool] = []

    def look() -> None:
        running.append(room.session._loop.isRunning())

    assert room.play(room.pass_all, look, room.press(Key.PAUSE)) == 0
    assert running == [True]
    assert room.voice.said[-1] == "Done. Well done."
    assert "silence" not in room.voice.log


def test_skipping_to_the_end_is_not_completing(room: Room) -> None:
    room.play(room.press(Key.SKIP), room.press(Key.SKIP), room.press(Key.SKIP))
    assert room.lines[-1] == "Stopped. 0 of 2 steps, 0:00."
    assert room.diary.entries[0].state is EntryState.STOPPED


def test_muting_is_silent(room: Room) -> None:
    room.play(room.press(Key.MUTE), room.press(Key.STOP))
    assert room.voice.log.count("muted True") == 1
    assert room.coach.muted
