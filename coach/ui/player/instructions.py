"""What to do, sentence by sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.ui.text import Text
from coach.ui.theme import Size, Space


class Instructions(QWidget):
    """A numbered list; a single sentence stands without a number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._sentences: tuple[str, ...] = ()
        self._size = Size.BODY
        self._quiet = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.M - Space.XS)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is shown."""
        return self._sentences

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Change to another step's sentences; the same ones cost nothing."""
        if sentences != self._sentences:
            self._sentences = sentences
            self._fill()

    def set_size(self, size: Size) -> None:
        """Set the sentences in another size; the same one costs nothing."""
        if size is not self._size:
            self._size = size
            self._fill()

    def set_quiet(self, *, quiet: bool) -> None:
        """Step back while what they say is being done; the same costs nothing."""
        if quiet is not self._quiet:
            self._quiet = quiet
            self._fill()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        tone = "soft" if self._quiet else ""
        for row, sentence in enumerate(self._sentences):
            if len(self._sentences) > 1:
                number = Text(self._size, str(row + 1), tone="accent")
                self._grid.addWidget(number, row, 0, top)
            self._grid.addWidget(Text(self._size, sentence, tone=tone), row, 1, top)
