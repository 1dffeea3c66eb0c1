"""What can be done with the steps: buttons below the list."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coach.core.words import _
from coach.ui.button import Button
from coach.ui.icons import Icons
from coach.ui.theme import Space, Theme


class StepBar(QWidget):
    """Add on one side; copy, repeat and remove on the other.

    Attributes:
        add: Shows the exercises to add.
        copy: Puts a copy after what is chosen.
        group: Repeats what is chosen together.
        remove: Takes what is chosen away.
    """

    def __init__(self, theme: Theme, icons: Icons) -> None:
        """Make the buttons."""
        super().__init__()

        def button(icon: str, text: str, keys: str) -> Button:
            made = Button(theme, text, icons=icons, icon=icon)
            made.set_tip(f"{text} ({keys})")
            return made

        self.add = Button(theme, _("Add"))
        self.add.setAccessibleName(_("Add exercises"))
        self.add.set_tip(_("Add exercises after the chosen step (Insert)"))
        self.copy = button("copy", _("Duplicate"), "Ctrl+D")
        self.group = button("repeat", _("Repeat together"), "Ctrl+G")
        self.remove = button("trash", _("Remove"), _("Delete"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.add)
        row.addStretch(1)
        for made in (self.copy, self.group, self.remove):
            row.addWidget(made)

    def show_chosen(self, *, any_chosen: bool) -> None:
        """Offer what needs a chosen step only where there is one."""
        for button in (self.copy, self.group, self.remove):
            button.setEnabled(any_chosen)
