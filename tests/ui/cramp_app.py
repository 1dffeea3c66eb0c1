"""Cramp now on the screen, and time that passes for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coach.app.relief import ReliefPlayer
from coach.core.relief import ReliefSnapshot
from coach.ui.cramp.screen import CrampScreen
from tests.ui.conftest import App

LEAST, NARROW, WIDE, FULL = (480, 560), (480, 900), (1100, 760), (1920, 1080)
K = Qt.Key


@pytest.fixture
def cramp(app: App) -> App:
    app.window.open_cramp()
    app.settle()
    return app


def screen(app: App) -> CrampScreen:
    return app.window.cramp_screen


def player(app: App) -> ReliefPlayer:
    found = screen(app).player
    assert found is not None
    return found


def now(app: App) -> ReliefSnapshot:
    return player(app).snapshot()


def live(app: App, seconds: float) -> None:
    app.clock.awake += seconds
    player(app).tick()
    app.settle()


def to_step(app: App, name: str) -> None:
    while now(app).step.id != name:
        app.press(K.Key_N)
