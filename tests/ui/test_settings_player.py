"""The player for those who hear little: a soft light, captions, and what to see to before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from coach.content.library import Library
from coach.core.cue import Priority
from coach.core.timeline import SegmentKind
from coach.core.verbosity import Verbosity
from coach.ui.player.glow import APART_MS, FADE_MS, Glow
from coach.ui.theme import DARK, LIGHT
from tests.ui.conftest import App

BEFORE = "Firm dry floor. Support within reach that cannot roll. Shoes or bare feet, not socks."


def glow(app: App) -> Glow:
    return app.window.player_screen.body.countdown.glow


# ---------------------------------------------------------------- the light


def test_each_change_lights_up_softly_and_is_over_soon(app: App) -> None:
    app.play_to("after-workout", lambda s: s.kind is SegmentKind.HOLD)
    light = glow(app)
    light.end()
    app.player.skip()
    assert light.strength > 0
    assert FADE_MS <= 300
    app.bot.waitUntil(lambda: light.strength == 0)


def test_lights_are_a_second_apart(app: App) -> None:
    """More than three flashes a second can start a fit; this never comes near."""
    assert APART_MS >= 1000
    app.window.play("after-workout")
    light = glow(app)
    light.end()
    begun = []
    light.changed.connect(lambda: begun.append(light.strength == 1.0))
    for _change in range(5):
        app.player.skip()
        app.player.back()
    assert begun.count(True) == 1


def test_with_reduced_motion_it_stays_still_and_goes(app: App) -> None:
    app.window.theme.set_reduce_motion(True)
    app.window.play("after-workout")
    light = glow(app)
    light.end()
    seen = []
    light.changed.connect(lambda: seen.append(light.strength))
    app.player.skip()
    assert seen == [1.0]
    light._still.timeout.emit()
    assert seen == [1.0, 0.0]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_light_is_a_small_change_of_brightness(colours: type) -> None:
    """WCAG's general flash begins at a change of 10 % of the brightest white."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    change = abs(luminance(colours.paper) - luminance(colours.teal_soft))  # type: ignore[attr-defined]
    assert 0.005 < change < 0.2


def test_it_is_seen(app: App) -> None:
    app.window.play("after-workout")
    countdown = app.window.player_screen.body.countdown
    app.settle()
    glow(app).end()
    spot = QRect(countdown.width() // 2, round(countdown._ring.top() + 24), 1, 1)
    before = countdown.grab(spot).toImage().pixelColor(0, 0)
    glow(app)._set(1.0)
    after = countdown.grab(spot).toImage().pixelColor(0, 0)
    assert before != after
    assert after == app.window.theme.colour("teal_soft")
    glow(app).end()


def test_nobody_looking_no_light(app: App) -> None:
    app.window.play("after-workout")
    app.window.hide()
    glow(app).end()
    app.player.skip()
    assert glow(app).strength == 0
    app.window.show()


# ---------------------------------------------------------------- captions


@pytest.mark.parametrize("verbosity", list(Verbosity))
def test_all_that_is_said_is_on_the_screen_whatever_is_heard(
    app: App, verbosity: Verbosity
) -> None:
    app.coach.settings.set("verbosity", verbosity)
    player = app.window.play("full-session")
    body = app.window.player_screen.body
    told: list[str] = []
    missed: list[str] = []

    def look(due: object) -> None:
        cue = due.cue  # type: ignore[attr-defined]
        if cue.priority is Priority.COUNTDOWN or not cue.text:
            return  # the digits count
        told.append(cue.text)
        shown = {body.caption.text(), *body.instructions.sentences}
        lead_in = player.timeline.is_lead_in(player.timeline.segments[cue.segment])
        if cue.text not in shown and not lead_in:
            missed.append(cue.text)

    player.cue_due.connect(look)
    for _second in range(600):
        app.turn(1)
    assert "Halfway." in told
    assert not missed


def test_a_word_of_help_stays_through_a_pause(app: App) -> None:
    app.play_to("full-session", lambda s: s.kind is SegmentKind.HOLD and s.seconds >= 20)
    segment = app.player.snapshot().segment
    app.turn(segment.seconds / 2)
    caption = app.window.player_screen.body.caption
    assert caption.text() == "Halfway."
    app.player.pause()
    assert caption.text() != "Halfway."
    app.player.resume()
    assert caption.text() == "Halfway."
    app.turn(segment.seconds / 2 + 1)
    assert caption.text() != "Halfway."


# ---------------------------------------------------------------- before a standing routine


def test_what_to_see_to_is_shown_before_a_standing_routine_and_not_later(app: App) -> None:
    app.window.play("after-workout")
    before = app.window.player_screen.body.before
    assert before.isVisible()
    assert before.text() == BEFORE
    app.player.skip()
    app.turn(1)
    assert not before.isVisible()
    assert app.window.player_screen.body.caption.isVisible()


def test_nothing_is_said_of_floors_in_bed(app: App, library: Library) -> None:
    assert not library.routine("morning-in-bed").before
    app.window.play("morning-in-bed")
    assert not app.window.player_screen.body.before.isVisible()
    assert app.window.player_screen.body.caption.isVisible()


Size = tuple[int, int]


@pytest.mark.parametrize("factor", [1, 2])
@pytest.mark.parametrize("size", [(480, 560), (480, 900), (1100, 760), (1920, 1080)])
def test_it_is_whole_at_every_size(app: App, size: Size, factor: int) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(*size)
    app.window.play("after-workout")
    app.settle()
    before = app.window.player_screen.body.before
    assert before.height() >= before.heightForWidth(before.width())
    if size != (480, 560):  # there the page scrolls
        page = app.window.player_screen._scroll.viewport()
        bottom = before.mapTo(page, before.rect().bottomLeft()).y()
        assert bottom <= page.height()
