"""How much of an exercise is done in a step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.body import Sides
from coach.core.editing.draft import StepDraft
from coach.core.exercise import Continuous, Dose, Exercise, Hold, OwnPace, Reps
from coach.core.words import _, marked
from coach.ui.editor.pairs import Pairs
from coach.ui.editor.words import often_labels
from coach.ui.icons import Icons
from coach.ui.parts.choice import Choice
from coach.ui.parts.field import Field
from coach.ui.parts.stepper import Stepper, seconds_range, times_range
from coach.ui.theme import Space, Theme

CLOCK, READY, COUNTED = "clock", "ready", "counted"
USUAL_COUNT = 10
_BY_THE_CLOCK = ("hold", "reps", "seconds", "count", "sets", "rest", "tempo")


class DoseFields(QWidget):
    """The numbers that fit the exercise; the others are not shown.

    Attributes:
        pace: By the clock, or at one's own pace.
        fields: By the name a file gives them; `tempo[0]` is the first phase's, made when first
            needed.

    Signals:
        wanted: Fields of the step shall have other values; carries a label and a dict.
        left: A number has been left.
    """

    wanted = Signal(str, object)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._tempo: tuple[float, ...] = ()
        self.pace = Choice(
            theme,
            {CLOCK: _("Timed"), READY: _("Until I'm ready"), COUNTED: _("My pace")},
        )
        self.pace.setAccessibleName(_("Pace"))
        self.pace.chosen.connect(self._set_pace)
        self.fields: dict[str, Field] = {}
        self._steppers: dict[str, Stepper] = {}
        once = times_range(100)
        self._make("hold", _("Hold for"), seconds_range(1))
        self._make("reps", _("Repetitions"), times_range(1000))
        self._make("seconds", _("Keep going for"), seconds_range(1))
        self._make("own_pace", _("Repetitions"), times_range(1000))
        for name, label in often_labels(together=False).items():
            self._make(name, label, once)
        self._make("rest", _("Ease off between"), seconds_range())
        self.pairs = Pairs(list(self.fields.values()))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.M)
        rows.addWidget(self.pace)
        rows.addWidget(self.pairs)

    def stepper(self, name: str) -> Stepper:
        """Return the number of a field."""
        return self._steppers[name]

    def show_dose(
        self, draft: StepDraft, exercise: Exercise, dose: Dose | None, faults: dict[str, str]
    ) -> None:
        """Show a step's numbers.

        Args:
            draft: What is written.
            exercise: What it says where nothing is written.
            dose: Both together; None while something is wrong.
            faults: What is wrong, by field.
        """
        values = _written(draft, dose if dose is not None else exercise.dose)
        self._show_pace(draft, exercise, values)
        if "reps" in values:
            values |= self._take_tempo(draft, exercise)
        hidden = {"own_pace"} if values.get("own_pace") == 0 else set()
        if values.get("count") == 1 or values.get("sets") == 1:
            hidden.add("rest")
        if "tempo" in faults:
            faults = {**faults, "tempo[0]": faults["tempo"]}
        together = (draft.sides or exercise.sides) == Sides.BOTH
        for name, label in often_labels(together=together).items():
            self.fields[name].set_label(label)
        for name, field in self.fields.items():
            field.setVisible(name in values and name not in hidden)
            if name in values:
                self._steppers[name].set_value(values[name])
            field.set_problem(faults.get(name, ""))
        self.pairs.arrange()

    def _take_tempo(self, draft: StepDraft, exercise: Exercise) -> dict[str, float]:
        """Name the fields of the phases and return their seconds."""
        phases = exercise.dose.phases if isinstance(exercise.dose, Reps) else ()
        self._tempo = tuple(draft.tempo or (phase.seconds for phase in phases))
        for number in range(max(len(phases), len(self._tempo))):
            if (name := f"tempo[{number}]") not in self.fields:
                self._make(name, "", seconds_range(0.5, step=0.5))
                self.pairs.add(self.fields[name])
        for number, phase in enumerate(phases):
            label = _("{phase} for").format(phase=phase.name)
            self.fields[f"tempo[{number}]"].set_label(label)
        return {f"tempo[{number}]": seconds for number, seconds in enumerate(self._tempo)}

    # -- parts --------------------------------------------------------------------------------

    def _make(self, name: str, label: str, within: object) -> None:
        stepper = Stepper(self._theme, self._icons, within)  # type: ignore[arg-type]
        stepper.changed.connect(self._setter(name, label))
        stepper.left.connect(self.left)
        self._steppers[name] = stepper
        self.fields[name] = Field(label, stepper)

    def _setter(self, name: str, label: str) -> Callable[[object], None]:
        def set_value(value: object) -> None:
            if name.startswith("tempo["):
                tempo = list(self._tempo)
                tempo[int(name[6:-1])] = float(str(value))
                self.wanted.emit(marked("Change the tempo"), {"tempo": tuple(tempo)})
            else:
                text = _("Change “{field}”").format(field=label)
                self.wanted.emit(text, {name: value})

        return set_value

    def _show_pace(self, draft: StepDraft, exercise: Exercise, values: dict[str, float]) -> None:
        own = values.get("own_pace")
        self.pace.show_chosen(CLOCK if own is None else COUNTED if own else READY)
        by_clock = not isinstance(exercise.dose, OwnPace)
        self.pace.chips[CLOCK].setVisible(by_clock)
        self.pace.setVisible(not exercise.hard_stop)
        self.pace.arrange()

    def _set_pace(self, pace: str) -> None:
        count = {CLOCK: None, READY: 0, COUNTED: USUAL_COUNT}[pace]
        cleared: dict[str, object] = dict.fromkeys(_BY_THE_CLOCK)
        self.wanted.emit(marked("Change the pace"), {**cleared, "own_pace": count})


def _written(draft: StepDraft, dose: Dose) -> dict[str, float]:
    """Return the numbers of a step, those that are written before the others."""
    if draft.own_pace is not None:
        return {"own_pace": draft.own_pace}
    values = _values(dose)
    for name in values:
        written = getattr(draft, name)
        if written is not None:
            values[name] = written
    return values


def _values(dose: Dose) -> dict[str, float]:
    """Return the numbers of a dose by the names a file gives them."""
    match dose:
        case Hold(seconds=seconds, count=count, rest=rest):
            return {"hold": seconds, "count": count, "rest": rest}
        case Reps(count=count, sets=sets, rest=rest):
            return {"reps": count, "sets": sets, "rest": rest}
        case Continuous(seconds=seconds, count=count, rest=rest):
            return {"seconds": seconds, "count": count, "rest": rest}
        case OwnPace(count=count):
            return {"own_pace": count}
