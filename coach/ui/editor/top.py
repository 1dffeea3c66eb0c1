"""The top of the editor: the title, how long it takes, and what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.app.editing import SaveStatus
from coach.content.findings import RoutineFindings
from coach.core.editing.draft import StepDraft, walk
from coach.core.numbers import clock
from coach.core.words import _, marked
from coach.ui.button import Button
from coach.ui.editor.session import Session
from coach.ui.editor.words import problems_text
from coach.ui.home.wording import steps_text
from coach.ui.mirror import edges
from coach.ui.parts.entry import TitleEntry
from coach.ui.parts.field import sentence, set_faulty
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme

ROOM_FOR_WORDS = 260
"""Pixels at 100 % text for total and facts beside the buttons."""


class Top(QWidget):
    """Title, total and problems, live.

    Attributes:
        title: The routine's title.
        total: Minutes and seconds.
        problems: How many things are wrong; goes to the first.
        play: Plays it.
        about: Opens what else there is to say of the routine.

    Signals:
        problem_wanted: The first thing that is wrong is to be shown.
        try_wanted: The routine is to be played.
        about_wanted: The routine's own details are to be shown.
    """

    problem_wanted = Signal()
    about_wanted = Signal()
    try_wanted = Signal()

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self.title = TitleEntry(theme, _("Name"))
        self.title.setAccessibleName(_("Name of the routine"))
        self.title_problem = Text(Size.SMALL)
        self.title_problem.hide()
        self.total = Text(Size.HEADING)
        self.total.setWordWrap(False)
        self.facts = Text(Size.BODY, tone="soft")
        self.problems = Button(theme, "")
        self.play = Button(theme, _("Try it"))
        self.play.set_tip(_("Play it from the chosen step (F5)"))
        self.about = Button(theme, _("About"))
        self.about.set_tip(_("When it is for, where, and notes"))
        self.title.written.connect(
            lambda text: session.set_routine("title", text, marked("Write the name"))
        )
        self.title.left.connect(session.editor.end_merge)
        self.problems.clicked.connect(self.problem_wanted)
        self.about.clicked.connect(self.about_wanted)
        self.play.clicked.connect(self.try_wanted)
        words = QHBoxLayout()
        words.setSpacing(Space.M)
        words.addWidget(self.total)
        words.addWidget(self.facts, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self.play)
        buttons.addWidget(self.about)
        buttons.addStretch(1)
        self._line = line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(Space.S)
        line.setContentsMargins(edges(Space.S + Space.XS // 2, 0, 0, 0))  # below the title's words
        line.addLayout(words, 1)
        line.addLayout(buttons)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.XS)
        rows.addWidget(self.title)
        rows.addWidget(self.title_problem)
        self._details = QWidget()
        self._details.setLayout(line)
        rows.addWidget(self._details)
        rows.addWidget(self.problems)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them."""
        super().resizeEvent(event)
        buttons = self.play.sizeHint().width() + self.about.sizeHint().width()
        wide = self.width() - buttons > self._theme.pixels(ROOM_FOR_WORDS)
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def set_short(self, *, short: bool, one_line: bool) -> None:
        """Leave out what is not needed where the window is low; keys and the menu have it too."""
        self.title.set_short(short=short, one_line=one_line)
        self.facts.setHidden(short)
        self.play.setHidden(short)
        self.about.setHidden(short)

    def show_draft(self) -> None:
        """Show the title; the rest follows shortly."""
        self.title.set_text(self._session.draft.title)

    def show_findings(self, findings: RoutineFindings, state: str) -> None:
        """Show total and problems.

        Args:
            findings: What is known of the draft.
            state: How it stands to its file, in words; empty for nothing to tell.
        """
        draft = self._session.draft
        number = sum(isinstance(item, StepDraft) for item in walk(draft.steps))
        if findings.routine is not None:
            number = len(findings.routine.steps)
        known = findings.seconds is not None and number
        total = _("{clock} min").format(clock=clock(findings.seconds or 0)) if known else "–"
        self.total.set_text(total)
        self.total.setVisible(number > 0)
        self.play.setEnabled(number > 0)
        facts = [steps_text(number) if number else _("No steps yet"), state]
        self.facts.set_text(" · ".join(part for part in facts if part))
        faults = tuple(fault for fault in findings.faults if number or fault.field != "steps")
        self.problems.set_text(problems_text(len(faults)))
        told = self._session.editor.state.status is SaveStatus.FAILED
        self.problems.setVisible(bool(faults) and bool(draft.title or number) and not told)
        wrong = next((f.reason for f in faults if f.key == 0 and f.field == "title"), "")
        shown = wrong if number or draft.title or told else ""
        self.title_problem.set_text(sentence(shown))
        self.title_problem.setVisible(bool(shown))
        self.title.setAccessibleDescription(sentence(shown))
        set_faulty(self.title, faulty=bool(shown))
