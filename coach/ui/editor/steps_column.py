"""The editor's first column: title and total, how the file stands, the steps, their buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from coach.core.editing.draft import RoutineDraft
from coach.ui.editor.empty import EmptySteps
from coach.ui.editor.session import Session
from coach.ui.editor.step_bar import StepBar
from coach.ui.editor.steps_model import StepsModel
from coach.ui.editor.steps_view import StepsView
from coach.ui.editor.strip import StateStrip
from coach.ui.editor.thumbs import Thumbs
from coach.ui.editor.top import Top
from coach.ui.icons import Icons
from coach.ui.page import Page
from coach.ui.theme import Space, Theme

LOW = 300
"""Pixels at 100 % text below which only what is needed is shown over the steps."""
MOST_FOR_STRIP = 0.45
"""Share of the height; a longer strip scrolls."""
VERY_LOW = 150
"""The same for a title in one line."""


class StepsColumn(QWidget):
    """Shows one routine from its title to its last step.

    Attributes:
        top: Title, total, problems.
        strip: How the file stands, where that needs a word.
        strip_page: Lets the strip scroll where the steps need the room.
        steps: The list.
        empty: In its place while there is no step.
        bar: What can be done with the steps.
    """

    def __init__(self, theme: Theme, icons: Icons, thumbs: Thumbs, session: Session) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._size = (0, 0)
        self.top = Top(theme, session)
        self.strip = StateStrip(theme)
        self.steps = StepsView(theme, icons, thumbs, StepsModel(session.facts, self))
        self.empty = EmptySteps(theme)
        self.bar = StepBar(theme, icons)
        self._lay_out()
        self.strip.grown.connect(self._give_strip_room)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._stack.addWidget(self.steps)
        self._none = Page(self.empty)
        self._stack.addWidget(self._none)
        self.strip_page = Page(self.strip)
        self.strip_page.fade_out(self._theme)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.S)
        rows.addWidget(self.top)
        rows.addWidget(self.strip_page)
        rows.addWidget(self._stack, 1)
        rows.addWidget(self.bar)

    def show_draft(self, draft: RoutineDraft, *, is_new: bool) -> None:
        """Show the steps, or how to begin.

        Args:
            draft: The routine.
            is_new: It has no file yet: it can begin with a routine that somebody sent.
        """
        self.top.show_draft()
        self.steps.show_draft(draft)
        self._stack.setCurrentWidget(self.steps if draft.steps else self._none)
        self.bar.setVisible(bool(draft.steps))
        self.empty.take.setVisible(is_new)

    def is_short(self, height: int) -> bool:
        """Return whether only what is needed is shown in a height."""
        return height < self._theme.pixels(LOW)

    def fit(self, width: int, height: int) -> None:
        """Show what has room.

        Args:
            width: Of the column, pixels.
            height: Of the whole screen.
        """
        self._size = (width, height)
        short = self.is_short(height)
        self.top.set_short(short=short, one_line=height < self._theme.pixels(VERY_LOW))
        self.empty.set_short(short=short)
        self._give_strip_room()

    def _give_strip_room(self) -> None:
        """Let the strip be as high as it needs to be, as far as that leaves room for the steps."""
        shown = not self.strip.isHidden()
        self.strip_page.setVisible(shown)
        if not shown:
            return
        width, height = self._size
        others = self.top.sizeHint().height() + self.bar.sizeHint().height() + Space.M
        left = height - others - 3 * Space.S
        most = min(left, round(height * MOST_FOR_STRIP))
        needed = self.strip.heightForWidth(width)
        policies = Qt.ScrollBarPolicy  # a bar takes width, for which the strip would need height
        bar = policies.ScrollBarAsNeeded if needed > most else policies.ScrollBarAlwaysOff
        self.strip_page.setVerticalScrollBarPolicy(bar)
        self.strip_page.setFixedHeight(max(0, min(needed, most)))
