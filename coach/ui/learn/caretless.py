"""Draws a text that is only read, without the place of the keys in it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

NO_CARET = -1


def draw_without_caret(view: QTextEdit, area: QRect) -> None:
    """Draw the part of a text that is in `area` of its viewport.

    WORKAROUND: where a text has letters from right to left, Qt 6 draws a flag of four pixels at
    the caret (`QTextLayout::drawCursor`) also where the caret is set to be 0 pixels wide.
    """
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()
    from_right = across.maximum() - across.value()
    left = from_right if view.isRightToLeft() else across.value()
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = view.palette()
    context.clip = QRectF(area.translated(left, down.value()))
    context.cursorPosition = NO_CARET
    context.selections = [*_lit(view), *_selected(view)]
    painter = QPainter(view.viewport())
    painter.setClipRect(area)
    painter.translate(-left, -down.value())
    view.document().documentLayout().draw(painter, context)


def _lit(view: QTextEdit) -> list[QAbstractTextDocumentLayout.Selection]:
    """Return what is set off, a match say."""
    return [_selection(extra.cursor, extra.format) for extra in view.extraSelections()]


def _selected(view: QTextEdit) -> list[QAbstractTextDocumentLayout.Selection]:
    """Return what the person selected."""
    if not view.textCursor().hasSelection():
        return []
    groups, roles = QPalette.ColorGroup, QPalette.ColorRole
    group = groups.Active if view.hasFocus() else groups.Inactive
    form = QTextCharFormat()
    form.setBackground(view.palette().brush(group, roles.Highlight))
    form.setForeground(view.palette().brush(group, roles.HighlightedText))
    return [_selection(view.textCursor(), form)]


def _selection(cursor: QTextCursor, form: QTextCharFormat) -> QAbstractTextDocumentLayout.Selection:
    selection = QAbstractTextDocumentLayout.Selection()
    selection.cursor, selection.format = cursor, form
    return selection
