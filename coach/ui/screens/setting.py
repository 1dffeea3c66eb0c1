"""A window whose time stands still, so that a picture shows the same moment each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from coach.app.clock import Reading
from coach.app.coach import Coach
from coach.app.data import OwnData, Roots
from coach.app.parts import Parts
from coach.app.trace import Trace
from coach.content.library import Library, load_library
from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.core.diary import Entry
from coach.core.relief import Cramp
from coach.core.words import _
from coach.ui.window import MainWindow

OWN_PACE = """
title = "When I am ready"
when = "When a fixed time does not suit you."
positions = ["standing"]
[[steps]]
exercise = "heel-raise-standing"
own_pace = 12
rest_after = 10
[[steps]]
exercise = "calf-wall-split"
"""


BROKEN = """
title = "Evening"
positions = ["standing"]
[[steps]]
exercise = "calf-wall-lean"
reps = 0
"""


class StillClock:
    """A clock that is turned by hand."""

    def __init__(self) -> None:
        """Show zero."""
        self.reading = Reading(0.0, 0.0)

    def read(self) -> Reading:
        """Return the time it was turned to."""
        return self.reading

    def turn(self, seconds: float, *, asleep: float = 0.0) -> None:
        """Let time pass."""
        self.reading = Reading(self.reading.awake + seconds, self.reading.asleep + asleep)


@dataclass(frozen=True, slots=True)
class SampleVoice:
    """A voice there might be."""

    id: str
    name: str
    language: str


VOICES = {
    "af": "Afrikaans",
    "de": "German",
    "en-029": "English (Caribbean)",
    "en-gb": "English (Great Britain)",
    "en-gb-scotland": "English (Scotland)",
    "en-gb-x-rp": "English (Received Pronunciation)",
    "en-us": "English (America)",
    "el": "Greek",
    "fr": "French (France)",
    "fr-be": "French (Belgium)",
    "pl": "Polish",
    "ru": "Russian",
    "cmn": "Chinese (Mandarin, latin as English)",
}


class Quiet:
    """Stands for voice, diary and wake lock: takes everything, does nothing."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        """Return something that can be called with anything."""
        return lambda *_args, **_options: None

    def list_voices(self, tell: Callable[[list[SampleVoice]], None]) -> None:
        """Tell of a few voices."""
        tell([SampleVoice(f"v/{tag}", name, tag) for tag, name in VOICES.items()])

    def add(self, entry: Entry) -> Entry:
        """Give an entry its number."""
        return replace(entry, id=1)

    def recent(self, _limit: int = 100) -> list[Entry]:
        """Remember nothing."""
        return []

    def add_cramp(self, cramp: Cramp) -> Cramp:
        """Give a cramp its number."""
        return replace(cramp, id=1)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a picture is taken of: the window and what turns its time."""

    window: MainWindow
    coach: Coach
    clock: StillClock


State = Callable[[Setting], None]


def _sample_facts() -> list[tuple[str, str]]:
    return [
        (_("Cramp Coach"), "1.0.0, /home/ann/.local/lib/cramp-coach/coach"),
        ("Python", "3.12.4, /usr/bin/python3"),
        ("Qt", "6.10.3, PySide6 6.10.3"),
        (_("system"), "Linux 6.8 x86_64, GNOME"),
        (_("data folder"), "/home/ann/.local/share/cramp-coach"),
    ]


def _sample_voice() -> list[tuple[str, str]]:
    return [(_("voice"), "espeak-ng 1.51"), (_("sound"), "Loudspeaker 2")]


def build(library: Library, folder: Path | None = None) -> Setting:
    """Return a window whose time stands still."""
    clock, quiet = StillClock(), Quiet()
    parts = Parts(
        library=library,
        clock=clock,
        trace=Trace(None),
        make_voice=lambda _state, _length: quiet,
        make_diary=lambda _tell: quiet,
        make_awake=lambda: quiet,
        make_own_data=lambda: OwnData(Roots(Path("/home/ann/.local/share"), Path("/home/ann"))),
        user_folder=folder,
        draw_sheet=lambda _routine, _paper: b"",
        reload_library=lambda: load_library(find_resources(), folder),
        facts=_sample_facts,
        voice_facts=_sample_voice,
    )
    coach = Coach(parts)
    coach.settings.set("checked", True)
    pictures = folder / "pictures" if folder else None
    window = MainWindow(coach, FigureShelf(find_resources().figures, None, pictures))
    return Setting(window, coach, clock)


def settle(window: QWidget) -> None:
    """Let everything be laid out and every picture be drawn."""
    for _turn in range(40):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()
    window.repaint()
