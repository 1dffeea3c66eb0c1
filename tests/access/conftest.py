"""Apps to read: each in a process, a home and on a desktop of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.access.hands import Hands
from tests.access.reader import Node, Reader, ReaderError
from tests.access.screen import faults, walk_faults
from tests.access.session import Session, missing
from tests.desktop.apps import environment


class ReadApp:
    """An app that runs, and the screen reader that reads it.

    Attributes:
        process: The app's.
        reader: Hears what it tells.
        hands: Press keys.
        root: Where its tree begins.
    """

    def __init__(self, process: subprocess.Popen[bytes], reader: Reader) -> None:
        self.process = process
        self.reader = reader
        self.hands = Hands(reader)
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

    def wait(self, name: str, role: str = "") -> Node:
        """Wait until one thing with a name is on the screen; return it.

        Raises:
            ReaderError: It did not come.
        """

        def is_there() -> bool:
            return any(one.name == name and role in ("", one.role) for one in self.shown())

        self.reader.wait_until(is_there)
        return self.find(name, role)

    def wait_for_dialog(self, title: str) -> Node:
        """Wait until a dialog is open; Qt puts the app's name behind its title.

        Raises:
            ReaderError: It did not come.
        """

        def found() -> list[Node]:
            nodes = self.shown()
            return [one for one in nodes if one.role == "dialog" and one.name.startswith(title)]

        self.reader.wait_until(lambda: bool(found()))
        if not (dialogs := found()):
            raise ReaderError(f"no dialog “{title}” opened")
        return dialogs[0]

    def wait_for_focus(self, name: str) -> None:
        """Wait until what has the focus is called so.

        Raises:
            ReaderError: Something else has it, or nothing.
        """

        def focused() -> list[str]:
            return [node.name for node in self.shown() if "focused" in node.states]

        def has_it() -> bool:
            place = self.reader.focused()  # what was told is quicker asked than all there is
            return (place is not None and place.name == name) or name in focused()

        self.reader.wait_until(has_it)
        if not has_it():
            raise ReaderError(f"not “{name}” has the focus, but {focused()}")

    def wait_for_active(self) -> None:
        """Wait until the keyboard is the app's."""
        self.reader.wait_until(lambda: self.reader.is_active(self.root))

    def says(self, keys: str) -> str:
        """Press a key; return what is read out then.

        Raises:
            IndexError: Nothing is.
        """
        before = len(self.reader.announced)
        self.hands.key(keys)
        self.reader.wait_until(lambda: len(self.reader.announced) > before)
        return self.reader.announced[before]

    def put_away(self, text: str, seconds: float = 4.0) -> None:
        """Close a message that begins so, if it comes: without a speaker, that is told."""
        told = self.reader.hear(lambda one: one.text.startswith(text), since=0, seconds=seconds)
        if told is not None:
            self.press("Close this message")

    def wrong(self, part: Node | None = None) -> list[str]:
        """Return what is wrong with the controls on the screen, or in a part that keeps Tab."""
        nodes = self.reader.shown(part.address) if part else self.shown()
        return faults(self.reader, nodes) + walk_faults(self.hands, nodes)

    def told_since(self, number: int) -> list[str]:
        """Return what was read out after so many announcements."""
        self.reader.settle(self.root)
        return self.reader.announced[number:]

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

    def start(*arguments: str, code: str = "") -> ReadApp:
        program = ["-c", code] if code else ["-m", "coach"]
        command = [sys.executable, *program, *arguments]
        started.append(subprocess.Popen(command, env=session.environment))
        return ReadApp(started[-1], reader)

    yield start
    for process in started:
        process.terminate()
        process.wait()
    reader.close()
    session.end()
    shutil.rmtree(folder, ignore_errors=True)
