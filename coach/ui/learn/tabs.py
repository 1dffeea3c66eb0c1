"""The list of pages: buttons below each other, or one button with a menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from coach.core.learn import LearnPage
from coach.core.words import counted
from coach.ui.button import Button, Weight
from coach.ui.icons import Icons
from coach.ui.mirror import mirrored
from coach.ui.theme import ICON, Line, Radius, Size, Space, Target, Theme

BAR = 4
"""Pixels of the bar before the page that is shown."""


class PageTab(Button):
    """A page's title over one or two lines; a bar before it while the page is shown."""

    arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down)

    def __init__(self, theme: Theme, page: LearnPage, parent: QWidget) -> None:
        """Stand for `page`."""
        self.matches = 0
        super().__init__(theme, page.title, size=Size.BODY, parent=parent)
        self.page = page
        self.setCheckable(True)
        self.setAutoExclusive(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_matches(self, matches: int) -> None:
        """Say how often what is looked for stands on the page; 0 for nothing looked for."""
        self.matches = matches
        found = counted("{n} match", "{n} matches", matches) if matches else ""
        self.setAccessibleDescription(found)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """A long title takes two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the title needs."""
        flags = int(Qt.TextFlag.TextWordWrap)
        room = QRect(0, 0, max(1, width - self._left - self._right), 10_000)
        metrics = QFontMetrics(self._theme.font(Size.STRONG))
        return max(Target.SMALL, metrics.boundingRect(room, flags, self.text()).height() + Space.M)

    def sizeHint(self) -> QSize:
        """As wide as the list."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The list decides about the width."""
        return QSize(0, self.heightForWidth(max(self.width(), 200)))

    @property
    def _left(self) -> int:
        return Space.M

    @property
    def _right(self) -> int:
        digits = QFontMetrics(self._theme.font(Size.SMALL)).horizontalAdvance("00")
        return Space.M + digits

    def nextCheckState(self) -> None:  # noqa: N802 as in Qt
        """The page that is shown stays chosen."""
        self.setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, bar, title and number of matches."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, on = self._theme, self.isChecked()
        shape = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(theme.colour("ink"), Line.FOCUS) if self._ringed else Qt.PenStyle.NoPen)
        lit = on or self._hovered
        painter.setBrush(theme.colour("teal_soft") if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape, Radius.SMALL, Radius.SMALL)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("teal"))
            bar = QRectF(shape.left() + 3, shape.top() + Space.S, BAR, shape.height() - Space.M)
            painter.drawRoundedRect(mirrored(bar, shape), BAR / 2, BAR / 2)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(Size.STRONG if on else Size.BODY))
        place = mirrored(self.rect().adjusted(self._left, 0, -self._right, 0), self.rect())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(place, int(middle | Qt.TextFlag.TextWordWrap), self.text())
        if self.matches:
            painter.setPen(theme.colour("teal_text"))
            painter.setFont(theme.font(Size.SMALL))
            place = mirrored(self.rect().adjusted(0, 0, -Space.S, 0), self.rect())
            end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
            painter.drawText(place, int(end), str(self.matches))


class PageList(QWidget):
    """All pages, or those that hold what is looked for.

    Signals:
        chosen: A page is wanted; carries it.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, pages: Sequence[LearnPage]) -> None:
        """Show all of them."""
        super().__init__()
        self.tabs = {page.id: PageTab(theme, page, self) for page in pages}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for tab in self.tabs.values():
            rows.addWidget(tab)
            tab.clicked.connect(lambda _on, tab=tab: self.chosen.emit(tab.page))
        rows.addStretch(1)

    def show_found(self, found: Mapping[str, int] | None) -> None:
        """Show the pages in `found` with their matches; None for all of them."""
        for name, tab in self.tabs.items():
            tab.setVisible(found is None or name in found)
            tab.show_matches(found.get(name, 0) if found else 0)

    def show_page(self, page: LearnPage) -> None:
        """Show which is read."""
        self.tabs[page.id].setChecked(True)

    @property
    def shown(self) -> list[LearnPage]:
        """The pages that can be chosen, in order."""
        return [tab.page for tab in self.tabs.values() if not tab.isHidden()]


class PageMenu(Button):
    """The same in one line, for windows that have no room for a list.

    Signals:
        chosen: A page is wanted; carries it.
    """

    breaks = False
    chosen = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, pages: PageList) -> None:
        """Open the pages of a list."""
        self._arrows = icons
        super().__init__(theme, "", weight=Weight.OUTLINED)
        self._pages = pages
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open)

    def show_page(self, page: LearnPage) -> None:
        """Show which is read."""
        self.set_text(page.title)

    def minimumSizeHint(self) -> QSize:
        """A long title is set smaller, and shortened only at last."""
        return QSize(Target.SMALL, self.sizeHint().height())

    def open(self) -> None:
        """Show the pages to choose from."""
        menu = self.menu_of_pages()
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def menu_of_pages(self) -> QMenu:
        """Return what `open` shows."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for page in self._pages.shown:
            matches = self._pages.tabs[page.id].matches
            text = f"{page.title} ({matches})" if matches else page.title
            action = menu.addAction(text, partial(self.chosen.emit, page))
            action.setCheckable(True)
            action.setChecked(page.title == self.text())
        return menu

    def _fitting(self, width: int) -> QFont:
        """Return the largest font in which the title has room, never less than small print."""
        font = self._theme.font(self._size)
        while QFontMetrics(font).horizontalAdvance(self.text()) > width:
            if font.pixelSize() <= Size.SMALL.pixels:
                break
            font = self._theme.font_of(font.pixelSize() - 1, self._size.weight)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title, and an arrow that says there is more."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        side = self._theme.pixels(ICON)
        painter.setPen(self._theme.colour("ink"))
        place = mirrored(self.text_rect.adjusted(0, 0, -side, 0), self.rect())
        painter.setFont(self._fitting(place.width()))
        metrics = QFontMetrics(painter.font())
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(place, int(middle), text)
        arrow_place = QRect(self.width() - Space.M - side, 0, side, self.height())
        painter.translate(mirrored(arrow_place, self.rect()).center())
        painter.rotate(90)
        ink = self._theme.colours.ink
        arrow = self._arrows.pixmap("chevron", ink, side, self.devicePixelRatioF())
        painter.drawPixmap(-side // 2, -side // 2, arrow)
