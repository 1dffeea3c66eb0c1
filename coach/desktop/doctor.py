"""What works on this machine, what is missing, and what helps."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from coach import __version__
from coach.content.library import Library
from coach.core.numbers import megabytes
from coach.core.words import _, counted
from coach.desktop.awake import why_not_awake
from coach.desktop.display import find_display, plugin_fault
from coach.desktop.folders import Folders
from coach.desktop.report import Check, Report, Status
from coach.desktop.sound import sound_remedy

LITTLE_SPACE = 64 * 1024 * 1024
"""Bytes free on a disk from which on the app has room for clips, logs and the diary."""


class VoiceFindings(Protocol):
    """What the voice found out about itself; texts are empty for what there is not."""

    @property
    def engine(self) -> str:
        """Name of the speech engine."""

    @property
    def version(self) -> str:
        """Its version."""

    @property
    def library(self) -> str:
        """Where it was loaded from."""

    @property
    def engine_reason(self) -> str:
        """Why there is none."""

    @property
    def voices(self) -> int:
        """How many voices it has."""

    @property
    def device(self) -> str:
        """Name of the sound device."""

    @property
    def device_reason(self) -> str:
        """Why there is none."""


class DiaryFindings(Protocol):
    """What was found out about the diary."""

    @property
    def works(self) -> bool:
        """It can be kept."""

    @property
    def text(self) -> str:
        """What is so."""

    @property
    def remedy(self) -> str:
        """What helps."""


def installation(folders: Folders) -> tuple[Check, ...]:
    """Return what is known at once: versions, folders and the display."""
    return (*_versions(), *_folders(folders), _display())


def voice_of(found: VoiceFindings | None) -> tuple[Check, ...]:
    """Return what was found out about voice and sound."""
    return tuple(_voice(found))


def examine(
    *,
    folders: Folders,
    library: Library,
    probe_voice: Callable[[], VoiceFindings | None],
    probe_diary: Callable[[], DiaryFindings],
) -> Report:
    """Look at everything the app needs.

    Args:
        folders: The app's folders.
        library: What can be played, and what is wrong in files.
        probe_voice: Asks the speaking process; None where that does not answer.
        probe_diary: Looks at the diary's file.
    """
    return Report(
        (
            *installation(folders),
            *voice_of(probe_voice()),
            _awake(),
            _diary(probe_diary()),
            *_content(library),
        )
    )


def _versions() -> Iterator[Check]:
    here = Path(__file__).resolve().parent.parent
    yield Check("Cramp Coach", Status.OK, f"{__version__}, {here}")
    yield Check("Python", Status.OK, f"{platform.python_version()}, {sys.executable}")
    yield _qt()
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    yield Check(_("system"), Status.OK, ", ".join(part for part in (system, desktop) if part))


def _qt() -> Check:
    remedy = _("Install Cramp Coach again.")
    try:
        import PySide6
        from PySide6.QtCore import qVersion
    except ImportError as error:
        return Check("Qt", Status.MISSING, str(error), remedy)
    text = f"{qVersion()}, PySide6 {PySide6.__version__}"
    if PySide6.__version_info__[:2] == (6, 12) and sys.version_info < (3, 12):
        fault = _("{text}: loses memory on this Python and ends after some minutes")
        remedy = _("Install PySide6-Essentials below 6.12, or Python 3.12.")
        return Check("Qt", Status.MISSING, fault.format(text=text), remedy)
    return Check("Qt", Status.OK, text)


def _folders(folders: Folders) -> Iterator[Check]:
    yield _folder(_("data folder"), folders.data)
    yield _folder(_("settings folder"), folders.config)
    yield _folder(_("cache folder"), folders.cache)
    yield _folder(_("log folder"), folders.log)


def _folder(name: str, folder: Path) -> Check:
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    if not (nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)):
        text = _("{folder}: nothing can be written into {nearest}")
        remedy = _("Make {nearest} a folder that you can write to.")
        return Check(
            name,
            Status.MISSING,
            text.format(folder=folder, nearest=nearest),
            remedy.format(nearest=nearest),
        )
    free = shutil.disk_usage(nearest).free
    room = _("{size} free").format(size=megabytes(free))
    text = "{folder}, {room}" if folder.exists() else _("{folder}, made when needed, {room}")
    text = text.format(folder=folder, room=room)
    if free < LITTLE_SPACE:
        return Check(name, Status.WARNING, text, _("Free some space on that disk."))
    return Check(name, Status.OK, text)


def _display() -> Check:
    display = find_display()
    name = _("display")
    if not display.works:
        remedy = _("Log in to a desktop, or play in a terminal: coach play ROUTINE --terminal")
        return Check(name, Status.MISSING, display.text, remedy)
    fault = plugin_fault()
    if fault:
        remedy = _("Install the library that is named; on Debian and Ubuntu: libxcb-cursor0.")
        return Check(name, Status.MISSING, f"{display.text}: {fault}", remedy)
    return Check(name, Status.OK, display.text)


def _voice(found: VoiceFindings | None) -> Iterator[Check]:
    voice, sound = _("voice"), _("sound")
    if found is None:
        text = _("the speaking process does not answer")
        yield Check(voice, Status.MISSING, text, _("Install Cramp Coach again."))
        yield Check(sound, Status.WARNING, _("not looked at, for want of the speaking process"))
        return
    if found.engine:
        voices = counted("{n} voice", "{n} voices", found.voices)
        parts = (f"{found.engine} {found.version}".strip(), voices, found.library)
        yield Check(voice, Status.OK, ", ".join(part for part in parts if part))
    else:
        yield Check(voice, Status.MISSING, found.engine_reason, _engine_remedy())
    if found.device:
        yield Check(sound, Status.OK, found.device)
    else:
        yield Check(sound, Status.MISSING, found.device_reason, sound_remedy())


def _engine_remedy() -> str:
    if sys.platform == "win32":
        return _("Add a voice in the Windows settings under Time and language, Speech.")
    if sys.platform == "darwin":
        return _("Add a voice in the System Settings under Accessibility, Spoken Content.")
    return _("Install the package espeak-ng.")


def _awake() -> Check:
    name, reason = _("screen stays on"), why_not_awake()
    if not reason:
        return Check(name, Status.OK, _("the desktop keeps it on while a routine plays"))
    remedy = _("Set a longer time for the screen to go dark in the desktop's settings.")
    return Check(name, Status.WARNING, reason, remedy)


def _diary(found: DiaryFindings) -> Check:
    status = Status.OK if found.works else Status.MISSING
    return Check(_("diary"), status, found.text, found.remedy)


def _content(library: Library) -> Iterator[Check]:
    exercises = counted("{n} exercise", "{n} exercises", len(library.exercises))
    routines = counted("{n} routine", "{n} routines", len(library.cards))
    empty = not (library.exercises and library.cards)
    status, remedy = Status.OK, ""
    if empty:
        status, remedy = Status.MISSING, _("Install Cramp Coach again.")
    yield Check(_("content"), status, f"{exercises}, {routines}", remedy)
    for problem in library.problems:
        yield Check(_("file"), Status.WARNING, str(problem), _("Put that place in the file right."))
