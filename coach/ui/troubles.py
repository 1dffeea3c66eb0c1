"""Turns what goes wrong elsewhere into messages in the window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from coach.app.coach import Coach
from coach.app.voice_port import VoiceState, VoiceStatus
from coach.core.words import _, counted
from coach.ui.message import Message, Messages
from coach.ui.theme import Theme

_LASTING = (VoiceStatus.NO_DEVICE, VoiceStatus.NO_ENGINE, VoiceStatus.FAILED)
_WELL = (VoiceStatus.READY, VoiceStatus.OFF)


class Troubles(QObject):
    """Listens to the coach and tells the person."""

    def __init__(self, theme: Theme, coach: Coach, messages: Messages) -> None:
        """Tell at once of files that can't be used."""
        super().__init__(messages)
        self._theme = theme
        self._coach = coach
        self._messages = messages
        coach.voice_changed.connect(self._tell_of_voice)
        coach.trouble.connect(self._tell_of_diary)
        self._tell_of_files()

    def _tell_of_voice(self, state: VoiceState) -> None:
        """A voice that is being restarted is not worth a word: it is back in a moment."""
        if state.status in _WELL:
            self._messages.drop("voice")
        elif state.status in _LASTING:
            again = state.status is VoiceStatus.FAILED
            act = self._coach.voice().start if again else None
            self._messages.tell("voice", Message(state.message, state.remedy, _("Try again"), act))

    def _tell_of_diary(self, text: str) -> None:
        what, _line, remedy = text.partition("\n")
        self._messages.tell("diary", Message(what, remedy))

    def _tell_of_files(self) -> None:
        problems = self._coach.library.problems
        if not problems:
            return
        number = len({problem.file for problem in problems})
        text = counted("{n} file can't be used", "{n} files can't be used", number)
        remedy = _("Everything else works. Put right what is named, then start Cramp Coach anew.")
        self._messages.tell(
            "files", Message(text + ".", remedy, _("See the list"), self._show_problems)
        )

    def _show_problems(self) -> None:
        from coach.ui.problems import ProblemsDialog

        window = self._messages.window()
        ProblemsDialog(self._theme, self._coach.library.problems, window).open()
