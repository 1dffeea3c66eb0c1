"""Each title in each script gets a file name that works on each system and is nobody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from coach.content.fields import Id
from coach.content.naming import LONGEST, copy_title, id_for

RULE = TypeAdapter(Id)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Morning stretch", "morning-stretch"),
        ("  Café – für  Füße!  ", "cafe-fur-fusse"),
        ("Łydka i øre", "lydka-i-ore"),
        ("5 minutes", "5-minutes"),
        ("CON", "routine-con"),
        ("com1 legs", "routine-com1-legs"),
        ("Console", "console"),
        ("", "routine"),
        ("Legs 🦵", "legs"),
        ("İstanbul", "istanbul"),
    ],
)
def test_latin_titles_can_be_read_in_the_name(title: str, name: str) -> None:
    assert id_for(title, ()) == name


@pytest.mark.parametrize("title", ["Растяжка ног", "腿部拉伸", "ヨガ", "🦵🦵", "تمارين", "…"])
def test_other_scripts_get_a_name_that_stays(title: str) -> None:
    name = id_for(title, ())
    assert name.startswith("routine-")
    assert name == id_for(title, ())
    assert name != id_for(title + "а", ())


def test_titles_that_differ_in_other_letters_only_get_names_that_differ() -> None:
    names = {id_for(title, ()) for title in ("Ноги legs", "Руки legs", "legs")}
    assert len(names) == 3


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert id_for("Legs", {"legs"}) == "legs-2"
    assert id_for("Legs", {"legs", "legs-2"}) == "legs-3"
    assert id_for("Daily prevention", {"daily-prevention"}) == "daily-prevention-2"


@given(st.text(max_size=130), st.sets(st.sampled_from(["routine", "a", "con", "0"])))
def test_any_title_gives_a_name_that_the_library_takes(title: str, taken: set[str]) -> None:
    name = id_for(title, taken)
    RULE.validate_python(name)
    assert name not in taken
    assert len(name) <= LONGEST


@given(st.text(min_size=1, max_size=120), st.integers(0, 12))
def test_a_copy_has_a_title_of_its_own(title: str, copies: int) -> None:
    taken = {title}
    for _copy in range(copies):
        copy = copy_title(title, taken, "{title} (copy)")
        assert copy not in taken
        assert len(copy) <= 120
        taken.add(copy)


def test_braces_in_a_title_are_only_braces() -> None:
    assert copy_title("{0} {x}", (), "{title} (copy)") == "{0} {x} (copy)"
