"""Cramp now as somebody in pain meets it: one click, at once, hands-free, without a sound."""

from __future__ import annotations

import pytest

from coach.core.body import Muscle, Side
from coach.core.playback import PlaybackState
from coach.core.relief import CRAMP_MUSCLES, CrampState, Place
from coach.ui.pages import Page
from tests.ui.conftest import App, Open
from tests.ui.cramp_app import K, cramp, live, now, player, screen

__all__ = ["cramp"]


def test_a_click_shows_and_says_the_first_instruction_and_asks_nothing(app: App) -> None:
    app.click(app.window.header.cramp)
    protocol = app.coach.cramp.content.protocol(Muscle.CALF, Place.DESK)
    assert screen(app).sentence.text() == protocol.steps[0].way.parts[0].text
    app.bot.waitUntil(lambda: app.voice.said == [protocol.opening] and bool(app.diary.cramps))
    assert app.diary.cramps[0].state is CrampState.UNFINISHED


def test_neither_voice_nor_diary_is_touched_before_the_instruction_is_painted(app: App) -> None:
    app.window.open_cramp()
    assert screen(app).isVisible()
    assert app.voice.log == []
    assert app.diary.cramps == []
    app.bot.waitUntil(lambda: "start" in app.voice.log)


@pytest.mark.parametrize("muscle", CRAMP_MUSCLES)
@pytest.mark.parametrize("place", Place)
def test_it_begins_with_what_is_named(app: App, muscle: Muscle, place: Place) -> None:
    app.window.open_cramp(muscle.value, place.value, "left")
    assert (now(app).muscle, now(app).place, now(app).side) == (muscle, place, Side.LEFT)


def test_it_begins_with_what_was_last_chosen(cramp: App) -> None:
    for key in (K.Key_2, K.Key_5, K.Key_Right):
        cramp.press(key)
    cramp.click(screen(cramp).top.way_out)
    cramp.window.open_cramp()
    assert (now(cramp).muscle, now(cramp).place, now(cramp).side) == (
        Muscle.FOOT,
        Place.BED,
        Side.RIGHT,
    )


def test_a_window_that_opens_with_it_has_built_nothing_else(open_app: Open) -> None:
    app = open_app(shown=False, cramp=("calf", "bed", ""))
    assert app.page() is Page.CRAMP
    assert "home" not in app.window.__dict__
    assert "header" not in app.window.__dict__


def test_a_second_call_does_not_begin_anew(cramp: App) -> None:
    live(cramp, 30)
    before = player(cramp)
    cramp.window.open_cramp()
    cramp.window.open_cramp("foot")
    assert player(cramp) is before
    assert now(cramp).clock == 30
    assert now(cramp).muscle is Muscle.FOOT


def test_it_takes_over_a_routine_and_leads_back_to_it(app: App) -> None:
    app.window.play("after-workout")
    app.turn(8)
    app.window.open_cramp()
    assert app.state() is PlaybackState.PAUSED
    app.settle()
    app.press(K.Key_Space)
    app.press(K.Key_F)
    after = screen(app)._after
    assert after is not None
    app.click(after.done_button)
    assert app.page() is Page.PLAYER
    assert app.state() is PlaybackState.PAUSED


def test_steps_advance_without_a_hand(cramp: App) -> None:
    seen = []
    for _second in range(60):
        live(cramp, 1)
        seen.append(screen(cramp).beat.text)
    assert {"Get ready 1", "Hold 20", "Pull 10", "Ease 5", "Pull 1"} <= set(seen)


def test_each_change_lights_up_for_those_who_hear_nothing(cramp: App) -> None:
    live(cramp, 4)
    assert screen(cramp)._flash.strength == 0
    live(cramp, 2)
    cramp.bot.waitUntil(lambda: screen(cramp)._flash.strength > 0)


def test_the_light_never_flickers_however_fast_keys_are_pressed(cramp: App) -> None:
    flash = screen(cramp)._flash
    flash.begin()
    flash._fade.setCurrentTime(10)
    brightest = flash.strength
    flash._fade.setCurrentTime(400)  # the time of three lights a second is over by then
    faded = flash.strength
    assert faded < brightest
    flash.begin()
    assert flash.strength == faded
    flash._fade.setCurrentTime(flash._fade.duration())
    assert flash.strength == 0
    flash.end()


def test_the_question_is_asked_while_the_hold_goes_on(cramp: App) -> None:
    live(cramp, 180)
    question = screen(cramp)._question
    assert question is not None
    assert question.isVisible()
    assert screen(cramp).beat.isVisible()
    live(cramp, 2)
    cramp.press(K.Key_N)
    assert not question.isVisible()
    assert cramp.page() is Page.CRAMP
    live(cramp, 118)
    assert question.isVisible()
    cramp.press(K.Key_Y)
    assert cramp.page() is Page.STOP


def test_the_screen_is_kept_on_and_let_go(cramp: App) -> None:
    cramp.bot.waitUntil(lambda: cramp.coach._awake is not None, timeout=4000)
    awake = cramp.coach._awake
    assert awake is not None
    assert awake.held  # type: ignore[attr-defined]
    cramp.click(screen(cramp).top.way_out)
    assert not awake.held  # type: ignore[attr-defined]


def test_it_is_the_same_without_a_sound(cramp: App) -> None:
    cramp.press(K.Key_M)
    assert cramp.coach.muted
    live(cramp, 30)
    assert screen(cramp).beat.text == "Pull 5"
    assert screen(cramp).sentence.text() == now(cramp).part.text


def test_nothing_moves_on_a_screen_nobody_sees(cramp: App) -> None:
    def frame_ms() -> int | None:
        return player(cramp)._ticker._frame_ms

    assert frame_ms() == 16
    cramp.window.showMinimized()
    live(cramp, 1)
    assert frame_ms() is None
    cramp.window.showNormal()
    cramp.bot.waitUntil(lambda: frame_ms() == 16)
    assert screen(cramp).top.clock.text == "0:01"
