"""Text in the sizes of the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coach.ui.mirror import is_mirrored
from coach.ui.theme import Size


class Text(QLabel):
    """A text that wraps, is never cut off, and is laid out again only when it changes."""

    def __init__(
        self,
        size: Size,
        text: str = "",
        *,
        tone: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        """Show `text`; `tone` is soft, accent or stop, or empty for plain ink."""
        self._least_lines = 0
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", size.name)
        if tone:
            self.setProperty("tone", tone)
        self.setWordWrap(True)
        self.setAlignment(_from_its_side(align) | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text; the same one costs nothing."""
        if text != self.text():
            self.setText(text)

    def set_size(self, size: Size) -> None:
        """Set it in another size; the same one costs nothing."""
        if self.property("look") != size.name:
            self.setProperty("look", size.name)
            self.style().unpolish(self)
            self.style().polish(self)
            self._keep()

    def keep_lines(self, lines: int) -> None:
        """Never take less room than so many lines, so that what stands below stays in place."""
        self._least_lines = lines
        self._keep()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the lines in another font too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep()

    def _keep(self) -> None:
        if self._least_lines:
            self.setMinimumHeight(self._least_lines * self.fontMetrics().lineSpacing())


def _from_its_side(align: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    """Keep a text in foreign letters, a name say, on the side where all others begin."""
    if align != Qt.AlignmentFlag.AlignLeft or not is_mirrored():
        return align
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
