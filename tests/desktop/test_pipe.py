"""The doorman of Windows, at the kind of door Qt opens where the tests run."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from coach.app.wish import Wish
from coach.desktop.errand import ANSWER, MOST_BYTES, Errand, read_errand, write_errand
from coach.desktop.front import bring_to_front
from coach.desktop.pipe import PipeDoorman


@pytest.fixture
def doorman(qtbot: QtBot, tmp_path: Path) -> PipeDoorman:
    return PipeDoorman(str(tmp_path / "pipe"))


def knock(doorman: PipeDoorman) -> socket.socket:
    link = socket.socket(socket.AF_UNIX)
    (server,) = doorman.findChildren(QLocalServer)
    link.connect(server.fullServerName())
    link.settimeout(5)
    return link


def leave(doorman: PipeDoorman, qtbot: QtBot) -> None:
    """Wait until the doorman has noticed that the guest is gone."""
    qtbot.waitUntil(lambda: not doorman.findChildren(QLocalSocket))
    doorman.close()


def test_an_errand_is_answered_and_passed_on(doorman: PipeDoorman, qtbot: QtBot) -> None:
    with knock(doorman) as link:
        with qtbot.waitSignal(doorman.asked) as asked:
            link.sendall(write_errand(Wish(screen="cramp", muscle="foot")))
        assert link.recv(len(ANSWER)) == ANSWER
    assert asked.args == [Errand(Wish(screen="cramp", muscle="foot"))]
    leave(doorman, qtbot)


@pytest.mark.parametrize("line", [b"nonsense\n", b"x" * (MOST_BYTES + 1)])
def test_nonsense_is_shown_out(doorman: PipeDoorman, qtbot: QtBot, line: bytes) -> None:
    with knock(doorman) as link, qtbot.assertNotEmitted(doorman.asked):
        link.sendall(line)
        link.setblocking(False)

        def is_over() -> bool:
            try:
                return link.recv(len(ANSWER)) == b""
            except BlockingIOError:
                return False
            except ConnectionResetError:
                return True

        qtbot.waitUntil(is_over)
    leave(doorman, qtbot)


def test_a_wish_comes_through_as_it_was(tmp_path: Path) -> None:
    wish = Wish("player", "tired-feet", 2.5, trace=tmp_path / "t", place="bed", side="left")
    assert read_errand(write_errand(wish)) == Errand(wish)


def test_the_desktops_leave_to_come_to_the_front_is_passed_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "leave-7")
    assert read_errand(write_errand(Wish())).token == "leave-7"


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_minimised_window_is_shown_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtWidgets import QWidget

    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bring_to_front(window, "leave-7")
    assert not window.isMinimized()
    assert window.isVisible()
