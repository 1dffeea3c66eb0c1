"""The side of the editor: details of what is chosen, or the exercises to add."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from coach.core.editing.draft import GroupDraft, StepDraft
from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.editor.group_panel import GroupPanel
from coach.ui.editor.library_panel import LibraryPanel
from coach.ui.editor.routine_panel import RoutinePanel
from coach.ui.editor.session import Session
from coach.ui.editor.several_panel import SeveralPanel
from coach.ui.editor.step_panel import StepPanel
from coach.ui.editor.thumbs import Thumbs
from coach.ui.icons import Icons
from coach.ui.mirror import edges
from coach.ui.page import Page
from coach.ui.pictures import Figures
from coach.ui.theme import Space, Theme

Panel = TypeVar("Panel", bound=QWidget)


class Side(QWidget):
    """One panel at a time.

    Attributes:
        back: Goes back to the steps, where both have no room beside each other.
        step: Of one exercise or transition.
        about: Of the routine.

    Signals:
        closed: Back to the steps.
        chosen_from: The library is done with.
        new_wanted: An exercise of one's own is to be made.
        transition_wanted: Something to be said between two exercises is to be added.
    """

    closed = Signal()
    chosen_from = Signal()
    new_wanted = Signal()
    transition_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        figures: Figures,
        thumbs: Thumbs,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        """Show the routine's own details."""
        super().__init__(parent)
        self._theme, self._icons, self._thumbs = theme, icons, thumbs
        self._session = session
        self._short = False
        self.back = Button(theme, _("Back to the steps"), weight=Weight.OUTLINED)
        self.back.clicked.connect(self.closed)
        self.back.hide()
        self.step = StepPanel(theme, icons, figures, session)
        self.about = RoutinePanel(theme, session)
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._pages: dict[QWidget, QWidget] = {}
        for panel in (self.step, self.about):
            self._add(panel)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.S)
        rows.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._stack, 1)
        self._wanted = self.about
        self.show_panel(self.about)

    @cached_property
    def group(self) -> GroupPanel:
        """Of steps that are repeated together."""
        return self._add(GroupPanel(self._theme, self._icons, self._session))

    @cached_property
    def several(self) -> SeveralPanel:
        """Of several steps."""
        return self._add(SeveralPanel(self._theme, self._session))

    @cached_property
    def library(self) -> LibraryPanel:
        """Exercises to add."""
        library = LibraryPanel(self._theme, self._icons, self._thumbs, self._session)
        library.done.connect(self.chosen_from)
        library.new_wanted.connect(self.new_wanted)
        library.transition_wanted.connect(self.transition_wanted)
        library.set_short(short=self._short)
        self._pages[library] = library
        self._stack.addWidget(library)
        return library

    def set_short(self, *, short: bool) -> None:
        """Leave out what only helps, where there is little height."""
        self._short = short
        if "library" in self.__dict__:
            self.library.set_short(short=short)

    @property
    def panel(self) -> QWidget:
        """The panel that is shown."""
        shown = self._stack.currentWidget()
        return next(panel for panel, page in self._pages.items() if page is shown)

    @property
    def has_library(self) -> bool:
        """Whether exercises are shown to add."""
        return "library" in self.__dict__ and self.panel is self.library

    def show_panel(self, panel: QWidget) -> None:
        """Show one panel and bring it up to date."""
        self._stack.setCurrentWidget(self._pages[panel])
        self.refresh()

    def show_chosen(self) -> None:
        """Show the details of what is chosen."""
        item, keys = self._session.item, self._session.keys
        if isinstance(item, GroupDraft):
            self.show_panel(self.group)
        elif isinstance(item, StepDraft):
            page = self._pages[self.step]
            if isinstance(page, Page) and self.panel is not self.step:
                page.verticalScrollBar().setValue(0)
            self.show_panel(self.step)
        elif keys:
            self.show_panel(self.several)
        else:
            self.show_panel(self.about)

    def refresh(self) -> None:
        """Bring the panel that is shown up to date."""
        panel, item = self.panel, self._session.item
        if isinstance(panel, StepPanel) and isinstance(item, StepDraft):
            panel.show_step(item)
        elif isinstance(panel, GroupPanel) and isinstance(item, GroupDraft):
            panel.show_group(item)
        elif isinstance(panel, SeveralPanel):
            panel.show_number(len(self._session.keys))
        elif isinstance(panel, RoutinePanel):
            panel.show_routine()

    @property
    def first(self) -> QWidget | None:
        """The field that is most likely wanted first."""
        panel = self.panel
        if isinstance(panel, StepPanel):
            return panel.first
        if isinstance(panel, GroupPanel):
            return panel.rounds
        return panel.group if isinstance(panel, SeveralPanel) else None

    def _add(self, panel: Panel) -> Panel:
        panel.setContentsMargins(edges(0, 0, Space.M, Space.M))
        page = Page(panel)
        self._pages[panel] = page
        self._stack.addWidget(page)
        return panel

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a field and put the cursor into it."""
        page = self._pages[self.panel]
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(page, Page):
            page.ensureWidgetVisible(widget)
