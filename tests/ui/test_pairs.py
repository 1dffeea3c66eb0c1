"""Fields in pairs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.ui.editor.pairs import Pairs
from coach.ui.parts.field import Field
from coach.ui.style import style_sheet
from coach.ui.theme import Theme


@pytest.mark.parametrize("factor", [1, 2])
def test_fields_beside_each_other_begin_at_one_height(qtbot: QtBot, factor: int) -> None:
    theme = Theme()
    theme.set_text_factor(factor)
    long, short = (
        Field("How often on each side, one after the other", QLineEdit()),
        Field("Hold", QLineEdit()),
    )
    for field in (long, short):
        field.inner.setMinimumWidth(100 * factor)
    host = QWidget()
    qtbot.addWidget(host)
    host.setStyleSheet(style_sheet(theme))
    rows = QVBoxLayout(host)
    pairs = Pairs([long, short], host)
    rows.addWidget(pairs)
    rows.addStretch(1)
    host.resize(300 * factor, 400)
    host.show()
    qtbot.wait(1)
    line = short.label.fontMetrics().height()
    assert long.label.heightForWidth(long.label.width()) > line
    tops = {field.inner.mapTo(host, QPoint(0, 0)).y() for field in (long, short)}
    assert len(tops) == 1
    host.resize(140 * factor, 400)  # below each other no name keeps the other's height
    qtbot.wait(1)
    assert short.label.minimumHeight() == 0
