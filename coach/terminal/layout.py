"""Where everything goes on a screen of a given size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from coach.core.words import _
from coach.terminal.digits import big_lines
from coach.terminal.view import View

WIDEST = 76
"""Columns a line of text may have; longer ones are hard to read."""

BIG_FROM = (60, 20)
"""Columns and rows from which on the countdown is drawn large."""

HUGE_FROM = (90, 32)

WORK_STYLE = "bold cyan"
EASE_STYLE = "bold green"
NOTICE_STYLE = "yellow"


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters drawn with; plain ones where the terminal knows no others."""

    block: str
    done: str
    open: str
    dot: str
    left: str
    right: str


RICH_SIGNS = Signs(block="█", done="█", open="░", dot="·", left="←", right="→")
PLAIN_SIGNS = Signs(block="#", done="#", open="-", dot="-", left="b", right="n")


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that belong together; the least important are left out first."""

    importance: int
    lines: list[Text]


def lay_out(view: View, console: Console, signs: Signs) -> list[Text]:
    """Return the lines of a screen, never more or wider than the console."""
    width, height = console.size
    inner = min(width, WIDEST)
    blocks = _blocks(view, console, inner, signs)
    while sum(len(block.lines) for block in blocks) > height and len(blocks) > 1:
        blocks.remove(min(blocks, key=lambda block: block.importance))
    lines = _spread(blocks, height)[:height]
    for line in lines:
        line.truncate(inner, overflow="ellipsis")
        line.pad_left((width - inner) // 2)
    return lines


def _blocks(view: View, console: Console, width: int, signs: Signs) -> list[_Block]:
    style = WORK_STYLE if view.is_work else EASE_STYLE
    doing = view.doing.replace("·", signs.dot)
    following = view.following.replace("·", signs.dot)
    blocks = [
        _Block(9, [_header(view, width)]),
        _Block(8, _wrapped(doing, console, width)),
        _Block(10, _count(view, console, style, signs)),
        _Block(9, _wrapped(view.caption, console, width, "bold")),
        _Block(1, _wrapped(" ".join(view.help), console, width, "dim")),
        _Block(4, [_bar(view.shares, width, signs)]),
        _Block(5, _wrapped(following, console, width)),
        *(_Block(6, _wrapped(notice, console, width, NOTICE_STYLE)) for notice in view.notices),
        _Block(7, _key_help(view, width, signs)),
    ]
    return [block for block in blocks if block.lines]


def _header(view: View, width: int) -> Text:
    right = " ".join([*(f"[{mark}]" for mark in view.marks), view.place])
    title = Text(view.title, style="bold")
    title.truncate(max(8, width - len(right) - 2), overflow="ellipsis")
    gap = max(1, width - title.cell_len - len(right))
    return Text.assemble(title, " " * gap, right)


def _count(view: View, console: Console, style: str, signs: Signs) -> list[Text]:
    size = console.size
    for (columns, rows), scale in ((HUGE_FROM, 2), (BIG_FROM, 1)):
        if size.width >= columns and size.height >= rows:
            lines = big_lines(view.count, scale, signs.block)
            return [Text(line.rstrip(), style=style) for line in lines]
    return [Text(view.count, style=style)]


def _bar(shares: tuple[float, ...], width: int, signs: Signs) -> Text:
    """Return a bar a step, or one for all where there are too many."""
    cells = (width - (len(shares) - 1)) // len(shares)
    if cells < 1:
        shares, cells = (sum(shares) / len(shares),), width
    parts = []
    for share in shares:
        done = int(share * cells)
        parts.append(signs.done * done + signs.open * (cells - done))
    return Text(" ".join(parts))


def _key_help(view: View, width: int, signs: Signs) -> list[Text]:
    """Return what the keys do, no key apart from its meaning."""
    keys = [
        _("space go on") if _("Paused") in view.marks else _("space pause"),
        _("{left} back").format(left=signs.left),
        _("{right} skip").format(right=signs.right),
        _("+ 10 s"),
        _("r restart"),
        _("m sound on") if _("Muted") in view.marks else _("m mute"),
        _("q stop"),
    ]
    lines = [keys[0]]
    for key in keys[1:]:
        longer = f"{lines[-1]} {signs.dot} {key}"
        lines[-1:] = [longer] if cell_len(longer) <= width else [lines[-1], key]
    return [Text(line, style="dim") for line in lines]


def _wrapped(text: str, console: Console, width: int, style: str = "") -> list[Text]:
    return list(Text(text, style=style).wrap(console, width)) if text else []


def _spread(blocks: Iterable[_Block], height: int) -> list[Text]:
    """Put an empty line before each block as long as there is room, from the top."""
    blocks = list(blocks)
    room = height - sum(len(block.lines) for block in blocks)
    lines: list[Text] = []
    for block in blocks:
        if room > 0:
            lines.append(Text())
            room -= 1
        lines += block.lines
    return lines
