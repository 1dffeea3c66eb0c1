"""What the app's controller is joined from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coach.app.settings import SettingsController
from coach.app.speech import MakeVoice

if TYPE_CHECKING:
    from coach.app.clock import Clock
    from coach.app.cramp_now import ReliefContent
    from coach.app.data import OwnData
    from coach.app.diary import AppDiary
    from coach.app.keeping_awake import Awake
    from coach.app.trace import Trace
    from coach.content.library import Library
    from coach.core.routine import Routine
    from coach.core.words import Language

Facts = Sequence[tuple[str, str]]
"""Names of things, and what was found of each."""


def _no_text() -> str:
    return ""


def _no_facts() -> Facts:
    return ()


def _shipped_relief() -> ReliefContent:
    from coach.content.relief import ReliefShelf
    from coach.content.resources import find_resources

    return ReliefShelf(find_resources())


class Parts(NamedTuple):
    """What the controller is joined from.

    The voice, the diary and the wake lock are made when they are first needed, so that the
    first window does not wait for them.

    Attributes:
        library: Exercises and routines, or what reads them when they are first asked for.
        clock: Measures time.
        trace: Records what happens.
        make_voice: Makes the voice; it tells its state through the first function it is given,
            and each text with its seconds through the second.
        make_diary: Opens the diary; it tells its troubles through the function it is given.
        make_awake: Makes the wake lock.
        settings: The person's choices; the usual ones, not kept, where not given.
        stop_rules: Returns what is said once while the app runs, empty for nothing.
        opening_texts: Returns what Cramp now may say first, to be had without any delay; None for
            nothing.
        make_relief: Makes what knows the protocols and the texts of safety.
        make_own_data: Makes what backs up, restores and deletes; None where nothing is kept.
        user_folder: Where what the person makes is kept; None where nothing is.
        reload_library: Reads exercises and routines anew after one was written.
        draw_sheet: Returns a routine as a PDF on paper of a size: `a4` or `letter`.
        facts: Returns versions and folders, at once.
        voice_facts: Returns what there is to speak with; asks another process, and may be called
            on any thread. None where there is nothing to ask.
        find_language: Returns the language for a choice in the settings, empty for the system's;
            where not given, a choice holds from the next start on.
    """

    library: Library | Callable[[], Library]
    clock: Clock
    trace: Trace
    make_voice: MakeVoice
    make_diary: Callable[[Callable[[str], None]], AppDiary]
    make_awake: Callable[[], Awake]
    settings: SettingsController | None = None
    stop_rules: Callable[[], str] = _no_text
    opening_texts: Callable[[], Sequence[str]] | None = None
    make_relief: Callable[[], ReliefContent] = _shipped_relief
    make_own_data: Callable[[], OwnData] | None = None
    user_folder: Path | None = None
    reload_library: Callable[[], Library] | None = None
    draw_sheet: Callable[[Routine, str], bytes] | None = None
    facts: Callable[[], Facts] = _no_facts
    voice_facts: Callable[[], Facts] | None = None
    find_language: Callable[[str], Language] | None = None
