"""Bringing everything back, and deleting it, while the app runs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.app.data import OwnData, Roots
from coach.app.keeping import Keeping
from coach.app.settings import SettingsController
from coach.content.library import Library, load_library
from coach.content.resources import find_resources
from coach.ui.screens.setting import OWN_PACE


class Desk:
    """A person with one routine of their own."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        (self.data / "routines").mkdir(parents=True)
        (self.data / "routines" / "mine.toml").write_text(OWN_PACE, encoding="utf-8")
        self.settings = SettingsController()
        own = OwnData(Roots(self.data, folder / "config"))
        self.keeping = Keeping(own, self.settings, lambda: None, self.read)
        self.read()

    def read(self) -> Library:
        self.library = load_library(find_resources(), self.data)
        return self.library


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_what_is_deleted_and_brought_back_is_seen_at_once(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "copy.zip"
    desk.keeping.back_up(file)
    assert desk.keeping.delete_everything() == ()
    assert "mine" not in desk.library.cards
    desk.keeping.restore(file)
    assert "mine" in desk.library.cards


def test_settings_in_a_copy_that_are_damaged_are_told_of(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "copy.zip"
    desk.keeping.back_up(file)
    with zipfile.ZipFile(file, "a") as copy:
        copy.writestr("config/settings.json", '{"rate": "fast"}')
    told: list[str] = []
    desk.settings.trouble.connect(told.append)
    desk.keeping.restore(file)
    (text,) = told
    what, remedy = text.splitlines()
    assert "rate: must be a whole number from 80 to 300, so 165 is used" in what
    assert remedy.startswith("Look through the settings")
