"""Where the parts of Cramp now lie: rectangles from sizes, no widget.

What somebody in pain needs has its room first, without scrolling: the sentence, the countdown,
the buttons and the signs to stop for. The figure gets all that is left, and the choices are laid
out openly where that leaves the figure large enough, else behind one button.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize

WIDE_FROM = 820
"""Least width in pixels at 100 % text for the figure and the words side by side."""

LEAST_FIGURE = 150
"""Pixels; a smaller figure tells nothing."""

READ_FROM_AFAR = 32
"""Pixels at 100 % text of a sentence read from two metres."""

USUAL_LINES = 5
"""Of a sentence in a narrow window, with what is between the lines."""

WHILE_ASKED = 10
"""Pixels at 100 % text of a sentence that shares its room with a question, at least."""

MOST_BESIDE = 0.7
"""Of the width, for the button for the other way, where the countdown stands beside it."""

LEAST_BEAT = 52
"""Pixels at 100 % text of word and digits."""

SMALLEST_BEAT = 36
"""Pixels, where there is no room for more."""

LEAST_WINDOW = (480, 560)
"""Width and height in pixels; twice the text has room in it, three times the text has not."""

HEIGHT_TO_ASK = 650
"""Pixels of a window that has room for twice the text, and for a question besides."""

GAP = 8
MARGIN = 16


class Needs(NamedTuple):
    """What the parts need, asked for a width.

    Attributes:
        scale: Factor of all text.
        top: Height of the row on top.
        button: Height of the large buttons in a width.
        buttons_beside: Whether the two large buttons fit side by side in a width.
        stop: Height of the signs and STOP.
        sentence: Height of the sentence at a size, pixels at 100 % text.
        remarks: Height of the remarks; 0 for none.
        other: Size of the button for the other way; no height for none.
        question: Height of the question; 0 while none is asked.
        choices: Height of the choices.
    """

    scale: float
    top: int
    button: Callable[[int], int]
    buttons_beside: Callable[[int], bool]
    stop: Callable[[int], int]
    sentence: Callable[[int, int], int]
    remarks: Callable[[int], int]
    other: QSize
    question: Callable[[int], int]
    choices: Callable[[int], int]


class Places:
    """Where each part lies; an empty rectangle for one that is not shown.

    Attributes:
        choices_hidden: The choices have no room and stand behind a button.
    """

    def __init__(self) -> None:
        """Show nothing."""
        self.top, self.stage, self.beat = QRect(), QRect(), QRect()
        self.sentence, self.remarks, self.other = QRect(), QRect(), QRect()
        self.question, self.easing, self.not_yet = QRect(), QRect(), QRect()
        self.stop, self.choices = QRect(), QRect()
        self.choices_hidden = False


def most_scale(width: int, height: int, *, asks: bool = False) -> float:
    """Return the largest factor of the text at which a window has room for what matters.

    While it asks something, that is the question too.
    """
    most = max(1.0, min(width / LEAST_WINDOW[0], height / LEAST_WINDOW[1]))
    return 2.0 * (min(most, height / HEIGHT_TO_ASK) if asks else most)


def place_parts(width: int, height: int, needs: Needs) -> Places:
    """Return the places for a window's size."""
    wide = width >= WIDE_FROM * (0.5 + 0.5 * needs.scale) and height >= 480 * needs.scale
    return _Wide(width, height, needs).places if wide else _Narrow(width, height, needs).places


class _Room:
    """A column that is filled from both ends."""

    def __init__(self, left: int, top: int, width: int, bottom: int) -> None:
        self.left, self.top, self.width, self.bottom = left, top, width, bottom

    @property
    def height(self) -> int:
        return max(0, self.bottom - self.top)

    def from_top(self, height: int) -> QRect:
        place = QRect(self.left, self.top, self.width, height)
        self.top += height + GAP
        return place

    def from_bottom(self, height: int) -> QRect:
        place = QRect(self.left, self.bottom - height, self.width, height)
        self.bottom -= height + GAP
        return place

    def rest(self) -> QRect:
        return QRect(self.left, self.top, self.width, self.height)


class _Arranging:
    def __init__(self, width: int, height: int, needs: Needs) -> None:
        self.needs, self.places = needs, Places()
        self.room = _Room(MARGIN, GAP, width - 2 * MARGIN, height - MARGIN)
        self.places.top = self.room.from_top(needs.top)
        self.fill()

    def fill(self) -> None:
        raise NotImplementedError

    def put_buttons(self, room: _Room) -> None:
        """From the bottom: STOP, and above it the two buttons."""
        needs, places = self.needs, self.places
        places.stop = room.from_bottom(needs.stop(room.width))
        if needs.buttons_beside(room.width):
            half = (room.width - GAP) // 2
            row = room.from_bottom(needs.button(half))
            places.easing = QRect(row.left(), row.top(), half, row.height())
            places.not_yet = places.easing.translated(half + GAP, 0)
        else:
            places.not_yet = room.from_bottom(needs.button(room.width))
            places.easing = room.from_bottom(needs.button(room.width))

    def put_words(self, room: _Room) -> None:
        """The sentence between what stands above it and what stands below it."""
        needs, places = self.needs, self.places
        if needs.other.height():
            places.other = room.from_bottom(needs.other.height())
            places.other.setWidth(needs.other.width())
        remarks = needs.remarks(room.width)
        least = needs.sentence(room.width, 20)
        if remarks and room.height - remarks - GAP >= least:
            places.remarks = room.from_bottom(remarks)
        places.sentence = room.rest()


class _Wide(_Arranging):
    """The figure left with the choices below it, the words right."""

    def fill(self) -> None:
        needs, places, room = self.needs, self.places, self.room
        left = round(room.width * 0.52)
        right = room.left + left + 3 * GAP
        words = _Room(right, room.top, room.left + room.width - right, room.bottom)
        pictures = _Room(room.left, room.top, left, room.bottom)
        places.choices = pictures.from_bottom(needs.choices(left))
        pictures.bottom -= GAP
        places.stage = pictures.rest()
        self.put_buttons(words)
        if asked := needs.question(words.width):
            places.question = words.from_bottom(asked)
        beat = round(min(190 * needs.scale, max(LEAST_BEAT * needs.scale, words.height * 0.28)))
        places.beat = words.from_top(beat)
        self.put_words(words)


class _Narrow(_Arranging):
    """One below the other; the figure beside the countdown where height is short."""

    def fill(self) -> None:
        needs, places, room = self.needs, self.places, self.room
        self.put_buttons(room)
        if asked := needs.question(room.width):
            places.question = room.from_bottom(asked)
        choices = needs.choices(room.width)
        beat = round(LEAST_BEAT * needs.scale)
        # The same for every sentence, so that nothing comes and goes from step to step.
        usual = round(USUAL_LINES * READ_FROM_AFAR * needs.scale) + beat + 2 * GAP
        if room.height - usual - choices - GAP >= 1.5 * LEAST_FIGURE:
            places.choices = room.from_bottom(choices)
        else:
            places.choices_hidden = True
        rest = room.height - self._besides(room.width) - beat - 2 * GAP
        free = rest - needs.sentence(room.width, 22)
        large = rest - needs.sentence(room.width, READ_FROM_AFAR)
        if large >= 0.55 * room.width:
            more = min(beat // 2, large - round(0.55 * room.width))
            places.stage = room.from_top(large - GAP - more)
            places.beat = room.from_top(beat + more)
            self.put_words(room)
        elif free + beat >= LEAST_FIGURE:
            self._side_by_side(room.from_top(free + beat))
            self.put_words(room)
        else:
            self._words_alone(room, beat, asked=bool(asked))

    def _besides(self, width: int) -> int:
        """Height of what stands with the sentence."""
        other = self.needs.other.height() + GAP if self.needs.other.height() else 0
        remarks = self.needs.remarks(width)
        return other + (remarks + GAP if remarks else 0)

    def _side_by_side(self, row: QRect) -> None:
        stage = min(round(row.width() * 0.55), round(row.height() * 1.4))
        self.places.stage = QRect(row.left(), row.top(), stage, row.height())
        left = row.left() + stage + GAP
        self.places.beat = QRect(left, row.top(), row.right() + 1 - left, row.height())

    def _words_alone(self, room: _Room, beat: int, *, asked: bool) -> None:
        """No figure: the other way stands beside the countdown, and the sentence gets the rest.

        While something is asked and room is short, the countdown stands beside the clock.
        """
        needs, places = self.needs, self.places
        least = needs.sentence(room.width, 14)
        if asked and room.height < least + beat + GAP:
            # The clock keeps the left of the row on top, the countdown gets the rest.
            places.top, places.beat = _split(places.top, 0.4)
            if room.height >= needs.sentence(room.width, WHILE_ASKED):
                places.sentence = room.rest()
            return
        other = needs.other
        if not other.height() or other.width() > room.width * MOST_BESIDE:
            left = room.height - least - GAP - (other.height() + GAP if other.height() else 0)
            if other.height() and left < SMALLEST_BEAT:
                places.top, places.beat = _split(places.top, 0.4)
            else:
                places.beat = room.from_top(max(min(beat, left), SMALLEST_BEAT))
            self.put_words(room)
            return
        row = room.from_top(max(other.height(), min(beat, room.height - least - GAP)))
        places.beat = QRect(row.left(), row.top(), row.width() - other.width() - GAP, row.height())
        top = row.top() + (row.height() - other.height()) // 2
        places.other = QRect(places.beat.right() + 1 + GAP, top, other.width(), other.height())
        remarks = needs.remarks(room.width)
        if remarks and room.height - remarks - GAP >= needs.sentence(room.width, 20):
            places.remarks = room.from_bottom(remarks)
        places.sentence = room.rest()


def _split(row: QRect, share: float) -> tuple[QRect, QRect]:
    """Return the left share of a row and, after a gap, the rest."""
    wide = round(row.width() * share)
    rest = row.adjusted(wide + GAP, 0, 0, 0)
    return QRect(row.left(), row.top(), wide, row.height()), rest
