"""What every test relies on: a machine of its own, no window on the screen, no leftovers."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from coach.content.library import Library, load_library
from coach.content.resources import find_resources

# A real window is opened only where a test asks for one; this must be said before Qt is loaded.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The machine may be busy; how long an example takes is measured by the bench, not here.
settings.register_profile("house", deadline=None, max_examples=60)
settings.load_profile("house")


NOBODY = 65534
"""The user whom Unix gives no rights."""


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the person's own data, settings and cache out of reach."""
    home = tmp_path_factory.mktemp("home")
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    return home


@pytest.fixture(scope="session")
def library() -> Library:
    """What is shipped, as a person has it who has made nothing yet."""
    return load_library(find_resources())


@pytest.fixture
def ordinary_folder() -> Iterator[Path]:
    """A folder of somebody whom permission bits stop, which they do not do to root."""
    folder = Path(tempfile.mkdtemp(prefix="coach-test-"))
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        for place in (folder, *folder.rglob("*")):
            place.chmod(0o700)
        shutil.rmtree(folder)


REAL = ("access", "desktop", "terminal", "voice", "test_commands.py", "test_relief_faults.py")
"""Tests of other processes, terminals and sound servers, which answer when the machine lets them.

One that fails there is tried twice more; the summary tells of each such try.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Allow second tries to tests in real time, and to no others."""
    here = Path(__file__).parent
    for item in items:
        takes_minutes = item.get_closest_marker("listen") is not None
        if item.path.relative_to(here).parts[0] in REAL and not takes_minutes:
            item.add_marker(pytest.mark.flaky(reruns=2))


def pytest_collection_finish() -> None:
    """Leave what was loaded so far out of the search for leftovers after each test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def no_timer_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """A timer that still runs when a test has closed its windows would run for ever."""
    yield
    if "qtbot" not in request.fixturenames:
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from shiboken6 import isValid

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    running = [
        timer
        for timer in gc.get_objects()
        if isinstance(timer, QTimer) and isValid(timer) and timer.isActive()
    ]
    gc.freeze()  # what outlives the test is looked at once, not after each one that follows
    for timer in running:
        timer.stop()
    assert not running, f"timers still run: {running}"
