"""Looks through an SVG drawing for what a drawing does not need and what would never end."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NoReturn
from xml.parsers import expat

from coach.content.picture_headers import (
    MOST_PIXELS,
    PictureFacts,
    PictureKind,
    damaged,
    read_header,
)
from coach.content.problem import error
from coach.core.numbers import number
from coach.core.words import _

MOST_ELEMENTS: Final = 20_000
MOST_DRAWN: Final = 100_000
"""Elements with everything written out that is used several times."""
DEEPEST: Final = 100
"""Elements inside each other, counting those that are used from elsewhere."""
MOST_INNER_BYTES: Final = 2 << 20
"""Of a photo inside a drawing, as text."""
LEAST_SIDE, MOST_SIDE = 0.001, 1_000_000.0
"""Sides of a drawing, in its own units."""

_ACTIVE = {"script", "handler", "listener", "foreignobject", "iframe", "audio", "video"}
_NOT_DRAWN = {"a", "animate", "animatemotion", "animatetransform", "animatecolor", "set", "discard"}
_INNER = re.compile(r"\s*data:image/(?:png|jpe?g);base64,", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?\s*(#?)((?:data:)?)([^)'\"]*)", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_LENGTH = re.compile(r"\s*([0-9.]+(?:e[-+]?[0-9]+)?)\s*(?:px|pt|pc|mm|cm|in|em|ex)?\s*", re.I)


def is_markup(content: bytes) -> bool:
    """Whether a file may be an SVG drawing."""
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"


def inspect_svg(content: bytes) -> PictureFacts:
    """Return the size of a drawing that is harmless.

    Raises:
        ContentError: It is not well formed, refers to anything outside of itself, can act, or is
            larger than is allowed.
    """
    reading = _Reading()
    try:
        reading.parse(content)
    except expat.ExpatError as wrong:
        place = _("line {line}, column {column}").format(line=wrong.lineno, column=wrong.offset + 1)
        what = expat.ErrorString(wrong.code)
        raise error(
            place, _("is not a whole SVG drawing ({what}); save it again").format(what=what)
        ) from None
    except ValueError:  # names an encoding that nobody knows
        raise damaged() from None
    reading.check_uses()
    width, height = reading.size
    return PictureFacts(PictureKind.SVG, width, height)


@dataclass(slots=True)
class _Part:
    """An element, or all elements of one id.

    Attributes:
        parts: What it holds.
        uses: Ids of what it shows from elsewhere.
    """

    parts: list[_Part] = field(default_factory=list)
    uses: list[str] = field(default_factory=list)
    drawn: int = 1
    deepest: int = 0
    depth: int = 0
    entered: bool = False

    def add(self, inner: _Part) -> None:
        """Count a part that this one shows; 0 is the depth of what is not counted yet."""
        self.drawn += inner.drawn
        self.deepest = max(self.deepest, inner.depth)
        if self.drawn > MOST_DRAWN:
            many = _("draws more than {most} elements by using parts over and over").format(
                most=number(MOST_DRAWN)
            )
            raise error("", _("{many}; simplify it").format(many=many))

    def close(self) -> None:
        """All it shows is counted."""
        self.depth = self.deepest + 1
        if self.depth > 2 * DEEPEST:  # each use adds the element that uses and the id
            _too_deep()


class _Reading:
    """One way through a file."""

    def __init__(self) -> None:
        self.size = (0.0, 0.0)
        self._open: list[_Part] = []
        self._root: _Part | None = None
        self._by_id: dict[str, _Part] = {}
        self._elements = 0
        self._inner_pixels = 0.0
        self._style: list[str] | None = None

    def parse(self, content: bytes) -> None:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._document_type
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(content, True)

    def check_uses(self) -> None:
        """Count what is drawn with everything written out; nothing may hold itself."""
        if self._root is None:
            raise damaged()
        way = [(self._root, self._inner(self._root))]
        self._root.entered = True
        while way:
            part, rest = way[-1]
            inner = next(rest, None)
            if inner is None:
                way.pop()
                part.close()
                if way:
                    way[-1][0].add(part)
            elif not inner.entered:
                inner.entered = True
                way.append((inner, self._inner(inner)))
            elif not inner.depth:
                raise error("", _("uses a part of itself inside that part; draw it without"))
            else:
                part.add(inner)

    def _inner(self, part: _Part) -> Iterator[_Part]:
        yield from part.parts
        yield from (self._by_id[name] for name in part.uses if name in self._by_id)

    # -- what the parser meets ----------------------------------------------------------------

    def _declaration(self, _version: str, encoding: str | None, _alone: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "utf8", "us-ascii"):
            raise error(
                "",
                _("is written in {name}, not UTF-8; save it as UTF-8").format(
                    name=_shown(encoding)
                ),
            )

    def _document_type(
        self, _name: str, _system: str | None, _public: str | None, inner: int
    ) -> None:
        if inner:
            _refuse(_("brings a document type of its own"))

    def _entity(self, *_what: object) -> None:
        _refuse(_("declares entities"))

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            _refuse(_("wants a style sheet from another file"))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise error(
                "",
                _("has more than {most} elements; simplify it").format(most=number(MOST_ELEMENTS)),
            )
        if self._root is None and local != "svg":
            raise error(
                "",
                _("is not an SVG drawing but <{name}>; save it as SVG or PNG").format(
                    name=_shown(name)
                ),
            )
        if local in _ACTIVE:
            _refuse(_("has a part that can act (<{name}>)").format(name=_shown(name)))
        part = _Part()
        for key, value in attributes.items():
            self._attribute(local, key, value, part)
        if self._root is None:
            self._root = part
            self.size = _size(attributes)
        else:
            self._open[-1].parts.append(part)
        self._open.append(part)
        if len(self._open) > DEEPEST:
            _too_deep()
        if local == "style":
            self._style = []

    def _end(self, name: str) -> None:
        self._open.pop()
        if _local(name) == "style" and self._style is not None:
            _check_style("".join(self._style))
            self._style = None

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _attribute(self, element: str, key: str, value: str, part: _Part) -> None:
        if ":" not in key and key.lower().startswith("on"):
            _refuse(_("has a part that can act ({name})").format(name=_shown(key)))
        local = _local(key)
        if local == "id":
            self._by_id.setdefault(value, _Part()).parts.append(part)
        elif local == "href":
            self._reference(element, value.strip(), part)
        else:
            part.uses += _check_style(value)

    def _reference(self, element: str, target: str, part: _Part) -> None:
        if target.startswith("#"):
            if element not in _NOT_DRAWN:
                part.uses.append(target[1:])
        elif found := _INNER.match(target):
            self._inner_picture(target[found.end() :])
        elif target:
            _refuse(_("refers to something outside of itself ({name})").format(name=_shown(target)))

    def _inner_picture(self, text: str) -> None:
        if len(text) > MOST_INNER_BYTES:
            raise error("", _("has a photo of more than 2 MiB inside; make that photo smaller"))
        try:
            facts = read_header(base64.b64decode(text))
        except binascii.Error:
            raise damaged() from None
        if facts is None or facts.kind not in (PictureKind.PNG, PictureKind.JPEG):
            raise error(
                "", _("has a picture inside that is neither PNG nor JPEG; use one of these")
            )
        self._inner_pixels += facts.width * facts.height
        if self._inner_pixels > MOST_PIXELS:
            raise error("", _("has photos of more than 40 megapixels inside; make them smaller"))


def _too_deep() -> NoReturn:
    raise error(
        "",
        _("has more than {most} elements inside each other; simplify it").format(most=DEEPEST),
    )


def _refuse(what: str) -> NoReturn:
    raise error(
        "", _("{what}, which is not opened; save it as plain SVG or as PNG").format(what=what)
    )


def _check_style(text: str) -> list[str]:
    """Return the ids that a style refers to; it may refer to nothing else."""
    if "(" not in text and "\\" not in text and "@" not in text:
        return []
    plain = _ESCAPE.sub(_unescaped, text)
    if re.search(r"@\s*import", plain, re.IGNORECASE):
        _refuse(_("wants a style sheet from another file"))
    uses = []
    for found in _URL.finditer(plain):
        inside, data, target = found.groups()
        if inside:
            uses.append(target.strip())
        elif not data:
            _refuse(_("refers to something outside of itself ({name})").format(name=_shown(target)))
    return uses


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if code < 0x110000 else ""


def _shown(target: str) -> str:
    short = target[:40] + ("…" if len(target) > 40 else "")
    return short if short.isprintable() else ascii(short)[1:-1]


def _local(name: str) -> str:
    """Return a name without its prefix: Qt does not look at prefixes either."""
    return name.rpartition(":")[2].lower()


def _size(attributes: dict[str, str]) -> tuple[float, float]:
    """Return the sides of the root's view box, else its width and height."""
    box = attributes.get("viewBox", "").replace(",", " ").split()
    texts = box[2:] if len(box) == 4 else [attributes.get(key, "") for key in ("width", "height")]
    sides = [_side(text) for text in texts]
    if not all(sides):
        raise error("", _("does not say how large it is; give it a viewBox, or width and height"))
    width, height = sides
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in sides):
        raise error("", _("has sides of no use; give it a viewBox of 1 to 10,000 units"))
    return width, height


def _side(text: str) -> float:
    """Return a length, or 0 where there is none; units do not matter for what is fitted in."""
    found = _LENGTH.fullmatch(text)
    try:
        return float(found[1]) if found else 0.0
    except ValueError:  # 1.2.3
        return 0.0
