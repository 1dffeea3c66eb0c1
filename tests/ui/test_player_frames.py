"""The player paints as often as something moves, and no more of the screen than that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent

from coach.core.timeline import SegmentKind
from coach.ui.pages import Page
from tests.ui.conftest import App, Open
from tests.ui.test_player_screen import body, in_step

SEEN = 24
"""Two greys that differ by so much are told apart; the edges of curves may differ by less."""


def frame_ms(app: App) -> int | None:
    return app.player._ticker._frame_ms


def test_frames_follow_what_moves(app: App) -> None:
    in_step(app, 1)
    assert frame_ms(app) == 16
    app.turn(5)
    assert frame_ms(app) == 50
    app.play_to("daily-prevention", lambda s: s.kind is SegmentKind.REP)
    assert frame_ms(app) in (16, 17, 18)  # the fastest joint moves 0.9 pixels in each


def test_nobody_looking_no_frames(app: App) -> None:
    in_step(app, 1)
    app.window.hide()
    assert frame_ms(app) is None
    app.window.show()
    assert frame_ms(app) == 16
    app.window.open_cramp()
    assert frame_ms(app) is None


def test_minimised_no_frames(app: App) -> None:
    in_step(app, 1)
    app.window.showMinimized()
    assert frame_ms(app) is None
    app.window.showNormal()
    app.bot.waitUntil(lambda: frame_ms(app) == 16)


def test_a_routine_after_one_that_ended_while_minimised_moves(app: App) -> None:
    app.window.play("daily-prevention", speed=1000)
    app.window.showMinimized()
    app.turn(600)
    assert app.page() is Page.END
    app.window.showNormal()
    in_step(app, 1)
    assert frame_ms(app) == 16


def test_less_motion_fewer_frames(app: App) -> None:
    app.window.theme.set_reduce_motion(reduce=True)
    app.play_to("daily-prevention", lambda s: s.kind is SegmentKind.REP)
    assert frame_ms(app) == 100


class PaintWatcher(QObject):
    """Measures what is painted, in square pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.areas: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            size = event.rect().size()
            self.areas.append(size.width() * size.height())
        return False


def test_a_frame_repaints_little(app: App) -> None:
    """In a hold only a sliver of the ring is painted between two seconds."""
    in_step(app, 1)
    app.turn(5)
    app.window.repaint()
    app.bot.wait(1)
    countdown = body(app).countdown
    countdown.glow.end()
    app.bot.wait(1)
    watcher = PaintWatcher()
    countdown.installEventFilter(watcher)
    app.turn(0.25)
    app.bot.wait(20)
    assert len(watcher.areas) == 1
    assert watcher.areas[0] < countdown.width() * countdown.height() / 20


def test_slivers_add_up_to_the_whole(app: App) -> None:
    """What was painted bit by bit looks as what is painted at once."""
    segment = in_step(app, 1)
    countdown = body(app).countdown
    for _step in range(90):
        app.turn(0.3)
        app.bot.wait(1)
    app.bot.wait(30)
    assert app.player.snapshot().segment == segment
    by_bits = app.window.screen().grabWindow(app.window.winId()).toImage()
    if by_bits.isNull():
        pytest.skip("this platform cannot grab what is on the screen")
    place = countdown.mapTo(app.window, countdown.rect().topLeft())
    part = by_bits.copy(place.x(), place.y(), countdown.width(), countdown.height())
    at_once = countdown.grab().toImage().convertToFormat(part.format())
    places = [(x, y) for x in range(0, part.width(), 2) for y in range(0, part.height(), 2)]
    unlike = [
        (x, y)
        for x, y in places
        if abs(part.pixelColor(x, y).lightness() - at_once.pixelColor(x, y).lightness()) > SEEN
    ]
    assert not unlike


def test_played_before_it_is_shown(open_app: Open) -> None:
    app = open_app(shown=False)
    app.window.play("daily-prevention")
    assert frame_ms(app) is None
    app.window.show()
    app.bot.waitExposed(app.window)
    assert app.window.player_screen.body.title.text() == "Ankle pumps"
    assert frame_ms(app) is not None
