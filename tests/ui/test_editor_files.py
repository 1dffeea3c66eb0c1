"""Nothing gets lost: drafts, files that something else wrote, files deleted, sent and taken."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coach.app import draft_editor
from coach.app.data import OwnData, Roots
from coach.app.editing import SaveStatus
from coach.content.own_files import OwnFiles
from coach.content.unsaved import Unsaved, pending_drafts
from coach.ui.button import Button
from coach.ui.pages import Page
from tests.ui.editor_app import CTRL, Desk, OpenDesk, desk, open_desk
from tests.ui.editor_hands import click_row, saved_copy

__all__ = ["desk", "open_desk"]


def test_what_is_wrong_is_kept_as_a_draft_and_says_so(desk: Desk) -> None:
    screen = desk.edit("after-workout")
    desk.session.set_field("", hold=0)
    click_row(desk, 1)
    desk.session.set_field("", hold=0)
    desk.press(Qt.Key.Key_S, CTRL)
    assert desk.session.editor.state.status is SaveStatus.FAILED
    assert screen.strip.isVisible()
    assert "kept as a draft" in screen.strip.text.text()
    assert len(list(desk.folder.glob("drafts/*"))) == 1
    assert not list(desk.folder.glob("routines/*"))
    desk.session.set_field("", hold=30)
    click_row(desk, 0)
    assert not screen.strip.isVisible()


def test_a_draft_is_offered_after_a_crash(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.edit("after-workout")
    desk.session.set_routine("title", "Half done", "")
    desk.session.editor.keep_now()  # as it is within three seconds; then the lights go out
    again = open_desk()
    again.bot.waitUntil(lambda: again.window.messages.strip is not None)
    strip = again.window.messages.strip
    assert strip is not None
    assert strip.text.text() == "You were editing “Half done”."
    buttons = {button.text(): button for button in strip.findChildren(Button)}
    again.click(buttons["Go on"])
    assert again.page() is Page.EDITOR
    assert again.session.draft.title == "Half done"
    assert again.screen.save()
    assert not list(again.folder.glob("drafts/*"))


def test_what_can_not_be_kept_keeps_the_window_open_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_file: object, **_named: object) -> Unsaved:
        raise OSError(errno.ENOSPC, "No space left on device")

    desk.edit("after-workout")
    desk.session.set_routine("title", "Half done", "")
    desk.press(Qt.Key.Key_Escape)
    desk.session.set_routine("title", "Nearly done", "")  # more than was kept on leaving
    monkeypatch.setattr(draft_editor, "keep_unsaved", no_room)
    assert not desk.window.close()
    assert desk.page() is Page.EDITOR
    strip = desk.window.messages.strip
    assert strip is not None
    assert strip.text.text() == "Your draft could not be kept: No space left on device."
    assert "close it again" in strip.remedy.text()
    monkeypatch.setattr(OwnFiles, "save", no_room)
    assert not desk.screen.save()
    assert "Do not close the window yet" in desk.screen.strip.text.text()
    assert "Kept" not in desk.screen.top.facts.text()
    monkeypatch.undo()
    assert desk.screen.save()
    assert desk.window.messages.strip is None
    desk.session.set_routine("title", "Quite done", "")
    monkeypatch.setattr(draft_editor, "keep_unsaved", no_room)
    assert not desk.window.close()
    assert desk.window.close()


def test_nothing_that_is_edited_comes_back_after_everything_was_deleted(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk()
    own = OwnData(Roots(desk.folder, tmp_path / "config"))
    desk.coach._parts = desk.coach._parts._replace(make_own_data=lambda: own)
    keeping = desk.coach.keeping
    assert keeping is not None
    desk.edit("after-workout")
    desk.session.set_routine("title", "Nobody's business", "")
    desk.window.open_settings()
    keeping.back_up(tmp_path / "copy.zip")  # with what was typed a moment ago
    desk.session.set_routine("title", "Still nobody's business", "")
    assert keeping.delete_everything() == ()
    desk.press(Qt.Key.Key_Escape)
    assert desk.page() is Page.HOME
    desk.window.close()
    assert not any(desk.folder.rglob("*"))
    keeping.restore(tmp_path / "copy.zip")
    desk.window.close()
    (draft,) = pending_drafts(desk.folder / "drafts")[0]
    assert draft.title == "Nobody's business"


def test_a_routine_whose_file_went_is_not_played_again(desk: Desk) -> None:
    routine = saved_copy(desk)
    desk.window.play(routine.stem)
    desk.turn(2000)
    assert desk.page() is Page.END
    routine.unlink()
    desk.coach.reload_library()
    desk.window.end_screen.again.emit()
    assert desk.page() is Page.END
    strip = desk.window.messages.strip
    assert strip is not None
    assert "can't be played again" in strip.text.text()


def test_a_discarded_draft_comes_back(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.edit("after-workout")
    desk.press(Qt.Key.Key_Escape)
    assert desk.page() is Page.HOME
    desk.bot.waitUntil(lambda: desk.window.messages.strip is not None)

    def press(text: str) -> None:
        strip = desk.window.messages.strip
        assert strip is not None
        desk.click({button.text(): button for button in strip.findChildren(Button)}[text])

    press("Discard")
    assert not list(desk.folder.glob("drafts/*"))
    drafts = desk.folder / "drafts"
    drafts.rmdir()
    drafts.write_text("in the way")
    press("Undo")
    strip = desk.window.messages.strip
    assert strip is not None
    assert "can't be put back" in strip.text.text()
    drafts.unlink()
    strip.close_button.click()
    press("Undo")
    assert len(list(drafts.glob("*"))) == 1


def test_a_conflict_offers_both(desk: Desk) -> None:
    file = saved_copy(desk)
    desk.session.set_routine("title", "Mine", "")
    file.write_text(file.read_text().replace("After exercise (copy)", "Theirs"))
    desk.window.workshop.look_again()
    strip = desk.screen.strip
    assert strip.isVisible()
    desk.click(strip.both)
    titles = {card.title for card in desk.coach.library.cards.values()}
    assert "Theirs" in titles
    assert any(title.startswith("Mine") for title in titles)
    assert not strip.isVisible()


def test_a_conflict_can_take_the_files(desk: Desk) -> None:
    file = saved_copy(desk)
    desk.session.set_routine("title", "Mine", "")
    file.write_text(file.read_text().replace("After exercise (copy)", "Theirs"))
    desk.window.workshop.look_again()
    desk.click(desk.screen.strip.theirs)
    assert desk.session.draft.title == "Theirs"


def test_deleting_can_be_undone(desk: Desk) -> None:
    file = saved_copy(desk)
    desk.press(Qt.Key.Key_Escape)
    name = file.stem
    assert name in desk.coach.library.cards
    desk.window.workshop.deletion.delete(name)
    assert name not in desk.coach.library.cards
    strip = desk.window.messages.strip
    assert strip is not None
    desk.click({button.text(): button for button in strip.findChildren(Button)}["Undo"])
    assert name in desk.coach.library.cards


def test_menus_offer_what_fits(desk: Desk) -> None:
    name = saved_copy(desk).stem
    own = [action.text() for action in desk.window.workshop.card_menu.menu_of(name).actions()]
    shipped = [
        action.text() for action in desk.window.workshop.card_menu.menu_of("full-session").actions()
    ]
    assert {"Edit", "Duplicate to edit", "Delete", "Export…", "Print sheet…", "Import…"} <= {*own}
    assert "Edit" not in shipped
    assert "Delete" not in shipped


def test_a_file_is_shown_before_it_is_taken(desk: Desk, tmp_path: Path) -> None:
    name = saved_copy(desk).stem
    share = desk.window.workshop._share
    sharing = desk.coach.sharing
    assert sharing is not None
    written = sharing.export(name, tmp_path / "sent.coach")
    assert written is not None
    desk.window.workshop.deletion.delete(name)
    share.look(written)
    assert name not in desk.coach.library.cards
    strip = desk.window.messages.strip
    assert strip is not None
    assert "After exercise (copy)" in strip.text.text()
    desk.click({button.text(): button for button in strip.findChildren(Button)}["Add it"])
    assert "After exercise (copy)" in {card.title for card in desk.coach.library.cards.values()}


def test_an_import_from_the_empty_editor_is_shown_there(desk: Desk, tmp_path: Path) -> None:
    name = saved_copy(desk).stem
    sharing = desk.coach.sharing
    assert sharing is not None
    written = sharing.export(name, tmp_path / "sent.coach")
    assert written is not None
    desk.window.workshop.deletion.delete(name)
    desk.window.workshop.new()
    desk.window.workshop.look_at_shared(written)
    desk.press(Qt.Key.Key_Return)  # what is offered has the focus
    assert desk.session.draft.title == "After exercise (copy)"
    assert desk.session.editor.id == name


def test_saving_after_what_suits_the_person_has_changed(desk: Desk) -> None:
    desk.coach.settings.set("conditions", ["woken"])
    name = saved_copy(desk).stem
    desk.press(Qt.Key.Key_Escape)
    grid = desk.window.home.grid
    assert grid is not None
    assert grid.present == name


def test_all_of_a_conflict_is_seen_where_there_is_room(desk: Desk) -> None:
    file = saved_copy(desk)
    desk.session.set_routine("title", "Mine", "")
    file.write_text(file.read_text().replace("After exercise (copy)", "Theirs"))
    desk.window.workshop.look_again()
    screen = desk.screen
    for width in range(860, 1101, 24):
        desk.window.resize(width, 760)
        desk.settle()
        assert not screen.column.strip_page.verticalScrollBar().isVisible()
        assert screen.strip.height() <= screen.column.strip_page.height()
    desk.window.resize(480, 560)
    desk.window.theme.set_text_factor(3)
    desk.settle()
    assert screen.column.strip_page.geometry().bottom() < screen.bar.y()


TIPTOE = """\
title = "Tiptoe"
muscles = ["calf"]
positions = ["standing"]
target = "Calf"
setup = ["Stand on your toes."]
dose = { hold = 20 }
"""


def test_an_exercise_that_something_else_wrote_is_seen_when_one_comes_back(desk: Desk) -> None:
    file = desk.folder / "exercises" / "tiptoe.toml"
    file.parent.mkdir(parents=True)
    file.write_text(TIPTOE, encoding="utf-8")
    desk.coach.reload_library()
    workshop = desk.window.workshop
    workshop.exercises.open("tiptoe")
    desk.settle()
    file.write_text(TIPTOE.replace("Tiptoe", "On the toes"), encoding="utf-8")
    workshop.look_again()
    assert desk.form.title.toPlainText() == "On the toes"
    desk.form.editor.apply(lambda draft: replace(draft, title="Mine"), merge=None, label="")
    file.write_text(TIPTOE.replace("Tiptoe", "Theirs"), encoding="utf-8")
    workshop.look_again()
    assert desk.form.strip.isVisible()
