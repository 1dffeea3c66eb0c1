"""The person's choices while the app runs: asked for, changed, kept and heard at once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from coach.app.voice_port import Speaker, Voice
from coach.content.problem import Problem
from coach.content.setting_rules import Rule
from coach.content.settings import Settings, changed, rule_of, spoken_language
from coach.core.words import _, joined, sentence

SAVE_MS = 500
"""A change is kept this long after the last one: a slider does not write at each step."""

log = logging.getLogger(__name__)


class SettingsController(QObject):
    """Holds the settings; every part that depends on one listens to `changed`.

    Signals:
        changed: A setting has another value; carries its name.
        trouble: What is wrong with the settings, and on a second line what to do.
    """

    changed = Signal(str)
    trouble = Signal(object)

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        problems: Sequence[Problem] = (),
        save: Callable[[Settings], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Begin with what was read.

        Args:
            settings: The usual ones where not given.
            problems: What was wrong with the file; to be told once there is a window.
            save: Keeps them, or raises OSError; nothing is kept where not given.
            parent: As for any QObject.
        """
        super().__init__(parent)
        self.problems = tuple(problems)
        self._settings = settings or Settings()
        self._saved = self._settings
        self._save = save
        self._voice: Callable[[], Voice] | None = None
        self._pause = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._pause.timeout.connect(self.flush)

    @property
    def now(self) -> Settings:
        """All settings as they are."""
        return self._settings

    @property
    def spoken_language(self) -> str:
        """The language to find a voice for: that of the texts where no voice was chosen."""
        return spoken_language(self._settings)

    def rule(self, name: str) -> Rule:
        """Return what a setting may be: bounds for a slider, words for a list.

        Raises:
            KeyError: There is no such setting.
        """
        return rule_of(name)

    def set(self, name: str, value: object) -> None:
        """Change one setting; it holds at once and is kept soon after.

        Raises:
            KeyError: There is no such setting.
            ValueError: It cannot have that value; the text says what would be right.
        """
        settings = changed(self._settings, name, value)
        if settings == self._settings:
            return
        self._settings = settings
        if self._save is not None:
            self._pause.start()
        self.changed.emit(name)

    def tell_of(self, problems: Sequence[Problem]) -> None:
        """Tell what was wrong with a file of settings that was read."""
        for problem in problems:
            remedy = _("Look through the settings, and set anew what is not as you had it.")
            self.trouble.emit(joined((sentence(problem.text), remedy), "\n"))

    def flush(self) -> None:
        """Keep what is not kept yet; called at the end of the app too."""
        self._pause.stop()
        if self._save is None or self._settings == self._saved:
            return
        try:
            self._save(self._settings)
        except OSError as error:
            log.warning("the settings are not kept: %s", error)
            reason = error.strerror or str(error)
            text = _(
                "The settings could not be kept: {reason}.\n"
                "They hold until the app is closed. To keep them, see that the disk has room and"
                " their folder is writable."
            )
            self.trouble.emit(text.format(reason=reason))
        else:
            self._saved = self._settings

    # ---------------------------------------------------------------- the voice

    def join_voice(self, voice: Callable[[], Voice]) -> None:
        """Say where the voice is to be had, for the two questions below."""
        self._voice = voice

    def try_voice(self) -> None:
        """Speak a sample as it is set now; not heard while muted."""
        if self._voice is not None:
            voice = self._voice()
            sample = _("Right leg. Hold, and keep breathing.")
            voice.silence()
            voice.say(sample)

    def list_voices(self, tell: Callable[[dict[str, list[Speaker]]], None]) -> None:
        """Ask for the voices; `tell` hears them by language, never where there is no engine.

        The languages are in order; inside one, the voices are by name.
        """
        if self._voice is not None:
            self._voice().list_voices(lambda voices: tell(by_language(voices)))


def by_language(voices: Sequence[Speaker]) -> dict[str, list[Speaker]]:
    """Return voices by the first part of their language, `en`; empty where it is not known."""
    groups: dict[str, list[Speaker]] = {}
    for voice in sorted(voices, key=lambda one: (one.language.lower(), one.name.lower())):
        language = voice.language.replace("_", "-").partition("-")[0].lower()
        groups.setdefault(language, []).append(voice)
    return dict(sorted(groups.items()))
