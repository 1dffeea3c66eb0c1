"""What is heard in a step of relief."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coach.core.cue import GAP_SECONDS, Cue, spoken_seconds
from coach.core.relief.protocol import Way
from coach.core.relief.spoken import plan_step, spoken_until
from tests.core.reliefs import protocol, way

WORDS = ["Pull.", "Ease.", "Stand and hold on. Heel into the floor.", "Breathe out."]
parts = st.tuples(
    st.sampled_from(["ready", "hold", "ease", "move"]),
    st.integers(1, 90).map(float),
    st.sampled_from(WORDS),
)
ways = st.lists(parts, min_size=1, max_size=8).map(lambda made: way(*made))


def heard(made: Way, busy: float = 0) -> list[tuple[float, str]]:
    return [(cue.offset, cue.text) for cue in plan_step(made, spoken_seconds, busy=busy)]


def overlaps(cues: tuple[Cue, ...], slowness: float = 1) -> list[tuple[Cue, Cue]]:
    return [
        (one, two)
        for one, two in pairwise(cues)
        if one.offset + slowness * spoken_seconds(one.text) > two.offset
    ]


def test_a_hold_of_ten_seconds_is_counted_out() -> None:
    assert heard(way(("hold", 10, "Pull."))) == [
        (0, "Pull."), (7, "Three."), (8, "Two."), (9, "One."),
    ]  # fmt: skip


def test_shorter_holds_easing_and_walking_are_not_counted() -> None:
    made = way(("hold", 9, "Pull."), ("ease", 10, "Ease."), ("move", 15, "Walk."))
    assert [text for _at, text in heard(made)] == ["Pull.", "Ease.", "Walk."]


def test_a_long_hold_or_walk_reminds_of_the_breath_halfway() -> None:
    made = way(("hold", 30, "Lean."), ("move", 60, "Walk."))
    assert (15, "Keep breathing.") in heard(made)
    assert (60, "Keep breathing.") in heard(made)


def test_every_second_of_several_short_holds_reminds_of_the_breath() -> None:
    pull = [("hold", 10.0, "Pull."), ("ease", 5.0, "Ease.")]
    said = [text for _at, text in heard(way(*pull * 4))]
    assert said.count("Pull.") == said.count("Pull. Keep breathing.") == 2


def test_what_was_said_before_is_heard_out() -> None:
    assert heard(way(("hold", 10, "Pull.")), busy=2.5)[0] == (2.5, "Pull.")


def test_what_would_come_before_the_first_words_is_not_said() -> None:
    made = way(("ready", 1, "Sit."), ("ease", 1, "Ease."), ("hold", 9, "Pull."))
    assert heard(made, busy=1.5) == [(1.5, "Sit.")]


def test_a_rest_reminds_for_ten_minutes_at_most() -> None:
    said = heard(protocol().rest.way)
    assert said[:2] == [(0, "Rest now."), (30, "Keep breathing.")]
    assert said[-1][0] == 600


@given(ways, st.floats(0, 5), st.floats(0.5, 4))
def test_cues_never_overlap_and_the_first_words_are_always_heard(
    made: Way, busy: float, slowness: float
) -> None:
    cues = plan_step(made, lambda text: slowness * spoken_seconds(text), busy=busy)
    assert cues[0].text == made.parts[0].say
    assert cues[0].offset == busy
    assert not overlaps(cues, slowness)
    last = cues[-1]
    if len(cues) > 1:
        assert last.offset + slowness * spoken_seconds(last.text) <= made.seconds + 1e-9


@given(ways, st.floats(0, 100))
def test_it_is_known_until_when_something_is_being_said(made: Way, within: float) -> None:
    cues = plan_step(made, spoken_seconds)
    begun = [cue for cue in cues if cue.offset <= within]
    last = begun[-1]
    expected = last.offset + spoken_seconds(last.text) + GAP_SECONDS
    assert spoken_until(cues, within, spoken_seconds) == expected
