"""Voice and sounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from coach.app.coach import Coach
from coach.app.voice_port import Speaker, VoiceState, VoiceStatus
from coach.core.numbers import percent, spoken_seconds_text
from coach.core.verbosity import Verbosity
from coach.core.words import _
from coach.ui.button import Button, ButtonRow
from coach.ui.settings.choice import Choice, ChoiceRow, Switch
from coach.ui.settings.languages import first_tag, language_name
from coach.ui.settings.notice import Notice
from coach.ui.settings.number import NumberRow, Scale
from coach.ui.settings.row import Row
from coach.ui.settings.section import Section
from coach.ui.settings.voices import VoiceList
from coach.ui.theme import Theme

HEARD_AFTER_MS = 350
"""A change is heard so long after the last one: a slider that is moved does not stammer."""

_HEARD_IN_WORDS = ("voice", "rate", "language", "speech_volume")
_MISSING = (VoiceStatus.NO_DEVICE, VoiceStatus.NO_ENGINE, VoiceStatus.FAILED)


class SoundSection(Section):
    """What is heard. A change of the voice is heard at once.

    Attributes:
        hear: Speaks a sample.
        change: Opens and closes the list of voices.
        voices: The list.
        notice: What is missing.
    """

    def __init__(self, theme: Theme, coach: Coach) -> None:
        """Show what is set; the voices are asked for when the section is first seen."""
        super().__init__(theme, _("Voice and sounds"))
        self._coach = coach
        self._settings = coach.settings
        self._names: dict[str, str] = {}
        self._asked = False
        self.notice = Notice(theme)
        self.notice.again.clicked.connect(self._try_again)
        self.hear = Button(theme, _("Hear it"))
        self.change = Button(theme, _("Choose a voice"))
        self.change.setCheckable(True)
        self.voices = VoiceList(theme)
        self.voices.hide()
        self._soon = QTimer(self, singleShot=True, interval=HEARD_AFTER_MS)
        self._soon.timeout.connect(self._settings.try_voice)
        self._soon_sound = QTimer(self, singleShot=True, interval=HEARD_AFTER_MS)
        self._soon_sound.timeout.connect(lambda: coach.voice().sound("change"))
        self.add(self.notice, ruled=False)
        self._add_rows(theme)
        self.hear.clicked.connect(self._settings.try_voice)
        self.change.toggled.connect(self._open)
        self.voices.chosen.connect(self._choose)
        self._settings.changed.connect(self._follow)
        coach.voice_changed.connect(self._show_state)
        self._show_state(coach.voice_state)
        self._show_voice()

    def _add_rows(self, theme: Theme) -> None:
        settings = self._settings
        text = _("When it is off, the words are still on the screen. The key M does the same.")
        self.sound_on = Switch(theme, settings, "muted", _("Sound"), text, reverse=True)
        self.add(self.sound_on, ruled=False)
        self.voice = Row(theme, _("Voice"), "", ButtonRow([self.hear, self.change], leading=True))
        self.add(self.voice)
        self.add(self.voices, ruled=False)
        self.rate = NumberRow(
            theme,
            settings,
            "rate",
            Scale(80, 300, 5, _number),
            _("Speed of the voice"),
            _("Words a minute."),
        )
        self.speech = NumberRow(
            theme,
            settings,
            "speech_volume",
            Scale(0, 1, 0.05, _percent, 100),
            _("Loudness of words"),
        )
        self.sounds = NumberRow(
            theme, settings, "sound_volume", Scale(0, 1, 0.05, _percent, 100),
            _("Loudness of sounds"),
            _("A chime where something changes, a tick for the last seconds."),
        )  # fmt: skip
        self.verbosity = ChoiceRow(
            theme, settings, "verbosity", _verbosities(), _("How much is heard"),
            _("All words are on the screen, whatever is heard."),
        )  # fmt: skip
        self.lead_in = NumberRow(
            theme,
            settings,
            "lead_in",
            Scale(0, 60, 1, spoken_seconds_text),
            _("Time to get ready"),
            _("Before a routine begins."),
        )
        for row in (self.rate, self.speech, self.sounds, self.verbosity, self.lead_in):
            self.add(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the voices, once."""
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self._ask)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for a sample any more."""
        self._soon.stop()
        self._soon_sound.stop()
        super().hideEvent(event)

    def _ask(self) -> None:
        self._settings.list_voices(self._take_voices)

    def _take_voices(self, voices: Mapping[str, Sequence[Speaker]]) -> None:
        self._names = {voice.id: voice.name for group in voices.values() for voice in group}
        now = self._settings.now
        self.voices.show_voices(voices, now.language, now.voice)
        self._show_voice()

    def _open(self, opened: bool) -> None:
        self.voices.setVisible(opened)
        self.change.set_text(_("Close the list") if opened else _("Choose a voice"))
        if opened:
            self.voices.search.setFocus()

    def _choose(self, voice: str, language: str) -> None:
        if language:
            with suppress(ValueError):  # an engine may call a language anything
                self._settings.set("language", language.replace("_", "-"))
        if voice == self._settings.now.voice:
            self._settings.try_voice()
        self._settings.set("voice", voice)

    def _follow(self, name: str) -> None:
        if name in _HEARD_IN_WORDS and self.isVisible():
            self._soon.start()
        if name == "sound_volume" and self.isVisible():
            self._soon_sound.start()
        if name in ("voice", "language"):
            self._show_voice()

    def _show_voice(self) -> None:
        now = self._settings.now
        self.voices.show_chosen(now.voice)
        usual = _("The one that suits {language}")
        language = language_name(first_tag(self._settings.spoken_language))
        name = self._names.get(now.voice, now.voice) or usual.format(language=language)
        if now.voice and self._names and now.voice not in self._names:
            name = _("The voice that was chosen is not on this computer; another speaks.")
        self.voice.say(name)
        self.change.setAccessibleDescription(name)
        self.hear.setAccessibleDescription(name)

    def _show_state(self, state: VoiceState | None) -> None:
        missing = state is not None and state.status in _MISSING
        if state is not None and missing:
            again = state.status is VoiceStatus.FAILED
            self.notice.tell(state.message, state.remedy, again=again)
        else:
            self.notice.hide()
        can_speak = state is None or state.status is not VoiceStatus.NO_ENGINE
        self.hear.setEnabled(can_speak)
        self.change.setEnabled(can_speak)
        if not can_speak:
            self.change.setChecked(False)

    def _try_again(self) -> None:
        self._coach.voice().start()


def _verbosities() -> list[Choice]:
    return [
        Choice(
            Verbosity.FULL,
            _("Everything"),
            _("Each side and change, words of help, and the last three seconds."),
        ),
        Choice(Verbosity.BRIEF, _("Brief"), _("Sides, changes and the last three seconds.")),
        Choice(Verbosity.SOUNDS, _("Sounds only"), _("Chimes and ticks, no words.")),
        Choice(Verbosity.SILENT, _("Silent"), _("Nothing. A soft light shows each change.")),
    ]


def _number(value: float) -> str:
    return str(round(value))


def _percent(value: float) -> str:
    return percent(value) if value else _("Off")
