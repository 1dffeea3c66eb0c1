"""The head and the foot of each page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPen

from coach.core.caution import StandingTexts
from coach.core.numbers import span
from coach.core.routine import Routine
from coach.core.words import _, counted
from coach.ui.home.wording import position_text
from coach.ui.sheet.paper import FACTS, FOOT, FOOT_STRONG, POINT, TITLE, WHEN, Gap, Type
from coach.ui.sheet.text import Block
from coach.ui.theme import LIGHT, Line


@dataclass(frozen=True, slots=True)
class PageFrame:
    """What stands round the steps on every page.

    Attributes:
        routine: What is printed.
        texts: The standing texts.
        steps: How many steps are printed.
        pages: How many pages there are.
    """

    routine: Routine
    texts: StandingTexts
    steps: int
    pages: int

    def head(self, painter: QPainter, area: QRectF, page: int) -> float:
        """Draw the head of a page, counted from 0; return where the steps begin."""
        top = self._title(painter, area, page)
        if page == 0:
            for text, kind in self._about():
                block = Block(text, kind, area.width(), painter.device(), 4)
                top = block.draw(painter, area.left(), top + Gap.XS / 2, LIGHT.ink)
        return top + Gap.S

    def _title(self, painter: QPainter, area: QRectF, page: int) -> float:
        """Draw the title, smaller where it is long, so that all of it is there."""
        kinds = [TITLE.scaled(factor) for factor in (1.0, 0.8, 0.6)] if page == 0 else [FACTS]
        for kind in kinds:
            block = Block(self.routine.title, kind, area.width(), painter.device(), 2)
            if block.is_whole:
                break
        else:
            block = Block(self.routine.title, kinds[-1], area.width(), painter.device())
        return block.draw(painter, area.left(), area.top(), LIGHT.ink)

    def _about(self) -> list[tuple[str, Type]]:
        routine = self.routine
        facts = (
            span(routine.seconds) if routine.seconds else "",
            position_text(routine.positions),
            counted("{n} step", "{n} steps", self.steps),
        )
        lines: list[tuple[str, Type]] = [(" · ".join(filter(None, facts)), FACTS)]
        said = (routine.when, routine.note, routine.before)
        about = " ".join(" ".join(part.split()) for part in said if part)
        return [*lines, (about, WHEN)] if about else lines

    def foot(self, painter: QPainter, area: QRectF, page: int) -> float:
        """Draw the foot of a page; return where the steps end."""
        device = painter.device()
        number = self._number(page, device)
        room = area.width() - number.width - Gap.M
        rules = self._rules(area.width(), device)
        disclaimer = Block(self.texts.disclaimer, FOOT, room, device)
        top = area.bottom() - rules.height - disclaimer.height - Gap.S
        painter.setPen(QPen(QColor(LIGHT.stop), Line.BORDER * POINT))
        painter.drawLine(QPointF(area.left(), top), QPointF(area.right(), top))
        below = rules.draw(painter, area.left(), top + Gap.XS, LIGHT.stop_text)
        disclaimer.draw(painter, area.left(), below, LIGHT.ink_soft)
        number.draw(painter, area.right() - number.width, below, LIGHT.ink_soft)
        return top - Gap.S

    def _rules(self, width: float, device: QPaintDevice) -> Block:
        """Set the stop rules on one line where that can still be read."""
        blocks = (
            Block(self.texts.stop_rules, FOOT_STRONG.scaled(factor), width, device, 1)
            for factor in (1.0, 0.95, 0.9, 0.85)
        )
        whole = next((block for block in blocks if block.is_whole), None)
        return whole or Block(self.texts.stop_rules, FOOT_STRONG, width, device)

    def _number(self, page: int, device: QPaintDevice) -> Block:
        name = _("Cramp Coach")
        if self.pages > 1:
            of = _("page {n} of {all}").format(n=page + 1, all=self.pages)
            name = f"{name} · {of}"
        return Block(name, FOOT, 10_000 * POINT, device)
