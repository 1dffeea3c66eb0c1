"""The app's side of the voice: starts the speaking process, feeds it, watches and restarts it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from itertools import count

from PySide6.QtCore import QObject, QTimer, Signal

from coach.app.voice_port import Speaker, VoiceState, VoiceStatus
from coach.voice.launch import Launch
from coach.voice.messages import (
    Device,
    Finished,
    Hold,
    ListVoices,
    Message,
    Ping,
    Play,
    Prepare,
    Prepared,
    Ready,
    Rendering,
    Settings,
    Started,
    Stop,
    Trouble,
    Voices,
)
from coach.voice.process import WorkerProcess
from coach.voice.states import state
from coach.voice.watchdog import CHECK_EVERY, Restarts, Watchdog

DEFAULT_RATE = 165
"""Words a minute: unhurried, and clear from across a room."""
MOST_HANGS = 2
"""A text that the engine hung or died at so often is not tried again."""

log = logging.getLogger(__name__)


class VoiceClient(QObject):
    """Speaks through a process of its own; implements `coach.app.voice_port.Voice`.

    Nothing here waits for the process, but for `close`, which takes some milliseconds. The
    process ends by itself when idle and is started again on demand, which nobody notices.

    Signals:
        state_changed: Carries a `VoiceState`.
        clip_ready: A text can be spoken at once; carries it and its length in seconds.
        started: The first sample of a text was handed to the sound device; carries the text.
        finished: A text was spoken; carries it and whether it was heard to its end.
    """

    state_changed = Signal(VoiceState)
    clip_ready = Signal(str, float)
    started = Signal(str)
    finished = Signal(str, bool)

    def __init__(
        self,
        launch: Launch,
        *,
        voice: str = "",
        rate: int = DEFAULT_RATE,
        language: str = "en-GB",
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """Start nothing yet; `clock` shows seconds of CLOCK_MONOTONIC."""
        super().__init__(parent)
        self._clock = clock
        self._settings = Settings(voice=voice, rate=rate, volume=1.0, language=language)
        self._state = state(VoiceStatus.OFF)
        self._muted = False
        self._held = False
        self._to_keep: dict[str, None] = {}
        self._tell_voices: Callable[[Sequence[Speaker]], None] = lambda _voices: None
        self._launch_options = launch
        self._ids = count(1)
        self._texts: dict[str, None] = {}
        self._plays: dict[int, Play] = {}
        self._rendering = ""
        self._hangs: dict[str, int] = {}
        self._has_engine = self._has_device = True
        self._was_ready = False
        self._watchdog = Watchdog()
        self._restarts = Restarts()
        self._checks = QTimer(self, interval=round(CHECK_EVERY * 1000))
        self._checks.timeout.connect(self._check)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._launch)
        self._worker = WorkerProcess(launch, self)
        self._worker.heard.connect(self._hear)
        self._worker.ended.connect(self._worker_ended)

    # ---------------------------------------------------------------- what the app may ask

    @property
    def state(self) -> VoiceState:
        """How the voice is doing."""
        return self._state

    @property
    def worker_pid(self) -> int:
        """The id of the speaking process, 0 while there is none."""
        return self._worker.pid

    def start(self) -> None:
        """Get ready to speak; also the way to try again after the voice has given up."""
        if not self._worker.running:
            self._pause.stop()
            self._restarts.succeeded()
            self._launch()

    def prepare(self, texts: Sequence[str]) -> None:
        """Get texts ready; `clip_ready` tells of each, once for a text asked twice at once."""
        fresh = tuple(dict.fromkeys(text for text in texts if self._wanted(text)))
        self._texts |= dict.fromkeys(fresh)
        if fresh and self._awake():
            self._ask_for(fresh)

    def keep(self, texts: Sequence[str]) -> None:
        """Have texts ready for good; where they are already, no process is started for it."""
        from coach.voice.clips import is_kept
        from coach.voice.renderer import clean, spoken_with

        launch = self._launch_options
        self._to_keep |= {
            text: None
            for text in texts
            if not is_kept(launch.cache, spoken_with(clean(text), launch.engine, self._settings))
        }
        if self._to_keep and self._state.status is VoiceStatus.OFF:
            self.start()
        elif self._to_keep and self._awake():
            self._ask_to_keep()

    def say(self, text: str, *, interrupt: bool = False, at: float = 0.0) -> None:
        """Speak `text` after what is being spoken, or, with `interrupt`, instead of it.

        `at` is the moment to begin (CLOCK_MONOTONIC seconds), 0 for as soon as possible. A text
        said while the voice is away is dropped: a cue heard late is worse than a caption.
        """
        if interrupt:
            self.silence()
        if self._hangs.get(text, 0) < MOST_HANGS:
            self._play(Play(next(self._ids), text=text, at=at))

    def sound(self, name: str, *, at: float = 0.0) -> None:
        """Play the sound `name` along with speech, at the moment `at` as for `say`."""
        self._play(Play(next(self._ids), sound=name, at=at))

    def silence(self) -> None:
        """Fall silent now and drop what is waiting to be spoken."""
        if self._plays:
            self._worker.send(Stop())

    def set_muted(self, muted: bool) -> None:
        """Say and play nothing while `muted`; lengths of texts stay known."""
        self._muted = muted
        if muted:
            self.silence()

    def set_volumes(self, speech: float, sounds: float) -> None:
        """Set the loudness of words and of sounds, fractions from 0 to 1; heard at once."""
        volume, sound_volume = (min(1.0, max(0.0, one)) for one in (speech, sounds))
        self._change(volume=volume, sound_volume=sound_volume)

    def set_voice(self, voice: str, rate: int, language: str) -> None:
        """Speak with another voice (an id from `list_voices`, or empty), rate or language."""
        self._change(voice=voice, rate=rate, language=language)

    def hold_device(self, on: bool) -> None:
        """Keep the sound device open, so that the next cue is heard without delay, or let it go."""
        self._held = on
        if self._worker.running or on:
            self._send_if_awake(Hold(on))

    def list_voices(self, tell: Callable[[Sequence[Speaker]], None]) -> None:
        """Ask for the engine's voices; `tell` hears the answer, never where there is none."""
        self._tell_voices = tell
        if self._state.status is VoiceStatus.OFF:
            self.start()
        self._send_if_awake(ListVoices())

    def tell_state(self) -> None:
        """Tell anew how the voice is doing, in the language of now."""
        self._tell(self._state.status)

    def close(self) -> None:
        """End the voice for good."""
        self._checks.stop()
        self._pause.stop()
        self._worker.close()
        self._watchdog.forget()
        self._become(VoiceStatus.OFF)

    # ---------------------------------------------------------------- feeding the worker

    def _wanted(self, text: str) -> bool:
        return text not in self._texts and self._hangs.get(text, 0) < MOST_HANGS

    def _change(self, **values: object) -> None:
        changed = {name: getattr(self._settings, name) for name in Settings.__dataclass_fields__}
        self._settings = Settings(**(changed | values))
        self._worker.send(self._settings)

    def _play(self, play: Play) -> None:
        if self._muted or not self._awake():
            return
        self._plays[play.id] = play
        self._expect(play.id)
        self._worker.send(play)

    def _ask_for(self, texts: Sequence[str]) -> None:
        for text in texts:
            self._expect(text)
        self._worker.send(Prepare(tuple(texts)))

    def _ask_to_keep(self) -> None:
        for text in self._to_keep:
            self._expect(text)
        self._worker.send(Prepare(tuple(self._to_keep), keep=True))

    def _send_if_awake(self, message: Hold | ListVoices) -> None:
        if self._awake():
            self._worker.send(message)

    def _awake(self) -> bool:
        """Return whether there is a worker to talk to; wakes one that ended for being idle."""
        if self._worker.running:
            return True
        if self._state.status in {VoiceStatus.OFF, VoiceStatus.RESTARTING, VoiceStatus.FAILED}:
            return False
        self._launch()
        return self._worker.running

    def _launch(self) -> None:
        if self._state.status in {VoiceStatus.OFF, VoiceStatus.FAILED}:
            self._become(VoiceStatus.STARTING)
        self._watchdog.launched(self._clock())
        self._checks.start()
        self._worker.start()
        if not self._worker.running:
            return
        self._worker.send(self._settings)
        if self._held:
            self._worker.send(Hold(on=True))
        if self._to_keep:
            self._ask_to_keep()
        if self._texts:
            self._ask_for(sorted(self._texts, key=lambda text: self._hangs.get(text, 0)))

    # ---------------------------------------------------------------- hearing the worker

    def _hear(self, message: Message) -> None:
        self._watchdog.heard(self._clock())
        match message:
            case Ready():
                self._watchdog.ready()
                self._was_ready = True
                self._has_engine, self._has_device = bool(message.engine), bool(message.device)
                self._tell_health()
            case Device():
                self._has_device = True
                self._tell_health()
            case Rendering(text):
                self._watchdog.ready()
                self._rendering = text
            case Prepared(text, seconds):
                self._restarts.succeeded()
                self._answered_text(text)
                self.clip_ready.emit(text, seconds)
            case Started(number):
                self._restarts.succeeded()
                if (play := self._plays.get(number)) and play.text:
                    self.started.emit(play.text)
            case Finished(number, whole):
                self._answered_play(number, whole)
            case Trouble():
                self._hear_trouble(message)
            case Voices(voices):
                self._tell_voices(voices)
            case _:
                pass

    def _hear_trouble(self, trouble: Trouble) -> None:
        log.info("voice: %s: %s %s", trouble.kind, trouble.about[:80], trouble.reason)
        match trouble.kind:
            case "no-device":
                self._has_device = False
                self._tell_health()
            case "no-engine":
                self._has_engine = False
                self._tell_health()
            case "render":
                self._answered_text(trouble.about)
            case _:
                pass

    def _answered_text(self, text: str) -> None:
        self._rendering = ""
        self._texts.pop(text, None)
        self._to_keep.pop(text, None)
        self._watchdog.answered(text)

    def _answered_play(self, number: int, whole: bool) -> None:
        self._watchdog.answered(number)
        play = self._plays.pop(number, None)
        if play is not None and play.text:
            self.finished.emit(play.text, whole)

    # ---------------------------------------------------------------- watching the worker

    def _expect(self, key: str | int) -> None:
        self._watchdog.expect(key, self._clock())
        if not self._checks.isActive():
            self._checks.start()

    def _check(self) -> None:
        if not self._watchdog.busy:
            self._checks.stop()
        elif self._watchdog.check(self._clock()):
            log.warning("the voice hangs and is ended")
            self._worker.kill()
        else:
            self._worker.send(Ping())

    def _suspect(self, text: str) -> None:
        """Remember the text the engine hung or died at: one text must not silence all others."""
        if text:
            self._hangs[text] = self._hangs.get(text, 0) + 1
            if self._hangs[text] >= MOST_HANGS:
                self._texts.pop(text, None)
                self._to_keep.pop(text, None)

    def _worker_ended(self, status: int, reason: str) -> None:
        if status:
            self._suspect(self._rendering)
        asleep = status == 0 and not self._watchdog.busy
        missed = status == 0 and self._was_ready
        self._watchdog.forget()
        self._checks.stop()
        self._was_ready, self._rendering = False, ""
        for number in tuple(self._plays):
            self._answered_play(number, whole=False)
        if asleep:
            log.debug("the voice was idle and has ended")
        elif missed:
            self._launch()
        else:
            self._retry(reason)

    def _retry(self, reason: str) -> None:
        pause = self._restarts.next_pause()
        log.warning("the voice %s; next start in %s s", reason, pause)
        if pause is None:
            self._texts.clear()
            self._become(VoiceStatus.FAILED)
        else:
            self._become(VoiceStatus.RESTARTING)
            self._pause.start(round(pause * 1000))

    def _tell_health(self) -> None:
        if not self._has_engine:
            self._become(VoiceStatus.NO_ENGINE)
        elif not self._has_device:
            self._become(VoiceStatus.NO_DEVICE)
        elif self._was_ready:
            self._become(VoiceStatus.READY)

    def _become(self, status: VoiceStatus) -> None:
        if status is not self._state.status:
            self._tell(status)

    def _tell(self, status: VoiceStatus) -> None:
        self._state = state(status)
        self.state_changed.emit(self._state)
