"""Which leg works, and which begins."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.body import Side, Sides
from coach.core.editing.draft import StepDraft
from coach.core.exercise import Exercise
from coach.core.words import _, marked
from coach.ui.editor.pairs import Pairs
from coach.ui.editor.words import sides_names
from coach.ui.icons import Icons
from coach.ui.parts.choice import Choice
from coach.ui.parts.field import Field
from coach.ui.parts.stepper import Stepper, seconds_range
from coach.ui.theme import Space, Theme


class SidesFields(QWidget):
    """How the legs take turns; what does not matter then is not shown.

    Signals:
        wanted: Fields of the step shall have other values; carries a label and a dict.
        left: A number has been left.
    """

    wanted = Signal(str, object)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Show nothing chosen yet."""
        super().__init__(parent)
        self.sides = Choice(theme, sides_names())
        self.sides.chosen.connect(
            lambda sides: self.wanted.emit(marked("Change the legs"), {"sides": str(sides)})
        )
        self.first = Choice(theme, {"right": _("Right"), "left": _("Left")})
        self.first.chosen.connect(
            lambda side: self.wanted.emit(marked("Change the first leg"), {"first_side": side})
        )
        self.change = Stepper(theme, icons, seconds_range())
        self.change.changed.connect(
            lambda seconds: self.wanted.emit(
                marked("Change the time to change legs"), {"change": seconds}
            )
        )
        self.change.left.connect(self.left)
        self.fields = {
            "first_side": Field(_("Begin with"), self.first),
            "change": Field(_("Time to change legs"), self.change),
        }
        self.pairs = Pairs(list(self.fields.values()))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.M)
        rows.addWidget(self.sides)
        rows.addWidget(self.pairs)
        self.sides.setAccessibleName(_("Legs"))

    def show_sides(self, draft: StepDraft, exercise: Exercise, faults: dict[str, str]) -> None:
        """Show a step's legs."""
        sides = Sides(draft.sides) if draft.sides in set(Sides) else exercise.sides
        both_legs = sides in (Sides.EACH, Sides.ALTERNATING)
        self.sides.show_chosen(sides)
        self.first.show_chosen(draft.first_side or Side.RIGHT.value)
        change = exercise.change if draft.change is None else draft.change
        self.change.set_value(change)
        for name, field in self.fields.items():
            field.setVisible(both_legs or name in faults)
            field.set_problem(faults.get(name, ""))
        self.pairs.arrange()
