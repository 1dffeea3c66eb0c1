"""The details of the step that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.editing.draft import StepDraft
from coach.core.exercise import Exercise
from coach.core.routine import ExerciseStep
from coach.core.words import _, marked
from coach.ui.button import Button
from coach.ui.editor.dose_fields import DoseFields
from coach.ui.editor.pairs import Pairs
from coach.ui.editor.preview import Preview
from coach.ui.editor.section import Section
from coach.ui.editor.session import Session
from coach.ui.editor.sides_fields import SidesFields
from coach.ui.icons import Icons
from coach.ui.parts.entry import LineEntry
from coach.ui.parts.field import Field, sentence
from coach.ui.parts.flow import Flow
from coach.ui.parts.stepper import Stepper, seconds_range
from coach.ui.pictures import Figures
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme

_DOSE = ("hold", "reps", "seconds", "count", "sets", "rest", "tempo", "own_pace",
         "sides", "first_side", "change")  # fmt: skip


class StepPanel(QWidget):
    """Everything that can be set of one exercise in a routine.

    Attributes:
        preview: The figure, moving.
        dose: How much.
        sides: Which leg.
        rest: The rest after it.
        note: What is said besides.
        why: Shows what stands behind the exercise.

    Signals:
        hear_wanted: Carries the text to be spoken.
        try_wanted: The routine is to be played from here.
        exercise_wanted: An exercise of the person's own is to be edited; carries its id.
    """

    hear_wanted = Signal(str)
    try_wanted = Signal()
    exercise_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        figures: Figures,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self.preview = Preview(theme, figures)
        self.title = Text(Size.HEADING)
        self.target = Text(Size.SMALL, tone="soft")
        self.problem = Text(Size.BODY)
        self.edit_exercise = Button(theme, _("Edit exercise"))
        self.why = Button(theme, _("Why this?"))
        self.why.set_tip(_("What stands behind the exercise (Ctrl+I)"))
        self.usual = Button(theme, _("Usual amount"))
        self.dose = DoseFields(theme, icons)
        self.sides = SidesFields(theme, icons)
        self.rest = Stepper(theme, icons, seconds_range())
        self.rest_field = Field(_("Rest before the next step"), self.rest)
        self.seconds = Stepper(theme, icons, seconds_range(1))
        self.seconds_field = Field(_("Time for it"), self.seconds)
        self.note = LineEntry(_("For example: keep the heel down"))
        self.note_field = Field(_("Said and shown as it begins"), self.note)
        self.hear = Button(theme, _("Hear it"))
        self.play = Button(theme, _("Try from here"))
        self.play.set_tip(_("Play the routine from this step (F5)"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._dose_section = Section(_("How much"))
        self._dose_section.rows.addWidget(self.dose)
        self._sides_section = Section(_("Legs"))
        self._sides_section.rows.addWidget(self.sides)
        self._after = Section(_("After it"))
        self._after.rows.addWidget(Pairs([self.seconds_field, self.rest_field]))
        self._note_section = Section(_("A note of your own"))
        self._note_section.rows.addWidget(self.note_field)
        buttons = Flow()
        self._note_section.rows.addWidget(self.hear)
        self._buttons = buttons
        for button in (self.play, self.why, self.edit_exercise, self.usual):
            button.setParent(buttons)
            buttons.parts.append(button)
        head = QVBoxLayout()
        head.setSpacing(Space.XS)
        for part in (self.title, self.target, self.problem):
            head.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.L)
        rows.addWidget(self.preview)
        rows.addLayout(head)
        rows.addWidget(self._buttons)
        rows.addWidget(self._dose_section)
        rows.addWidget(self._sides_section)
        rows.addWidget(self._after)
        rows.addWidget(self._note_section)
        rows.addStretch(1)

    def _connect(self) -> None:
        end = self._session.editor.end_merge
        for part in (self.dose, self.sides):
            part.wanted.connect(self._set)
            part.left.connect(end)
        for entry in (self.rest, self.seconds, self.note):
            entry.left.connect(end)
        self.rest.changed.connect(lambda n: self._set(marked("Change the rest"), {"rest_after": n}))
        self.seconds.changed.connect(lambda n: self._set(marked("Change the time"), {"seconds": n}))
        self.note.written.connect(self._write)
        self.hear.clicked.connect(lambda: self.hear_wanted.emit(self.note.text()))
        self.play.clicked.connect(self.try_wanted)
        self.usual.clicked.connect(self._restore)
        self.edit_exercise.clicked.connect(self._edit_exercise)

    @property
    def first(self) -> QWidget:
        """The number that is most likely wanted first."""
        names = ("hold", "reps", "seconds", "own_pace")
        shown = [name for name in names if not self.dose.fields[name].isHidden()]
        if self.seconds_field.isHidden():
            return self.dose.stepper(shown[0]) if shown else self.rest
        return self.seconds

    def show_step(self, draft: StepDraft) -> None:
        """Show a step as it is now."""
        facts = self._session.facts.of(draft)
        faults = self._session.faults_of(draft.key)
        exercise, step = facts.exercise, facts.step
        self.title.set_text(facts.title)
        self.target.set_text(exercise.target if exercise else "")
        self.target.setVisible(bool(self.target.text()))
        known = {*self.dose.fields, *self.sides.fields, "rest_after", "note", "text"}
        others = [
            reason
            for field, reason in faults.items()
            if field not in known and not field.startswith("tempo")
        ]
        self.problem.set_text(sentence(others[0]) if others else "")
        self.problem.setVisible(bool(others))
        self.preview.show_step(step, exercise)
        own = exercise is not None and exercise.id in self._session.facts.library.own_exercises
        self.edit_exercise.setVisible(own)
        self.why.setVisible(exercise is not None)
        self.usual.setVisible(_is_unusual(step))
        self._buttons.arrange()
        self._show_fields(draft, exercise, step, faults)

    def _show_fields(
        self,
        draft: StepDraft,
        exercise: Exercise | None,
        step: object,
        faults: dict[str, str],
    ) -> None:
        self._dose_section.setVisible(exercise is not None)
        self._sides_section.setVisible(exercise is not None)
        self.seconds_field.setVisible(bool(draft.transition))
        self.rest.set_value(draft.rest_after)
        self.rest_field.set_problem(faults.get("rest_after", ""))
        said = (draft.text or "") if draft.transition else draft.note
        self.note.set_text(said)
        self.note_field.set_problem(faults.get("text" if draft.transition else "note", ""))
        self.hear.setEnabled(bool(said.strip()))
        if draft.transition:
            self.seconds.set_value(draft.seconds or 0)
            self.seconds_field.set_problem(faults.get("seconds", ""))
        if exercise is not None:
            dose = step.dose if isinstance(step, ExerciseStep) else None
            self.dose.show_dose(draft, exercise, dose, faults)
            self.sides.show_sides(draft, exercise, faults)

    # -- what is wanted -----------------------------------------------------------------------

    def _set(self, label: str, fields: dict[str, object]) -> None:
        self._session.set_field(label, **fields)

    def _write(self, text: str) -> None:
        item = self._session.item
        is_transition = isinstance(item, StepDraft) and bool(item.transition)
        self._set(marked("Write a note"), {"text" if is_transition else "note": text})

    def _restore(self) -> None:
        self._set(marked("Back to the usual amount"), dict.fromkeys(_DOSE))

    def _edit_exercise(self) -> None:
        item = self._session.item
        if isinstance(item, StepDraft):
            self.exercise_wanted.emit(item.exercise)


def _is_unusual(step: object) -> bool:
    """Whether a step is done otherwise than its exercise says."""
    if not isinstance(step, ExerciseStep):
        return False
    usual = step.exercise
    return (step.dose, step.sides, step.change) != (usual.dose, usual.sides, usual.change)
