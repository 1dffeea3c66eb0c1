"""What the list shows while there are no steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme


class EmptySteps(QWidget):
    """Says what to do first.

    Signals:
        add_wanted: Exercises are to be added.
        import_wanted: A routine that somebody sent is to be taken instead.
    """

    add_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show one sentence, and two ways on."""
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.add = Button(theme, _("Add exercises"), weight=Weight.PRIMARY)
        self.add.clicked.connect(self.add_wanted)
        self.take = Button(theme, _("Import a routine"), weight=Weight.QUIET)
        self.take.set_tip(_("From a file that somebody sent you"))
        self.take.clicked.connect(self.import_wanted)
        rows = QVBoxLayout(self)
        rows.setSpacing(Space.M)
        rows.addStretch(2)
        rows.addWidget(Text(Size.HEADING, _("No exercises yet"), align=middle))
        text = _("Choose from those that are there, or make one of your own.")
        self.hint = Text(Size.BODY, text, tone="soft", align=middle)
        rows.addWidget(self.hint)
        rows.addWidget(self.add, 0, middle)
        rows.addWidget(self.take, 0, middle)
        rows.addStretch(3)

    def set_short(self, *, short: bool) -> None:
        """Leave the hint out where the window is low."""
        self.hint.setHidden(short)
