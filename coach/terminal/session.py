"""One routine played in a terminal, from its start to an exit status."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from io import TextIOWrapper
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer

from coach.app.coach import Coach
from coach.app.player import Player
from coach.app.playing import FASTEST_SPOKEN
from coach.app.voice_port import VoiceState, VoiceStatus
from coach.core.captions import caption
from coach.core.cue import CueDue, Priority, spoken_seconds
from coach.core.numbers import clock
from coach.core.playback import Finished, PlaybackState, SegmentStarted, Snapshot
from coach.core.words import _
from coach.terminal.face import Face, make_face
from coach.terminal.keyboard import Keyboard, ProcessSignals
from coach.terminal.keys import Key
from coach.terminal.view import View, look

FRAME_MS = 100
"""Between two looks at what has changed: a tenth of a second is seen as at once."""

LISTEN_MS = 500
"""Time given to the last words beyond their estimated length."""

WENT_WRONG = 1
ENDED_BY_SIGNAL = 128
"""Added to a signal's number, as shells do."""


def run(
    coach: Coach, player: Player, *, stream: TextIO | None = None, keyboard: TextIO | None = None
) -> int:
    """Play a routine and return the exit status when it is over.

    Args:
        coach: Whom the player belongs to; told to be silent with the key m.
        player: Ready to be started.
        stream: Where it is shown, standard output unless given.
        keyboard: Where keys come from, standard input unless given; read where it is a terminal.

    Returns:
        0 when the routine came to its end or was stopped by a key, 128 and the signal's number
        when a signal ended it (130 for Ctrl-C), 1 after a fault.

    Raises:
        OSError: `stream` cannot be written to any more.
    """
    _application = QCoreApplication.instance() or QCoreApplication(["coach"])
    return Session(coach, player, stream or sys.stdout, keyboard or sys.stdin).run()


class Session(QObject):
    """Joins a player to a terminal."""

    def __init__(self, coach: Coach, player: Player, stream: TextIO, keyboard: TextIO) -> None:
        """Stand ready; the terminal is not touched."""
        super().__init__()
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
        self._coach = coach
        self._player = player
        self._stream = stream
        self._face: Face = make_face(player.timeline, stream)
        self._signals = ProcessSignals(self)
        self._keyboard: Keyboard | None = None
        if keyboard.isatty():
            self._keyboard = Keyboard(keyboard.fileno(), self)
        self._loop = QEventLoop(self)
        self._listening = QTimer(self)
        self._listening.setSingleShot(True)
        self._listening.timeout.connect(self._loop.quit)
        self._status = 0
        self._fault: BaseException | None = None
        self._hook_before = sys.excepthook
        self._finished: Finished | None = None
        self._caption = caption(player.timeline, player.timeline.segments[0])
        self._troubles: tuple[str, ...] = ()
        self._slept = False
        self._commands: dict[Key, Callable[[], None]] = {
            Key.PAUSE: player.toggle_pause,
            Key.BACK: player.back,
            Key.SKIP: player.skip,
            Key.MORE: player.extend,
            Key.RESTART: player.restart_step,
            Key.GO_ON: player.go_on,
            Key.MUTE: self._toggle_mute,
            Key.STOP: lambda: self._end(0),
            Key.INTERRUPT: lambda: self._end(ENDED_BY_SIGNAL + signal.SIGINT),
        }

    def run(self) -> int:
        """Play; see `coach.terminal.run`."""
        self._connect()
        self._player.set_frame_interval(FRAME_MS)
        with ExitStack() as stack:
            stack.callback(self._let_go_of_faults)
            stack.callback(self._player.stop)
            stack.callback(self._listening.stop)
            for part in (self._signals, self._keyboard, self._face):
                if part is not None:
                    stack.callback(part.close)
                    part.open()
            QTimer.singleShot(0, self._start)
            self._loop.exec()
        if isinstance(self._fault, OSError):
            raise self._fault
        if self._fault is not None:
            self._hook_before(type(self._fault), self._fault, self._fault.__traceback__)
            return WENT_WRONG
        self._say_goodbye()
        return self._status

    def _connect(self) -> None:
        player, coach = self._player, self._coach
        player.segment_started.connect(self._begin)
        player.cue_due.connect(self._say)
        player.state_changed.connect(self._turn)
        player.finished.connect(self._finish)
        player.slept.connect(self._sleep)
        player.changed.connect(self._draw)
        coach.voice_changed.connect(self._hear)
        coach.trouble.connect(self._add_trouble)
        coach.settings.trouble.connect(self._add_trouble)
        self._signals.received.connect(self._take_signal)
        if self._keyboard is not None:
            self._keyboard.pressed.connect(self._press)
            self._keyboard.hung_up.connect(self._hang_up)

    # -- beginning and end ----------------------------------------------------------------------

    def _start(self) -> None:
        self._hook_before, sys.excepthook = sys.excepthook, self._catch
        settings = self._coach.settings
        settings.tell_of(settings.problems)
        if self._coach.voice_state is not None:
            self._hear(self._coach.voice_state)
        self._player.start()
        self._draw(self._player.snapshot())
        self._coach.screen_shown("player")

    def _let_go_of_faults(self) -> None:
        if sys.excepthook == self._catch:
            sys.excepthook = self._hook_before

    def _catch(
        self, _kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """End at a fault in any slot: it could not be read on a screen that is drawn over."""
        self._fault = self._fault or fault.with_traceback(trace)
        self._loop.quit()

    def _end(self, status: int) -> None:
        if not self._player.playback.state.is_over:
            self._status = status
            self._player.stop()
        self._loop.quit()

    def _finish(self, finished: Finished) -> None:
        self._finished = finished
        if self._player.playback.state is PlaybackState.FINISHED and self._is_heard:
            # The last words are still being spoken; a key ends it sooner.
            self._listening.start(int(spoken_seconds(self._caption) * 1000) + LISTEN_MS)
        else:
            self._loop.quit()

    def _say_goodbye(self) -> None:
        """Leave a line where the screen was; plain lines need one only for a stop."""
        if self._finished is None:
            return
        steps = len(self._player.timeline.steps)
        done = len(self._player.snapshot().steps_done)
        first = _("Done.") if done == steps else _("Stopped.")
        line = _("{first} {done} of {steps} steps, {time}.")
        time = clock(self._finished.seconds)
        text = line.format(first=first, done=done, steps=steps, time=time)
        self._stream.write(text + "\n")
        self._stream.flush()

    # -- what the player tells ------------------------------------------------------------------

    def _begin(self, started: SegmentStarted) -> None:
        self._slept = False
        self._caption = caption(self._player.timeline, started.segment)
        self._face.begin(started.segment)

    def _say(self, due: CueDue) -> None:
        if due.cue.priority is not Priority.COUNTDOWN:
            self._caption = due.cue.text
        self._face.say(due.cue)

    def _turn(self, state: PlaybackState) -> None:
        if state is PlaybackState.PLAYING:
            self._slept = False
        self._face.turn(state)

    def _sleep(self, _seconds: float) -> None:
        self._slept = True
        self._face.notify(_slept_notice())
        self._draw(self._player.snapshot())

    def _hear(self, state: VoiceState) -> None:
        trouble = _voice_notice(state)
        if trouble and not self._coach.muted:
            self._face.notify(trouble)
        self._draw(self._player.snapshot())

    def _add_trouble(self, sentence: str) -> None:
        self._troubles = (*self._troubles, sentence.replace("\n", " "))
        self._face.notify(sentence)
        self._draw(self._player.snapshot())

    def _draw(self, now: Snapshot) -> None:
        self._face.draw(lambda: self._look(now))

    def _look(self, now: Snapshot) -> View:
        voice = "" if self._coach.muted else _voice_notice(self._coach.voice_state)
        slept = _slept_notice() if self._slept else ""
        return look(
            self._player.timeline,
            now,
            caption=self._caption,
            muted=self._coach.muted,
            notices=tuple(notice for notice in (slept, voice, *self._troubles) if notice),
        )

    @property
    def _is_heard(self) -> bool:
        voice = self._coach.voice_state
        audible = voice is not None and voice.audible and not self._coach.muted
        return audible and self._player.speed <= FASTEST_SPOKEN

    # -- what the person wants ------------------------------------------------------------------

    def _press(self, key: Key) -> None:
        if self._player.playback.state.is_over:
            self._loop.quit()
        else:
            self._commands[key]()

    def _toggle_mute(self) -> None:
        self._coach.set_muted(not self._coach.muted)
        self._draw(self._player.snapshot())

    def _hang_up(self) -> None:
        self._end(ENDED_BY_SIGNAL + 1)  # SIGHUP, which Windows has no name for

    def _take_signal(self, number: int) -> None:
        if number == getattr(signal, "SIGWINCH", None):
            self._draw(self._player.snapshot())
        elif number == getattr(signal, "SIGTSTP", None):
            self._step_aside()
        else:
            self._end(ENDED_BY_SIGNAL + number)

    def _step_aside(self) -> None:
        """Give the terminal back until the shell lets the process go on (Ctrl-Z, then fg)."""
        if sys.platform == "win32":
            return
        self._player.pause()
        parts = [part for part in (self._keyboard, self._face) if part is not None]
        for part in reversed(parts):
            part.close()
        os.kill(os.getpid(), signal.SIGSTOP)
        for part in parts:
            part.open()
        self._draw(self._player.snapshot())


def _voice_notice(state: VoiceState | None) -> str:
    """Return what to know of a voice that cannot be heard."""
    if state is None or state.audible or state.status is VoiceStatus.OFF:
        return ""
    return f"{state.message} {state.remedy}".strip()


def _slept_notice() -> str:
    return _("The computer was asleep, so the routine waits. Press space to go on.")
