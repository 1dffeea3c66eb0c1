"""Cramp now as somebody in pain meets it: one click, large, hands-free, by any means."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QWidget

from coach.app.relief import ReliefPlayer
from coach.core.body import Muscle, Side
from coach.core.playback import PlaybackState
from coach.core.relief import CRAMP_MUSCLES, CrampState, Place, ReliefSnapshot, ReliefState
from coach.ui.cramp.screen import CrampScreen
from coach.ui.night import is_night
from coach.ui.pages import Page
from tests.ui.conftest import App, Open

LEAST, NARROW, WIDE, FULL = (480, 560), (480, 900), (1100, 760), (1920, 1080)
K = Qt.Key


@pytest.fixture
def cramp(app: App) -> App:
    app.window.open_cramp()
    app.settle()
    return app


def screen(app: App) -> CrampScreen:
    return app.window.cramp_screen


def player(app: App) -> ReliefPlayer:
    found = screen(app).player
    assert found is not None
    return found


def now(app: App) -> ReliefSnapshot:
    return player(app).snapshot()


def live(app: App, seconds: float) -> None:
    app.clock.awake += seconds
    player(app).tick()
    app.settle()


def to_step(app: App, name: str) -> None:
    while now(app).step.id != name:
        app.press(K.Key_N)


# -- at once ------------------------------------------------------------------------------------


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


# -- by key, mouse and screen reader --------------------------------------------------------------


@pytest.mark.parametrize("key", [K.Key_Space, K.Key_Return, K.Key_Enter, K.Key_E])
def test_a_large_key_says_that_it_eases(cramp: App, key: Qt.Key) -> None:
    live(cramp, 20)
    cramp.press(key)
    assert now(cramp).state is ReliefState.AFTERCARE
    assert cramp.diary.cramps[0].seconds == 20


def test_easing_pressed_twice_does_not_skip_the_aftercare(cramp: App) -> None:
    cramp.press(K.Key_Space)
    cramp.press(K.Key_Space)
    assert now(cramp).state is ReliefState.AFTERCARE


def test_n_goes_on_s_stops_o_does_it_the_other_way(cramp: App) -> None:
    to_step(cramp, "press-down")
    assert screen(cramp).other.text() == "I can't stand"
    cramp.press(K.Key_O)
    assert now(cramp).other_taken
    assert screen(cramp).other.text() == "The usual way"
    cramp.press(K.Key_S)
    assert cramp.page() is Page.STOP


def test_a_key_that_is_held_down_counts_once(cramp: App) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    none = Qt.KeyboardModifier.NoModifier
    for repeated in (False, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, K.Key_N, none, "n", repeated)
        screen(cramp).press(event)
    assert now(cramp).number == 2


def test_keys_choose_muscle_place_and_leg_and_the_clock_goes_on(cramp: App) -> None:
    live(cramp, 42)
    muscles = zip((K.Key_1, K.Key_2, K.Key_3, K.Key_4), CRAMP_MUSCLES, strict=True)
    places = zip((K.Key_5, K.Key_6, K.Key_7, K.Key_8), Place, strict=True)
    for key, muscle in muscles:
        cramp.press(key)
        assert now(cramp).muscle is muscle
    for key, place in places:
        cramp.press(key)
        assert now(cramp).place is place
    for key, side in ((K.Key_Left, Side.LEFT), (K.Key_Right, Side.RIGHT)):
        cramp.press(key)
        assert now(cramp).side is side
    assert now(cramp).clock == 42
    assert screen(cramp).top.clock.text == "0:42"


def test_the_mouse_reaches_everything(cramp: App) -> None:
    for chip in screen(cramp).choices.chips:
        cramp.click(chip)
        assert chip.isChecked()
    assert (now(cramp).muscle, now(cramp).place, now(cramp).side) == (
        Muscle.BACK_THIGH,
        Place.GYM,
        Side.RIGHT,
    )
    cramp.click(screen(cramp).not_yet)
    assert now(cramp).number == 2
    cramp.click(screen(cramp).easing)
    assert now(cramp).state is ReliefState.AFTERCARE
    cramp.click(screen(cramp).stop)
    assert cramp.page() is Page.STOP


def test_escape_throws_nobody_out_but_shows_the_way_out(cramp: App) -> None:
    for _time in range(3):
        cramp.press(K.Key_Escape)
        assert cramp.page() is Page.CRAMP
    assert screen(cramp).top.way_out.hasFocus()
    cramp.press(K.Key_Return)
    assert cramp.page() is Page.HOME


def test_names_and_roles(cramp: App) -> None:
    def role(widget: QWidget) -> QAccessible.Role:
        found = QAccessible.queryAccessibleInterface(widget)
        assert found is not None
        return found.role()

    parts = screen(cramp)
    roles = QAccessible.Role
    for button in (parts.easing, parts.not_yet, parts.stop, parts.top.way_out):
        assert role(button) == roles.Button
        assert button.accessibleName()
    for chip in parts.choices.chips:
        assert role(chip) == roles.RadioButton
        assert chip.accessibleName()
    assert role(parts.sentence) == roles.StaticText
    assert "Chest pain" in parts.stop.accessibleDescription()
    assert parts.beat.accessibleDescription() == "Get ready"


# -- by itself -----------------------------------------------------------------------------------


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


def test_a_key_meant_for_the_step_does_not_answer_the_question(cramp: App) -> None:
    live(cramp, 180)
    before = now(cramp).number
    cramp.press(K.Key_N)
    assert now(cramp).asks
    assert now(cramp).number != before


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


# -- in the dark ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hour", "dark"), [(21, False), (22, True), (3, True), (5, True), (6, False), (12, False)]
)
def test_night_is_from_ten_to_six(hour: int, dark: bool) -> None:
    assert is_night(hour) is dark


def test_in_bed_and_by_key_it_is_dark(cramp: App) -> None:
    theme = screen(cramp).theme
    theme.set_night(False)
    cramp.press(K.Key_5)
    assert theme.is_night
    cramp.press(K.Key_D)
    assert not theme.is_night


def brightness(image: QImage) -> float:
    """Mean luminance of a picture, 0 to 1."""
    small = image.scaled(60, 40)
    colours = [QColor(small.pixel(x, y)) for x in range(60) for y in range(40)]
    linear = [
        0.21 * c.redF() ** 2.2 + 0.72 * c.greenF() ** 2.2 + 0.07 * c.blueF() ** 2.2 for c in colours
    ]
    return float(sum(linear) / len(linear))


@pytest.mark.parametrize("state", ["pull", "stop", "after"])
def test_the_night_does_not_glare(app: App, state: str) -> None:
    app.window.open_cramp("calf", "bed")
    app.settle()
    live(app, 40)
    if state == "stop":
        app.press(K.Key_S)
    elif state == "after":
        app.press(K.Key_Space)
        app.press(K.Key_F)
    app.settle()
    assert brightness(app.window.grab().toImage()) < 0.04


# -- the room there is -----------------------------------------------------------------------------


def parts_in_sight(app: App) -> Iterator[QWidget]:
    parts = screen(app)
    yield from (parts.sentence, parts.beat, parts.easing, parts.not_yet, parts.stop, parts.top)


def place(app: App, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(app.window, widget.rect().topLeft()), widget.size())


@pytest.mark.parametrize("factor", [1, 1.5, 2])
@pytest.mark.parametrize("size", [LEAST, NARROW, WIDE, FULL], ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("pair", [(m, p) for m in CRAMP_MUSCLES for p in Place], ids=str)
def test_what_matters_is_whole_and_needs_no_scrolling(
    app: App, pair: tuple[Muscle, Place], size: tuple[int, int], factor: float
) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(*size)
    app.window.open_cramp(pair[0].value, pair[1].value)
    app.settle()
    window = app.window.rect()
    for _step in range(now(app).count):
        parts = list(parts_in_sight(app))
        for part in parts:
            assert part.isVisible()
            assert window.contains(place(app, part)), part
        assert screen(app).sentence.is_whole
        assert screen(app).sentence.pixels >= 14 * min(factor, 1.5)
        for button in (screen(app).easing, screen(app).not_yet, screen(app).stop):
            assert button.height() >= 64
        for number, one in enumerate(parts):
            for other in parts[number + 1 :]:
                assert not place(app, one).intersects(place(app, other)), (one, other)
        app.press(K.Key_N)
        player(app).answer_check(found=False)
        app.settle()


def test_three_times_the_text_grows_as_far_as_there_is_room(app: App) -> None:
    app.window.theme.set_text_factor(3)
    app.window.resize(*LEAST)
    app.window.open_cramp("calf", "bed")
    app.settle()
    parts = list(parts_in_sight(app))
    for number, one in enumerate(parts):
        assert app.window.rect().contains(place(app, one)), one
        for other in parts[number + 1 :]:
            assert not place(app, one).intersects(place(app, other)), (one, other)
    assert screen(app).theme.scale == 2
    app.window.resize(*FULL)
    app.settle()
    assert screen(app).theme.scale == 3


def test_the_two_answers_stay_side_by_side_through_the_aftercare(app: App) -> None:
    app.window.theme.set_text_factor(2)
    app.window.resize(*LEAST)
    app.window.open_cramp()
    app.settle()
    before = [place(app, button) for button in (screen(app).easing, screen(app).not_yet)]
    app.press(K.Key_E)
    app.settle()
    after = [place(app, button) for button in (screen(app).easing, screen(app).not_yet)]
    assert screen(app).easing.text() == "That's enough"
    assert [one.left() for one in after] == [one.left() for one in before]
    assert screen(app).beat.height() >= 60


@pytest.mark.parametrize("factor", [1, 2])
def test_the_question_fits_the_least_window(app: App, factor: int) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(*LEAST)
    app.window.open_cramp()
    app.settle()
    live(app, 181)
    question = screen(app)._question
    assert question is not None
    parts = [question, screen(app).beat, screen(app).easing, screen(app).not_yet, screen(app).stop]
    for number, one in enumerate(parts):
        assert app.window.rect().contains(place(app, one))
        assert one.height() >= 30
        for other in parts[number + 1 :]:
            assert not place(app, one).intersects(place(app, other))


def test_the_choices_are_in_reach_where_they_have_no_place(app: App) -> None:
    app.window.theme.set_text_factor(2)
    app.window.resize(*LEAST)
    app.window.open_cramp()
    app.settle()
    assert not screen(app).choices.isVisible()
    app.click(screen(app).top.where)
    assert screen(app).choices.isVisible()
    chip = screen(app).choices.muscles.chips[Muscle.FOOT]
    app.click(chip)
    assert now(app).muscle is Muscle.FOOT
    assert not screen(app).choices.isVisible()


def test_the_countdown_is_read_from_two_metres(cramp: App) -> None:
    beat = screen(cramp).beat
    beat.repaint()
    assert beat._fonts is not None
    assert beat._fonts[1].pixelSize() >= 60
    assert screen(cramp).sentence.pixels >= 32


# -- afterwards ------------------------------------------------------------------------------------


def ease(app: App) -> None:
    live(app, 72)
    app.press(K.Key_Left)
    app.press(K.Key_Space)
    app.press(K.Key_F)
    app.settle()


def test_one_tap_writes_how_bad_it_was(cramp: App) -> None:
    ease(cramp)
    after = screen(cramp)._after
    assert after is not None
    assert after.heading.text() == "It eased after 1:12."
    cramp.click(after.card.pain.chips[7])
    kept = cramp.diary.cramps[0]
    assert (kept.muscle, kept.place, kept.side) == (Muscle.CALF, Place.DESK, Side.LEFT)
    assert (kept.seconds, kept.pain, kept.state) == (72, 7, CrampState.EASED)
    cramp.press(K.Key_3)
    assert cramp.diary.cramps[0].pain == 3
    assert len(cramp.diary.cramps) == 1


def test_the_tap_can_be_left_out(cramp: App) -> None:
    ease(cramp)
    cramp.press(K.Key_Escape)
    assert cramp.page() is Page.HOME
    assert cramp.diary.cramps[0].pain is None
    assert cramp.diary.cramps[0].state is CrampState.EASED


def test_a_screen_that_was_left_is_kept_as_unfinished(cramp: App) -> None:
    live(cramp, 30)
    cramp.window.close()
    assert cramp.diary.cramps[0].state is CrampState.UNFINISHED


@pytest.mark.parametrize("offer", [0, 1, 2])
def test_what_is_offered_is_played(cramp: App, offer: int) -> None:
    ease(cramp)
    after = screen(cramp)._after
    assert after is not None
    cramp.click(after.offers[offer])
    assert cramp.page() is Page.PLAYER
    routine = cramp.player.timeline.routine.id
    assert routine == ("after-cramp-recovery", "legs-up-rest", "ice-rub")[offer]


def test_the_aftercare_ends_by_itself_with_the_offers(cramp: App) -> None:
    live(cramp, 30)
    cramp.press(K.Key_Space)
    live(cramp, 95)
    after = screen(cramp)._after
    assert after is not None
    assert after.isVisible()


def test_it_comes_back(cramp: App) -> None:
    live(cramp, 30)
    cramp.press(K.Key_Space)
    assert screen(cramp).not_yet.text() == "It's back"
    cramp.press(K.Key_N)
    assert now(cramp).state is ReliefState.STRETCHING
    assert cramp.diary.cramps[0].state is CrampState.UNFINISHED


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
