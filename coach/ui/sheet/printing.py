"""Makes a PDF of a routine."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from coach.content.problem import ContentError
from coach.core.caution import StandingTexts
from coach.core.routine import Routine
from coach.core.words import _
from coach.ui.figure.reel import still_of
from coach.ui.pictures import Figures
from coach.ui.sheet.cell import CellPainter, Picture
from coach.ui.sheet.figures import paint_figure
from coach.ui.sheet.grid import grid_for, paged
from coach.ui.sheet.page import PageFrame
from coach.ui.sheet.paper import DOTS, Gap, Paper, cell_types, page_area
from coach.ui.sheet.wording import SheetStep, sheet_steps

PICTURE_DOTS = 1200
"""Side of a person's own picture; 300 dots an inch at a third of the page's width and more."""


def draw_sheet(routine: Routine, figures: Figures, texts: StandingTexts, paper: Paper) -> bytes:
    """Return a routine as a PDF: a page for up to twelve steps, more for more.

    Args:
        routine: What to print.
        figures: Knows the moving pictures and where the person's own lie.
        texts: The standing texts, for the foot of each page.
        paper: Its size.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, routine.title, paper)
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    _Sheet(routine, figures, texts).draw(painter, writer)
    painter.end()
    return bytes(buffer.data().data())


def _writer(buffer: QBuffer, title: str, paper: Paper) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setPageSize(QPageSize(paper.value))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(title)
    writer.setCreator(_("Cramp Coach"))
    return writer


class _Sheet:
    def __init__(self, routine: Routine, figures: Figures, texts: StandingTexts) -> None:
        self._figures = figures
        self._steps = sheet_steps(routine)
        self._grid = grid_for(len(self._steps))
        self._frame = PageFrame(routine, texts, len(self._steps), self._grid.pages)

    def draw(self, painter: QPainter, writer: QPdfWriter) -> None:
        area = page_area(writer)
        cells = CellPainter(writer, cell_types(self._grid.columns), self._picture)
        for number, steps in enumerate(paged(self._steps, self._grid)):
            if number:
                writer.newPage()
            top = self._frame.head(painter, area, number)
            bottom = self._frame.foot(painter, area, number)
            room = QRectF(area.left(), top, area.width(), bottom - top)
            for index, step in enumerate(steps):
                cells.paint(painter, step, self._grid.place(room, index, len(steps), Gap.S))

    def _picture(self, step: SheetStep) -> Picture | None:
        """Return the step's picture; one that can't be shown is told as a problem of its file."""
        exercise = step.step.exercise
        try:
            if exercise.picture:
                turned = exercise.mirror_picture and step.mirrored
                file = self._figures.picture_file(exercise.picture)
                image = still_of(file, PICTURE_DOTS, mirrored=turned)
                return lambda painter, area: _paint_own(painter, image, area)
            if not exercise.figure:
                return None
            motion = self._figures.motion(exercise.figure)
        except ContentError:
            return None
        return lambda painter, area: paint_figure(painter, motion, area, mirrored=step.mirrored)


def _paint_own(painter: QPainter, image: QImage, area: QRectF) -> None:
    size = image.size().toSizeF().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(area.topLeft(), size)
    place.moveCenter(area.center())
    painter.drawImage(place, image)
