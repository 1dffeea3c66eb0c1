"""Fields to write text into."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from coach.ui.mirror import is_mirrored, mirrored
from coach.ui.theme import Line, Space, Target, Theme

_OF_THE_EDITOR = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
"""What is taken back is the whole editor's affair, not that of the field one is in."""


def is_of_the_editor(event: QEvent) -> bool:
    """Whether a field asks for a key that it is to leave to the editor."""
    asks = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    if not asks or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(key) for key in _OF_THE_EDITOR)


class LineEntry(QLineEdit):
    """One line.

    Signals:
        written: The text was changed by the person; carries it.
        left: The field has been left, or Enter pressed in it.
    """

    written = Signal(str)
    left = Signal()

    def __init__(
        self, hint: str = "", *, bare: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show `hint` while empty; `bare` shows no frame before it is used."""
        super().__init__(parent)
        self.setProperty("bare", bare)
        if is_mirrored():  # a text in foreign letters too begins where all others do
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.setPlaceholderText(hint)
        self.textEdited.connect(self.written)
        self.editingFinished.connect(self.left)

    def set_text(self, text: str) -> None:
        """Show a text; the same one leaves the cursor alone."""
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the editor."""
        if is_of_the_editor(event):
            event.ignore()
            return False
        return super().event(event)


class TextEntry(QPlainTextEdit):
    """Some lines; as high as its text, within reason. Tab leaves it.

    Signals:
        written: The text was changed by the person; carries it.
        left: The field has been left.
    """

    written = Signal(str)
    left = Signal()

    def __init__(
        self, theme: Theme, hint: str = "", *, lines: int = 2, parent: QWidget | None = None
    ) -> None:
        """Show `hint` while empty, and room for `lines`."""
        super().__init__(parent)
        self._lines = lines
        self._setting = False
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._tell)
        theme.changed.connect(self._fit)
        self._align()
        self._fit()

    def set_text(self, text: str) -> None:
        """Show a text; the same one leaves the cursor alone."""
        if text != self.toPlainText():
            self._setting = True
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self._setting = False

    def sizeHint(self) -> QSize:
        """As high as what is written."""
        return QSize(200, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it has been left."""
        super().focusOutEvent(event)
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the editor; wear another font."""
        if is_of_the_editor(event):
            event.ignore()
            return False
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.Polish):
            done = super().event(event)
            self._fit()
            return done
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()
        return super().event(event)

    def _align(self) -> None:
        """Let a text in foreign letters too begin on the side where all others do."""
        side = Qt.AlignmentFlag.AlignRight if is_mirrored() else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)

    def _tell(self) -> None:
        self._fit()
        if not self._setting:
            self.written.emit(self.toPlainText())

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        shown = max(self._lines, min(8, round(self.document().size().height())))
        high = shown * line + 2 * Space.S + Space.M
        self.setFixedHeight(max(high, Target.SMALL))


MOST_TITLE_LINES = 6

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
"""What brings the focus without a place to write at."""


class TitleEntry(TextEntry):
    """A title in large type that wraps; it shows no frame before it is used."""

    def __init__(self, theme: Theme, hint: str = "", *, parent: QWidget | None = None) -> None:
        """Show `hint` while empty."""
        self._most = MOST_TITLE_LINES
        self._shown = 1
        super().__init__(theme, hint, lines=1, parent=parent)
        self.setProperty("bare", True)
        self.document().setDocumentMargin(Space.S)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A title is one paragraph: Enter leaves it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def set_short(self, *, short: bool, one_line: bool = False) -> None:
        """Take less room where the window is low, and no more than one line where it has no more.

        What does not fit scrolls; while it is not written in, the beginning is shown.
        """
        most = 1 if one_line else MOST_TITLE_LINES
        if most != self._most:
            self._most = most
            self._fit()
        if bool(self.property("short")) != short:
            self.setProperty("short", short)
            self.style().unpolish(self)
            self.style().polish(self)
            self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 as in Qt
        """Take pasted lines as one."""
        self.insertPlainText(" ".join(source.text().split()))

    def set_text(self, text: str) -> None:
        """Show a text from its beginning; one that is written on is left where it is."""
        super().set_text(text)
        if not self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.Start)  # Qt brings the cursor into sight

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show whole lines; of one more there would be but the upper edge."""
        line = self.fontMetrics().lineSpacing()
        edge = round(self.document().documentMargin())
        seen = QRect(0, 0, self.width(), edge + self._shown * line)
        super().paintEvent(QPaintEvent(event.rect().intersected(seen)))
        shape = self.document().firstBlock().layout()
        if self._shown < shape.lineCount() and not self.hasFocus():
            words = shape.lineAt(self._shown - 1).naturalTextRect()
            place = QRect(edge, edge + (self._shown - 1) * line, round(words.width()), line)
            dots = QRect(
                place.right(), place.top(), self.fontMetrics().horizontalAdvance("…"), line
            )
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(mirrored(dots, self.viewport().rect()), 0, "…")

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        self._shown = max(1, min(self._most, round(self.document().size().height())))
        self.setFixedHeight(self._shown * line + 2 * Space.S + 2 * Line.FOCUS)
        self._show_beginning()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Write on at the end, unless a place was pointed at."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY and not self.textCursor().hasSelection():
            self.moveCursor(QTextCursor.MoveOperation.End)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning again."""
        super().focusOutEvent(event)
        self._show_beginning()

    def _show_beginning(self) -> None:
        if not self.hasFocus():
            self.verticalScrollBar().setValue(0)
