"""Handing routines on and taking others' in: what the screens may ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from coach.content.problem import ContentError
from coach.core.words import _

if TYPE_CHECKING:  # what reads and writes files is not needed before somebody shares
    from coach.content.library import Library
    from coach.content.resources import Resources
    from coach.content.sharing.offer import Offer
    from coach.core.routine import Routine

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class SharingParts:
    """What sharing is joined from.

    Attributes:
        library: Returns the exercises and routines as they are now.
        resources: Where the shipped files lie.
        user_folder: Where the person's own lie; need not exist.
        draw_sheet: Returns a routine as a PDF on paper of a size: `a4` or `letter`.
    """

    library: Callable[[], Library]
    resources: Resources
    user_folder: Path
    draw_sheet: Callable[[Routine, str], bytes]


class Sharing(QObject):
    """Writes a routine into a file or on paper, and takes in what others wrote.

    Each way returns what came of it, or nothing where it failed; then `trouble` has said why.

    Signals:
        taken: New routines are there, or new exercises; carries the routines' ids. The library
            has to be read again.
        trouble: One sentence that says what could not be done, and why.
    """

    taken = Signal(object)
    trouble = Signal(object)

    def __init__(self, parts: SharingParts, parent: QObject | None = None) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._parts = parts

    def file_name(self, routine: str) -> str:
        """Return a name for the file of a routine, to begin with: `My evening.coach`."""
        from coach.content.sharing.package import file_name

        return file_name(self._parts.library().cards[routine].title)

    def sheet_name(self, routine: str) -> str:
        """Return a name for the sheet of a routine: `My evening.pdf`."""
        return str(Path(self.file_name(routine)).with_suffix("")) + ".pdf"

    def export(self, routine: str, target: Path) -> Path | None:
        """Write a routine with its own exercises and pictures into one file.

        Args:
            routine: Its id.
            target: The file; `.coach` is added where it ends otherwise.
        """
        from coach.content.sharing.package import SUFFIX, write_package

        parts, target = self._parts, _ending(target, SUFFIX)

        def work() -> Path:
            write_package(routine, parts.library(), parts.resources, parts.user_folder, target)
            return target

        return self._tried(work, _("The routine can't be shared: {reason}."), target)

    def look(self, path: Path) -> Offer | None:
        """Look into a file that somebody sent; nothing is taken before `take`."""
        from coach.content.sharing.reading import read_share

        parts = self._parts

        def work() -> Offer:
            return read_share(path, parts.library(), parts.user_folder)

        return self._tried(work, _("The file can't be opened: {reason}."), path)

    def take(self, offer: Offer) -> tuple[str, ...] | None:
        """Take everything that was offered, or nothing; returns the ids of the new routines."""
        from coach.content.sharing.taking import take

        folder = self._parts.user_folder
        ids = self._tried(lambda: take(offer, folder), _("Nothing was added: {reason}."), folder)
        if ids is not None:
            self.taken.emit(ids)
        return ids

    def print_sheet(self, routine: str, target: Path, paper: str = "a4") -> Path | None:
        """Write a routine as a PDF to be printed.

        Args:
            routine: Its id.
            target: The file; `.pdf` is added where it ends otherwise.
            paper: `a4` or `letter`.
        """
        from coach.content.disk import write_whole

        parts, target = self._parts, _ending(target, ".pdf")

        def work() -> Path:
            write_whole(target, parts.draw_sheet(parts.library().routine(routine), paper))
            return target

        return self._tried(work, _("The sheet can't be made: {reason}."), target)

    def _tried(self, work: Callable[[], Result], sentence: str, path: Path) -> Result | None:
        """Return what the work gives; where it fails, say so and name the path if it did not."""
        try:
            return work()
        except ContentError as wrong:
            reason = wrong.problems[0].text
        except OSError as wrong:
            reason = f"{path}: {wrong.strerror or wrong}"
        self.trouble.emit(sentence.format(reason=reason))
        return None


def _ending(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
