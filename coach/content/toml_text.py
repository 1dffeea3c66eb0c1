"""A TOML file as text: where its lines, values and comments are, so that one can be changed alone.

What is scanned here has been read by `tomllib` before, so that it is known to be TOML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

_STRING = (
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
)
_COMMENT = r"#[^\n]*"
_TOKEN = re.compile(
    rf"({_STRING})|({_COMMENT})|([\[{{])|([\]}}])|(\n)|(,)|[^\"'#\[\]{{}}\n,]+", re.S
)
_NAME = r'(?:"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|[^\]\["\'=\n])+'
_HEADER = re.compile(rf"[ \t]*\[\[?({_NAME})\]\]?([^\n]*\n?)")
_KEY = re.compile(rf"([ \t]*)({_NAME})=[ \t]*")
_PLAIN_NAME = re.compile(r"[\w-]+(?:[ \t]*\.[ \t]*[\w-]+)*", re.A)
WIDTH = 100
"""A list that makes its line longer gets a line for each of its values."""


@dataclass(frozen=True, slots=True)
class Line:
    """A statement of a file with everything up to the next: often one line.

    Attributes:
        text: As it stands, with the end of its last line.
        name: What is set, or what the header names; empty for a comment or a blank line.
        is_header: Whether it begins a table.
        value: Where its value begins and ends in the text; after the brackets of a header.
    """

    text: str
    name: tuple[str, ...] = ()
    is_header: bool = False
    value: tuple[int, int] = (0, 0)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands there."""
        return not self.text.strip()

    @property
    def comment(self) -> str:
        """The comment after a value or header; empty for none."""
        return self.text[self.value[1] :].strip()

    @property
    def indent(self) -> str:
        """The space before it."""
        return self.text[: len(self.text) - len(self.text.lstrip(" \t"))]

    def with_value(self, rendered: str) -> Line:
        """Return it with another value; its comment stays."""
        begin, end = self.value
        text = self.text[:begin] + rendered + self.text[end:]
        return replace(self, text=text, value=(begin, begin + len(rendered)))


def scan(text: str) -> list[Line]:
    """Split a file; the texts joined are the file."""
    lines: list[Line] = []
    at = 0
    while at < len(text):
        line = _line_at(text, at)
        lines.append(line)
        at += len(line.text)
    return lines


def _line_at(text: str, at: int) -> Line:
    end_of_line = text.find("\n", at) + 1 or len(text)
    plain = text[at:end_of_line].strip()
    if not plain or plain.startswith("#"):
        return Line(text[at:end_of_line])
    if plain.startswith("[") and (header := _HEADER.match(text, at)):
        after = header.start(2) - at
        return Line(header[0], _parts(header[1]), is_header=True, value=(after, after))
    key = _KEY.match(text, at)
    if key is None:
        message = f"not TOML: {text[at:end_of_line]!r}"
        raise ValueError(message)
    end = _end_of_value(text, key.end())
    end_of_line = text.find("\n", end) + 1 or len(text)
    return Line(text[at:end_of_line], _parts(key[2]), value=(key.end() - at, end - at))


def _end_of_value(text: str, at: int) -> int:
    depth = 0
    end = at
    for token in _TOKEN.finditer(text, at):
        _string, comment, opens, closes, newline, _comma = token.groups()
        if depth == 0 and (comment or newline):
            break
        depth += bool(opens) - bool(closes)
        if token[0].strip() and not comment:
            end = token.start() + len(token[0].rstrip())
    return end


def _parts(name: str) -> tuple[str, ...]:
    name = name.strip()
    if _PLAIN_NAME.fullmatch(name):
        return tuple(part.strip() for part in name.split("."))
    import tomllib  # for names in quotation marks, which hardly anybody writes

    parts = []
    table: Any = tomllib.loads(f"{name} = 0")
    while isinstance(table, dict):
        ((part, table),) = table.items()
        parts.append(part)
    return tuple(parts)


def comments_by_element(array: str) -> list[list[str]]:
    """Return the comments in and around each element of an array, and last those after all.

    A comment on the line that an element ends in is that element's, one before it likewise.
    """
    depth, at = 0, 0
    found: list[list[str]] = [[]]
    ended = False
    for token in _TOKEN.finditer(array):
        _string, comment, opens, closes, newline, comma = token.groups()
        if comment:
            found[at - 1 if ended and at else at].append(token[0].strip())
        elif newline:
            ended = ended and depth > 1
        elif comma and depth == 1:
            at, ended = at + 1, True
            found.append([])
        elif token[0].strip():
            ended = False
        depth += bool(opens) - bool(closes)
    return found


# ---------------------------------------------------------------- writing values


def render(value: object, before: int = 0) -> str:
    """Return a value as TOML in the style of the shipped files.

    Args:
        value: Text, a number, a yes or no, a list or a table of them.
        before: Characters before it on its line.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _render_text(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key} = {render(one)}" for key, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, Sequence):
        return _render_list(value, before)
    return repr(value)


def _render_list(values: Sequence[Any], before: int) -> str:
    inside = [render(value) for value in values]
    line = f"[{', '.join(inside)}]"
    tables = any(isinstance(value, Mapping) for value in values)
    if not tables and before + len(line) <= WIDTH and "\n" not in line:
        return line
    return "[\n" + "".join(f"    {one},\n" for one in inside) + "]"


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\r": "\\r", "\x7f": "\\u007F"}


def _render_text(text: str) -> str:
    escaped = "".join(_ESCAPES.get(sign, sign) for sign in text)
    escaped = re.sub(r"[\x00-\x08\x0b-\x1f]", lambda sign: f"\\u{ord(sign[0]):04X}", escaped)
    return f'"""\n{escaped}"""' if "\n" in escaped else f'"{escaped}"'


def header_line(name: tuple[str, ...], comment: str = "") -> Line:
    """Return the header of a table in a list of tables."""
    head = f"[[{'.'.join(name)}]]"
    after = f"  {comment}\n" if comment else "\n"
    return Line(head + after, name, is_header=True, value=(len(head), len(head)))


def set_line(name: str, value: object, indent: str = "") -> Line:
    """Return a new statement in the style of the shipped files."""
    head = f"{indent}{name} = "
    rendered = render(value, len(head))
    return Line(f"{head}{rendered}\n", (name,), value=(len(head), len(head) + len(rendered)))
