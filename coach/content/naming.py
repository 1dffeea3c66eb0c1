"""Ids for what a person makes: the name of its file, whatever the title is written in."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection

LONGEST = 60
"""Characters of a made id; the format allows 80, some room is left for a number."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(-|$)")
"""Names that Windows keeps for devices, alone or before a dot."""
_FOLDED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def id_for(title: str, taken: Collection[str], kind: str = "routine") -> str:
    """Return an id that is free, made of a title.

    Latin letters lose their accents. Other scripts are not spelled out in Latin ones: each
    language does that in its own way, and a wrong way reads worse than none. Such a title gets
    its Latin words and digits, or the kind, and six digits that come from the whole title, so
    that the same title gives the same name on each machine.

    Args:
        title: In any script, or empty.
        taken: The ids there are, the shipped ones too.
        kind: What stands for a title without Latin letters.
    """
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_FOLDED))
    words = re.findall(r"[a-z0-9]+", "".join(s for s in plain if not unicodedata.combining(s)))
    name = _bounded("-".join(words), LONGEST - 7)
    lost = any(sign.isalpha() and not sign.isascii() for sign in plain)
    if lost or (not name and title.strip()):
        digest = hashlib.sha256(title.strip().encode(errors="surrogatepass")).hexdigest()
        name = f"{name or kind}-{digest[:6]}"
    name = name or kind
    if _RESERVED.match(name):
        name = f"{kind}-{name}"
    return _free(name, taken)


def copy_title(title: str, taken: Collection[str], pattern: str) -> str:
    """Return a title for a copy that no other has, at most 120 characters long.

    Args:
        title: Of the original.
        taken: The titles there are.
        pattern: How a copy is called in the person's language, with `{title}`: "{title} (copy)".
    """
    room = 120 - len(pattern) - 4
    copy = pattern.format(title=title[:room].rstrip())
    number = 2
    title = copy
    while title in taken:
        title = f"{copy} {number}"
        number += 1
    return title


def _free(name: str, taken: Collection[str]) -> str:
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


def _bounded(name: str, most: int) -> str:
    if len(name) <= most:
        return name
    cut = name[: most + 1].rpartition("-")[0]
    return cut or name[:most]
