from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.app.trace import Trace


def events(path: Path) -> list[str]:
    return [json.loads(line)["event"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_second_file_takes_what_follows(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    trace = Trace(one)
    trace.write("start")
    trace.also(two)
    trace.write("shown")
    assert (events(one), events(two)) == (["start", "shown"], ["shown"])
    trace.close()


def test_the_same_file_again_loses_nothing(tmp_path: Path) -> None:
    trace = Trace(tmp_path / "one")
    trace.write("start")
    trace.also(tmp_path / ".." / tmp_path.name / "one")
    trace.write("shown")
    assert events(tmp_path / "one") == ["start", "shown"]
    trace.close()


def test_a_file_that_was_removed_meanwhile_keeps_no_other_from_being_written(
    tmp_path: Path,
) -> None:
    trace = Trace(tmp_path / "one")
    (tmp_path / "one").unlink()
    (tmp_path / "two").touch()
    trace.also(tmp_path / "two")
    trace.write("shown")
    assert events(tmp_path / "two") == ["shown"]
    trace.close()


def test_a_file_that_cannot_be_written_leaves_the_others_alone(tmp_path: Path) -> None:
    trace = Trace(tmp_path / "one")
    with pytest.raises(OSError, match="No such file"):
        trace.also(tmp_path / "nowhere" / "two")
    trace.write("shown")
    assert events(tmp_path / "one") == ["shown"]
    trace.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_a_full_disk_ends_its_trace_and_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    trace = Trace(Path("/dev/full"))
    trace.also(tmp_path / "two")
    trace.write("start")
    trace.write("shown")
    assert events(tmp_path / "two") == ["start", "shown"]
    assert [record.message for record in caplog.records] == [
        "/dev/full: the trace ends here: [Errno 28] No space left on device"
    ]
    trace.close()
