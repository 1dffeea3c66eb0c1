"""The editor's menus: each entry does what it says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from coach.ui.pages import Page
from tests.ui.editor_app import Desk, desk, open_desk

__all__ = ["desk", "open_desk"]

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
"""Menus on the offscreen platform."""


def own_copy(app: Desk) -> str:
    app.edit("after-workout")
    assert app.screen.save()
    return app.session.editor.id


def pick(menu: QMenu, entry: str) -> None:
    action = next(one for one in menu.actions() if one.text().split("\t")[0] == entry)
    assert action.isEnabled()
    menu.close()
    action.trigger()


def pick_from_more(app: Desk, entry: str) -> None:
    app.click(app.window.workshop.tools.more)
    pick_from_open(app, entry)


def pick_from_open(app: Desk, entry: str) -> None:
    app.settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    pick(menu, entry)
    app.settle()


def test_the_menu_of_a_card(desk: Desk) -> None:
    name = own_copy(desk)
    menu = desk.window.workshop.card_menu
    desk.press(Qt.Key.Key_Escape)
    pick(menu.menu_of(name), "New routine")
    assert desk.page() is Page.EDITOR
    assert not desk.session.editor.id
    desk.press(Qt.Key.Key_Escape)
    pick(menu.menu_of(name), "Edit")
    assert desk.session.editor.id == name
    desk.press(Qt.Key.Key_Escape)
    pick(menu.menu_of(name), "Duplicate to edit")
    assert desk.session.draft.title == "After exercise (copy) (copy)"
    desk.press(Qt.Key.Key_Escape)
    pick(menu.menu_of(name), "Delete")
    assert name not in desk.coach.library.cards
    pick(menu.menu_of("full-session"), "Start")
    assert desk.page() is Page.PLAYER


def test_the_menu_of_the_routine(desk: Desk) -> None:
    name = own_copy(desk)
    side = desk.screen.side
    pick_from_more(desk, "About this routine")
    assert side.panel is side.about
    pick_from_more(desk, "Keys and help (F1)")
    assert desk.window.guide.close_sheet()
    desk.session.set_routine("title", "Mine", "")
    pick_from_more(desk, "Back to what was saved")
    assert desk.session.draft.title == "After exercise (copy)"
    pick_from_more(desk, "New exercise")
    assert desk.page() is Page.EXERCISE
    desk.press(Qt.Key.Key_Escape)
    pick_from_more(desk, "Delete this routine")
    assert desk.page() is Page.HOME
    assert name not in desk.coach.library.cards


def test_the_menu_of_a_step(desk: Desk) -> None:
    desk.edit("after-workout")
    steps, keys = desk.screen.steps, [step.key for step in desk.session.draft.steps]

    def open_and_pick(entry: str) -> list[int]:
        steps.menu_wanted.emit(QPoint(100, 100))
        pick_from_open(desk, entry)
        return [step.key for step in desk.session.draft.steps]

    first, second, *rest = keys
    assert open_and_pick("Move down") == [second, first, *rest]
    assert open_and_pick("Move up") == keys
    assert len(open_and_pick("Duplicate")) == len(keys) + 1
    assert open_and_pick("Remove") == keys
    open_and_pick("Try from here")
    assert desk.page() is Page.PLAYER
