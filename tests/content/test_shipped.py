"""What a person is told by the shipped files, one by one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from coach.content.check import check_file
from coach.content.library import SHIPPED_ORDER, Library
from coach.content.resources import find_resources
from coach.core.exercise import Position, Reps
from coach.core.numbers import clock
from coach.core.routine import ExerciseStep, step_seconds

RESOURCES = find_resources()
EXERCISES = sorted(RESOURCES.exercises.glob("*.toml"))
ROUTINES = sorted(RESOURCES.routines.glob("*.toml"))
ARTICLE = Path(__file__).parents[3] / "shared" / "source-document.txt"

TABLES: dict[str, tuple[str, list[tuple[str, float, float, str]]]] = {
    "wall-stretch-5": ("5:10", [("get-ready", 10, 0, "0:00"), ("calf-wall-lean", 300, 0, "0:10")]),
    "daily-prevention": (
        "5:44",
        [
            ("ankle-pump", 40, 5, "0:00"),
            ("calf-wall-lean", 120, 10, "0:45"),
            ("toe-pull-standing", 55, 10, "2:55"),
            ("heel-walk", 30, 10, "4:00"),
            ("heel-raise-standing", 64, 0, "4:40"),
        ],
    ),
    "desk-break-seated": (
        "2:42",
        [
            ("heel-raise-seated", 40, 5, "0:00"),
            ("toe-raise-seated", 40, 5, "0:45"),
            ("ankle-circle-seated", 32, 5, "1:30"),
            ("calf-heel-dig-seated", 35, 0, "2:07"),
        ],
    ),
    "desk-break-standing": (
        "2:53",
        [
            ("march-in-place", 30, 5, "0:00"),
            ("calf-wall-split", 45, 5, "0:35"),
            ("soleus-wall-split", 35, 5, "1:25"),
            ("heel-raise-standing", 48, 0, "2:05"),
        ],
    ),
    "morning-in-bed": (
        "3:34",
        [
            ("release-breath", 20, 5, "0:00"),
            ("ankle-pump", 30, 5, "0:25"),
            ("toe-pull-alternating-bed", 64, 10, "1:00"),
            ("morning-bed-stretch", 50, 10, "2:14"),
            ("sit-on-edge", 20, 0, "3:14"),
        ],
    ),
    "bedtime-stretch": (
        "3:00",
        [("calf-wall-split", 85, 10, "0:00"), ("hamstring-heel-forward", 85, 0, "1:35")],
    ),
    "bedtime-stretch-seated": (
        "3:00",
        [("hamstring-calf-seated", 85, 10, "0:00"), ("calf-strap-seated", 85, 0, "1:35")],
    ),
    "leg-gymnastics": (
        "3:25",
        [
            ("morning-bed-stretch", 50, 5, "0:00"),
            ("sit-on-edge", 25, 0, "0:55"),
            ("outer-edge-stand", 50, 15, "1:20"),
            ("toe-stand-reach", 60, 0, "2:25"),
        ],
    ),
    "before-workout": (
        "3:54",
        [
            ("march-in-place", 60, 5, "0:00"),
            ("ankle-circle-seated", 32, 5, "1:05"),
            ("heel-raise-standing", 32, 5, "1:42"),
            ("heel-walk", 30, 5, "2:19"),
            ("calf-wall-lean", 60, 0, "2:54"),
        ],
    ),
    "after-workout": (
        "6:25",
        [
            ("easy-walk", 60, 5, "0:00"),
            ("calf-wall-split", 65, 5, "1:05"),
            ("soleus-wall-split", 45, 5, "2:15"),
            ("hamstring-heel-forward", 65, 5, "3:05"),
            ("quad-standing", 65, 5, "4:15"),
            ("legs-up-rest", 60, 0, "5:25"),
        ],
    ),
    "tired-feet": (
        "4:30",
        [
            ("foot-massage", 120, 5, "0:00"),
            ("arch-toe-stretch-seated", 55, 5, "2:05"),
            ("towel-curl", 48, 5, "3:05"),
            ("ankle-circle-seated", 32, 0, "3:58"),
        ],
    ),
    "full-session": (
        "14:17",
        [
            ("march-in-place", 60, 10, "0:00"),
            ("ankle-circle-seated", 32, 10, "1:10"),
            ("calf-wall-lean", 120, 10, "1:52"),
            ("calf-wall-split", 65, 10, "4:02"),
            ("soleus-wall-split", 45, 10, "5:17"),
            ("hamstring-heel-forward", 65, 10, "6:12"),
            ("quad-standing", 65, 10, "7:27"),
            ("heel-walk", 75, 10, "8:42"),
            ("outer-edge-stand", 50, 10, "10:07"),
            ("toe-stand-reach", 60, 10, "11:07"),
            ("legs-up-rest", 120, 0, "12:17"),
        ],
    ),
    "after-cramp-recovery": (
        "6:15",
        [
            ("easy-walk", 60, 5, "0:00"),
            ("calf-massage", 60, 5, "1:05"),
            ("calf-wall-lean", 60, 5, "2:10"),
            ("legs-up-rest", 180, 0, "3:15"),
        ],
    ),
}

# Nothing of this belongs into the app, whatever a source may say.
LEFT_OUT = re.compile(
    r"needle|inject|pinch|ointment|mustard|magnesium|calcium|vitamin|supplement|quinine|tablet"
    r"|medicine|painkiller|\bdose\b|\bpills?\b|herb|alcohol|bandage|\bcure|prevents?\b"
    r"|gastrocnemius|soleus|tibialis|quadriceps|osteoporosis|neuropathy|thrombosis|85 ?%",
    re.IGNORECASE,
)


def told(path: Path) -> list[str]:
    """Every text of a file that a person may see or hear, but for the words of sources."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    data.pop("sources", None)
    data.pop("dose", {}).pop("phases", None)
    return [text for text in _texts(data) if " " in text]


def _texts(part: object) -> list[str]:
    if isinstance(part, dict):
        return [text for value in part.values() for text in _texts(value)]
    if isinstance(part, list):
        return [text for value in part for text in _texts(value)]
    return [part] if isinstance(part, str) else []


def test_everything_is_there_and_nothing_is_wrong(shipped: Library) -> None:
    assert shipped.problems == ()
    assert len(shipped.exercises) == len(EXERCISES) == 40
    assert tuple(shipped.cards) == SHIPPED_ORDER
    assert len(ROUTINES) == 13
    assert not shipped.own_exercises


@pytest.mark.parametrize("path", EXERCISES + ROUTINES, ids=lambda path: path.stem)
def test_each_file_passes_the_check_that_people_use(path: Path, shipped: Library) -> None:
    assert check_file(path, shipped) == []


@pytest.mark.parametrize("name", TABLES)
def test_a_routine_keeps_its_timetable(name: str, shipped: Library) -> None:
    total, rows = TABLES[name]
    routine = shipped.routine(name)
    found, now = [], 0.0
    for step in routine.steps:
        what = step.exercise.id if isinstance(step, ExerciseStep) else step.transition.value
        found.append((what, step_seconds(step), step.rest_after, clock(now)))
        now += step_seconds(step) + step.rest_after
    assert found == rows
    assert clock(routine.seconds) == total


def test_the_timetables_are_those_of_all_routines() -> None:
    assert tuple(TABLES) == SHIPPED_ORDER


@pytest.mark.parametrize("name", TABLES)
def test_a_card_says_what_its_routine_says(name: str, shipped: Library) -> None:
    card, routine = shipped.cards[name], shipped.routine(name)
    assert (card.title, card.when, card.seconds) == (routine.title, routine.when, routine.seconds)
    assert card.positions == routine.positions
    assert card.steps == len(routine.steps)
    assert not card.own
    assert set(card.exercises) <= set(shipped.exercises)


def test_a_standing_routine_says_what_to_see_to_first(shipped: Library) -> None:
    for name in shipped.cards:
        routine = shipped.routine(name)
        assert ("cannot roll" in routine.before) == (Position.STANDING in routine.positions), name


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_an_exercise_can_be_followed(path: Path, shipped: Library) -> None:
    exercise = shipped.exercises[path.stem]
    assert 3 <= len(exercise.setup) <= 5
    assert exercise.cautions
    assert exercise.sources
    assert len(exercise.cues) >= 2
    for sentence in exercise.setup + exercise.cautions + exercise.cues:
        assert sentence[0].isupper(), sentence
        assert sentence.endswith("."), sentence


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_what_is_spoken_is_short(path: Path, shipped: Library) -> None:
    exercise = shipped.exercises[path.stem]
    phases = exercise.dose.phases if isinstance(exercise.dose, Reps) else ()
    for said in (*exercise.cues, *(phase.say or phase.name for phase in phases)):
        assert len(said.split()) <= 7, said


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_no_cue_tells_to_stop_or_change_while_the_hold_goes_on(
    path: Path, shipped: Library
) -> None:
    for cue in shipped.exercises[path.stem].cues:
        assert not re.search(r"\b(change|let go|ease off|step off|halfway|ten)\b", cue.lower()), cue


@pytest.mark.parametrize("path", EXERCISES + ROUTINES, ids=lambda path: path.stem)
def test_the_words_are_plain(path: Path) -> None:
    for text in told(path):
        assert not LEFT_OUT.search(text), text
        assert not re.search(r"[*`«»_\[\]]|\bL\d+\b|\bR\d+\b|  ", text), text
        assert not re.search(r"\b(color|center|gray)\b", text), text


@pytest.mark.parametrize("path", EXERCISES + ROUTINES, ids=lambda path: path.stem)
def test_no_id_is_shown_to_a_person(path: Path, shipped: Library) -> None:
    ids = [name for name in (*shipped.exercises, *shipped.cards) if "-" in name]
    for text in told(path):
        assert not [name for name in ids if re.search(rf"(?<!\w){name}(?![\w-])", text)], text


@pytest.mark.skipif(not ARTICLE.is_file(), reason="the article is not at hand")
def test_quotes_are_in_their_lines_of_the_article(shipped: Library) -> None:
    lines = ARTICLE.read_text(encoding="utf-8").split("\n")
    sources = [source for one in shipped.exercises.values() for source in one.sources]
    quoted = [source for source in sources if source.quote]
    assert quoted
    assert [one for one in quoted if one.quote not in lines[one.line - 1]] == []


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_what_is_called_the_articles_quotes_it(path: Path, shipped: Library) -> None:
    exercise = shipped.exercises[path.stem]
    quoted = any(source.quote for source in exercise.sources)
    assert quoted or exercise.strength != "article"


def test_only_ice_has_a_hard_stop(shipped: Library) -> None:
    assert [name for name, it in shipped.exercises.items() if it.hard_stop] == ["ice-rub"]


def test_feet_are_pumped_in_bed_only_where_the_routine_is_done_in_bed(shipped: Library) -> None:
    pictures = {
        name: item.exercise.figure
        for name in ("daily-prevention", "morning-in-bed")
        for item in shipped.routine(name).items
        if isinstance(item, ExerciseStep) and item.exercise.id == "ankle-pump"
    }
    assert pictures["daily-prevention"] == "ankle-pump-seated"
    assert pictures["morning-in-bed"] == "ankle-pump"
