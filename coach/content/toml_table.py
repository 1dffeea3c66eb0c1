"""The tables of a TOML file as text, each with the comments that belong to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from coach.content.drafts import usual_values
from coach.content.toml_text import Line, comments_by_element, header_line, render, scan, set_line


class OddLayoutError(Exception):
    """A value can't be set alone where it stands."""


@dataclass(slots=True)
class Piece:
    """A table of the file with what belongs to it.

    Attributes:
        lead: Blank lines and comments before its header.
        lines: Its header and what follows; no header in the first piece.
        old: What it says.
    """

    lead: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    old: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> tuple[str, ...]:
        """What its header names."""
        return self.lines[0].name if self.lines and self.lines[0].is_header else ()

    @property
    def text(self) -> str:
        """As it stands."""
        return "".join(line.text for line in (*self.lead, *self.lines))


def split(text: str) -> tuple[list[Piece], list[Line]]:
    """Return the pieces of a file, the first without a header, and what stands after the last."""
    pieces = [Piece()]
    for line in scan(text):
        if line.is_header:
            pieces.append(Piece(_take_tail(pieces[-1]), [line]))
        else:
            pieces[-1].lines.append(line)
    return pieces, _take_tail(pieces[-1], last=True)


def _take_tail(piece: Piece, *, last: bool = False) -> list[Line]:
    """Take away the comments at a piece's end that belong to what follows, with blank lines."""
    begin = len(piece.lines)
    while begin and not piece.lines[begin - 1].name:
        begin -= 1
    tail = piece.lines[begin:]
    blank = next((index for index, line in enumerate(tail) if line.is_blank), None)
    if blank is None:
        blank = len(tail) if last else 0
    piece.lines = piece.lines[: begin + blank]
    return tail[blank:]


def table(values: Mapping[str, Any]) -> str:
    """Return what a table says in the style of the shipped files, without a header."""
    return "".join(set_line(key, value).text for key, value in values.items())


def placed(
    piece: Piece | None,
    wanted: Mapping[str, Any],
    kind: type[object],
    name: tuple[str, ...],
    keep: tuple[str, ...] = (),
) -> str:
    """Return a table under a header of this name, that of the file or a new one."""
    if piece is None:
        return f"\n[[{'.'.join(name)}]]\n{table(wanted)}"
    changed = edited(piece, wanted, kind, keep=keep)
    header = changed.lines[0]
    if header.name != name:
        changed.lines[0] = header_line(name, header.comment)
    return changed.text


def edited(
    piece: Piece, wanted: Mapping[str, Any], kind: type[object], keep: tuple[str, ...] = ()
) -> Piece:
    """Return a piece that says what is wanted; what it says already stays as it stands.

    `keep` names a value that is left alone.
    """
    usual = usual_values(kind)
    lines: list[Line] = []
    for line in piece.lines:
        lines += (
            [line] if line.is_header or not line.name else _said(line, piece, wanted, usual, keep)
        )
    order = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    for name, value in wanted.items():
        if name not in piece.old:
            _insert(lines, set_line(name, value, _indent(piece)), order)
    return replace(piece, lines=lines)


def _said(
    line: Line,
    piece: Piece,
    wanted: Mapping[str, Any],
    usual: Mapping[str, object],
    keep: tuple[str, ...],
) -> list[Line]:
    """Return what becomes of a statement."""
    name = line.name[0]
    if line.name == keep:
        return [line]
    old = piece.old.get(name)
    if name in wanted and old == wanted[name]:
        return [line]
    if name not in wanted and name in piece.old and usual.get(name) == old:
        return [line]
    if len(line.name) > 1:
        raise OddLayoutError
    if name in wanted:
        rendered = render(wanted[name], line.value[0])
        return [line.with_value(rendered), *_lost_comments(line)]
    comments = [Line(f"{line.indent}{line.comment}\n")] if line.comment else []
    return comments if name == "steps" else [*_lost_comments(line), *comments]


def _lost_comments(line: Line) -> list[Line]:
    """Return the comments inside of a value that is written anew, each on a line of its own."""
    inside = comments_by_element(line.text[slice(*line.value)])
    return [Line(f"{comment}\n") for comments in inside for comment in comments]


def _indent(piece: Piece) -> str:
    return next((line.indent for line in piece.lines if line.name and not line.is_header), "")


def _insert(lines: list[Line], new: Line, order: list[str]) -> None:
    """Put a statement after the last one that stands before it in our order."""
    rank = {name: index for index, name in enumerate(order)}
    mine = rank[new.name[0]]
    after = 0
    for index, line in enumerate(lines, start=1):
        if line.is_header or (line.name and rank.get(line.name[0], mine) < mine):
            after = index
    if after == 0:  # before the first one, but after the comments at the top
        after = next((index for index, line in enumerate(lines) if line.name), len(lines))
    lines.insert(after, new)


def joined(lines: list[Line]) -> str:
    """Return lines as they stand."""
    return "".join(line.text for line in lines)
