"""The window without its screens: a header, messages under it, and room for one screen."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coach.content.resources import find_resources
from coach.core.words import _
from coach.ui.icons import Icons
from coach.ui.style import palette, style_sheet
from coach.ui.theme import Theme

if TYPE_CHECKING:  # made late: relief does without
    from coach.content.problem import Problem
    from coach.ui.header import Header
    from coach.ui.message import Messages

LEAST_SIZE = (480, 560)
USUAL_SIZE = (1100, 760)


class Frame(QMainWindow):
    """Where screens are shown; a window to screen readers, which a plain widget is not.

    Attributes:
        theme: Colours and sizes; a setting may change the text's size through it.

    Signals:
        cramp_wanted: The header's button was pressed.
    """

    cramp_wanted = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.theme = Theme(parent=self)
        self._icons = Icons(find_resources().icons)
        self._stack = QStackedWidget()
        # What is in it scrolls: header and messages get the room they need first.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setWindowTitle(_("Cramp Coach"))
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*USUAL_SIZE)
        ground = QWidget()
        self.setCentralWidget(ground)
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)

    @cached_property
    def header(self) -> Header:
        """The top, with Cramp now; relief does without."""
        from coach.ui.header import Header

        header = Header(self.theme, self)
        header.cramp_clicked.connect(self.cramp_wanted)
        self._column.insertWidget(0, header)
        return header

    @cached_property
    def messages(self) -> Messages:
        """The strips under the header."""
        from coach.ui.message import Messages

        messages = Messages(self.theme, self._icons, self)
        messages.give_room(self.height())
        messages.left.connect(self._focus_on_screen)
        self._column.insertWidget(self._column.count() - 1, messages)
        return messages

    def _focus_on_screen(self) -> None:
        """Let keys go on where they were of use before a message took them."""
        if (screen := self._stack.currentWidget()) is not None:
            screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_screen(self, screen: QWidget) -> None:
        """Give a screen its size and its looks before it is shown."""
        self._stack.addWidget(screen)

    @property
    def screen_rect(self) -> QRect:
        """Where the screen lies, below header and messages."""
        return self._stack.geometry()

    def report_fault(self, details: str) -> None:
        """Tell of a fault of the app itself; `details` are for whoever mends it."""
        from coach.ui.message import Message
        from coach.ui.report import ReportDialog

        def show() -> None:
            ReportDialog(self.theme, _("What went wrong"), details.split("\n\n"), self).open()

        text = _("Something in Cramp Coach went wrong.")
        remedy = _("You can go on. If it happens again, close Cramp Coach and start it again.")
        self.messages.tell("fault", Message(text, remedy, _("Details"), show))

    def tell_of_picture(self, problem: Problem) -> None:
        """Tell why a picture of the person's own is not shown."""
        from coach.ui.message import Message

        text = _("A picture can't be shown. {problem}.").format(problem=problem)
        remedy = _(
            "The routine goes on without it. Choose another picture in the exercise's editor."
        )
        self.messages.tell("picture", Message(text, remedy))

    def forget(self, *parts: str) -> None:
        """Take parts away that are made late, named by their attributes; they are made anew."""
        for part in filter(self.is_made, parts):
            made = self.__dict__.pop(part)
            if isinstance(made, QWidget) and self._stack.indexOf(made) < 0:
                made.hide()  # of the screens, the shown one stays until there is another
            if isinstance(made, QObject):
                made.deleteLater()

    def is_made(self, part: str) -> bool:
        """Return whether a part that is made late, named by its attribute, has been made."""
        return part in self.__dict__

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the messages how much of the window they may take."""
        super().resizeEvent(event)
        if self.is_made("messages"):
            self.messages.give_room(self.height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application font."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.theme.refresh()
        super().changeEvent(event)

    def dress(self) -> None:
        """Give everything that Qt draws the colours and sizes of the theme."""
        QApplication.setPalette(palette(self.theme.colours))
        self.setStyleSheet(style_sheet(self.theme))
