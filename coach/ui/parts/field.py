"""A field of a form: what it is, the field itself, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.words import sentence as ended
from coach.ui.text import Text
from coach.ui.theme import Size, Space


class Field(QWidget):
    """A label over a field, and under it the problem where there is one.

    Attributes:
        label: What it is.
        problem: What is wrong; hidden where nothing is.
        inner: The field.
    """

    def __init__(self, label: str, inner: QWidget, *, parent: QWidget | None = None) -> None:
        """Name `inner`, on the screen and for screen readers."""
        super().__init__(parent)
        self.label = Text(Size.SMALL, label, tone="soft")
        across = self.label.alignment() & ~Qt.AlignmentFlag.AlignVertical_Mask
        self.label.setAlignment(across | Qt.AlignmentFlag.AlignBottom)
        self.inner = inner
        self.problem = Text(Size.SMALL)
        self.problem.hide()
        inner.setAccessibleName(label)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.XS)
        rows.addWidget(self.label)
        rows.addWidget(inner)
        rows.addWidget(self.problem)

    def set_label(self, label: str) -> None:
        """Name it otherwise."""
        self.label.set_text(label)
        self.inner.setAccessibleName(label)

    def set_problem(self, reason: str) -> None:
        """Say what is wrong; empty for nothing."""
        unit = str(self.inner.property("unit") or "")
        self.problem.set_text(sentence(reason + unit if reason[-1:].isdigit() else reason))
        self.problem.setVisible(bool(reason))
        self.inner.setAccessibleDescription(self.problem.text())
        set_faulty(self.inner, faulty=bool(reason))


def set_faulty(widget: QWidget, *, faulty: bool) -> None:
    """Mark a field that something is wrong with; the same once more costs nothing."""
    if bool(widget.property("faulty")) != faulty:
        widget.setProperty("faulty", faulty)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def sentence(reason: str) -> str:
    """Return a reason of a file's fault as a sentence."""
    if not reason:
        return ""
    return ended(reason[:1].upper() + reason[1:])
