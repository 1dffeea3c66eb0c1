"""The parts of a repetition: what the body does, and how long."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.editing.draft import PhaseDraft
from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.icons import Icons
from coach.ui.parts.beside import Beside
from coach.ui.parts.entry import LineEntry
from coach.ui.parts.field import sentence, set_faulty
from coach.ui.parts.stepper import Stepper, seconds_range
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme

MOST = 12


class _PhaseRow(QWidget):
    """One part."""

    def __init__(self, theme: Theme, icons: Icons, number: int) -> None:
        super().__init__()
        self.name = LineEntry(_("For example: up"))
        self.name.setAccessibleName(_("Part {n}").format(n=number + 1))
        self.seconds = Stepper(theme, icons, seconds_range(0.5, step=0.5))
        self.seconds.setAccessibleName(_("Seconds of part {n}").format(n=number + 1))
        self.seconds.setMaximumWidth(self.seconds.sizeHint().width())
        self.remove = Button(
            theme, _("Remove this part"), weight=Weight.QUIET, icons=icons, icon="close"
        )
        self.remove.set_tip(self.remove.text())
        self.problem = Text(Size.SMALL)
        self.problem.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.XS)
        rows.addWidget(Beside(self.name, self.seconds, self.remove))
        rows.addWidget(self.problem)


class PhasesField(QWidget):
    """A row for each part, and a button for one more.

    Signals:
        changed: By the person; carries the parts.
        left: A field has been left.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._phases: tuple[PhaseDraft, ...] = ()
        self.rows: list[_PhaseRow] = []
        self.more = Button(theme, _("Add a part"))
        self.more.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addWidget(Text(Size.SMALL, _("Parts of one repetition"), tone="soft"))
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_phases(self, phases: tuple[PhaseDraft, ...], faults: dict[str, str]) -> None:
        """Show the parts and what is wrong with them, by the field's name in the file."""
        self._phases = phases
        while len(self.rows) < len(phases):
            self._make_row()
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(phases))
            if number >= len(phases):
                continue
            row.name.set_text(phases[number].name)
            row.seconds.set_value(phases[number].seconds or 0)
            head = f"dose.phases[{number}]"
            reasons = [
                faults[field] for field in (f"{head}.name", f"{head}.seconds") if field in faults
            ]
            row.problem.set_text(sentence(reasons[0]) if reasons else "")
            row.problem.setVisible(bool(reasons))
            set_faulty(row.name, faulty=f"{head}.name" in faults)
            set_faulty(row.seconds, faulty=f"{head}.seconds" in faults)
            row.remove.setEnabled(len(phases) > 1)
        self.more.setEnabled(len(phases) < MOST)

    def _make_row(self) -> None:
        number = len(self.rows)
        row = _PhaseRow(self._theme, self._icons, number)
        row.name.written.connect(lambda text: self._set(number, name=text))
        row.seconds.changed.connect(lambda seconds: self._set(number, seconds=seconds))
        row.remove.clicked.connect(lambda: self._remove(number))
        row.name.left.connect(self.left)
        row.seconds.left.connect(self.left)
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)

    def _set(self, number: int, **fields: object) -> None:
        phases = list(self._phases)
        phases[number] = replace(phases[number], **fields)  # type: ignore[arg-type]
        self.changed.emit(tuple(phases))

    def _add(self) -> None:
        self.changed.emit((*self._phases, PhaseDraft(name="", seconds=2)))
        self.rows[len(self._phases) - 1].name.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, number: int) -> None:
        self.left.emit()
        self.changed.emit(self._phases[:number] + self._phases[number + 1 :])
