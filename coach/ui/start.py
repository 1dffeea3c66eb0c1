"""Where one begins on a screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Starting(QWidget):
    """A widget that gives the focus it is asked to take to one of its parts.

    Not by a focus proxy: for Qt the whole is then that part, and Tab passes over all that stands
    before it.

    Attributes:
        start: The part; None while there is none.
    """

    start: QWidget | None = None

    def setFocus(  # noqa: N802 as in Qt
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Let keys act on the part one begins with."""
        if self.start is None:
            super().setFocus(reason)
        else:
            self.start.setFocus(reason)
