"""Small pictures of exercises: figures, and the person's own pictures, decoded elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

from coach.content.problem import ContentError
from coach.core.exercise import Exercise
from coach.ui.pictures import Figures, Pictures


class _Courier(QObject):
    done = Signal(str, QImage)


class Thumbs(QObject):
    """Hands out small pictures of exercises.

    Signals:
        drawn: One more is there.
    """

    drawn = Signal()

    def __init__(self, figures: Figures, parent: QObject | None = None) -> None:
        """Draw nothing yet."""
        super().__init__(parent)
        self._figures = figures
        self._pictures = Pictures(figures, self)
        self._pictures.drawn.connect(self.drawn)
        self._own: dict[str, QImage | None] = {}
        self._fitted: dict[tuple[str, int, int], QPixmap] = {}
        self._courier = _Courier()
        self._courier.done.connect(self._receive)

    def of(
        self, exercise: Exercise | None, size: QSize, ratio: float, *, dark: bool
    ) -> QPixmap | None:
        """Return a picture of an exercise; None while or where there is none."""
        if exercise is None:
            return None
        if exercise.picture:
            return self._own_picture(exercise.picture, size, ratio)
        if not exercise.figure:
            return None
        return self.figure(exercise.figure, size, ratio, dark=dark)

    def figure(self, name: str, size: QSize, ratio: float, *, dark: bool) -> QPixmap | None:
        """Return a still of a figure, or None and have it drawn soon."""
        return self._pictures.picture(name, size, ratio, dark=dark)

    def rest(self) -> None:
        """Nobody looks at pictures now."""
        self._pictures.rest()

    def _own_picture(self, name: str, size: QSize, ratio: float) -> QPixmap | None:
        if name not in self._own:
            self._own[name] = None
            file, courier = self._figures.picture_file(name), self._courier
            QThreadPool.globalInstance().start(lambda: _decode(name, file, courier))
        image = self._own[name]
        if image is None or image.isNull():
            return None
        key = (name, round(size.width() * ratio), round(size.height() * ratio))
        if key not in self._fitted:
            self._fitted[key] = _filled(image, key[1], key[2], ratio)
        return self._fitted[key]

    def _receive(self, name: str, image: QImage) -> None:
        self._own[name] = image
        self.drawn.emit()


def _decode(name: str, file: Path, courier: _Courier) -> None:
    from coach.ui.figure.reel import still_of

    try:
        image = still_of(file, 320)
    except ContentError:  # told at the exercise; the row does without
        image = QImage()
    courier.done.emit(name, image)


def _filled(image: QImage, wide: int, high: int, ratio: float) -> QPixmap:
    """Return a picture that fills a rectangle, what stands over is cut off evenly."""
    smooth = Qt.TransformationMode.SmoothTransformation
    scaled = image.scaled(wide, high, Qt.AspectRatioMode.KeepAspectRatioByExpanding, smooth)
    pixmap = QPixmap(wide, high)
    painter = QPainter(pixmap)
    painter.drawImage((wide - scaled.width()) // 2, (high - scaled.height()) // 2, scaled)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
