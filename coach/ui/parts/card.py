"""The ground of a card: what belongs together lies on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from coach.ui.theme import Line, Radius, Theme


def draw_card(
    widget: QWidget,
    theme: Theme,
    edge: str,
    *,
    ground: str = "surface",
    line: float = Line.BORDER,
    radius: float = Radius.MEDIUM,
) -> None:
    """Draw a card as large as the widget, while the widget paints itself.

    Args:
        widget: Whose ground it is.
        theme: Knows the colours.
        edge: Name of the colour of its edge.
        ground: Name of its own colour.
        line: Breadth of the edge in pixels.
        radius: Of its corners in pixels.
    """
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(edge), line))
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), radius, radius)
