"""All files are read, a wrong one costs only itself, and a second start reads none of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from coach.content import library as library_module
from coach.content.library import Library, load_library
from coach.content.resources import Resources, find_resources
from tests.content.conftest import EXERCISE, ROUTINE


def write(folder: Path, name: str, content: str = ROUTINE) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def problems(library: Library) -> list[str]:
    return [f"{Path(it.file).name}: {it.place}: {it.reason}" for it in library.problems]


def test_own_files_join_the_shipped_ones(small: Resources, user_folder: Path) -> None:
    write(user_folder / "exercises", "my-lean.toml", EXERCISE.replace("20", "7"))
    write(user_folder / "routines", "z.toml", ROUTINE.replace("calf-lean", "my-lean"))
    write(user_folder / "routines", "b.toml", ROUTINE.replace("Short", "ärger"))
    write(user_folder / "routines", "a.toml", ROUTINE.replace("Short", "Zebra"))
    library = load_library(small, user_folder)
    assert library.problems == ()
    assert list(library.cards) == ["short", "z", "a", "b"]
    assert library.own_exercises == {"my-lean"}
    assert library.routine("z").seconds == 2 * 7 + 10
    assert [card.own for card in library.cards.values()] == [False, True, True, True]
    assert library.routine("z").own
    assert not library.routine("short").own


def test_an_own_file_may_not_take_a_shipped_name(small: Resources, user_folder: Path) -> None:
    write(user_folder / "routines", "short.toml", ROUTINE.replace("Short", "Mine"))
    write(user_folder / "exercises", "calf-lean.toml", EXERCISE.replace("20", "7"))
    library = load_library(small, user_folder)
    assert library.cards["short"].title == "Short"
    assert library.routine("short").seconds == 50
    assert problems(library) == [
        "calf-lean.toml: : the name calf-lean belongs to a shipped exercise; rename the file",
        "short.toml: : the name short belongs to a shipped routine; rename the file",
    ]


def test_a_wrong_file_costs_only_itself(small: Resources, user_folder: Path) -> None:
    folder = user_folder / "routines"
    write(folder, "good.toml")
    write(folder, "broken.toml", "title =")
    write(folder, "wrong.toml", ROUTINE + "hold = 0\n")
    write(folder, "unknown.toml", ROUTINE.replace("calf-lean", "calf-leen"))
    write(folder, "Bad Name.toml")
    (folder / "folder.toml").mkdir()
    (folder / "link.toml").symlink_to(folder / "nowhere")
    write(folder, ".hidden.toml", "not read")
    write(folder, "notes.txt", "not read")
    library = load_library(small, user_folder)
    assert list(library.cards) == ["short", "good"]
    assert sorted(problems(library)) == [
        "Bad Name.toml: : its name must be small letters, digits and single hyphens, "
        "like calf-stretch.toml",
        "broken.toml: line 1, at the end: is not TOML: invalid value",
        "folder.toml: : is a folder, not a file",
        "link.toml: : there is no such file",
        "unknown.toml: steps[0].exercise: there is no exercise calf-leen; did you mean calf-lean?",
        "wrong.toml: steps[0].hold: must be at least 1",
    ]


def test_a_routine_of_a_broken_exercise_is_a_problem_too(small: Resources) -> None:
    write(small.exercises, "calf-lean.toml", EXERCISE.replace("20", "0"))
    library = load_library(small)
    assert not library.exercises
    assert not library.cards
    assert problems(library) == [
        "calf-lean.toml: dose.hold: must be at least 1",
        "short.toml: steps[0].exercise: there is no exercise calf-lean",
    ]


def test_missing_folders_are_no_error_for_own_files_only(small: Resources, tmp_path: Path) -> None:
    assert load_library(small, tmp_path / "never-made").problems == ()
    lost = load_library(Resources(tmp_path / "no", tmp_path / "where"))
    assert len(lost.problems) == 2
    assert not lost.cards


def test_an_unknown_routine_is_a_key_error(small: Resources) -> None:
    with pytest.raises(KeyError):
        load_library(small).routine("nothing")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "content.json"


@pytest.fixture
def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a file is read anew."""

    def fail(kind: str, file: object) -> None:
        raise AssertionError(f"{kind} {file} was read anew")

    monkeypatch.setattr(library_module, "_read_entry", fail)


def same(first: Library, second: Library) -> bool:
    routines = [[library.routine(name) for name in library.cards] for library in (first, second)]
    return (
        first.exercises == second.exercises
        and list(first.cards.items()) == list(second.cards.items())
        and first.problems == second.problems
        and first.own_exercises == second.own_exercises
        and routines[0] == routines[1]
    )


@pytest.mark.usefixtures("small")
def test_a_second_start_knows_everything_without_reading(
    small: Resources, user_folder: Path, cache: Path, request: pytest.FixtureRequest
) -> None:
    write(user_folder / "routines", "wrong.toml", ROUTINE + "hold = 0\n")
    write(user_folder / "routines", "unknown.toml", ROUTINE.replace("calf-lean", "lean"))
    write(user_folder / "routines", "good.toml")
    first = load_library(small, user_folder, cache)
    assert len(first.problems) == 2
    written = cache.stat().st_mtime_ns
    request.getfixturevalue("no_reading")
    assert same(first, load_library(small, user_folder, cache))
    assert cache.stat().st_mtime_ns == written


def test_the_cache_is_the_persons_alone(small: Resources, cache: Path) -> None:
    load_library(small, None, cache)
    assert cache.stat().st_mode & 0o777 == 0o600
    assert cache.parent.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in cache.parent.iterdir()] == [cache.name]


def test_a_changed_file_is_read_anew(small: Resources, cache: Path) -> None:
    load_library(small, None, cache)
    write(small.routines, "short.toml", ROUTINE.replace("Short", "Short again"))
    for _start in range(2):
        assert load_library(small, None, cache).cards["short"].title == "Short again"


def test_a_changed_exercise_changes_its_routines(small: Resources, cache: Path) -> None:
    load_library(small, None, cache)
    write(small.exercises, "calf-lean.toml", EXERCISE.replace("20", "100"))
    for _start in range(2):
        library = load_library(small, None, cache)
        assert library.cards["short"].seconds == library.routine("short").seconds == 210


def test_a_mended_exercise_brings_its_routines_back(small: Resources, cache: Path) -> None:
    write(small.exercises, "calf-lean.toml", EXERCISE.replace("20", "0"))
    assert len(load_library(small, None, cache).problems) == 2
    write(small.exercises, "calf-lean.toml", EXERCISE)
    library = load_library(small, None, cache)
    assert library.problems == ()
    assert list(library.cards) == ["short"]


def test_a_removed_file_is_forgotten(small: Resources, user_folder: Path, cache: Path) -> None:
    gone = write(user_folder / "routines", "gone.toml")
    load_library(small, user_folder, cache)
    gone.unlink()
    assert list(load_library(small, user_folder, cache).cards) == ["short"]
    assert b"gone.toml" not in cache.read_bytes()


def test_a_figure_that_comes_later_is_found(small: Resources, cache: Path) -> None:
    assert load_library(small, None, cache).exercises["calf-lean"].figure == ""
    write(small.figures, "calf-lean.toml", "")
    assert load_library(small, None, cache).exercises["calf-lean"].figure == "calf-lean"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: b"",
        lambda content: b"\xff\x00 rubbish",
        lambda content: b"{}",
        lambda content: content[:-20],
        lambda content: content.replace(b"Short", b"Shirt"),
        lambda content: content.replace(b"20.0", b"-2.0"),
        lambda content: b"0" + content,
    ],
    ids=["empty", "binary", "json", "cut off", "other title", "other number", "other version"],
)
def test_a_damaged_cache_is_ignored_and_made_anew(
    spoil: object, small: Resources, cache: Path
) -> None:
    assert callable(spoil)
    first = load_library(small, None, cache)
    good = cache.read_bytes()
    assert spoil(good) != good
    cache.write_bytes(spoil(good))
    assert same(first, load_library(small, None, cache))
    assert cache.read_bytes() == good


def test_a_cache_that_cannot_be_written_is_no_error(small: Resources, tmp_path: Path) -> None:
    in_the_way = write(tmp_path, "file", "no folder")
    first = load_library(small, None, in_the_way / "content.json")
    (tmp_path / "taken.json").mkdir()
    assert same(first, load_library(small, None, tmp_path / "taken.json"))
    assert [path.name for path in tmp_path.iterdir() if "taken" in path.name] == ["taken.json"]


def test_a_second_start_brings_in_neither_pydantic_nor_a_toml_reader(cache: Path) -> None:
    script = (
        "import sys; from pathlib import Path;"
        "from coach.content.library import load_library;"
        "from coach.content.resources import find_resources;"
        "library = load_library(find_resources(), None, Path(sys.argv[1]));"
        "assert len(library.cards) == 13;"
        "library.routine('full-session');"
        "print(*(name for name in ('pydantic', 'tomllib', 'PySide6') if name in sys.modules))"
    )
    home = find_resources().routines.parent
    for expected in ("pydantic tomllib", ""):
        done = subprocess.run(
            [sys.executable, "-c", script, str(cache)],
            capture_output=True,
            text=True,
            check=True,
            cwd=home,
        )
        assert done.stdout.strip() == expected


def test_the_shipped_files_are_found_once_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "coach" / "content" / "resources.py"
    monkeypatch.setattr("coach.content.resources.__file__", str(module))
    with pytest.raises(FileNotFoundError, match="install it again"):
        find_resources()
    packed = tmp_path / "coach" / "_data"
    (packed / "assets").mkdir(parents=True)
    (packed / "routines").mkdir()
    found = find_resources()
    assert (found.routines, found.exercises) == (packed / "routines", packed / "assets/exercises")
