"""Finding an exercise to add."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.core.body import Muscle, Position
from coach.core.editing.search import filter_exercises
from coach.core.words import _, counted
from coach.ui.announce import announce
from coach.ui.button import Button
from coach.ui.editor.library_list import ExerciseList
from coach.ui.editor.session import Session
from coach.ui.editor.thumbs import Thumbs
from coach.ui.editor.words import muscle_names, position_names
from coach.ui.icons import Icons
from coach.ui.page import Page
from coach.ui.parts.choice import Ticks
from coach.ui.parts.entry import LineEntry
from coach.ui.parts.flow import Flow
from coach.ui.start import Starting
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Target, Theme

FILTERS_SHARE = 0.4
"""The most of the panel's height that the filters take from what was found."""
TOLD_AFTER_MS = 500
"""So long after the last letter the number found is read out."""
LIST_ROOM = 24
"""Pixels that the list has at least besides its least height."""
DESK, NOTHING = "desk", "nothing"


class LibraryPanel(Starting):
    """Searches among all exercises; what is clicked is added after the chosen step.

    Attributes:
        search: Words to look for.
        filter: Shows the filters, or hides them.
        exercises: What was found.

    Signals:
        done: Enough has been added.
        new_wanted: An exercise of one's own is to be made.
        transition_wanted: Time to get into place is to be added.
    """

    done = Signal()
    new_wanted = Signal()
    transition_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        thumbs: Thumbs,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        """Show all exercises."""
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._short = False
        self.title = Text(Size.HEADING, _("Add exercises"))
        self.search = LineEntry(_("Search"))
        self.search.setAccessibleName(_("Search exercises"))
        self.search.setClearButtonEnabled(True)
        self.filter = Button(theme, _("Filter"))
        self.filter.setCheckable(True)
        self.needs = Ticks(theme, {DESK: _("At my desk"), NOTHING: _("Nothing needed")})
        self.positions = Ticks(theme, position_names())
        self.muscles = Ticks(theme, muscle_names())
        self.count = Text(Size.SMALL, tone="soft")
        self.exercises = ExerciseList(theme, icons, thumbs)
        self.new = Button(theme, _("New exercise"))
        self.pause = Button(theme, _("Getting into place"))
        self.close_button = Button(theme, _("Done"))
        self._lay_out()
        self._connect()
        self._telling = QTimer(self, singleShot=True, interval=TOLD_AFTER_MS)
        self._telling.timeout.connect(self._tell_count)
        self.start = self.search

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        find = QHBoxLayout()
        find.setSpacing(Space.S)
        find.addWidget(self.search, 1)
        find.addWidget(self.filter)
        self._chips = QWidget()
        filters = QVBoxLayout(self._chips)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(Space.S)
        for ticks in (self.needs, self.positions, self.muscles):
            filters.addWidget(ticks)
        self._filters = Page(self._chips)
        self._filters.fade_out(self._theme)
        self._filters.hide()
        self._more = more = Flow()
        for button in (self.new, self.pause):
            button.setParent(more)
            more.parts.append(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.S)
        rows.addLayout(head)
        rows.addLayout(find)
        rows.addWidget(self._filters)
        rows.addWidget(self.count)
        rows.addWidget(self.exercises, 1)
        rows.addWidget(more)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look)
        self.search.installEventFilter(self)
        self.filter.toggled.connect(self._filters.setVisible)
        self.filter.toggled.connect(self._share_room)
        for ticks in (self.needs, self.positions, self.muscles):
            ticks.changed.connect(self._look)
        self.exercises.wanted.connect(self._add)
        self.new.clicked.connect(self.new_wanted)
        self.pause.clicked.connect(self.transition_wanted)
        self.close_button.clicked.connect(self.done)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self, _shown: object = None) -> None:
        """Give the filters what they need, as far as the rest leaves room; then they scroll."""
        filters, chips, rows = self._filters, self._chips.layout(), self.layout()
        assert chips is not None
        assert rows is not None
        looking = self.filter.isChecked() or bool(self.search.text())
        self._more.setHidden(self._short and looking)
        others = rows.totalMinimumSize().height()
        if not filters.isHidden():
            others -= filters.minimumHeight()
        needed = chips.heightForWidth(self.width() - Space.M)
        most = min(self.height() - others - LIST_ROOM, round(self.height() * FILTERS_SHARE))
        filters.setFixedHeight(max(Target.SMALL + Space.XS, min(needed, most)))

    def set_short(self, *, short: bool) -> None:
        """Leave the heading and the number out where the window is low."""
        self._short = short
        if short != self.title.isHidden():
            self.refresh()
        self.title.setHidden(short)
        self.count.setHidden(short)
        self._share_room()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits to hear what was found."""
        super().hideEvent(event)
        self._telling.stop()

    def _look(self, _what: object = None) -> None:
        self.refresh()
        self._share_room()
        if self.isVisible():
            self._telling.start()

    def _tell_count(self) -> None:
        announce(self.count, self.count.text())

    def _add(self, exercise: str) -> None:
        """Add one; whoever does not see the steps hears that it is there."""
        self._session.add(exercise)
        title = self._session.facts.library.exercises[exercise].title
        announce(self.exercises, _("Added: {title}").format(title=title))

    def refresh(self, _what: object = None) -> None:
        """Look for what is asked for."""
        library = self._session.facts.library
        needs = self.needs.chosen
        found = filter_exercises(
            library.exercises.values(),
            self.search.text(),
            positions=[Position(one) for one in self.positions.chosen],
            muscles=[Muscle(one) for one in self.muscles.chosen],
            equipment=() if NOTHING in needs else None,
            at_desk=DESK in needs,
        )
        number = len(needs) + len(self.positions.chosen) + len(self.muscles.chosen)
        told = number and not self._short
        self.filter.set_text(_("Filter · {n}").format(n=number) if told else _("Filter"))
        self.count.set_text(
            counted("{n} exercise", "{n} exercises", len(found))
            if found
            else _("Nothing found. Try fewer words, or make an exercise of your own.")
        )
        self.exercises.show_exercises(found, library.own_exercises)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, Enter adds what was found first, Down goes to the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.exercises.add_current()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.exercises.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)
