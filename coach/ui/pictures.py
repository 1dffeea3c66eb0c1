"""Still pictures of figures, drawn one after the other while nothing else is to do."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QPixmap

from coach.content.problem import ContentError

if TYPE_CHECKING:  # the figure's numbers are not needed to paint home for the first time
    from coach.core.figure import Motion

MOST_OF_A_FIGURE = 4
"""Pictures that are kept of one: in each of the sizes it is shown in, and in those from before a
window or the scheme was changed and may be changed back."""

Look = tuple[bool, str, int, int]
"""Whether in the dark scheme, id of who is shown, width and height in pixels of the screen."""


class Figures(Protocol):
    """Whatever knows the moving pictures."""

    def motion(self, name: str) -> Motion:
        """Return a figure by its name.

        Raises:
            ContentError: There is none, or its file is wrong.
        """
        ...

    def picture_file(self, name: str) -> Path:
        """Return where a picture of the person's own lies, if there is one."""
        ...


class Pictures(QObject):
    """Keeps the pictures that were drawn and draws those that were asked for.

    Signals:
        drawn: A picture is there; carries the figure's name.
    """

    drawn = Signal(str)

    def __init__(self, figures: Figures, parent: QObject | None = None) -> None:
        """Draw nothing yet."""
        super().__init__(parent)
        self._figures = figures
        self._kept: defaultdict[str, dict[Look, QPixmap | None]] = defaultdict(dict)
        self._wanted: list[tuple[str, Look, float]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw_next)

    def picture(
        self, name: str, size: QSize, ratio: float, *, dark: bool, person: str = ""
    ) -> QPixmap | None:
        """Return a picture, or None and have it drawn soon; also None where there is none.

        Args:
            name: Of the figure.
            size: In pixels of the layout.
            ratio: Pixels of the screen in one of the layout.
            dark: Which scheme.
            person: Id of who is shown.
        """
        look = (dark, person, round(size.width() * ratio), round(size.height() * ratio))
        if look in (kept := self._kept[name]):
            return kept[look]
        if (wanted := (name, look, ratio)) not in self._wanted:
            self._wanted.append(wanted)
            self._timer.start(0)
        return None

    def moment(
        self, name: str, size: QSize, ratio: float, turn: float, *, dark: bool, person: str = ""
    ) -> QPixmap | None:
        """Return a picture of one moment, drawn at once and not kept; see `draw_still`."""
        size = QSize(round(size.width() * ratio), round(size.height() * ratio))
        return self._draw(name, size, ratio, turn, dark=dark, person=person)

    def rest(self) -> None:
        """Draw nothing more of what was asked for; it is asked for again when it is seen."""
        self._wanted.clear()
        self._timer.stop()

    @property
    def is_busy(self) -> bool:
        """Whether pictures are still to be drawn."""
        return bool(self._wanted)

    def _draw_next(self) -> None:
        """Draw the picture asked for last: it is the one most likely to be seen now."""
        if not self._wanted:
            return
        name, look, ratio = self._wanted.pop()
        dark, person, wide, high = look
        kept = self._kept[name]
        kept[look] = self._draw(name, QSize(wide, high), ratio, 0, dark=dark, person=person)
        if len(kept) > MOST_OF_A_FIGURE:
            del kept[next(iter(kept))]  # the one drawn longest ago
        self.drawn.emit(name)
        if self._wanted:
            self._timer.start(0)

    def _draw(
        self, name: str, size: QSize, ratio: float, turn: float, *, dark: bool, person: str
    ) -> QPixmap | None:
        from coach.ui.still import draw_still  # the first painting does not wait for it

        try:
            motion = self._figures.motion(name)
        except ContentError:  # told as a problem of its file; the card does without
            return None
        pixmap = QPixmap.fromImage(draw_still(motion, size, dark=dark, person=person, turn=turn))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
