"""The moving figure as a widget."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import (
    QColor,
    QFont,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.core.figure import Moment, Motion
from coach.ui.figure.backdrop import Backdrop, make_backdrop
from coach.ui.figure.camera import Camera
from coach.ui.figure.character import WOMAN, Character
from coach.ui.figure.corners import Corners
from coach.ui.figure.film import Film, Frame
from coach.ui.figure.label import Label, label_area
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.palette import FigurePalette, dark_palette, light_palette
from coach.ui.figure.pixels import Print, bytes_of, on_screen, print_of
from coach.ui.figure.recording import replay
from coach.ui.figure.repaint import Repaint
from coach.ui.figure.stage import Stage, stage_for

_FADE = 200
"""Milliseconds in which one picture goes over into another."""


class FigureView(QWidget):
    """Shows a motion, one moment at a time.

    Paper, floor and furniture are painted once for each size and kept; a moment repaints only the
    part of the widget the figure covers, and only when a joint has moved visibly.
    """

    def __init__(self, parent: QWidget | None = None, person: Character = WOMAN) -> None:
        """Start empty: nothing is shown until `show_motion`."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._person = person
        self._colours: FigurePalette = light_palette()
        self._motion: Motion | None = None
        self._mirrored = False
        self._still = False
        self._moment = Moment("get-ready")
        self._film: Film | None = None
        self._frame: Frame | None = None
        self._frame_name: Moment | None = None
        self._painters: FigurePainter | None = None
        self._made_for = 1.0
        self._camera = Camera("side")
        self._stages: tuple[Stage, ...] = ()
        self._backdrop: Backdrop | None = None
        self._repaint: Repaint | None = None
        self._label = ""
        self._label_font = QFont()
        self._plate: Label | None = None
        self._round: Corners | None = None
        self._fades = False
        self._leaving: QPixmap | None = None
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self._faded)

    def sizeHint(self) -> QSize:
        """A square, large enough to be read from two metres."""
        return QSize(560, 560)

    def minimumSizeHint(self) -> QSize:
        """The size of a card."""
        return QSize(96, 96)

    def show_motion(self, motion: Motion, side: str = "right") -> None:
        """Show another motion; ``side`` is the leg that works, ``left`` mirrors the picture."""
        mirrored = side == "left"
        if (motion, mirrored) != (self._motion, self._mirrored):
            self._leave()
        self._motion = motion
        self._mirrored = mirrored
        self._moment = Moment("get-ready")
        self._rebuild()

    @property
    def arrows(self) -> int:
        """How many arrows the motion has."""
        return 0 if self._motion is None else len(self._motion.scene.arrows)

    def set_moment(self, moment: Moment) -> None:
        """Show a moment of the motion."""
        if self._motion is None:
            return
        if self._still:
            if self._motion.ahead(moment) is not self._motion.ahead(self._moment):
                self.update()
            self._moment = moment
            return
        shown, phase = self._shown_arrows(self._moment), self._shown_arrows(moment)
        self._moment = moment
        film, repaint, last = self._film, self._repaint, self._frame
        if film is None or repaint is None or last is None:
            return
        name = film.snap(moment)
        if name == self._frame_name and shown == phase:
            return
        frame = film.frame(name)
        self._frame_name = name
        part = repaint.between(last, frame, shown, phase)
        if part.isEmpty():
            return  # what is shown is as good
        self._frame = frame
        self.update(part)

    def seconds_per_frame(self) -> float:
        """How soon something will have moved so far that it is seen; infinite where nothing is."""
        if self._film is None or self._still:
            return inf
        return self._film.seconds_per_frame(self._moment)

    def set_label(self, text: str, font: QFont | None = None) -> None:
        """Name the muscle that glows: a word beside it, in a font of the caller's.

        The word never covers the figure; it is left out where there is no room, and in pictures
        of 200 pixels and less. An empty text takes it away.
        """
        self._label = text
        self._label_font = font or self.font()
        self._place_label()
        self.update()

    @property
    def label_place(self) -> QRectF:
        """Where the muscle's name stands, in pixels; empty where it is not named."""
        return QRectF() if self._plate is None else self._plate.area

    def glow_place(self) -> QPointF | None:
        """The middle of the muscle that glows, in pixels of the widget; None where none does."""
        return self._repaint.glow(self._frame) if self._repaint and self._frame else None

    def set_fading(self, fading: bool) -> None:
        """Let one picture go over softly into the next; never with reduced motion."""
        self._fades = fading
        if not fading:
            self._fade.stop()
            self._faded()

    def set_reduce_motion(self, reduce: bool) -> None:
        """Show beginning and full movement side by side instead of anything that moves."""
        if reduce != self._still:
            self._still = reduce
            self._rebuild()

    def set_theme(self, theme: str, paper: str = "") -> None:
        """Take the colours of the ``light`` or ``dark`` theme; ``paper`` is another ground."""
        colours = dark_palette() if theme == "dark" else light_palette()
        self._colours = replace(colours, paper=paper) if paper else colours
        self._rebuild()

    def round_corners(self, radius: int, outside: QColor) -> None:
        """Round the picture's corners with the colour of what lies round it."""
        self._round = Corners(radius, outside)
        self._forget_prints()
        self.update()

    def set_person(self, person: Character) -> None:
        """Show another person."""
        self._person = person
        self._rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture to the new size."""
        super().resizeEvent(event)
        self._rebuild()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give back the memory: nobody looks."""
        super().hideEvent(event)
        self._backdrop = None
        if self._film is not None and self._frame_name is not None:
            self._film.forget()
            self._frame = self._film.frame(self._frame_name)  # the one before had its print

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part that changed; from the second time on copy what came of it."""
        painter = QPainter(self)
        part = event.rect()
        if self._motion is None:
            painter.fillRect(part, self._colours.paper)
            return
        if self._made_for != self._ratio():
            self._rebuild()  # The window went to a screen with other pixels.
        if self._backdrop is None:
            self._backdrop = self._paint_room(self._motion)
        if (made := self._print_of(part, painter.deviceTransform())) is not None:
            made.copy(painter)  # clipped to the part
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, part)
        self._paint_arrows(painter)
        if self._leaving is not None:
            painter.setOpacity(self._fade.currentValue())
            painter.drawPixmap(0, 0, self._leaving)

    def _print_of(self, part: QRect, device: QTransform) -> Print | None:
        """What was painted when this frame was shown before; None where it was not kept."""
        frame, film = self._frame, self._film
        if frame is None or film is None or self._leaving is not None:
            return None
        made = frame.pixels
        if made is not None and made.area.contains(part):
            if made.device == device:
                return made
            made = None  # The picture has moved, perhaps by a part of a pixel.
        again, frame.painted = frame.painted, True
        if not again:
            return None
        area = on_screen(part if made is None else part.united(made.area), device)
        if area is None:
            return None
        ground = QColor(self._colours.paper)
        return film.keep(
            frame,
            bytes_of(area, device.m11()),
            lambda: print_of(area, device, ground, self._paint),
        )

    def _paint(self, painter: QPainter, part: QRect) -> None:
        """Paint all but the arrows: they alone differ between there and back."""
        backdrop, motion, frame = self._backdrop, self._motion, self._frame
        if backdrop is None or motion is None:
            return
        self._copy(painter, backdrop.behind, part)
        if self._still:
            self._paint_marks(painter)
            return
        if frame is not None and self._painters is not None:
            self._paint_figure(painter, self._painters, frame, part)
        if backdrop.front is not None:
            self._copy(painter, backdrop.front, part)
        if self._plate is not None and (place := self.glow_place()) is not None:
            self._plate.draw(painter, place)
        if self._round is not None:
            self._round.paint(painter, self.rect(), part)

    def _paint_figure(
        self, painter: QPainter, figure: FigurePainter, frame: Frame, part: QRect
    ) -> None:
        if self._motion is None or self._repaint is None:
            return
        stage = self._stages[0].transform
        painter.save()
        painter.setTransform(stage, True)
        # The floor where the frame has it: a step that comes back is the same to the pixel.
        figure.draw_ground(painter, self._motion.travel_at(self._frame_name or self._moment))
        shapes = self._repaint.shapes(frame)
        replay(painter, shapes, stage.inverted()[0].mapRect(QRectF(part)))
        figure.draw_larger(painter, frame.pose)
        painter.restore()

    def _paint_arrows(self, painter: QPainter) -> None:
        frame, phase = self._frame, self._shown_arrows(self._moment)
        if frame is None or self._painters is None or phase is None:
            return
        arrows = frame.arrows.get(phase)
        if arrows is None:
            stage = self._stages[0].transform
            arrows = [stage.map(path) for path in self._painters.arrows(frame.pose, phase)]
            frame.arrows[phase] = arrows
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for path in arrows:
            painter.fillPath(path, self._painters.arrow_brush)

    def _leave(self) -> None:
        """Keep the picture that goes, to fade it out over the one that comes."""
        if self._fades and not self._still and self._motion is not None and self.isVisible():
            self._leaving = self.grab()
            self._fade.stop()
            self._fade.start()

    def _faded(self) -> None:
        self._leaving = None
        self.update()

    def _ratio(self) -> float:
        return float(self.devicePixelRatioF())

    def _copy(self, painter: QPainter, pixmap: QPixmap, part: QRect) -> None:
        ratio = self._ratio()
        if ratio == 1.0:
            painter.drawPixmap(part, pixmap, part)
            return
        source = QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio,
                        part.height() * ratio)  # fmt: skip
        painter.drawPixmap(QRectF(part), pixmap, source)

    def _rebuild(self) -> None:
        """Make anew what depends on motion, size, colours, person or the screen's pixels."""
        self._made_for = self._ratio()
        self._backdrop = None
        self._film = self._frame = self._frame_name = self._repaint = None
        if self._motion is None:
            self.update()
            return
        scene = self._motion.scene
        self._camera = Camera(scene.view)
        self._painters = FigurePainter(scene, self._colours, self._person)
        width, height = max(self.width(), 1), max(self.height(), 1)
        share = width / 2.0 if self._still else float(width)
        self._stages = (stage_for(scene, share, height, self._mirrored),)
        if not self._still:
            scale = self._stages[0].scale * self._ratio()
            self._film = Film(self._motion, self._camera, scale)
            self._frame_name = self._film.snap(self._moment)
            self._frame = self._film.frame(self._frame_name)
            self._repaint = Repaint(
                scene, self._painters, self._stages[0], self.rect(), self._ratio()
            )
        self._place_label()
        self.update()

    def _place_label(self) -> None:
        self._plate = self._made_label()
        self._forget_prints()
        if self._repaint is not None:
            self._repaint.set_plate(self._plate)

    def _forget_prints(self) -> None:
        if self._film is not None:
            self._film.forget_prints()

    def _made_label(self) -> Label | None:
        if self._motion is None or not self._label or self._still:
            return None
        font = self._label_font
        area = label_area(self._label, font, self._motion, self._camera, self._stages[0])
        if area is None:
            return None
        return Label(self._label, font, area, self._colours, self._ratio())

    def _shown_arrows(self, moment: Moment) -> int | None:
        """The phase whose arrows are shown, or None for no arrows."""
        if self._motion is None or not self._motion.full(moment):
            return None
        return moment.phase if moment.kind == "reps" else 0

    def _paint_room(self, motion: Motion) -> Backdrop:
        """The room; with reduced motion the two stills in it as well."""
        stage = self._stages[0]
        if not self._still:
            return make_backdrop(motion.scene, self._colours, stage, self._ratio())
        from coach.ui.figure.stills import paint_stills

        return paint_stills(
            motion, self._colours, self._person, stage, self._ratio(), self._mirrored
        )

    def _paint_marks(self, painter: QPainter) -> None:
        """A line under each still; the one that belongs to the present moment stands out."""
        half = self.width() / 2.0
        from coach.ui.figure.stills import mark_height

        thick = mark_height(self.height())
        ahead = self._motion is not None and self._motion.ahead(self._moment)
        for index in (0, 1):
            colour = self._colours.arrow if ahead is bool(index) else self._colours.floor_edge
            painter.fillRect(
                QRectF(half * (index + 0.3), self.height() - 2.5 * thick, half * 0.4, thick),
                colour,
            )
