"""The app's one controller: what the screens may ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from coach.app.clock import Clock
    from coach.app.fitting import Fitting
    from coach.app.keeping_awake import Awake
    from coach.app.player import Player
    from coach.app.recorder import Diary
    from coach.app.trace import Trace
    from coach.app.voice_port import Voice, VoiceState
    from coach.content.library import Library


@dataclass(frozen=True, slots=True)
class Parts:
    """What the controller is joined from.

    The voice, the diary and the wake lock are made when they are first needed, so that the
    first window does not wait for them.

    Attributes:
        library: Exercises and routines.
        clock: Measures time.
        trace: Records what happens.
        make_voice: Makes the voice; it tells its state through the first function it is given,
            and each text with its seconds through the second.
        make_diary: Opens the diary; it tells its troubles through the function it is given.
        make_awake: Makes the wake lock.
        speed: Seconds of a routine in one of the clock.
    """

    library: Library
    clock: Clock
    trace: Trace
    make_voice: Callable[[Callable[[VoiceState], None], Callable[[str, float], None]], Voice]
    make_diary: Callable[[Callable[[str], None]], Diary]
    make_awake: Callable[[], Awake]
    speed: float = 1.0


class Coach(QObject):
    """Starts routines and joins a player to voice, diary, wake lock and trace.

    Signals:
        voice_changed: The voice's state, a VoiceState.
        trouble: One sentence about something that could not be kept.
    """

    voice_changed = Signal(object)
    trouble = Signal(str)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        """Join the parts; nothing is started."""
        super().__init__(parent)
        self._parts = parts
        self._voice: Voice | None = None
        self._diary: Diary | None = None
        self._awake: Awake | None = None
        self._lengths: dict[str, float] = {}
        self._fitting: Fitting | None = None
        self._muted = False
        self.voice_state: VoiceState | None = None

    @property
    def library(self) -> Library:
        """Exercises and routines."""
        return self._parts.library

    @property
    def muted(self) -> bool:
        """Whether nothing is spoken."""
        return self._muted

    def set_muted(self, muted: bool) -> None:
        """Speak or be silent."""
        self._muted = muted
        if self._voice is not None:
            self._voice.set_muted(muted)

    def screen_shown(self, screen: str) -> None:
        """Note that a screen has been painted for the first time."""
        self._parts.trace.write("shown", screen=screen)

    def play(self, routine: str) -> Player:
        """Return a player of a routine, ready to be started.

        Raises:
            KeyError: There is no routine of that id.
        """
        from datetime import UTC, datetime

        from coach.app.fitting import Fitting
        from coach.app.player import Player
        from coach.app.playing import follow
        from coach.app.recorder import Recorder
        from coach.core.cues import plan_cues
        from coach.core.playback import Playback
        from coach.core.timeline import build_timeline

        timeline = build_timeline(self.library.routine(routine))
        playback = Playback(timeline, plan_cues(timeline))
        player = Player(playback, self._parts.clock, speed=self._parts.speed, parent=self)
        voice = self.voice()
        self._fitting = Fitting(player, self._lengths)
        voice.prepare(self._fitting.texts)
        Recorder(player, self._diary_now(), datetime.now(UTC).astimezone())
        follow(player, voice, self._awake_now(), self._parts.trace)
        return player

    def voice(self) -> Voice:
        """Return the voice, started at the first call."""
        if self._voice is None:
            self._voice = self._parts.make_voice(self._hear_state, self._hear_length)
            self._voice.set_muted(self._muted)
            self._voice.start()
        return self._voice

    def close(self) -> None:
        """End the voice, keep the diary, let the screen go dark."""
        self._parts.trace.close()  # first: what ends because the app ends is no news
        if self._voice is not None:
            self._voice.close()
        if self._awake is not None:
            self._awake.release()
        if self._diary is not None:
            self._diary.close()

    def _hear_state(self, state: VoiceState) -> None:
        self.voice_state = state
        self._parts.trace.write("voice", state=state.status.value)
        self.voice_changed.emit(state)

    def _hear_length(self, text: str, seconds: float) -> None:
        self._lengths[text] = seconds
        if self._fitting is not None:
            self._fitting.length_known(text)

    def _diary_now(self) -> Diary:
        if self._diary is None:
            self._diary = self._parts.make_diary(self.trouble.emit)
        return self._diary

    def _awake_now(self) -> Awake:
        if self._awake is None:
            self._awake = self._parts.make_awake()
        return self._awake
