"""A coach that is closed when the test is over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from coach.content.library import Library
from tests.app.room import Room


@pytest.fixture
def room(qtbot: QtBot, library: Library) -> Iterator[Room]:
    one = Room(library)
    yield one
    one.coach.close()
