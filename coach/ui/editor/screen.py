"""The editor's screen: title and total, the steps, and the details of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from coach.app.editing import RoutineEditor, SaveState, SaveStatus
from coach.content.findings import RoutineFindings
from coach.core.editing.draft import StepDraft
from coach.core.words import _
from coach.ui.editor.keys import edit_by_key
from coach.ui.editor.session import Session
from coach.ui.editor.side import Side
from coach.ui.editor.steps_column import StepsColumn
from coach.ui.editor.thumbs import Thumbs
from coach.ui.first_paint import FirstPaint
from coach.ui.icons import Icons
from coach.ui.parts.entry_style import field_style
from coach.ui.pictures import Figures
from coach.ui.start import Starting
from coach.ui.theme import Space, Theme

TWO_COLUMNS = 860
"""Pixels at 100 % text from which steps and details stand beside each other."""
SIDE_WIDTH = 392
"""Pixels of the details at 100 % text."""


class EditorScreen(Starting):
    """Edits one routine.

    Attributes:
        session: The draft and what can be done with it.
        column: The first column.
        top: Title, total, problems; in the column, as what follows.
        strip: How the file stands.
        steps: The list.
        empty: In its place while there is no step.
        bar: What can be done with the steps.
        side: The details, beside the column or in its place.

    Signals:
        left: Done, or enough; what is not saved is kept.
        try_wanted: The routine is to be tried from its step of this number.
        hear_wanted: Carries a text to be spoken.
        exercise_wanted: An exercise of one's own is to be edited; carries its id, empty for new.
        import_wanted: A routine that somebody sent is to be taken.
        why_wanted: What stands behind an exercise is to be shown; carries the Exercise.
    """

    left = Signal()
    try_wanted = Signal(int)
    hear_wanted = Signal(str)
    exercise_wanted = Signal(str)
    import_wanted = Signal()
    why_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        figures: Figures,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        """Show what the session's editor has open."""
        super().__init__(parent)
        self._theme = theme
        self.setStyleSheet(field_style(theme))  # first: what joins it later is dressed but once
        self.session = session
        self._two_columns: bool | None = None
        self._sized = False
        self._side_open = False
        thumbs = Thumbs(figures, self)
        self.column = column = StepsColumn(theme, icons, thumbs, session)
        self.top, self.strip, self.steps = column.top, column.strip, column.steps
        self.empty, self.bar = column.empty, column.bar
        self.side = Side(theme, icons, figures, thumbs, session)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self.open()

    def _lay_out(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(Space.L, 0, Space.L, Space.M)
        self._columns.setSpacing(Space.L)
        self._columns.addWidget(self.column, 1)
        self._columns.addWidget(self.side)
        self.start = self.steps

    def _connect(self) -> None:
        editor, session, steps = self.session.editor, self.session, self.steps
        editor.opened.connect(self.open)
        editor.changed.connect(self._show_draft)
        editor.found.connect(self._show_findings)
        editor.state_changed.connect(self._show_state)
        steps.chosen.connect(session.choose)
        steps.move_wanted.connect(session.move)
        steps.remove_wanted.connect(lambda _keys: session.remove())
        steps.open_wanted.connect(self.open_step)
        steps.clicked.connect(lambda _index: self._open_side())
        steps.menu_wanted.connect(self._show_menu)
        session.chosen.connect(self._show_chosen)
        session.choice_wanted.connect(steps.choose)
        self.top.problem_wanted.connect(self.go_to_problem)
        self.top.about_wanted.connect(self.open_about)
        self.top.try_wanted.connect(self.try_from_here)
        self.empty.add_wanted.connect(self.open_library)
        self.empty.import_wanted.connect(self.import_wanted)
        self.bar.add.clicked.connect(self.open_library)
        self.bar.copy.clicked.connect(session.duplicate)
        self.bar.group.clicked.connect(session.group)
        self.bar.remove.clicked.connect(session.remove)
        side = self.side
        side.closed.connect(self.close_side)
        side.chosen_from.connect(self.close_library)
        side.new_wanted.connect(lambda: self.exercise_wanted.emit(""))
        side.transition_wanted.connect(session.add_transition)
        side.hear_wanted.connect(self.hear_wanted)
        side.try_wanted.connect(self.try_from_here)
        side.exercise_wanted.connect(self.exercise_wanted)
        side.why_wanted.connect(self.explain)
        self.strip.go_wanted.connect(self.go_to_problem)
        self.strip.both_wanted.connect(editor.save_as_copy)
        self.strip.mine_wanted.connect(lambda: editor.save(force=True))
        self.strip.theirs_wanted.connect(editor.take_theirs)
        for keys, act in (
            ("Ctrl+D", session.duplicate),
            ("Ctrl+G", session.group),
            ("Insert", self.open_library),
            ("F5", self.try_from_here),
            ("F8", self.go_to_problem),
            ("Ctrl+I", self.explain),
            ("Alt+Up", lambda: steps.move_by_key(up=True)),
            ("Alt+Down", lambda: steps.move_by_key(up=False)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # -- what is shown ------------------------------------------------------------------------

    @property
    def editor(self) -> RoutineEditor:
        """Draft, history and file."""
        return self.session.editor

    def open(self) -> None:
        """Show another draft from its beginning."""
        self.session.keys = ()
        self._side_open = False
        self._show_steps()
        rows = self.steps.rows.rows
        with QSignalBlocker(self.session):  # the side is shown once, when all is chosen
            if rows:
                self.steps.choose((rows[0].key,))
        self._mark(self.editor.known)
        self._show_side()
        self._show_doable()
        self._show_state(self.editor.state)
        self._arrange()

    def _show_side(self) -> None:
        """Show the details of what is chosen; the steps are seen before there is any panel."""
        if self.side.is_empty:
            FirstPaint(self, self._fill_side)
        else:
            self.side.show_chosen()

    def _fill_side(self) -> None:
        if self.side.is_empty:  # else something has been asked for since
            self.side.show_chosen()

    def _show_draft(self) -> None:
        self._show_steps()
        self.side.refresh()

    def _show_steps(self) -> None:
        draft = self.session.draft
        self.column.show_draft(draft, is_new=not self.editor.id)
        self.start = self.steps if draft.steps else self.top.title
        self._show_doable()

    def _show_findings(self, findings: RoutineFindings) -> None:
        self._mark(findings)
        self.side.refresh()

    def _mark(self, findings: RoutineFindings) -> None:
        """Show each problem at its step, and how many there are."""
        faults: dict[int, str] = {}
        for fault in findings.faults:
            if fault.key:
                faults.setdefault(fault.key, fault.reason)
        self.steps.rows.show_faults(faults)
        self.top.show_findings(findings, self._state_text(self.editor.state))

    def _show_state(self, state: SaveState) -> None:
        known = self.editor.known
        self.strip.show_state(state, faults=bool(known.faults))
        self.top.show_findings(known, self._state_text(state))
        self._arrange()

    def _state_text(self, state: SaveState) -> str:
        if state.status is SaveStatus.CLEAN:
            return _("Saved") if self.editor.id else ""
        # Where the disk refused the file, the strip says whether it took the draft.
        wrong = state.status is SaveStatus.FAILED and self.editor.known.faults
        return _("Kept as a draft") if wrong else _("Not saved yet")

    def _show_chosen(self) -> None:
        if not self.side.has_library:
            self.side.show_chosen()
        self._show_doable()

    def _show_doable(self) -> None:
        self.bar.show_chosen(any_chosen=bool(self.session.keys))

    def _show_menu(self, place: QPoint) -> None:
        from coach.ui.editor.step_menu import StepMenu

        StepMenu(self.session, self.steps, self.try_from_here, self.window()).popup(place)

    # -- what can be asked for ----------------------------------------------------------------

    def open_step(self) -> None:
        """Go from the list to the details of the chosen step."""
        self.side.show_chosen()
        self._open_side()
        first = self.side.first
        if first is not None:
            self.side.reveal(first)

    def open_about(self) -> None:
        """Show the routine's own details."""
        self.side.show_panel(self.side.about)
        self._open_side()
        self.side.about.when.setFocus(Qt.FocusReason.TabFocusReason)

    def open_library(self) -> None:
        """Show exercises to add."""
        self.side.library.refresh()
        self.side.show_panel(self.side.library)
        self._open_side()
        self.side.library.search.setFocus(Qt.FocusReason.TabFocusReason)
        self.side.library.search.selectAll()

    def close_library(self) -> None:
        """Go back from the exercises to the steps."""
        self.side.show_chosen()
        self.close_side()

    def close_side(self) -> None:
        """Go back to the steps."""
        if self.side.has_library:
            self.side.show_chosen()
        self._side_open = False
        self._arrange()
        (self.steps if self.session.draft.steps else self.empty.add).setFocus(
            Qt.FocusReason.TabFocusReason
        )

    def try_from_here(self) -> None:
        """Ask for the routine to be played from the chosen step."""
        if self.editor.findings.routine is None:
            self.go_to_problem()
            return
        self.try_wanted.emit(self.session.first_step)

    def save(self) -> bool:
        """Save; where something is wrong, keep a draft and go there."""
        if self.editor.save():
            return True
        self.editor.keep_now()
        if self.editor.state.status is SaveStatus.FAILED:
            self.go_to_problem()
        return False

    def go_to_problem(self) -> None:
        """Show the first thing that is wrong, at its field."""
        faults = self.editor.findings.faults
        if not faults:
            return
        fault = next((one for one in faults if one.key), faults[0])
        if fault.key:
            self.steps.choose((fault.key,))
            self.side.show_chosen()
            self._open_side()
            self.side.reveal_field(fault.field)
        elif fault.field == "title":
            self.close_side()
            self.top.title.setFocus(Qt.FocusReason.TabFocusReason)
        elif fault.field == "steps" and not self.session.draft.steps:
            self.open_library()
        else:
            self.side.show_panel(self.side.about)
            self._open_side()
            self.side.reveal_field(fault.field)

    def explain(self) -> None:
        """Ask for what stands behind the exercise of the chosen step."""
        item = self.session.item
        if isinstance(item, StepDraft) and (exercise := self.session.facts.of(item).exercise):
            self.why_wanted.emit(exercise)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False where it asks for nothing here."""
        if edit_by_key(event, self.editor, self.save):
            return True
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            if self.side.has_library or (self._side_open and not self._two_columns):
                self.close_side()
            else:
                self.left.emit()
        else:
            return False
        return True

    # -- where it lies ------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one column or two."""
        super().resizeEvent(event)
        self._sized = True
        self._arrange()

    def refresh_library(self) -> None:
        """Look at the exercises anew, as after one was written."""
        self.side.library.refresh()
        self._show_draft()
        self._show_findings(self.editor.known)

    def _open_side(self) -> None:
        self._side_open = True
        self._arrange()

    def _arrange(self) -> None:
        if not self._sized:  # in a size it never has, all would be laid out for nothing
            return
        side = self._theme.margin(self.width())
        room = self.width() - 2 * side
        self._columns.setContentsMargins(side, 0, side, Space.M)
        two = room >= self._theme.pixels(TWO_COLUMNS)
        self._two_columns = two
        self.side.set_short(short=self.column.is_short(self.height()))
        self.side.back.setVisible(not two and not self.side.has_library)
        self.side.setVisible(two or self._side_open)
        self.column.setVisible(two or not self._side_open)
        if two:
            details = min(self._theme.pixels(SIDE_WIDTH), round(room * 0.46))
            self.side.setFixedWidth(details)
            room -= details + self._columns.spacing()
        else:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16777215)
        self.column.fit(room, self.height())

    def _dress(self) -> None:
        self.setStyleSheet(field_style(self._theme))
        self._arrange()
