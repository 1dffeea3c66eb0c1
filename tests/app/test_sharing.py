from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.app.sharing import Sharing, SharingParts
from coach.content.library import Library, load_library
from coach.content.problem import error
from coach.content.resources import find_resources
from coach.core.routine import Routine


class Person:
    """Somebody with the app, and what it told them."""

    def __init__(self, folder: Path, sheet: bytes = b"%PDF") -> None:
        self.folder = folder
        self.sheets: list[tuple[str, str]] = []
        self.told: list[str] = []
        self.came: list[object] = []
        self._sheet = sheet
        parts = SharingParts(self.library, find_resources(), folder, self._draw)
        self.sharing = Sharing(parts)
        self.sharing.trouble.connect(self.told.append)
        self.sharing.taken.connect(self.came.append)

    def library(self) -> Library:
        return load_library(find_resources(), self.folder)

    def _draw(self, routine: Routine, paper: str) -> bytes:
        self.sheets.append((routine.id, paper))
        if not self._sheet:
            raise error("texts", "the foot of the sheet is missing")
        return self._sheet


@pytest.fixture
def anna(tmp_path: Path, qtbot: QtBot) -> Person:
    return Person(tmp_path / "anna")


@pytest.fixture
def ben(tmp_path: Path, qtbot: QtBot) -> Person:
    return Person(tmp_path / "ben")


def test_what_one_sends_the_other_takes(anna: Person, ben: Person, tmp_path: Path) -> None:
    sent = anna.sharing.export("daily-prevention", tmp_path / "for Ben")
    assert sent == tmp_path / "for Ben.coach"
    offer = ben.sharing.look(sent)
    assert offer is not None
    assert not ben.folder.exists()
    assert ben.sharing.take(offer) == ("daily-prevention-2",)
    assert ben.came == [("daily-prevention-2",)]
    assert ben.library().cards["daily-prevention-2"].own
    assert anna.told == ben.told == []


def test_names_to_begin_with_come_from_the_title(anna: Person) -> None:
    assert anna.sharing.file_name("daily-prevention") == "Daily prevention.coach"
    assert anna.sharing.sheet_name("daily-prevention") == "Daily prevention.pdf"


def test_a_file_that_is_refused_is_told_in_one_sentence(ben: Person, tmp_path: Path) -> None:
    file = tmp_path / "x.coach"
    file.write_bytes(b"PK\x03\x04")
    assert ben.sharing.look(file) is None
    assert ben.told == [f"The file can't be opened: {file}: is cut short; have it sent again."]


def test_a_folder_that_is_not_there_is_told(anna: Person, tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "x.coach"
    assert anna.sharing.export("daily-prevention", target) is None
    reason = "No such file or directory"
    assert anna.told == [f"The routine can't be shared: {target}: {reason}."]


def test_what_was_taken_meanwhile_is_not_taken_again(
    anna: Person, ben: Person, tmp_path: Path
) -> None:
    sent = anna.sharing.export("daily-prevention", tmp_path / "x.coach")
    assert sent
    offer = ben.sharing.look(sent)
    assert offer
    ben.sharing.take(offer)
    assert ben.sharing.take(offer) is None
    assert len(ben.came) == 1
    assert ben.told[0].startswith("Nothing was added: something new has these names")


def test_a_sheet_is_written_for_the_owner_alone(anna: Person, tmp_path: Path) -> None:
    sheet = anna.sharing.print_sheet("daily-prevention", tmp_path / "wall", "letter")
    assert sheet == tmp_path / "wall.pdf"
    assert sheet.read_bytes() == b"%PDF"
    assert sheet.stat().st_mode & 0o777 == 0o600
    assert anna.sheets == [("daily-prevention", "letter")]


def test_a_sheet_that_cannot_be_drawn_leaves_no_file(tmp_path: Path, qtbot: QtBot) -> None:
    person = Person(tmp_path / "own", sheet=b"")
    assert person.sharing.print_sheet("daily-prevention", tmp_path / "wall.pdf") is None
    assert person.told == ["The sheet can't be made: texts: the foot of the sheet is missing."]
    assert list(tmp_path.glob("*.pdf")) == []
