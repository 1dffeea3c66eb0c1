"""After a cramp: one tap in the diary, what is offered next, and a cramp that comes back."""

from __future__ import annotations

import pytest

from coach.core.body import Muscle, Side
from coach.core.relief import CrampState, Place, ReliefState
from coach.ui.pages import Page
from tests.ui.conftest import App
from tests.ui.cramp_app import K, cramp, live, now, screen

__all__ = ["cramp"]


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
