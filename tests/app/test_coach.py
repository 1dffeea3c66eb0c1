from __future__ import annotations

import json
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from coach.app.recorder import SAVE_MS
from coach.app.voice_port import VoiceState, VoiceStatus
from coach.content.library import Library
from coach.core.cue import GAP_SECONDS, SOUND_LEAD_SECONDS
from coach.core.diary import EntryState
from coach.core.timeline import SegmentKind
from tests.app.room import Room


def test_the_texts_of_a_routine_are_prepared_before_it_starts(room: Room) -> None:
    player = room.coach.play("daily-prevention")
    assert "Get ready. Ankle pumps." in room.voice.prepared
    assert len(room.voice.prepared) == len(set(room.voice.prepared))
    assert room.voice.said == []
    player.stop()


def test_cues_are_spoken_as_they_fall_due(room: Room) -> None:
    player = room.play("bedtime-stretch")
    room.after(player, 4)
    assert room.voice.said == ["Get ready. Split-stance calf stretch."]
    room.after(player, 13)
    assert room.voice.said[1:] == [
        "Right leg. Split-stance calf stretch.",
        "Three.",
        "Two.",
        "One.",
        "Change sides. Left leg.",
    ]
    player.stop()


def test_lengths_that_come_after_the_player_is_gone_are_only_kept(room: Room) -> None:
    player = room.play("daily-prevention")
    texts = set(room.voice.prepared)
    player.stop()
    shiboken6.delete(player)
    for text in texts:
        room.tell_length(text, 1.0)
    room.tell_state(VoiceState(VoiceStatus.NO_DEVICE, "", ""))
    another = room.play("daily-prevention")
    assert another.is_ticking
    another.stop()


def test_a_slow_voice_gets_its_room_once_its_lengths_are_known(room: Room) -> None:
    player = room.play("bedtime-stretch")
    for text in room.voice.prepared:
        room.tell_length(text, 6.0 if text.startswith("Change") else 0.8)
    changes = [one for one in player.timeline.segments if one.kind is SegmentKind.CHANGE]
    needed = 6.0 + GAP_SECONDS + SOUND_LEAD_SECONDS
    assert [segment.seconds for segment in changes] == pytest.approx([needed] * len(changes))
    holds = [one for one in player.timeline.segments if one.kind is SegmentKind.HOLD]
    assert {segment.seconds for segment in holds} == {10.0}
    again = room.play("bedtime-stretch")
    assert again.timeline.segments == player.timeline.segments
    for one in (player, again):
        one.stop()


def test_a_pause_silences_the_voice_and_lets_the_screen_go_dark(room: Room) -> None:
    player = room.play("daily-prevention")
    kept_on = [room.awake.held]
    player.pause()
    assert room.voice.log[-1] == "silence"
    kept_on.append(room.awake.held)
    player.resume()
    kept_on.append(room.awake.held)
    player.stop()
    kept_on.append(room.awake.held)
    assert kept_on == [True, False, True, False]


def test_a_fast_preview_is_not_spoken(qtbot: QtBot, library: Library) -> None:
    room = Room(library)
    player = room.play("daily-prevention", speed=20)
    room.after(player, 1)
    assert room.voice.said == []
    player.stop()
    assert room.play("daily-prevention").speed == 1  # the next one is no preview


def test_the_diary_has_a_row_from_the_start_and_what_was_done_at_the_end(room: Room) -> None:
    player = room.play("daily-prevention")
    assert [entry.state for entry in room.diary.entries] == [EntryState.UNFINISHED]
    room.after(player, 349)
    entry = room.diary.entries[0]
    assert entry.seconds == pytest.approx(344)
    assert (entry.state, entry.steps_done, entry.steps) == (EntryState.COMPLETED, 5, 5)


def test_a_part_done_routine_is_kept_as_such(room: Room) -> None:
    player = room.play("daily-prevention")
    room.after(player, 60)
    player.stop()
    entry = room.diary.entries[0]
    assert (entry.state, entry.seconds, entry.steps_done) == (EntryState.STOPPED, 55, 1)


def test_a_killed_process_would_lose_less_than_five_seconds() -> None:
    assert SAVE_MS < 5000


def test_a_routine_that_never_started_leaves_no_row(room: Room) -> None:
    room.coach.play("daily-prevention").stop()
    assert room.diary.entries == []


def test_the_trace_tells_every_segment_and_cue(
    qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "t.jsonl"
    room = Room(library, file)
    room.coach.screen_shown("player")
    player = room.play("bedtime-stretch")
    room.after(player, 200)
    room.coach.close()
    events = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert events[0]["event"] == "shown"
    segments = [event for event in events if event["event"] == "segment"]
    assert [event["index"] for event in segments] == list(range(len(segments)))
    assert sum(event["seconds"] for event in segments) == 185
    hold = next(event for event in segments if event["kind"] == "hold")
    assert {key: hold[key] for key in ("exercise", "side", "set", "rep", "seconds")} == {
        "exercise": "calf-wall-split",
        "side": "right",
        "set": 1,
        "rep": 0,
        "seconds": 10,
    }
    assert hold["caption"].startswith("Right leg.")
    cues = [event["text"] for event in events if event["event"] == "cue" and "text" in event]
    assert cues[:2] == ["Get ready. Split-stance calf stretch.", hold["caption"]]
    assert events[-1]["event"] == "finished"
    assert (events[-1]["completed"], events[-1]["seconds"]) == (True, 180)
