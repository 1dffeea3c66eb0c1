"""The person's data: its folder, a copy of it, a copy brought back, all of it deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from coach.content.settings import Settings, load_settings
from coach.ui.pages import Page
from tests.ui.settings_app import Opened, app, open_settings
from tests.ui.settings_hands import page

__all__ = ["app", "open_settings"]


@pytest.mark.parametrize("opens", [True, False])
def test_the_folder_is_opened_or_it_is_told_where_it_is(
    app: Opened, monkeypatch: pytest.MonkeyPatch, *, opens: bool
) -> None:
    data, asked = app.screen.data, []
    assert data is not None

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return opens

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    app.click(data.open_folder)
    (folder,) = asked
    assert Path(folder).is_dir()
    assert data.told.isHidden() is opens


def test_a_copy_is_made_and_brought_back(app: Opened) -> None:
    data = app.screen.data
    assert data is not None
    app.settings.set("rate", 200)
    file = app.folder / "copy.zip"
    data.back_up_to(file)
    assert file.exists()
    assert str(file) in data.told.text().replace("\u200b", "")
    app.settings.set("rate", 90)
    app.settings.set("text_size", 1.2)
    data.restore_from(file)
    assert app.settings.now.rate == 200
    assert app.window.theme.scale == pytest.approx(1)
    assert load_settings(app.folder / "config" / "settings.json")[0].rate == 200
    assert "What was here before is in" in data.told.text()


def test_a_copy_that_is_none_changes_nothing(app: Opened) -> None:
    data = app.screen.data
    assert data is not None
    app.settings.set("rate", 200)
    data.restore_from(Path(__file__))
    assert "Nothing was changed" in data.told.text()
    data.restore_from(app.folder / "no-such.zip")
    assert "What was here still is" in data.told.text()
    data.back_up_to(app.folder / "no-such-folder" / "copy.zip")
    assert "could not be written" in data.told.text()
    assert app.settings.now.rate == 200


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the platform without a screen
def test_everything_is_deleted_when_it_has_been_asked_twice(app: Opened) -> None:
    data = app.screen.data
    assert data is not None
    app.settings.set("rate", 200)
    app.settings.flush()
    for answers in ([False], [True, False], [True, True]):
        app.click(data.delete)
        for answer in answers:
            assert data.ask is not None
            assert data.ask.focusWidget() is data.ask.no
            (data.ask.yes if answer else data.ask.no).click()
        assert data.ask is None
        gone = answers == [True, True]
        assert (app.folder / "config" / "settings.json").exists() is not gone
        assert (app.settings.now == Settings()) is gone
    app.coach.close()
    assert not (app.folder / "config" / "settings.json").exists()


def test_a_routine_that_waits_ends_before_its_files_are_replaced(app: Opened) -> None:
    app.window.play("daily-prevention")
    app.window.open_settings()
    data = app.screen.data
    assert data is not None
    data.back_up_to(app.folder / "copy.zip")
    assert app.diary.closed
    app.key(Qt.Key.Key_Escape)
    assert page(app) is Page.HOME
