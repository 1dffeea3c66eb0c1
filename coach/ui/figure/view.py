"""The moving figure as a widget."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFont, QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.core.figure import Moment, Motion, Pose
from coach.ui.figure.backdrop import Backdrop, make_backdrop
from coach.ui.figure.camera import UNIT, Camera, Spot
from coach.ui.figure.changes import (
    SKULL,
    around,
    arrow_area,
    changed_joints,
    head_area,
    is_plain,
)
from coach.ui.figure.character import WOMAN, Character
from coach.ui.figure.corners import Corners
from coach.ui.figure.film import Film, Frame
from coach.ui.figure.label import Label, glowing_at, label_area
from coach.ui.figure.moving import marks_area
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.palette import FigurePalette, dark_palette, light_palette
from coach.ui.figure.recording import Recorder, replay
from coach.ui.figure.stage import Stage, stage_for

_SEEN = 0.6
"""Pixels the line to a word must move before it is worth drawing again."""
_STILL = 0.2
"""Pixels a joint may be off from where it was drawn last before its limb is drawn again."""
_FADE = 200
"""Milliseconds in which one picture goes over into another."""
_WIDE = ("covers", "office-chair")
"""Things that move along and reach far beyond the joints."""


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
        self._camera = Camera("side")
        self._stages: tuple[Stage, ...] = ()
        self._backdrop: Backdrop | None = None
        self._spots: tuple[Spot, ...] = ()
        self._plain = False
        self._bounds = QRect()
        self._label = ""
        self._label_font = QFont()
        self._plate: Label | None = None
        self._line_end: QPointF | None = None
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
        arrows = self._shown_arrows(self._moment) != self._shown_arrows(moment)
        self._moment = moment
        film, before = self._film, self._frame
        if film is None or before is None:
            return
        name = film.snap(moment)
        if name == self._frame_name and not arrows:
            return
        frame = film.frame(name)
        self._frame_name = name
        if frame.seen == before.seen and not arrows and not self._motion.scene.travels:
            return
        part = None if arrows else self._changed(before, frame)
        self._frame = frame
        if part is not None:
            self.update(part)
            return
        self._spots = frame.spots
        if frame.covered is None:
            frame.covered = self._covered(frame.spots, frame.pose)
        self._line_end = self._glow_of(frame)
        bounds = frame.covered
        self.update(bounds.united(self._bounds))
        self._bounds = bounds

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
        return None if self._frame is None else self._glow_of(self._frame)

    def _glow_of(self, frame: Frame) -> QPointF | None:
        if frame.glow is None and self._motion is not None and not self._still:
            spot = glowing_at(self._motion.scene, frame.pose, self._camera)
            frame.glow = spot and self._stages[0].transform.map(QPointF(*spot))
        return frame.glow

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
        if self._film is not None:
            self._film.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part that changed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._motion is None or self._painters is None:
            painter.fillRect(event.rect(), self._colours.paper)
            return
        if self._backdrop is not None and self._backdrop.ratio != self._ratio():
            self._rebuild()  # The window went to a screen with other pixels.
        if self._backdrop is None:
            self._backdrop = self._paint_room(self._motion)
        part = event.rect()
        self._copy(painter, self._backdrop.behind, part)
        if self._still:
            self._paint_marks(painter)
            return
        if self._frame is not None:
            self._paint_figure(painter, self._painters, self._frame, self._motion, part)
        if self._backdrop.front is not None:
            self._copy(painter, self._backdrop.front, part)
        place = self._line_end or self.glow_place()
        if self._plate is not None and place is not None:
            self._plate.draw(painter, place)
        if self._round is not None:
            self._round.paint(painter, self.rect(), part)
        if self._leaving is not None:
            painter.setOpacity(self._fade.currentValue())
            painter.drawPixmap(0, 0, self._leaving)

    def _paint_figure(
        self, painter: QPainter, figure: FigurePainter, frame: Frame, motion: Motion, part: QRect
    ) -> None:
        if frame.shapes is None:
            recorder = Recorder()
            figure.draw_body(recorder, frame.pose)
            frame.shapes = recorder.shapes
        stage = self._stages[0].transform
        painter.save()
        painter.setTransform(stage, True)
        figure.draw_ground(painter, motion.travel_at(self._moment))
        replay(painter, frame.shapes, stage.inverted()[0].mapRect(QRectF(part)))
        figure.draw_signs(painter, frame.pose, self._shown_arrows(self._moment))
        painter.restore()

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

    def _copy(self, painter: QPainter, pixmap: object, part: QRect) -> None:
        ratio = self._ratio()
        source = QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio,
                        part.height() * ratio)  # fmt: skip
        painter.drawPixmap(QRectF(part), pixmap, source)  # type: ignore[call-overload]

    def _rebuild(self) -> None:
        """Make anew what depends on motion, size, colours or person."""
        self._backdrop = None
        self._film = self._frame = self._frame_name = None
        self._spots = ()
        self._plain = self._motion is not None and is_plain(self._motion.scene)
        self._bounds = self.rect()
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
        self._place_label()
        self.update()

    def _place_label(self) -> None:
        self._plate = self._line_end = None
        if self._motion is None or not self._label or self._still:
            return
        font = self._label_font
        area = label_area(self._label, font, self._motion, self._camera, self._stages[0])
        if area is not None:
            self._plate = Label(self._label, font, area, self._colours, self._ratio())

    def _shown_arrows(self, moment: Moment) -> int | None:
        """The phase whose arrows are shown, or None for no arrows."""
        if self._motion is None or not self._motion.full(moment):
            return None
        return moment.phase if moment.kind == "reps" else 0

    def _changed(self, last: Frame, frame: Frame) -> QRect | None:
        """The part of the widget that changes, where that can be told from the joints alone."""
        before, pose, spots = last.pose, frame.pose, frame.spots
        same = (before.exchanged, before.turn) == (pose.exchanged, pose.turn)
        if not (self._plain and self._spots and same):
            return None
        stage = self._stages[0]
        glow = frame.seen[0] != last.seen[0]
        drawn = self._spots
        joints = changed_joints(drawn, spots, grain=_STILL / stage.scale, glow=glow)
        if not joints:
            return QRect()
        area = around([found[joint] for joint in joints for found in (drawn, spots)])
        if SKULL in joints:
            area |= head_area(drawn[SKULL]) | head_area(spots[SKULL])
        self._spots = tuple(
            spots[joint] if joint in joints else drawn[joint] for joint in range(len(spots))
        )
        shown = self._shown_arrows(self._moment)
        for arrow in self._motion.scene.arrows if self._motion is not None else ():
            if shown is not None and arrow.part and (not arrow.phases or shown in arrow.phases):
                area |= arrow_area(arrow, before, self._camera)
                area |= arrow_area(arrow, pose, self._camera)
        part = stage.transform.mapRect(area) | self._moved_label(frame)
        found = part.toAlignedRect().intersected(self.rect())
        self._bounds = self._bounds.united(found)
        return found

    def _moved_label(self, frame: Frame) -> QRectF:
        """The part that the line from the word to the muscle leaves and takes."""
        place = self._glow_of(frame)
        if self._plate is None or place is None:
            return QRectF()
        before, now = self._line_end or place, place
        if (before - now).manhattanLength() < _SEEN and self._line_end is not None:
            return QRectF()
        self._line_end = now
        ends = [QRectF(end - QPointF(8, 8), end + QPointF(8, 8)) for end in (before, now)]
        return self._plate.area | ends[0] | ends[1]

    def _covered(self, spots: tuple[Spot, ...], pose: Pose) -> QRect:
        """The part of the widget the figure covers, and what moves along with it.

        One rectangle, even if much of it has not changed: shapes are dear to clip to several.
        """
        area = around(spots) | head_area(spots[SKULL])
        scene = self._motion.scene if self._motion is not None else None
        if scene is not None and scene.inset is not None:
            cx, cy = self._camera.flat(*scene.inset.centre)
            radius = scene.inset.radius * UNIT + 6.0
            area |= QRectF(cx - radius, cy - radius, 2 * radius, 2 * radius)
        if scene is not None and scene.travels:
            area |= marks_area(scene, self._camera)
        if scene is not None and any(prop.kind in _WIDE for prop in scene.props):
            return self.rect()
        covered = self._stages[0].transform.mapRect(area).toAlignedRect()
        if self._plate is not None:
            # The line to the word moves with the muscle.
            covered |= self._plate.area.toAlignedRect()
        return covered.intersected(self.rect())

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
