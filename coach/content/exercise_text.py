"""Changes an exercise's file where its draft has been changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from coach.content.drafts import raw_of
from coach.content.toml_table import OddLayoutError, Piece, edited, joined, placed, split, table
from coach.core.editing.draft import DoseDraft, ExerciseDraft, SourceDraft


def changed_exercise(draft: ExerciseDraft, text: str, raw: dict[str, Any]) -> str:
    """Return the text of an exercise's file that says what the draft says.

    Args:
        draft: What it shall say.
        text: What stands in the file, with a line end at its end.
        raw: What the file says.

    Raises:
        OddLayoutError: A value can't be set alone where it stands.
    """
    pieces, foot = split(text)
    wanted = raw_of(draft)
    own_tables = {piece.name for piece in pieces[1:]}
    if own_tables - {("dose",), ("sources",), ("dose", "phases")}:
        raise OddLayoutError
    apart = {name[0] for name in own_tables}
    head = pieces[0]
    head.old = {key: value for key, value in raw.items() if key not in apart}
    apart |= {"dose", "sources"} - set(head.old)
    said = {key: value for key, value in wanted.items() if key not in apart}
    parts = [edited(head, said, ExerciseDraft).text]
    parts += _dose_text(pieces, raw, wanted, apart)
    if "sources" in apart:
        parts += _sources_text(pieces, raw, wanted)
    return "".join(parts) + joined(foot)


def _dose_text(
    pieces: list[Piece], raw: dict[str, Any], wanted: dict[str, Any], apart: set[str]
) -> list[str]:
    if "dose" not in apart:
        return []
    dose = wanted.get("dose")
    piece = next((piece for piece in pieces if piece.name == ("dose",)), None)
    phases = [piece for piece in pieces if piece.name == ("dose", "phases")]
    if piece is None:
        if phases:
            raise OddLayoutError
        return [] if dose is None else ["\n[dose]\n" + table(dose)]
    if dose is None:
        return []
    piece.old = dict(raw["dose"])
    if phases and dose.pop("phases", None) != piece.old.pop("phases"):
        raise OddLayoutError
    return [edited(piece, dose, DoseDraft).text, *(phase.text for phase in phases)]


def _sources_text(
    pieces: list[Piece], raw: dict[str, Any], wanted: dict[str, Any]
) -> Iterable[str]:
    there = [piece for piece in pieces if piece.name == ("sources",)]
    for piece, source in zip(there, raw.get("sources", []), strict=True):
        piece.old = source
    for source in wanted.get("sources", []):
        same = next((piece for piece in there if piece.old == source), None)
        if same is not None:
            there.remove(same)
        yield placed(same, source, SourceDraft, ("sources",))
