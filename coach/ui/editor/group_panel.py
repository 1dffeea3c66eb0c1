"""The details of steps that are repeated together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.editing.draft import GroupDraft
from coach.core.words import _, counted, marked
from coach.ui.button import Button
from coach.ui.editor.pairs import Pairs
from coach.ui.editor.session import Session
from coach.ui.icons import Icons
from coach.ui.parts.field import Field, sentence
from coach.ui.parts.stepper import Stepper, seconds_range, times_range
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme


class GroupPanel(QWidget):
    """How often, and how long a rest between."""

    def __init__(
        self, theme: Theme, icons: Icons, session: Session, parent: QWidget | None = None
    ) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.title = Text(Size.HEADING, _("Repeat together"))
        self.about = Text(Size.BODY, tone="soft")
        self.problem = Text(Size.BODY)
        self.rounds = Stepper(theme, icons, times_range(200))
        self.rest = Stepper(theme, icons, seconds_range())
        self.fields = {
            "repeat": Field(_("Rounds"), self.rounds),
            "rest_between": Field(_("Rest between rounds"), self.rest),
        }
        self.apart = Button(theme, _("Take apart"))
        self.apart.set_tip(_("Do not repeat these steps together any more (Ctrl+G)"))
        self.rounds.changed.connect(
            lambda number: session.set_field(marked("Change the rounds"), repeat=number)
        )
        self.rest.changed.connect(
            lambda number: session.set_field(marked("Change the rest"), rest_between=number)
        )
        for stepper in (self.rounds, self.rest):
            stepper.left.connect(session.editor.end_merge)
        self.apart.clicked.connect(session.ungroup)
        self._session = session
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.M)
        rows.addWidget(self.title)
        rows.addWidget(self.about)
        rows.addWidget(self.problem)
        rows.addWidget(Pairs(list(self.fields.values())))
        rows.addWidget(self.apart, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)

    def show_group(self, draft: GroupDraft) -> None:
        """Show a group as it is now."""
        number = len(draft.steps)
        self.about.set_text(
            counted(
                "{n} step, one round after the other.",
                "{n} steps, one round after the other.",
                number,
            )
        )
        self.rounds.set_value(draft.repeat)
        self.rest.set_value(draft.rest_between)
        faults = self._session.faults_of(draft.key)
        others = [reason for field, reason in faults.items() if field not in self.fields]
        self.problem.set_text(sentence(others[0]) if others else "")
        self.problem.setVisible(bool(others))
        for name, field in self.fields.items():
            field.set_problem(faults.get(name, ""))
