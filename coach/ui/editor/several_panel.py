"""What can be done with several steps at once, or while none is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.words import _, counted
from coach.ui.button import Button
from coach.ui.editor.session import Session
from coach.ui.parts.flow import Flow
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme


class SeveralPanel(QWidget):
    """Repeat together, copy, remove."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.title = Text(Size.HEADING)
        self.group = Button(theme, _("Repeat together"))
        self.group.set_tip(_("Go through these steps several times (Ctrl+G)"))
        self.copy = Button(theme, _("Duplicate"))
        self.remove = Button(theme, _("Remove"))
        self.group.clicked.connect(session.group)
        self.copy.clicked.connect(session.duplicate)
        self.remove.clicked.connect(session.remove)
        buttons = Flow()
        for button in (self.group, self.copy, self.remove):
            button.setParent(buttons)
            buttons.parts.append(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.M)
        rows.addWidget(self.title)
        rows.addWidget(buttons)
        rows.addStretch(1)

    def show_number(self, number: int) -> None:
        """Show how many are chosen."""
        self.title.set_text(counted("{n} step chosen", "{n} steps chosen", number))
