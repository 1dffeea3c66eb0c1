"""A window of lines that can be read, marked and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coach.core.words import _
from coach.ui.button import Button, ButtonRow, Weight
from coach.ui.mirror import edges
from coach.ui.page import Page
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme


class ReportDialog(QDialog):
    """Shows one paragraph a line; gone when it is closed."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        lines: Sequence[str],
        parent: QWidget,
        *,
        more: Sequence[Button] = (),
    ) -> None:
        """Show `lines`; `more` are buttons before the usual ones."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        room = parent.window().size() - QSize(2 * Space.M, 2 * Space.M)
        self.resize(QSize(theme.pixels(640), theme.pixels(420)).boundedTo(room))
        self._lines = lines
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(edges(0, 0, Space.S, 0))
        rows.setSpacing(Space.M)
        rows.addWidget(Text(theme.title, title))
        for line in lines:
            text = Text(Size.BODY, line)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            rows.addWidget(text)
        rows.addStretch()
        self.copy = Button(theme, _("Copy"))
        self.close_button = Button(theme, _("Close"), weight=Weight.PRIMARY)
        self.copy.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        view = Page(page)
        view.fade_out(theme)
        column.addWidget(view, 1)
        column.addWidget(ButtonRow([*more, self.copy, self.close_button]))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))
