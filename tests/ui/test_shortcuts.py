"""F1 tells the truth: each key it lists does something, and no other key does."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from coach.core.body import Side
from coach.core.timeline import SegmentKind
from coach.ui.guide.keycaps import key_name, spoken_name
from coach.ui.guide.shortcuts import groups_of
from coach.ui.pages import Page
from tests.ui.editor_app import Desk, OpenDesk, desk, open_desk

__all__ = ["desk", "open_desk"]

Way = Callable[[Desk], None]


def play(app: Desk) -> None:
    app.play_to("after-workout", lambda segment: segment.step == 1 and segment.kind.is_work)


def end(app: Desk) -> None:
    app.play_to("daily-prevention", lambda segment: segment.kind is SegmentKind.REST)
    app.turn(1000)


def cramp(app: Desk) -> None:
    app.window.open_cramp("foot", "bed", "right")
    app.settle()
    relief(app, 9)


def relief(app: Desk, seconds: float) -> None:
    player = app.window.cramp_screen.player
    assert player is not None
    app.clock.awake += seconds
    player.tick()


def question(app: Desk) -> None:
    cramp(app)
    relief(app, 172)
    relief(app, 3)
    player = app.window.cramp_screen.player
    assert player is not None
    assert player.snapshot().asks


def easing(app: Desk) -> None:
    cramp(app)
    player = app.window.cramp_screen.player
    assert player is not None
    player.easing()


def after(app: Desk) -> None:
    easing(app)
    assert app.window.cramp_screen.player is not None
    app.window.cramp_screen.player.leave()
    app.settle()


def other_way(app: Desk) -> None:
    cramp(app)
    player = app.window.cramp_screen.player
    assert player is not None
    for _step in range(6):
        if player.snapshot().other_way:
            return
        player.not_yet()
    raise AssertionError("no step has another way")


def left_leg(app: Desk) -> None:
    cramp(app)
    app.window.cramp_screen.switch(side=Side.LEFT)


def at_desk_with_calf(app: Desk) -> None:
    app.window.open_cramp("back-thigh", "gym", "right")
    app.settle()
    relief(app, 2)


def stop(app: Desk) -> None:
    app.window.open_stop()


def large(way: Way) -> Way:
    """Return the same in large text."""

    def reach(app: Desk) -> None:
        app.window.theme.set_text_factor(2)
        way(app)

    return reach


def second_list(app: Desk) -> None:
    stop(app)
    app.press(Qt.Key.Key_2)


def low(way: Way) -> Way:
    """Return the same in a window that is too low for it, scrolled down a little."""

    def reach(app: Desk) -> None:
        app.window.resize(480, 560)
        way(app)
        app.settle()
        for bar in app.window.findChildren(QScrollBar):
            if bar.isVisible():
                bar.setValue(bar.maximum() // 2)

    return reach


def editor(app: Desk) -> None:
    app.edit("after-workout")
    app.screen.steps.choose((2,))
    app.screen.steps.setFocus()


def changed(app: Desk) -> None:
    editor(app)
    app.session.duplicate()
    app.settle()


def undone(app: Desk) -> None:
    changed(app)
    app.session.editor.undo()


def wrong(app: Desk) -> None:
    editor(app)
    app.session.set_field("", hold=4000)
    app.session.editor._find()
    app.screen.steps.choose((1,))
    app.screen.steps.setFocus()


def form(app: Desk) -> None:
    app.window.new_routine()
    app.window.workshop.exercises.open("")
    app.settle()
    app.form.page.setFocus()


def form_changed(app: Desk) -> None:
    form(app)
    app.form._apply({"title": "Mine"}, None, "")


def form_undone(app: Desk) -> None:
    form_changed(app)
    app.form.editor.undo()


def learn(app: Desk) -> None:
    app.window.guide.open_learn()
    app.settle()


def learn_at_number(app: Desk) -> None:
    learn(app)
    reader = app.window.guide.learn_screen.reader
    for step in (reader.go_to_heading, reader.go_to_heading, reader.go_to_link, reader.go_to_link):
        step(1)


def learn_selected(app: Desk) -> None:
    learn(app)
    app.window.guide.learn_screen.reader.selectAll()


def learn_searched(app: Desk) -> None:
    learn(app)
    app.window.guide.learn_screen.search.setText("calf")
    app.window.guide.learn_screen.reader.setFocus()


def home_card(app: Desk) -> None:
    app.window.resize(760, 500)
    app.settle()
    grid = app.window.home.grid
    assert grid is not None
    grid.setCurrentIndex(grid.model().index(3, 0))


def check(app: Desk) -> None:
    app.window.open_check()
    app.settle()
    app.window.check_screen.rows[1].box.setFocus()


def settings(app: Desk) -> None:
    app.window.open_settings()
    app.settle()


def own_pace(app: Desk) -> None:
    (app.folder / "routines").mkdir(parents=True, exist_ok=True)
    text = 'title = "Mine"\nwhen = ""\npositions = ["standing"]\n[[steps]]\n'
    text += 'exercise = "heel-raise-standing"\nown_pace = 12\n[[steps]]\nexercise = "easy-walk"\n'
    (app.folder / "routines" / "mine.toml").write_text(text, encoding="utf-8")
    app.coach.reload_library()
    app.play_to("mine", lambda segment: segment.waits)


USUAL: dict[Page, Way] = {
    Page.HOME: home_card, Page.PLAYER: play, Page.END: end, Page.CRAMP: cramp, Page.STOP: stop,
    Page.CHECK: check, Page.SETTINGS: settings, Page.EDITOR: editor, Page.EXERCISE: form,
    Page.LEARN: learn,
}  # fmt: skip

SPECIAL: dict[tuple[Page, str], Way] = {
    (Page.PLAYER, "Scroll"): low(play),
    (Page.PLAYER, "Go on, where it waits for you"): own_pace,
    (Page.CRAMP, "Another way to do this step, where there is one"): other_way,
    (Page.CRAMP, "Calf, foot, front or back of the thigh"): at_desk_with_calf,
    (Page.CRAMP, "In bed, at a desk, standing, at the gym"): at_desk_with_calf,
    (Page.CRAMP, "Yes, STOP"): question,
    (Page.CRAMP, "No"): question,
    (Page.CRAMP, "That's enough"): easing,
    (Page.CRAMP, "How much it hurt"): after,
    (Page.CRAMP, "Leave"): after,
    (Page.END, "Scroll"): low(large(end)),
    (Page.STOP, "Scroll"): low(stop),
    (Page.CHECK, "Scroll"): low(check),
    (Page.SETTINGS, "Scroll"): low(settings),
    (Page.EDITOR, "Undo"): changed,
    (Page.EDITOR, "Save"): changed,
    (Page.EDITOR, "Redo"): undone,
    (Page.EDITOR, "To the first thing that is wrong"): wrong,
    (Page.EXERCISE, "Undo"): form_changed,
    (Page.EXERCISE, "Save"): form_changed,
    (Page.EXERCISE, "Redo"): form_undone,
    (Page.LEARN, "Scroll"): low(learn),
    (Page.LEARN, "To the next number of a note, or the one before"): learn_at_number,
    (Page.LEARN, "From a number to its note, and back"): learn_at_number,
    (Page.LEARN, "To the next heading, or the one before"): learn_at_number,
    (Page.LEARN, "Copy what is selected"): learn_selected,
    (Page.LEARN, "To the next match, or the one before"): learn_searched,
}
FOR_KEY: dict[tuple[Page, str], Way] = {
    (Page.CRAMP, "Right"): left_leg,
    (Page.CRAMP, "4"): cramp,
    (Page.CRAMP, "8"): cramp,
    (Page.STOP, "1"): second_list,
}


def look(app: Desk) -> tuple[object, ...]:
    """Return everything of the window that a key may change, as a person would notice it.

    What is made ahead meanwhile and not shown is nothing to notice.
    """
    window, made = app.window, app.window.is_made
    playing = window.playing.snapshot() if window.playing else None
    relief = window.cramp_screen.player if made("cramp_screen") else None
    workshop = window.workshop if made("workshop") else None
    return (
        window.page,
        window.isFullScreen(),
        window.windowState(),
        app.coach.muted,
        window.guide.sheet.kind if window.guide.sheet else "",
        id(window.focusWidget()),
        bool(QApplication.activePopupWidget()),
        (window.playing.playback.state, playing.segment, playing.remaining)
        if window.playing and playing
        else None,
        relief.snapshot() if relief else None,
        made("cramp_screen") and window.cramp_screen.theme.is_night,
        [bar.value() for bar in window.findChildren(QScrollBar) if bar.isVisible()],
        [box.isChecked() for box in window.findChildren(QAbstractButton) if box.isVisible()],
        [line.text() for line in window.findChildren(QLineEdit) if line.isVisible()],
        [id(part) for part in window.findChildren(QWidget) if part.isVisible()],
        window.home.grid.currentIndex().row() if window.home.grid else None,
        (workshop.session.draft, workshop.session.keys, workshop.session.editor.id)
        if workshop
        else None,
        (workshop.exercises.editor.draft, workshop.exercises.editor.state)
        if workshop and "screen" in workshop.exercises.__dict__
        else None,
        workshop.session.editor.state if workshop else None,
        window.messages.matters,
        QGuiApplication.clipboard().text(),
        (
            window.guide.learn_screen.page.id,
            window.guide.learn_screen.reader.match,
            window.guide.learn_screen.reader.textCursor().hasSelection(),
            window.guide.learn_screen.reader.textCursor().position(),
        )
        if "learn_screen" in window.guide.__dict__
        else None,
    )


def press(app: Desk, key: str) -> None:
    app.window.activateWindow()
    app.settle()
    assert app.window.isActiveWindow()
    combination = combination_of(key)
    target = QApplication.activePopupWidget() or app.window.focusWidget() or app.window
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
    app.settle()


def combination_of(key: str) -> QKeyCombination:
    combination = QKeySequence(key)[0]  # type: ignore[index]
    assert isinstance(combination, QKeyCombination)
    return combination


def close_popup() -> None:
    if popup := QApplication.activePopupWidget():
        popup.close()


@pytest.mark.qt_log_ignore("does not support", extend=True)  # menus on the offscreen platform
@pytest.mark.parametrize("page", list(Page))
def test_each_listed_key_does_something(open_desk: OpenDesk, page: Page) -> None:
    idle = []
    for group in groups_of(page):
        for shortcut in group.shortcuts:
            way = SPECIAL.get((page, shortcut.text), USUAL[page])
            for key in shortcut.keys:
                app = open_desk()
                FOR_KEY.get((page, key), way)(app)
                app.settle()
                assert app.page() is page, (page, key)
                QGuiApplication.clipboard().setText("")
                before = look(app)
                press(app, key)
                if look(app) == before:
                    idle.append((group.title, key))
                close_popup()
                app.window.close()
    assert not idle


UNLISTED = (
    *string.ascii_uppercase,
    *string.digits,
    *(f"Ctrl+{letter}" for letter in string.ascii_uppercase),
    *(f"F{number}" for number in range(1, 13)),
)


@pytest.mark.parametrize("page", list(Page))
def test_no_key_does_anything_that_is_not_listed(desk: Desk, page: Page) -> None:
    USUAL[page](desk)
    desk.settle()
    listed = {
        key for group in groups_of(page) for shortcut in group.shortcuts for key in shortcut.keys
    }
    desk.window.setFocus()
    for key in UNLISTED:
        if key in listed:
            continue
        before, combination = look(desk), combination_of(key)
        QTest.keyClick(desk.window, combination.key(), combination.keyboardModifiers())
        desk.settle()
        assert look(desk) == before, key


def test_no_screen_is_without_help() -> None:
    for page in Page:
        *own, everywhere = groups_of(page)
        assert own
        assert all(group.shortcuts for group in own)
        assert "F1" in {key for shortcut in everywhere.shortcuts for key in shortcut.keys}


def keys() -> Iterator[str]:
    for page in Page:
        for group in groups_of(page):
            for shortcut in group.shortcuts:
                yield from shortcut.keys


def test_keys_are_named_for_people() -> None:
    for key in set(keys()):
        assert combination_of(key).key() not in (Qt.Key.Key_unknown, Qt.Key(0)), key
        assert key_name(key)
        assert spoken_name(key)
    assert key_name("Left") == "←"
    assert key_name("Shift+F3") == "Shift+F3"
    assert key_name("Ctrl+PgDown") == "Ctrl+Page down"
    assert spoken_name("Alt+Up") == "Alt up arrow"
    assert spoken_name("+") == "plus"
