from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.content.library import Library, load_library
from coach.content.problem import ContentError
from coach.content.resources import Resources, find_resources
from coach.content.sharing.package import file_name, packed, write_package
from coach.content.sharing.reading import read_share
from coach.content.sharing.taking import take
from coach.core.exercise import Exercise
from coach.core.routine import ExerciseStep, Routine
from tests.content.pictures import saved, svg
from tests.content.sharing import zips

GOLDEN = "5988acd76d3574ad735b51e33afe477478880af33edba5fff206d1c386dc9851"
PNG, JPEG, SVG = saved("png"), saved("jpeg", 9, 9), svg()


@pytest.fixture(scope="module")
def resources() -> Resources:
    return find_resources()


@cache
def kept() -> Path:
    """Where what was read is kept: the shipped files are read once."""
    return Path(tempfile.mkdtemp()) / "library.json"


def load(folder: Path) -> Library:
    return load_library(find_resources(), folder, kept())


def put(folder: Path, path: str, content: str | bytes) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def exercise(title: str, dose: str = "hold = 20", **other: str) -> str:
    more = "".join(f'{key} = "{value}"\n' for key, value in other.items())
    head = f'title = "{title}"\npositions = ["bed"]\nmuscles = ["calf"]\ntarget = "Calf"\n'
    return f"{head}{more}\n[dose]\n{dose}\n"


def routine(title: str, *steps: str) -> str:
    body = "".join(f'\n[[steps]]\nexercise = "{step}"\n' for step in steps)
    return f'# As Dr Weber said\ntitle = "{title}"\npositions = ["bed"]\n{body}'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A person's folder: a routine of two own exercises and a shipped one, and things beside."""
    folder = tmp_path / "own"
    put(folder, "exercises/knee.toml", exercise("Knee", picture="knee.png"))
    put(folder, "exercises/toes.toml", exercise("Toes"))
    put(folder, "exercises/other.toml", exercise("Not in it", picture="other.png"))
    put(folder, "pictures/knee.png", PNG)
    put(folder, "pictures/other.png", JPEG)
    put(folder, "routines/evening.toml", routine("Evening", "knee", "ankle-pump", "toes"))
    return folder


def share(resources: Resources, own: Path, name: str = "evening") -> Path:
    target = own.parent / "sent.coach"
    write_package(name, load(own), resources, own, target)
    return target


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_only_what_the_routine_uses_is_shared(resources: Resources, own: Path) -> None:
    with zipfile.ZipFile(share(resources, own)) as archive:
        assert archive.namelist() == [
            "manifest.json",
            "routine.toml",
            "exercises/knee.toml",
            "exercises/toes.toml",
            "pictures/knee.png",
        ]
        assert archive.read("routine.toml") == (own / "routines/evening.toml").read_bytes()
        assert archive.testzip() is None


def test_the_same_routine_gives_the_same_bytes(resources: Resources, own: Path) -> None:
    library = load(own)
    first = packed("evening", library, resources, own)
    for path in own.rglob("*.toml"):
        os.utime(path, (10, 10))
    assert packed("evening", load(own), resources, own) == first


def test_the_bytes_are_those_of_format_one(
    resources: Resources, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of today has to be read for ever: whoever changes these bytes raises the format."""
    monkeypatch.setattr("coach.content.sharing.manifest.__version__", "1.2.3")
    put(own, "exercises/knee.toml", exercise("Knee"))
    content = packed("evening", load(own), resources, own)
    assert hashlib.sha256(content).hexdigest() == GOLDEN


def test_the_file_is_for_its_owner_alone(resources: Resources, own: Path) -> None:
    before = own.parent.stat().st_mode
    assert stat.S_IMODE(share(resources, own).stat().st_mode) == 0o600
    assert own.parent.stat().st_mode == before
    assert {path.name for path in own.parent.iterdir()} == {"own", "sent.coach"}


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    resources: Resources, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = share(resources, own)
    before = target.read_bytes()

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        share(resources, own)
    assert target.read_bytes() == before
    assert {path.name for path in own.parent.iterdir()} == {"own", "sent.coach"}


def test_a_picture_that_is_gone_is_named(resources: Resources, own: Path) -> None:
    (own / "pictures/knee.png").unlink()
    with pytest.raises(ContentError, match=r"knee\.png: there is no such file"):
        share(resources, own)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("My evening", "My evening.coach"),
        ("Füße / calves: 10 min?", "Füße calves 10 min.coach"),
        ("夜の体操", "夜の体操.coach"),
        ("..", "Routine.coach"),
        ("~root", "root.coach"),
        ("x" * 120, "x" * 120 + ".coach"),
        ("あ" * 120, "あ" * 66 + ".coach"),
    ],
)
def test_file_names_are_taken_by_every_platform(title: str, name: str) -> None:
    assert file_name(title) == name


def test_what_comes_into_an_empty_folder_is_what_was_sent(
    resources: Resources, own: Path, tmp_path: Path
) -> None:
    file, theirs = share(resources, own), tmp_path / "theirs"
    offer = read_share(file, load(theirs), theirs)
    assert not theirs.exists()
    assert (offer.title, offer.steps, offer.notes) == ("Evening", 3, ())
    assert offer.exercises == ("Knee", "Toes")
    assert offer.pictures == ("knee.png",)
    assert take(offer, theirs) == ("evening",)
    sent, there = load(own), load(theirs)
    assert there.problems == ()
    assert there.routine("evening") == sent.routine("evening")
    assert offer.total == there.cards["evening"].seconds
    assert (theirs / "pictures/knee.png").read_bytes() == PNG
    for path in theirs.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_what_comes_into_the_same_folder_touches_nothing(resources: Resources, own: Path) -> None:
    file, before = share(resources, own), contents(own)
    offer = read_share(file, load(own), own)
    assert offer.exercises == offer.pictures == ()
    assert offer.notes == ("You have a routine “Evening”; this one will be “Evening (sent)”.",)
    assert take(offer, own) == ("evening-2",)
    after = contents(own)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"routines/evening-2.toml"}
    assert b"# As Dr Weber said" in after["routines/evening-2.toml"]


def test_what_has_the_same_name_but_differs_gets_another(resources: Resources, own: Path) -> None:
    file = share(resources, own)
    put(own, "exercises/knee.toml", exercise("Another knee"))
    put(own, "exercises/toes.toml", "this is wrong")
    put(own, "pictures/KNEE.png", JPEG)
    (own / "pictures/knee.png").unlink()
    before = contents(own)
    offer = read_share(file, load(own), own)
    assert offer.pictures == ("knee-2.png",)
    assert "The picture knee.png will be knee-2.png." in offer.notes
    take(offer, own)
    library = load(own)
    steps = library.routine("evening-2").steps
    ids = [step.exercise.id for step in steps if isinstance(step, ExerciseStep)]
    assert ids == ["knee-2", "ankle-pump", "toes-2"]
    assert library.exercises["knee-2"].picture == "knee-2.png"
    assert {name: contents(own)[name] for name in before} == before


def test_the_same_exercise_is_found_whatever_it_is_called(resources: Resources, own: Path) -> None:
    file = share(resources, own)
    put(own, "exercises/knee.toml", exercise("Another knee"))
    put(own, "pictures/knee.png", JPEG)
    take(read_share(file, load(own), own), own)
    again = read_share(file, load(own), own)
    assert [item.folder for item in again.files] == ["routines"]


def test_a_shipped_routine_comes_as_an_own_one(resources: Resources, own: Path) -> None:
    file = share(resources, own, "daily-prevention")
    offer = read_share(file, load(own), own)
    assert take(offer, own) == ("daily-prevention-2",)
    assert load(own).problems == ()


def test_nothing_is_taken_where_the_last_file_cannot_be_written(
    resources: Resources, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "theirs"
    offer = read_share(share(resources, own), load(theirs), theirs)
    written = []

    def touch(path: Path, **_options: object) -> None:
        written.append(path)
        if len(written) == len(offer.files):
            raise OSError(28, "No space left on device")
        path.write_bytes(b"")

    monkeypatch.setattr(Path, "touch", touch)
    with pytest.raises(OSError, match="No space"):
        take(offer, theirs)
    assert len(written) == 4
    assert contents(theirs) == {}


def test_a_name_taken_meanwhile_is_told_and_nothing_is_taken(
    resources: Resources, own: Path, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs"
    offer = read_share(share(resources, own), load(theirs), theirs)
    put(theirs, "routines/evening.toml", "mine")
    with pytest.raises(ContentError, match="open the file again"):
        take(offer, theirs)
    assert contents(theirs) == {"routines/evening.toml": b"mine"}


# ---------------------------------------------------------------- plain files


def test_a_routine_by_itself_can_be_taken(resources: Resources, tmp_path: Path) -> None:
    put(tmp_path, "My Plan.toml", routine("Plan", "ankle-pump"))
    theirs = tmp_path / "theirs"
    offer = read_share(tmp_path / "My Plan.toml", load(theirs), theirs)
    assert take(offer, theirs) == ("my-plan",)
    assert load(theirs).routine("my-plan").title == "Plan"


def test_a_routine_of_unknown_exercises_says_which(resources: Resources, tmp_path: Path) -> None:
    put(tmp_path, "plan.toml", routine("Plan", "ankle-pumps"))
    with pytest.raises(ContentError, match=r"steps\[0\]\.exercise: there is no exercise"):
        read_share(tmp_path / "plan.toml", load(tmp_path), tmp_path)


def test_an_exercise_by_itself_comes_with_the_picture_beside_it(
    resources: Resources, own: Path, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs"
    offer = read_share(own / "exercises/knee.toml", load(theirs), theirs)
    assert (offer.title, offer.routines, offer.pictures) == ("Knee", (), ("knee.png",))
    assert take(offer, theirs) == ()
    assert set(contents(theirs)) == {"exercises/knee.toml", "pictures/knee.png"}


def test_an_exercise_that_is_there_already_is_not_taken_again(
    resources: Resources, own: Path
) -> None:
    with pytest.raises(ContentError, match="you have everything in it already"):
        read_share(own / "exercises/toes.toml", load(own), own)


def test_an_own_exercise_is_never_taken_for_one_that_did_not_come(
    resources: Resources, own: Path, tmp_path: Path
) -> None:
    """The sender's knee is not mine, though both files are called knee.toml."""
    files = {"routine.toml": routine("Sent", "knee").encode()}
    file = tmp_path / "sent.coach"
    file.write_bytes(zips.share(files))
    with pytest.raises(ContentError, match=r"there is no exercise knee"):
        read_share(file, load(own), own)
    put(tmp_path, "mine.toml", routine("Mine", "knee"))
    assert read_share(tmp_path / "mine.toml", load(own), own).steps == 1


# ---------------------------------------------------------------- any routine


titles = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=40
)
ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
names = st.sampled_from(["a.png", "Über uns.png", "e\u0301.svg", "con.jpg", "图.png"])
doses = st.sampled_from(["hold = 20", "seconds = 30", "own_pace = 0", "hold = 5\ncount = 3"])


def quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


@st.composite
def folders(draw: st.DrawFn) -> dict[str, bytes]:
    """The files of a person with one routine."""
    files: dict[str, bytes] = {}
    own = draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    for name in own:
        other = {}
        if draw(st.booleans()):
            picture = draw(names)
            other["picture"] = picture
            files[f"pictures/{picture}"] = draw(st.sampled_from([PNG, JPEG, SVG]))
        text = exercise(quoted(draw(titles)), draw(doses), **other)
        files[f"exercises/{name}.toml"] = text.encode()
    steps = draw(st.lists(st.sampled_from([*own, "ankle-pump"]), min_size=1, max_size=5))
    text = routine(quoted(draw(titles)), *steps)
    if draw(st.booleans()):
        text += f'\n[[steps]]\nrepeat = 2\n\n[[steps.steps]]\nexercise = "{own[0]}"\n'
    files[f"routines/{draw(ids)}.toml"] = text.encode()
    return files


@settings(max_examples=12)
@given(files=folders())
def test_any_routine_comes_as_it_was_sent(
    files: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    home, resources = tmp_path_factory.mktemp("any"), find_resources()
    own, theirs = home / "own", home / "theirs"
    for path, content in files.items():
        put(own, path, content)
    sent = load(own)
    names = [name for name, card in sent.cards.items() if card.own]
    if not names or sent.problems:
        return  # a name of a shipped one was drawn
    file, before = share(resources, own, names[0]), contents(own)

    (new,) = take(read_share(file, load(theirs), theirs), theirs)
    there = load(theirs)
    assert there.problems == ()
    assert plain(there.routine(new), theirs) == plain(sent.routine(names[0]), own)

    (copy,) = take(read_share(file, load(own), own), own)
    assert copy != names[0]
    assert {name: contents(own)[name] for name in before} == before
    assert load(own).problems == ()


def plain(whole: Routine, folder: Path) -> object:
    """A routine without the names of its files, its pictures as they look."""

    def without(one: Exercise) -> tuple[object, ...]:
        look = (folder / "pictures" / one.picture).read_bytes() if one.picture else b""
        return one.title, one.dose, one.positions, look

    steps = [
        (without(step.exercise), step.dose, step.sides, step.rest_after)
        for step in whole.steps
        if isinstance(step, ExerciseStep)
    ]
    return whole.title, whole.seconds, steps
