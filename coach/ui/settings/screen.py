"""The screen of the settings."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coach.app.coach import Coach
from coach.content.problem import ContentError
from coach.core.words import _
from coach.ui.button import Button
from coach.ui.column import Column
from coach.ui.mirror import edges
from coach.ui.page import Page
from coach.ui.pictures import Figures
from coach.ui.settings.keeping import DataSection
from coach.ui.settings.look import LookSection
from coach.ui.settings.safety import SafetySection
from coach.ui.settings.section import Section
from coach.ui.settings.sound import SoundSection
from coach.ui.start import Starting
from coach.ui.theme import READING_WIDTH, Space, Theme


class SettingsScreen(Starting):
    """All sections below each other on one page; each change holds at once.

    Attributes:
        sound: Voice and sounds.
        look: How everything looks.
        safety: Whom to call; None where its texts can't be read, which is told elsewhere.
        data: What is kept; None where nothing is.
        about: Opens what the app consists of.

    Signals:
        back: The person is through with it.
        check_wanted: The check of the first start is to be opened.
        about_wanted: What the app consists of is to be shown.
    """

    back = Signal()
    check_wanted = Signal()
    about_wanted = Signal()

    def __init__(
        self, theme: Theme, coach: Coach, figures: Figures, parent: QWidget | None = None
    ) -> None:
        """Show what is set."""
        super().__init__(parent)
        self.sound = SoundSection(theme, coach)
        self.look = LookSection(theme, coach.settings, figures)
        self.safety = self._make_safety(theme, coach)
        self.data = DataSection(theme, coach.keeping) if coach.keeping else None
        page = Column(theme, READING_WIDTH)
        page.rows.setSpacing(Space.L)
        page.rows.setContentsMargins(edges(0, 0, Space.M, Space.L))
        for section in self.sections:
            page.rows.addWidget(section)
        self.about = Button(theme, _("About Cramp Coach"))
        self.about.clicked.connect(self.about_wanted)
        page.rows.addWidget(self.about)
        page.rows.addStretch()
        self._content = page
        self._page = Page(page)
        # From 250 % on, a button may be wider than the narrowest window.
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column = QVBoxLayout(self)
        column.setContentsMargins(edges(Space.L, 0, Space.S, 0))
        column.addWidget(self._page)
        self.start = self.sound.sound_on
        theme.changed.connect(self._stay)
        self.sound.change.toggled.connect(self._show_voices)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    @property
    def sections(self) -> tuple[Section, ...]:
        """All of them, in order."""
        every = (self.sound, self.look, self.safety, self.data)
        return tuple(section for section in every if section is not None)

    def _make_safety(self, theme: Theme, coach: Coach) -> SafetySection | None:
        try:
            section = SafetySection(theme, coach.settings, coach.cramp.content)
        except ContentError:  # the STOP screen tells what is wrong with its file
            return None
        section.check_wanted.connect(self.check_wanted)
        return section

    def begin(self) -> None:
        """Start at the top."""
        self._page.verticalScrollBar().setValue(0)

    def show_section(self, name: str) -> None:
        """Scroll so that a section, named as its attribute, is on top."""
        section = getattr(self, name)
        if section is not None:
            self._scroll_to(section)

    def scroll_by(self, pixels: int) -> None:
        """Scroll down, up where negative."""
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def take_over(self, before: SettingsScreen) -> None:
        """Take the place of a screen in another language: what it told, and its drawings."""
        self.look.people.take_over(before.look.people)
        if self.data is not None and before.data is not None and before.data.telling:
            self.data.tell(before.data.telling)

    def _scroll_to(self, part: QWidget) -> None:
        place = part.mapTo(self._content, part.rect().topLeft())
        self._page.verticalScrollBar().setValue(place.y() - Space.S)

    def _show_voices(self, opened: bool) -> None:
        """The list gets all the height there is."""
        if opened:
            QTimer.singleShot(0, self, lambda: self._scroll_to(self.sound.voice))

    def press(self, event: QKeyEvent) -> bool:
        """Escape goes back, Page up and Page down scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
            return True
        return self._page.turn_by(event.key())

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and self.isAncestorOf(now):
            self._page.ensureWidgetVisible(now, Space.M, Space.XL)

    def _stay(self) -> None:
        """What is being set stays in sight when all sizes change."""
        QTimer.singleShot(0, self, lambda: self._follow_focus(None, self.focusWidget()))
