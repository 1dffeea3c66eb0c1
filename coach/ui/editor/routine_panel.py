"""What there is to say of the routine as a whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.words import _, marked
from coach.ui.editor.session import Session
from coach.ui.editor.words import position_names
from coach.ui.parts.choice import Ticks
from coach.ui.parts.entry import TextEntry
from coach.ui.parts.field import Field
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme


class RoutinePanel(QWidget):
    """When it is used, where, and what to mind."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._session = session
        self.when = TextEntry(theme, _("For example: after work, before bed"))
        self.positions = Ticks(theme, position_names())
        self.before = TextEntry(theme, _("Left empty: the usual advice"))
        self.note = TextEntry(theme, _("For yourself; not spoken"))
        self.fields = {
            "when": Field(_("When it is for"), self.when),
            "positions": Field(_("Where"), self.positions),
            "before": Field(_("See to this before you start"), self.before),
            "note": Field(_("Notes"), self.note),
        }
        self.when.written.connect(self._setter("when", marked("Write when it is for")))
        self.before.written.connect(self._setter("before", marked("Write what to see to")))
        self.note.written.connect(self._setter("note", marked("Write notes")))
        self.positions.changed.connect(self._set_positions)
        for entry in (self.when, self.before, self.note):
            entry.left.connect(session.editor.end_merge)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.M)
        rows.addWidget(Text(Size.HEADING, _("About this routine")))
        for field in self.fields.values():
            rows.addWidget(field)
        rows.addStretch(1)

    def show_routine(self) -> None:
        """Show the routine as it is now."""
        draft = self._session.draft
        self.when.set_text(draft.when)
        self.before.set_text(draft.before)
        self.note.set_text(draft.note)
        self.positions.show_chosen(draft.positions)
        faults = self._session.faults_of(0)
        for name, field in self.fields.items():
            field.set_problem(faults.get(name, ""))

    def _setter(self, field: str, label: str) -> Callable[[str], None]:
        return lambda text: self._session.set_routine(field, text, label)

    def _set_positions(self, chosen: tuple[str, ...]) -> None:
        """Keep the order; what is newly chosen comes last."""
        before = self._session.draft.positions
        kept = tuple(one for one in before if one in chosen)
        added = tuple(one for one in chosen if one not in before)
        self._session.set_routine("positions", kept + added, marked("Choose where"))
