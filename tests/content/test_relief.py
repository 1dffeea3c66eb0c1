"""The protocols as shipped: what a person in pain is told, to the second."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from coach.content.library import Library
from coach.content.problem import ContentError
from coach.content.relief import ReliefShelf
from coach.content.relief_schema import normalise
from coach.content.resources import Resources, find_resources
from coach.core.body import Muscle
from coach.core.caution import Condition
from coach.core.cue import Priority, spoken_seconds
from coach.core.numbers import clock
from coach.core.relief import (
    CRAMP_MUSCLES,
    PartKind,
    Place,
    Protocol,
    Step,
    Way,
    opening_texts,
    protocol_id,
)
from coach.core.relief.spoken import plan_step
from coach.core.relief.suiting import suited

RESOURCES = find_resources()
SHELF = ReliefShelf(RESOURCES)
ALL = [(muscle, place) for muscle in CRAMP_MUSCLES for place in Place]
IDS = [protocol_id(*pair) for pair in ALL]
FILES = sorted(RESOURCES.relief.glob("*.toml"))

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

LEFT_OUT = re.compile(
    r"\b(magnesium|potassium|calcium|vitamins?|quinine|supplements?|injections?|herbs?"
    r"|(?<!pins and )needles?|ointments?|painkillers?|paracetamol|ibuprofen|pickle|banana"
    r"|mustard|pinch\w*|cures?|prevents?|guarantee\w*|85)\b",
    re.IGNORECASE,
)
BLAME = re.compile(r"\b(fail\w*|wrong|bad|should have|must|try harder)\b", re.IGNORECASE)
MEDICAL = re.compile(
    r"\b(muscle|gastrocnemius|soleus|hamstring|quadriceps|achilles|thrombosis|dvt|dorsiflex\w*"
    r"|contract\w*|spasm|plantar|tendon)\b",
    re.IGNORECASE,
)


def get(name: str) -> Protocol:
    muscle, place = ALL[IDS.index(name)]
    return SHELF.protocol(muscle, place)


def ways(steps: tuple[Step, ...]) -> list[Way]:
    return [way for step in steps for way in (step.way, step.other) if way]


def steps_of(file: Path) -> tuple[Step, ...]:
    if file.stem == "aftercare":
        after = SHELF.aftercare()
        return (after.hold, *after.steps, *after.steps_in_bed)
    return (*get(file.stem).steps, get(file.stem).rest)


def told(part: object) -> list[str]:
    if isinstance(part, dict):
        return [text for value in part.values() for text in told(value)]
    if isinstance(part, list):
        return [text for value in part for text in told(value)]
    return [part] if isinstance(part, str) and (" " in part or part.endswith(".")) else []


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


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_texts_are_one_short_sentence_each(file: Path) -> None:
    parts = [part for way in ways(steps_of(file)) for part in way.parts]
    texts = [part.text for part in parts]
    texts += [part.instead.text for part in parts if part.instead]
    texts += [step.if_not_eased.text for step in steps_of(file) if step.if_not_eased.text]
    for text in texts:
        assert len(text) <= 90, text
        assert text[0].isupper(), text
        assert text.endswith("."), text
        assert len(re.findall(r"[.!?](?:\s|$)", text)) <= (2 if "?" in text else 1), text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_said_is_short_and_plain(file: Path) -> None:
    parts = [part for way in ways(steps_of(file)) for part in way.parts]
    says = [part.say for part in parts] + [part.instead.say for part in parts if part.instead]
    assert all(says)
    for say in says:
        for sentence in re.findall(r"[^.]+\.", say):
            assert len(sentence.split()) <= 7, say
            assert sentence.strip()[0].isupper(), say
        assert say.endswith("."), say
        assert not MEDICAL.search(say), say


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nobody_is_blamed_and_nothing_left_out_comes_in(file: Path) -> None:
    for text in told(tomllib.loads(file.read_text(encoding="utf-8"))):
        assert not LEFT_OUT.search(text), text
        assert not BLAME.search(text), text
        assert not re.search(r"[*`«»_\[\]]|  |\b(color|center|gray)\b", text), text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_that_is_to_be_said_is_dropped_for_lack_of_time(file: Path) -> None:
    for way in ways(steps_of(file)):
        cues = plan_step(way, spoken_seconds)
        heard = [cue.offset for cue in cues if cue.priority in (Priority.CHANGE, Priority.PHASE)]
        assert heard == [part.start for part in way.parts]
        counted = [part for part in way.parts if part.kind is PartKind.HOLD and part.seconds >= 10]
        numbers = [cue for cue in cues if cue.priority is Priority.COUNTDOWN]
        assert len(numbers) == 3 * len(counted)
        over = cues[-1].offset + spoken_seconds(cues[-1].text)
        assert over <= way.seconds


def test_the_openings_are_four_one_a_muscle() -> None:
    for place in (Place.DESK, Place.BED):
        texts = opening_texts(tuple(SHELF.protocol(muscle, place) for muscle in CRAMP_MUSCLES))
        assert len(texts) == 4
    assert texts[0] == "Breathe out. Leg straight. Toes up towards your shin."
    everything = opening_texts(tuple(SHELF.protocol(*pair) for pair in ALL))
    assert all(spoken_seconds(text) < 5 for text in everything)


def test_a_picture_that_shows_an_exercise_is_left_out_with_it(shipped: Library) -> None:
    """What a tick hides elsewhere must not come back in relief."""
    for tick in SHELF.first_check().every_tick:
        assert tick.hides <= set(shipped.exercises)
        for pair in ALL:
            for step in SHELF.protocol(*pair).steps:
                for way in ways((step,)):
                    barred = step.not_with if way is step.way else frozenset()
                    for part in way.parts:
                        if part.figure in tick.hides:
                            assert tick.condition in part.not_with | barred, (pair, part)


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("answers", [*([one] for one in Condition), list(Condition)], ids=str)
def test_whatever_is_ticked_a_protocol_remains(name: str, answers: list[Condition]) -> None:
    check = SHELF.first_check()
    usual, found = get(name), suited(get(name), answers, check)
    hidden = frozenset[str]().union(
        *(tick.hides for tick in check.every_tick if tick.condition in answers)
    )
    parts = [part for way in ways(found.steps) for part in way.parts]
    assert not hidden & {part.figure for part in parts}
    assert any(part.kind is PartKind.HOLD for part in parts)
    assert sum(step.check for step in found.steps) == sum(step.check for step in usual.steps)
    assert found.rest.way.parts[0].figure not in hidden
    assert found.opening == usual.opening
    for step in found.steps:
        assert step.other is None or step.other.parts[0].text != step.way.parts[0].text
    told_why = any(step.left_out for step in found.steps)
    assert told_why == ([s.way for s in found.steps] != [s.way for s in usual.steps])


@pytest.mark.parametrize("name", IDS)
def test_no_heat_for_legs_with_poor_circulation_or_without_feeling(name: str) -> None:
    for step in (*get(name).steps, get(name).rest):
        if re.search("warm", step.if_not_eased.text, re.IGNORECASE):
            assert step.if_not_eased.not_with >= {
                Condition.POOR_CIRCULATION,
                Condition.DIABETES_NUMB,
            }


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


# -- files ------------------------------------------------------------------------------------


GOOD = (RESOURCES.relief / "calf-desk.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("seconds = 20\n", "seconds = 21\n", "lasts 21 s, but its parts take 20 s"),
        ("seconds = 20\n", "seconds = 0\n", "must be at least 1"),
        ("figure =", "figur =", "steps[0].figur: unknown key; did you mean figure?"),
        ('"calf"', '"shin"', "must be one of calf, foot, front-thigh, back-thigh"),
        ('"heel-dig"', '"walk"', "two steps have the same id"),
        ('what = "Standing on the leg"', "", "not_with and what go together"),
        ('"falls"', '"fall"', "did you mean falls?"),
        ('kind = "hold", seconds = 20', 'kind = "held", seconds = 20', "did you mean hold?"),
        (', say = "Ease."', "", "each part but the first needs words to say"),
        ("rounds = 3", "rounds = 0", "must be at least 1"),
        ("Sit forward,", "Sit " + 40 * "x", "must be at most 90 characters long"),
    ],
)
def test_what_is_wrong_in_a_file_is_told(old: str, new: str, complaint: str) -> None:
    normalise("protocol", tomllib.loads(GOOD))
    assert old in GOOD
    with pytest.raises(ContentError) as wrong:
        normalise("protocol", tomllib.loads(GOOD.replace(old, new, 1)))
    assert complaint in str(wrong.value)


@pytest.fixture
def copied(tmp_path: Path) -> Resources:
    resources = Resources(tmp_path / "assets", tmp_path / "routines")
    for folder in (resources.relief, resources.safety):
        folder.mkdir(parents=True)
        for file in (RESOURCES.assets / folder.name).glob("*.toml"):
            (folder / file.name).write_bytes(file.read_bytes())
    return resources


def test_a_file_that_is_wrong_is_named(copied: Resources) -> None:
    file = copied.relief / "calf-desk.toml"
    file.write_text(GOOD.replace("seconds = 20\n", "seconds = 21\n", 1), encoding="utf-8")
    with pytest.raises(ContentError, match=r"calf-desk\.toml: steps\[1\]: lasts 21 s"):
        ReliefShelf(copied).protocol(Muscle.CALF, Place.DESK)


def test_a_file_that_tells_of_another_cramp_is_refused(copied: Resources) -> None:
    (copied.relief / "foot-desk.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(ContentError, match="tells of calf-desk"):
        ReliefShelf(copied).protocol(Muscle.FOOT, Place.DESK)


def test_there_is_no_protocol_for_other_muscles() -> None:
    with pytest.raises(ContentError, match="no such file"):
        SHELF.protocol(Muscle.SHIN, Place.BED)


def test_what_was_read_is_kept_and_read_anew_when_it_changes(
    copied: Resources, tmp_path: Path
) -> None:
    cache = tmp_path / "relief.json"
    first = ReliefShelf(copied, cache)
    known = first.protocol(Muscle.CALF, Place.DESK)
    first.keep()
    assert ReliefShelf(copied, cache).protocol(Muscle.CALF, Place.DESK) == known
    file = copied.relief / "calf-desk.toml"
    file.write_text(GOOD.replace("Sit forward,", "Lean forward,"), encoding="utf-8")
    again = ReliefShelf(copied, cache).protocol(Muscle.CALF, Place.DESK)
    assert again.steps[1].way.parts[0].text.startswith("Lean forward,")


@pytest.mark.parametrize("rubbish", [b"", b"{}", b"rubbish\n{}"])
def test_a_damaged_cache_costs_nothing_but_time(tmp_path: Path, rubbish: bytes) -> None:
    cache = tmp_path / "relief.json"
    cache.write_bytes(rubbish)
    shelf = ReliefShelf(RESOURCES, cache)
    assert shelf.protocol(Muscle.CALF, Place.DESK) == get("calf-desk")
    shelf.keep()
    assert cache.read_bytes() != rubbish


def test_a_warm_start_needs_neither_pydantic_nor_a_toml_reader(tmp_path: Path) -> None:
    cache = tmp_path / "relief.json"
    assert list(ReliefShelf(RESOURCES, cache).check_ahead())
    assert not list(ReliefShelf(RESOURCES, cache).check_ahead())
    program = f"""
import json, sys
from pathlib import Path
from coach.content.relief import ReliefShelf
from coach.content.resources import find_resources
from coach.core.body import Muscle
from coach.core.relief import Place, Relief
shelf = ReliefShelf(find_resources(), Path({str(cache)!r}))
relief = Relief(shelf.protocol, shelf.aftercare())
relief.start()
shelf.texts()
heavy = {{"pydantic", "tomllib", "PySide6", "coach.core.safety"}}
print(json.dumps(sorted(heavy & set(sys.modules))))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == []


def test_one_protocol_from_the_cache_takes_less_than_two_milliseconds(tmp_path: Path) -> None:
    cache = tmp_path / "relief.json"
    shelf = ReliefShelf(RESOURCES, cache)
    for pair in ALL:
        shelf.protocol(*pair)
    shelf.keep()
    times = []
    for _turn in range(50):
        began = time.process_time()
        ReliefShelf(RESOURCES, cache).protocol(Muscle.CALF, Place.DESK)
        times.append(time.process_time() - began)
    assert min(times) < 0.002
