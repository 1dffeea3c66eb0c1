from __future__ import annotations

from pathlib import Path

import pytest

from coach.__main__ import plain_wish
from coach.app.wish import Wish


@pytest.mark.parametrize(
    ("arguments", "wish"),
    [
        ([], Wish()),
        (["cramp"], Wish(screen="cramp")),
        (["--trace", "t.jsonl"], Wish(trace=Path("t.jsonl"))),
        (["cramp", "--trace", "t.jsonl"], Wish(screen="cramp", trace=Path("t.jsonl"))),
        (["--trace", "t.jsonl", "cramp"], Wish(screen="cramp", trace=Path("t.jsonl"))),
    ],
)
def test_the_plain_commands_go_straight_in(arguments: list[str], wish: Wish) -> None:
    assert plain_wish(arguments) == wish


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["--help"], ["cramp", "cramp"], ["--trace"], ["--trace", "--help"], ["cramp", "-h"]],
)
def test_all_else_is_left_to_the_parser(arguments: list[str]) -> None:
    assert plain_wish(arguments) is None
