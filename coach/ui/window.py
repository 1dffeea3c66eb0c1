"""The main window: a stack of screens under a header with Cramp now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from coach.app.coach import Coach
from coach.content.resources import find_resources
from coach.core.words import _, counted
from coach.ui.first_paint import FirstPaint
from coach.ui.gear import Gear
from coach.ui.icons import Icons
from coach.ui.looks import Looks
from coach.ui.style import palette, style_sheet
from coach.ui.theme import Theme

if TYPE_CHECKING:  # made late, so that home need not wait for what it does not show
    from coach.app.cramp_memory import Choice
    from coach.app.player import Player
    from coach.app.relief import ReliefPlayer
    from coach.content.library import Library
    from coach.content.problem import Problem
    from coach.core.caution import StopReason
    from coach.ui.button import Button
    from coach.ui.check.screen import CheckScreen
    from coach.ui.cramp.screen import CrampScreen
    from coach.ui.editor.workshop import Workshop
    from coach.ui.header import Header
    from coach.ui.home.screen import HomeScreen
    from coach.ui.message import Messages
    from coach.ui.pictures import Figures
    from coach.ui.player.end import EndScreen
    from coach.ui.player.screen import PlayerScreen
    from coach.ui.settings.screen import SettingsScreen
    from coach.ui.stop.screen import StopScreen
    from coach.ui.tools import Tools
    from coach.ui.troubles import Troubles

LEAST_SIZE = (480, 560)
USUAL_SIZE = (1100, 760)


class Page(StrEnum):
    """The screens, by the names the trace knows them by."""

    HOME = "home"
    PLAYER = "player"
    END = "end"
    CRAMP = "cramp"
    STOP = "stop"
    CHECK = "check"
    SETTINGS = "settings"
    EDITOR = "editor"
    EXERCISE = "exercise"


WARM_AFTER_MS = 250
"""So long after the first screen is shown Cramp now is made ready."""

URGENT = (Page.CRAMP, Page.STOP)
"""Screens that have the whole window for themselves."""


class MainWindow(QWidget):
    """The app's window; screens but home are made when they are first wanted.

    Attributes:
        theme: Colours and sizes; a setting may change the text's size through it.
        page: The screen that is shown.
    """

    def __init__(
        self,
        coach: Coach,
        figures: Figures,
        *,
        reduce_motion: bool = False,
        cramp: tuple[str, str, str] | None = None,
    ) -> None:
        """Show home, or relief.

        Args:
            coach: Starts routines and tells of troubles.
            figures: The moving pictures.
            reduce_motion: Nothing moves that need not, whatever the system says.
            cramp: Muscle, place and side to begin relief with; see `open_cramp`.
        """
        super().__init__()
        self._coach = coach
        self._figures = figures
        self._routine = ""
        self._back_from_cramp = Page.HOME
        self._back_from_stop = Page.HOME
        self._back_from_player = Page.HOME
        self._drafts_offered = False
        self._stopped: ReliefPlayer | None = None
        self._troubles: Troubles | None = None
        self._warming = QTimer(self, singleShot=True, interval=WARM_AFTER_MS)
        self._warming.timeout.connect(self._warm_up)
        self._back_from_settings = self._back_from_check = Page.HOME
        self.page = Page.HOME
        self.theme = Theme(parent=self)
        Looks(self.theme, coach.settings, still=reduce_motion)
        self.theme.changed.connect(self._dress)
        self._dress()
        self._icons = Icons(find_resources().icons)
        self._stack = QStackedWidget()
        # What is in it scrolls: header and messages get the room they need first.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._lay_out()
        self._connect()
        if cramp is not None:
            self.open_cramp(*cramp)
            return
        self._watch_troubles()
        self._show_page(Page.HOME)

    @cached_property
    def header(self) -> Header:
        """The top, with Cramp now; relief does without."""
        from coach.ui.header import Header

        header = Header(self.theme, self)
        header.cramp_clicked.connect(self.open_cramp)
        self._column.insertWidget(0, header)
        return header

    @cached_property
    def messages(self) -> Messages:
        """The strips under the header."""
        from coach.ui.message import Messages

        messages = Messages(self.theme, self._icons, self)
        self._column.insertWidget(self._column.count() - 1, messages)
        return messages

    def _watch_troubles(self) -> None:
        from coach.ui.troubles import Troubles

        self._troubles = Troubles(self.theme, self._coach, self.messages)

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Cramp Coach"))
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*USUAL_SIZE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._coach.settings.changed.connect(self._follow_setting)
        for keys, action in (
            ("Ctrl+Shift+C", self.open_cramp),
            ("F11", self.toggle_full_screen),
            ("Ctrl+,", self.open_settings),
            ("Ctrl+N", self.new_routine),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    # -- the screens --------------------------------------------------------------------------

    @cached_property
    def home(self) -> HomeScreen:
        """The routines."""
        from coach.ui.home.screen import HomeScreen
        from coach.ui.pictures import Pictures

        screen = HomeScreen(self.theme, self._suited_library(), Pictures(self._figures, self))
        screen.chosen.connect(self.play)
        screen.new.setVisible(self._coach.user_folder is not None)
        screen.new_wanted.connect(self.new_routine)
        screen.edit_wanted.connect(self.edit_routine)
        screen.menu_wanted.connect(self._show_card_menu)
        self._coach.library_changed.connect(lambda: screen.show_library(self._coach.library))
        self._stack.addWidget(screen)
        return screen

    @cached_property
    def workshop(self) -> Workshop:
        """The editors of what the person makes."""
        from coach.ui.editor.workshop import Workshop

        parts = self._coach.editing
        assert parts is not None
        workshop = Workshop(
            self.theme, self._icons, self._coach, self._figures, self.messages, parts,
            self.header, self,
        )  # fmt: skip
        workshop.routine_shown.connect(lambda: self._show_page(Page.EDITOR))
        workshop.exercise_shown.connect(lambda: self._show_page(Page.EXERCISE))
        workshop.left.connect(self._leave_editor)
        workshop.play_wanted.connect(self.play)
        workshop.try_wanted.connect(self._try)
        return workshop

    def _suited_library(self) -> Library:
        """Say on a card how much of the routine does not suit the person."""
        library = self._coach.library
        cards = dict(library.cards)
        for name, card in cards.items():
            if number := self._coach.left_out(card.exercises):
                text = counted("{n} exercise is left out.", "{n} exercises are left out.", number)
                cards[name] = replace(card, when=f"{text} {card.when}")
        return replace(library, cards=cards) if cards != library.cards else library

    @cached_property
    def player_screen(self) -> PlayerScreen:
        """The player."""
        from coach.ui.player.screen import PlayerScreen

        screen = PlayerScreen(self.theme, self._icons, self._figures)
        screen.left.connect(self.open_home)
        screen.ended.connect(self._end)
        screen.mute_wanted.connect(self.toggle_mute)
        screen.body.stage.picture_refused.connect(self._tell_of_picture)
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

        screen = CrampScreen(self.theme, self._coach.cramp, self._icons, self._figures)
        screen.back.connect(self._leave_cramp)
        screen.routine_wanted.connect(self._play_after_cramp)
        screen.mute_wanted.connect(self.toggle_mute)
        self._stack.addWidget(screen)
        return screen

    @cached_property
    def stop_screen(self) -> StopScreen:
        """The signs to stop for."""
        from coach.ui.stop.screen import StopScreen

        screen = StopScreen(self.theme, self._coach.cramp)
        screen.back.connect(self._leave_stop)
        self._stack.addWidget(screen)
        return screen

    @cached_property
    def check_screen(self) -> CheckScreen:
        """The check at the first start."""
        from coach.ui.check.screen import CheckScreen

        screen = CheckScreen(self.theme, self._coach.cramp)
        screen.done.connect(self._leave_check)
        screen.stop_wanted.connect(self.open_stop)
        self._stack.addWidget(screen)
        return screen

    @cached_property
    def settings_screen(self) -> SettingsScreen:
        """Everything a person may choose."""
        from coach.ui.settings.screen import SettingsScreen

        screen = SettingsScreen(self.theme, self._coach, self._figures)
        screen.back.connect(self._leave_settings)
        screen.check_wanted.connect(self.open_check)
        if self._coach.keeping is not None:
            self._coach.keeping.about_to_change.connect(self._drop_player)
        self._stack.addWidget(screen)
        return screen

    @cached_property
    def gear(self) -> Gear:
        """The button in home's header that opens the settings."""
        gear = Gear(self.theme, self._icons)
        gear.clicked.connect(self.open_settings)
        return gear

    @cached_property
    def back_button(self) -> Button:
        """The button in the header that leaves the settings."""
        from coach.ui.button import Button, Weight

        back = Button(
            self.theme, _("Back"), weight=Weight.QUIET, icons=self._icons, icon="chevron-left"
        )
        back.set_tip(_("Back (Esc)"))
        back.clicked.connect(self._leave_settings)
        return back

    @cached_property
    def tools(self) -> Tools:
        """The buttons in the header while a routine is shown."""
        from coach.ui.tools import Tools

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
        self._show_page(self._back_from_player)

    def open_cramp(self, muscle: str = "", place: str = "", side: str = "") -> None:
        """Begin relief at once; a routine that plays is paused.

        Args:
            muscle: Value of a Muscle; what was last chosen where empty or unknown.
            place: Likewise of a Place.
            side: Likewise of a Side.
        """
        named = bool(muscle or place or side)
        if self.page is Page.CRAMP and self.cramp_screen.is_on:
            if named:
                self.cramp_screen.choose(self.cramp_screen.choice.but(muscle, place, side))
            return
        if self.page is Page.STOP and self._stopped is not None:
            return  # the list of signs stays until it has been answered
        self._back_from_cramp = Page.HOME if self.page is Page.STOP else self.page
        player = self._player
        if player is not None:
            player.pause()
        self._begin_cramp(self._coach.cramp.memory.choice.but(muscle, place, side))

    def _warm_up(self) -> None:
        """Make ready what a click on Cramp now shows, while nobody waits for it."""
        self._coach.cramp.warm_up()
        self.cramp_screen  # noqa: B018 is made by asking for it

    def _begin_cramp(self, choice: Choice) -> None:
        relief = self._coach.begin_cramp(choice)
        relief.stop_raised.connect(lambda reason: self._raise_stop(relief, reason))
        screen = self.cramp_screen
        screen.set_way_back(to_routine=self._player is not None)
        screen.show_muted(muted=self._coach.muted)
        self._show_page(Page.CRAMP)
        screen.play(relief, hour=datetime.now().astimezone().hour)

    def _join_cramp(self) -> None:
        """All that the first instruction did not wait for, what is heard and seen first."""
        relief = self.cramp_screen.player
        if relief is None:
            return
        self._coach.speak_cramp(relief)
        QTimer.singleShot(0, self, self.cramp_screen.complete)
        QTimer.singleShot(0, self, lambda: self._record_cramp(relief))

    def _record_cramp(self, relief: ReliefPlayer) -> None:
        if self.cramp_screen.player is relief:
            self.cramp_screen.recorder = self._coach.record_cramp(relief)
        if self._troubles is None:
            self.messages.set_held_back(held_back=self.page in URGENT)
            self._watch_troubles()

    def play(self, routine: str) -> Player:
        """Start a routine and show it.

        Raises:
            KeyError: There is no routine of that id.
        """
        player = self._coach.play(routine)
        self._back_from_player = Page.HOME
        self._routine = routine
        self.player_screen.play(player)
        self._show_page(Page.PLAYER)
        return player

    def new_routine(self) -> None:
        """Begin a routine of one's own."""
        if self.page is Page.HOME and self._coach.editing is not None:
            self.workshop.new()

    def edit_routine(self, routine: str) -> None:
        """Edit a routine of the person's own, or a copy of a shipped one."""
        if self._coach.editing is not None:
            self.workshop.edit(routine)

    def _show_card_menu(self, routine: str, place: QPoint) -> None:
        if self._coach.editing is not None:
            self.workshop.card_menu(routine, place)

    def _offer_drafts(self) -> None:
        """Tell of what was not saved; the editors are only made where there is something."""
        folder = self._coach.user_folder
        if folder is None or self.page is not Page.HOME:
            return
        drafts = folder / "drafts"
        if drafts.is_dir() and any(drafts.iterdir()):
            self.workshop.offer_drafts()

    def _try(self, player: Player) -> None:
        """Play a routine that is being written; its end leads back to the editor."""
        self._back_from_player = Page.EDITOR
        self.player_screen.play(player)
        self._show_page(Page.PLAYER)

    def _leave_editor(self) -> None:
        self._back_from_player = Page.HOME
        self.open_home()
        grid = self.home.grid
        if grid is not None:
            grid.go_to(self.workshop.session.editor.id)

    def toggle_mute(self) -> None:
        """Speak, or be silent."""
        self._coach.set_muted(not self._coach.muted)

    def _follow_setting(self, name: str) -> None:
        if name in ("conditions", "checked"):
            self._renew_home()
        if name != "muted":
            return
        muted = self._coach.muted
        if "tools" in self.__dict__:
            self.tools.show_muted(muted=muted)
        if "cramp_screen" in self.__dict__:
            self.cramp_screen.show_muted(muted=muted)

    def _renew_home(self) -> None:
        """What suits the person has changed: home is made anew when it is next wanted."""
        home = self.__dict__.pop("home", None)
        if home is not None:
            self._stack.removeWidget(home)
            home.deleteLater()
            if self.page is Page.HOME:
                self._show_page(Page.HOME)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def report_fault(self, text: str) -> None:
        """Tell of a fault of the app itself."""
        from coach.ui.message import Message

        remedy = _("You can go on. If it comes again, start Cramp Coach anew.")
        self.messages.tell("fault", Message(text, remedy))

    def _tell_of_picture(self, problem: Problem) -> None:
        """Tell why a picture of the person's own is not shown."""
        from coach.ui.message import Message

        text = _("A picture can't be shown. {problem}.").format(problem=problem)
        self.messages.tell("picture", Message(text))

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
            case Page.STOP:
                return self.stop_screen
            case Page.CHECK:
                return self.check_screen
            case Page.SETTINGS:
                return self.settings_screen
            case Page.EDITOR:
                return self.workshop.screen
            case Page.EXERCISE:
                return self.workshop.exercise_screen

    def _show_page(self, page: Page) -> None:
        screen = self._screen(page)
        if self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)
        self.page = page
        self._show_tools()
        FirstPaint(screen, lambda: self._shown(page))
        self._stack.setCurrentWidget(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self, page: Page) -> None:
        if page is not self.page:
            return
        self._coach.screen_shown(page.value)
        if page is Page.HOME and not self._drafts_offered:
            self._drafts_offered = True
            QTimer.singleShot(0, self, self._offer_drafts)
        if "cramp_screen" not in self.__dict__ and self.isVisible():
            self._warming.start()
        if page is Page.HOME and not self._coach.settings.now.checked:
            self._offer_check()
        if page is Page.CRAMP:
            self._join_cramp()

    def _show_tools(self) -> None:
        player = self._player
        # Whoever has a cramp needs the whole window; what else there is to tell waits.
        urgent = self.page in URGENT
        if not urgent or "header" in self.__dict__:
            self.header.setVisible(not urgent)
            self.messages.set_held_back(held_back=urgent)
        if urgent:
            return
        if self.page is not Page.HOME or self._coach.settings.now.checked:
            self.messages.drop("check")
        self.messages.set_told_elsewhere("voice" if self.page is Page.SETTINGS else "")
        if self.page is Page.PLAYER and player is not None:
            tools = self.tools
            title = player.timeline.routine.title
            self.header.show_tools(
                title, [tools.close], [tools.mute, tools.full_screen], cramp=True
            )
            return
        if self.page is Page.SETTINGS:
            self.header.show_tools(_("Settings"), [self.back_button], [], cramp=True)
            return
        if self.page in (Page.EDITOR, Page.EXERCISE):
            self.workshop.show_tools(self.header, exercise=self.page is Page.EXERCISE)
            return
        at_home = self.page is Page.HOME
        title = _("Cramp Coach") if at_home else ""
        self.header.show_tools(title, [], [self.gear] if at_home else [], cramp=True)

    def _end(self, player: Player) -> None:
        if self._back_from_player is Page.EDITOR:
            self.open_home()
            return
        from coach.ui.player.summary import summarise

        timeline = player.timeline
        self.end_screen.show_summary(timeline.routine.title, summarise(timeline, player.snapshot()))
        self._drop_player()
        self._show_page(Page.END)

    def _play_after_cramp(self, what: str) -> None:
        """Play what was offered after a cramp: a routine, or one exercise."""
        self._drop_player()
        self.play(what)

    def open_stop(self) -> None:
        """Show the signs to stop for; a routine that plays is paused."""
        from coach.core.caution import StopReason

        if self.page is Page.CRAMP and self.cramp_screen.player is not None:
            self.cramp_screen.player.stop()
            return
        if self._player is not None:
            self._player.pause()
        self._back_from_stop = self.page
        self._show_stop(StopReason.ASKED)
        self._coach.say_now(self.stop_screen.spoken)

    def _raise_stop(self, relief: ReliefPlayer, reason: StopReason) -> None:
        self._stopped = relief
        self._back_from_stop = Page.CRAMP
        self._show_stop(reason)

    def _show_stop(self, reason: StopReason) -> None:
        dim = "cramp_screen" in self.__dict__ and self.cramp_screen.theme.is_night
        self.stop_screen.show_reason(reason, night=dim and self._stopped is not None)
        self._show_page(Page.STOP)

    def _leave_stop(self) -> None:
        relief, self._stopped = self._stopped, None
        self._show_page(self._back_from_stop)
        if relief is not None:
            relief.resume()

    def _offer_check(self) -> None:
        """Offer the check on home where nothing more important is told."""
        if self.messages.matters:
            return
        from coach.ui.message import Message

        text = _("Eight questions leave out what does not suit you.")
        away = self._coach.cramp.memory.put_check_away
        offer = Message(
            text, "", _("Answer them"), self.open_check, _("Not now"), away, sign="info"
        )
        self.messages.tell("check", offer)

    def open_check(self) -> None:
        """Show the check of the first start."""
        self._back_from_check = self.page
        self.check_screen.begin()
        self._show_page(Page.CHECK)

    def _leave_check(self) -> None:
        back = self._back_from_check
        self._show_page(Page.SETTINGS if back is Page.SETTINGS else Page.HOME)

    def open_settings(self) -> None:
        """Show everything that may be chosen; a routine that plays is paused.

        Whoever has a cramp or looks at the signs to stop for is not led away.
        """
        if self.page not in (Page.HOME, Page.PLAYER, Page.END, Page.EDITOR):
            return
        if self._player is not None:
            self._player.pause()
        self._back_from_settings = self.page
        self.settings_screen.begin()
        self._show_page(Page.SETTINGS)

    def _leave_settings(self) -> None:
        back = self._back_from_settings
        gone = back is Page.PLAYER and self._player is None
        self._show_page(Page.HOME if gone else back)

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
        elif event.type() == QEvent.Type.ActivationChange and "workshop" in self.__dict__:
            if self.isActiveWindow():
                self.workshop.look_again()
        elif event.type() == QEvent.Type.WindowStateChange and self._player is not None:
            self.tools.show_full_screen(full=self.isFullScreen())
            self.player_screen.set_window_seen(seen=not self.isMinimized())
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what plays; what was done of it is kept."""
        self._drop_player()
        self._warming.stop()
        if "cramp_screen" in self.__dict__:
            self.cramp_screen.drop()
        if "workshop" in self.__dict__:
            self.workshop.close()
        super().closeEvent(event)

    def _dress(self) -> None:
        QApplication.setPalette(palette(self.theme.colours))
        self.setStyleSheet(style_sheet(self.theme))
