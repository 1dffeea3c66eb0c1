"""The app in the desktop's menu, on Linux, with Cramp now in its right-click menu.

A wheel cannot put anything there, so the app does it itself. An entry that is there already is left
alone, so that a person may change it, unless the app it starts is gone.
https://specifications.freedesktop.org/desktop-entry-spec/latest/
"""

from __future__ import annotations

import logging
import os
import re
import sys
from pathlib import Path

from coach.core.words import _
from coach.desktop.folders import find_folders

_log = logging.getLogger(__name__)

NAME = "cramp-coach"
"""Of the entry; the window says the same, so that the desktop knows which belongs to which."""


def enter_menu(icon: Path, program: Path | None = None) -> bool:
    """Write the entry where there is none that works; return whether it was written.

    Args:
        icon: The app's picture.
        program: The command `coach`; the one beside this Python where None.
    """
    program = program or Path(sys.executable).with_name("coach")
    if sys.platform != "linux" or not program.exists():
        return False
    file = find_folders().data.parent / "applications" / f"{NAME}.desktop"
    try:
        if file.exists() and _starts_something(file.read_text(encoding="utf-8")):
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(f".{os.getpid()}")
        new.write_text(entry(program, icon), encoding="utf-8")
        new.replace(file)
    except (OSError, UnicodeDecodeError) as error:
        _log.info("%s: the menu entry cannot be written: %s", file, error)
        return False
    return True


def entry(program: Path, icon: Path) -> str:
    """Return the text of the entry."""
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Name=" + _("Cramp Coach"),
        "GenericName=" + _("Stretching Coach"),
        "Comment=" + _("Short timed routines for legs that cramp, and help when they do"),
        f"TryExec={_text(str(program))}",
        f"Exec={_command(program)}",
        f"Icon={_text(str(icon))}",
        "Terminal=false",
        "StartupNotify=true",
        f"StartupWMClass={NAME}",
        "Categories=Utility;",
        "Keywords=" + _("cramp;leg;calf;stretch;exercise;"),
        "Actions=cramp;",
        "",
        "[Desktop Action cramp]",
        "Name=" + _("Cramp now"),
        f"Exec={_command(program, 'cramp')}",
    ]
    return "\n".join(lines) + "\n"


def _starts_something(text: str) -> bool:
    found = re.search(r"^TryExec=(.*)$", text, re.MULTILINE)
    # One without TryExec was written by somebody else, who knows why.
    return found is None or Path(found[1].replace("\\\\", "\\")).exists()


def _text(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n")


def _command(program: Path, *arguments: str) -> str:
    """Return a command line: the program in quotes, with what they and % mean taken away."""
    quoted = re.sub(r'(["`$\\])', r"\\\1", str(program)).replace("%", "%%")
    return " ".join((_text(f'"{quoted}"'), *arguments))
