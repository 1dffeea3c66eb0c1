"""The side of the editor: details of what is chosen, or the exercises to add."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from coach.core.editing.draft import GroupDraft, StepDraft
from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.editor.session import Session
from coach.ui.editor.thumbs import Thumbs
from coach.ui.icons import Icons
from coach.ui.mirror import edges
from coach.ui.page import Page
from coach.ui.pictures import Figures
from coach.ui.theme import Space, Theme

if TYPE_CHECKING:  # the steps are seen before any panel is made
    from coach.ui.editor.group_panel import GroupPanel
    from coach.ui.editor.library_panel import LibraryPanel
    from coach.ui.editor.routine_panel import RoutinePanel
    from coach.ui.editor.several_panel import SeveralPanel
    from coach.ui.editor.step_panel import StepPanel
    from coach.ui.parts.field import Field

Panel = TypeVar("Panel", bound=QWidget)


class Side(QWidget):
    """One panel at a time, each made when it is first shown.

    Attributes:
        back: Goes back to the steps, where both have no room beside each other.

    Signals:
        closed: Back to the steps.
        chosen_from: The library is done with.
        new_wanted: An exercise of one's own is to be made.
        transition_wanted: Something to be said between two exercises is to be added.
        hear_wanted: Carries a text to be spoken.
        try_wanted: The routine is to be played from the chosen step.
        exercise_wanted: An exercise of the person's own is to be edited; carries its id.
        why_wanted: What stands behind the exercise of the chosen step is to be shown.
    """

    closed = Signal()
    chosen_from = Signal()
    new_wanted = Signal()
    transition_wanted = Signal()
    hear_wanted = Signal(str)
    try_wanted = Signal()
    exercise_wanted = Signal(str)
    why_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        figures: Figures,
        thumbs: Thumbs,
        session: Session,
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme, self._icons, self._thumbs = theme, icons, thumbs
        self._figures = figures
        self._session = session
        self._short = False
        self.back = Button(theme, _("Back to the steps"), weight=Weight.OUTLINED)
        self.back.clicked.connect(self.closed)
        self.back.hide()
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        nothing = QWidget()
        self._pages: dict[QWidget, QWidget] = {nothing: nothing}
        self._stack.addWidget(nothing)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.S)
        rows.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._stack, 1)

    @cached_property
    def step(self) -> StepPanel:
        """Of one exercise or transition."""
        from coach.ui.editor.step_panel import StepPanel

        step = StepPanel(self._theme, self._icons, self._figures, self._session)
        step.hear_wanted.connect(self.hear_wanted)
        step.try_wanted.connect(self.try_wanted)
        step.exercise_wanted.connect(self.exercise_wanted)
        step.why.clicked.connect(self.why_wanted)
        return self._add(step)

    @cached_property
    def about(self) -> RoutinePanel:
        """Of the routine."""
        from coach.ui.editor.routine_panel import RoutinePanel

        return self._add(RoutinePanel(self._theme, self._session))

    @cached_property
    def group(self) -> GroupPanel:
        """Of steps that are repeated together."""
        from coach.ui.editor.group_panel import GroupPanel

        return self._add(GroupPanel(self._theme, self._icons, self._session))

    @cached_property
    def several(self) -> SeveralPanel:
        """Of several steps."""
        from coach.ui.editor.several_panel import SeveralPanel

        return self._add(SeveralPanel(self._theme, self._session))

    @cached_property
    def library(self) -> LibraryPanel:
        """Exercises to add."""
        from coach.ui.editor.library_panel import LibraryPanel

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
    def is_empty(self) -> bool:
        """Whether no panel has been made yet."""
        return self._stack.count() == 1

    @property
    def has_library(self) -> bool:
        """Whether exercises are shown to add."""
        return "library" in self.__dict__ and self.panel is self.library

    def show_panel(self, panel: QWidget) -> None:
        """Bring one panel up to date and show it."""
        self._fill(panel)
        self._stack.setCurrentWidget(self._pages[panel])

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
        self._fill(self.panel)

    def _fill(self, panel: QWidget) -> None:
        item, made = self._session.item, self.__dict__
        if panel is made.get("step") and isinstance(item, StepDraft):
            self.step.show_step(item)
        elif panel is made.get("group") and isinstance(item, GroupDraft):
            self.group.show_group(item)
        elif panel is made.get("several"):
            self.several.show_number(len(self._session.keys))
        elif panel is made.get("about"):
            self.about.show_routine()

    @property
    def first(self) -> QWidget | None:
        """The field that is most likely wanted first."""
        panel, made = self.panel, self.__dict__
        if panel is made.get("step"):
            return self.step.first
        if panel is made.get("group"):
            return self.group.rounds
        return self.several.group if panel is made.get("several") else None

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

    def reveal_field(self, name: str) -> None:
        """Go to a field of what is shown, named as in a fault, where it is there to be seen."""
        if self.panel is self.__dict__.get("about"):
            field = self.about.fields.get(name)
        else:
            field = self._field_of_step(name)
        if field is not None:
            self.reveal(field.inner)

    def _field_of_step(self, name: str) -> Field | None:
        step = self.step
        fields = {**step.dose.fields, **step.sides.fields}
        if isinstance(self._session.item, GroupDraft):
            fields |= self.group.fields
        fields |= {"rest_after": step.rest_field, "note": step.note_field,
                   "text": step.note_field}  # fmt: skip
        if self.panel is step and name == "seconds" and step.seconds_field.isVisible():
            fields["seconds"] = step.seconds_field
        field = fields.get("tempo[0]" if name == "tempo" else name)
        return field if field is not None and field.isVisible() else None
