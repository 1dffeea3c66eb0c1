"""The stage: the moving figure, or the words where there is none."""

from __future__ import annotations

from math import inf

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coach.content.problem import ContentError, Problem
from coach.core.body import Side
from coach.core.figure import Moment, Motion
from coach.core.playback import Snapshot
from coach.core.routine import ExerciseStep, Step, Transition, TransitionStep
from coach.core.timeline import Segment, SegmentKind, Timeline
from coach.core.words import _
from coach.ui.corner import Corner, place_corners
from coach.ui.figure.view import FigureView
from coach.ui.person import shown_person
from coach.ui.pictures import Figures
from coach.ui.player.legend import Legend
from coach.ui.player.own_picture import OwnPicture
from coach.ui.player.wording import is_ahead, shown_step, what_to_do
from coach.ui.text import Text
from coach.ui.theme import Line, Radius, Size, Space, Theme

LEAST = 190

WITH_ARROWS = ("reps", "hold", "continuous")
"""Kinds of moments in which the figure has arrows."""

ROOM_FOR_LEGEND = (340, 280)
"""Least width and height in pixels, at 100 % text, of a picture that has a legend."""


class Stage(QWidget):
    """Pictures the step that is done, or in a rest the one that comes.

    Attributes:
        has_figure: Whether the figure is shown.
        own: The person's own picture, in its place.

    Signals:
        picture_refused: The own picture can't be shown and the words stand in; carries the Problem.
    """

    picture_refused = Signal(object)

    def __init__(self, theme: Theme, figures: Figures, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._figures = figures
        self._shown: tuple[str, Side] | None = None
        self._kind = self._muscle = ""
        self.has_figure = False
        self.setMinimumSize(LEAST, LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.view = FigureView(self)
        self.view.set_fading(True)
        self._dress()
        theme.changed.connect(self._dress)
        self.own = OwnPicture(theme, figures, self)
        self.own.refused.connect(self._stand_in)
        self.legend = Legend(theme, self)
        self.words = StandIn(theme, self)
        self.veil = Veil(theme, self)
        self.veil.hide()
        self._corners = [Corner(theme, self, turn) for turn in range(4)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All lie on each other."""
        for part in (self.view, self.words, self.veil):
            part.setGeometry(self.rect())
        self.own.fit()
        self._place_legend()
        place_corners(self._corners, self.width(), self.height())
        super().resizeEvent(event)

    @property
    def has_picture(self) -> bool:
        """Whether anything is shown but words."""
        return self.has_figure or self.own.is_shown

    @property
    def seconds_per_frame(self) -> float:
        """How soon the figure will have moved so far that it is seen."""
        return self.view.seconds_per_frame() if self.has_figure else inf

    def show_step(self, timeline: Timeline, snapshot: Snapshot) -> None:
        """Change to the picture of what is done now."""
        segment = snapshot.segment
        self._kind = kind_of(timeline, segment)
        step = shown_step(timeline, segment)
        side = segment.side
        if isinstance(step, ExerciseStep) and (
            is_ahead(timeline, segment) or not segment.kind.is_work
        ):
            following = timeline.next_work(segment)
            side = following.side if following else side
        name = figure_of(timeline.step_of(segment), step)
        if (name, side) == self._shown and self.has_figure:
            self._place_legend()
            return
        self._shown = (name, side)
        motion = self._motion(name)
        self.has_figure = motion is not None
        self.own.show_step(None if name else step, side)
        if motion is not None:
            self.view.show_motion(motion, Side.LEFT if side is Side.LEFT else Side.RIGHT)
            self._muscle = muscle_of(motion)
            self._name_muscle()
        else:
            self.words.show_sentences(what_to_do(timeline, segment))
        self.view.setVisible(self.has_figure)
        for corner in self._corners:
            corner.setVisible(not self.has_figure)  # the figure rounds its own
        self.words.setVisible(not self.has_picture)
        self._place_legend()

    def _place_legend(self) -> None:
        """Explain the arrows while there are some, on the floor and away from the muscle."""
        arrows = self.has_figure and bool(self.view.arrows) and self._kind in WITH_ARROWS
        width, height = map(self._theme.pixels, ROOM_FOR_LEGEND)
        self.legend.setVisible(arrows and self.width() >= width and self.height() >= height)
        self.legend.resize(self.legend.sizeHint())
        glow = self.view.glow_place()
        right = glow is not None and glow.x() < self.width() / 2
        left = self.width() - self.legend.width() - Space.M if right else Space.M
        self.legend.move(left, self.height() - self.legend.height() - Space.S)

    def _stand_in(self, problem: Problem) -> None:
        """Show the words, which are there already."""
        self.words.show()
        self.picture_refused.emit(problem)

    def set_moment(self, snapshot: Snapshot) -> None:
        """Move the figure."""
        if not self.has_figure:
            return
        segment = snapshot.segment
        moment = Moment(
            kind=self._kind,
            phase=segment.phase,
            progress=snapshot.progress,
            elapsed=snapshot.within,
            seconds=snapshot.length,
            rep=segment.rep,
        )
        self.view.set_moment(moment)

    def set_veiled(self, *, veiled: bool) -> None:
        """Lay a veil over the stage while nothing moves, or take it away."""
        self.own.set_going(going=not veiled)
        self.veil.setVisible(veiled)
        if veiled:
            self.veil.raise_()

    def _name_muscle(self) -> None:
        self.view.set_label(self._muscle, self._theme.font(Size.BODY))

    def _dress(self) -> None:
        scheme = "dark" if self._theme.is_dark else "light"
        self.view.set_theme(scheme, paper=self._theme.colours.surface)
        self.view.round_corners(Radius.LARGE, self._theme.colour("paper"))
        self.view.set_person(shown_person(self._theme.person))
        self.view.set_reduce_motion(self._theme.reduce_motion)
        self._name_muscle()

    def _motion(self, name: str) -> Motion | None:
        if not name:
            return None
        try:
            return self._figures.motion(name)
        except ContentError:  # told as a problem of its file; the words stand in
            return None


def figure_of(step: Step, shown: Step) -> str:
    """Return the picture of a step, or of the one that is shown in its place.

    Standing ready shows what comes; sitting down is something to do by itself.
    """
    if isinstance(step, TransitionStep) and step.transition is Transition.SIT_ON_EDGE:
        return step.transition.value
    return shown.exercise.figure if isinstance(shown, ExerciseStep) else ""


def muscle_of(motion: Motion) -> str:
    """Return the name of the muscle that glows; empty where none does."""
    names = {
        "calf": _("Calf"),
        "low-calf": _("Deep calf"),
        "shin": _("Shin"),
        "outer-shin": _("Outer shin"),
        "sole": _("Sole"),
        "front-thigh": _("Front of thigh"),
        "back-thigh": _("Back of thigh"),
    }
    glowing = motion.scene.muscles[0].partition("_")[2] if motion.scene.muscles else ""
    return names.get(glowing, "")


def kind_of(timeline: Timeline, segment: Segment) -> str:
    """Return the kind of a segment as the figure knows it."""
    if is_ahead(timeline, segment):
        return "get-ready"
    kinds = {SegmentKind.REP: "reps", SegmentKind.OWN_PACE: "hold"}
    return kinds.get(segment.kind, segment.kind.value)


class StandIn(QWidget):
    """How to do the step, in large type, where there is no figure."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._lines = Text(Size.CAPTION)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addStretch()
        column.addWidget(self._lines)
        column.addStretch()

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Show how to do a step."""
        self._lines.set_text("\n\n".join(sentences))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(self.rect(), Radius.LARGE, Radius.LARGE)


class Veil(QWidget):
    """Dims the stage and says that nothing moves."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Say so."""
        super().__init__(parent)
        self._theme = theme
        self._word = Text(Size.HEADING, _("Paused"), align=Qt.AlignmentFlag.AlignHCenter)
        self._word.setWordWrap(False)
        self._word.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._word, 0, Qt.AlignmentFlag.AlignCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for the word the ring alone says it."""
        super().resizeEvent(event)
        self._word.setVisible(self._word.sizeHint().width() + Space.M <= self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the veil and the card the word stands on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.7)
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        painter.setOpacity(1)
        if self._word.isHidden():
            return
        painter.setPen(QPen(self._theme.colour("line"), Line.HAIR))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(self._word.geometry(), Radius.LARGE, Radius.LARGE)
