"""The pages to read, as shipped: sourced line by line, short, and nothing that was left out."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.content.learn import read_handbook
from coach.content.problem import ContentError
from coach.content.resources import find_resources
from coach.core.learn import Handbook, LearnPage, Line, Reading, Reference
from tests.content.reliefs import LEFT_OUT

FOLDER = find_resources().learn
LEFT_OUT_HERE = re.compile(
    r"\b(electrolytes?|minerals?|sugar|protein|ketosis|pricking|lip|tapes?|bandages?|contrast"
    r"|horsetail|valerian|mint|tonic|doses?|dosage|anti-inflammatory|barefoot on|cold floor"
    r"|most people on the planet|safe for everyone|improves? circulation|treats?)\b",
    re.IGNORECASE,
)
EVIDENCE = "For preventing night cramps the evidence is limited."
WORDS_OF_A_SENTENCE, WORDS_OF_A_PAGE = 22, 420


@pytest.fixture(scope="module")
def book() -> Handbook:
    return read_handbook(FOLDER)


def lines(page: LearnPage) -> Iterator[Line]:
    for section in page.sections:
        yield from section.lines


def test_the_pages_that_are_asked_for_are_there_in_their_order(book: Handbook) -> None:
    assert [page.id for page in book.pages] == [
        "why-cramps-happen", "during-a-cramp", "everyday-habits", "shoes-and-feet",
        "what-the-evidence-says", "take-extra-care", "when-to-see-whom",
    ]  # fmt: skip
    assert [page.id for page in book.pages if page.opens_stop] == ["when-to-see-whom"]


def test_every_line_says_where_it_comes_from(book: Handbook) -> None:
    for page in book.pages:
        for line in lines(page):
            assert line.notes, line.text
            for note in line.notes:
                known = not isinstance(note, Reference) or book.references[note.id] is note
                assert known, line.text


def test_every_reference_is_used_and_has_a_name_for_people(book: Handbook) -> None:
    named = {note.name for page in book.pages for note in page.notes if isinstance(note, Reference)}
    exercises = [
        tomllib.loads(file.read_text(encoding="utf-8"))
        for file in find_resources().exercises.glob("*.toml")
    ]
    of_exercises = {
        source["reference"]
        for exercise in exercises
        for source in exercise["sources"]
        if source.get("reference")
    }
    known = {reference.name for reference in book.references.values()}
    assert of_exercises <= known, "an exercise names a reference that nobody can look up"
    assert known == named | of_exercises
    for name in known:
        assert re.match(r"[A-Zn]", name)
        assert not re.search(r"https?:|www\.|\[R?\d|_", name), name


def test_how_a_reference_was_read_is_told_honestly(book: Handbook) -> None:
    read = {reference.id: reference.read for reference in book.references.values()}
    assert read["nhs-inform"] is Reading.PAGE
    assert read["nhs-2017"] is Reading.COPY
    assert read["nhs-mirror"] is Reading.COPY
    assert read["aaos"] is Reading.COPY
    assert read["joint-replacement"] is Reading.MEMORY


def test_quotes_name_a_line_of_the_article(book: Handbook) -> None:
    quotes = [note for page in book.pages for note in page.notes if not isinstance(note, Reference)]
    assert len(quotes) > 30
    for quote in quotes:
        assert quote.text == quote.text.strip()
        assert 1 <= quote.line <= 311


def test_nothing_that_was_left_out_comes_in(book: Handbook) -> None:
    for page in book.pages:
        for text in page.texts:
            assert not LEFT_OUT.search(text), text
            assert not LEFT_OUT_HERE.search(text), text
            assert not re.search(r"[*`«»_\[\]]|  |\b(color|center|gray)\b", text), text


def test_no_effect_is_promised(book: Handbook) -> None:
    words = [text for page in book.pages for text in page.texts]
    assert EVIDENCE in words
    for text in words:
        if text != EVIDENCE:
            assert not re.search(r"\bprevent|\bcure|\bheal\b|guarantee", text, re.IGNORECASE), text


def test_lines_and_pages_are_short(book: Handbook) -> None:
    for page in book.pages:
        assert sum(len(text.split()) for text in page.texts) <= WORDS_OF_A_PAGE, page.id
        for text in page.texts:
            for sentence in re.split(r"(?<=[.:;?!])\s", text):
                assert len(sentence.split()) <= WORDS_OF_A_SENTENCE, sentence


def test_sentences_end_and_items_of_lists_read_as_one_kind(book: Handbook) -> None:
    for page in book.pages:
        for section in page.sections:
            ends = {line.text[-1] == "." for line in section.lines}
            assert len(ends) == 1, section.title
            assert section.is_list or ends == {True}, section.title
            assert not section.title.endswith(".")


def test_what_must_be_said_is_said(book: Handbook) -> None:
    """Safety that travels with the subject, and what the app owes its reader."""
    told = {page.id: " ".join(page.texts) for page in book.pages}
    assert "Do not rub or stretch a leg that is swollen" in told["during-a-cramp"]
    assert "Ten minutes is the limit" in told["during-a-cramp"]
    assert "kidney disease" in told["everyday-habits"]
    assert "never go barefoot" in told["shoes-and-feet"]
    assert "Calf stretching alone made no clear difference" in told["what-the-evidence-says"]
    assert "No clinician has reviewed" in told["what-the-evidence-says"]
    assert "Do not stop or change it yourself" in told["when-to-see-whom"]


# -- what is wrong in a file is told ---------------------------------------------------------


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "learn"))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            'sources = ["apma"',
            'sources = ["ampa"',
            "did you mean apma?",
        ),
        ("order = 4", "ordr = 4", "unknown key; did you mean order?"),
        ('text = "Shoes', 'text = "' + "so " * 60 + "Shoes", "must be at most 160 characters long"),
        ('sources = ["apma", "aafp-ankle"]', "", "where does it come from?"),
        ("order = 4", "order = 400", "order: must be at most 100"),
        ("[[sections]]", "[sections]", "can't be read|list in square brackets|is not TOML"),
    ],
)
def test_what_is_wrong_in_a_page_is_told_with_its_place(
    copy: Path, before: str, after: str, told: str
) -> None:
    file = copy / "shoes-and-feet.toml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(ContentError, match=told) as caught:
        read_handbook(copy)
    assert all(problem.file == str(file) for problem in caught.value.problems)


def test_two_references_of_one_name_are_refused(copy: Path) -> None:
    file = copy / "sources.toml"
    text = file.read_text(encoding="utf-8").replace('id = "apma"', 'id = "aaos"')
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match="has aaos twice as id"):
        read_handbook(copy)
