"""Numbers are read as their readers write them, and made for reading in one place only."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale, localedata

from coach.content.languages import has_decimal_comma
from coach.content.pseudo import PseudoCatalogue
from coach.core import numbers
from coach.core.words import Language, find_language_with

COACH = Path(__file__).parents[2] / "coach"

NOT_READ = {
    "coach/core/numbers.py": "the one place",
    "coach/core/figure/pose.py": "for whoever draws figures",
    "coach/content/own_files.py": "names of files",
    "coach/content/cache.py": "a key",
    "coach/desktop/single.py": "a key",
    "coach/ui/figure/lying.py": "a colour",
    "coach/content/toml_text.py": "the format of a file",
    "coach/voice/session.py": "a line of the log",
    "coach/ui/gallery.py": "a page for whoever builds the app",
}
"""Files that may format numbers by themselves, and why nobody reads these in the app."""

SPEC = re.compile(r"[<>^=+\- #0,_]*\d*[,_]?(\.\d+)?[bcdeEfFgGnosxX%]?")
"""How a number is formatted; one that only makes a column wide is none."""


@pytest.fixture
def comma() -> Iterator[None]:
    find_language_with(lambda: Language("de", PseudoCatalogue({}), decimal_comma=True))
    yield
    find_language_with(Language)


def test_numbers_have_the_marks_of_english() -> None:
    shown = [numbers.number(value) for value in (0, 2.5, 10, 1000, 1234567.891, -1.25)]
    assert shown == ["0", "2.5", "10", "1,000", "1,234,567.89", "-1.25"]
    assert [numbers.in_field(value) for value in (1000, 2.5, 0.25)] == ["1000", "2.5", "0.25"]


@pytest.mark.usefixtures("comma")
def test_numbers_have_the_marks_of_a_language_with_a_comma() -> None:
    assert [numbers.number(value) for value in (2.5, 1000, 1234567.891)] == [
        "2,5", "1\u00a0000", "1\u00a0234\u00a0567,89",
    ]  # fmt: skip
    assert numbers.in_field(1000.5) == "1000,5"
    assert numbers.in_file(1000.5) == "1000.5"
    assert numbers.seconds_text(2.5) == "2,5 s"
    assert numbers.span(62.5) == "1\u00a0min\u00a02,5\u00a0s"
    assert numbers.megabytes(1_234_000_000) == "1\u00a0234 MB"


def test_lengths_of_time_are_short_and_exact() -> None:
    assert [numbers.clock(n) for n in (-1, 0, 59.9, 344, 3600)] == [
        "0:00", "0:00", "0:59", "5:44", "1:00:00",
    ]  # fmt: skip
    assert [numbers.short_clock(n) for n in (27, 65)] == ["27", "1:05"]
    assert numbers.length_text(3661) == "1\u00a0h\u00a01\u00a0min"
    assert numbers.spoken_length(70) == "1 minute 10 seconds"
    assert [numbers.about_minutes(n) for n in (20, 60, 400)] == [
        "under a minute", "1 minute", "7 minutes",
    ]  # fmt: skip
    assert numbers.percent(0.805) == "80 %"


def test_the_marks_are_those_of_every_language_that_is_known() -> None:
    """Where CLDR has digits of its own for a language, the app writes the Latin ones."""
    wrong = []
    for name in localedata.locale_identifiers():
        _language, _, country = name.partition("_")
        if country and not (country.isdigit() or len(country) == 2):
            continue  # a script of its own
        mark = Locale.parse(name).number_symbols.get("latn", {}).get("decimal", ".")
        if mark in (".", ",") and has_decimal_comma(name.replace("_", "-")) != (mark == ","):
            wrong.append((name, mark))
    assert not wrong
    assert has_decimal_comma("de")
    assert has_decimal_comma("pt-BR")
    assert not has_decimal_comma("de-CH")


def formatted(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield each number that is made into a text, with its line: f-strings, %, format and marks."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr):
            parts = node.format_spec.values
            yield (
                node.lineno,
                "".join(str(part.value) for part in parts if isinstance(part, ast.Constant)),
            )
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            for spec in re.findall(r"\{\w+:([^{}]+)\}", node.value):
                yield node.lineno, spec


def is_for_people(spec: str) -> bool:
    """Whether a number is meant: not the width of a column, nor where a text is cut."""
    column_or_cut = re.fullmatch(r"[<>^]\d*|\.\d+", spec)
    return bool(SPEC.fullmatch(spec)) and not column_or_cut


def test_numbers_are_made_for_reading_in_one_place() -> None:
    found = {}
    for file in sorted(COACH.rglob("*.py")):
        name = file.relative_to(COACH.parent).as_posix()
        tree = ast.parse(file.read_text(encoding="utf-8"))
        specs = [(line, spec) for line, spec in formatted(tree) if is_for_people(spec)]
        if specs:
            found[name] = specs
    assert {name: specs for name, specs in found.items() if name not in NOT_READ} == {}
    assert set(found) == set(NOT_READ), "an exception that nothing needs"


@pytest.mark.parametrize(
    "line", ['f"{a:g}"', 'f"{a:,}"', 'f"{a:.1f} s"', '_("{n:g} s").format(n=a)', 'f"{a:02}"']
)
def test_such_a_place_would_be_found(line: str) -> None:
    assert [spec for _line, spec in formatted(ast.parse(line)) if is_for_people(spec)]
