"""The moving pictures there are, each read when it is first shown, and where the own ones lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.cache import Kept

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
        self._pictures = pictures or folder
        self._kept = Kept(cache_file)
        self._motions: dict[str, Motion] = {}

    def motion(self, name: str) -> Motion:
        """Return a figure's motion.

        Raises:
            ContentError: There is no such figure, or its file is wrong.
        """
        from coach.content.figures import motion_from

        if name not in self._motions:
            path = self._folder / f"{name}.toml"
            self._motions[name] = motion_from(self._kept.content(path, _check(path)))
        return self._motions[name]

    def picture_file(self, name: str) -> Path:
        """Return where a picture of the person's own lies, if there is one."""
        return self._pictures / name

    def check_ahead(self) -> Iterator[None]:
        """Check and keep every figure that has not been checked yet, one at each step."""
        paths = sorted(self._folder.glob("*.toml"))
        return self._kept.check_ahead((path, _check(path)) for path in paths)

    def keep(self) -> None:
        """Write down what was newly read, where anything was."""
        self._kept.keep()


def _check(path: Path) -> Callable[[], object]:
    def check() -> object:
        from coach.content.figures import check_figure  # new and changed files only

        return check_figure(path)

    return check
