"""Getting to the settings, through them and back: by key, by wheel and by screen reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidget, QWidget

from coach.core.verbosity import Verbosity
from coach.ui.button import Button
from coach.ui.pages import Page
from coach.ui.parts.option import Option
from coach.ui.parts.slider import Slider
from tests.ui.settings_app import Opened, app, open_settings, seen
from tests.ui.settings_hands import page

__all__ = ["app", "open_settings"]


def test_the_gear_leads_there_and_escape_back(app: Opened) -> None:
    app.key(Qt.Key.Key_Escape)
    assert page(app) is Page.HOME
    app.click(app.window.tops.gear)
    assert page(app) is Page.SETTINGS
    app.click(app.window.tops.back)
    assert page(app) is Page.HOME


def test_a_routine_waits_while_settings_are_changed(app: Opened) -> None:
    app.window.play("daily-prevention")
    app.key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert page(app) is Page.SETTINGS
    player = app.window.player_screen.player
    assert player is not None
    assert player.playback.state.name == "PAUSED"
    app.key(Qt.Key.Key_Escape)
    assert page(app) is Page.PLAYER


def test_nobody_with_a_cramp_is_led_away(app: Opened) -> None:
    app.window.open_cramp()
    app.window.open_settings()
    assert page(app) is Page.CRAMP


def test_the_check_comes_back_to_the_settings(app: Opened) -> None:
    assert app.screen.safety is not None
    app.click(app.screen.safety.open_check)
    assert page(app) is Page.CHECK
    app.window.check_screen.done.emit()
    assert page(app) is Page.SETTINGS


def focusable(app: Opened) -> list[QWidget]:
    return [
        widget
        for kind in (Button, Option, Slider, QLineEdit, QTreeWidget)
        for widget in seen(app.window, kind)
        if widget.isEnabled()
    ]


def test_tab_reaches_everything_and_keeps_it_in_sight(app: Opened) -> None:
    app.tell_voices()
    app.click(app.screen.sound.change)
    app.bot.wait(1)
    reached: list[QWidget] = []
    for _press in range(80):
        app.key(Qt.Key.Key_Tab)
        now = app.window.focusWidget()
        if now is None or now in reached:
            break
        reached.append(now)
        place = now.mapTo(app.window, now.rect().center())
        assert app.window.rect().contains(place), now.accessibleName()
    one_of_several = {
        widget.parent() for widget in focusable(app) if getattr(widget, "autoExclusive", bool)()
    }
    alone = [widget for widget in focusable(app) if widget.parent() not in one_of_several]
    missed = [widget.accessibleName() for widget in alone if widget not in reached]
    assert not missed
    for group in one_of_several:
        assert any(widget.parent() is group for widget in reached)


def test_arrows_choose_among_several(app: Opened) -> None:
    options = app.screen.sound.verbosity.options
    options[Verbosity.FULL].setFocus(Qt.FocusReason.TabFocusReason)
    app.key(Qt.Key.Key_Right)
    app.key(Qt.Key.Key_Space)
    assert app.settings.now.verbosity is Verbosity.BRIEF
    assert [option.isChecked() for option in options.values()] == [False, True, False, False]


def test_everything_has_a_name_for_screen_readers(app: Opened) -> None:
    app.tell_voices()
    app.click(app.screen.sound.change)
    for widget in focusable(app):
        assert widget.accessibleName(), widget
    slider = app.screen.sound.lead_in.slider
    assert (slider.accessibleName(), slider.accessibleDescription()) == (
        "Time to get ready", "5 seconds",
    )  # fmt: skip


def test_the_wheel_scrolls_the_page_and_changes_nothing(app: Opened) -> None:
    slider = app.screen.sound.rate.slider
    before = app.settings.now
    centre = QPointF(slider.rect().center())
    event = QWheelEvent(
        centre, slider.mapToGlobal(centre), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(slider, event)
    assert app.settings.now == before
    assert event.type() == QEvent.Type.Wheel
