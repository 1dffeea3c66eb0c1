"""The person's own picture on the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coach.content.problem import Problem
from coach.core.exercise import Exercise, Side
from coach.core.routine import ExerciseStep, Step
from coach.ui.pictures import Figures
from coach.ui.theme import Theme

if TYPE_CHECKING:  # made late: most exercises have a figure
    from coach.ui.figure.own_picture import OwnPictureView


class OwnPicture(QObject):
    """Shows the picture of an exercise that has one, once it is known that it can be shown.

    Attributes:
        is_shown: Whether it is seen, or will be as soon as it is decoded.

    Signals:
        refused: It can't be shown; carries the Problem that says why.
    """

    refused = Signal(object)

    def __init__(self, theme: Theme, figures: Figures, stage: QWidget) -> None:
        """Make no widget yet; it will lie at the bottom of `stage`."""
        super().__init__(stage)
        self._theme = theme
        self._figures = figures
        self._stage = stage
        self._name = ""
        self._refused_name = ""
        self._going = True
        self.view: OwnPictureView | None = None
        self.is_shown = False

    def show_step(self, step: Step | None, side: Side) -> None:
        """Show the picture of a step's exercise, or nothing where it has none."""
        exercise = step.exercise if isinstance(step, ExerciseStep) else None
        name = exercise.picture if exercise else ""
        if name != self._refused_name:
            self._refused_name = ""
        self.is_shown = bool(name) and name != self._refused_name
        if exercise is not None and self.is_shown:
            self._show(exercise, side)
        elif self.view is not None:
            self._name = ""
            self.view.clear()
            self.view.hide()

    def fit(self) -> None:
        """Fill the stage."""
        if self.view is not None:
            self.view.setGeometry(self._stage.rect())

    def set_going(self, *, going: bool) -> None:
        """Let a picture that moves go on, or hold it where it is."""
        self._going = going
        if self.view is not None:
            self.view.set_going(going=going)

    def _show(self, exercise: Exercise, side: Side) -> None:
        view = self.view or self._make_view()
        mirrored = exercise.mirror_picture and side is Side.LEFT
        view.set_mirrored(mirrored=mirrored)
        if exercise.picture != self._name:
            self._name = exercise.picture
            file = self._figures.picture_file(exercise.picture)
            view.show_picture(file, exercise.title, mirrored=mirrored)
        view.show()

    def _make_view(self) -> OwnPictureView:
        from coach.ui.figure.own_picture import OwnPictureView

        self.view = OwnPictureView(self._theme, self._stage)
        self.view.set_going(going=self._going)
        self.view.lower()
        self.view.refused.connect(self._refuse)
        self.fit()
        return self.view

    def _refuse(self, problem: Problem) -> None:
        """Remember it, so that it is not tried again at each repetition."""
        self._refused_name, self._name = self._name, ""
        self.is_shown = False
        if self.view is not None:
            self.view.hide()
        self.refused.emit(problem)
