"""The moving pictures there are, each read when it is first shown, and where the own ones lie."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.cache import Cache, Entry, read_cache, write_cache
from coach.content.problem import ContentError

if TYPE_CHECKING:  # no window waits for the figures' numbers
    from coach.core.figure import Motion


class FigureShelf:
    """Gives motions by name; what was read and checked is kept for the next start."""

    def __init__(
        self, folder: Path, cache_file: Path | None = None, pictures: Path | None = None
    ) -> None:
        """Read nothing yet.

        Args:
            folder: One TOML file a figure.
            cache_file: Where checked figures are kept; made where it is missing.
            pictures: The person's own pictures; need not exist.
        """
        self._folder = folder
        self._cache_file = cache_file
        self._pictures = pictures or folder
        self._cache: Cache | None = None
        self._changed = False
        self._motions: dict[str, Motion] = {}

    def motion(self, name: str) -> Motion:
        """Return a figure's motion.

        Raises:
            ContentError: There is no such figure, or its file is wrong.
        """
        from coach.content.figures import motion_from

        if name not in self._motions:
            self._motions[name] = motion_from(json.loads(self._entry(name).data))
        return self._motions[name]

    def picture_file(self, name: str) -> Path:
        """Return where a picture of the person's own lies, if there is one."""
        return self._pictures / name

    def check_ahead(self) -> Iterator[None]:
        """Check and keep every figure that has not been checked yet, one at each step."""
        for path in sorted(self._folder.glob("*.toml")):
            if not self._is_known(path):
                with suppress(ContentError):  # told where it is shown
                    self._entry(path.stem)
                yield
        self.keep()

    def keep(self) -> None:
        """Write down what was newly read, where anything was."""
        if self._changed and self._cache is not None:
            self._changed = False
            write_cache(self._cache_file, self._cache)

    def _entry(self, name: str) -> Entry:
        path = self._folder / f"{name}.toml"
        if not self._is_known(path):
            from coach.content.figures import check_figure

            self._entries[name] = Entry(_stamp(path), json.dumps(check_figure(path)))
            self._changed = True
        return self._entries[name]

    def _is_known(self, path: Path) -> bool:
        entry = self._entries.get(path.stem)
        return entry is not None and entry.stamp == _stamp(path)

    @property
    def _entries(self) -> dict[str, Entry]:
        if self._cache is None:
            self._cache = read_cache(self._cache_file)
        return self._cache.entries


def _stamp(path: Path) -> list[int]:
    try:
        status = path.stat()
    except OSError:  # reading it tells what is wrong
        return []
    return [status.st_mtime_ns, status.st_size]
