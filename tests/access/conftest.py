"""Apps to read: each in a process, a home and on a desktop of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.access.reader import Node, Reader
from tests.access.session import Session, missing
from tests.desktop.apps import environment


class ReadApp:
    """An app that runs, and the screen reader that reads it.

    Attributes:
        process: The app's.
        reader: Hears what it tells.
        root: Where its tree begins.
    """

    def __init__(self, process: subprocess.Popen[bytes], reader: Reader) -> None:
        self.process = process
        self.reader = reader
        self.root = reader.app(process.pid)

    def shown(self) -> list[Node]:
        """Return what is on the screen."""
        return self.reader.shown(self.root)

    def controls(self) -> list[Node]:
        """Return what on the screen can have the focus."""
        return [node for node in self.shown() if node.is_control]

    def find(self, name: str, role: str = "") -> Node:
        """Return the one thing on the screen with a name."""
        return self.reader.find(self.root, name, role)

    def press(self, name: str, role: str = "") -> None:
        """Press the button with a name, and hear all that comes of it at once."""
        self.reader.press(self.find(name, role))
        self.reader.settle(self.root)

    def nameless(self) -> list[Node]:
        """Return the controls that are read out as nothing."""
        return [node for node in self.controls() if not node.name.strip()]


StartApp = Callable[..., ReadApp]


@pytest.fixture
def start_app(own_folders: Path) -> Iterator[StartApp]:
    """Start `coach` with some arguments, on a desktop with a screen reader."""
    if lacks := missing():
        pytest.skip(f"a screen reader needs {lacks}")
    folder = Path(tempfile.mkdtemp(prefix="desk-"))  # a socket's path must be short
    session = Session(folder, environment(own_folders))
    reader = Reader(session.bus)
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str) -> ReadApp:
        command = [sys.executable, "-m", "coach", *arguments]
        started.append(subprocess.Popen(command, env=session.environment))
        return ReadApp(started[-1], reader)

    yield start
    for process in started:
        process.terminate()
        process.wait()
    reader.close()
    session.end()
    shutil.rmtree(folder, ignore_errors=True)
