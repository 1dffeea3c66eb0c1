"""The moving figure as a widget."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.core.figure import Moment, Motion, Pose
from coach.ui.figure.backdrop import Backdrop, make_backdrop
from coach.ui.figure.camera import UNIT, Camera, Spot
from coach.ui.figure.character import WOMAN, Character
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.palette import FigurePalette, dark_palette, light_palette
from coach.ui.figure.stage import Stage, stage_for

_SEEN = 0.3
"""Pixels a joint must move before it is worth drawing again."""
_MARGIN = 115.0
"""Flesh, hair and arrows beyond the joints, thousandths of body height."""


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
        self._pose: Pose | None = None
        self._painters: FigurePainter | None = None
        self._camera = Camera("side")
        self._stages: tuple[Stage, ...] = ()
        self._backdrop: Backdrop | None = None
        self._seen: tuple[int, ...] = ()
        self._bounds = QRect()

    def sizeHint(self) -> QSize:
        """A square, large enough to be read from two metres."""
        return QSize(560, 560)

    def minimumSizeHint(self) -> QSize:
        """The size of a card."""
        return QSize(96, 96)

    def show_motion(self, motion: Motion, side: str = "right") -> None:
        """Show another motion; ``side`` is the leg that works, ``left`` mirrors the picture."""
        self._motion = motion
        self._mirrored = side == "left"
        self._moment = Moment("get-ready")
        self._rebuild()

    def set_moment(self, moment: Moment) -> None:
        """Show a moment of the motion."""
        if self._motion is None:
            return
        if self._still:
            if _ahead(moment) != _ahead(self._moment):
                self.update()
            self._moment = moment
            return
        arrows = self._shown_arrows(self._moment) != self._shown_arrows(moment)
        self._moment = moment
        self._pose = self._motion.pose_at(moment)
        spots = self._camera.spots(self._pose)
        seen = self._rounded(spots, self._pose)
        if seen == self._seen and not arrows:
            return
        self._seen = seen
        bounds = self._covered(spots)
        self.update(bounds.united(self._bounds))
        self._bounds = bounds

    def set_reduce_motion(self, reduce: bool) -> None:
        """Show beginning and full movement side by side instead of anything that moves."""
        if reduce != self._still:
            self._still = reduce
            self._rebuild()

    def set_theme(self, theme: str) -> None:
        """Take the colours of the ``light`` or ``dark`` theme."""
        self._colours = dark_palette() if theme == "dark" else light_palette()
        self._rebuild()

    def set_person(self, person: Character) -> None:
        """Show another person."""
        self._person = person
        self._rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture to the new size."""
        super().resizeEvent(event)
        self._rebuild()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part that changed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._motion is None or self._painters is None:
            painter.fillRect(event.rect(), self._colours.paper)
            return
        if self._backdrop is None or self._backdrop.behind.devicePixelRatio() != self._ratio():
            self._backdrop = self._paint_room(self._motion)
        part = event.rect()
        self._copy(painter, self._backdrop.behind, part)
        if self._still:
            self._paint_mark(painter)
            return
        if self._pose is not None:
            painter.save()
            painter.setTransform(self._stages[0].transform, True)
            self._painters.draw(painter, self._pose, self._shown_arrows(self._moment))
            painter.restore()
        if self._backdrop.front is not None:
            self._copy(painter, self._backdrop.front, part)

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
        self._seen = ()
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
        self._pose = self._motion.pose_at(self._moment)
        self.update()

    def _shown_arrows(self, moment: Moment) -> int | None:
        """The phase whose arrows are shown, or None for no arrows."""
        if self._motion is None or not self._motion.full(moment):
            return None
        return moment.phase if moment.kind == "reps" else 0

    def _rounded(self, spots: tuple[Spot, ...], pose: Pose) -> tuple[int, ...]:
        grain = _SEEN / self._stages[0].scale
        return (
            round(pose.travel * UNIT / grain),
            round(pose.effort * 12),
            *[round(value / grain) for spot in spots for value in spot],
        )

    def _covered(self, spots: tuple[Spot, ...]) -> QRect:
        """The part of the widget the figure covers."""
        xs, ys = [s[0] for s in spots], [s[1] for s in spots]
        area = QRectF(
            min(xs) - _MARGIN,
            min(ys) - _MARGIN,
            max(xs) - min(xs) + 2 * _MARGIN,
            max(ys) - min(ys) + 2 * _MARGIN,
        )
        motion = self._motion
        whole = motion is not None and (motion.travel or motion.scene.inset)
        if whole:
            return self.rect()
        mapped = self._stages[0].transform.mapRect(area).toAlignedRect()
        return mapped.intersected(self.rect())

    def _paint_room(self, motion: Motion) -> Backdrop:
        """The room; with reduced motion the two stills in it as well."""
        stage = self._stages[0]
        if not self._still:
            return make_backdrop(motion.scene, self._colours, stage, self._ratio())
        from coach.ui.figure.stills import paint_stills

        return paint_stills(
            motion, self._colours, self._person, stage, self._ratio(), self._mirrored
        )

    def _paint_mark(self, painter: QPainter) -> None:
        """A line under the still that belongs to the present moment."""
        half = self.width() / 2.0
        left = half * (1 if _ahead(self._moment) else 0)
        thick = max(self.height() / 90.0, 3.0)
        painter.fillRect(
            QRectF(left + half * 0.3, self.height() - 2.5 * thick, half * 0.4, thick),
            self._colours.arrow,
        )


def _ahead(moment: Moment) -> bool:
    """Whether a moment is nearer the full movement than the beginning."""
    if moment.kind == "reps":
        return moment.phase == 0
    return moment.kind in ("hold", "continuous")
