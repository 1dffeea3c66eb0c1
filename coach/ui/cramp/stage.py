"""The figure that does it, as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.content.problem import ContentError
from coach.core.body import Muscle, Side
from coach.core.figure import Moment, Motion
from coach.core.relief import PartKind, ReliefSnapshot
from coach.ui.corner import Corner, place_corners
from coach.ui.figure.view import FigureView
from coach.ui.night import NightTheme
from coach.ui.person import shown_person
from coach.ui.pictures import Figures
from coach.ui.theme import DARK, NIGHT

_GLOW = {
    Muscle.CALF: "calf",
    Muscle.FOOT: "sole",
    Muscle.FRONT_THIGH: "front-thigh",
    Muscle.BACK_THIGH: "back-thigh",
}
_KINDS = {
    PartKind.READY: "continuous",
    PartKind.HOLD: "hold",
    PartKind.EASE: "rest",
    PartKind.MOVE: "continuous",
    PartKind.REST: "hold",
}

DIMMED = 0.8
"""How much of the light of the night's ink comes through the glass over a picture."""


class ReliefStage(QWidget):
    """Pictures the part that is done; the muscle that cramps is the one that glows.

    Attributes:
        has_figure: Whether there is a picture of this part.
    """

    def __init__(self, theme: NightTheme, figures: Figures, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._figures = figures
        self._shown: tuple[str, Muscle, Side] | None = None
        self.has_figure = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.view = FigureView(self)
        self._veil = NightVeil(self)
        self._corners = [Corner(theme, self, turn) for turn in range(4)]
        self._dress()
        theme.changed.connect(self._dress)

    def show_part(self, now: ReliefSnapshot) -> None:
        """Change to the picture of the present part."""
        shown = (now.part.figure, now.muscle, now.side)
        if shown != self._shown:
            self._shown = shown
            motion = self._motion(now.part.figure, now.muscle)
            self.has_figure = motion is not None
            if motion is not None:
                self.view.show_motion(motion, "left" if now.side is Side.LEFT else "right")
        self.set_moment(now)

    def set_moment(self, now: ReliefSnapshot) -> None:
        """Move the figure."""
        if not self.has_figure:
            return
        part = now.part
        endless = part.kind is PartKind.REST
        self.view.set_moment(
            Moment(
                kind=_KINDS[part.kind],
                progress=now.part_progress,
                elapsed=now.within - part.start,
                seconds=0.0 if endless else part.seconds,
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All lie on each other."""
        self.view.setGeometry(self.rect())
        self._veil.setGeometry(self.rect())
        place_corners(self._corners, self.width(), self.height())
        super().resizeEvent(event)

    def _dress(self) -> None:
        self.view.set_theme("dark" if self._theme.is_dark else "light")
        self.view.set_person(shown_person(self._theme.person))
        self.view.set_reduce_motion(self._theme.reduce_motion)
        self._veil.setVisible(self._theme.is_night)

    def _motion(self, name: str, muscle: Muscle) -> Motion | None:
        try:
            return self._figures.motion(name).showing(_GLOW[muscle])
        except ContentError:  # told as a problem of its file; the sentence stands alone
            return None


class NightVeil(QWidget):
    """Takes the brightness out of a picture, and lets the warm in.

    The paper of the dark scheme, on which the picture stands, turns into the paper of the night.
    """

    def __init__(self, parent: QWidget) -> None:
        """Lie over `parent`."""
        super().__init__(parent)
        ink, paper, ground = (_channels(text) for text in (NIGHT.ink, NIGHT.paper, DARK.paper))
        self._glass = QColor.fromRgbF(*(DIMMED * one for one in ink))
        seen = [DIMMED * one * here for one, here in zip(ink, ground, strict=True)]
        off = [want - has for want, has in zip(paper, seen, strict=True)]
        self._more = QColor.fromRgbF(*(max(0.0, one) for one in off))
        self._less = QColor.fromRgbF(*(max(0.0, -one) for one in off))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw brown glass, then the little that the ground is off."""
        painter = QPainter(self)
        modes = QPainter.CompositionMode
        for mode, colour in (
            (modes.CompositionMode_Multiply, self._glass),
            (modes.CompositionMode_Plus, self._more),
            (modes.CompositionMode_Difference, self._less),
        ):
            painter.setCompositionMode(mode)
            painter.fillRect(event.rect(), colour)


def _channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of `#rrggbb`, 0 to 1."""
    made = QColor(colour)
    return made.redF(), made.greenF(), made.blueF()
