"""The states of home."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt

from coach.app.voice_port import VoiceState, VoiceStatus
from coach.core.diary import Entry, EntryState
from coach.core.words import _
from coach.ui.home.finding import Only
from coach.ui.screens.setting import Setting, State


def with_messages(setting: Setting) -> None:
    """Lack a voice and a diary."""
    state = VoiceState(
        VoiceStatus.NO_DEVICE,
        _("Nothing can be heard, because no speaker or headphones were found."),
        _("Connect or switch on a speaker; the voice comes back by itself."),
    )
    setting.coach.voice_changed.emit(state)


def offered_check(setting: Setting) -> None:
    """Start for the first time."""
    setting.coach.settings.set("checked", False)


def home_at(hour: int, *done: tuple[str, int]) -> State:
    """Return home at an hour, with the routines that were gone through at others."""

    def reach(setting: Setting) -> None:
        now = datetime(2026, 3, 10, hour, 20).astimezone()
        home, cards = setting.window.home, setting.coach.library.cards
        home.clock = lambda: now
        entries = [
            Entry(
                name, cards[name].title, now.replace(hour=at), 180, 2, 180, 2, EntryState.COMPLETED
            )
            for name, at in done
        ]
        home.show_recent([name for name, _at in done])
        home.show_done(entries)

    return reach


def home_with_filter(text: str, *chips: str) -> State:
    """Return home narrowed down."""

    def reach(setting: Setting) -> None:
        finder = setting.window.home.finder
        setting.window.home.open_search()
        finder.search.setText(text)
        for chip in chips:
            finder.chips[Only(chip)].click()

    return reach


def with_focus(setting: Setting) -> None:
    """Walk with the keys."""
    grid = setting.window.home.grid
    assert grid is not None
    setting.window.activateWindow()
    grid.clearFocus()
    grid.setFocus(Qt.FocusReason.TabFocusReason)


HOME_STATES: dict[str, State] = {
    "home": lambda _setting: None,
    "home-focus": with_focus,
    "home-check": offered_check,
    "home-bedtime": home_at(21, ("wall-stretch-5", 13), ("morning-in-bed", 7)),
    "home-found": home_with_filter("calf", "standing"),
    "home-none": home_with_filter("1984", "bed", "short"),
    "home-broken": lambda _setting: None,
    "home-messages": with_messages,
}
