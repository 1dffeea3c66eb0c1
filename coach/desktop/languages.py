"""Which languages the system speaks."""

from __future__ import annotations

import os
from collections.abc import Iterator

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def system_languages() -> Iterator[str]:
    """Yield the tags of the system's languages, the preferred one first, such as `de_AT.UTF-8`.

    Where the environment names none, as on Windows and macOS, Qt knows them.
    """
    named = [tag for name in _VARIABLES for tag in os.environ.get(name, "").split(":") if tag]
    if named:
        yield from named
        return
    from PySide6.QtCore import QLocale

    yield from QLocale.system().uiLanguages()
