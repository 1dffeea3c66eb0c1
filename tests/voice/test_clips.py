from __future__ import annotations

import os
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from coach.voice.clips import KEPT, MOST_KEPT, Clips, Spoken, is_kept
from coach.voice.samples import Samples, wav_bytes

SPOKEN = Spoken("Right leg.", "espeak", "en", 165, "en-GB")
CLIP = Samples(22050, array("h", range(1000)))
SIZE = len(wav_bytes(CLIP))


def spoken(number: int) -> Spoken:
    return replace(SPOKEN, text=f"{number}")


def test_a_clip_is_found_again(tmp_path: Path) -> None:
    Clips(tmp_path / "clips", 1 << 20).put(SPOKEN, CLIP)
    later = Clips(tmp_path / "clips", 1 << 20)
    assert later.seconds(SPOKEN) == CLIP.seconds
    assert later.get(SPOKEN) == CLIP


@pytest.mark.parametrize(
    "other",
    [
        replace(SPOKEN, text="Left leg."),
        replace(SPOKEN, engine="sapi5"),
        replace(SPOKEN, voice="fr"),
        replace(SPOKEN, rate=166),
        replace(SPOKEN, language="en-US"),
    ],
)
def test_another_way_of_speaking_is_another_clip(tmp_path: Path, other: Spoken) -> None:
    clips = Clips(tmp_path, 1 << 20)
    clips.put(SPOKEN, CLIP)
    assert clips.seconds(other) is None


def test_nobody_else_may_read_what_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "clips"
    Clips(folder, 1 << 20).put(SPOKEN, CLIP)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / SPOKEN.name).stat().st_mode & 0o777 == 0o600


def test_the_folder_stays_small_and_the_longest_unused_goes_first(tmp_path: Path) -> None:
    clips = Clips(tmp_path, 3 * SIZE)
    for number in range(3):
        clips.put(spoken(number), CLIP)
        os.utime(tmp_path / spoken(number).name, (number, number))
    clips.seconds(spoken(0))  # used just now
    clips.put(spoken(3), CLIP)
    assert clips.seconds(spoken(1)) is None
    assert [clips.seconds(spoken(n)) is not None for n in (0, 2, 3)] == [True] * 3
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 3 * SIZE


def test_a_damaged_clip_is_no_clip(tmp_path: Path) -> None:
    clips = Clips(tmp_path, 1 << 20)
    (tmp_path / SPOKEN.name).write_bytes(b"RIFF half a file")
    assert clips.seconds(SPOKEN) is None
    assert clips.get(SPOKEN) is None


def test_a_clip_that_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clips = Clips(tmp_path, 1 << 20)

    def refuse(_path: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        clips.put(SPOKEN, CLIP)
    assert list(tmp_path.iterdir()) == []


def test_what_is_to_stay_stays_however_many_come_after(tmp_path: Path) -> None:
    clips = Clips(tmp_path, 3 * SIZE)
    clips.put(SPOKEN, CLIP)
    clips.keep(SPOKEN)
    for number in range(20):
        clips.put(spoken(number), CLIP)
    assert clips.get(SPOKEN) == CLIP
    assert clips.seconds(SPOKEN) == CLIP.seconds
    assert is_kept(tmp_path, SPOKEN)
    assert not is_kept(tmp_path, spoken(19))


def test_of_those_that_stay_only_the_latest_do(tmp_path: Path) -> None:
    clips = Clips(tmp_path, 1 << 20)
    for number in range(MOST_KEPT + 3):
        clips.put(spoken(number), CLIP)
        clips.keep(spoken(number))
        os.utime(tmp_path / KEPT / spoken(number).name, (number, number))
    last = spoken(MOST_KEPT + 3)
    clips.put(last, CLIP)
    clips.keep(last)
    assert len(list((tmp_path / KEPT).iterdir())) == MOST_KEPT
    assert is_kept(tmp_path, last)
    assert not is_kept(tmp_path, spoken(0))


def test_a_clip_that_is_not_there_cannot_stay(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        Clips(tmp_path, 1 << 20).keep(SPOKEN)
