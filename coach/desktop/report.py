"""A report of checks, and how it is written down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What a check came to; WARNING is something to know that stops nothing."""

    OK = "ok"
    WARNING = "warning"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        name: What, in a word or two.
        status: What it came to.
        text: What was found.
        remedy: What to do; empty when there is nothing to do.
    """

    name: str
    status: Status
    text: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was looked at, in order."""

    checks: tuple[Check, ...]

    @property
    def is_well(self) -> bool:
        """Whether nothing is missing."""
        return all(check.status is not Status.MISSING for check in self.checks)

    def text(self) -> str:
        """Return a line a check, columns aligned, a remedy below its check."""
        status_width = max(len(status) for status in Status)
        name_width = max((len(check.name) for check in self.checks), default=0)
        indent = " " * (status_width + name_width + 4)
        lines: list[str] = []
        for check in self.checks:
            head = f"{check.status:<{status_width}}  {check.name:<{name_width}}  "
            first, *more = check.text.splitlines() or [""]
            lines.append((head + first).rstrip())
            lines += [indent + line for line in more]
            if check.remedy:
                lines.append(f"{indent}→ {check.remedy}")
        return "\n".join(lines)
