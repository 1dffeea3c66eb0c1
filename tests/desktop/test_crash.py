"""A fault nobody expected is logged and told once, and the app goes on."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Signal, qWarning
from pytestqt.qtbot import QtBot

from coach import __version__
from coach.desktop.crash import Faults, catch_faults, describe


class Shown(QObject):
    """A person who is told, and the thread that tells."""

    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.threads: list[int] = []

    def show(self, text: str) -> None:
        self.texts.append(text)
        self.threads.append(threading.get_ident())
        self.told.emit()


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown()


@pytest.fixture
def faults(shown: Shown) -> Iterator[Faults]:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    faults = Faults(shown.show)
    faults.install()
    yield faults
    faults.uninstall()
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


def fail() -> None:
    message = "the fault"
    raise ValueError(message)


def raise_through_hook() -> None:
    try:
        fail()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


@pytest.mark.usefixtures("faults")
def test_a_fault_is_told_with_what_helps_to_mend_it(
    shown: Shown, caplog: pytest.LogCaptureFixture
) -> None:
    raise_through_hook()
    (text,) = shown.texts
    assert f"Cramp Coach {__version__}" in text
    assert "in fail" in text
    assert "ValueError: the fault" in text
    assert text in caplog.text


@pytest.mark.usefixtures("faults")
def test_a_fault_at_every_frame_is_told_once(
    shown: Shown, caplog: pytest.LogCaptureFixture
) -> None:
    for _frame in range(60):
        raise_through_hook()
    assert len(shown.texts) == 1
    assert len(caplog.records) == 1


@pytest.mark.usefixtures("faults")
def test_a_fault_in_a_slot(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.told):
        QTimer.singleShot(0, fail)
    assert len(shown.texts) == 1


@pytest.mark.usefixtures("faults")
def test_a_fault_in_a_thread_is_shown_in_the_applications_own(qtbot: QtBot, shown: Shown) -> None:
    thread = threading.Thread(target=fail)
    with qtbot.waitSignal(shown.told):
        thread.start()
        thread.join()
        assert shown.texts == []
    assert shown.threads == [threading.get_ident()]


@pytest.mark.usefixtures("faults")
def test_showing_that_fails_does_not_go_round_in_circles() -> None:
    asked: list[str] = []

    def break_down(text: str) -> None:
        asked.append(text)
        raise_through_hook()
        try:
            raise RuntimeError(text)
        except RuntimeError as error:
            sys.excepthook(type(error), error, error.__traceback__)

    Faults(break_down).install()
    raise_through_hook()
    assert len(asked) == 1


@pytest.mark.usefixtures("faults")
def test_qts_own_messages_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    qWarning("a message of Qt")
    (record,) = [record for record in caplog.records if record.name == "qt"]
    assert record.levelno == logging.WARNING
    assert "a message of Qt" in record.getMessage()


def test_the_home_folder_is_not_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    text = describe(OSError(f"{os.path.expanduser('~')}/diary: gone"))  # noqa: PTH111
    assert str(tmp_path) not in text
    assert "~/diary: gone" in text


def test_one_call_sets_everything_up(
    faults: Faults, shown: Shown, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    root, ours = logging.getLogger(), logging.getLogger("coach")
    before, levels = list(root.handlers), (root.level, ours.level)
    catch_faults(tmp_path, shown.show)
    raise_through_hook()
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(levels[0])
    ours.setLevel(levels[1])
    assert "ValueError: the fault" in (tmp_path / "cramp-coach.log").read_text(encoding="utf-8")
    assert len(shown.texts) == 1
