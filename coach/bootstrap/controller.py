"""Joins the controller: what is kept, said and looked up behind everything that is shown."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.bootstrap import shelves
from coach.bootstrap.own_data import mended, own_data
from coach.content.resources import find_resources
from coach.core.words import _
from coach.desktop.folders import find_folders

if TYPE_CHECKING:
    from coach.app.coach import Coach
    from coach.app.diary import AppDiary
    from coach.app.keeping_awake import Awake
    from coach.app.settings import SettingsController
    from coach.app.trace import Trace
    from coach.app.voice_port import Voice, VoiceState
    from coach.app.wish import Wish
    from coach.core.routine import Routine
    from coach.core.words import Language
    from coach.voice.launch import Launch


def open_trace(wish: Wish) -> Trace | None:
    """Return what records, to nowhere where nothing was asked; None, and say so, where it can't."""
    from coach.app.trace import Trace

    try:
        return Trace(wish.trace)
    except OSError as error:
        print(f"coach: {why_no_trace(wish, error)}", file=sys.stderr)  # noqa: T201
        return None


def why_no_trace(wish: Wish, error: OSError) -> str:
    """Return why the file that was asked for cannot be written."""
    reason = error.strerror or str(error)
    text = _("{file}: the trace can't be written: {reason}")
    return text.format(file=wish.trace, reason=reason)


def build_coach(wish: Wish, trace: Trace) -> Coach:
    """Join the controller's parts."""
    from coach.app.clock import SystemClock
    from coach.app.coach import Coach
    from coach.app.parts import Parts

    trace.write("start")
    return Coach(
        Parts(
            library=shelves.library,
            clock=SystemClock(),
            trace=trace,
            make_voice=make_voice,
            make_diary=_make_diary,
            make_awake=_make_awake,
            settings=_settings(),
            stop_rules=shelves.stop_rules,
            opening_texts=shelves.opening_texts,
            make_own_data=own_data,
            make_relief=shelves.relief_shelf,
            user_folder=find_folders().data,
            reload_library=shelves.reload_library,
            draw_sheet=_draw_sheet,
            facts=facts,
            voice_facts=_voice_facts,
            find_language=_find_language,
        )
    )


def _find_language(chosen: str) -> Language:
    from coach.content.languages import find_language
    from coach.desktop.languages import system_languages

    return find_language(find_resources().locale, lambda: chosen, system_languages)


def _settings() -> SettingsController:
    from coach.app.settings import SettingsController
    from coach.content.settings import load_settings, save_settings

    mended()
    file = find_folders().config / "settings.json"
    settings, problems = load_settings(file)
    return SettingsController(
        settings, problems=problems, save=lambda settings: save_settings(file, settings)
    )


def voice_launch() -> Launch:
    """Return how the speaking process is started."""
    from coach.voice.launch import Launch

    return Launch(cache=find_folders().cache / "clips", sounds=find_resources().sounds)


def make_voice(
    tell_state: Callable[[VoiceState], None], tell_length: Callable[[str, float], None]
) -> Voice:
    """Start what speaks; see `app.parts.Parts`."""
    from coach.voice.client import VoiceClient

    voice = VoiceClient(voice_launch())
    voice.state_changed.connect(tell_state)
    voice.clip_ready.connect(tell_length)
    return voice


def _make_diary(report: Callable[[str], None]) -> AppDiary:
    from coach.store.diary import SqliteDiary

    return SqliteDiary(find_folders().data / "diary.db", report)


def _make_awake() -> Awake:
    from coach.desktop.awake import ScreenAwake

    return ScreenAwake()


def _draw_sheet(routine: Routine, paper: str) -> bytes:
    from coach.ui.sheet.paper import Paper
    from coach.ui.sheet.printing import draw_sheet

    return draw_sheet(
        routine, shelves.figure_shelf(), shelves.relief_shelf().texts(), Paper[paper.upper()]
    )


def facts() -> list[tuple[str, str]]:
    """Return versions and folders, by name."""
    from coach.desktop.doctor import installation

    return [(check.name, check.text) for check in installation(find_folders())]


def _voice_facts() -> list[tuple[str, str]]:
    from coach.desktop.doctor import voice_of
    from coach.voice.render import probe

    return [(check.name, check.text) for check in voice_of(probe(voice_launch()))]
