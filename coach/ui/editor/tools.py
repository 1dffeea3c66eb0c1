"""The buttons in the header while a routine or an exercise is edited."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coach.app.editing import ExerciseEditor, RoutineEditor
from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.icons import Icons
from coach.ui.theme import Theme


class EditorTools:
    """Leave, undo, redo, more, save.

    Attributes:
        close: Leaves; what is not saved is kept as a draft.
        undo: Takes the last change back.
        redo: Does it again.
        more: A menu with the rest.
        save: Saves.
    """

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        """Make the buttons."""

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

    def show_history(self, editor: RoutineEditor | ExerciseEditor) -> None:
        """Offer what can be undone and redone, by name."""
        history = editor.history
        self.undo.setEnabled(history.can_undo)
        self.redo.setEnabled(history.can_redo)
        for button, word, LABEL, keys in (  # noqa: N806 was marked where the change was made
            (self.undo, _("Undo"), history.undo_label, "Ctrl+Z"),
            (self.redo, _("Redo"), history.redo_label, "Ctrl+Shift+Z"),
        ):
            text = _("{do}: {what}").format(do=word, what=_(LABEL)) if LABEL else word
            button.set_text(text)
            button.set_tip(f"{text} ({keys})")
