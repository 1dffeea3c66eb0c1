"""What is kept is painted once, and anew when something it shows has changed."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from coach.ui.kept import Kept

PLACE = QRect(10, 20, 30, 40)


def painted(kept: Kept, key: object, colour: str, ratio: float = 1.0) -> QImage:
    image = QImage(round(100 * ratio), round(100 * ratio), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    kept.draw(painter, PLACE, key, lambda within: within.fillRect(0, 0, 100, 100, QColor(colour)))
    painter.end()
    return image


def test_it_is_painted_again_only_for_another_key_or_screen(qapp: object) -> None:
    kept = Kept()
    red, blue = QColor("red"), QColor("blue")
    assert painted(kept, 1, "red").pixelColor(15, 25) == red
    assert painted(kept, 1, "blue").pixelColor(15, 25) == red
    assert painted(kept, 2, "blue").pixelColor(15, 25) == blue
    assert painted(kept, 2, "red", 2.0).pixelColor(30, 50) == red
    kept.forget()
    assert painted(kept, 2, "blue", 2.0).pixelColor(30, 50) == blue


def test_nothing_is_seen_beyond_its_place(qapp: object) -> None:
    image = painted(Kept(), 1, "red", 2.0)
    white = QColor("white")
    assert image.pixelColor(20, 40) == image.pixelColor(79, 119) == QColor("red")
    assert image.pixelColor(19, 40) == image.pixelColor(80, 119) == white
