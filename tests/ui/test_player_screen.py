"""The player's screen: keys, buttons, and what each moment shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from coach.core.diary import EntryState
from coach.core.playback import PlaybackState
from coach.core.timeline import Segment, SegmentKind
from coach.ui.pages import Page
from coach.ui.player.body import Body
from coach.ui.text import Text
from coach.ui.theme import Space
from tests.ui.conftest import App


def in_step(app: App, step: int, routine: str = "after-workout") -> Segment:
    return app.play_to(routine, lambda s: s.step == step and s.kind.is_work)


def body(app: App) -> Body:
    return app.window.player_screen.body


def test_space_pauses_and_goes_on(app: App) -> None:
    in_step(app, 1)
    app.press(Qt.Key.Key_Space)
    assert app.state() is PlaybackState.PAUSED
    assert body(app).stage.veil.isVisible()
    assert app.window.player_screen.controls.pause.text() == "Go on"
    app.press(Qt.Key.Key_Space)
    assert app.state() is PlaybackState.PLAYING
    assert not body(app).stage.veil.isVisible()
    assert body(app).caption.text().startswith("Right leg.")


@pytest.mark.parametrize(
    ("size", "factor"), [((480, 560), 1), ((480, 560), 2), ((480, 900), 3), ((1100, 760), 3)]
)
def test_what_to_see_to_before_a_routine_is_read_without_scrolling(
    app: App, size: tuple[int, int], factor: int
) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(*size)
    app.window.play("daily-prevention")
    app.settle()
    before = body(app).before
    assert before.text().startswith("Firm dry floor.")
    assert before.visibleRegion().boundingRect() == before.rect()
    app.turn(6)
    app.settle()
    assert before.isHidden()
    assert body(app).countdown.height() >= 132


@pytest.mark.parametrize(("key", "step"), [(Qt.Key.Key_Left, 1), (Qt.Key.Key_Right, 3)])
def test_arrows_go_back_and_skip(app: App, key: Qt.Key, step: int) -> None:
    in_step(app, 2)
    app.press(key)
    assert app.player.snapshot().segment.step == step


def test_r_starts_the_step_again(app: App) -> None:
    in_step(app, 2)
    app.turn(9)
    app.press(Qt.Key.Key_R)
    assert app.player.snapshot().within == 0
    assert app.player.snapshot().segment.step == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Up])
def test_ten_seconds_more(app: App, key: Qt.Key) -> None:
    segment = in_step(app, 2)
    app.press(key)
    assert app.player.snapshot().length == segment.seconds + 10


def test_what_is_said_stays_in_sight_beside_words_that_scroll(app: App) -> None:
    app.window.resize(1100, 620)
    in_step(app, 2)
    many = tuple(f"Sentence {n}, which takes about a line of its own here." for n in range(9))
    body(app).instructions.show_sentences(many)
    app.window.resize(1100, 621)
    app.settle()
    scroll, caption = app.window.player_screen._scroll, body(app).caption
    assert scroll.verticalScrollBar().maximum() > 0
    top = caption.mapTo(scroll, caption.rect().topLeft()).y()
    assert top + caption.heightForWidth(caption.width()) <= scroll.height() - Space.L


def test_m_mutes_and_speaks(app: App) -> None:
    in_step(app, 1)
    app.press(Qt.Key.Key_M)
    assert app.coach.muted
    assert app.voice.log[-1] == "muted True"
    assert app.window.tops.tools.mute.text() == "Switch the voice on"
    app.click(app.window.tops.tools.mute)
    assert not app.coach.muted


def test_escape_goes_home_and_keeps_what_was_done(app: App) -> None:
    in_step(app, 2)
    app.press(Qt.Key.Key_Escape)
    assert app.page() is Page.HOME
    assert app.diary.entries[0].state is EntryState.STOPPED
    assert app.diary.entries[0].steps_done == 2


def test_a_key_is_for_the_button_that_has_the_focus(app: App) -> None:
    """Someone who walked to Skip with Tab skips with the space bar."""
    in_step(app, 1)
    controls = app.window.player_screen.controls
    controls.skip.setFocus(Qt.FocusReason.TabFocusReason)
    app.press(Qt.Key.Key_Space)
    assert app.player.snapshot().segment.step == 2
    assert app.state() is PlaybackState.PLAYING


def test_keys_with_control_are_not_taken(app: App) -> None:
    in_step(app, 1)
    app.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert app.player.snapshot().segment.step == 1


@pytest.mark.parametrize(
    ("name", "check"),
    [
        ("back", lambda app: app.player.snapshot().segment.step == 1),
        ("skip", lambda app: app.player.snapshot().segment.step == 3),
        ("restart", lambda app: app.player.snapshot().within == 0),
        ("more", lambda app: app.player.snapshot().length == 30),
        ("pause", lambda app: app.state() is PlaybackState.PAUSED),
    ],
)
def test_buttons_do_what_they_say(app: App, name: str, check: object) -> None:
    in_step(app, 2)
    button = getattr(app.window.player_screen.controls, name)
    app.click(button)
    assert callable(check)
    assert check(app)


def test_a_hold_on_one_side(app: App) -> None:
    in_step(app, 1)
    parts = body(app)
    assert parts.eyebrow.text() == "Step 2 of 6"
    assert parts.title.text() == "Split-stance calf stretch"
    assert parts.badge.text == "Right leg"
    assert parts.caption.text() == "Right leg. Split-stance calf stretch."
    assert parts.following.text() == "Then: Bent-knee calf stretch"
    assert parts.countdown._digits == "29"
    assert parts.countdown._word == "Hold"
    assert len(parts.instructions.sentences) == 5


def test_a_repetition_names_its_phase(app: App) -> None:
    app.play_to("daily-prevention", lambda s: s.step == 1 and s.rep == 4)
    parts = body(app)
    assert parts.count.text() == "Repetition 4 of 12"
    assert parts.countdown._word == "Lean in"
    assert not parts.badge.isVisible()


def test_a_rest_pictures_what_comes(app: App) -> None:
    app.play_to("daily-prevention", lambda s: s.kind is SegmentKind.REST)
    parts = body(app)
    assert parts.eyebrow.text() == "Coming up: step 2 of 5"
    assert parts.title.text() == "Wall lean, both calves"
    assert parts.count.text() == "12 repetitions"
    assert parts.countdown._word == "Rest"


def test_own_pace_waits_for_the_button(app: App) -> None:
    app.play_to("own-pace", lambda s: s.waits)
    parts = body(app)
    assert parts.go_on.isVisible()
    assert parts.count.text() == "12 times, as slowly as you like"
    app.turn(500)
    assert app.player.snapshot().segment.waits
    app.click(parts.go_on)
    assert not app.player.snapshot().segment.waits
    assert not parts.go_on.isVisible()


def test_enter_goes_on_too(app: App) -> None:
    app.play_to("own-pace", lambda s: s.waits)
    QTest.keyClick(app.window.header, Qt.Key.Key_Return)
    assert not app.player.snapshot().segment.waits


def test_a_machine_that_slept_says_so(app: App) -> None:
    in_step(app, 1)
    app.clock.asleep += 600
    app.turn(0.1)
    assert app.state() is PlaybackState.PAUSED
    assert "asleep" in body(app).caption.text()


def test_what_waits_cannot_be_made_longer(app: App) -> None:
    app.play_to("own-pace", lambda s: s.waits)
    assert not app.window.player_screen.controls.more.isEnabled()


def test_the_end_says_what_was_done(app: App) -> None:
    app.window.play("daily-prevention")
    app.turn(1)
    app.player.skip()
    app.player.skip()
    app.turn(1000)
    assert app.page() is Page.END
    end = app.window.end_screen
    assert end.facts.text().startswith("4 of 5 steps in ")
    assert end.routine.text() == "Daily prevention"
    left_out = [
        text for text in end.findChildren(Text) if text.accessibleName().endswith("left out")
    ]
    assert [text.text() for text in left_out] == ["Ankle pumps"]


def test_the_whole_of_it_takes_the_stated_time(app: App) -> None:
    app.window.play("daily-prevention")
    app.turn(1000)
    assert app.window.end_screen.facts.text() == "5 steps in 6 minutes"


def test_what_was_left_out_is_told_kindly_and_what_goes_well_is_offered(app: App) -> None:
    app.window.play("before-workout")
    app.turn(1)
    app.player.skip()
    app.player.skip()
    app.turn(2000)
    end = app.window.end_screen
    assert end.kindly.text() == "The rest can wait for another time."
    assert end.next_name.text().startswith("Goes well with it: After exercise.")
    app.click(end.next_button)
    assert app.page() is Page.PLAYER
    assert app.player.timeline.routine.id == "after-workout"
    app.turn(4000)
    assert end.kindly.isHidden()


def test_what_is_said_in_the_instructions_too_is_said_once(app: App) -> None:
    app.play_to("morning-in-bed", lambda s: s.step == 4)
    parts = body(app)
    assert parts.caption.text() == "Sit on the bed edge, feet flat."
    assert parts.caption.isVisible()
    assert not parts.instructions.isVisible()


def test_arrows_are_explained_while_there_are_some(app: App) -> None:
    app.play_to("daily-prevention", lambda s: s.step == 1 and s.rep == 4)
    app.settle()
    assert body(app).stage.legend.isVisible()
    app.play_to("daily-prevention", lambda s: s.kind is SegmentKind.REST)
    assert not body(app).stage.legend.isVisible()


def test_all_grows_with_a_large_screen(app: App) -> None:
    in_step(app, 1)
    app.settle()
    parts = body(app)
    lines, badge = parts.caption.fontMetrics().height(), parts.badge.height()
    muscle = parts.stage.view.label_place.height()
    app.window.resize(3840, 2160)
    app.settle()
    assert parts.stage.view.label_place.height() >= 2 * muscle
    assert parts.caption.fontMetrics().height() >= 2.5 * lines
    assert parts.badge.height() >= 2 * badge
    assert parts.countdown.height() > 1000


def test_in_the_least_window_with_the_largest_text_what_matters_is_in_sight(app: App) -> None:
    app.window.theme.set_text_factor(3)
    app.window.resize(480, 560)
    app.play_to("own-pace", lambda s: s.waits)
    app.settle()
    screen, parts = app.window.player_screen, body(app)
    seen = screen._scroll.viewport()
    for part in (parts.stage, parts.countdown, parts.go_on):
        assert seen.rect().contains(part.rect().translated(part.mapTo(seen, part.rect().topLeft())))


def test_another_arrangement_deletes_no_layout(app: App) -> None:
    """One that Qt deletes inside another one makes PySide crash later on."""
    in_step(app, 1)
    parts = body(app)
    kept = parts._both, parts._left, parts._right
    for size in ((480, 560), (480, 1000), (1100, 760), (480, 560), (1920, 1080)):
        app.window.resize(*size)
        app.settle()
        assert (parts._both, parts._left, parts._right) == kept
        assert all(isValid(layout) for layout in kept)


def test_once_more_and_home(app: App) -> None:
    app.window.play("daily-prevention")
    app.turn(1000)
    end = app.window.end_screen
    app.click(end.again_button)
    assert app.page() is Page.PLAYER
    assert app.player.timeline.routine.id == "daily-prevention"
    app.turn(1000)
    app.click(end.home_button)
    assert app.page() is Page.HOME
