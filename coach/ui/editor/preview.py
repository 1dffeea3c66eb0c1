"""The figure of a step, moving as the step's dose says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.content.problem import ContentError
from coach.core.body import Side
from coach.core.exercise import Continuous, Exercise, Hold, OwnPace, Reps
from coach.core.figure import Moment
from coach.core.routine import ExerciseStep, Routine, Step
from coach.core.timeline import Segment, SegmentKind, Timeline, build_timeline
from coach.ui.corner import Corner, place_corners
from coach.ui.figure.view import FigureView
from coach.ui.pictures import Figures
from coach.ui.theme import Theme

if TYPE_CHECKING:  # few exercises have one
    from coach.ui.figure.own_picture import OwnPictureView

FRAME_MS = 33
MOST_SECONDS = 45.0
"""It stands still then, so that an editor left open costs nothing."""
LONGEST_HOLD = 8.0
"""Seconds of a hold or rest in the preview: nothing more is to be seen."""
HEIGHT = 190


class Preview(QWidget):
    """Shows a step's figure or own picture.

    Attributes:
        view: The figure.
        picture: The person's own picture, made when first needed.
    """

    def __init__(self, theme: Theme, figures: Figures, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._figures = figures
        self._timeline: Timeline | None = None
        self._name = ""
        self._side = Side.RIGHT
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._move)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.view = FigureView(self)
        self.picture: OwnPictureView | None = None
        self._corners = [Corner(theme, self, turn) for turn in range(4)]
        theme.changed.connect(self._dress)
        self._dress()

    def show_step(self, step: Step | None, exercise: Exercise | None) -> None:
        """Show how a step goes; where it is wrong, its exercise as usual."""
        shown = step
        if not isinstance(step, ExerciseStep) and exercise is not None:
            shown = ExerciseStep(exercise, exercise.dose, exercise.sides, change=exercise.change)
        if not isinstance(shown, ExerciseStep):
            self._timer.stop()
            self.hide()
            return
        self.show()
        name = shown.exercise.picture or shown.exercise.figure
        other, self._name = name != self._name, name
        self._timeline = build_timeline(_alone(_shortened(shown)), lead_in=0)
        if shown.exercise.picture:
            self._show_picture(shown.exercise, other=other)
        else:
            self._show_figure(other=other)
        self._begin()

    def _show_figure(self, *, other: bool) -> None:
        if self.picture is not None:
            self.picture.hide()
        if self._name and other:
            try:
                self.view.show_motion(self._figures.motion(self._name))
            except ContentError:  # told as a problem of its file
                self._name = ""
            self._side = Side.RIGHT
        self.view.setVisible(bool(self._name))
        self.setVisible(bool(self._name))

    def _show_picture(self, exercise: Exercise, *, other: bool) -> None:
        self._timer.stop()
        self.view.hide()
        if self.picture is None:
            from coach.ui.figure.own_picture import OwnPictureView

            self.picture = OwnPictureView(self._theme, self)
            self.picture.lower()
            self.picture.setGeometry(self.rect())
        if other:
            file = self._figures.picture_file(exercise.picture)
            self.picture.show_picture(file, exercise.title)
        self.picture.show()

    # -- movement -----------------------------------------------------------------------------

    @property
    def moves(self) -> bool:
        """Whether it moves by itself now."""
        return self._timer.isActive()

    def _begin(self) -> None:
        self._clock.restart()
        self._move()
        if self.isVisible() and not self.view.isHidden() and not self._theme.reduce_motion:
            self._timer.start()
        else:
            self._timer.stop()

    def _move(self) -> None:
        if self._timeline is None or self.view.isHidden():
            return
        seconds = self._clock.elapsed() / 1000
        window = self.window()
        if seconds > MOST_SECONDS or window.isMinimized():
            self._timer.stop()
        self._show_at(self._timeline, seconds % max(self._timeline.seconds, 0.1))

    def _show_at(self, timeline: Timeline, seconds: float) -> None:
        segment = next(
            (one for one in timeline.segments if seconds < one.end), timeline.segments[-1]
        )
        within = seconds - segment.start
        progress = within / segment.seconds if segment.seconds else 0.0
        side = Side.LEFT if segment.side is Side.LEFT else Side.RIGHT
        if self._mirrored(side):
            self.view.show_motion(self._figures.motion(self._name), side)
        self.view.set_moment(
            Moment(
                kind=_kind(segment),
                phase=segment.phase,
                progress=progress,
                elapsed=within,
                seconds=segment.seconds,
                rep=segment.rep,
            )
        )

    def _mirrored(self, side: Side) -> bool:
        """Whether the figure has to be turned round for a side."""
        turned = self._side is not side
        self._side = side
        return turned

    def showEvent(self, event: QShowEvent) -> None:
        """Begin anew."""
        super().showEvent(event)
        self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is looking."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All lie on each other."""
        super().resizeEvent(event)
        self.view.setGeometry(self.rect())
        if self.picture is not None:
            self.picture.setGeometry(self.rect())
        place_corners(self._corners, self.width(), self.height())

    def _dress(self) -> None:
        scheme = "dark" if self._theme.is_dark else "light"
        self.view.set_theme(scheme, paper=self._theme.colours.surface)
        self.view.set_reduce_motion(self._theme.reduce_motion)


def _kind(segment: Segment) -> str:
    kinds = {SegmentKind.REP: "reps", SegmentKind.OWN_PACE: "hold", SegmentKind.FINISH: "rest"}
    return kinds.get(segment.kind, segment.kind.value)


def _alone(step: ExerciseStep) -> Routine:
    return Routine("preview", "", "", step.exercise.positions, (step,))


def _shortened(step: ExerciseStep) -> ExerciseStep:
    """Leave out of a step what only takes time."""

    def short(seconds: float) -> float:
        return min(seconds, LONGEST_HOLD)

    change = min(step.change, 2)
    dose = step.dose
    match dose:
        case Hold():
            dose = replace(dose, seconds=short(dose.seconds), count=1)
        case Continuous():
            dose = replace(dose, seconds=short(dose.seconds), count=1)
        case Reps():
            dose = replace(dose, count=min(dose.count, 4), sets=1)
        case OwnPace():
            dose = Hold(LONGEST_HOLD)
    return replace(step, dose=dose, change=change, rest_after=0)
