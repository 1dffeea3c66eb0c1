"""What stands in for the cards where nothing fits what is asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.words import _
from coach.ui.button import Button
from coach.ui.home.finding import Wanted, only_names
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme


class NoneFound(QWidget):
    """Says what was asked for, and offers all again.

    Attributes:
        all: Asks for everything again.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.text = Text(Size.HEADING, align=middle)
        self.remedy = Text(
            Size.BODY, _("Fewer words or fewer filters find more."), tone="soft", align=middle
        )
        self.all = Button(theme, _("Show all routines"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.XL, Space.M, Space.XL)
        rows.setSpacing(Space.S)
        rows.addWidget(self.text)
        rows.addWidget(self.remedy)
        rows.addSpacing(Space.S)
        rows.addWidget(self.all, 0, middle)

    def show_wanted(self, wanted: Wanted) -> None:
        """Say what was asked for."""
        names = only_names()
        said = [names[only] for only in names if only in wanted.only]
        if text := wanted.text.strip():
            said.insert(0, _("“{text}”").format(text=text))
        self.text.set_text(_("No routine fits {wanted}.").format(wanted=" · ".join(said)))
