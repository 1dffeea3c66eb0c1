"""What a value of the settings may be: each rule takes it, or says what would be right.

The rules are plain classes: a start makes them, and a dataclass takes half a millisecond to make.
"""

from __future__ import annotations

import contextlib
import re
from enum import StrEnum
from typing import Final

from coach.core.numbers import in_file
from coach.core.words import _, listed

ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""How a file is called."""
LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""How a language is called, such as `en-GB`."""


class Flag:
    """True or false."""

    def read(self, value: object) -> bool:
        """Return the value; raises ValueError with what would be right."""
        if not isinstance(value, bool):
            message = _("must be true or false")
            raise ValueError(message)
        return value


class Number:
    """A number from `least` to `most`, both included."""

    def __init__(self, least: float, most: float, *, whole: bool = False) -> None:
        """Keep the bounds."""
        self.least, self.most, self.whole = least, most, whole

    def read(self, value: object) -> float:
        """Return the value; raises ValueError with what would be right."""
        kinds = int if self.whole else int | float
        if isinstance(value, kinds) and not isinstance(value, bool):
            number = value if self.whole else float(min(max(value, -1e300), 1e300))
            if self.least <= number <= self.most:
                return number
        message = _("must be a number from {least} to {most}")
        if self.whole:
            message = _("must be a whole number from {least} to {most}")
        message = message.format(least=in_file(self.least), most=in_file(self.most))
        raise ValueError(message)


class Text:
    """A line of at most `longest` characters; with a form, it is empty or of that form."""

    def __init__(self, longest: int, form: re.Pattern[str] | None = None) -> None:
        """Keep the bounds."""
        self.longest, self.form = longest, form

    def read(self, value: object) -> str:
        """Return the value; raises ValueError with what would be right."""
        if not isinstance(value, str) or len(value) > self.longest or not value.isprintable():
            message = _("must be a line of at most {longest} characters").format(
                longest=self.longest
            )
            raise ValueError(message)
        if value and self.form is not None and not self.form.fullmatch(value):
            message = _("must be a name of small letters, digits and single hyphens")
            if self.form is LANGUAGE:
                message = _("must be a language such as en-GB")
            raise ValueError(message)
        return value


class Choice:
    """One of the words of `kind`."""

    def __init__(self, kind: type[StrEnum]) -> None:
        """Keep the words."""
        self.kind = kind

    def read(self, value: object) -> StrEnum:
        """Return the value; raises ValueError with what would be right."""
        if isinstance(value, str):
            with contextlib.suppress(ValueError):
                return self.kind(value)
        message = _("must be one of {words}").format(words=listed(self.kind))
        raise ValueError(message)


class Names:
    """At most `most` ids, each once."""

    def __init__(self, most: int) -> None:
        """Keep the bound."""
        self.most = most

    def read(self, value: object) -> frozenset[str]:
        """Return the value; raises ValueError with what would be right."""
        if isinstance(value, list | tuple | frozenset | set) and len(value) <= self.most:
            rule = Text(80, ID)
            with contextlib.suppress(ValueError):
                return frozenset(name for name in map(rule.read, value) if name)
        message = _("must be a list of at most {most} names").format(most=self.most)
        raise ValueError(message)


class Order:
    """At most `most` ids, each once, in an order."""

    def __init__(self, most: int) -> None:
        """Keep the bound."""
        self.most = most

    def read(self, value: object) -> tuple[str, ...]:
        """Return the value; raises ValueError with what would be right."""
        if isinstance(value, list | tuple):
            rule = Text(80, ID)
            with contextlib.suppress(ValueError):
                names = tuple(dict.fromkeys(rule.read(name) for name in value))
                if len(names) <= self.most and "" not in names:
                    return names
        message = _("must be a list of at most {most} names").format(most=self.most)
        raise ValueError(message)


Rule = Flag | Number | Text | Choice | Names | Order
"""What a value may be."""
