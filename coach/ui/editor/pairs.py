"""Fields in two aligned columns, in one where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from coach.ui.parts.field import Field
from coach.ui.theme import Space


class Pairs(QWidget):
    """Fields side by side; those that are hidden leave no gap."""

    def __init__(self, fields: Sequence[QWidget], parent: QWidget | None = None) -> None:
        """Show `fields` in this order."""
        super().__init__(parent)
        self._fields = tuple(fields)
        self._columns = 0
        self._placed: tuple[QWidget, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.M)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        for field in self._fields:
            field.setParent(self)
        self.arrange()

    def add(self, field: QWidget) -> None:
        """Show one more after the others, from the next `arrange` on."""
        self._fields += (field,)
        field.setParent(self)

    def minimumSizeHint(self) -> QSize:
        """No wider than the widest field: the rows may become one column."""
        shown = [field for field in self._fields if not field.isHidden()]
        widest = max((field.minimumSizeHint().width() for field in shown), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the number of columns."""
        super().resizeEvent(event)
        self.arrange()
        self._level()

    def changeEvent(self, event: QEvent) -> None:
        """Names take other heights in another size of the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._level()

    def arrange(self) -> None:
        """Put the fields that are not hidden to their places."""
        shown = tuple(field for field in self._fields if not field.isHidden())
        widest = max((field.minimumSizeHint().width() for field in shown), default=0)
        columns = 2 if 2 * widest + Space.M <= self.width() else 1
        if (columns, shown) == (self._columns, self._placed):
            return
        self._columns, self._placed = columns, shown
        for field in self._fields:
            self._grid.removeWidget(field)
        for number, field in enumerate(shown):
            self._grid.addWidget(
                field, number // columns, number % columns, Qt.AlignmentFlag.AlignTop
            )
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        if self.parentWidget() is not None:  # one without would flash up as a window
            self.setVisible(bool(shown))
        self.updateGeometry()
        self._level()

    def _level(self) -> None:
        """Let fields beside each other begin at one height, though one name takes more lines."""
        width = (self.width() - Space.M) // 2
        labels = [field.label if isinstance(field, Field) else None for field in self._placed]
        for first in range(0, len(labels), self._columns or 1):
            row = [one for one in labels[first : first + self._columns] if one is not None]
            beside = self._columns > 1
            high = max((one.heightForWidth(width) for one in row if beside), default=0)
            for label in row:
                label.setMinimumHeight(max(0, high))
