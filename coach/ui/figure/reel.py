"""Decodes a person's own picture, frame by frame where it moves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QTransform

from coach.content.own_picture import PictureFacts, PictureKind, read_picture
from coach.content.picture_headers import damaged
from coach.content.problem import ContentError
from coach.ui.figure.svg_process import SvgProcess

MOST_SIDE: Final = 2048
"""Pixels; a larger photo is decoded smaller, a drawing is drawn this large."""
MOST_MOVING_SIDE: Final = 1024
"""The same for pictures that move."""
SHORTEST, USUAL = 20, 100
"""Milliseconds: frames that want to be shorter last as long as browsers show them."""
MOST_MEGABYTES: Final = 256
"""That Qt takes to decode one frame; 40 megapixels of the usual depth are 160."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture, or a part of one that moves.

    Attributes:
        image: At most `MOST_SIDE` wide and high.
        milliseconds: How long it is shown; 0 for a picture that stands still.
    """

    image: QImage
    milliseconds: int = 0


class Reel:
    """The frames of one file, without end where it moves; works in any thread, one at a time."""

    def __init__(self, file: Path) -> None:
        """Open nothing yet."""
        self._file = file
        self._facts: PictureFacts | None = None
        self._content = QByteArray()
        self._buffer = QBuffer()
        self._reader = QImageReader()
        self._read = 0
        self._drawing = SvgProcess()
        self._cancelled = False

    def cancel(self) -> None:
        """Stop what can be stopped; nobody waits for a frame any more."""
        self._cancelled = True
        self._drawing.cancel()

    def next(self) -> Frame:
        """Return the next frame, after the last one the first again.

        Raises:
            ContentError: With the one reason why the picture can't be shown.
        """
        facts = self._facts or self._open()
        if facts.kind is PictureKind.SVG:
            return self._draw(facts)
        image = self._decode()
        if image.isNull() and self._read:  # the end, or a frame that is damaged
            self._rewind()
            image = self._decode()
        if image.isNull():
            raise damaged()
        self._read += 1
        if facts.frames == 1:
            return Frame(image)
        wanted = self._reader.nextImageDelay()
        return Frame(image, USUAL if wanted < SHORTEST else wanted)

    def _open(self) -> PictureFacts:
        self._facts, content = read_picture(self._file)
        self._content = QByteArray(content)
        if self._facts.kind is not PictureKind.SVG:
            self._rewind()
        return self._facts

    def _rewind(self) -> None:
        assert self._facts is not None
        self._buffer = QBuffer()
        self._buffer.setData(self._content)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        QImageReader.setAllocationLimit(MOST_MEGABYTES)
        # The kind is named: Qt tries no other decoder on what was not looked through for it.
        self._reader = QImageReader(self._buffer, QByteArray(self._facts.kind.encode()))
        self._reader.setAutoTransform(True)
        self._read = 0

    def _decode(self) -> QImage:
        if self._cancelled:
            return QImage()
        assert self._facts is not None
        moves = self._facts.frames > 1
        size = QSize(round(self._facts.width), round(self._facts.height))
        fitted = _fitted(size, MOST_MOVING_SIDE if moves else MOST_SIDE)
        if not moves and fitted != size:
            self._reader.setScaledSize(fitted)  # some decoders then never make the whole picture
        image = self._reader.read()
        if max(image.width(), image.height()) > max(fitted.width(), fitted.height()):
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaled(fitted, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        return image

    def _draw(self, facts: PictureFacts) -> Frame:
        enlarged = MOST_SIDE / max(facts.width, facts.height)
        width, height = (max(1, round(side * enlarged)) for side in (facts.width, facts.height))
        return Frame(self._drawing.draw(bytes(self._content.data()), width, height))


def still_of(file: Path, size: int, *, mirrored: bool = False) -> QImage:
    """Return a person's own picture, or the first frame of one that moves.

    Args:
        file: In the person's folder of pictures.
        size: Pixels that it is at most wide and high; a small photo is not enlarged.
        mirrored: Turned round.

    Raises:
        ContentError: With the file and the one reason why it can't be shown.
    """
    try:
        image = Reel(file).next().image
    except ContentError as wrong:
        raise ContentError(wrong.at(str(file))) from None
    if max(image.width(), image.height()) > size:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(size, size, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    return image.transformed(QTransform.fromScale(-1, 1)) if mirrored else image


def _fitted(size: QSize, most: int) -> QSize:
    if max(size.width(), size.height()) <= most:
        return size
    fitted = size.scaled(most, most, Qt.AspectRatioMode.KeepAspectRatio)
    return fitted.expandedTo(QSize(1, 1))
