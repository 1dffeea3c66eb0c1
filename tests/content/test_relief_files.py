"""Files of protocols: their faults are told, and what was read is kept."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from coach.content.problem import ContentError
from coach.content.relief import ReliefShelf
from coach.content.relief_schema import normalise
from coach.content.resources import Resources
from coach.core.body import Muscle
from coach.core.relief import Place
from tests.content.reliefs import ALL, RESOURCES, SHELF, get

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
