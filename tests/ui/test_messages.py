"""Every strip says what happened, what that means and what to do."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

import coach
from coach.app.voice_port import VoiceStatus
from coach.app.wish import Wish
from coach.bootstrap.requests import _play
from coach.content.problem import ContentError, Problem
from coach.content.pseudo import pseudo_language
from coach.core.words import Language, _, find_language_with
from coach.store.troubles import NewerFileError, explain
from coach.ui.message import Message
from coach.ui.message_strip import MessageStrip
from coach.ui.screens.share import WORKOUT
from coach.ui.theme import Space
from coach.ui.troubles import Troubles
from coach.voice.states import state
from tests.ui.conftest import App, Open
from tests.ui.editor_app import Desk, desk, open_desk
from tests.ui.test_words import fresh_template, is_translated

__all__ = ["desk", "fresh_template", "open_desk"]

HOUSE = Path(coach.__file__).parent


def messages() -> Iterator[tuple[str, ast.Call]]:
    for file in sorted(HOUSE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if named and isinstance(node, ast.Call) and ast.unparse(node.func) == "Message":
                yield f"{file.name}:{node.lineno}", node


def test_no_warning_leaves_a_person_without_what_to_do() -> None:
    found = dict(messages())
    assert len(found) > 15
    for place, call in found.items():
        signs = [ast.unparse(word.value) for word in call.keywords if word.arg == "sign"]
        given = [ast.unparse(part) for part in call.args]
        has_remedy = len(given) > 1 and given[1] not in ("''", '""')
        has_button = len(given) > 3
        assert has_remedy or (signs and has_button), f"{place}: {ast.unparse(call)}"


def strip(app: App) -> MessageStrip:
    found = app.window.messages.strip
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "what", "remedy"),
    [
        ("The disk is full; free some space.", "The disk is full; free some space.", ""),
        ("It is not kept.\nMake it writable.", "It is not kept.", "Make it writable."),
    ],
)
def test_what_to_do_about_a_trouble_stands_below_it(
    app: App, text: str, what: str, remedy: str
) -> None:
    app.coach.trouble.emit(text)
    assert (strip(app).text.text(), strip(app).remedy.text()) == (what, remedy)


TWO_BUTTONS = Message("One file can't be used: it is empty.", "All else works.", "Open the folder",
                      lambda: None, "Look again", lambda: None)  # fmt: skip


def test_a_message_that_was_there_first_is_as_high_as_it_needs(open_app: Open) -> None:
    app = open_app(shown=False)
    app.window.messages.tell("files", TWO_BUTTONS)
    app.window.resize(1100, 760)
    app.window.show()
    app.settle()
    parts = (strip(app), *strip(app).buttons)
    ends = [part.mapTo(app.window, part.rect().bottomRight()).y() for part in parts]
    assert max(ends[1:]) < ends[0] <= app.window.messages.geometry().bottom()


OFFER = Message("You were editing “After exercise (copy)”.", "It is not saved yet.",
                "Go on", lambda: None, "Discard", lambda: None)  # fmt: skip


@pytest.mark.parametrize(
    ("message", "size", "factor"),
    [
        (TWO_BUTTONS, (480, 560), 1),
        (TWO_BUTTONS, (480, 900), 2),
        (TWO_BUTTONS, (1100, 760), 2),
        (OFFER, (480, 560), 2),
    ],
)
def test_what_answers_a_message_is_seen_whole(
    app: App, message: Message, size: tuple[int, int], factor: int
) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(*size)
    app.window.messages.tell("files", message)
    app.settle()
    assert strip(app).visibleRegion().boundingRect() == strip(app).rect()
    below = max(
        button.mapTo(strip(app), button.rect().bottomLeft()).y() for button in strip(app).buttons
    )
    assert strip(app).height() - below <= 2 * Space.S  # no empty room either
    for words in (strip(app).text, strip(app).remedy):
        assert words.height() >= words.heightForWidth(words.width())


@pytest.mark.parametrize("factor", [1, 2])
def test_a_message_is_no_wider_than_its_window(app: App, factor: int) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(480, 900)
    app.window.messages.tell("files", TWO_BUTTONS)
    app.settle()
    room = strip(app).parentWidget()
    assert room is not None
    assert strip(app).width() <= room.width()


def test_a_draft_that_cannot_be_kept_is_to_be_saved(desk: Desk) -> None:
    desk.edit("after-workout")
    desk.session.editor.trouble.emit("Your draft could not be kept: no room.")
    assert strip(desk).remedy.text().startswith("Save it soon")


def test_a_file_that_cannot_be_opened_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.window.workshop.look_at_shared(tmp_path / "nothing.coach")
    assert "there is no such file" in strip(desk).text.text()
    assert strip(desk).remedy.text().startswith("Nothing was changed.")


def test_a_draft_that_cannot_be_read_is_told_and_the_rest_works(desk: Desk) -> None:
    drafts = desk.folder / "drafts"
    drafts.mkdir(parents=True)
    (drafts / "routine-broken.json").write_text("{", encoding="utf-8")
    desk.window.workshop.drafts.offer()
    assert strip(desk).text.text().startswith("A draft can't be read: ")
    assert strip(desk).remedy.text().startswith("Everything else works.")


def test_keys_go_on_at_the_screen_when_a_message_with_the_focus_is_gone(app: App) -> None:
    app.window.activateWindow()
    app.window.messages.tell("files", TWO_BUTTONS)
    app.settle()
    app.window.messages.focus()
    assert strip(app).buttons[0].hasFocus()
    strip(app).close_button.click()
    app.settle()
    assert app.window.home.isAncestorOf(app.window.focusWidget() or app.window)


def test_what_was_read_out_is_not_read_out_again(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def hear(_widget: object, text: str) -> bool:
        heard.append(text)
        return True

    monkeypatch.setattr("coach.ui.message_strip.announce", hear)
    messages = app.window.messages
    messages.tell("voice", Message("There is no voice.", "Read on the screen."))
    messages.tell("diary", Message("The disk is full.", "Free some space."))
    messages.reword()
    messages.drop("diary")
    messages.set_told_elsewhere("voice")
    messages.set_told_elsewhere("")
    assert heard == ["There is no voice. Read on the screen.", "The disk is full. Free some space."]
    messages.tell("voice", Message("The voice has stopped.", "It begins anew by itself."))
    messages.drop("voice")
    messages.tell("voice", Message("The voice has stopped.", "It begins anew by itself."))
    assert heard[2:] == 2 * ["The voice has stopped. It begins anew by itself."]


def test_what_came_too_early_for_a_screen_reader_is_read_out_later_and_once(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers: list[str] = []
    heard: list[str] = []

    def hear(_widget: object, text: str) -> bool:
        heard.extend(text for _reader in readers)
        return bool(readers)

    monkeypatch.setattr("coach.ui.message_strip.announce", hear)
    app.window.messages.tell("voice", Message("There is no voice.", "Read on the screen."))
    again = strip(app)._again
    assert again.isActive()
    readers.append("Orca")
    again.timeout.emit()
    assert heard == ["There is no voice. Read on the screen."]
    again.timeout.emit()
    strip(app).hide()
    strip(app).show()
    assert len(heard) == 1
    again.stop()


def wrong(reason: str) -> ContentError:
    return ContentError([Problem("", "steps[2].hold", reason)])


def _files(desk: Desk) -> None:
    folder = desk.folder / "routines"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("one", "two"):
        (folder / f"{name}.toml").write_text("title = 3", encoding="utf-8")
        desk.coach.reload_library()
        troubles(desk)._tell_of_files()
        told_anew(desk)


def _settings(desk: Desk) -> None:
    damaged = Problem("", "text_size", _("must be true or false"))
    desk.coach.settings.problems = (damaged,)
    troubles(desk)._tell_of_settings()
    told_anew(desk)
    desk.coach.settings.tell_of([damaged])


def _draft_unread(desk: Desk) -> None:
    drafts = desk.folder / "drafts"
    drafts.mkdir(parents=True, exist_ok=True)
    file = drafts / "routine-broken.json"
    file.write_text("{", encoding="utf-8")
    desk.window.workshop.drafts.offer()
    file.unlink()


def _draft(desk: Desk) -> None:
    desk.edit("after-workout")
    desk.session.set_routine("title", "X", "")
    desk.session.editor.keep_now()
    desk.press(Qt.Key.Key_Escape)
    desk.window.workshop.drafts.offer()
    told_anew(desk)
    desk.click(strip(desk).buttons[1])  # discarded


def _deleted(desk: Desk) -> None:
    desk.window.workshop.duplicate("after-workout")
    desk.session.editor.save()
    desk.press(Qt.Key.Key_Escape)
    desk.window.workshop.deletion.delete(desk.session.editor.id)


def _shared(desk: Desk) -> None:
    sharing, workshop = desk.coach.sharing, desk.window.workshop
    assert sharing is not None
    desk.folder.mkdir()
    workshop.look_at_shared(desk.folder / "nothing.coach")
    told_anew(desk)
    file = sharing.export("after-workout", desk.folder / "sent.coach")
    assert file is not None
    workshop.look_at_shared(file)
    told_anew(desk)
    file.with_suffix(".json").write_text(json.dumps(WORKOUT), encoding="utf-8")
    workshop.look_at_shared(file.with_suffix(".json"))
    told_anew(desk)
    desk.click(strip(desk).buttons[0])  # added


TELLING: dict[str, Callable[[Desk], None]] = {
    "voice": lambda desk: desk.coach.voice_changed.emit(state(VoiceStatus.FAILED)),
    "sound": lambda desk: desk.coach.voice_changed.emit(state(VoiceStatus.NO_DEVICE)),
    "diary": lambda desk: desk.coach.trouble.emit(explain(NewerFileError(), Path("/diary"))),
    "files": _files,
    "settings": _settings,
    "fault": lambda desk: desk.window.report_fault("3"),
    "picture": lambda desk: desk.window.tell_of_picture(wrong(_("is damaged")).problems[0]),
    "check": lambda desk: desk.window._at_home._offer_check(),
    "draft unread": _draft_unread,
    "draft": _draft,
    "refused": lambda desk: desk.window.workshop._tell_refused(wrong(_("is missing"))),
    "deleted": _deleted,
    "shared": _shared,
    "pages": lambda desk: desk.window.guide._tell(wrong(_("is missing"))),
    "asked": lambda desk: _play(Wish(routine="x"), desk.window, desk.coach),
}


def troubles(app: App) -> Troubles:
    assert app.window._troubles is not None
    return app.window._troubles


@pytest.mark.parametrize("name", TELLING)
def test_what_is_told_is_told_anew_in_another_language(
    desk: Desk, fresh_template: Path, name: str
) -> None:
    MADE_UP["qps"] = pseudo_language(fresh_template, "qps")
    TELLING[name](desk)
    told_anew(desk)


MADE_UP: dict[str, Language] = {}
SAME = re.compile(r"[\w/.-]*/[\w/.-]+|\w+\.toml|steps\[2\]\.hold|text_size|\btitle\b|“[^”]*”")
"""Paths, keys and the person's own titles."""


def told_anew(desk: Desk) -> None:
    """Check that the message shown now is in another language, and back as it was."""
    messages, english = desk.window.messages, strip(desk).message
    find_language_with(lambda: MADE_UP["qps"])
    messages.reword()
    parts = strip(desk)
    shown = [parts.text.text(), parts.remedy.text(), *(button.text() for button in parts.buttons)]
    find_language_with(Language)
    messages.reword()
    assert strip(desk).message == english
    assert not [text for text in shown if not is_translated(SAME.sub("", text))]
