"""The states in which something lies over the window: questions, lists, menus."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from coach.ui.screens.editor import filled
from coach.ui.screens.setting import Setting, State, settle
from coach.ui.screens.settings import settings_at

FAULT = 'Traceback (most recent call last):\n  File "steps.py", line 7\nKeyError: 3'


def problems(setting: Setting) -> None:
    """Look at the list of what is wrong in files."""
    from coach.ui.problems import ProblemsDialog

    wrong = setting.coach.library.problems
    ProblemsDialog(setting.window.theme, wrong, setting.window).open()


def fault(setting: Setting) -> None:
    """Tell of a fault of the app itself, and show its details."""
    setting.window.report_fault(f"Cramp Coach 1.0.0\n\n{FAULT}")
    strip = setting.window.messages.strip
    assert strip is not None
    strip.buttons[0].click()


def delete(*, twice: bool) -> State:
    """Return the first question before everything is deleted, or the second."""

    def reach(setting: Setting) -> None:
        settings_at("data")(setting)
        data = setting.window.settings_screen.data
        assert data is not None
        data.delete.click()
        if twice:
            assert data.ask is not None
            data.ask.yes.click()

    return reach


def card_menu(setting: Setting) -> None:
    """Ask what can be done with a routine of one's own."""
    window = setting.window
    window.workshop.card_menu.popup("own-pace", window.mapToGlobal(QPoint(80, 200)))


def editor_menu(setting: Setting) -> None:
    """Ask what can be done with the routine that is edited."""
    filled(setting)
    settle(setting.window)
    setting.window.workshop.tools.more.click()


DIALOG_STATES: dict[str, State] = {
    "dialog-problems": problems,
    "dialog-fault": fault,
    "dialog-delete": delete(twice=False),
    "dialog-delete-twice": delete(twice=True),
    "dialog-card-menu": card_menu,
    "dialog-editor-menu": editor_menu,
}
