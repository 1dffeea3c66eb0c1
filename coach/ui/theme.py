"""The tokens of the app's look, light and dark: nothing else names a colour or a size.

Colours follow the system's scheme, sizes the application font; both may change while the app
runs. Pairs that stand on each other keep WCAG's contrast: 4.5:1 for text, 3:1 for graphics.
"""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication


class Colours(NamedTuple):
    """The colour roles; each is `#rrggbb`.

    Attributes:
        paper: Ground of every screen.
        surface: Ground of what lies on paper: cards, badges, strips.
        sunken: Ground of what is let into paper: empty tracks, pressed buttons.
        floor: The floor under the figure, the ground of pictures.
        ink: Text.
        ink_soft: Text of lesser weight.
        line: Hairlines that only decorate.
        edge: Borders that have to be seen.
        teal: The accent: fills and graphics.
        teal_text: The accent where it is text.
        teal_soft: A tint behind what is chosen or hovered.
        on_teal: Text and icons on teal.
        warm: Cramp now and the stretched muscle.
        warm_pressed: The same under the pointer.
        on_warm: Text and icons on warm.
        warm_graphic: Graphics on paper that take the warm tone.
        stop: Only for STOP: its fill.
        stop_text: Only for STOP: its text on paper or surface.
        on_stop: Text on the fill of STOP.
    """

    paper: str
    surface: str
    sunken: str
    floor: str
    ink: str
    ink_soft: str
    line: str
    edge: str
    teal: str
    teal_text: str
    teal_soft: str
    on_teal: str
    warm: str
    warm_pressed: str
    on_warm: str
    warm_graphic: str
    stop: str
    stop_text: str
    on_stop: str


LIGHT: Final = Colours(
    paper="#F6F3EC",
    surface="#FFFDF9",
    sunken="#EAE5D9",
    floor="#E6E0D3",
    ink="#23302F",
    ink_soft="#54605D",
    line="#DDD6C8",
    edge="#7D847C",
    teal="#2F7F86",
    teal_text="#22666C",
    teal_soft="#DDE9E6",
    on_teal="#FFFFFF",
    warm="#F2683C",
    warm_pressed="#E85A2C",
    on_warm="#27110A",
    warm_graphic="#C9502A",
    stop="#B3261E",
    stop_text="#A8211A",
    on_stop="#FFFFFF",
)

DARK: Final = Colours(
    paper="#14191A",
    surface="#1D2425",
    sunken="#283133",
    floor="#2A3233",
    ink="#E9E4D8",
    ink_soft="#A9B0AB",
    line="#2F3839",
    edge="#7A8584",
    teal="#5FB4B8",
    teal_text="#7CC7CA",
    teal_soft="#203536",
    on_teal="#0C1B1C",
    warm="#FF8A5C",
    warm_pressed="#FFA07A",
    on_warm="#27110A",
    warm_graphic="#FF8A5C",
    stop="#B3261E",
    stop_text="#FF9C94",
    on_stop="#FFFFFF",
)

NIGHT: Final = Colours(
    paper="#120B07",
    surface="#1C120C",
    sunken="#2A1B12",
    floor="#241810",
    ink="#CF9C6C",
    ink_soft="#A57A53",
    line="#2E1F15",
    edge="#8A6443",
    teal="#B4753C",
    teal_text="#CE9158",
    teal_soft="#27180F",
    on_teal="#150B05",
    warm="#B4753C",
    warm_pressed="#C4854A",
    on_warm="#150B05",
    warm_graphic="#C4744A",
    stop="#7A1712",
    stop_text="#D9705F",
    on_stop="#F0C3AE",
)
"""For eyes that have just been woken: warm, and no more than a third as bright as DARK."""


class Size(Enum):
    """The type scale: pixels at 100 % text, and weight."""

    DISPLAY = (40, QFont.Weight.DemiBold)
    TITLE = (28, QFont.Weight.DemiBold)
    CAPTION = (22, QFont.Weight.DemiBold)
    HEADING = (18, QFont.Weight.DemiBold)
    BODY = (16, QFont.Weight.Normal)
    STRONG = (16, QFont.Weight.DemiBold)
    SMALL = (14, QFont.Weight.Normal)

    @property
    def pixels(self) -> int:
        """Height of the font at 100 % text."""
        return int(self.value[0])

    @property
    def weight(self) -> QFont.Weight:
        """Weight of the font."""
        return QFont.Weight(self.value[1])


class Space:
    """Distances in pixels, on a grid of 4."""

    XS: Final = 4
    S: Final = 8
    M: Final = 16
    L: Final = 24
    XL: Final = 40


SCROLL_BAR: Final = Space.S + Space.XS
"""Width of a page's scroll bar in pixels."""


class Radius:
    """Rounding of corners in pixels."""

    SMALL: Final = 6
    MEDIUM: Final = 12
    LARGE: Final = 20


class Target:
    """Heights of what is clicked, in pixels at 100 % text; 44 is the least that is easy to hit."""

    SMALL: Final = 44
    LARGE: Final = 52
    URGENT: Final = 64
    PLAY: Final = 76


class Line:
    """Widths of drawn lines in pixels."""

    HAIR: Final = 1
    BORDER: Final = 1.5
    FOCUS: Final = 3


class Motion:
    """How long things take to move, in milliseconds."""

    THUMBNAIL: Final = 40
    """Between two frames of a small picture that moves."""


ICON: Final = 24
"""Side of an icon's grid in pixels at 100 % text."""

CONTENT_WIDTH: Final = 1280
"""Nothing is laid out wider, in pixels at 100 % text; beyond it lines get too long to read."""

READING_WIDTH: Final = 720
"""The same for a page of plain text."""

LEAST_ROOM: Final = 376
"""Pixels of width that every part of the least window has, within all margins and frames; words
that are wider are broken."""

USUAL_FONT_PIXELS: Final = 13
"""Height of the application font on most desktops: 100 % text."""

MOST_SCALE: Final = 3.0

SMALL_TITLES_FROM: Final = 2.0
"""Factor of all text beyond which titles grow no more: three words would fill a small window."""


class Theme(QObject):
    """Colours and sizes as they are now.

    Attributes:
        colours: The roles of the present scheme.
        scale: Factor of all text, 1 to 3.
        person: Id of who is shown in the pictures, see `coach.ui.person`; empty for the usual one.

    Signals:
        changed: Colours or sizes are others now; whoever draws draws again.
    """

    changed = Signal()

    def __init__(self, *, reduce_motion: bool = False, parent: QObject | None = None) -> None:
        """Take the system's scheme and text size, and follow both."""
        super().__init__(parent)
        self._reduce_motion = reduce_motion
        self._text_factor = 1.0
        self.person = ""
        self._forced: Qt.ColorScheme | None = None
        self._fonts: dict[Size, QFont] = {}
        self._qcolors: dict[str, QColor] = {}
        self._take()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.refresh)

    @property
    def is_dark(self) -> bool:
        """Whether light stands on dark."""
        return self.colours is not LIGHT

    @property
    def reduce_motion(self) -> bool:
        """Whether nothing moves that need not: asked for here or, as far as Qt knows, there."""
        from PySide6.QtWidgets import QApplication, QStyle  # 5 ms; home does not ask

        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._reduce_motion or QApplication.style().styleHint(hint) == 0

    def dress(
        self,
        *,
        scheme: Qt.ColorScheme | None,
        text_factor: float,
        reduce_motion: bool,
        person: str,
    ) -> None:
        """Take everything at once, before there is anybody to tell."""
        self._forced, self._text_factor = scheme, text_factor
        self._reduce_motion, self.person = reduce_motion, person
        self._take()

    def set_person(self, person: str) -> None:
        """Show somebody else in the pictures."""
        self.person = person
        self.changed.emit()

    def set_reduce_motion(self, reduce: bool) -> None:
        """Ask for stillness, or leave it to the system."""
        self._reduce_motion = reduce
        self.changed.emit()

    def set_text_factor(self, factor: float) -> None:
        """Make all text larger: 1 to 3, on top of the system's size."""
        self._text_factor = factor
        self.refresh()

    def set_scheme(self, scheme: Qt.ColorScheme | None) -> None:
        """Show one scheme whatever the system says; None follows the system."""
        self._forced = scheme
        self.refresh()

    def refresh(self) -> None:
        """Look again at what the system wants."""
        before = (self.colours, self.scale)
        self._take()
        if (self.colours, self.scale) != before:
            self.changed.emit()

    def colour(self, role: str) -> QColor:
        """Return a role as a colour to draw with."""
        if role not in self._qcolors:
            self._qcolors[role] = QColor(getattr(self.colours, role))
        return self._qcolors[role]

    def margin(self, width: int) -> int:
        """Return the pixels at each side of what is laid out in a window of a width."""
        return max(Space.L, (width - self.pixels(CONTENT_WIDTH)) // 2)

    def pixels(self, size: float) -> int:
        """Return a length that grows with the text."""
        return round(size * self.scale)

    def font(self, size: Size) -> QFont:
        """Return a font to draw with."""
        if size not in self._fonts:
            self._fonts[size] = self.font_of(size.pixels * self.scale, size.weight)
        return self._fonts[size]

    @property
    def title(self) -> Size:
        """Size of the title of a sheet or a question."""
        return Size.TITLE if self.scale <= SMALL_TITLES_FROM else Size.HEADING

    def font_of(self, pixels: float, weight: QFont.Weight) -> QFont:
        """Return the application's font in another size, its digits all of one width."""
        font = QFont(QGuiApplication.font())
        font.setPixelSize(max(1, round(pixels)))
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _take(self) -> None:
        scheme = self._forced or QGuiApplication.styleHints().colorScheme()
        self.colours = DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        usual = QFontInfo(QGuiApplication.font()).pixelSize() / USUAL_FONT_PIXELS
        self.scale = min(MOST_SCALE, max(1.0, usual) * self._text_factor)
        self._fonts.clear()
        self._qcolors.clear()
