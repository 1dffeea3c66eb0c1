"""Still pictures of figures: for cards, for ``coach figure`` and for sheets of all figures."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from coach.core.figure import Motion
from coach.ui.figure.backdrop import paint_behind, paint_front
from coach.ui.figure.character import WOMAN, Character
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.palette import dark_palette, light_palette
from coach.ui.figure.stage import stage_for

CARD: Final = 128
"""Up to this size, in pixels, limbs and arrows are drawn bolder, so that they can be told apart."""


def render(
    motion: Motion,
    side: str = "right",
    at: float = 1.0,
    theme: str = "light",
    size: int = 560,
    person: Character = WOMAN,
    background: str = "room",
    height: int | None = None,
) -> QImage:
    """A picture, square unless it has a height of its own; the floor goes on to its edges.

    Args:
        motion: What to show.
        side: The leg that works: ``left`` mirrors the picture, anything else does not.
        at: 0 the beginning … 1 the full movement.
        theme: ``light`` or ``dark``.
        size: Width in pixels, and height too unless that is given.
        person: Who is shown.
        background: ``room``; ``paper`` leaves the floor out; ``clear`` is transparent. The last
            two are for cards: they draw only the things the figure needs.
        height: In pixels, for a picture that is not square.
    """
    palette = dark_palette() if theme == "dark" else light_palette()
    high = height or size
    image = QImage(size, high, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent if background == "clear" else QColor(palette.paper))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene = motion.scene
    stage = stage_for(scene, size, high, side == "left")
    paint_behind(painter, scene, palette, stage, room=background == "room")
    phase = motion.phase_of(at)
    small = min(size, high) <= CARD
    shown = replace(person, limbs=person.limbs * 1.12) if small else person
    figure = FigurePainter(scene, palette, shown, bold=1.6 if small else 1.0)
    figure.draw(painter, motion.still(at), phase)
    paint_front(painter, scene, palette, stage)
    painter.end()
    return image
