"""All parts of the app with all their states on one page: `python -m coach.ui.gallery`.

For those who work on the app. Its words are samples and are not translated.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.content.library import load_library
from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.core.playback import Playback
from coach.core.timeline import SegmentKind, build_timeline
from coach.ui.button import Button, Weight
from coach.ui.check.tick import TickBox
from coach.ui.column import Column
from coach.ui.contrast import GRAPHICS, TEXT, contrast
from coach.ui.home.grid import CardGrid
from coach.ui.icons import Icons
from coach.ui.message import Message
from coach.ui.message_strip import MessageStrip
from coach.ui.night import NightTheme
from coach.ui.page import Page
from coach.ui.parts.chip import Chip, Tick
from coach.ui.parts.entry import LineEntry, TextEntry
from coach.ui.parts.entry_style import field_style
from coach.ui.parts.field import Field
from coach.ui.parts.flow import Flow
from coach.ui.parts.list_row import ListRow, Mark
from coach.ui.parts.option import Option, Sign
from coach.ui.parts.pressable import Pressable
from coach.ui.parts.search import Search
from coach.ui.parts.slider import Slider
from coach.ui.parts.stepper import Stepper, seconds_range
from coach.ui.pictures import Pictures
from coach.ui.player.bar import RoutineBar
from coach.ui.player.countdown import Countdown
from coach.ui.style import palette, style_sheet
from coach.ui.text import Text
from coach.ui.theme import CONTENT_WIDTH, Radius, Size, Space, Theme

LONG = "A text that is a good deal longer than anybody expected it to be"
SHOWN = "daily-prevention"
"""The routine that ring and bar are shown with."""

STATES: dict[str, Callable[[Pressable], None]] = {
    "normal": lambda _part: None,
    "hover": lambda part: setattr(part, "_hovered", True),
    "pressed": lambda part: part.setDown(True),
    "focus": lambda part: setattr(part, "_ringed", True),
    "disabled": lambda part: part.setEnabled(False),
}
"""Brings something that is pressed into a state without pointer and keys."""


class Swatch(QWidget):
    """One pair of colours: letters on their ground, and their contrast."""

    def __init__(self, theme: Theme, ink: str, ground: str, *, is_text: bool) -> None:
        """Show `ink` on `ground`, both colour roles."""
        super().__init__()
        self._theme, self._ink, self._ground, self._is_text = theme, ink, ground, is_text

    def sizeHint(self) -> QSize:
        """Room for two lines."""
        return QSize(self._theme.pixels(176), self._theme.pixels(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, names and a ring in the same ink."""
        theme, colours = self._theme, self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line" if self._is_text else self._ink), 1.5))
        painter.setBrush(theme.colour(self._ground))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.SMALL, Radius.SMALL)
        ratio = contrast(getattr(colours, self._ink), getattr(colours, self._ground))
        painter.setPen(theme.colour(self._ink))
        painter.setFont(theme.font(Size.SMALL))
        words = f"{self._ink} {ratio:.1f}\non {self._ground}"
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)


class Gallery(QWidget):
    """A page with a row for each part."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make everything."""
        super().__init__(parent)
        self._theme = theme
        resources = find_resources()
        self._icons = Icons(resources.icons)
        self._figures = FigureShelf(resources.figures)
        self._library = load_library(resources)
        self.setWindowTitle("Parts of Cramp Coach")
        self._column = Column(theme, CONTENT_WIDTH)
        self._column.rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self._column.rows.setSpacing(Space.M)
        for title, make in self._sections():
            self._column.rows.addWidget(Text(Size.HEADING, title))
            for row in make():
                self._column.rows.addWidget(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Page(self._column))
        theme.changed.connect(self.dress)
        self.dress()

    @property
    def whole_height(self) -> int:
        """Pixels of the whole page in the width it has."""
        return self._column.sizeHint().height()

    def dress(self) -> None:
        """Take the theme's colours and sizes."""
        QApplication.setPalette(palette(self._theme.colours))
        self.setStyleSheet(style_sheet(self._theme) + field_style(self._theme))

    def _sections(self) -> Iterator[tuple[str, Callable[[], Iterator[QWidget]]]]:
        yield "Type", self._type
        yield "Colours that stand on each other", self._colours
        yield "Buttons: normal, hover, pressed, focus, disabled", self._buttons
        yield "Icons", self._all_icons
        yield "Chips: one of several, any of several", self._chips
        yield "Switches, options, ticks", self._options
        yield "Rows of a list", self._list_rows
        yield "Fields", self._fields
        yield "Sliders and numbers", self._numbers
        yield "Messages", self._messages
        yield "Cards: normal, hover, focus", self._cards
        yield "Ring and bar", self._player

    def _type(self) -> Iterator[QWidget]:
        for size in Size:
            yield Text(size, f"{size.name.title()}: hold, and keep breathing. 0123456789")

    def _colours(self) -> Iterator[QWidget]:
        for pairs, is_text in ((TEXT, True), (GRAPHICS, False)):
            yield _flow([Swatch(self._theme, *pair, is_text=is_text) for pair in pairs])

    def _buttons(self) -> Iterator[QWidget]:
        for weight in Weight:
            row: list[QWidget] = []
            for name, reach in STATES.items():
                row.append(_in_state(Button(self._theme, name.title(), weight=weight), reach))
            for reach in STATES.values():
                icon = Button(self._theme, "Skip", weight=weight, icons=self._icons, icon="skip")
                row.append(_in_state(icon, reach))
            yield _flow(row)
        yield _flow([Button(self._theme, LONG)])

    def _all_icons(self) -> Iterator[QWidget]:
        names = sorted(file.stem for file in find_resources().icons.glob("*.svg"))
        quiet = Weight.QUIET
        yield _flow(
            [Button(self._theme, n, weight=quiet, icons=self._icons, icon=n) for n in names]
        )

    def _chips(self) -> Iterator[QWidget]:
        for checked in (False, True):
            row: list[QWidget] = []
            for name, reach in STATES.items():
                one = Chip(self._theme, name.title(), "", self)
                one.setAutoExclusive(False)
                any_ = Tick(self._theme, name.title(), self)
                for chip in (one, any_):
                    chip.setChecked(checked)
                    row.append(_in_state(chip, reach))
            yield _flow(row)

    def _options(self) -> Iterator[QWidget]:
        meaning = "What it means, in a line below."
        for sign in Sign:
            for checked in (False, True):
                parts = []
                for name, reach in STATES.items():
                    option = Option(self._theme, name.title(), meaning, sign=sign)
                    option.setAutoExclusive(False)
                    option.setChecked(checked)
                    parts.append(_in_state(option, reach))
                yield _beside(parts)
        ticks = []
        for name, reach in STATES.items():
            tick = TickBox(self._theme, name.title())
            tick.setChecked(name == "normal")
            ticks.append(_in_state(tick, reach))
        yield _flow(ticks)
        yield Option(self._theme, LONG, f"{LONG}. {meaning}")

    def _list_rows(self) -> Iterator[QWidget]:
        parts = []
        for mark, (name, reach) in zip(Mark, STATES.items(), strict=True):
            row = ListRow(self._theme, mark)
            row.show_words(name.title(), "The line above")
            parts.append(_in_state(row, reach))
        yield _beside(parts)
        long = ListRow(self._theme, Mark.OPEN)
        long.show_words(LONG, LONG)
        yield long

    def _fields(self) -> Iterator[QWidget]:
        wrong = Field("With a fault", LineEntry())
        wrong.set_problem("must be at least 1")
        off = Field("Disabled", LineEntry("Hint"))
        off.setEnabled(False)
        filled = LineEntry()
        filled.set_text("Written")
        yield _beside([Field("Empty", LineEntry("Hint")), Field("Filled", filled), wrong, off])
        yield _beside([Search(self._theme, "Search"), TextEntry(self._theme, "Several lines")])

    def _numbers(self) -> Iterator[QWidget]:
        sliders = [Slider(self._theme) for _place in range(3)]
        for slider, place in zip(sliders, (0, 40, 99), strict=True):
            slider.setValue(place)
        steppers = [Stepper(self._theme, self._icons, seconds_range()) for _place in range(3)]
        for stepper, value in zip(steppers, (0.0, 30.0, 3600.0), strict=True):
            stepper.set_value(value)
        yield _beside(sliders)
        yield _beside(steppers)

    def _messages(self) -> Iterator[QWidget]:
        told = Message("The voice is not there.", "Connect a loudspeaker.", "Try again", _nothing)
        asks = Message(
            "You were editing “Half done”.",
            "It is not saved yet.",
            "Go on",
            _nothing,
            "Discard",
            _nothing,
        )
        for message in (told, asks, Message(f"{LONG}.", f"{LONG}.", sign="info")):
            strip = MessageStrip(self._theme, self._icons, message, self)
            strip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            yield strip

    def _cards(self) -> Iterator[QWidget]:
        pictures = Pictures(self._figures, self)
        grid = CardGrid(self._theme, self._library, pictures)
        grid.show_cards(tuple(self._library.cards.values())[:3])
        grid.delegate.hovered, grid.delegate.ringed = 1, 2
        grid.begin_pictures()
        yield grid

    def _player(self) -> Iterator[QWidget]:
        timeline = build_timeline(self._library.routine(SHOWN), lead_in=5)
        rings = []
        bar = RoutineBar(self._theme)
        bar.show_timeline(timeline)
        for kind, seconds in ((SegmentKind.GET_READY, 2.0), (SegmentKind.REP, 30.4)):
            playback = Playback(timeline, ())
            playback.start()
            playback.advance(seconds)
            ring = Countdown(self._theme)
            ring.setFixedSize(self._theme.pixels(220), self._theme.pixels(220))
            ring.show_segment(kind.value, kind)
            ring.set_moment(playback.snapshot())
            bar.set_moment(playback.snapshot())
            rings.append(ring)
        yield _beside(rings)
        yield bar


TOP = Qt.AlignmentFlag.AlignTop


def _nothing() -> None:
    """Do what a button of a sample does."""


def _in_state(part: Pressable, reach: Callable[[Pressable], None]) -> Pressable:
    reach(part)
    return part


def _flow(parts: Sequence[QWidget]) -> Flow:
    flow = Flow()
    flow.parts = list(parts)
    for part in parts:
        part.setParent(flow)
    return flow


def _beside(parts: Sequence[QWidget]) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.S)
    for part in parts:
        row.addWidget(part, 1, TOP)
    return box


def gallery_theme(scheme: str, percent: int) -> Theme:
    """Return a theme: `scheme` is light, dark or night, `percent` the size of text."""
    theme = Theme()
    theme.set_scheme(Qt.ColorScheme.Light if scheme == "light" else Qt.ColorScheme.Dark)
    theme.set_text_factor(percent / 100)
    if scheme != "night":
        return theme
    night = NightTheme(theme)
    night.set_night(True)
    return night


def grab_gallery(folder: Path, only: str = "") -> Iterator[Path]:
    """Take a picture of the whole page in each scheme and size whose name contains `only`.

    Raises:
        OSError: It can't be written.
    """
    for scheme in ("light", "dark", "night"):
        for percent in (100, 200):
            file = folder / f"gallery-{scheme}-{percent}.png"
            if only in file.stem:
                yield _grab(gallery_theme(scheme, percent), percent, file)


def _grab(theme: Theme, percent: int, file: Path) -> Path:
    gallery = Gallery(theme)
    gallery.resize(1280 * percent // 100, 900)
    gallery.show()
    _settle()
    gallery.resize(gallery.width(), gallery.whole_height)
    _settle()
    if not gallery.grab().save(str(file)):
        message = f"{file}: can't be written"
        raise OSError(message)
    gallery.close()
    gallery.deleteLater()
    return file


def _settle() -> None:
    for _turn in range(20):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()


def main() -> int:
    """Open the page, in the system's scheme, or in the scheme and size that are named."""
    application = QApplication(sys.argv[:1])
    arguments = sys.argv[1:]
    theme = (
        gallery_theme(arguments[0], int((arguments[1:] or ["100"])[0])) if arguments else Theme()
    )
    gallery = Gallery(theme)
    gallery.resize(1280, 900)
    gallery.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
