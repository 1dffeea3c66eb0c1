"""What is shown where nothing was found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.words import _
from coach.ui.button import Button
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme


class NothingFound(QWidget):
    """Says so, and offers the way out.

    Attributes:
        clear: Shows all pages again.
    """

    def __init__(self, theme: Theme) -> None:
        """Say nothing yet; see `show_wanted`."""
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        self.text = Text(Size.HEADING, align=middle)
        remedy = _(
            "Try one word, or only its beginning. Capital letters and accents make no difference."
        )
        self.clear = Button(theme, _("Show all pages"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.XL, Space.L, Space.XL)
        rows.setSpacing(Space.M)
        rows.addWidget(self.text)
        rows.addWidget(Text(Size.BODY, remedy, tone="soft", align=middle))
        rows.addWidget(self.clear, 0, middle)
        rows.addStretch(1)

    def show_wanted(self, wanted: str) -> None:
        """Say what was looked for."""
        self.text.set_text(_("No page has “{words}”.").format(words=wanted))
