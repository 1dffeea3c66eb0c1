"""The main window: a stack of screens under a header with Cramp now."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from coach.app.coach import Coach
from coach.ui.aside import Aside
from coach.ui.at_end import AtEnd
from coach.ui.at_home import AtHome
from coach.ui.first_paint import FirstPaint
from coach.ui.frame import Frame
from coach.ui.looks import Looks
from coach.ui.pages import URGENT, Page, WaysBack
from coach.ui.urgent import Urgent

if TYPE_CHECKING:  # made late, so that home need not wait for what it does not show
    from coach.app.player import Player
    from coach.core.exercise import Exercise
    from coach.ui.at_play import AtPlay
    from coach.ui.check.screen import CheckScreen
    from coach.ui.cramp.screen import CrampScreen
    from coach.ui.editor.workshop import Workshop
    from coach.ui.guide.guide import Guide
    from coach.ui.home.screen import HomeScreen
    from coach.ui.pictures import Figures
    from coach.ui.player.end import EndScreen
    from coach.ui.player.screen import PlayerScreen
    from coach.ui.rewording import Rewording
    from coach.ui.settings.screen import SettingsScreen
    from coach.ui.stop.screen import StopScreen
    from coach.ui.tops import Tops
    from coach.ui.troubles import Troubles


class MainWindow(Frame):
    """The app's window; screens but home are made when they are first wanted.

    Attributes:
        page: The screen that is shown.
        ways_back: Where each screen is left for, and how.
        aside: The small window.
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
        self._troubles: Troubles | None = None
        self.page = Page.HOME
        self.ways_back = WaysBack(self)
        Looks(self.theme, coach.settings, still=reduce_motion)
        self.theme.changed.connect(self.dress)
        self.dress()
        self._urgent = Urgent(self, coach)
        self._at_home = AtHome(self, coach, figures)
        self._at_end = AtEnd(self, coach, self._icons)
        self.aside = Aside(self, coach, self._icons, figures)
        self._connect()
        if cramp is not None:
            self.open_cramp(*cramp)
            return
        self.watch_troubles(held_back=False)
        self.show_page(Page.HOME)

    def _connect(self) -> None:
        self._coach.settings.changed.connect(self._follow_setting)
        self._coach.language_changed.connect(self._reword)
        self.cramp_wanted.connect(self.open_cramp)
        for keys, action in (
            ("Ctrl+Shift+C", self.open_cramp),
            ("F9", self.aside.begin),
            ("F11", self.toggle_full_screen),
            ("Ctrl+,", self.open_settings),
            ("Ctrl+N", self.new_routine),
            ("F1", self.toggle_help),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    # -- the screens --------------------------------------------------------------------------

    @cached_property
    def tops(self) -> Tops:
        """What the header shows on each screen."""
        from coach.ui.tops import Tops

        return Tops(self, self._icons)

    @property
    def home(self) -> HomeScreen:
        """The routines."""
        return self._at_home.screen

    @cached_property
    def workshop(self) -> Workshop:
        """The editors of what the person makes."""
        from coach.ui.editor.workshop import Workshop

        parts = self._coach.editing
        assert parts is not None
        workshop = Workshop(
            self.theme, self._icons, self._coach, self._figures, self.messages, parts,
            lambda: self.header, self._stack, self,
        )  # fmt: skip
        workshop.routine_shown.connect(lambda: self.show_page(Page.EDITOR))
        workshop.exercise_shown.connect(lambda: self.show_page(Page.EXERCISE))
        workshop.left.connect(self._leave_editor)
        workshop.play_wanted.connect(self.play)
        workshop.try_wanted.connect(self._at_play.try_out)
        workshop.why_wanted.connect(self._explain)
        workshop.help_wanted.connect(self.toggle_help)
        return workshop

    @cached_property
    def guide(self) -> Guide:
        """What explains: Learn, keys, About, Why this?"""
        from coach.ui.guide.guide import Guide

        return Guide(self, self._coach, self._icons)

    def watch_troubles(self, *, held_back: bool) -> None:
        """Tell of what goes wrong from now on; `held_back` keeps it for another screen."""
        if self._troubles is None:
            from coach.ui.troubles import Troubles

            self.messages.set_held_back(held_back=held_back)
            self._troubles = Troubles(self.theme, self._coach, self.messages)

    @cached_property
    def _at_play(self) -> AtPlay:
        """What plays, and its screen."""
        from coach.ui.at_play import AtPlay

        return AtPlay(self, self._coach, self._icons, self._figures, self._urgent, self._at_end)

    @property
    def player_screen(self) -> PlayerScreen:
        """The player."""
        return self._at_play.screen

    @property
    def playing(self) -> Player | None:
        """The routine that plays or is paused."""
        return self._at_play.playing if self.is_made("_at_play") else None

    @property
    def end_screen(self) -> EndScreen:
        """What was done."""
        return self._at_end.screen

    @cached_property
    def cramp_screen(self) -> CrampScreen:
        """First help."""
        from coach.ui.cramp.screen import CrampScreen

        screen = CrampScreen(self.theme, self._coach.cramp, self._icons, self._figures)
        screen.back.connect(self._urgent.leave_cramp)
        screen.routine_wanted.connect(self._play_after_cramp)
        screen.mute_wanted.connect(self.toggle_mute)
        self.add_screen(screen)
        return screen

    @cached_property
    def stop_screen(self) -> StopScreen:
        """The signs to stop for."""
        from coach.ui.stop.screen import StopScreen

        screen = StopScreen(self.theme, self._coach.cramp)
        screen.back.connect(self._urgent.leave_stop)
        self.add_screen(screen)
        return screen

    @cached_property
    def check_screen(self) -> CheckScreen:
        """The check at the first start."""
        from coach.ui.check.screen import CheckScreen

        screen = CheckScreen(self.theme, self._coach.cramp)
        screen.done.connect(self.ways_back.go_back)
        screen.stop_wanted.connect(self.open_stop)
        self.add_screen(screen)
        return screen

    @cached_property
    def settings_screen(self) -> SettingsScreen:
        """Everything a person may choose."""
        from coach.ui.settings.screen import SettingsScreen

        screen = SettingsScreen(self.theme, self._coach, self._figures)
        screen.back.connect(self.ways_back.go_back)
        screen.check_wanted.connect(self.open_check)
        screen.about_wanted.connect(self.guide.open_about)
        if (keeping := self._coach.keeping) is not None:
            keeping.about_to_change.connect(self._let_go)
            keeping.changed.connect(self._begin_anew)
        self.add_screen(screen)
        return screen

    # -- what one can ask for -----------------------------------------------------------------

    def open_cramp(self, muscle: str = "", place: str = "", side: str = "") -> None:
        """Begin relief at once; a routine that plays is paused.

        Args:
            muscle: Value of a Muscle; what was last chosen where empty or unknown.
            place: Likewise of a Place.
            side: Likewise of a Side.
        """
        self._urgent.open_cramp(muscle, place, side)

    def play(self, routine: str, *, speed: float = 1.0) -> Player:
        """Start a routine and show it; `speed` is how many of its seconds pass in one.

        Relief that goes on ends, as when another process asks for a routine: one voice is enough.

        Raises:
            KeyError: There is no routine of that id.
        """
        return self._at_play.play(routine, speed)

    def open_home(self) -> None:
        """Show the routines; a routine that plays is stopped, what was done of it is kept."""
        self._at_play.leave()

    def new_routine(self) -> None:
        """Begin a routine of one's own."""
        if self.page is Page.HOME and self._coach.editing is not None:
            self.workshop.new()

    def edit_routine(self, routine: str) -> None:
        """Edit a routine of the person's own, or a copy of a shipped one."""
        if self._coach.editing is not None:
            self.workshop.edit(routine)

    def show_card_menu(self, routine: str, place: QPoint) -> None:
        """Show what else can be done with a routine, at a place on the screen."""
        if self._coach.editing is not None:
            self.workshop.card_menu.popup(routine, place)

    def _play_after_cramp(self, what: str) -> None:
        """Play what was offered after a cramp: a routine, or one exercise."""
        self._at_play.play_instead(what)

    def _drop_player(self) -> None:
        if self.is_made("_at_play"):
            self._at_play.drop()

    def _leave_editor(self) -> None:
        self._at_play.leave_for_home()
        self.home.go_to(self.workshop.session.editor.id)

    @cached_property
    def rewording(self) -> Rewording:
        """What shows everything in another language; few ever want it."""
        from coach.ui.rewording import Rewording

        return Rewording(
            self, self._urgent, (self._at_home, self._at_play, self._at_end, self.aside)
        )

    def _explain(self, exercise: Exercise) -> None:
        self.guide.explain(exercise)

    def toggle_mute(self) -> None:
        """Speak, or be silent."""
        self._coach.set_muted(not self._coach.muted)

    def _reword(self) -> None:
        self.rewording.begin_soon()

    def _follow_setting(self, name: str) -> None:
        if name in ("conditions", "checked"):
            self._at_home.show_library()
            if self.page is Page.HOME:
                self._show_top()
                self._at_home.offer_soon()
        if name != "muted":
            return
        muted = self._coach.muted
        if self.is_made("tops"):
            self.tops.show_muted(muted=muted)
        if self.is_made("cramp_screen"):
            self.cramp_screen.show_muted(muted=muted)

    # -- moving between screens ---------------------------------------------------------------

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
            case Page.EDITOR | Page.EXERCISE:
                workshop = self.workshop
                return workshop.screen if page is Page.EDITOR else workshop.exercises.screen
            case Page.LEARN:
                return self.guide.learn_screen

    def show_page(self, page: Page) -> None:
        """Show a screen, and its tools in the header."""
        screen = self._screen(page)
        if self._stack.indexOf(screen) < 0:
            self.add_screen(screen)
        if self.is_made("guide"):
            self.guide.put_away()
        self.page = page
        self.aside.turn_to(page)
        self._show_top()
        FirstPaint(screen, lambda: self._shown(page))
        self._stack.setCurrentWidget(screen)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self, page: Page) -> None:
        if page is not self.page:
            return
        self._coach.screen_shown(page.value)
        self._urgent.warm_up_soon()
        if page is Page.HOME:
            self._at_home.offer_soon()
        if page is Page.CRAMP:
            self._urgent.join()

    def _show_top(self) -> None:
        # Whoever has a cramp needs the whole window; what else there is to tell waits.
        urgent = self.page in URGENT
        if not urgent or self.is_made("header"):
            self.header.setVisible(not urgent)
            self.messages.set_held_back(held_back=urgent)
        if urgent:
            return
        if self.page is not Page.HOME or self._coach.settings.now.checked:
            self.messages.drop("check")
        self.messages.set_told_elsewhere("voice" if self.page is Page.SETTINGS else "")
        self.messages.set_whole(whole=self.page is Page.PLAYER)
        self.tops.show(self.page, muted=self._coach.muted)

    def open_stop(self) -> None:
        """Show the signs to stop for; a routine that plays is paused."""
        self._urgent.open_stop()

    def open_check(self) -> None:
        """Show the check of the first start."""
        if self.ways_back.leave_for(Page.CHECK):
            self.check_screen.begin()
            self.show_page(Page.CHECK)

    def open_settings(self) -> None:
        """Show everything that may be chosen; a routine that plays is paused."""
        if self.ways_back.leave_for(Page.SETTINGS):
            self.settings_screen.begin()
            self.show_page(Page.SETTINGS)

    def toggle_help(self) -> None:
        """Show the keys of the screen, or put them away."""
        self.guide.toggle_help()

    def _let_go(self) -> None:
        """All files are about to be copied or replaced: what is done goes into them first."""
        self._drop_player()
        if self.is_made("workshop"):
            self.workshop.keep_now()

    def _begin_anew(self) -> None:
        """All files are others: nothing that was read of the old ones is gone back to."""
        if self.is_made("workshop"):
            self.workshop.let_go()
        if self.ways_back[Page.SETTINGS] is Page.EDITOR:
            self.ways_back[Page.SETTINGS] = Page.HOME

    # -- what the system tells ----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys that no widget wants to the screen; Escape leaves full screen first."""
        if event.key() == Qt.Key.Key_Escape:
            if self.is_made("guide") and self.guide.close_sheet():
                return
            if self.isFullScreen():
                self.toggle_full_screen()
                return
        press = getattr(self._screen(self.page), "press", None)
        if press is None or not press(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow full screen, however it came about, and look again at what others changed."""
        if event.type() == QEvent.Type.ActivationChange and self.is_made("workshop"):
            if self.isActiveWindow():
                self.workshop.look_again()
        elif event.type() == QEvent.Type.WindowStateChange:
            if self.page is Page.PLAYER:
                self.tops.tools.show_full_screen(full=self.isFullScreen())
            look = getattr(self._screen(self.page), "set_window_seen", None)
            if look is not None:
                look(seen=not self.isMinimized())
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the place of the small window, whoever asked for this one."""
        super().showEvent(event)
        self.aside.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what plays; what was done of it is kept. Work that can't be kept is asked about."""
        self._drop_player()
        self._urgent.close()
        if self.is_made("workshop") and not self.workshop.may_close():
            event.ignore()
            return
        self.aside.close()
        if self.is_made("workshop"):
            self.workshop.close()
        super().closeEvent(event)
