"""Opens what explains: Learn, the keys of a screen, what the app consists of, why an exercise."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from coach.content.learn import read_handbook
from coach.content.problem import ContentError
from coach.content.resources import find_resources
from coach.core.words import _
from coach.ui.guide.sheet import LEAST_BESIDE, WIDTH, Sheet
from coach.ui.mirror import is_mirrored
from coach.ui.pages import Page
from coach.ui.theme import Space

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coach.app.coach import Coach
    from coach.core.exercise import Exercise
    from coach.core.learn import Handbook
    from coach.ui.icons import Icons
    from coach.ui.learn.screen import LearnScreen
    from coach.ui.player.screen import PlayerScreen
    from coach.ui.theme import Theme
    from coach.ui.window import MainWindow


class Guide(QObject):
    """One sheet at a time; it goes when another screen is shown.

    Attributes:
        sheet: What is open; None for nothing.
    """

    def __init__(self, window: MainWindow, coach: Coach, icons: Icons) -> None:
        """Read nothing yet."""
        super().__init__(window)
        self._window = window
        self._coach = coach
        self._icons = icons
        self.sheet: Sheet | None = None
        self._makes_room: PlayerScreen | None = None
        self._last_read = ""

    # -- Learn ----------------------------------------------------------------------------------

    @cached_property
    def handbook(self) -> Handbook | None:
        """The pages to read; None where they can't be read, which is told."""
        try:
            return read_handbook(find_resources().learn)
        except ContentError as wrong:
            self._tell(wrong)
            return None

    @cached_property
    def learn_screen(self) -> LearnScreen:
        """The pages to read; asked for only where there are any."""
        from coach.ui.learn.screen import LearnScreen

        window, handbook = self._window, self.handbook
        assert handbook is not None
        screen = LearnScreen(window.theme, self._icons, handbook)
        screen.back.connect(window.ways_back.go_back)
        screen.stop_wanted.connect(window.open_stop)
        screen.about_wanted.connect(self.open_about)
        screen.open(self._last_read)
        return screen

    def reword(self) -> None:
        """Read everything anew when it is next wanted: in another language."""
        self.put_away()
        self.__dict__.pop("handbook", None)
        screen = self.__dict__.pop("learn_screen", None)
        if screen is not None:
            self._last_read = screen.page.id
            screen.deleteLater()

    def open_learn(self) -> None:
        """Show the pages to read; a routine that plays is paused."""
        if self.handbook is not None and self._window.ways_back.leave_for(Page.LEARN):
            self.learn_screen.open()
            self._window.show_page(Page.LEARN)

    def _tell(self, wrong: ContentError) -> None:
        from coach.ui.message import Message

        text = _("The pages to read can't be shown: {problem}.").format(problem=wrong.problems[0])
        remedy = _("Everything else works. Install Cramp Coach again to have them.")
        self._window.messages.tell("learn", Message(text, remedy))

    # -- sheets ---------------------------------------------------------------------------------

    def toggle_help(self) -> None:
        """Show the keys of the screen, or put them away."""
        if self.sheet is not None and self.sheet.kind == "help":
            self.sheet.leave()
            return
        from coach.ui.guide.help import HelpPage
        from coach.ui.guide.shortcuts import groups_of

        page = self._window.page
        away = page not in (Page.CRAMP, Page.STOP)
        content = HelpPage(self._theme, groups_of(page), with_learn=away)
        content.learn.setHidden(not away or page is Page.LEARN or not self._may_learn)
        content.learn_wanted.connect(self.open_learn)
        content.about_wanted.connect(self.open_about)
        self._open("help", _("Keys of this screen"), content, content.words)
        if page is Page.CRAMP and (relief := self._window.cramp_screen.player) is not None:
            relief.check_raised.connect(self.put_away)  # a question must not be asked unseen

    def open_about(self) -> None:
        """Show what the app is and consists of."""
        from coach.ui.guide.about import AboutPage

        texts = self._standing_texts()
        content = AboutPage(self._theme, self._coach.facts(), self._coach.voice_facts, texts)
        self._open("about", _("About Cramp Coach"), content, content.words)

    def toggle_why(self) -> None:
        """Show why the exercise is done that plays, or put that away."""
        self.explain(self._window.player_screen.exercise)

    def explain(self, exercise: Exercise | None) -> None:
        """Show why an exercise is done, or put that away.

        A routine goes on meanwhile. Whoever holds a stretch, or ice to the skin, is guided by its
        time: were it stopped by reading, the leg would be held for longer than is meant. The
        voice goes on, and the time that is left and Pause stay in sight below the sheet.
        """
        if self.sheet is not None and self.sheet.kind == "why":
            self.sheet.leave()
            return
        if exercise is None:
            return
        from coach.ui.guide.why import WhyPage

        own = exercise.id in self._coach.library.own_exercises
        content = WhyPage(exercise, self.handbook, own=own)
        self._open("why", _("Why this?"), content, content.words)

    def close_sheet(self) -> bool:
        """Close what is open; whether anything was."""
        sheet = self.sheet
        if sheet is None:
            return False
        sheet.leave()
        return True

    def put_away(self) -> None:
        """Another screen is shown: what is open belongs to the last one."""
        if self.sheet is not None:
            self.sheet.put_away()

    def _open(self, kind: str, title: str, content: QWidget, words: str) -> None:
        before = self.sheet
        arrows = self._window.page not in (Page.PLAYER, Page.CRAMP, Page.STOP)
        sheet = Sheet(self._theme, self._icons, self._window, self._room, arrows_scroll=arrows)
        if before is not None:  # one explains the other: the focus goes back to where both began
            sheet.come_from(before)
            before.put_away()
        self.sheet = sheet
        sheet.closed.connect(lambda: self._forget(sheet))
        sheet.open(kind, title, content, words)

    def _forget(self, sheet: Sheet) -> None:
        if self.sheet is sheet:
            self.sheet = None
            if self._makes_room is not None:
                self._makes_room.make_room(0)
                self._makes_room = None

    def _standing_texts(self) -> tuple[str, ...]:
        licence = _("Free software under the MIT licence: use it, share it, change it.")
        try:
            texts = self._coach.cramp.texts
        except ContentError:
            return (licence,)
        return (texts.disclaimer, texts.evidence, licence)

    # -- where ----------------------------------------------------------------------------------

    @property
    def _may_learn(self) -> bool:
        from coach.ui.pages import SIDE_TRIPS

        return self._window.page in SIDE_TRIPS[Page.LEARN]

    @property
    def _theme(self) -> Theme:
        window = self._window
        if window.page is Page.CRAMP:
            return window.cramp_screen.theme
        if window.page is Page.PLAYER:
            return window.player_screen.theme
        return window.stop_screen.theme if window.page is Page.STOP else window.theme

    def _room(self) -> QRect:
        """Return what a sheet may cover: never Cramp now, STOP, or the time of a routine."""
        window = self._window
        room = window.screen_rect
        if window.page is Page.CRAMP:
            bar: QWidget = window.cramp_screen.stop
            place = QRect(bar.mapTo(window, bar.rect().topLeft()), bar.size())
            over = room.width() - place.right() - 1 if is_mirrored() else place.left()
            over -= Space.S
            if over >= window.theme.pixels(LEAST_BESIDE):  # over the figure: what to do stays
                left = room.right() + 1 - over if is_mirrored() else room.left()
                return QRect(left, room.top(), over, room.height())
        elif window.page is Page.PLAYER:
            bar = window.player_screen.lowest
            room = self._beside_routine(room)
        elif window.page is Page.STOP:
            top = window.stop_screen.band
            room.setTop(top.mapTo(window, top.rect().bottomLeft()).y() + 1)
            return room
        else:
            return room
        room.setBottom(bar.mapTo(window, bar.rect().topLeft()).y() - Space.S)
        return room

    def _beside_routine(self, room: QRect) -> QRect:
        """Return where no countdown is, if that leaves room for the routine, else all its words.

        Of words that are covered in part a strip would be seen.
        """
        player = self._window.player_screen
        wide = player.theme.pixels(WIDTH)
        beside = QRect(room)
        if self.sheet is not None and player.make_room(wide):  # one that has gone asks once more
            self._makes_room = player
            at_end = 0 if is_mirrored() else room.width() - wide
            beside.setLeft(room.left() + at_end)
            beside.setWidth(wide)
            return beside
        stage = player.body.stage
        place = QRect(stage.mapTo(self._window, stage.rect().topLeft()), stage.size())
        if is_mirrored():
            beside.setRight(place.left() - Space.S)
        else:
            beside.setLeft(place.right() + Space.S)
        return beside if beside.width() >= wide else room
