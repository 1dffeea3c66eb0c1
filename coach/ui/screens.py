"""Pictures of every screen and state: `python -m coach.ui.screens FOLDER`.

Nothing runs by itself here: the clock is turned by hand, so that a picture shows the same moment
each time.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby, product
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from coach.app.clock import Reading
from coach.app.coach import Coach, Parts
from coach.app.data import OwnData, Roots
from coach.app.player import Player
from coach.app.trace import Trace
from coach.app.voice_port import VoiceState, VoiceStatus
from coach.content.languages import PSEUDO
from coach.content.library import Library, load_library
from coach.content.pseudo import pseudo_language
from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.core.diary import Entry, EntryState
from coach.core.relief import CRAMP_MUSCLES, Cramp, Place
from coach.core.safety import Urgency
from coach.core.timeline import Segment, SegmentKind
from coach.core.words import DOMAIN, Language, _, find_language_with
from coach.ui.editor.states import EDITOR_STATES
from coach.ui.figure.sheet import save_sheets
from coach.ui.figure.view import FigureView
from coach.ui.gallery import grab_gallery
from coach.ui.guide.states import GUIDE_STATES
from coach.ui.home.finding import Only
from coach.ui.language import speak
from coach.ui.screen_sizes import SIZES, is_wanted
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


State = Callable[[Setting], None]


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
        reload_library=lambda: load_library(find_resources(), folder),
        facts=_sample_facts,
        voice_facts=_sample_voice,
    )
    coach = Coach(parts)
    coach.settings.set("checked", True)
    pictures = folder / "pictures" if folder else None
    window = MainWindow(coach, FigureShelf(find_resources().figures, None, pictures))
    return Setting(window, coach, clock)


def play_until(
    setting: Setting, routine: str, wanted: Callable[[Segment], bool], share: float = 0.3
) -> Player:
    """Play a routine up to the first segment that is wanted, and into it by a share of it."""
    player = setting.window.play(routine)
    timeline = player.timeline
    segment = next(segment for segment in timeline.segments if wanted(segment))
    for before in timeline.segments[: segment.index]:
        if before.waits:
            player.go_on()
        else:
            setting.clock.turn(before.seconds)
            player.tick()
    setting.clock.turn(segment.seconds * share or 7.0)
    player.tick()
    return player


def work(step: int, *, side: str = "", number: int = 1, rep: int = 0) -> Callable[[Segment], bool]:
    """Return whether a segment is the work of a step."""

    def wanted(segment: Segment) -> bool:
        return (
            segment.kind.is_work
            and segment.step == step
            and side in ("", segment.side.value)
            and number == segment.set
            and rep in (0, segment.rep)
        )

    return wanted


def of_kind(kind: SegmentKind) -> Callable[[Segment], bool]:
    """Return whether a segment is of a kind."""
    return lambda segment: segment.kind is kind


def paused(setting: Setting) -> None:
    """Pause in the middle of a hold."""
    play_until(setting, "after-workout", work(1, side="left")).pause()


def slept(setting: Setting) -> None:
    """Wake up from sleep."""
    player = play_until(setting, "after-workout", work(1, side="left"))
    setting.clock.turn(0.1, asleep=600)
    player.tick()


def ended(setting: Setting) -> None:
    """Play to the end."""
    play_until(setting, "daily-prevention", of_kind(SegmentKind.FINISH))


def ended_partly(setting: Setting) -> None:
    """Leave out two steps."""
    player = play_until(setting, "full-session", work(2))
    player.skip()
    setting.clock.turn(120)
    player.tick()
    while player.snapshot().segment.step < len(player.timeline.steps) - 1:
        player.skip()
    setting.clock.turn(400)
    player.tick()


def with_messages(setting: Setting) -> None:
    """Lack a voice and a diary."""
    state = VoiceState(
        VoiceStatus.NO_DEVICE,
        _("Nothing can be heard, because no speaker or headphones were found."),
        _("Connect or switch on a speaker; the voice comes back by itself."),
    )
    setting.coach.voice_changed.emit(state)


def cramp_from_routine(setting: Setting) -> None:
    """Get a cramp in the middle of a routine."""
    play_until(setting, "after-workout", work(1, side="left"))
    setting.window.open_cramp()


def cramped(
    seconds: float = 0, *, muscle: str = "", place: str = "", side: str = "", night: bool = False
) -> State:
    """Return relief that has gone on for a while."""

    def reach(setting: Setting) -> None:
        setting.window.open_cramp(muscle, place, side)
        settle(setting.window)
        screen = setting.window.cramp_screen
        screen.theme.set_night(night)
        assert screen.player is not None
        if seconds:
            setting.clock.turn(seconds)
            screen.player.tick()

    return reach


def cramped_then(seconds: float, *commands: str, night: bool = False) -> State:
    """Return relief in which something was asked for after a while."""

    def reach(setting: Setting) -> None:
        cramped(seconds, night=night)(setting)
        for command in commands:
            getattr(setting.window.cramp_screen.player, command)()

    return reach


def cramp_choices(setting: Setting) -> None:
    """Open the choices where they have no place of their own."""
    cramped(30)(setting)
    setting.window.cramp_screen.top.where.click()


def stop_list(urgency: Urgency) -> State:
    """Return a list of the STOP screen."""

    def reach(setting: Setting) -> None:
        setting.coach.settings.set("region", "uk")
        setting.window.open_stop()
        setting.window.stop_screen.show_list(urgency)

    return reach


def with_answers(setting: Setting) -> None:
    """Go through the check."""
    setting.window.open_check()
    for row in setting.window.check_screen.rows[1:5:3]:
        row.box.click()


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


def player_focus(setting: Setting) -> None:
    """Walk with the keys to Skip."""
    play_until(setting, "after-workout", work(1, side="left"))
    setting.window.activateWindow()
    setting.window.player_screen.controls.skip.setFocus(Qt.FocusReason.TabFocusReason)


def settings(setting: Setting) -> None:
    """Open the settings."""
    setting.window.open_settings()


def settings_at(section: str) -> State:
    """Return a state that shows one section of the settings."""

    def reach(setting: Setting) -> None:
        settings(setting)
        settle(setting.window)
        setting.window.settings_screen.show_section(section)

    return reach


def settings_without_sound(setting: Setting) -> None:
    """Lack anything to speak with."""
    with_messages(setting)
    setting.window.messages.drop("voice")
    state = VoiceState(
        VoiceStatus.NO_ENGINE,
        _("Nothing can be spoken, because no speech program was found."),
        _("Install the package espeak-ng, then start Cramp Coach again."),
    )
    settings(setting)
    setting.coach.voice_changed.emit(state)


def settings_voices(setting: Setting) -> None:
    """Look for a voice."""
    settings(setting)
    settle(setting.window)
    setting.window.settings_screen.sound.change.click()


def plays(routine: str, wanted: Callable[[Segment], bool], share: float = 0.3) -> State:
    """Return a state in the middle of a routine."""

    def reach(setting: Setting) -> None:
        play_until(setting, routine, wanted, share)

    return reach


def small_ended(setting: Setting) -> None:
    """Play to the end in the small window."""
    player = play_until(setting, "daily-prevention", of_kind(SegmentKind.REST))
    setting.window.aside.begin()
    setting.clock.turn(1000)
    player.tick()


def small(state: State) -> State:
    """Return a state as the small window shows it."""

    def reach(setting: Setting) -> None:
        state(setting)
        setting.window.aside.begin()

    return reach


STATES: dict[str, State] = {
    "home": lambda _setting: None,
    "home-focus": with_focus,
    "home-check": offered_check,
    "home-bedtime": home_at(21, ("wall-stretch-5", 13), ("morning-in-bed", 7)),
    "home-found": home_with_filter("calf", "standing"),
    "home-none": home_with_filter("1984", "bed", "short"),
    "home-broken": lambda _setting: None,
    "home-messages": with_messages,
    "player-lead-in": plays("daily-prevention", of_kind(SegmentKind.GET_READY)),
    "player-transition": plays("wall-stretch-5", of_kind(SegmentKind.GET_READY)),
    "player-hold": plays("after-workout", work(1, side="left")),
    "player-long": plays("full-session", work(10)),
    "player-rep": plays("daily-prevention", work(1, rep=4), 0.7),
    "player-rest": plays("daily-prevention", of_kind(SegmentKind.REST)),
    "player-change": plays("bedtime-stretch", of_kind(SegmentKind.CHANGE)),
    "player-waits": plays("own-pace", of_kind(SegmentKind.OWN_PACE)),
    "player-words": plays("morning-in-bed", lambda segment: segment.step == 4),
    "player-paused": paused,
    "player-slept": slept,
    "player-focus": player_focus,
    "mini-hold": small(plays("after-workout", work(1, side="left"))),
    "mini-rep": small(plays("daily-prevention", work(1, rep=4), 0.7)),
    "mini-rest": small(plays("daily-prevention", of_kind(SegmentKind.REST))),
    "mini-waits": small(plays("own-pace", of_kind(SegmentKind.OWN_PACE))),
    "mini-paused": small(paused),
    "mini-end": small_ended,
    "end": ended,
    "end-partly": ended_partly,
    **{
        f"cramp-{muscle}-{place}": cramped(10, muscle=muscle, place=place, side="left")
        for muscle, place in product(CRAMP_MUSCLES, Place)
    },
    "cramp-first": cramped(),
    "cramp-pull": cramped(32),
    "cramp-ease": cramped(37),
    "cramp-other-way": cramped_then(80, "other_way"),
    "cramp-question": cramped(181),
    "cramp-resting": cramped(530),
    "cramp-night": cramped(40, muscle="calf", place="bed", night=True),
    "cramp-choices": cramp_choices,
    "cramp-aftercare": cramped_then(45, "easing"),
    "cramp-after": cramped_then(72, "easing", "leave"),
    "cramp-after-night": cramped_then(72, "easing", "leave", night=True),
    "cramp-from-routine": cramp_from_routine,
    "stop-asked": cramped_then(30, "stop"),
    "stop-night": cramped_then(30, "stop", night=True),
    "stop-ten-minutes": cramped(601),
    **{f"stop-{urgency}": stop_list(urgency) for urgency in Urgency},
    "check": with_answers,
    "settings": settings,
    "settings-voices": settings_voices,
    "settings-no-sound": settings_without_sound,
    "settings-look": settings_at("look"),
    "settings-safety": settings_at("safety"),
    "settings-data": settings_at("data"),
    **EDITOR_STATES,
    **GUIDE_STATES,
}


def settle(window: QWidget) -> None:
    """Let everything be laid out and every picture be drawn."""
    for _turn in range(40):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()
    window.repaint()


class Shot(NamedTuple):
    """One picture to be taken.

    Attributes:
        state: A key of `STATES`.
        size: A key of `SIZES`.
        scheme: `light` or `dark`.
        percent: Size of the text.
        tag: A made-up language; empty for English.
    """

    state: str
    size: str
    scheme: str = "light"
    percent: int = 100
    tag: str = ""

    @property
    def name(self) -> str:
        """Of the file, without its ending."""
        language = f"-{self.tag}" if self.tag else ""
        return f"{self.state}-{self.size}-{self.scheme}-{self.percent}{language}"


def every_shot() -> Iterator[Shot]:
    """Yield all pictures, language by language."""
    states = (*STATES, "home-empty")
    looks = product(SIZES, ("light", "dark"), (100, 200, 300), states)
    for size, scheme, percent, state in looks:
        if is_wanted(state, size, percent):
            yield Shot(state, size, scheme, percent)
    for tag, size in product((PSEUDO, f"{PSEUDO}-rtl"), ("wide", "least")):
        yield from (Shot(state, size, tag=tag) for state in states)


def grab_all(folder: Path, only: str = "") -> Iterator[Path]:
    """Take the pictures whose name contains `only`, and yield their files."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = (shot for shot in every_shot() if only in shot.name)
    with tempfile.TemporaryDirectory() as own:
        routines = Path(own) / "routines"
        routines.mkdir()
        (routines / "own-pace.toml").write_text(OWN_PACE, encoding="utf-8")
        for tag, shots in groupby(wanted, lambda shot: shot.tag):
            speak_made_up(tag)
            library = load_library(find_resources(), Path(own))
            (routines / "evening.toml").write_text(BROKEN, encoding="utf-8")
            with_problem = load_library(find_resources(), Path(own))
            (routines / "evening.toml").unlink()
            empty = replace(with_problem, cards={})
            for shot in shots:
                libraries = {
                    "home-broken": with_problem,
                    "home-messages": with_problem,
                    "home-empty": empty,
                }
                setting = build(libraries.get(shot.state, library), Path(own))
                setting.coach.settings.set("theme", shot.scheme)
                setting.coach.settings.set("text_size", shot.percent / 100)
                reach = STATES.get(shot.state, STATES["home"])
                yield grab(setting, reach, SIZES[shot.size], folder / f"{shot.name}.png")


def speak_made_up(tag: str) -> None:
    """Say everything in a made-up language from now on, or in English where `tag` is empty."""
    template = find_resources().locale / f"{DOMAIN}.pot"
    find_language_with(lambda: pseudo_language(template, tag) if tag else Language())
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    speak(application)


def grab(setting: Setting, reach: State, area: tuple[int, int], file: Path) -> Path:
    """Take one picture.

    Raises:
        OSError: It can't be written.
    """
    window = setting.window
    window.resize(*area)
    window.show()
    settle(window)
    reach(setting)
    for view in window.findChildren(FigureView):
        view.set_fading(False)  # a picture half gone is of no use
    settle(window)
    shown = window.aside.mini if window.aside.is_on else window
    for view in shown.findChildren(FigureView):
        view.set_fading(False)
    settle(shown)
    if not shown.grab().save(str(file)):
        raise OSError(f"{file}: can't be written")
    window.close()
    if setting.coach.editing is not None:  # what was begun here is not offered in the next one
        shutil.rmtree(setting.coach.editing.drafts, ignore_errors=True)
    for part in (window, setting.coach):  # nothing else ends what listens to them
        part.deleteLater()
        QCoreApplication.sendPostedEvents(part, QEvent.Type.DeferredDelete)
    return file


SHEETS = "figures"
"""Name of the sheets on which every figure is seen from its beginning to its end, on both sides."""


def main(arguments: list[str]) -> int:
    """Take all pictures into the folder that is named, or those that contain a second word."""
    if not 1 <= len(arguments) <= 2:
        sys.stderr.write("python -m coach.ui.screens FOLDER [PART-OF-A-NAME]\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QApplication(["coach"])
    folder, part = Path(arguments[0]), "".join(arguments[1:])
    for _file in grab_all(folder, part):
        pass
    for _file in grab_gallery(folder, part):
        pass
    if part in SHEETS:
        figures = find_resources().figures
        save_sheets(folder, FigureShelf(figures), (file.stem for file in figures.glob("*.toml")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
