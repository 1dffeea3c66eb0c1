"""The top of the window: where one is, the tools of the screen, and Cramp now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Target, Theme


class Header(QWidget):
    """One row, or two where the window is too narrow for the text's size.

    Signals:
        cramp_clicked: Cramp now is wanted.
    """

    cramp_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no title and no tools yet."""
        super().__init__(parent)
        self._theme = theme
        self._tools: list[QWidget] = []
        self._spare: tuple[QWidget, ...] = ()
        self._two_rows: bool | None = None
        self._whole = False
        self.title = Text(Size.HEADING)
        self.cramp = Button(
            theme, _("Cramp now"), weight=Weight.WARM, height=Target.LARGE, size=Size.HEADING,
            parent=self,
        )  # fmt: skip
        self.cramp.set_tip(_("Help for a cramp, at once (Ctrl+Shift+C)"))
        self.cramp.setAccessibleDescription(_("Shows at once what to do when a leg cramps"))
        self.cramp.clicked.connect(self.cramp_clicked)
        self._lead, self._tail = _row(), _row()
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowMinimumHeight(0, self.cramp.sizeHint().height())
        self._grid.addWidget(self._lead, 0, 0)
        self._grid.addWidget(self.title, 0, 1)
        self._grid.addWidget(self._tail, 0, 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._arrange)

    def show_tools(
        self,
        title: str,
        lead: list[QWidget],
        tail: list[QWidget],
        *,
        cramp: bool,
        spare: Sequence[QWidget] = (),
        whole: bool = False,
    ) -> None:
        """Change to another screen's title and tools.

        Args:
            title: Where one is.
            lead: Tools before the title.
            tail: Tools behind it.
            cramp: Whether Cramp now is offered.
            spare: Tools that are left out, the first one first, where that saves a second row;
                a key does the same.
            whole: Whether the screen takes all of a wide window; else the header ends with it.
        """
        for tool in self._tools:
            tool.hide()
        self._tools, self._spare, self._whole = [*lead, *tail], tuple(spare), whole
        for box, tools in ((self._lead, lead), (self._tail, tail)):
            for tool in tools:
                _layout(box).addWidget(tool)
                tool.show()
            box.setVisible(bool(tools))
        self.title.set_text(title)
        self.cramp.setVisible(cramp)
        self._two_rows = None
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out whether one row is enough."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As high as the rows need; the width is the window's affair."""
        return QSize(0, super().minimumSizeHint().height())

    @property
    def _margin(self) -> int:
        return Space.L if self._whole else self._theme.margin(self.width())

    def _arrange(self) -> None:
        self._grid.setContentsMargins(self._margin, Space.M, self._margin, Space.M)
        room = self._leave_out(self._room_beside_tools())
        two_rows = not self.cramp.isHidden() and room < 0
        self.title.setVisible(bool(self.title.text()) and self._title_fits(room, two_rows))
        self._grid.setRowMinimumHeight(0, 0 if two_rows else self.cramp.sizeHint().height())
        if two_rows is self._two_rows:
            return
        self._two_rows = two_rows
        for part in (self.cramp, self._tail):
            self._grid.removeWidget(part)
        growing = QSizePolicy.Policy.Expanding if two_rows else QSizePolicy.Policy.Fixed
        self.cramp.setSizePolicy(growing, QSizePolicy.Policy.Fixed)
        if two_rows:
            self._grid.addWidget(self._tail, 0, 2, 1, 2)  # up to the edge the button below has
            self._grid.addWidget(self.cramp, 1, 0, 1, 4)
        else:
            self._grid.addWidget(self._tail, 0, 2)
            self._grid.addWidget(self.cramp, 0, 3)

    def _room_beside_tools(self) -> int:
        tools = sum(tool.sizeHint().width() + Space.S for tool in self._tools)
        margins = 2 * self._margin + 2 * Space.M
        return self.width() - margins - self.cramp.sizeHint().width() - tools

    def _leave_out(self, room: int) -> int:
        """Hide the spare tools that one row, or else the first of two, has no room for.

        Returns the room that is left in one row, negative where two are needed.
        """
        gained = [0]
        for tool in self._spare:
            gained.append(gained[-1] + tool.sizeHint().width() + Space.S)
        alone = room + self.cramp.sizeHint().width()
        in_one = [gone for gone, more in enumerate(gained) if room + more >= 0]
        in_two = [gone for gone, more in enumerate(gained) if alone + more >= 0]
        gone = (in_one or in_two or [len(self._spare)])[0]
        for number, tool in enumerate(self._spare):
            tool.setVisible(number >= gone)
        return room + gained[gone] if in_one else -1

    def _title_fits(self, room: int, two_rows: bool) -> bool:
        """A title that would be squeezed to a column of syllables is left out."""
        return not two_rows and room > self._theme.pixels(Size.HEADING.pixels) * 7


def _row() -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.S)
    return box


def _layout(box: QWidget) -> QHBoxLayout:
    layout = box.layout()
    assert isinstance(layout, QHBoxLayout)
    return layout
