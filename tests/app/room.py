"""A coach joined from stand-ins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from coach.app.coach import Coach
from coach.app.parts import Parts
from coach.app.player import Player
from coach.app.settings import SettingsController
from coach.app.trace import Trace
from coach.app.voice_port import VoiceState
from coach.content.library import Library
from tests.app.stubs import CountedAwake, HandClock, ListDiary, WrittenVoice


class Room:
    """A coach joined from stand-ins, with the shipped routines."""

    def __init__(
        self,
        library: Library,
        trace_file: Path | None = None,
        stop_rules: str = "",
        opening_texts: tuple[str, ...] = (),
        settings: SettingsController | None = None,
    ) -> None:
        self.clock = HandClock()
        self.voice = WrittenVoice()
        self.diary = ListDiary()
        self.awake = CountedAwake()
        self.coach = Coach(
            Parts(
                library=library,
                clock=self.clock,
                trace=Trace(trace_file),
                make_voice=self._make_voice,
                make_diary=lambda _report: self.diary,
                make_awake=lambda: self.awake,
                stop_rules=lambda: stop_rules,
                opening_texts=lambda: opening_texts,
                settings=settings,
            )
        )

    def _make_voice(
        self, tell: Callable[[VoiceState], None], length: Callable[[str, float], None]
    ) -> WrittenVoice:
        self.tell_state = tell
        self.tell_length = length
        return self.voice

    def play(self, routine: str, speed: float = 1) -> Player:
        player = self.coach.play(routine, speed=speed)
        player.start()
        return player

    def after(self, player: Player, seconds: float) -> None:
        self.clock.awake += seconds
        player.tick()
