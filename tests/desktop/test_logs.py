from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.desktop.logs import LOG_NAME, MOST_BYTES, set_up_logging


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    root, ours = logging.getLogger(), logging.getLogger("coach")
    before = (list(root.handlers), root.level, ours.level)
    yield tmp_path / "log"
    for handler in set(root.handlers) - set(before[0]):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(before[1])
    ours.setLevel(before[2])


def test_nothing_is_made_before_there_is_something_to_say(folder: Path) -> None:
    set_up_logging(folder)
    assert not folder.exists()


def test_what_is_said_of_the_app_and_warnings_of_others_are_kept_private(folder: Path) -> None:
    set_up_logging(folder)
    logging.getLogger("coach.voice").info("the voice is ready")
    logging.getLogger("wakepy").info("chatter")
    logging.getLogger("wakepy").warning("a warning")
    file = folder / LOG_NAME
    text = file.read_text(encoding="utf-8")
    assert "INFO coach.voice: the voice is ready" in text
    assert "a warning" in text
    assert "chatter" not in text
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_log_does_not_grow_for_ever(folder: Path) -> None:
    set_up_logging(folder)
    for number in range(MOST_BYTES // 1000 * 3):
        logging.getLogger("coach").info("%d %s", number, "x" * 1000)
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == [LOG_NAME, LOG_NAME + ".1"]
    assert all(file.stat().st_size < MOST_BYTES + 2000 for file in files)
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)


def test_a_log_that_cannot_be_written_stops_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write_text("a file where the folder should be")
    set_up_logging(folder)
    for _turn in range(3):
        logging.getLogger("coach").info("nobody hears this")
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert "the log can't be written" in said[0]


def test_verbose(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging(folder, verbose=True)
    logging.getLogger("wakepy").debug("chatter")
    assert "chatter" in capsys.readouterr().err
    assert "chatter" in (folder / LOG_NAME).read_text(encoding="utf-8")
