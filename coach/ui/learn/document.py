"""A page set as a text that can be scrolled, selected, copied and read aloud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)

from coach.core.learn import LearnPage, Line, Note, find_words
from coach.core.words import _
from coach.ui.learn.wording import about_notes, note_text
from coach.ui.mirror import is_mirrored
from coach.ui.paragraph import RIGHT_TO_LEFT_MARK
from coach.ui.theme import Size, Space, Theme

NOTE, LINE = "note-", "line-"
"""Before the number of a note in links to it, and of a line in links back."""

LEADING = 140
"""Distance of lines in per cent of the font's height."""


WIDE_SPACE = "\u00a0"
"""Behind the number of a note."""

NARROW_SPACE = "\u202f"
"""Before a note's number; no line is broken there."""


class Setter:
    """Writes one page into a document.

    Attributes:
        marks: First and last position of each match, in order.
        places: Position of each note by its number, from 1.
        links: First and last position of each number that leads somewhere, and where, in order.
        headings: Position of each heading, in order.
    """

    def __init__(self, document: QTextDocument, theme: Theme, wanted: str) -> None:
        """Write into `document`, which is emptied; words of `wanted` are marked."""
        document.clear()
        document.setIndentWidth(theme.pixels(Space.L))
        self._cursor = QTextCursor(document)
        self._theme = theme
        self._wanted = wanted
        self._is_first = True
        self.marks: list[tuple[int, int]] = []
        self.places: dict[int, int] = {}
        self.links: list[tuple[int, int, str]] = []
        self.headings: list[int] = []

    def write(self, page: LearnPage) -> None:
        """Write all of it."""
        numbers = {note: number for number, note in enumerate(page.notes, start=1)}
        self._cursor.beginEditBlock()
        self._block(page.title, self._theme.title, below=Space.XS, level=1)
        self._block(page.summary, Size.BODY, ink="ink_soft", below=Space.S)
        for section in page.sections:
            self._block(section.title, Size.HEADING, above=Space.L, below=Space.S, level=2)
            if section.intro:
                self._block(section.intro, Size.BODY, below=Space.S)
            self._lines(section.lines, numbers, bullets=section.is_list)
        self._notes(page.notes)
        self._cursor.endEditBlock()

    def _lines(self, lines: Sequence[Line], numbers: Mapping[Note, int], *, bullets: bool) -> None:
        for number, line in enumerate(lines):
            self._block(line.text, Size.BODY, below=Space.XS if bullets else Space.S)
            for note in sorted(line.notes, key=numbers.__getitem__):
                self._number(numbers[note], note)
            if bullets:
                self._into_list(is_first=number == 0)

    def _into_list(self, *, is_first: bool) -> None:
        if is_first:
            style = QTextListFormat()
            style.setStyle(QTextListFormat.Style.ListDisc)
            self._list = self._cursor.createList(style)
        else:
            self._list.add(self._cursor.block())

    def _number(self, number: int, note: Note) -> None:
        """Add the raised number that leads to a note; pointed at, it says the note itself."""
        # Without a mark between them two numbers are one to Qt, and read from left to right.
        gap = NARROW_SPACE + RIGHT_TO_LEFT_MARK if is_mirrored() else NARROW_SPACE
        self._cursor.insertText(gap, self._ink(Size.SMALL, "ink"))
        form = self._ink(Size.BODY, "teal_text")
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        form.setAnchor(True)
        form.setAnchorHref(f"#{NOTE}{number}")
        form.setToolTip(note_text(note))
        self._link(str(number), form)

    def _link(self, text: str, form: QTextCharFormat) -> None:
        start = self._cursor.position()
        self._cursor.insertText(text, form)
        self.links.append((start, self._cursor.position(), form.anchorHref()))

    def _notes(self, notes: Sequence[Note]) -> None:
        small = Size.SMALL
        title = _("Where this comes from")
        self._block(title, Size.STRONG, above=Space.XL, below=Space.XS, level=2)
        self._block(about_notes(), small, ink="ink_soft", below=Space.S)
        digits = QFontMetrics(self._theme.font(small)).horizontalAdvance(str(len(notes)))
        hang = digits + self._theme.pixels(Space.M - Space.XS)
        for number, note in enumerate(notes, start=1):
            self._block("", small, below=Space.XS, hang=hang)
            self.places[number] = self._cursor.position()
            form = self._ink(small, "teal_text")
            form.setAnchor(True)
            form.setAnchorHref(f"#{LINE}{number}")
            form.setToolTip(_("Back to the text"))
            self._link(str(number), form)
            self._fill(str(number), hang)
            self._cursor.insertText(note_text(note), self._ink(small, "ink_soft"))

    def _fill(self, number: str, hang: int) -> None:
        """Fill the line up to where its text begins.

        A space is stretched for it: from right to left Qt cuts foreign words behind a tab.
        """
        form = self._ink(Size.SMALL, "ink")
        font = form.font()
        width = QFontMetrics(font).horizontalAdvance(number + WIDE_SPACE)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, hang - width)
        form.setFont(font)
        self._cursor.insertText(WIDE_SPACE, form)

    def _block(
        self,
        text: str,
        size: Size,
        *,
        ink: str = "ink",
        above: int = 0,
        below: int = 0,
        level: int = 0,
        hang: int = 0,
    ) -> None:
        """Begin a block; its lines but the first stand in by `hang`."""
        place = QTextBlockFormat()
        if is_mirrored():  # else a line that begins with a foreign name would begin at the left
            place.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if hang:
            place.setTextIndent(-hang)
            (place.setRightMargin if is_mirrored() else place.setLeftMargin)(hang)
        place.setTopMargin(self._theme.pixels(above))
        place.setBottomMargin(self._theme.pixels(below))
        place.setHeadingLevel(level)
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        place.setLineHeight(100 if level else LEADING, proportional.value)
        form = self._ink(size, ink)
        if self._is_first:
            self._cursor.setBlockFormat(place)
            self._is_first = False
        else:
            self._cursor.insertBlock(place, form)
        start = self._cursor.position()
        if level:
            self.headings.append(start)
        self._cursor.insertText(text, form)
        if size is not Size.SMALL:
            self._mark(text, start)

    def _mark(self, text: str, start: int) -> None:
        form = QTextCharFormat()
        form.setBackground(self._theme.colour("teal_soft"))
        form.setFontUnderline(True)
        for first, last in find_words(text, self._wanted):
            marked = QTextCursor(self._cursor)
            marked.setPosition(start + first)
            marked.setPosition(start + last, QTextCursor.MoveMode.KeepAnchor)
            marked.mergeCharFormat(form)
            self.marks.append((start + first, start + last))

    def _ink(self, size: Size, role: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._theme.font(size))
        form.setForeground(self._theme.colour(role))
        return form
