"""Finding words in what is read: marked where they stand, counted as they are marked."""

from __future__ import annotations

import pytest

from coach.core.learn import (
    Handbook,
    LearnPage,
    Line,
    Quote,
    Reading,
    Reference,
    Section,
    count_matches,
    find_words,
)

NHS = Reference("nhs", "NHS, Leg cramps", Reading.PAGE)
OTHER = Quote("relax your leg in advance", 260)


def page(*texts: str) -> LearnPage:
    lines = tuple(Line(text, (NHS, OTHER)) for text in texts)
    return LearnPage("one", "Calves", "About calves.", (Section("Stretching", lines),))


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Stretch the calf.", "calf", ["calf"]),
        ("Stretch the CALF, stretch it.", "calf stretch", ["Stretch", "CALF", "stretch"]),
        ("A narrowed artery", "art", ["art"]),
        ("Start slowly", "art", []),
        ("The start-art of it", "art", ["art"]),
        ("Élan in the café", "elan CAFÉ", ["Élan", "café"]),
        ("ﬁrm floor", "floor", ["floor"]),
        ("stretching", "stretch stretching", ["stretching"]),
        ("Anything", "   ", []),
        ("", "calf", []),
    ],
)
def test_words_are_found_where_they_begin_whatever_their_case_and_accents(
    text: str, wanted: str, found: list[str]
) -> None:
    assert [text[start:end] for start, end in find_words(text, wanted)] == found


def test_a_page_counts_all_matches_only_where_it_has_every_word() -> None:
    one = page("Stretch the calf.", "Rest.")
    assert count_matches(one, "calf") == 1
    assert count_matches(one, "stretch calf") == 3
    assert count_matches(one, "calf trampoline") == 0
    assert count_matches(one, " ") == 0


def test_notes_are_numbered_once_in_the_order_they_are_named() -> None:
    assert page("One.", "Two.").notes == (NHS, OTHER)


def test_a_reference_is_found_by_the_name_exercises_use() -> None:
    book = Handbook((), {"nhs": NHS})
    assert book.reference_named("NHS, Leg cramps") is NHS
    assert book.reference_named("Somebody") is None
