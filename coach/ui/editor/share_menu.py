"""Handing routines on, taking others' in, and printing: the menu's entries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from coach.app.coach import Coach
from coach.core.numbers import length_text
from coach.core.words import _, counted, joined, listed, sentence
from coach.ui.home.wording import steps_text
from coach.ui.message import Message, Messages

if TYPE_CHECKING:
    from coach.app.sharing import Sharing
    from coach.content.sharing.offer import Offer

_SHARED = "*.coach *.feeel *.json *.toml *.zip"


class ShareMenu(QObject):
    """Asks for files and tells what came of them.

    Signals:
        taken: Somebody's file was taken; carries the ids of the new routines.
    """

    taken = Signal(object)

    def __init__(self, coach: Coach, messages: Messages, window: QWidget) -> None:
        """Read nothing yet."""
        super().__init__(window)
        self._coach = coach
        self._messages = messages
        self._window = window
        self._listens = False

    def add_to(self, menu: QMenu, routine: str) -> None:
        """Add the entries for a routine; without one, only what needs none."""
        if self._sharing() is None:
            return
        menu.addSeparator()
        if routine:
            menu.addAction(_("Export…"), lambda: self.export(routine))
            menu.addAction(_("Print sheet…"), lambda: self.print_sheet(routine))
        menu.addAction(_("Import…"), self.ask_for_import)

    def export(self, routine: str) -> None:
        """Write a routine with all that belongs to it into one file."""
        sharing = self._sharing()
        if sharing is None:
            return
        target = self._ask(_("Export"), sharing.file_name(routine), _("Cramp Coach (*.coach)"))
        if target and (written := sharing.export(routine, target)):
            self._tell(_("The routine is in {file}.").format(file=written))

    def print_sheet(self, routine: str) -> None:
        """Write a routine as a PDF to be printed."""
        sharing = self._sharing()
        if sharing is None:
            return
        target = self._ask(_("Print sheet"), sharing.sheet_name(routine), _("PDF (*.pdf)"))
        if target and (written := sharing.print_sheet(routine, target)):
            self._tell(_("The sheet is in {file}.").format(file=written))

    def ask_for_import(self) -> None:
        """Ask for a file, and show what it would bring."""
        kinds = _("Routines ({kinds})").format(kinds=_SHARED)
        every = _("All files (*)")
        file, _kind = QFileDialog.getOpenFileName(
            self._window, _("Import"), str(_downloads()), f"{kinds};;{every}"
        )
        if file:
            self.look(Path(file))

    def look(self, file: Path) -> None:
        """Show what a file would bring; nothing is taken before a click."""
        sharing = self._sharing()
        offer = sharing.look(file) if sharing else None
        if offer is None:
            return
        if not offer.files:
            problems = (sentence(problem.text) for problem in offer.problems)
            remedy = _("Ask for the file anew, or choose another one.")
            text = _("There is nothing in it that can be used.")
            self._tell(text, joined((*problems, remedy)), sign="warning")
            return
        notes = [*offer.notes, *(sentence(problem.text) for problem in offer.problems)]
        self._messages.tell(
            "share",
            Message(
                offer_text(offer),
                joined(notes),
                _("Add it"),
                lambda: self._take(offer),
                _("Leave it"),
                lambda: self._messages.drop("share"),
                sign="info",
            ),
        )
        self._messages.focus()

    def _take(self, offer: Offer) -> None:
        sharing = self._sharing()
        if sharing is not None and (ids := sharing.take(offer)) is not None:
            self.taken.emit(ids)
            self._tell(_("“{title}” was added.").format(title=offer.title))

    def _sharing(self) -> Sharing | None:
        sharing = self._coach.sharing
        if sharing is not None and not self._listens:
            self._listens = True
            sharing.trouble.connect(self._tell_failure)
        return sharing

    def _ask(self, title: str, name: str, kinds: str) -> Path | None:
        file, _kind = QFileDialog.getSaveFileName(self._window, title, str(_home() / name), kinds)
        return Path(file) if file else None

    def _tell_failure(self, text: str) -> None:
        remedy = _("Nothing was changed. Try again with another file or folder.")
        self._tell(text, remedy, sign="warning")

    def _tell(self, text: str, remedy: str = "", *, sign: str = "info") -> None:
        self._messages.tell("share", Message(text, remedy, sign=sign))


def _downloads() -> Path:
    """Return where a file that somebody sent usually lies."""
    place = QStandardPaths.StandardLocation.DownloadLocation
    folder = Path(QStandardPaths.writableLocation(place))
    return folder if folder.is_dir() else _home()


def _home() -> Path:
    return Path(QDir.homePath())  # there is always one, unlike with Path.home


def offer_text(offer: Offer) -> str:
    """Return what a file would bring in one sentence."""
    parts = [
        _("“{title}” ({length}, {steps})").format(
            title=one.title, length=length_text(one.seconds), steps=steps_text(one.steps)
        )
        for one in offer.routines
    ]
    if offer.exercises:
        parts.append(counted("{n} exercise", "{n} exercises", len(offer.exercises)))
    if offer.pictures:
        parts.append(counted("{n} picture", "{n} pictures", len(offer.pictures)))
    return _("This would add {things}.").format(things=listed(parts))
