"""Changes a routine's file where its draft has been changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from coach.content.drafts import raw_of
from coach.content.toml_table import OddLayoutError, Piece, edited, joined, placed, split
from coach.content.toml_text import Line, comments_by_element, header_line, set_line
from coach.core.editing.draft import GroupDraft, RoutineDraft, StepDraft

_STEPS: Final = ("steps",)
_INNER: Final = ("steps", "steps")


class RoutineText:
    """The pieces of a routine's file by the keys of its steps and groups."""

    def __init__(self, text: str, raw: dict[str, Any]) -> None:
        """Take a file apart.

        Args:
            text: What stands in it, with a line end at its end.
            raw: What it says.

        Raises:
            OddLayoutError: Its steps are not laid out in a way that is known here.
        """
        pieces, self._foot = split(text)
        self._head = pieces[0]
        self._head.old = {key: value for key, value in raw.items() if key != "steps"}
        self._raw = raw
        self._by_key: dict[int, Piece] = {}
        self._inside: dict[int, tuple[list[int], list[Any]]] = {}
        self._inline = _list_of_steps(self._head)
        self._sort(pieces[1:])

    def _sort(self, pieces: list[Piece]) -> None:
        """Give each piece its key, counted as `draft_of` does."""
        rest = iter(pieces)
        comments = _comments_inside(self._inline)
        key = 1
        for index, item in enumerate(self._raw.get("steps", [])):
            piece = _next(rest) if self._inline is None else _from_inline(item, comments, index)
            piece.old = {name: value for name, value in item.items() if name != "steps"}
            self._by_key[key] = piece
            inner = _list_of_steps(piece)
            inside = _comments_inside(inner)
            if inner is not None:
                keys = [key + 1 + number for number in range(len(item["steps"]))]
                self._inside[key] = keys, item["steps"]
            for number, step in enumerate(item.get("steps", [])):
                among = inner is not None or self._inline is not None
                part = _from_inline(step, inside, number) if among else _next(rest)
                part.old = step
                self._by_key[key + 1 + number] = part
            key += 1 + len(item.get("steps", []))
        if next(rest, None) is not None:
            raise OddLayoutError

    def write(self, draft: RoutineDraft) -> str:
        """Return the text that says what the draft says.

        Raises:
            OddLayoutError: A value can't be set alone where it stands.
        """
        wanted = raw_of(draft)
        items = wanted.pop("steps")
        if self._inline is not None and items == self._raw["steps"]:
            head = edited(self._head, wanted, RoutineDraft, keep=_STEPS)
            return head.text + joined(self._foot)
        self._hand_on(set(draft.keys))
        parts = [edited(self._head, wanted, RoutineDraft).text]
        for item, values in zip(draft.steps, items, strict=True):
            parts += self._item(item, values)
        parts.append(joined(self._foot))
        return "".join(parts)

    def _item(self, item: StepDraft | GroupDraft, values: dict[str, Any]) -> Iterable[str]:
        piece = self._by_key.get(item.key)
        if not isinstance(item, GroupDraft):
            yield placed(piece, values, StepDraft, _STEPS)
            return
        inner = values.pop("steps", [])
        kept = self._kept_inside(item, inner)
        yield placed(piece, values, GroupDraft, _STEPS, keep=_STEPS if kept else ())
        if not kept:
            for step, said in zip(item.steps, inner, strict=True):
                yield placed(self._by_key.get(step.key), said, StepDraft, _INNER)

    def _kept_inside(self, item: GroupDraft, inner: list[Any]) -> bool:
        """Whether a group's steps stand in its own table and are as they were."""
        before = self._inside.get(item.key)
        return before is not None and before == ([step.key for step in item.steps], inner)

    def _hand_on(self, left: set[int]) -> None:
        """Keep the loose comments (a blank line after them) before steps that are removed."""
        loose: list[Line] = []
        for key, piece in self._by_key.items():
            if key in left:
                piece.lead = loose + piece.lead
                loose = []
            else:
                ends = [index for index, line in enumerate(piece.lead) if line.is_blank]
                own = piece.lead[: ends[-1]] if ends else []
                if any(not line.is_blank for line in own):
                    loose += own
        self._foot = loose + self._foot


def _next(pieces: Iterator[Piece]) -> Piece:
    piece = next(pieces, None)
    if piece is None:
        raise OddLayoutError
    return piece


def _list_of_steps(piece: Piece) -> Line | None:
    """Return the statement that has all steps in one list, if that is how they are written."""
    return next((line for line in piece.lines if line.name == _STEPS and not line.is_header), None)


def _comments_inside(line: Line | None) -> list[list[str]]:
    return [] if line is None else comments_by_element(line.text[slice(*line.value)])


def _from_inline(values: Mapping[str, Any], comments: list[list[str]], index: int) -> Piece:
    """Make a table of its own of one that stands in a list."""
    lead = [Line("\n")]
    if comments:
        lead += [Line(f"{comment}\n") for comment in comments[index]]
        if index + 2 == len(comments):  # those after the last comma
            lead += [Line(f"{comment}\n") for comment in comments[index + 1]]
    said = [set_line(key, value) for key, value in values.items() if key != "steps"]
    return Piece(lead, [header_line(_STEPS), *said])
