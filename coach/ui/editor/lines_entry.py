"""Several sentences, one a line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.ui.parts.entry import TextEntry
from coach.ui.theme import Theme


class LinesEntry(TextEntry):
    """Each line is one sentence; empty lines do not count.

    Signals:
        lines_written: By the person; carries the lines.
    """

    lines_written = Signal(object)

    def __init__(self, theme: Theme, hint: str = "", *, parent: QWidget | None = None) -> None:
        """Show `hint` while empty."""
        super().__init__(theme, hint, lines=3, parent=parent)
        self.written.connect(lambda _text: self.lines_written.emit(self.sentences))

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is written, without empty lines."""
        written = (line.strip() for line in self.toPlainText().splitlines())
        return tuple(line for line in written if line)

    def set_lines(self, lines: tuple[str, ...]) -> None:
        """Show sentences; the same ones leave the cursor and what is being written alone."""
        if lines != self.sentences:
            self.set_text("\n".join(lines))
