"""Relief in real time: the right words at the right second, nothing stale, nothing waited for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.app.cramp_memory import Choice, CrampMemory
from coach.app.cramp_now import CrampNow
from coach.app.relief import ReliefPlayer
from coach.app.settings import SettingsController
from coach.app.ticker import AHEAD_SECONDS
from coach.app.trace import Trace
from coach.content.relief import ReliefShelf
from coach.content.resources import find_resources
from coach.core.body import Muscle, Side
from coach.core.caution import Condition
from coach.core.relief import (
    CRAMP_MUSCLES,
    CrampState,
    Part,
    Place,
    Protocol,
    ReliefState,
    protocol_id,
)
from coach.core.verbosity import Verbosity
from tests.app.stubs import CountedAwake, HandClock, ListDiary, WrittenVoice

PAIRS = [(muscle, place) for muscle in CRAMP_MUSCLES for place in Place]
IDS = [protocol_id(*pair) for pair in PAIRS]
SHELF = ReliefShelf(find_resources())
FAST = 1000


class Bedside:
    """Relief that is begun, and everybody who listens."""

    def __init__(self, trace: Path, *, speed: float = 1.0, joined: bool = True) -> None:
        self.clock, self.voice, self.diary = HandClock(), WrittenVoice(), ListDiary()
        self.awake = CountedAwake()
        self.settings = SettingsController()
        self.trace = trace
        self.memory = CrampMemory(self.settings)
        self.now = CrampNow(
            SHELF, self.memory, self.clock, Trace(trace), {}, lambda: self.settings.now.verbosity
        )
        self.player = self.now.begin(self.memory.choice, speed=speed)
        if joined:
            self.join()

    def join(self) -> None:
        self.now.speak(self.player, self.voice)
        self.recorder = self.now.record(self.player, self.diary)

    def turn(self, seconds: float, *, asleep: float = 0.0) -> None:
        self.clock.awake += seconds
        self.clock.asleep += asleep
        self.player.tick()

    def live(self, seconds: float, step: float = 0.05) -> None:
        """Let time pass as it does."""
        for _look in range(round(seconds / step)):
            self.turn(step)

    def events(self, name: str) -> list[dict[str, object]]:
        lines = [json.loads(line) for line in self.trace.read_text().splitlines()]
        return [line for line in lines if line["event"] == name]


Open = Callable[..., Bedside]


@pytest.fixture
def open_bedside(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    opened: list[Bedside] = []

    def open_(**options: object) -> Bedside:
        opened.append(Bedside(tmp_path / "trace.jsonl", **options))  # type: ignore[arg-type]
        return opened[-1]

    yield open_
    for one in opened:
        one.player.leave()
        one.settings.flush()


@pytest.fixture
def bedside(open_bedside: Open) -> Bedside:
    one = open_bedside()
    one.player.start()
    return one


def parts_of(protocol: Protocol) -> list[Part]:
    """Twice through, the second time from the first stretch, then the rest."""
    again = protocol.steps[protocol.first_stretch :]
    steps = (*protocol.steps, *again, protocol.rest)
    return [part for step in steps for part in step.way.parts]


@pytest.mark.parametrize(("heard", "sounds"), [("sounds", True), ("silent", False)])
def test_who_wants_no_words_hears_none_not_even_with_stop(
    open_bedside: Open, heard: str, sounds: bool
) -> None:
    bedside = open_bedside()
    bedside.settings.set("verbosity", Verbosity(heard))
    captions: list[str] = []
    bedside.player.part_started.connect(lambda started: captions.append(started.part.text))
    bedside.player.start()
    bedside.live(40)
    bedside.player.stop()
    assert bedside.voice.said == []
    assert {"change", "tick"} <= set(bedside.voice.sounded) if sounds else not bedside.voice.sounded
    assert len(captions) > 2
    assert all(captions)


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_the_trace_of_a_whole_protocol_is_its_table(
    pair: tuple[Muscle, Place], open_bedside: Open
) -> None:
    bedside = open_bedside(speed=FAST)
    bedside.settings.set("relief_muscle", pair[0].value)
    bedside.settings.set("relief_place", pair[1].value)
    bedside.player = bedside.now.begin(bedside.memory.choice, speed=FAST)
    bedside.player.start()
    while bedside.player.relief.state is not ReliefState.STOPPED:
        bedside.turn(0.5 / FAST)
    expected = []
    clock = 0.0
    for part in parts_of(SHELF.protocol(*pair)):
        if clock >= 600:
            break
        expected.append((part.figure, part.text, None if part.seconds > 999 else part.seconds))
        clock += part.seconds
    segments = bedside.events("segment")
    assert [(s["exercise"], s["caption"], s["seconds"]) for s in segments] == expected
    what = [
        (event["what"], round(float(str(event["clock"])))) for event in bedside.events("relief")
    ]
    checks = [clock for name, clock in what if name == "check"]
    assert 180 in checks
    assert 300 in checks
    assert what[-1] == ("stop-up", 600)


def test_the_first_words_are_handed_out_at_the_start(bedside: Bedside) -> None:
    opening = SHELF.protocol(Muscle.CALF, Place.DESK).opening
    assert bedside.voice.said == [opening]
    assert bedside.events("segment")[0]["exercise"] == "brake-chair"


def test_nothing_is_waited_for(open_bedside: Open) -> None:
    bedside = open_bedside(joined=False)
    bedside.player.start()
    bedside.live(2)
    assert bedside.player.snapshot().clock == pytest.approx(2)
    bedside.join()
    assert bedside.voice.said == [SHELF.protocol(Muscle.CALF, Place.DESK).opening]


def test_words_that_are_due_no_more_are_not_said_when_the_voice_comes_late(
    open_bedside: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr("coach.app.relief_following.time.monotonic", lambda: now[0])
    bedside = open_bedside(joined=False)
    bedside.player.start()
    now[0] += 60
    bedside.join()
    assert bedside.voice.said == []


def test_words_are_handed_out_ahead_once_and_begin_on_the_dot(bedside: Bedside) -> None:
    handed: list[tuple[str, float]] = []
    bedside.player.cue_ahead.connect(
        lambda cue, seconds: handed.append((cue.text, bedside.player.snapshot().clock + seconds))
    )
    bedside.live(60)
    texts = [text for text, _at in handed]
    assert texts.count("Reach for the foot. Pull the toes in.") == 1
    at = dict(handed)
    assert at["Sit forward. Heel down. Toes up."] == pytest.approx(5, abs=0.001)
    assert at["Ease."] == pytest.approx(50, abs=0.001)
    assert AHEAD_SECONDS > 0


def test_a_switch_cuts_off_what_is_said_and_keeps_the_clock(bedside: Bedside) -> None:
    bedside.live(12)
    bedside.voice.log.clear()
    bedside.player.switch(muscle=Muscle.FOOT, place=Place.BED)
    assert "silence" in bedside.voice.log
    assert bedside.voice.said[-1] == SHELF.protocol(Muscle.FOOT, Place.BED).opening
    assert bedside.player.snapshot().clock == pytest.approx(12)
    bedside.player.switch(side=Side.LEFT)
    assert bedside.player.snapshot().side is Side.LEFT
    assert [event["about"] for event in bedside.events("relief") if event["what"] == "switch"] == [
        "foot-bed-both",
        "foot-bed-left",
    ]


def test_stop_silences_the_exercise_and_says_what_to_do(bedside: Bedside) -> None:
    bedside.live(30)
    before = len(bedside.voice.said)
    bedside.player.stop()
    bedside.live(60)
    said = bedside.voice.said[before:]
    assert said == [SHELF.stop_screen().voice]
    assert bedside.voice.log[-1] != "device True"


def test_ten_minutes_are_announced(bedside: Bedside) -> None:
    bedside.live(601, 0.25)
    assert bedside.player.relief.state is ReliefState.STOPPED
    assert bedside.voice.said[-1] == SHELF.stop_screen().ten_minutes_voice


def test_a_machine_that_slept_has_a_cramp_that_went_on_and_says_nothing_stale(
    bedside: Bedside,
) -> None:
    bedside.live(10)
    before = list(bedside.voice.said)
    bedside.turn(0.1, asleep=120)
    assert bedside.player.snapshot().clock == pytest.approx(130.1)
    assert bedside.voice.said == before
    bedside.live(60)
    assert len(bedside.voice.said) > len(before)


def test_past_ten_minutes_asleep_stop_is_up_and_said(bedside: Bedside) -> None:
    bedside.turn(1, asleep=3600)
    assert bedside.player.relief.state is ReliefState.STOPPED
    assert bedside.voice.said[-1] == SHELF.stop_screen().ten_minutes_voice


def test_missed_looks_at_the_clock_lose_no_time(bedside: Bedside) -> None:
    bedside.turn(32)
    now = bedside.player.snapshot()
    assert (now.clock, now.step.id, now.part.say) == (32, "strap-pull", now.part.say)
    assert now.within == pytest.approx(7)


@pytest.mark.parametrize("ending", ["easing", "leave", "stop"])
def test_the_diary_has_the_cramp_from_the_start_and_how_it_ended(
    bedside: Bedside, ending: str
) -> None:
    kept = bedside.diary.cramps
    assert [(cramp.state, cramp.seconds) for cramp in kept] == [(CrampState.UNFINISHED, None)]
    bedside.live(20)
    bedside.player.switch(side=Side.RIGHT)
    getattr(bedside.player, ending)()
    states = {"easing": CrampState.EASED, "leave": CrampState.UNFINISHED}
    assert kept[0].state is states.get(ending, CrampState.STOPPED)
    assert kept[0].side is Side.RIGHT
    assert kept[0].seconds == (pytest.approx(20) if ending == "easing" else None)
    assert len(kept) == 1


def test_pain_is_kept_with_one_word_and_can_be_put_right(bedside: Bedside) -> None:
    bedside.player.easing()
    bedside.recorder.note(pain=7, side=Side.LEFT)
    bedside.recorder.note(pain=4, side=Side.LEFT)
    assert (bedside.diary.cramps[0].pain, bedside.diary.cramps[0].side) == (4, Side.LEFT)
    bedside.player.leave()
    assert bedside.diary.cramps[0].pain == 4


def test_the_last_choice_is_kept_for_the_next_time(bedside: Bedside) -> None:
    bedside.player.switch(muscle=Muscle.BACK_THIGH, place=Place.GYM, side=Side.LEFT)
    bedside.player.leave()
    assert bedside.memory.choice == Choice(Muscle.BACK_THIGH, Place.GYM, Side.LEFT)


def test_words_nobody_knows_change_nothing() -> None:
    usual = Choice()
    assert usual.but("elbow", "moon", "upper") == usual
    assert usual.but("foot", "bed", "left") == Choice(Muscle.FOOT, Place.BED, Side.LEFT)


def test_answers_leave_out_what_does_not_suit(bedside: Bedside) -> None:
    bedside.memory.keep_answers(frozenset({Condition.FALLS}))
    player: ReliefPlayer = bedside.now.begin(Choice())
    player.start()
    while player.snapshot().step.id != "press-down":
        player.not_yet()
    assert player.snapshot().part.text == "Stay seated and pull again with hands or a belt."
    assert "Standing on the leg is left out" in player.snapshot().step.left_out[0]
    player.leave()


def test_nothing_ticks_once_it_is_over(bedside: Bedside) -> None:
    ticking = [bedside.player.is_ticking]
    bedside.player.leave()
    ticking.append(bedside.player.is_ticking)
    bedside.player.set_frame_interval(None)
    assert [*ticking, bedside.player.is_ticking] == [True, False, False]
