from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from coach.app.player import Player
from coach.app.ticker import AHEAD_SECONDS
from coach.core.cue import CueDue
from coach.core.cues import plan_cues
from coach.core.exercise import Hold, Sides
from coach.core.playback import Playback, PlaybackState, SegmentStarted
from coach.core.routine import ExerciseStep
from coach.core.timeline import SegmentKind, build_timeline
from tests.app.stubs import HandClock
from tests.core.strategies import exercise, routine


class Watched:
    """A player with two holds of ten seconds, and all that it tells."""

    def __init__(self, speed: float = 1.0) -> None:
        dose = Hold(10)
        step = ExerciseStep(exercise(dose), dose, Sides.BOTH, rest_after=5)
        timeline = build_timeline(routine(step, step))
        self.clock = HandClock()
        self.player = Player(Playback(timeline, plan_cues(timeline)), self.clock, speed=speed)
        self.segments: list[str] = []
        self.cues: list[CueDue] = []
        self.states: list[PlaybackState] = []
        self.slept: list[float] = []
        self.ahead: list[tuple[str, float]] = []
        self.jumps = 0
        self.player.segment_started.connect(self._segment)
        self.player.cue_due.connect(self.cues.append)
        self.player.state_changed.connect(self.states.append)
        self.player.slept.connect(self.slept.append)
        self.player.cue_ahead.connect(lambda cue, wait: self.ahead.append((cue.text, wait)))
        self.player.jumped.connect(self._jump)

    def _segment(self, started: SegmentStarted) -> None:
        self.segments.append(started.segment.kind.value)

    def _jump(self) -> None:
        self.jumps += 1

    @property
    def texts_ahead(self) -> list[str]:
        return [text for text, _wait in self.ahead]

    def after(self, awake: float, asleep: float = 0) -> None:
        """Turn the clock and let the player look at it."""
        self.clock.awake += awake
        self.clock.asleep += asleep
        self.player.tick()


@pytest.fixture
def watched(qtbot: QtBot) -> Iterator[Watched]:
    one = Watched()
    yield one
    one.player.stop()


def test_time_before_the_start_does_not_count(watched: Watched) -> None:
    watched.clock.awake += 50
    watched.player.start()
    assert watched.player.snapshot().within == 0
    assert watched.segments == ["get-ready"]


def test_missed_ticks_lose_no_time(watched: Watched) -> None:
    watched.player.start()
    watched.after(5 + 10 + 5 + 3)
    assert watched.segments == ["get-ready", "hold", "rest", "hold"]
    assert watched.player.snapshot().within == 3


def test_a_machine_that_slept_pauses_the_routine(watched: Watched) -> None:
    watched.player.start()
    watched.after(6)
    watched.after(0.5, asleep=3600)
    assert watched.player.snapshot().state is PlaybackState.PAUSED
    assert watched.player.snapshot().within == 1.5
    assert watched.slept == [3600]
    watched.player.resume()
    watched.after(1)
    assert watched.player.snapshot().within == 2.5


def test_time_spent_paused_does_not_count(watched: Watched) -> None:
    watched.player.start()
    watched.after(6)
    watched.player.toggle_pause()
    watched.after(100)
    watched.player.toggle_pause()
    watched.after(1)
    assert watched.player.snapshot().within == 2


def test_a_command_first_lets_the_time_pass_that_has_passed(watched: Watched) -> None:
    watched.player.start()
    watched.clock.awake += 7
    watched.player.pause()
    assert watched.player.snapshot().within == 2


def test_cues_tell_how_late_they_are(watched: Watched) -> None:
    watched.player.start()
    watched.after(5.25)
    assert watched.cues[-1].cue.text == "Heel walking."
    assert watched.cues[-1].late == pytest.approx(0.25)


def test_twice_as_fast_plays_twice_the_time(qtbot: QtBot) -> None:
    one = Watched(speed=2)
    one.player.start()
    one.after(5)
    assert one.player.snapshot().within == 5
    one.player.stop()


def test_at_the_end_nothing_ticks_any_more(watched: Watched) -> None:
    watched.player.start()
    watched.after(100)
    assert watched.states[-1] is PlaybackState.FINISHED
    assert not watched.player.is_ticking


def test_an_unseen_player_wakes_for_the_next_event_only(watched: Watched) -> None:
    watched.player.set_frame_interval(None)
    watched.player.start()
    watched.after(1)
    assert watched.player.is_ticking
    assert watched.player.wakes_in == 1000
    watched.after(4 - 0.5)
    assert watched.player.wakes_in == pytest.approx((0.5 - AHEAD_SECONDS) * 1000, abs=1)
    watched.player.pause()
    assert not watched.player.is_ticking


def test_a_real_timer_moves_it_on(qtbot: QtBot) -> None:
    one = Watched()
    one.player.start()
    one.clock.awake += 5.5
    with qtbot.waitSignal(one.player.changed, timeout=2000):
        pass
    assert one.player.snapshot().segment.kind is SegmentKind.HOLD
    one.player.stop()


def test_a_cue_is_handed_out_a_little_ahead_and_once(watched: Watched) -> None:
    watched.player.start()
    watched.after(4.5)
    watched.ahead.clear()
    for _look in range(6):
        watched.after(0.1)
    assert watched.texts_ahead == ["Heel walking."]
    assert AHEAD_SECONDS - 0.1 <= watched.ahead[0][1] <= AHEAD_SECONDS


def test_a_jump_takes_back_what_was_handed_out(watched: Watched) -> None:
    watched.player.start()
    watched.after(4.9)
    assert watched.texts_ahead[-1] == "Heel walking."
    watched.player.restart_step()
    assert watched.jumps == 1
    assert watched.texts_ahead[-2:] == ["Heel walking.", "Heel walking."]


def test_what_a_pause_took_back_is_handed_out_after_it(watched: Watched) -> None:
    watched.player.start()
    watched.after(4.9)
    watched.player.pause()
    assert watched.jumps == 1
    watched.after(7)
    watched.player.resume()
    watched.after(0.05)
    assert watched.texts_ahead[-2:] == ["Heel walking.", "Heel walking."]
    watched.after(0.1)
    assert watched.jumps == 1


def test_what_sleep_took_back_is_handed_out_after_it(watched: Watched) -> None:
    watched.player.start()
    watched.after(4.85, asleep=3600)
    assert watched.player.snapshot().state is PlaybackState.PAUSED
    assert watched.texts_ahead[-1] == "Heel walking."
    assert watched.jumps == 1
    watched.player.resume()
    assert watched.texts_ahead[-2:] == ["Heel walking.", "Heel walking."]


def test_a_count_that_was_handed_out_is_taken_back_when_there_is_more_time(
    watched: Watched,
) -> None:
    watched.player.start()
    watched.after(5.1)
    watched.after(6.7)
    assert watched.texts_ahead[-1] == "Three."
    watched.player.extend()
    assert watched.jumps == 1
    watched.ahead.clear()
    watched.after(10)
    assert watched.texts_ahead[-1] == "Three."


def test_a_cue_is_on_its_second_though_the_screen_takes_its_time(watched: Watched) -> None:
    due: list[float] = []

    def take_time(_started: SegmentStarted) -> None:
        watched.clock.awake += 0.08

    watched.player.start()
    watched.after(4.5)
    watched.player.segment_started.connect(take_time)
    watched.player.cue_ahead.connect(lambda _cue, wait: due.append(watched.clock.awake + wait))
    watched.after(7.4)
    begin = watched.clock.awake - 0.08 - 11.9
    assert [round(one - begin, 6) for one in due] == [5.0, 12.0]


def test_a_late_look_at_the_clock_still_speaks(watched: Watched) -> None:
    watched.player.start()
    watched.after(5.5)
    assert watched.texts_ahead[-1] == "Heel walking."
    assert watched.ahead[-1][1] == pytest.approx(-0.5)
