"""How much of an exercise of one's own is done."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.body import Sides
from coach.core.editing.draft import DoseDraft, PhaseDraft
from coach.core.words import _
from coach.ui.editor.pairs import Pairs
from coach.ui.editor.phases_field import PhasesField
from coach.ui.editor.words import often_labels
from coach.ui.icons import Icons
from coach.ui.parts.choice import Choice
from coach.ui.parts.field import Field, sentence
from coach.ui.parts.stepper import Range, Stepper, seconds_range, times_range
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme

HOLD, REPS, SECONDS, OWN_PACE = "hold", "reps", "seconds", "own_pace"
_SHOWN = {
    HOLD: ("hold", "count", "rest", "change"),
    REPS: ("reps", "sets", "rest", "change"),
    SECONDS: ("seconds", "count", "rest", "change"),
    OWN_PACE: ("own_pace",),
}


def usual_dose(kind: str = HOLD) -> DoseDraft:
    """Return a dose of a kind to begin with."""
    if kind == REPS:
        up, down = PhaseDraft(name=_("Up"), seconds=2), PhaseDraft(name=_("Down"), seconds=2)
        return DoseDraft(reps=10, phases=(up, down))
    if kind == SECONDS:
        return DoseDraft(seconds=60)
    return DoseDraft(own_pace=0) if kind == OWN_PACE else DoseDraft(hold=30, count=2, rest=5)


def kind_of(dose: DoseDraft) -> str:
    """Return which of the four a dose is."""
    return next((kind for kind in _SHOWN if getattr(dose, kind) is not None), HOLD)


class OwnDose(QWidget):
    """The kind of dose, and its numbers.

    Signals:
        changed: By the person; carries the dose and the name of the field.
        left: A number has been left.
    """

    changed = Signal(object, str)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._dose = usual_dose()
        self.kind = Choice(
            theme,
            {
                HOLD: _("Hold still"),
                REPS: _("Repeat"),
                SECONDS: _("Keep moving"),
                OWN_PACE: _("My pace"),
            },
        )
        self.kind.setAccessibleName(_("How it is done"))
        self.kind.chosen.connect(self._set_kind)
        self.fields: dict[str, Field] = {}
        self._steppers: dict[str, Stepper] = {}
        for name, label, within in (
            ("hold", _("Hold for"), seconds_range(1)),
            ("reps", _("Repetitions"), times_range(1000)),
            ("seconds", _("Keep going for"), seconds_range(1)),
            ("own_pace", _("Repetitions; 0 until I'm ready"), times_range(1000, least=0)),
            *(
                (name, text, times_range(100))
                for name, text in often_labels(together=False).items()
            ),
            ("rest", _("Ease off between"), seconds_range()),
            ("change", _("Time to change legs"), seconds_range()),
        ):
            self._make(theme, icons, name, label, within)
        self.pairs = Pairs(list(self.fields.values()))
        self.phases = PhasesField(theme, icons)
        self.phases.changed.connect(lambda phases: self._set("phases", phases))
        self.phases.left.connect(self.left)
        self.problem = Text(Size.SMALL)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.M)
        for part in (self.kind, self.problem, self.pairs, self.phases):
            rows.addWidget(part)

    def stepper(self, name: str) -> Stepper:
        """Return the number of a field."""
        return self._steppers[name]

    def show_dose(self, dose: DoseDraft | None, sides: str, faults: dict[str, str]) -> None:
        """Show a dose; the usual one where there is none yet."""
        self._dose = dose or usual_dose()
        kind = kind_of(self._dose)
        self.kind.show_chosen(kind)
        shown = set(_SHOWN[kind])
        if sides not in ("each", "alternating"):
            shown.discard("change")
        for name, label in often_labels(together=sides == Sides.BOTH).items():
            self.fields[name].set_label(label)
        for name, field in self.fields.items():
            field.setVisible(name in shown)
            value = getattr(self._dose, name)
            usual = 1 if name in ("count", "sets") else 0
            self._steppers[name].set_value(usual if value is None else value)
            field.set_problem(faults.get(f"dose.{name}", ""))
        self.pairs.arrange()
        self.phases.setVisible(kind == REPS)
        if kind == REPS:
            self.phases.show_phases(self._dose.phases or (), faults)
        self.problem.set_text(sentence(faults.get("dose", "")))
        self.problem.setVisible("dose" in faults and dose is not None)

    def _make(self, theme: Theme, icons: Icons, name: str, label: str, within: Range) -> None:
        stepper = Stepper(theme, icons, within)
        stepper.changed.connect(lambda value: self._set(name, value))
        stepper.left.connect(self.left)
        self._steppers[name] = stepper
        self.fields[name] = Field(label, stepper)

    def _set(self, name: str, value: object) -> None:
        self.changed.emit(replace(self._dose, **{name: value}), name)  # type: ignore[arg-type]

    def _set_kind(self, kind: str) -> None:
        self.left.emit()
        self.changed.emit(usual_dose(kind), "kind")
