"""Whatever happens to the voice, the routine keeps its time and its captions.

Each row has a real speaking process that does wrong in the middle of a routine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from pytestqt.qtbot import QtBot

from coach.app.player import Player
from coach.app.playing import follow
from coach.app.trace import Trace
from coach.app.voice_port import VoiceStatus
from coach.core.cue import CueDue
from coach.core.cues import Hearing, cue_texts, plan_cues
from coach.core.exercise import Hold, Sides
from coach.core.playback import Finished, Playback
from coach.core.routine import ExerciseStep
from coach.core.timeline import build_timeline
from coach.voice.client import VoiceClient
from coach.voice.launch import Launch
from coach.voice.watchdog import PAUSES
from tests.app.stubs import CountedAwake, HandClock
from tests.core.strategies import exercise, routine


@dataclass(frozen=True)
class Fault:
    """What goes wrong.

    Attributes:
        engine: Of `tests.voice.engines`.
        word: Said in the middle of the routine; some engines do what it says.
        told: The state that tells of it.
        ends_as: The state in the end; there is no device in any row.
        later: Whether what comes after is spoken again: its length is told.
    """

    engine: str
    word: str
    told: VoiceStatus
    ends_as: VoiceStatus
    later: bool


FAULTS = {
    "no device": Fault("tone", "leg", VoiceStatus.NO_DEVICE, VoiceStatus.NO_DEVICE, True),
    "no engine": Fault("missing", "leg", VoiceStatus.NO_ENGINE, VoiceStatus.NO_ENGINE, False),
    "hangs": Fault("faulty", "hang", VoiceStatus.RESTARTING, VoiceStatus.NO_DEVICE, True),
    "freezes": Fault("faulty", "freeze", VoiceStatus.RESTARTING, VoiceStatus.NO_DEVICE, True),
    "dies": Fault("faulty", "die", VoiceStatus.RESTARTING, VoiceStatus.NO_DEVICE, True),
    "is stuck": Fault("faulty", "stuck", VoiceStatus.RESTARTING, VoiceStatus.NO_DEVICE, True),
    "floods": Fault("faulty", "flood", VoiceStatus.NO_DEVICE, VoiceStatus.NO_DEVICE, True),
    "refuses": Fault("faulty", "refuse", VoiceStatus.NO_DEVICE, VoiceStatus.NO_DEVICE, True),
    "dies at once": Fault("dying", "leg", VoiceStatus.RESTARTING, VoiceStatus.FAILED, False),
    "never ready": Fault("sleepy", "leg", VoiceStatus.RESTARTING, VoiceStatus.FAILED, False),
}


class Stage:
    """A routine of two holds, the second one named by the fault, with a clock turned by hand."""

    def __init__(self, launch: Launch, fault: Fault) -> None:
        first = ExerciseStep(exercise(Hold(10)), Hold(10), Sides.BOTH, rest_after=10)
        wrong = replace(first, exercise=replace(first.exercise, title=fault.word))
        timeline = build_timeline(routine(first, wrong, first))
        hearing = Hearing(sounds=True)
        self.cues = plan_cues(timeline, hearing=hearing)
        self.texts = cue_texts(timeline, hearing)
        self.clock = HandClock()
        self.player = Player(Playback(timeline, self.cues), self.clock)
        self.captions: list[str] = []
        self.lateness: list[float] = []
        self.finished: list[Finished] = []
        self.player.cue_due.connect(self._shown)
        self.player.finished.connect(self.finished.append)
        self.voice = VoiceClient(replace(launch, engine=f"tests.voice.engines:{fault.engine}"))
        self.states: list[VoiceStatus] = []
        self.lengths: dict[str, float] = {}
        self.voice.state_changed.connect(lambda state: self.states.append(state.status))
        self.voice.clip_ready.connect(self.lengths.__setitem__)
        follow(self.player, self.voice, CountedAwake(), Trace(None))

    def _shown(self, due: CueDue) -> None:
        self.captions.append(due.cue.text)
        self.lateness.append(due.late)

    def play(self, seconds: float) -> None:
        for _look in range(round(seconds * 10)):
            self.clock.awake += 0.1
            self.player.tick()

    def close(self) -> None:
        self.player.stop()
        self.voice.close()
        self.voice.deleteLater()


@pytest.fixture
def stage(qtbot: QtBot, launch: Launch, quick: None) -> Iterator[Callable[[Fault], Stage]]:
    made: list[Stage] = []

    def make(fault: Fault) -> Stage:
        made.append(Stage(launch, fault))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.mark.parametrize("name", FAULTS)
def test_the_routine_goes_on_whatever_the_voice_does(
    stage: Callable[[Fault], Stage], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    fault = FAULTS[name]
    if fault.engine == "sleepy":  # however long one waits for it
        monkeypatch.setattr("coach.voice.watchdog.START_PATIENCE", 0.2)
    one = stage(fault)
    one.voice.start()
    one.voice.prepare(one.texts)
    one.player.start()
    one.play(20)
    qtbot.waitUntil(lambda: fault.told in one.states, timeout=8000)
    told = one.voice.state
    one.play(10)
    qtbot.waitUntil(lambda: one.voice.state.status is fault.ends_as, timeout=15_000)
    if fault.later:
        one.voice.prepare(["after it"])
        qtbot.waitUntil(lambda: "after it" in one.lengths, timeout=8000)
    one.play(36)
    assert [finished.completed for finished in one.finished] == [True]
    assert one.captions == [cue.text for cue in one.cues]
    assert max(one.lateness) < 0.1 + 1e-6
    assert one.states.count(VoiceStatus.STARTING) == 1
    assert one.states.count(VoiceStatus.FAILED) <= 1
    assert one.states.count(VoiceStatus.RESTARTING) <= len(PAUSES)
    for state in (told, one.voice.state):
        assert state.message
        assert "\n" not in state.message + state.remedy
        assert state.remedy or state.audible
