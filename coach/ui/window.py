"""The main window: a stack of screens under a header with Cramp now."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from coach.app.coach import Coach
from coach.content.resources import find_resources
from coach.core.words import _
from coach.ui.first_paint import FirstPaint
from coach.ui.header import Header
from coach.ui.home.screen import HomeScreen
from coach.ui.icons import Icons
from coach.ui.message import Message, Messages
from coach.ui.pictures import Figures, Pictures
from coach.ui.style import palette, style_sheet
from coach.ui.theme import Theme
from coach.ui.tools import Tools
from coach.ui.troubles import Troubles

if TYPE_CHECKING:  # made late, so that home need not wait for what it does not show
    from coach.app.player import Player
    from coach.ui.cramp.screen import CrampScreen
    from coach.ui.player.end import EndScreen
    from coach.ui.player.screen import PlayerScreen

LEAST_SIZE = (480, 560)
USUAL_SIZE = (1100, 760)


class Page(StrEnum):
    """The screens, by the names the trace knows them by."""

    HOME = "home"
    PLAYER = "player"
    END = "end"
    CRAMP = "cramp"


class MainWindow(QWidget):
    """The app's window; screens but home are made when they are first wanted.

    Attributes:
        theme: Colours and sizes; a setting may change the text's size through it.
        header: The top, with Cramp now.
        messages: The strips under the header.
        page: The screen that is shown.
    """

    def __init__(self, coach: Coach, figures: Figures, *, reduce_motion: bool = False) -> None:
        """Show home.

        Args:
            coach: Starts routines and tells of troubles.
            figures: The moving pictures.
            reduce_motion: Nothing moves that need not, whatever the system says.
        """
        super().__init__()
        self._coach = coach
        self._figures = figures
        self._routine = ""
        self._back_from_cramp = Page.HOME
        self.page = Page.HOME
        self.theme = Theme(reduce_motion=reduce_motion, parent=self)
        self.theme.changed.connect(self._dress)
        self._dress()
        self._icons = Icons(find_resources().icons)
        self.header = Header(self.theme, self)
        self.messages = Messages(self.theme, self._icons, self)
        self._stack = QStackedWidget()
        # What is in it scrolls: header and messages get the room they need first.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._lay_out()
        self._connect()
        Troubles(self.theme, coach, self.messages)
        self._show_page(Page.HOME)

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Cramp Coach"))
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*USUAL_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.header.cramp_clicked.connect(self.open_cramp)
        for keys, action in (
            ("Ctrl+Shift+C", self.open_cramp),
            ("F11", self.toggle_full_screen),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    # -- the screens --------------------------------------------------------------------------

    @cached_property
    def home(self) -> HomeScreen:
        """The routines."""
        screen = HomeScreen(self.theme, self._coach.library, Pictures(self._figures, self))
        screen.chosen.connect(self.play)
        self._stack.addWidget(screen)
        return screen

    @cached_property
    def player_screen(self) -> PlayerScreen:
        """The player."""
        from coach.ui.player.screen import PlayerScreen

        screen = PlayerScreen(self.theme, self._icons, self._figures)
        screen.left.connect(self.open_home)
        screen.ended.connect(self._end)
        screen.mute_wanted.connect(self.toggle_mute)
        self._stack.addWidget(screen)
        return screen

    @cached_property
    def end_screen(self) -> EndScreen:
        """What was done."""
        from coach.ui.player.end import EndScreen

        screen = EndScreen(self.theme, self._icons)
        screen.home.connect(self.open_home)
        screen.again.connect(lambda: self.play(self._routine))
        self._stack.addWidget(screen)
        return screen

    @cached_property
    def cramp_screen(self) -> CrampScreen:
        """First help."""
        from coach.ui.cramp.screen import CrampScreen

        screen = CrampScreen(self.theme)
        screen.back.connect(self._leave_cramp)
        self._stack.addWidget(screen)
        return screen

    @cached_property
    def tools(self) -> Tools:
        """The buttons in the header while a routine is shown."""
        tools = Tools(self.theme, self._icons, self.header)
        tools.close.clicked.connect(self.player_screen.leave)
        tools.mute.clicked.connect(self.toggle_mute)
        tools.full_screen.clicked.connect(self.toggle_full_screen)
        tools.show_muted(muted=self._coach.muted)
        return tools

    # -- what one can ask for -----------------------------------------------------------------

    def open_home(self) -> None:
        """Show the routines; a routine that plays is stopped, what was done of it is kept."""
        self._drop_player()
        self._show_page(Page.HOME)

    def open_cramp(self) -> None:
        """Show first help at once; a routine that plays is paused."""
        if self.page is Page.CRAMP:
            return
        self._back_from_cramp = self.page
        player = self._player
        if player is not None:
            player.pause()
        self.cramp_screen.set_way_back(to_routine=player is not None)
        self._show_page(Page.CRAMP)

    def play(self, routine: str) -> Player:
        """Start a routine and show it.

        Raises:
            KeyError: There is no routine of that id.
        """
        player = self._coach.play(routine)
        self._routine = routine
        self.player_screen.play(player)
        self._show_page(Page.PLAYER)
        return player

    def toggle_mute(self) -> None:
        """Speak, or be silent."""
        self._coach.set_muted(not self._coach.muted)
        self.tools.show_muted(muted=self._coach.muted)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def report_fault(self, text: str) -> None:
        """Tell of a fault of the app itself."""
        remedy = _("You can go on. If it comes again, start Cramp Coach anew.")
        self.messages.tell("fault", Message(text, remedy))

    # -- moving between screens ---------------------------------------------------------------

    @property
    def _player(self) -> Player | None:
        """The routine that plays or is paused."""
        made = "player_screen" in self.__dict__
        return self.player_screen.player if made else None

    def _screen(self, page: Page) -> QWidget:
        match page:
            case Page.HOME:
                return self.home
            case Page.PLAYER:
                return self.player_screen
            case Page.END:
                return self.end_screen
            case Page.CRAMP:
                return self.cramp_screen

    def _show_page(self, page: Page) -> None:
        screen = self._screen(page)
        self.page = page
        self._show_tools()
        FirstPaint(screen, lambda: self._shown(page))
        self._stack.setCurrentWidget(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self, page: Page) -> None:
        if page is self.page:
            self._coach.screen_shown(page.value)

    def _show_tools(self) -> None:
        player = self._player
        if self.page is Page.PLAYER and player is not None:
            tools = self.tools
            title = player.timeline.routine.title
            self.header.show_tools(
                title, [tools.close], [tools.mute, tools.full_screen], cramp=True
            )
            return
        if self.page is Page.CRAMP:
            self.header.show_tools(
                _("Calf cramp"), [], [self.cramp_screen.back_button], cramp=False
            )
            return
        title = _("Cramp Coach") if self.page is Page.HOME else ""
        self.header.show_tools(title, [], [], cramp=True)

    def _end(self, player: Player) -> None:
        from coach.ui.player.summary import summarise

        timeline = player.timeline
        self.end_screen.show_summary(timeline.routine.title, summarise(timeline, player.snapshot()))
        self._drop_player()
        self._show_page(Page.END)

    def _leave_cramp(self) -> None:
        from coach.core.playback import PlaybackState

        player = self._player
        waits = player is not None and player.playback.state is PlaybackState.PAUSED
        back = Page.PLAYER if waits else self._back_from_cramp
        self._show_page(Page.HOME if back is Page.PLAYER and not waits else back)

    def _drop_player(self) -> None:
        if self._player is not None:
            self.player_screen.drop()

    # -- what the system tells ----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys that no widget wants to the screen; Escape leaves full screen first."""
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.toggle_full_screen()
            return
        press = getattr(self._screen(self.page), "press", None)
        if press is None or not press(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application font, and full screen however it came about."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.theme.refresh()
        elif event.type() == QEvent.Type.WindowStateChange and self._player is not None:
            self.tools.show_full_screen(full=self.isFullScreen())
            self.player_screen.set_window_seen(seen=not self.isMinimized())
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what plays; what was done of it is kept."""
        self._drop_player()
        super().closeEvent(event)

    def _dress(self) -> None:
        QApplication.setPalette(palette(self.theme.colours))
        self.setStyleSheet(style_sheet(self.theme))
