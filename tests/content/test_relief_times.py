"""The protocols as shipped, to the second."""

from __future__ import annotations

import pytest

from coach.content.library import Library
from coach.core.numbers import clock
from coach.core.relief import Place
from tests.content.reliefs import FILES, IDS, SHELF, get, ways

# One pass, and of each step: from, seconds, pattern (h hold, e ease, m move, r get ready), whether
# the signs are asked about after it, how long the other way takes.
TABLES: dict[str, tuple[str, list[tuple[str, int, str, bool, int]]]] = {
    "calf-bed": (
        "4:00",
        [
            ("0:00", 5, "r5", False, 0),
            ("0:05", 20, "h20", False, 0),
            ("0:25", 45, "h10 e5 h10 e5 h10 e5", False, 0),
            ("1:10", 50, "r20 h30", False, 45),
            ("2:00", 60, "m60", True, 60),
            ("3:00", 60, "m15 h10 e5 h10 e5 h10 e5", False, 0),
        ],
    ),
    "calf-desk": (
        "4:20",
        [
            ("0:00", 5, "r5", False, 0),
            ("0:05", 20, "h20", False, 0),
            ("0:25", 45, "h10 e5 h10 e5 h10 e5", False, 0),
            ("1:10", 70, "h30 e10 h30", False, 45),
            ("2:20", 60, "m60", True, 60),
            ("3:20", 60, "m15 h10 e5 h10 e5 h10 e5", False, 0),
        ],
    ),
    "calf-standing": (
        "4:00",
        [
            ("0:00", 5, "r5", False, 0),
            ("0:05", 45, "h10 e5 h10 e5 h10 e5", False, 0),
            ("0:50", 70, "h30 e10 h30", False, 0),
            ("2:00", 60, "h20 m40", True, 0),
            ("3:00", 60, "h10 e5 h10 e5 h10 e5 m15", False, 0),
        ],
    ),
    "calf-gym": (
        "4:00",
        [
            ("0:00", 5, "r5", False, 5),
            ("0:05", 45, "h10 e5 h10 e5 h10 e5", False, 0),
            ("0:50", 70, "h30 e10 h30", False, 0),
            ("2:00", 60, "m60", True, 0),
            ("3:00", 60, "m15 h10 e5 h10 e5 h10 e5", False, 0),
        ],
    ),
    "foot-bed": (
        "3:40",
        [
            ("0:00", 5, "r5", False, 0),
            ("0:05", 45, "h10 e5 h10 e5 h10 e5", False, 0),
            ("0:50", 50, "r20 h30", False, 50),
            ("1:40", 60, "m60", True, 60),
            ("2:40", 60, "m30 h10 e5 h10 e5", False, 0),
        ],
    ),
    "foot-desk": (
        "3:45",
        [
            ("0:00", 10, "r10", False, 0),
            ("0:10", 45, "h10 e5 h10 e5 h10 e5", False, 0),
            ("0:55", 50, "h20 e10 h20", False, 0),
            ("1:45", 60, "m60", True, 0),
            ("2:45", 60, "m60", False, 0),
        ],
    ),
    "foot-standing": (
        "2:40",
        [
            ("0:00", 5, "r5", False, 0),
            ("0:05", 50, "h20 e10 h20", False, 0),
            ("0:55", 45, "h10 e5 h10 e5 h10 e5", False, 0),
            ("1:40", 60, "m60", True, 0),
        ],
    ),
    "foot-gym": (
        "2:40",
        [
            ("0:00", 5, "r5", False, 5),
            ("0:05", 45, "h10 e5 h10 e5 h10 e5", False, 0),
            ("0:50", 50, "h20 e10 h20", False, 0),
            ("1:40", 60, "m20 m40", False, 0),
        ],
    ),
    "front-thigh-bed": (
        "2:55",
        [
            ("0:00", 5, "r5", False, 0),
            ("0:05", 30, "h30", False, 30),
            ("0:35", 40, "e10 h30", False, 40),
            ("1:15", 40, "m40", True, 0),
            ("1:55", 60, "m60", False, 0),
        ],
    ),
    "front-thigh-desk": (
        "3:15",
        [
            ("0:00", 5, "r5", False, 0),
            ("0:05", 30, "h30", False, 0),
            ("0:35", 40, "h30 e10", False, 40),
            ("1:15", 60, "m60", True, 0),
            ("2:15", 60, "m30 h30", False, 0),
        ],
    ),
    "front-thigh-standing": (
        "2:15",
        [
            ("0:00", 5, "r5", False, 0),
            ("0:05", 30, "h30", False, 0),
            ("0:35", 40, "e10 h30", False, 0),
            ("1:15", 60, "m60", True, 0),
        ],
    ),
    "front-thigh-gym": (
        "2:15",
        [
            ("0:00", 5, "r5", False, 5),
            ("0:05", 30, "h30", False, 0),
            ("0:35", 40, "e10 h30", False, 0),
            ("1:15", 60, "m40 m20", True, 0),
        ],
    ),
    "back-thigh-bed": (
        "3:05",
        [
            ("0:00", 5, "r5", False, 0),
            ("0:05", 30, "h30", False, 0),
            ("0:35", 40, "e10 h30", False, 0),
            ("1:15", 50, "r20 h30", True, 0),
            ("2:05", 60, "m30 m30", False, 0),
        ],
    ),
    "back-thigh-desk": (
        "3:15",
        [
            ("0:00", 5, "r5", False, 0),
            ("0:05", 30, "h30", False, 0),
            ("0:35", 40, "e10 h30", False, 0),
            ("1:15", 60, "h30 m30", True, 0),
            ("2:15", 60, "m30 h30", False, 0),
        ],
    ),
    "back-thigh-standing": (
        "2:15",
        [
            ("0:00", 5, "r5", False, 0),
            ("0:05", 30, "h30", False, 0),
            ("0:35", 40, "e10 h30", False, 0),
            ("1:15", 60, "h20 m40", True, 0),
        ],
    ),
    "back-thigh-gym": (
        "2:15",
        [
            ("0:00", 5, "r5", False, 5),
            ("0:05", 30, "h30", False, 0),
            ("0:35", 40, "e10 h30", False, 0),
            ("1:15", 60, "m40 m20", True, 0),
        ],
    ),
}


def test_there_is_a_protocol_for_each_muscle_in_each_place() -> None:
    assert sorted(TABLES) == sorted(IDS)
    assert {file.stem for file in FILES} == {*IDS, "aftercare"}


@pytest.mark.parametrize("name", IDS)
def test_a_pass_is_as_long_as_the_table_says_to_the_second(name: str) -> None:
    protocol = get(name)
    now, found = 0.0, []
    for step in protocol.steps:
        pattern = " ".join(f"{part.kind.value[0]}{part.seconds:g}" for part in step.way.parts)
        other = step.other.seconds if step.other else 0
        found.append((clock(now), step.seconds, pattern, step.check, other))
        now += step.seconds
    length, rows = TABLES[name]
    assert found == rows
    assert clock(protocol.seconds) == length


@pytest.mark.parametrize("name", IDS)
def test_parts_tile_their_step(name: str) -> None:
    for way in ways(get(name).steps):
        now = 0.0
        for part in way.parts:
            assert part.start == now
            now = part.end
        assert way.seconds == now


@pytest.mark.parametrize("name", IDS)
def test_the_second_pass_leaves_out_only_the_getting_ready(name: str) -> None:
    assert get(name).first_stretch == 1


def test_the_aftercare_is_as_long_as_it_should_be(shipped: Library) -> None:
    after = SHELF.aftercare()
    assert [(s.way.parts[0].figure, s.seconds) for s in after.steps_at(Place.DESK)[1:]] == [
        ("leg-shake", 20), ("easy-walk", 60),
    ]  # fmt: skip
    assert [(s.way.parts[0].figure, s.seconds) for s in after.steps_at(Place.BED)[1:]] == [
        ("ankle-pump", 20)
    ]
    assert after.hold.seconds == 10
    assert [offer.id for offer in after.offers][:2] == ["after-cramp-recovery", "back"]
    for offer in after.offers:
        assert offer.id in {"back", *shipped.cards, *shipped.exercises}
    for tick in SHELF.first_check().every_tick:
        for offer in after.offers:
            assert (offer.id in tick.hides) == (tick.condition in offer.not_with)
