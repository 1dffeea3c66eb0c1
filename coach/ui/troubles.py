"""Turns what goes wrong elsewhere into messages in the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from coach.app.coach import Coach
from coach.app.voice_port import VoiceState, VoiceStatus
from coach.core.words import _, counted, joined, sentence
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
        coach.trouble.connect(lambda text: self._tell_not_kept("diary", text))
        coach.settings.trouble.connect(lambda text: self._tell_not_kept("unkept", text))
        coach.library_changed.connect(self._follow_files)
        coach.language_changed.connect(self._forget_files)
        self._tell_of_files()
        self._tell_of_settings()

    def _tell_of_voice(self, state: VoiceState) -> None:
        """A voice that is being restarted is not worth a word: it is back in a moment."""
        if state.status in _WELL:
            self._messages.drop("voice")
        elif state.status in _LASTING:
            again = state.status is VoiceStatus.FAILED
            act = self._coach.voice().start if again else None
            self._messages.tell("voice", Message(state.message, state.remedy, _("Try again"), act))

    def _tell_not_kept(self, matter: str, text: str) -> None:
        what, _line, remedy = text.partition("\n")
        self._messages.tell(matter, Message(what, remedy))

    def _tell_of_files(self) -> None:
        if self._coach.library.problems:
            self._messages.tell("files", self._of_files())

    def _of_files(self) -> Message:
        """Name the file and its fault; where there are several, the list does."""
        problems = self._coach.library.problems
        first = problems[0]
        number = len({problem.file for problem in problems})
        if number == 1 and first.file:
            text = _("{file} can't be used: {reason}").format(
                file=Path(first.file).name, reason=replace(first, file="")
            )
            act, do = _("Open the folder"), self._open_folder
        else:
            text = counted("{n} file can't be used", "{n} files can't be used", number)
            act, do = _("See the list"), self._show_problems
        remedy = _("Everything else works. Put right what is named, then look again.")
        again = _("Look again")
        return Message(sentence(text), remedy, act, do, again, self._look_again)

    def _forget_files(self) -> None:
        """All files were read anew: they may have been put right."""
        if not self._coach.library.problems:
            self._messages.drop("files")

    def _follow_files(self) -> None:
        """Keep true what is told; what somebody put away stays away."""
        self._forget_files()
        if "files" in self._messages.matters:
            self._tell_of_files()

    def _look_again(self) -> None:
        """Read all files anew; what is still wrong is told anew."""
        self._messages.drop("files")
        self._coach.reload_library()
        self._tell_of_files()

    def _open_folder(self) -> None:
        from coach.ui.problems import open_folder_of

        if not open_folder_of(self._coach.library.problems[0]):
            self._show_problems()

    def _tell_of_settings(self) -> None:
        if self._coach.settings.problems:
            self._messages.tell("settings", self._of_settings())

    def _of_settings(self) -> Message:
        text = _("Your settings could not be read as they were.")
        return Message(text, joined(self._coach.settings.problems, "\n"))

    def _show_problems(self) -> None:
        from coach.ui.problems import ProblemsDialog

        window = self._messages.window()
        ProblemsDialog(self._theme, self._coach.library.problems, window).open()
