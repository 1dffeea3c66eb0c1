"""Writes routines and exercises as TOML; of a file that is there, only what has changed.

Comments, order and layout of a file that somebody wrote by hand stay: a changed value is set in
its line, a moved step takes its comments along, a new one gets the layout of the shipped files.

Done here and not by tomlkit, which was tried (0.15): it keeps the text of a table, but not what
belongs to it. There the comment over a step stays behind when the step moves, the one beside a
value goes with the value, and `[[ steps ]]` loses its spaces. Importing it takes 100 ms.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from coach.content.drafts import draft_of, raw_of
from coach.content.exercise_text import changed_exercise
from coach.content.problem import ContentError
from coach.content.reading import MARK, parse_toml, read_text
from coach.content.routine_text import RoutineText
from coach.content.toml_table import OddLayoutError, table
from coach.content.toml_text import comments_by_element, scan
from coach.core.editing.draft import Draft, RoutineDraft


def write(draft: Draft, base: str | None = None) -> str:
    """Return the file of a draft.

    Args:
        draft: Of a routine or an exercise.
        base: The file that the draft was made of by `draft_of` before it was changed; None for a
            new file. A draft that says the same gives the same file, sign for sign.
    """
    wanted = raw_of(draft)
    if base is None:
        return _fresh(draft)
    raw = read_text(base)
    if raw_of(draft_of(kind_of_draft(draft), raw)) == wanted:
        return base
    mark = MARK if base.startswith(MARK) else ""
    newline = "\r\n" if "\r\n" in base else "\n"
    text = base.removeprefix(MARK).replace("\r\n", "\n")
    try:
        written = _changed(draft, text if text.endswith("\n") else text + "\n", raw)
        sound = raw_of(draft_of(kind_of_draft(draft), parse_toml(written))) == wanted
    except (OddLayoutError, ContentError):
        sound = False
    if not sound:  # laid out in a way that is not known here: written anew, with all its comments
        written = "".join(f"{comment}\n" for comment in _comments(text)) + _fresh(draft)
    return mark + written.replace("\n", newline)


def kind_of_draft(draft: Draft) -> Any:  # noqa: ANN401 - a Kind, whose module brings pydantic
    """Return "routine" or "exercise"."""
    return "routine" if isinstance(draft, RoutineDraft) else "exercise"


def _changed(draft: Draft, text: str, raw: dict[str, Any]) -> str:
    if isinstance(draft, RoutineDraft):
        return RoutineText(text, raw).write(draft)
    return changed_exercise(draft, text, raw)


def _comments(text: str) -> Iterable[str]:
    for line in scan(text):
        if not line.name and not line.is_blank:
            yield line.text.strip()
        elif line.comment:
            yield line.comment
        for inner in comments_by_element(line.text[slice(*line.value)]):
            yield from inner


def _fresh(draft: Draft) -> str:
    raw = raw_of(draft)
    if isinstance(draft, RoutineDraft):
        items = raw.pop("steps")
        return table(raw) + "".join(_fresh_item(item) for item in items)
    dose, sources = raw.pop("dose", None), raw.pop("sources", [])
    parts = [table(raw)]
    if dose is not None:
        parts.append("\n[dose]\n" + table(dose))
    parts += ["\n[[sources]]\n" + table(source) for source in sources]
    return "".join(parts)


def _fresh_item(item: Mapping[str, Any]) -> str:
    values = {key: value for key, value in item.items() if key != "steps"}
    inner = "".join(f"\n[[steps.steps]]\n{table(step)}" for step in item.get("steps", ()))
    return f"\n[[steps]]\n{table(values)}{inner}"
