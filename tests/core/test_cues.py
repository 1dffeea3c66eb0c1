from __future__ import annotations

import sys
from dataclasses import replace
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.content.library import load_library
from coach.content.resources import find_resources
from coach.core.captions import caption
from coach.core.cue import (
    COUNTED_SECONDS,
    OPENING_SECONDS,
    SOUND_LEAD_SECONDS,
    Cue,
    CueDue,
    Priority,
    spoken_seconds,
)
from coach.core.cues import Hearing, Sound, cue_texts, plan_cues
from coach.core.exercise import Dose, Hold, OwnPace, Phase, Reps, Sides
from coach.core.playback import Playback
from coach.core.room import give_room
from coach.core.routine import ExerciseStep, Routine
from coach.core.timeline import SegmentKind, Timeline, build_timeline
from coach.core.verbosity import Verbosity
from tests.core.strategies import exercise, routine, routines

RULES = "A pull is fine, pain is not. Stop for chest pain."
hearings = st.builds(
    Hearing, st.sampled_from(Verbosity), st.booleans(), st.sampled_from(["", RULES])
)


def moment(timeline: Timeline, cue: Cue) -> float:
    """Return when the cue's words begin, in seconds of the timeline."""
    segment = timeline.segments[cue.segment]
    begin = segment.end if cue.from_end else segment.start
    return round(begin + cue.offset + (cue.said_after if cue.said else 0), 3)


def heard(
    timeline: Timeline, slowness: float = 1.0, hearing: Hearing | None = None
) -> list[tuple[float, str]]:
    def length(text: str) -> float:
        return slowness * spoken_seconds(text)

    cues = plan_cues(timeline, length, hearing)
    return [(moment(timeline, cue), cue.said) for cue in cues if cue.said]


def said(timeline: Timeline, hearing: Hearing | None = None) -> list[str]:
    return [text for _at, text in heard(timeline, hearing=hearing)]


def sounds(timeline: Timeline, hearing: Hearing) -> list[tuple[float, str]]:
    cues = plan_cues(timeline, spoken_seconds, hearing)
    quiet = (replace(cue, spoken="") for cue in cues if cue.sound)
    return [(moment(timeline, cue), cue.sound) for cue in quiet]


def one_step(dose: Dose, sides: Sides = Sides.BOTH, change: float = 0) -> Timeline:
    step = ExerciseStep(exercise(dose, sides), dose, sides, change=change)
    return build_timeline(routine(step), lead_in=0)


@given(routines(), st.floats(0.3, 3), hearings)
def test_words_never_overlap_however_slow_the_voice(
    any_routine: Routine, slowness: float, hearing: Hearing
) -> None:
    timeline = build_timeline(any_routine)
    for (start, text), (after, _text) in pairwise(heard(timeline, slowness, hearing)):
        assert start + slowness * spoken_seconds(text) <= after + 2e-3


@given(routines(), hearings)
def test_every_cue_begins_within_its_segment(any_routine: Routine, hearing: Hearing) -> None:
    timeline = build_timeline(any_routine)
    for cue in plan_cues(timeline, spoken_seconds, hearing):
        segment = timeline.segments[cue.segment]
        at = segment.seconds + cue.offset if cue.from_end else cue.offset
        assert at >= 0
        assert segment.waits or at <= segment.seconds


@given(routines(), hearings)
def test_whatever_is_said_was_announced_for_rendering(
    any_routine: Routine, hearing: Hearing
) -> None:
    timeline = build_timeline(any_routine)
    assert set(said(timeline, hearing)) <= set(cue_texts(timeline, hearing))


@given(routines(), hearings)
def test_captions_are_complete_however_little_is_heard(
    any_routine: Routine, hearing: Hearing
) -> None:
    timeline = give_room(build_timeline(any_routine), lambda text: 0.0, hearing)
    shown = {cue.text for cue in plan_cues(timeline, lambda text: 0.0, hearing)}
    full = {cue.text for cue in plan_cues(timeline, lambda text: 0.0)}
    assert full <= shown


@given(routines(), st.sampled_from([Verbosity.SOUNDS, Verbosity.SILENT]))
def test_without_words_there_is_nothing_to_render(
    any_routine: Routine, verbosity: Verbosity
) -> None:
    hearing = Hearing(verbosity, sounds=True, stop_rules=RULES)
    timeline = build_timeline(any_routine)
    assert cue_texts(timeline, hearing) == ()
    assert said(timeline, hearing) == []


def test_a_hold_names_itself_helps_tells_halfway_and_counts_its_last_three_seconds() -> None:
    assert heard(one_step(Hold(30))) == [
        (OPENING_SECONDS, "Heel walking."),
        (7.5, "Toes up."),
        (15, "Halfway."),
        (22.5, "Small steps."),
        (27, "Three."),
        (28, "Two."),
        (29, "One."),
        (30, "Done. Well done."),
    ]


def test_the_side_is_said_first_and_the_last_one_announced() -> None:
    texts = said(one_step(Hold(10, 3, 5), Sides.EACH, change=5))
    assert [text for text in texts if not text.startswith(("Three", "Two", "One"))] == [
        "Right leg. Heel walking.",
        "Ease off.",
        "Right leg. Small steps. Keep breathing.",
        "Ease off.",
        "Right leg. Last one. Toes up.",
        "Change sides. Left leg.",
        "Left leg. Toes up.",
        "Ease off.",
        "Left leg. Small steps. Keep breathing.",
        "Ease off.",
        "Left leg. Last one. Toes up.",
        "Done. Well done.",
    ]


def test_the_breath_is_named_at_every_second_hold() -> None:
    texts = said(one_step(Hold(10, 8, 5)))
    holds = [text for text in texts if "oes" in text or "steps" in text or "walking" in text]
    assert ["breath" in text for text in holds] == [False, True] * 4


def test_a_countdown_that_has_no_room_is_left_out_whole() -> None:
    assert said(one_step(Hold(3))) == ["Heel walking.", "Done. Well done."]


@pytest.mark.parametrize(("reps", "counted"), [(12, []), (30, ["5.", "10.", "15.", "20.", "25."])])
def test_many_repetitions_are_counted_by_fives(reps: int, counted: list[str]) -> None:
    dose = Reps((Phase("Lean in", 5), Phase("Back", 5)), reps)
    texts = said(one_step(dose))
    assert [text for text in texts if text[0].isdigit()] == counted
    assert sum(text.startswith("Last one.") for text in texts) == 1
    assert texts.count("Back.") == (12 if reps == 12 else 2)


def test_circles_say_when_to_go_the_other_way() -> None:
    dose = Reps((Phase("Circle", 2),), 8, reverse=True)
    at = [at for at, text in heard(one_step(dose)) if text == "Other way."]
    assert at == [8]


# -------------------------------------------------------------------- how much is heard


def test_brief_says_sides_changes_and_the_countdown() -> None:
    timeline = one_step(Hold(30, 2, 10), Sides.EACH, change=6)
    assert said(timeline, Hearing(Verbosity.BRIEF)) == [
        "Right leg. Heel walking.",
        *("Three.", "Two.", "One."),
        "Ease off.",
        *("Three.", "Two.", "One."),
        "Right leg.",
        *("Three.", "Two.", "One."),
        "Change sides. Left leg.",
        *("Three.", "Two.", "One."),
        "Left leg.",
        *("Three.", "Two.", "One."),
        "Ease off.",
        *("Three.", "Two.", "One."),
        "Left leg.",
        *("Three.", "Two.", "One."),
        "Done.",
    ]


def test_sounds_mark_the_beginning_the_change_the_countdown_and_the_end() -> None:
    timeline = one_step(Hold(10), Sides.EACH, change=5)
    assert sounds(timeline, Hearing(Verbosity.SOUNDS, sounds=True)) == [
        (OPENING_SECONDS, Sound.BEGIN),
        *((at, Sound.TICK) for at in (7, 8, 9)),
        (10, Sound.CHANGE),
        *((at, Sound.TICK) for at in (12, 13, 14)),
        (15, Sound.BEGIN),
        *((at, Sound.TICK) for at in (22, 23, 24)),
        (25, Sound.END),
    ]


def test_words_follow_their_sound() -> None:
    first = heard(one_step(Hold(10)), hearing=Hearing(sounds=True))[0]
    assert first == (OPENING_SECONDS + SOUND_LEAD_SECONDS, "Heel walking.")


def test_phases_too_short_for_words_tick() -> None:
    timeline = one_step(Reps((Phase("Up", 1), Phase("Rest", 1)), 3))
    assert sounds(timeline, Hearing(sounds=True)) == [
        (OPENING_SECONDS, Sound.BEGIN),
        *((at, Sound.TICK) for at in range(1, 6)),
        (6, Sound.END),
    ]


def test_a_countdown_without_room_ticks() -> None:
    timeline = one_step(Hold(4))
    ticks = [at for at, name in sounds(timeline, Hearing(sounds=True)) if name == Sound.TICK]
    assert ticks == [1, 2, 3]


@given(routines())
def test_silent_is_silent(any_routine: Routine) -> None:
    hearing = Hearing(Verbosity.SILENT, sounds=True, stop_rules=RULES)
    for cue in plan_cues(build_timeline(any_routine), spoken_seconds, hearing):
        assert not cue.said
        assert not cue.sound


# -------------------------------------------------------------------- the stop rules


def rules_cue(timeline: Timeline, verbosity: Verbosity = Verbosity.FULL) -> Cue | None:
    cues = plan_cues(timeline, spoken_seconds, Hearing(verbosity, stop_rules=RULES))
    found = [cue for cue in cues if cue.priority is Priority.SAFETY]
    assert len(found) <= 1
    return found[0] if found else None


def test_the_stop_rules_are_said_in_the_first_rest_that_has_room() -> None:
    step = ExerciseStep(exercise(Hold(10)), Hold(10), Sides.BOTH, rest_after=5)
    roomy = replace(step, rest_after=12)
    timeline = build_timeline(routine(step, roomy, step))
    cue = rules_cue(timeline)
    assert cue is not None
    assert timeline.segments[cue.segment].kind is SegmentKind.REST
    assert timeline.segments[cue.segment].seconds == 12
    after_caption = spoken_seconds("Rest. Next: Heel walking.")
    assert after_caption < cue.offset
    assert cue.offset + spoken_seconds(RULES) < 12 - COUNTED_SECONDS


def test_a_long_lead_in_takes_the_stop_rules() -> None:
    cue = rules_cue(build_timeline(routine(one_step(Hold(10)).steps[0]), lead_in=15))
    assert cue is not None
    assert cue.segment == 0


def test_without_a_pause_they_are_said_during_the_work_and_no_count_is_lost() -> None:
    timeline = one_step(Hold(30))
    cue = rules_cue(timeline)
    assert cue is not None
    assert cue.offset > spoken_seconds("Heel walking.")
    texts = said(timeline, Hearing(stop_rules=RULES))
    assert texts[:2] == ["Heel walking.", RULES]
    assert texts[-4:-1] == ["Three.", "Two.", "One."]


@pytest.mark.parametrize("dose", [OwnPace(), Reps((Phase("Lean in", 5), Phase("Back", 5)), 30)])
def test_they_are_said_whatever_the_dose(dose: Dose) -> None:
    cue = rules_cue(one_step(dose))
    assert cue is not None
    assert not cue.from_end


def test_nothing_is_made_longer_for_the_stop_rules() -> None:
    planned = one_step(Hold(3))
    assert rules_cue(planned) is None
    hearing = Hearing(stop_rules=RULES)
    assert give_room(planned, spoken_seconds, hearing) == give_room(planned, spoken_seconds)


def test_twice_the_steps_take_about_twice_the_work() -> None:
    """Whoever begins a long routine does not wait, where the stop rules fit nowhere either."""

    def lines(steps: int) -> int:
        dose = Reps((Phase("Up.", 1), Phase("Down.", 1)), 10)
        step = ExerciseStep(exercise(dose, Sides.BOTH), dose, Sides.BOTH)
        timeline = build_timeline(routine(*[step] * steps), lead_in=0)
        count = 0

        def note(_frame: FrameType, _event: str, _what: object) -> Any:  # noqa: ANN401 - as typeshed
            nonlocal count
            count += 1
            return note

        before = sys.gettrace()
        sys.settrace(note)
        try:
            plan_cues(timeline, spoken_seconds, Hearing(stop_rules=1000 * RULES))
        finally:
            sys.settrace(before)
        return count

    assert lines(40) < 2.5 * lines(20)


def test_a_brief_voice_says_the_stop_rules_and_a_silent_one_shows_them() -> None:
    timeline = one_step(Hold(30))
    for verbosity in Verbosity:
        cue = rules_cue(timeline, verbosity)
        assert cue is not None
        assert cue.text == RULES
        assert bool(cue.said) is verbosity.speaks


# -------------------------------------------------------------------- the shipped routines


def test_each_sentence_of_the_shipped_routines_has_at_most_seven_words() -> None:
    """Remarks of a routine's author may be longer: they say what no picture can."""
    library = load_library(find_resources())
    for name in library.cards:
        timeline = build_timeline(library.routine(name))
        remarks = [
            getattr(step, "note", "") or getattr(step, "text", "") for step in timeline.steps
        ]
        for text in cue_texts(timeline):
            for remark in filter(None, remarks):
                text = text.replace(remark, "")  # noqa: PLW2901 - what is left is ours
            sentences = text.replace("!", ".").replace("?", ".").split(".")
            assert all(len(sentence.split()) <= 7 for sentence in sentences), (name, text)


def test_over_an_hour_every_cue_falls_due_on_its_second() -> None:
    """Steps of a sixtieth of a second, none of which a machine adds up exactly."""
    dose = Hold(30, count=60, rest=30)
    timeline = one_step(dose)
    assert timeline.seconds == 60 * 60 - 30
    cues = plan_cues(timeline, spoken_seconds, Hearing(sounds=True))
    playback = Playback(timeline, cues)
    playback.start()
    now, worst, count = 0.0, 0.0, 0
    for tick in range(1, round(60 * timeline.seconds) + 60):
        moved = tick / 60 - now
        now += moved
        for event in playback.advance(moved):
            if isinstance(event, CueDue):
                segment = timeline.segments[event.cue.segment]
                begin = segment.end if event.cue.from_end else segment.start
                worst = max(worst, abs(now - event.late - begin - event.cue.offset))
                count += 1
    assert count >= len(cues) - 1  # the very first falls due with the start
    assert worst < 1e-6


def test_the_caption_is_what_is_said_in_full() -> None:
    timeline = one_step(Hold(10), Sides.EACH, change=5)
    firsts = [cue for cue in plan_cues(timeline) if cue.priority is Priority.CHANGE]
    assert [cue.said for cue in firsts] == [
        caption(timeline, timeline.segments[cue.segment]) for cue in firsts
    ]
