"""Whatever the size of the terminal, nothing runs over its edges and the count stays."""

from __future__ import annotations

import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from coach.terminal.layout import PLAIN_SIGNS, RICH_SIGNS, lay_out
from coach.terminal.view import View

VIEW = View(
    title="Calf stretch against the wall",
    place="Step 2 of 5",
    doing="Right leg · Hold 1 of 2",
    count="23",
    caption="Right leg. Calf stretch against the wall.",
    help=("Face a wall.", "One foot forward, the other one back."),
    following="Next: Heel raises · 3:20 left",
    shares=(1.0, 0.5, 0.0, 0.0, 0.0),
    marks=("Paused",),
    notices=("No speaker was found. Switch one on.",),
    is_work=True,
)


def screen(columns: int, rows: int, view: View = VIEW, *, plain: bool = False) -> list[Text]:
    console = Console(file=io.StringIO(), width=columns, height=rows)
    return lay_out(view, console, PLAIN_SIGNS if plain else RICH_SIGNS)


def text(lines: list[Text]) -> str:
    return "\n".join(line.plain for line in lines)


@given(st.integers(1, 200), st.integers(1, 70), st.integers(1, 200))
def test_nothing_runs_over_the_edges(columns: int, rows: int, steps: int) -> None:
    lines = screen(columns, rows, replace(VIEW, shares=(0.5,) * steps))
    assert len(lines) <= rows
    assert all(line.cell_len <= columns for line in lines)


@given(st.integers(2, 59), st.integers(1, 19))
def test_the_count_is_always_there(columns: int, rows: int) -> None:
    assert any(line.plain.strip() == "23" for line in screen(columns, rows))


def test_an_ordinary_terminal_shows_everything() -> None:
    shown = text(screen(80, 24))
    for part in (
        "Calf stretch against the wall",
        "[Paused] Step 2 of 5",
        "Right leg · Hold 1 of 2",
    ):
        assert part in shown
    for part in ("Face a wall.", "Next: Heel raises · 3:20 left", "Switch one on.", "q stop"):
        assert part in shown
    assert "██████" in shown


def test_a_small_terminal_keeps_what_matters() -> None:
    shown = text(screen(40, 10))
    for part in ("23", "Right leg", "Calf stretch", "Switch one on.", "q stop", "space"):
        assert part in shown
    assert "Face a wall." not in shown


def test_a_bar_for_each_step() -> None:
    bars = next(line.plain for line in screen(59, 24) if "░" in line.plain)
    assert bars.split() == ["█" * 11, "█" * 5 + "░" * 6, "░" * 11, "░" * 11, "░" * 11]


def test_a_terminal_that_knows_ascii_only() -> None:
    assert text(screen(80, 24, plain=True)).isascii()
