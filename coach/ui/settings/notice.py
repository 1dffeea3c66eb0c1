"""What is missing, and the remedy, where it is set."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.words import _
from coach.ui.announce import announce
from coach.ui.button import Button
from coach.ui.parts.card import draw_card
from coach.ui.text import Text
from coach.ui.theme import Radius, Size, Space, Theme


class Notice(QWidget):
    """One sentence that says what is so, one that says what to do, and a button that tries.

    Attributes:
        again: Tries again; hidden where that is of no use.
    """

    def __init__(self, theme: Theme) -> None:
        """Say nothing yet."""
        super().__init__()
        self._theme = theme
        self.text = Text(Size.STRONG)
        self.remedy = Text(Size.BODY)
        self.again = Button(theme, _("Try again"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        rows.setSpacing(Space.XS)
        rows.addWidget(self.text)
        rows.addWidget(self.remedy)
        rows.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self.update)
        self.hide()

    def tell(self, text: str, remedy: str, *, again: bool) -> None:
        """Say what is so."""
        self.text.set_text(text)
        self.remedy.set_text(remedy)
        self.remedy.setVisible(bool(remedy))
        self.again.setVisible(again)
        before, now = self.accessibleName(), f"{text} {remedy}".strip()
        self.setAccessibleName(now)
        self.show()
        if self.isVisible() and now != before:
            announce(self, now)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the mark at its edge."""
        draw_card(self, self._theme, "warm_graphic", ground="paper", radius=Radius.SMALL)
