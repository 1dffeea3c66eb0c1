"""The word in the ring keeps clear of it, whatever the word, the ring and the size of the text."""

from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from coach.core.timeline import SegmentKind
from coach.ui.player.countdown import AIR, THICK, Countdown
from coach.ui.theme import Theme

WORDS = ("Hold", "Lean in", "Paused", "Change sides", "Bring it up slowly and lower it")


def picture(countdown: Countdown, word: str) -> QImage:
    countdown.show_segment(word, SegmentKind.HOLD)
    return countdown.grab().toImage()


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("side", [120, 180, 400])
@pytest.mark.parametrize("factor", [1, 2, 3])
def test_the_word_keeps_clear_of_the_ring(qtbot: QtBot, word: str, side: int, factor: int) -> None:
    theme = Theme()
    theme.set_text_factor(factor)
    countdown = Countdown(theme)
    qtbot.addWidget(countdown)
    countdown.setMinimumSize(1, 1)
    countdown.resize(side, side)
    bare, worded = picture(countdown, ""), picture(countdown, word)
    free = worded.width() / 2 * (1 - 2 * THICK)
    written = [
        math.hypot(x + 0.5 - worded.width() / 2, y + 0.5 - worded.height() / 2)
        for y in range(worded.height())
        for x in range(worded.width())
        if bare.pixel(x, y) != worded.pixel(x, y)
    ]
    assert written
    assert max(written) < free - AIR * worded.width()
