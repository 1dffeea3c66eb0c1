"""Nothing is told by colour alone: each state differs in shape or in light, for every eye."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.content.learn import read_handbook
from coach.content.library import Library
from coach.content.relief import ReliefShelf
from coach.content.resources import find_resources
from coach.core.playback import Playback
from coach.core.timeline import SegmentKind, build_timeline
from coach.ui.button import Button, Weight
from coach.ui.check.tick import TickBox
from coach.ui.gallery import STATES, gallery_theme
from coach.ui.icons import Icons
from coach.ui.learn.tabs import PageTab
from coach.ui.message import Message
from coach.ui.message_strip import MessageStrip
from coach.ui.parts.chip import Chip, Tick
from coach.ui.parts.entry import LineEntry
from coach.ui.parts.entry_style import field_style
from coach.ui.parts.field import Field
from coach.ui.parts.list_row import ListRow, Mark
from coach.ui.parts.option import Option, Sign
from coach.ui.parts.stepper import Stepper, seconds_range
from coach.ui.player.bar import RoutineBar
from coach.ui.player.countdown import Countdown
from coach.ui.settings.people import PersonCard
from coach.ui.stop.tab import SignTab
from coach.ui.theme import Theme

Light = list[float]
"""How light each pixel is, row by row, from 0 to 1."""

EYES: dict[str, tuple[tuple[float, float, float], ...]] = {
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What is left of linear red, green and blue: of light alone, and where one of the three kinds of
cones is missing (Machado, Oliveira and Fernandes 2009, severity 1)."""

LEAST_CONTRAST = 3.0
"""Of a pixel in one state to the same pixel in the other (WCAG 2.2, technique G183)."""
LEAST_CONTRAST_OFF = 1.5
"""The same for what can't be pressed: it has to look fainter, and WCAG asks nothing of it."""
LEAST_PIXELS = 40
"""So many pixels have to differ: a dot, a tick, a thicker line. At 100 % text."""

SIZE = (220, 96)


def lights_of(image: QImage, eye: str) -> Light:
    """Return the luminance of each pixel to an eye."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    seen: dict[tuple[int, int, int], float] = {}
    lights: Light = []
    wide, line = image.width(), image.bytesPerLine()
    bits = bytes(image.constBits())
    for row in range(image.height()):
        at = row * line
        for column in range(at, at + 3 * wide, 3):
            colour = (bits[column], bits[column + 1], bits[column + 2])
            if colour not in seen:
                seen[colour] = luminance_to(colour, eye)
            lights.append(seen[colour])
    return lights


def luminance_to(colour: tuple[int, int, int], eye: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (one / 255 for one in colour)
    ]
    seen = [
        min(1.0, max(0.0, sum(share * part for share, part in zip(row, linear, strict=True))))
        for row in EYES[eye]
    ]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), seen, strict=True))


def told_apart(one: QImage, other: QImage, eye: str, least: float = LEAST_CONTRAST) -> int:
    """Return how many pixels differ by `least` in contrast, to an eye."""
    pairs = zip(lights_of(one, eye), lights_of(other, eye), strict=True)
    return sum((max(pair) + 0.05) / (min(pair) + 0.05) >= least for pair in pairs)


# ---------------------------------------------------------------- the parts and their states


def picture(part: QWidget, size: tuple[int, int] = SIZE) -> QImage:
    part.resize(*size)
    return part.grab().toImage()


def checked(make: Callable[[], Option | Chip | TickBox | Button]) -> dict[str, QImage]:
    off, on = make(), make()
    off.setAutoExclusive(False)
    on.setAutoExclusive(False)
    on.setChecked(True)
    return {"off": picture(off), "on": picture(on)}


def bars(theme: Theme, library: Library, parent: QWidget) -> dict[str, QImage]:
    """Return one block of the bar, as it is while it is to come, done, or was left out."""
    timeline = build_timeline(library.routine("daily-prevention"), lead_in=0)

    def block(act: Callable[[Playback], object]) -> QImage:
        playback, bar = Playback(timeline), RoutineBar(theme, parent)
        bar.resize(900, 20)
        bar.show_timeline(timeline)
        playback.start()
        act(playback)
        bar.set_moment(playback.snapshot())
        place = bar._places[0].toAlignedRect()
        return bar.grab(place).toImage()

    first = timeline.first_of_step(1).start
    return {
        "to come": block(lambda _playback: None),
        "half": block(lambda playback: playback.advance(first / 2)),
        "done": block(lambda playback: playback.advance(first + 1)),
        "left out": block(lambda playback: playback.skip() or playback.skip()),
    }


def rings(theme: Theme, parent: QWidget) -> dict[str, QImage]:
    pictures = {}
    for name, word, kind in (
        ("work", "Hold", SegmentKind.HOLD),
        ("rest", "Rest", SegmentKind.REST),
        ("get ready", "Get ready", SegmentKind.GET_READY),
    ):
        ring = Countdown(theme, parent)
        ring.resize(220, 220)
        ring.show_segment(word, kind)
        pictures[name] = picture(ring, (220, 220))
    return pictures


def fields(theme: Theme, parent: QWidget, make: Callable[[], QWidget]) -> dict[str, QImage]:
    """The frame is another one in hue; what is wrong stands below, in words."""
    pictures = {}
    for name in ("right", "wrong"):
        field = Field("Name", make())
        field.setParent(parent)
        field.setStyleSheet(field_style(theme))
        if name == "wrong":
            field.set_problem("must be at least 1")
        pictures[name] = picture(field, (220, 120))
    return pictures


def messages(theme: Theme, icons: Icons, parent: QWidget) -> dict[str, QImage]:
    signs = ("warning", "info", "pencil")
    strips = {
        sign: MessageStrip(theme, icons, Message("Words.", sign=sign), parent) for sign in signs
    }
    return {sign: picture(strip, (420, 80)) for sign, strip in strips.items()}


def marks(theme: Theme, parent: QWidget) -> dict[str, QImage]:
    pictures = {}
    for mark in Mark:
        row = ListRow(theme, mark, parent)
        row.show_words("Words", "Above")
        pictures[mark.name] = picture(row)
    return pictures


def every_part(
    theme: Theme, library: Library, parent: QWidget
) -> Iterator[tuple[str, dict[str, QImage]]]:
    resources = find_resources()
    icons = Icons(resources.icons)
    page = read_handbook(resources.learn).pages[0]
    signs = ReliefShelf(resources).stop_screen().lists[0]
    yield "chip", checked(lambda: Chip(theme, "Words", "", parent))
    yield "tick", checked(lambda: Tick(theme, "Words", parent))
    yield "box", checked(lambda: TickBox(theme, "Words", parent))
    yield "choice", checked(lambda: Option(theme, "Words", parent=parent))
    yield "switch", checked(lambda: Option(theme, "Words", sign=Sign.SWITCH, parent=parent))
    yield "person", checked(lambda: _person(theme, parent))
    yield "page", checked(lambda: PageTab(theme, page, parent))
    yield "signs", checked(lambda: SignTab(theme, signs, 1, parent))
    yield "bar", bars(theme, library, parent)
    yield "ring", rings(theme, parent)
    yield "field", fields(theme, parent, LineEntry)
    yield "number", fields(theme, parent, lambda: Stepper(theme, icons, seconds_range()))
    yield "message", messages(theme, icons, parent)
    yield "row", marks(theme, parent)


def _person(theme: Theme, parent: QWidget) -> PersonCard:
    card = PersonCard(theme, "elder", "Words")
    card.setParent(parent)
    return card


@pytest.fixture(params=["light", "dark", "night"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return gallery_theme(request.param, 100)


@pytest.fixture
def ground(qtbot: QtBot, theme: Theme) -> QWidget:
    """Return what parts stand on: paper."""
    ground = QWidget()
    qtbot.addWidget(ground)
    palette = ground.palette()
    palette.setColor(palette.ColorRole.Window, theme.colour("paper"))
    ground.setPalette(palette)
    return ground


def test_what_means_something_else_looks_otherwise_to_every_eye(
    theme: Theme, library: Library, ground: QWidget
) -> None:
    alike = []
    for name, looks in every_part(theme, library, ground):
        for one, other in combinations(looks, 2):
            for eye in EYES:
                pixels = told_apart(looks[one], looks[other], eye)
                if pixels < LEAST_PIXELS:
                    alike.append((name, one, other, eye, pixels))
    assert not alike


def test_where_the_focus_is_and_what_can_be_pressed_is_seen_by_every_eye(
    theme: Theme, ground: QWidget
) -> None:
    alike = []
    for weight in Weight:
        looks = {}
        for state in ("normal", "focus", "disabled"):
            button = Button(theme, "Words", weight=weight, parent=ground)
            STATES[state](button)
            looks[state] = picture(button, (160, 48))
        for state, least in (("focus", LEAST_CONTRAST), ("disabled", LEAST_CONTRAST_OFF)):
            for eye in EYES:
                pixels = told_apart(looks["normal"], looks[state], eye, least)
                if pixels < LEAST_PIXELS:
                    alike.append((weight.name, state, eye, pixels))
    assert not alike


def test_hue_alone_would_be_found() -> None:
    """Two colours of the same light, as a careless design would use for right and wrong."""
    green, red, white = (QImage(20, 20, QImage.Format.Format_RGB32) for _image in range(3))
    for image, colour in ((green, "#2E8B57"), (red, "#D2553C"), (white, "#FFFFFF")):
        image.fill(QColor(colour))
    for eye in EYES:
        assert told_apart(green, red, eye) == 0
        assert told_apart(green, white, eye) == 400
