"""What is kept on this computer: where it is, a copy of it, and how to be rid of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QCursor, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from coach.app.data import ArchiveError
from coach.app.keeping import Keeping
from coach.core.words import _, again, counted, joined
from coach.ui.announce import announce
from coach.ui.button import Button, ButtonRow
from coach.ui.settings.ask import Ask
from coach.ui.settings.row import Row
from coach.ui.settings.section import Section
from coach.ui.text import Text
from coach.ui.theme import Size, Theme

Result = TypeVar("Result")


class DataSection(Section):
    """Nothing of it leaves this computer.

    Attributes:
        open_folder: Shows where it is.
        back_up: Asks for a file and writes everything into it.
        restore: Asks for such a file and brings everything back.
        delete: Deletes everything, when it has been asked twice.
        told: What came of it; empty and hidden at first.
        telling: The same, to be said again in another language; empty at first.
        ask: The question that is open.
    """

    def __init__(self, theme: Theme, keeping: Keeping) -> None:
        """Show where everything is."""
        super().__init__(theme, _("Your data"))
        self._theme = theme
        self._keeping = keeping
        self.ask: Ask | None = None
        self.telling = ""
        self._dialog: QFileDialog | None = None
        self.open_folder = Button(theme, _("Open the folder"))
        self.back_up = Button(theme, _("Back up…"))
        self.restore = Button(theme, _("Restore…"))
        self.delete = Button(theme, _("Delete…"))
        folder = _on_lines(str(keeping.data.folder))
        place = self._add_row(_("Where it is kept"), folder, self.open_folder)
        place.meaning.setAccessibleName(str(keeping.data.folder))
        text = _("The diary, what you made and the settings, in one file.")
        self._add_row(_("A copy of everything"), text, self.back_up)
        text = _("A copy takes the place of what is here. What is here is kept as a copy too.")
        self._add_row(_("Bring a copy back"), text, self.restore)
        text = _("The diary, what you made and the settings are gone for good.")
        self._add_row(_("Start anew"), text, self.delete)
        self.told = Text(Size.BODY, tone="accent")
        self.told.hide()
        self.add(self.told, ruled=False)
        self.open_folder.clicked.connect(self._open_folder)
        self.back_up.clicked.connect(self._ask_for_target)
        self.restore.clicked.connect(self._ask_for_source)
        self.delete.clicked.connect(self._ask_once)

    def _add_row(self, name: str, text: str, button: Button) -> Row:
        row = Row(self._theme, name, text, ButtonRow([button], leading=True))
        self.add(row)
        return row

    # -- what is done -------------------------------------------------------------------------

    def back_up_to(self, file: Path) -> None:
        """Write everything into a file, and tell what came of it."""
        try:
            number = _busy(lambda: self._keeping.back_up(file))
        except OSError as error:
            reason = _reason(error)
            self._tell(_("The copy could not be written: {reason}.").format(reason=reason))
            return
        files = counted("{n} file", "{n} files", number)
        text = _("A copy of everything is in {file} ({files}).")
        self._tell(text.format(file=_on_lines(str(file)), files=files))

    def restore_from(self, file: Path) -> None:
        """Bring everything back from a file, and tell what came of it."""
        try:
            before = _busy(lambda: self._keeping.restore(file))
        except ArchiveError as error:
            self._tell(error.text)
            return
        except OSError as error:
            reason = _reason(error)
            text = _("The copy could not be brought back: {reason}. What was here still is.")
            self._tell(text.format(reason=reason))
            return
        told = [_("Everything is as in the copy.")]
        if before:
            kept = _("What was here before is in {file}.")
            told.append(kept.format(file=_on_lines(str(before))))
        self._tell(joined(told))

    def delete_everything(self) -> None:
        """Delete everything, and tell what came of it."""
        left = _busy(self._keeping.delete_everything)
        if not left:
            self._tell(_("Everything is deleted."))
            return
        text = _(
            "{file} could not be deleted, perhaps because it is in use. "
            "Close what uses it, then delete again."
        )
        self._tell(text.format(file=_on_lines(str(left[0]))))

    def _tell(self, telling: str) -> None:
        self.tell(telling)
        announce(self.told, self.told.text())

    def tell(self, telling: str) -> None:
        """Show what came of it, in the language of now; nothing is read out."""
        self.telling = again(telling)
        self.told.set_text(self.telling)
        self.told.show()

    # -- what is asked ------------------------------------------------------------------------

    def _open_folder(self) -> None:
        folder = self._keeping.data.folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._tell(_("No program shows folders here. The place is written above."))

    def _ask_for_target(self) -> None:
        dialog = self._file_dialog(_("Back up everything"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(self._keeping.data.usual_name())
        dialog.fileSelected.connect(lambda name: self.back_up_to(Path(name)))
        dialog.open()

    def _ask_for_source(self) -> None:
        dialog = self._file_dialog(_("Bring a copy back"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._ask_before_restoring(Path(name)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self.window(), title, home, _("Copies (*.zip)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog = dialog
        return dialog

    def _ask_before_restoring(self, file: Path) -> None:
        self._ask(
            _("Bring this copy back?"),
            _("{file} takes the place of all that is here. What is here is kept as a copy.").format(
                file=file.name
            ),
            yes=_("Bring it back"),
            then=lambda: self.restore_from(file),
        )

    def _ask_once(self) -> None:
        self._ask(
            _("Delete everything?"),
            _("The diary, the routines and exercises you made, their pictures and all settings."),
            yes=_("Yes, delete"),
            then=self._ask_twice,
        )

    def _ask_twice(self) -> None:
        self._ask(
            _("Really everything?"),
            _("It can't be brought back unless you have made a copy."),
            yes=_("Delete it for good"),
            then=self.delete_everything,
        )

    def _ask(self, question: str, text: str, *, yes: str, then: Callable[[], None]) -> None:
        no = _("Leave it as it is")
        self.ask = Ask(self._theme, question, text, yes=yes, no=no, parent=self.window())
        self.ask.finished.connect(lambda result: self._answered(then if result else None))
        self.ask.open()

    def _answered(self, then: Callable[[], None] | None) -> None:
        self.ask = None
        if then is not None:
            then()


def _busy(do: Callable[[], Result]) -> Result:
    """Do something that may take a moment, and show that it does."""
    QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
    try:
        return do()
    finally:
        QGuiApplication.restoreOverrideCursor()


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _on_lines(path: str) -> str:
    """Return a path that may be broken after each sign, and in a long name anywhere."""
    return re.sub(r"(\W|_|\w{12})", "\\1\u200b", path)
