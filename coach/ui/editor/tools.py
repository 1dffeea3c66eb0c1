"""The buttons in the header while a routine or an exercise is edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coach.app.editing import ExerciseEditor, RoutineEditor
from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.icons import Icons
from coach.ui.theme import Theme

if TYPE_CHECKING:
    from coach.ui.header import Header


class EditorTools:
    """Leave, undo, redo, more, save.

    Attributes:
        close: Leaves; what is not saved is kept as a draft.
        undo: Takes the last change back.
        redo: Does it again.
        more: A menu with the rest.
        save: Saves.
    """

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        editor: Callable[[], RoutineEditor | ExerciseEditor],
        parent: QWidget,
    ) -> None:
        """Make the buttons.

        Args:
            theme: Colours and sizes.
            icons: Draws icons.
            editor: Returns what is edited, and its history.
            parent: Whom the buttons belong to.
        """
        self._editor = editor

        def button(icon: str, text: str, tip: str) -> Button:
            made = Button(theme, text, weight=Weight.QUIET, icons=icons, icon=icon, parent=parent)
            made.set_tip(tip)
            return made

        self.close = button("chevron-left", _("Back"), _("Back; what is not saved is kept (Esc)"))
        self.undo = button("undo", _("Undo"), "")
        self.redo = button("redo", _("Redo"), "")
        self.more = button("more", _("More"), _("Export, print, delete"))
        self.save = Button(theme, _("Save"), weight=Weight.PRIMARY, parent=parent)
        self.save.set_tip(_("Save (Ctrl+S)"))
        self.undo.clicked.connect(lambda: editor().undo())
        self.redo.clicked.connect(lambda: editor().redo())

    def show_history(self) -> None:
        """Offer what can be undone and redone, by name."""
        history = self._editor().history
        self.undo.setEnabled(history.can_undo)
        self.redo.setEnabled(history.can_redo)
        for button, word, LABEL, keys in (  # noqa: N806 was marked where the change was made
            (self.undo, _("Undo"), history.undo_label, "Ctrl+Z"),
            (self.redo, _("Redo"), history.redo_label, "Ctrl+Shift+Z"),
        ):
            text = _("{do}: {what}").format(do=word, what=_(LABEL)) if LABEL else word
            button.set_text(text)
            button.set_tip(f"{text} ({keys})")

    def show_in(self, header: Header, *, exercise: bool) -> None:
        """Put the buttons of a routine, or of an exercise, into the header."""
        title = _("Edit exercise") if exercise else _("Edit routine")
        more = [] if exercise else [self.more]
        tail: list[QWidget] = [self.undo, self.redo, *more, self.save]
        spare = (self.redo, self.undo)
        header.show_tools(title, [self.close], tail, cramp=True, spare=spare)
