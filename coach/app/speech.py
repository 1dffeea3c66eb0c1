"""What is heard: one voice for all, kept as the settings say, and routines fitted to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coach.core.verbosity import Verbosity

if TYPE_CHECKING:
    from coach.app.fitting import Fitting
    from coach.app.player import Player
    from coach.app.settings import SettingsController
    from coach.app.voice_port import Voice, VoiceState
    from coach.core.cue import CueDue
    from coach.core.cues import Hearing
    from coach.core.timeline import Timeline

KEEP_AFTER_MS = 3000
"""So long after the first screen is shown the words that open relief are made ready for good."""

_OF_THE_VOICE = ("voice", "rate", "language", "speech_volume", "sound_volume", "muted")
_OF_WHAT_IS_HEARD = ("voice", "rate", "language", "verbosity", "sound_volume")

MakeVoice = Callable[[Callable[["VoiceState"], None], Callable[[str, float], None]], "Voice"]
"""Makes the voice, told whom to tell its state, and each text with its seconds."""


class Speech(QObject):
    """Makes the voice when it is first wanted, and knows what it can do.

    Attributes:
        state: How the voice is doing; None while nothing was asked of it.
        lengths: Seconds of each text whose clip is ready.

    Signals:
        state_changed: Carries the new VoiceState.
    """

    state_changed = Signal(object)

    def __init__(
        self,
        settings: SettingsController,
        make_voice: MakeVoice,
        stop_rules: Callable[[], str],
        parent: QObject,
    ) -> None:
        """Say nothing yet.

        Args:
            settings: The person's choices.
            make_voice: See `MakeVoice`.
            stop_rules: Returns what is said once while the app runs, empty for nothing.
            parent: Whom it lives as long as.
        """
        super().__init__(parent)
        self.state: VoiceState | None = None
        self.lengths: dict[str, float] = {}
        self._settings = settings
        self._make_voice = make_voice
        self._stop_rules = stop_rules
        self._voice: Voice | None = None
        self._rests = True
        self._rules_said = False
        self._fitting: Fitting | None = None
        self._player: Player | None = None
        self._opening_texts: Callable[[], Sequence[str]] | None = None
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keeping.timeout.connect(self._keep)
        settings.join_voice(self.voice)
        settings.changed.connect(self._obey)

    def voice(self) -> Voice:
        """Return the voice, started at the first call."""
        if self._rests:
            self._rests = False
            self._made().start()
        return self._made()

    def say_now(self, text: str) -> None:
        """Say something in place of all else; not heard while muted."""
        voice = self.voice()
        voice.silence()
        voice.say(text)

    def hearing(self) -> Hearing:
        """Return how a routine is heard; where there is nothing to speak with, in sounds."""
        from coach.app.voice_port import VoiceStatus
        from coach.core.cues import Hearing

        now = self._settings.now
        mute = self.state is not None and self.state.status is VoiceStatus.NO_ENGINE
        in_sounds = mute and now.verbosity.speaks
        return Hearing(
            Verbosity.SOUNDS if in_sounds else now.verbosity,
            sounds=now.sound_volume > 0,
            stop_rules="" if self._rules_said else self._stop_rules(),
        )

    def fit(self, player: Player, hearing: Hearing) -> None:
        """Give what a player says its room, once its lengths are known."""
        from coach.app.fitting import Fitting

        prepare = self.voice().prepare
        self._player = player
        self._fitting = Fitting(player, self.lengths, prepare, hearing)
        player.cue_due.connect(self._note_rules)
        self._hold_back(player)

    def reword(self, reworded: Callable[[Timeline], Timeline]) -> None:
        """Speak another language from now on; `reworded` puts a timeline into it."""
        if self._voice is not None:
            self._set_up(self._voice)
            self._voice.tell_state()
        self._forget_lengths()
        if self._going is not None and self._fitting is not None:
            self._fitting.reword(reworded, self.hearing())

    def keep_ready(self, opening_texts: Callable[[], Sequence[str]]) -> None:
        """See to it, when there is time, that some texts can be said without any delay."""
        self._opening_texts = opening_texts
        self._keeping.start()

    def close(self) -> None:
        """End the voice."""
        self._keeping.stop()
        if self._voice is not None:
            self._voice.close()

    def _made(self) -> Voice:
        if self._voice is None:
            self._voice = self._make_voice(self._hear_state, self._hear_length)
            self._set_up(self._voice)
        return self._voice

    def _set_up(self, voice: Voice) -> None:
        now = self._settings.now
        voice.set_voice(now.voice, now.rate, self._settings.spoken_language)
        voice.set_volumes(now.speech_volume, now.sound_volume)
        voice.set_muted(now.muted)

    def _keep(self) -> None:
        texts = self._opening_texts() if self._opening_texts is not None else ()
        if texts:
            self._made().keep(texts)

    def _hold_back(self, player: Player) -> None:
        """Shut the gate while the first words are not ready but soon will be."""
        from coach.app.playing import FASTEST_SPOKEN
        from coach.app.voice_port import VoiceStatus

        starting = self.state is not None and self.state.status is VoiceStatus.STARTING
        heard = player.speed <= FASTEST_SPOKEN and not self._settings.now.muted
        if starting and heard and self._fitting is not None and not self._fitting.can_begin:
            player.gate.shut()

    def _note_rules(self, due: CueDue) -> None:
        """The stop rules are said once; while nothing is heard they are not said."""
        from coach.core.cue import Priority

        if due.cue.priority is Priority.SAFETY and due.cue.said and not self._settings.now.muted:
            self._rules_said = True

    def _obey(self, name: str) -> None:
        if self._voice is not None and name in _OF_THE_VOICE:
            self._set_up(self._voice)
        if name in ("voice", "rate", "language"):
            self._forget_lengths()
        if name in _OF_WHAT_IS_HEARD:
            self._refit()

    def _forget_lengths(self) -> None:
        self.lengths.clear()
        if self._opening_texts is not None:
            self._keeping.start()

    @property
    def _going(self) -> Player | None:
        """The player, unless it is over: it may be gone then."""
        player = self._player
        return None if player is None or player.playback.state.is_over else player

    def _refit(self) -> None:
        if self._going is not None and self._fitting is not None:
            self._fitting.hear(self.hearing())

    def _hear_state(self, state: VoiceState) -> None:
        from coach.app.voice_port import VoiceStatus

        before, self.state = self.state, state
        if self._going is not None and not state.audible:
            self._going.gate.open()
        was_mute = before is not None and before.status is VoiceStatus.NO_ENGINE
        if was_mute or state.status is VoiceStatus.NO_ENGINE:
            self._refit()
        self.state_changed.emit(state)

    def _hear_length(self, text: str, seconds: float) -> None:
        self.lengths[text] = seconds
        player, fitting = self._going, self._fitting
        if player is not None and fitting is not None:
            fitting.length_known(text)
            if fitting.can_begin:
                player.gate.open()
