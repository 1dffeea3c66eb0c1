"""Backs up, restores and deletes what is the person's while the app runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.app.data import SETTINGS, OwnData
from coach.content.settings import Settings, load_settings, setting_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.app.settings import SettingsController


class Keeping(QObject):
    """Has every open file let go of before, and the settings read anew afterwards.

    Attributes:
        data: Where everything lies.

    Signals:
        about_to_change: All files are about to be let go of; a routine that is paused ends.
        changed: All files are others now; what was read of the old ones is not to be written again.
    """

    about_to_change = Signal()
    changed = Signal()

    def __init__(
        self,
        data: OwnData,
        settings: SettingsController,
        let_go: Callable[[], None],
        reload: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        """Do nothing yet.

        Args:
            data: Where everything lies.
            settings: The person's choices.
            let_go: Closes the diary, which opens anew by itself.
            reload: Reads exercises and routines anew.
            parent: As for any QObject.
        """
        super().__init__(parent)
        self.data = data
        self._settings = settings
        self._let_go = let_go
        self._reload = reload

    def back_up(self, file: Path) -> int:
        """Write everything into one archive; return the number of files.

        Raises:
            OSError: It cannot be written, or one of the files cannot be read.
        """
        self._settings.flush()
        self.about_to_change.emit()
        self._let_go()
        return self.data.back_up(file)

    def restore(self, file: Path) -> Path | None:
        """Put an archive in place of what there is; return that of what there was.

        Raises:
            ArchiveError: It is none of ours, damaged or not safe; nothing was changed.
            OSError: Something cannot be read or written; what was there before is still there.
        """
        self._settings.flush()
        self.about_to_change.emit()
        self._let_go()
        before = self.data.restore(file)
        settings, problems = load_settings(self.data.settings_folder / SETTINGS)
        self._take(settings)
        self._settings.flush()
        self._settings.tell_of(problems)
        self._reload()
        self.changed.emit()
        return before

    def delete_everything(self) -> tuple[Path, ...]:
        """Delete all there is and go back to the usual settings; return what is still there."""
        self.about_to_change.emit()
        self._let_go()
        self._take(Settings())
        self._settings.flush()  # before: what is deleted is not to be written again
        left = self.data.delete()
        self._reload()
        self.changed.emit()
        return left

    def _take(self, settings: Settings) -> None:
        for name in setting_names():
            self._settings.set(name, getattr(settings, name))
