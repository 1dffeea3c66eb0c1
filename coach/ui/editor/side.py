"""The side of the editor: details of what is chosen, or the exercises to add."""

from __future__ import annotations

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


class Side(QWidget):
    """One panel at a time.

    Attributes:
        back: Goes back to the steps, where both have no room beside each other.
        step: Of one exercise or transition.
        group: Of steps that are repeated together.
        several: Of several steps.
        about: Of the routine.
        library: Exercises to add.

    Signals:
        closed: Back to the steps.
    """

    closed = Signal()

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
        self._session = session
        self.back = Button(theme, _("Back to the steps"), weight=Weight.OUTLINED)
        self.back.clicked.connect(self.closed)
        self.back.hide()
        self.step = StepPanel(theme, icons, figures, session)
        self.group = GroupPanel(theme, icons, session)
        self.several = SeveralPanel(theme, session)
        self.about = RoutinePanel(theme, session)
        self.library = LibraryPanel(theme, icons, thumbs, session)
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._pages: dict[QWidget, QWidget] = {self.library: self.library}
        for panel in (self.step, self.group, self.several, self.about):
            panel.setContentsMargins(edges(0, 0, Space.M, Space.M))
            self._pages[panel] = Page(panel)
        for page in self._pages.values():
            self._stack.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.S)
        rows.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._stack, 1)
        self._wanted = self.about
        self.show_panel(self.about)

    @property
    def panel(self) -> QWidget:
        """The panel that is shown."""
        shown = self._stack.currentWidget()
        return next(panel for panel, page in self._pages.items() if page is shown)

    @property
    def has_library(self) -> bool:
        """Whether exercises are shown to add."""
        return self.panel is self.library

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
        if panel is self.step and isinstance(item, StepDraft):
            self.step.show_step(item)
        elif panel is self.group and isinstance(item, GroupDraft):
            self.group.show_group(item)
        elif panel is self.several:
            self.several.show_number(len(self._session.keys))
        elif panel is self.about:
            self.about.show_routine()

    @property
    def first(self) -> QWidget | None:
        """The field that is most likely wanted first."""
        if self.panel is self.step:
            return self.step.first
        return {self.group: self.group.rounds, self.several: self.several.group}.get(self.panel)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a field and put the cursor into it."""
        page = self._pages[self.panel]
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(page, Page):
            page.ensureWidgetVisible(widget)
