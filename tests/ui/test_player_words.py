"""The player's words and its bar, without a window."""

from __future__ import annotations

import math
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.content.library import Library, load_library
from coach.content.resources import find_resources
from coach.core.exercise import Continuous, Dose, Hold, OwnPace, Phase, Reps
from coach.core.numbers import short_clock, time_left
from coach.core.playback import Playback
from coach.core.timeline import Segment, SegmentKind, Timeline, build_timeline
from coach.ui.pace import frame_interval
from coach.ui.player.arrangement import Arrangement, arrangement_for
from coach.ui.player.blocks import blocks_of, position_of
from coach.ui.player.summary import summarise
from coach.ui.player.wording import (
    announcement,
    count_line,
    dose_text,
    eyebrow,
    next_line,
    side_badge,
    state_word,
    title,
    what_to_do,
)


def first(timeline: Timeline, kind: SegmentKind, nth: int = 0) -> Segment:
    return [segment for segment in timeline.segments if segment.kind is kind][nth]


@pytest.fixture(scope="module")
def bedtime(library: Library) -> Timeline:
    return build_timeline(library.routine("bedtime-stretch"))


def test_holds_are_counted_on_each_side(bedtime: Timeline) -> None:
    holds = [segment for segment in bedtime.segments if segment.kind is SegmentKind.HOLD]
    told = [(side_badge(bedtime, hold), count_line(bedtime, hold)) for hold in holds[:4]]
    assert told == [
        ("Right leg", "Hold 1 of 3"),
        ("Left leg", "Hold 1 of 3"),
        ("Right leg", "Hold 2 of 3"),
        ("Left leg", "Hold 2 of 3"),
    ]


def test_a_change_names_the_leg_that_comes(bedtime: Timeline) -> None:
    change = first(bedtime, SegmentKind.CHANGE)
    assert side_badge(bedtime, change) == "Left leg"
    assert state_word(bedtime, change) == "Change sides"


def test_the_lead_in_tells_of_the_first_step(bedtime: Timeline) -> None:
    lead_in = bedtime.segments[0]
    assert eyebrow(bedtime, lead_in) == "Coming up: step 1 of 2"
    assert title(bedtime, lead_in) == "Split-stance calf stretch"
    assert count_line(bedtime, lead_in) == "3 holds of 10 seconds"
    assert side_badge(bedtime, lead_in) == "Right leg"
    assert len(what_to_do(bedtime, lead_in)) == 5


def test_the_last_step_says_so(bedtime: Timeline) -> None:
    assert next_line(bedtime, bedtime.segments[-2]) == "The last step"
    assert next_line(bedtime, bedtime.segments[1]) == "Then: Standing hamstring stretch"


def test_a_screen_reader_is_told_side_dose_and_seconds(bedtime: Timeline) -> None:
    hold = first(bedtime, SegmentKind.HOLD)
    said = announcement(bedtime, hold)
    assert said.startswith("Right leg. Split-stance calf stretch")
    assert said.endswith("Hold 1 of 3. 10 seconds.")


@pytest.mark.parametrize(
    ("dose", "text"),
    [
        (Hold(30), "Hold 30 seconds"),
        (Hold(10, 3), "3 holds of 10 seconds"),
        (Reps((Phase("Rise", 2),), 12), "12 repetitions"),
        (Reps((Phase("Rise", 2),), 8, 2), "2 sets of 8 repetitions"),
        (Continuous(60), "60 seconds"),
        (Continuous(30, 2), "2 rounds of 30 seconds"),
        (OwnPace(), "As long as you like"),
        (OwnPace(12), "12 times, as slowly as you like"),
    ],
)
def test_a_dose_in_words(dose: Dose, text: str) -> None:
    assert dose_text(dose) == text


@pytest.mark.parametrize(("seconds", "text"), [(5, "5"), (59, "59"), (60, "1:00"), (754, "12:34")])
def test_short_clock(seconds: int, text: str) -> None:
    assert short_clock(seconds) == text


def test_time_left() -> None:
    assert time_left(344) == "5:44 left"


def test_every_segment_of_every_routine_has_its_words(library: Library) -> None:
    for name in library.cards:
        timeline = build_timeline(library.routine(name))
        for segment in timeline.segments:
            assert title(timeline, segment)
            assert eyebrow(timeline, segment)
            assert state_word(timeline, segment)
            assert announcement(timeline, segment)
            assert next_line(timeline, segment)


# -- the bar ----------------------------------------------------------------------------------


def test_blocks_cover_the_whole_time_without_gap(library: Library) -> None:
    for name in library.cards:
        timeline = build_timeline(library.routine(name))
        blocks = blocks_of(timeline)
        assert len(blocks) == len(timeline.steps)
        assert blocks[0].start == 0
        ends = [block.start + block.seconds for block in blocks]
        assert ends == pytest.approx([block.start for block in blocks[1:]] + [timeline.seconds])


def test_hairlines_stand_where_holds_begin(bedtime: Timeline) -> None:
    ticks = blocks_of(bedtime)[0].ticks
    assert len(ticks) == 5
    assert list(ticks) == sorted(ticks)
    assert all(0 < tick < 1 for tick in ticks)


@given(st.floats(0, 400))
def test_the_place_never_runs_ahead_of_the_segment(seconds: float) -> None:
    library = shipped()
    playback = Playback(build_timeline(library.routine("daily-prevention")))
    playback.start()
    playback.advance(seconds)
    snapshot = playback.snapshot()
    place = position_of(snapshot)
    assert snapshot.segment.start <= place <= snapshot.segment.end + 1e-9
    playback.extend()
    assert position_of(playback.snapshot()) <= place + 1e-9


@cache
def shipped() -> Library:
    return load_library(find_resources())


# -- pace, layout, summary --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure_seconds", "milliseconds"),
    [(0.001, 16), (0.03, 30), (0.2, 50), (math.inf, 50)],
)
def test_frames_come_as_fast_as_the_figure_moves(figure_seconds: float, milliseconds: int) -> None:
    assert frame_interval(figure_seconds, reduce_motion=False) == milliseconds
    assert frame_interval(figure_seconds, reduce_motion=True) == 100


@pytest.mark.parametrize(
    ("width", "height", "scale", "arrangement"),
    [
        (1052, 545, 1, Arrangement.WIDE),
        (432, 700, 1, Arrangement.TALL),
        (432, 360, 1, Arrangement.SMALL),
        (1052, 480, 2, Arrangement.SMALL),
        (1872, 870, 1.5, Arrangement.WIDE),
    ],
)
def test_layout(width: int, height: int, scale: float, arrangement: Arrangement) -> None:
    assert arrangement_for(width, height, scale) is arrangement


def test_a_short_try_is_not_blamed(bedtime: Timeline) -> None:
    playback = Playback(bedtime)
    playback.start()
    playback.advance(8)
    playback.stop()
    summary = summarise(bedtime, playback.snapshot())
    assert summary.facts == "0 of 2 steps in under a minute"
    assert summary.heading == "That was a short one"
    assert [line.done for line in summary.lines] == [False, False]
