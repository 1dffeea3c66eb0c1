"""The exercise that is edited: its editor, its screen, and the ways to and from them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coach.app.coach import Coach
from coach.content.problem import ContentError
from coach.ui.icons import Icons
from coach.ui.pictures import Figures
from coach.ui.theme import Theme

if TYPE_CHECKING:  # a card's menu does not wait for the editors
    from coach.app.editing import EditorParts, ExerciseEditor
    from coach.content.unsaved import Unsaved
    from coach.ui.editor.exercise_screen import ExerciseScreen


class ExerciseEditing(QObject):
    """Opens exercises of the person's own.

    Signals:
        shown: The screen is to be shown.
        left: Back to where one came from: the routine, where it was opened from there.
        saved: It was written; carries its id and whether it is a new one.
        history_changed: Something else can be undone or redone.
        refused: A file can't be edited here; carries the ContentError.
        trouble: Something could not be kept; carries a text.
    """

    shown = Signal()
    left = Signal()
    saved = Signal(str, bool)
    history_changed = Signal()
    refused = Signal(object)
    trouble = Signal(object)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        coach: Coach,
        figures: Figures,
        parts: EditorParts,
        room: QWidget,
        parent: QObject,
    ) -> None:
        """Make nothing yet; the arguments are those of the `Workshop`."""
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._coach = coach
        self._figures = figures
        self._parts = parts
        self._room = room
        self.from_routine = False

    @cached_property
    def editor(self) -> ExerciseEditor:
        """Draft, history and file."""
        from coach.app.editing import ExerciseEditor

        editor = ExerciseEditor(self._parts, self)
        editor.trouble.connect(self.trouble)
        for signal in (editor.changed, editor.opened):
            signal.connect(self.history_changed)
        return editor

    @cached_property
    def screen(self) -> ExerciseScreen:
        """The editor of exercises."""
        from coach.ui.editor.exercise_screen import ExerciseScreen

        screen = ExerciseScreen(
            self._theme, self._icons, self._figures, self.editor,
            lambda: self._coach.library, self._room,
        )  # fmt: skip
        screen.left.connect(self.left)
        screen.saved.connect(self.saved)
        screen.hear_wanted.connect(self._coach.say_now)
        return screen

    @property
    def is_shown(self) -> bool:
        """Whether an exercise is being edited."""
        return "screen" in self.__dict__ and self.screen.isVisible()

    def open(self, name: str) -> None:
        """Edit an exercise for a routine; begin a new one where no id is given."""
        try:
            if name:
                self.editor.open(name)
            else:
                self.editor.begin()
        except ContentError as wrong:
            self.refused.emit(wrong)
            return
        self.from_routine = True
        self.shown.emit()
        self.history_changed.emit()

    def take_up(self, unsaved: Unsaved) -> None:
        """Go on with one that was not saved."""
        self.editor.take_up(unsaved)
        self.from_routine = False
        self.shown.emit()

    def reword(self) -> None:
        """Make the screen anew, in another language; what is edited in it stays open."""
        if "editor" in self.__dict__:
            self.editor.look_anew()
        if "screen" in self.__dict__:
            self.__dict__.pop("screen").deleteLater()

    def look_again(self) -> None:
        """See whether something else wrote the file, as when the window is come back to."""
        if "editor" in self.__dict__:
            self.editor.check_disk()

    def keep_now(self) -> bool:
        """Keep what is not saved; returns whether it is safe."""
        return "editor" not in self.__dict__ or self.editor.keep_now()

    def let_go(self) -> None:
        """Leave no trace of what is edited: all files are others now."""
        if "editor" in self.__dict__:
            self.editor.let_go()

    def close(self) -> None:
        """Keep what is not saved, as the app ends."""
        if "editor" in self.__dict__:
            self.editor.close()
