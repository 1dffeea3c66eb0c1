"""The app's one controller: what the screens may ask for."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.app.parts import Facts, Parts
from coach.app.settings import SettingsController
from coach.app.speech import Speech
from coach.content.settings import MOST_RECENT
from coach.core.words import find_language_with, language

if TYPE_CHECKING:
    from datetime import datetime

    from coach.app.cramp_memory import Choice
    from coach.app.cramp_now import CrampNow
    from coach.app.diary import AppDiary
    from coach.app.editor_parts import EditorParts
    from coach.app.keeping import Keeping
    from coach.app.keeping_awake import Awake
    from coach.app.player import Player
    from coach.app.relief import ReliefPlayer
    from coach.app.relief_following import CrampRecorder
    from coach.app.routines import Routines
    from coach.app.sharing import Sharing
    from coach.app.suiting import Suiting
    from coach.app.voice_port import Voice, VoiceState
    from coach.content.library import Library
    from coach.core.diary import Entry
    from coach.core.routine import Routine
    from coach.core.timeline import Timeline

MOST_IN_A_DAY = 100
"""Newest entries of the diary that are looked at for what was done today."""


class Coach(QObject):
    """Makes each part when it is first asked for, and joins it to the others.

    Attributes:
        settings: The person's choices.

    Signals:
        voice_changed: The voice's state, a VoiceState.
        trouble: Why the diary is not kept and what to do; of its settings `settings` tells.
        library_changed: There are other exercises or routines.
        language_changed: All texts are others; what plays already speaks them.
    """

    voice_changed = Signal(object)
    trouble = Signal(object)
    library_changed = Signal()
    language_changed = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        """Join the parts; nothing is started."""
        super().__init__(parent)
        self._parts = parts
        self._diary: AppDiary | None = None
        self._awake: Awake | None = None
        self._was_shown = False
        self.settings = parts.settings or SettingsController(parent=self)
        self._speech = Speech(self.settings, parts.make_voice, parts.stop_rules, self)
        self._speech.state_changed.connect(self._hear_state)
        self.settings.changed.connect(self._follow_language)

    @property
    def voice_state(self) -> VoiceState | None:
        """How the voice is doing; None while nothing was asked of it."""
        return self._speech.state

    @cached_property
    def library(self) -> Library:
        """Exercises and routines."""
        given = self._parts.library
        return given() if callable(given) else given

    def reload_library(self) -> Library:
        """Read exercises and routines anew, as after one was written."""
        if self._parts.reload_library is not None:
            self.library = self._parts.reload_library()
            self.library_changed.emit()
        return self.library

    @property
    def user_folder(self) -> Path | None:
        """Where what the person makes is kept; None where nothing is."""
        return self._parts.user_folder

    @cached_property
    def editing(self) -> EditorParts | None:
        """What the editors are joined from; None where nothing can be kept."""
        from coach.app.editor_parts import EditorParts
        from coach.content.resources import find_resources

        folder = self._parts.user_folder
        if folder is None:
            return None
        return EditorParts(
            data=folder,
            resources=find_resources(),
            library=lambda: self.library,
            reload=self.reload_library,
            lead_in=lambda: self.settings.now.lead_in,
        )

    @cached_property
    def sharing(self) -> Sharing | None:
        """What hands routines on and takes others' in; None where nothing can be kept."""
        from coach.app.sharing import Sharing, SharingParts
        from coach.content.resources import find_resources

        parts = self._parts
        if parts.user_folder is None or parts.draw_sheet is None:
            return None
        sharing = Sharing(
            SharingParts(
                library=lambda: self.library,
                resources=find_resources(),
                user_folder=parts.user_folder,
                draw_sheet=parts.draw_sheet,
            ),
            self,
        )
        sharing.taken.connect(lambda _ids: self.reload_library())
        return sharing

    @cached_property
    def keeping(self) -> Keeping | None:
        """What backs up, restores and deletes; None where nothing is kept."""
        from coach.app.keeping import Keeping

        make = self._parts.make_own_data
        if make is None:
            return None
        return Keeping(make(), self.settings, self._rest_diary, self.reload_library, self)

    @property
    def muted(self) -> bool:
        """Whether nothing is spoken."""
        return self.settings.now.muted

    def facts(self) -> Facts:
        """Return versions and folders, to be shown and copied."""
        return self._parts.facts()

    @property
    def voice_facts(self) -> Callable[[], Facts] | None:
        """What returns what there is to speak with; it takes its time, on any thread."""
        return self._parts.voice_facts

    def set_muted(self, muted: bool) -> None:
        """Speak or be silent."""
        self.settings.set("muted", muted)

    def screen_shown(self, screen: str) -> None:
        """Note that a screen has been painted for the first time."""
        if "cramp" in self.__dict__:
            self.cramp.content.keep()  # the next start must not read these files anew
        self._parts.trace.write("shown", screen=screen)
        if not self._was_shown:
            self._was_shown = True
            if self._parts.opening_texts is not None:
                self._speech.keep_ready(self._parts.opening_texts)

    # -- routines -----------------------------------------------------------------------------

    @cached_property
    def _routines(self) -> Routines:
        """What makes players; nothing of it is needed before the first is wanted."""
        from coach.app.routines import Routines

        return Routines(
            library=lambda: self.library,
            suited=self._suited,
            lead_in=lambda: self.settings.now.lead_in,
            speech=self._speech,
            awake=self._awake_now,
            parts=self._parts,
            parent=self,
        )

    @cached_property
    def _suiting(self) -> Suiting:
        """What leaves out what does not suit the person; whoever ticked nothing does without."""
        from coach.app.suiting import Suiting

        return Suiting(self.cramp)

    def _suited(self, routine: Routine) -> Routine:
        return self._suiting.suited(routine) if self.settings.now.conditions else routine

    def left_out(self, exercises: Collection[str]) -> int:
        """Return how many of some exercises, by id, do not suit the person."""
        return self._suiting.left_out(exercises) if self.settings.now.conditions else 0

    def play(self, routine: str, *, speed: float = 1.0) -> Player:
        """Return a player of a routine, or of one exercise, ready to be started.

        What does not suit the person is left out, and the routine says so.

        Args:
            routine: Its id.
            speed: Seconds of the routine in one of the clock.

        Raises:
            KeyError: There is neither a routine nor an exercise of that id.
        """
        from datetime import UTC, datetime

        from coach.app.recorder import Recorder

        player = self._routines.play(routine, speed)
        self._remember(routine)
        Recorder(player, self._diary_now(), datetime.now(UTC).astimezone())
        return player

    def _remember(self, routine: str) -> None:
        """Note what was last used, so that home need not wait for the diary to know."""
        if routine in self.library.cards:
            before = [name for name in self.settings.now.recent if name != routine]
            self.settings.set("recent", (routine, *before)[:MOST_RECENT])

    def try_out(self, find: Callable[[], Routine | None], from_step: int = 0) -> Player | None:
        """Return a player of a routine that is being written; the diary hears nothing of it.

        Args:
            find: Returns the routine as it is now, saved or not; None while something is wrong.
            from_step: Number of the step to begin with, the rounds of groups written out.

        Returns:
            None where there is no routine.
        """
        return self._routines.try_out(find, from_step)

    def done_today(self, now: datetime) -> list[Entry]:
        """Return the routines that were gone through on the day of `now`, the newest first."""
        from coach.core.day import day_of, done_on

        return done_on(day_of(now), self._diary_now().recent(MOST_IN_A_DAY))

    # -- another language ---------------------------------------------------------------------

    def _follow_language(self, name: str) -> None:
        find = self._parts.find_language
        if name != "text_language" or find is None:
            return
        before = language().tag
        find_language_with(lambda: find(self.settings.now.text_language))
        if language().tag == before:
            return
        if "library" in self.__dict__ and self._parts.reload_library is not None:
            self.library = self._parts.reload_library()
        if "cramp" in self.__dict__:
            self.cramp.reword()
        self._speech.reword(self.reworded)
        self.language_changed.emit()

    def reworded(self, timeline: Timeline) -> Timeline:
        """Return the timeline that was played last in the language of now."""
        return self._routines.reworded(timeline)

    # -- Cramp now ----------------------------------------------------------------------------

    @cached_property
    def cramp(self) -> CrampNow:
        """Cramp now, with the texts of safety; nothing of it is read before it is asked for."""
        from coach.app.cramp_memory import CrampMemory
        from coach.app.cramp_now import CrampNow

        memory = CrampMemory(self.settings)
        parts = self._parts
        return CrampNow(
            parts.make_relief(),
            memory,
            parts.clock,
            parts.trace,
            self._speech.lengths,
            lambda: self.settings.now.verbosity,
            parent=self,
        )

    def begin_cramp(self, choice: Choice) -> ReliefPlayer:
        """Return relief, ready to be started; join it once it is on the screen.

        Raises:
            ContentError: The protocol's file is wrong.
        """
        return self.cramp.begin(choice)

    def speak_cramp(self, player: ReliefPlayer) -> None:
        """Join voice and wake lock to relief that is on the screen."""
        self.cramp.speak(player, self.voice())
        self.cramp.hold(player, self._awake_now)

    def record_cramp(self, player: ReliefPlayer) -> CrampRecorder:
        """Join the diary to relief that is on the screen."""
        return self.cramp.record(player, self._diary_now())

    # -- what is heard, and the end of it all -------------------------------------------------

    def say_now(self, text: str) -> None:
        """Say something in place of all else; not heard while muted."""
        self._speech.say_now(text)

    def announce(self, text: str) -> None:
        """Say something that nobody asked to hear: not to somebody who wants no words."""
        if self.settings.now.verbosity.speaks:
            self.say_now(text)

    def voice(self) -> Voice:
        """Return the voice, started at the first call."""
        return self._speech.voice()

    def close(self) -> None:
        """End the voice, keep the diary, let the screen go dark."""
        self._parts.trace.close()  # first: what ends because the app ends is no news
        self.settings.flush()
        if "cramp" in self.__dict__:
            self.cramp.content.keep()
        self._speech.close()
        if self._awake is not None:
            self._awake.release()
        if self._diary is not None:
            self._diary.close()

    def _hear_state(self, state: VoiceState) -> None:
        self._parts.trace.write("voice", state=state.status.value)
        self.voice_changed.emit(state)

    def _diary_now(self) -> AppDiary:
        if self._diary is None:
            self._diary = self._parts.make_diary(self.trouble.emit)
        return self._diary

    def _rest_diary(self) -> None:
        """Close the diary; it is opened anew when it is next wanted."""
        if self._diary is not None:
            self._diary.close()
            self._diary = None

    def _awake_now(self) -> Awake:
        if self._awake is None:
            self._awake = self._parts.make_awake()
        return self._awake
