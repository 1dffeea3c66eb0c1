"""Nothing is cut off or overlaps, whatever the text's size and the window's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, product

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from coach.app.voice_port import VoiceState, VoiceStatus
from coach.core.timeline import SegmentKind
from coach.ui.button import Button
from coach.ui.text import Text
from tests.ui.conftest import App

LEAST, NARROW, WIDE = (480, 560), (480, 900), (1100, 760)


def _name(state: object) -> str:
    return getattr(state, "__name__", "")


def home(_app: App) -> None: ...


def lead_in(app: App) -> None:
    app.window.play("daily-prevention")


def hold(app: App) -> None:
    app.play_to("after-workout", lambda s: s.step == 1 and s.side == "left")


def rep(app: App) -> None:
    app.play_to("daily-prevention", lambda s: s.step == 1 and s.rep == 12)


def transition(app: App) -> None:
    app.play_to("morning-in-bed", lambda s: s.step == 4)


def waits(app: App) -> None:
    app.play_to("own-pace", lambda s: s.waits)


def paused(app: App) -> None:
    hold(app)
    app.player.pause()


def end(app: App) -> None:
    app.window.play("full-session")
    app.player.skip()
    app.player.skip()
    app.turn(2000)


def cramp(app: App) -> None:
    hold(app)
    app.window.open_cramp()


def message(app: App) -> None:
    text, remedy = "There is no voice on this computer.", "Install espeak-ng, then press Try again."
    app.coach.voice_changed.emit(VoiceState(VoiceStatus.FAILED, text, remedy))


State = Callable[[App], None]

STATES: list[State] = [home, lead_in, hold, rep, transition, waits, paused, end, cramp, message]


def seen(root: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    for widget in root.findChildren(kind):
        if widget.isVisible():
            yield widget


def place(app: App, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(app.window, widget.rect().topLeft()), widget.size())


LARGEST = (3840, 2160)

CASES = [
    *product(STATES, (LEAST, NARROW, WIDE), (1, 2)),
    *product((lead_in, hold, rep, transition, waits, paused, end, message), (LEAST,), (3,)),
    *product((hold, end), (LARGEST,), (1,)),
]


@pytest.mark.parametrize(("state", "size", "factor"), CASES, ids=lambda one: _name(one) or str(one))
def test_nothing_is_cut_off_or_overlaps(
    app: App, state: State, size: tuple[int, int], factor: int
) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(*size)
    state(app)
    app.settle()
    for text in seen(app.window, Text):
        assert isinstance(text, Text)
        if not text.text():
            continue
        needed = text.heightForWidth(text.width()) if text.wordWrap() else text.sizeHint().height()
        assert text.height() >= needed, text.text()
        widest = max(text.text().split(), key=len)
        if "/" not in widest:
            assert text.width() >= QFontMetrics(text.font()).horizontalAdvance(widest), widest
    for button in seen(app.window, Button):
        assert isinstance(button, Button)
        assert button.width() >= button.sizeHint().width(), button.text()
        assert button.height() >= 44, button.text()
        assert place(app, button).left() >= 0
        assert place(app, button).right() < app.window.width()
    nothing_overlaps(app)


def nothing_overlaps(app: App) -> None:
    for parent in (app.window, *app.window.findChildren(QWidget)):
        stacked = ("Stage", "QStackedWidget", "QAbstractScrollArea")
        if type(parent).__name__ in stacked or not parent.isVisible():
            continue
        parts = [
            child
            for child in parent.children()
            if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
        ]
        if not any(isinstance(part, Text | Button) for part in parts):
            continue
        for one, other in combinations(parts, 2):
            common = one.geometry().intersected(other.geometry())
            assert common.isEmpty(), (one, other)


def test_digits_are_large(app: App) -> None:
    """Read from two metres: a letter of 11 mm is seen well; at 96 dots an inch 44 pixels."""
    hold(app)
    app.window.resize(*LEAST)
    app.settle()
    countdown = app.window.player_screen.body.countdown
    countdown.repaint()
    assert countdown._fonts is not None
    big, _small = countdown._fonts
    assert QFontMetrics(big).capHeight() >= 44


def test_parts_keep_their_place_from_phase_to_phase(app: App) -> None:
    rep(app)
    app.settle()
    body = app.window.player_screen.body
    parts = [body.stage, body.countdown, body.instructions, body.caption]
    before = [place(app, part) for part in parts]
    app.turn(5)
    app.settle()
    assert app.player.snapshot().segment.kind in (SegmentKind.REP, SegmentKind.REST)
    if app.player.snapshot().segment.kind is SegmentKind.REP:
        assert [place(app, part) for part in parts] == before


@pytest.mark.parametrize("state", STATES, ids=_name)
def test_everything_that_is_pressed_has_a_name(app: App, state: State) -> None:
    state(app)
    for button in seen(app.window, Button):
        assert button.accessibleName()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
