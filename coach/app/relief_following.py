"""Joins relief to what follows it: voice, wake lock, trace and diary.

None of them is there yet when somebody in pain has clicked; each is joined when it comes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from coach.app.cramp_diary import CrampDiary
from coach.app.keeping_awake import Awake
from coach.app.relief import ReliefPlayer
from coach.app.trace import Trace
from coach.app.voice_port import Voice
from coach.core.caution import StopReason
from coach.core.cue import Cue, Priority
from coach.core.relief import PartStarted, ReliefState
from coach.core.verbosity import Verbosity

if TYPE_CHECKING:
    from coach.core.body import Side
    from coach.core.relief import Cramp

FASTEST_SPOKEN = 1.5
"""Beyond this speed spoken cues would run into each other; the screen goes on alone."""

FRESH_SECONDS = 4.0
"""What was due so long before the voice was there is still said; later it would be wrong."""

AWAKE_AFTER_MS = 1500
"""The wake lock takes a moment to make, and no screen goes dark so soon after a click."""


class ReliefSpeaker(QObject):
    """Speaks what falls due, once there is a voice."""

    def __init__(
        self,
        player: ReliefPlayer,
        trace: Trace,
        stop_text: Callable[[StopReason], str],
        verbosity: Callable[[], Verbosity],
    ) -> None:
        """Listen to `player`.

        Args:
            player: What is followed.
            trace: Told of each text that is said.
            stop_text: Gives what is said with STOP.
            verbosity: How much the person wants to hear; asked anew for each text. Who chose
                sounds only, or nothing, hears no word here either: all of it can be read.
        """
        super().__init__(player)
        self._verbosity = verbosity
        self._player = player
        self._trace = trace
        self._stop_text = stop_text
        self._voice: Voice | None = None
        self._waiting: tuple[str, float] | None = None
        player.cue_ahead.connect(self._speak)
        player.jumped.connect(self._hush)
        player.stop_raised.connect(self._say_stop)
        player.state_changed.connect(self._obey)

    def use(self, voice: Voice, texts: Sequence[str]) -> None:
        """Speak with `voice` from now on; `texts` are made ready, the first one first."""
        self._voice = voice
        self._obey(self._player.relief.state)
        if self._waiting is not None:
            text, due = self._waiting
            self._waiting = None
            if time.monotonic() - due < FRESH_SECONDS:
                voice.say(text, at=due)
        voice.prepare(texts)

    def _speak(self, cue: Cue, seconds: float) -> None:
        due = time.monotonic() + seconds
        if not cue.said:
            return
        if not self._verbosity().speaks:
            self._sound(cue, due)
            return
        self._trace.cue(cue.said, due)
        if self._player.speed <= FASTEST_SPOKEN:
            self._say(cue.said, due)

    def _sound(self, cue: Cue, due: float) -> None:
        """Mark what is not spoken, for somebody who wants sounds."""
        from coach.core.cues import Sound

        marks = {Priority.CHANGE: Sound.CHANGE, Priority.PHASE: Sound.CHANGE}
        name = (marks | {Priority.COUNTDOWN: Sound.TICK}).get(cue.priority)
        if name is None or self._verbosity() is not Verbosity.SOUNDS or self._voice is None:
            return
        self._trace.sound(name, due)
        if self._player.speed <= FASTEST_SPOKEN:
            self._voice.sound(name, at=due)

    def _say_stop(self, reason: StopReason) -> None:
        if not self._verbosity().speaks:
            return
        text = self._stop_text(reason)
        now = time.monotonic()
        self._trace.cue(text, now)
        self._say(text, now)

    def _say(self, text: str, due: float) -> None:
        if self._voice is None:
            self._waiting = (text, due)
        else:
            self._voice.say(text, at=due)

    def _hush(self) -> None:
        self._waiting = None
        if self._voice is not None:
            self._voice.silence()

    def _obey(self, state: ReliefState) -> None:
        if self._voice is None:
            return
        self._voice.hold_device(state.moves)
        if state is ReliefState.LEFT:
            self._hush()


class ReliefAwake(QObject):
    """Keeps the screen on until relief is over."""

    def __init__(self, player: ReliefPlayer, make_awake: Callable[[], Awake]) -> None:
        """Keep it on soon, where relief goes on then."""
        super().__init__(player)
        self._make_awake = make_awake
        self._awake: Awake | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._hold)
        self._soon.start(AWAKE_AFTER_MS)
        player.state_changed.connect(self._obey)

    def _hold(self) -> None:
        self._awake = self._make_awake()
        self._awake.hold()

    def _obey(self, state: ReliefState) -> None:
        if state.is_over:
            self._soon.stop()
            if self._awake is not None:
                self._awake.release()


class ReliefTracer(QObject):
    """Writes what happens into the trace."""

    def __init__(self, player: ReliefPlayer, trace: Trace) -> None:
        """Listen to `player`."""
        super().__init__(player)
        self._player = player
        self._trace = trace
        self._parts = 0
        player.part_started.connect(self._segment)
        player.asked.connect(self._write)
        player.check_raised.connect(lambda _clock: self._write("check"))
        player.stop_raised.connect(lambda reason: self._write("stop-up", reason.value))
        player.state_changed.connect(self._end)

    def _segment(self, started: PartStarted) -> None:
        part, now = started.part, self._player.snapshot()
        endless = part.seconds == float("inf")
        self._trace.write(
            "segment",
            index=self._parts,
            kind=part.kind.value,
            exercise=part.figure,
            side=now.side.value,
            set=now.turn,
            rep=0,
            seconds=None if endless else round(part.seconds, 3),
            caption=part.text,
            step=started.step.id,
        )
        self._parts += 1

    def _write(self, what: str, about: object = None) -> None:
        clock = round(self._player.snapshot().clock, 3)
        self._trace.write("relief", what=what, about=about, clock=clock)

    def _end(self, state: ReliefState) -> None:
        if state.is_over:
            now = self._player.snapshot()
            done = state is ReliefState.FINISHED
            self._trace.write("finished", completed=done, seconds=round(now.clock, 3))


class CrampRecorder(QObject):
    """Writes the cramp into the diary: once it has begun, and whenever something changes.

    Attributes:
        cramp: As last kept.
    """

    def __init__(self, player: ReliefPlayer, diary: CrampDiary, started: datetime) -> None:
        """Keep it at once as unfinished; `started` has a time zone."""
        super().__init__(player)
        self._player = player
        self._diary = diary
        self._started = started
        self.cramp: Cramp = diary.add_cramp(player.relief.record(started))
        player.asked.connect(lambda _name, _about: self._keep())
        player.state_changed.connect(lambda _state: self._keep())

    def note(self, *, pain: int | None, side: Side) -> None:
        """Keep what the person says of it afterwards."""
        cramp = replace(self.cramp, pain=pain, side=side)
        if cramp != self.cramp:
            self.cramp = cramp
            self._diary.update_cramp(cramp)

    def _keep(self) -> None:
        record = self._player.relief.record(self._started, self.cramp.pain)
        record = replace(record, id=self.cramp.id)
        if record != self.cramp:
            self.cramp = record
            self._diary.update_cramp(record)
