"""The person's own picture as a widget, decoded while the window goes on."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QRect, QSize, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.content.problem import ContentError, Problem
from coach.ui.figure.reel import Frame, Reel
from coach.ui.theme import LIGHT, Radius, Space, Theme

LONGEST_WAIT: Final = 3000
"""Milliseconds for the last frame when the app ends; 40 megapixels take about 600."""


class _Courier(QObject):
    """Carries what a worker thread made into the main thread; outlives the widget if it must.

    Attributes:
        reel: What is wanted now; what comes of another one is thrown away.

    Signals:
        done: Carries the reel and its next frame, or the ContentError in its place.
    """

    done = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.reel: Reel | None = None

    def drop(self) -> None:
        """Nothing is wanted any more."""
        if self.reel is not None:
            self.reel.cancel()
            self.reel = None

    def finish(self) -> None:
        """Let no thread outlive the application: what it works with is torn down."""
        self.drop()
        QThreadPool.globalInstance().waitForDone(LONGEST_WAIT)


class OwnPictureView(QWidget):
    """Shows a picture as large as fits, at most as large as it is; a drawing as large as fits.

    Signals:
        shown: The picture is there.
        refused: It can't be shown; carries the Problem that says why.
    """

    shown = Signal()
    refused = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty: nothing is shown until `show_picture`."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._file: Path | None = None
        self._mirrored = False
        self._goes_on = True
        self._busy = False
        self._frame: Frame | None = None
        self._following: Frame | None = None
        self._fitted: QPixmap | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._turn)
        self._courier = courier = _Courier()
        courier.done.connect(self._receive)
        self.destroyed.connect(courier.drop)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(courier.finish)
        theme.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """As large as a figure."""
        return QSize(560, 560)

    def minimumSizeHint(self) -> QSize:
        """The size of a card."""
        return QSize(96, 96)

    @property
    def image(self) -> QImage:
        """What is shown; null while there is nothing."""
        return self._frame.image if self._frame else QImage()

    @property
    def is_busy(self) -> bool:
        """Whether a frame is being decoded for what is shown."""
        return self._busy

    @property
    def moves(self) -> bool:
        """Whether the next frame comes by itself."""
        return self._clock.isActive()

    def show_picture(self, file: Path, name: str, *, mirrored: bool = False) -> None:
        """Show another picture as soon as it is decoded; `shown` or `refused` tells when.

        Args:
            file: In the person's folder of pictures.
            name: What it shows, for screen readers: the exercise's title.
            mirrored: Turned round.
        """
        self.clear()
        self.setAccessibleName(name)
        self._file = file
        self._mirrored = mirrored
        self._begin()

    def set_mirrored(self, *, mirrored: bool) -> None:
        """Turn the picture round, or no longer."""
        self._mirrored = mirrored
        self.update()

    def set_going(self, *, going: bool) -> None:
        """Let a picture that moves go on, or hold it where it is."""
        self._goes_on = going
        self._set_clock()

    def clear(self) -> None:
        """Show nothing, and drop what is being decoded."""
        self._stop()
        self._file = self._frame = self._following = self._fitted = None
        self.update()

    # -- decoding -----------------------------------------------------------------------------

    def _begin(self) -> None:
        """Open the file; this too is done elsewhere."""
        if self._file is not None:
            self._courier.reel = Reel(self._file)
            self._ask()

    def _stop(self) -> None:
        self._clock.stop()
        self._courier.drop()
        self._busy = False

    def _ask(self) -> None:
        """Have the next frame decoded elsewhere; it comes back to `_receive`."""
        courier, reel = self._courier, self._courier.reel
        if reel is None or self._busy:
            return
        self._busy = True
        QThreadPool.globalInstance().start(lambda: _work(reel, courier))

    def _receive(self, reel: Reel, result: Frame | ContentError) -> None:
        if reel is not self._courier.reel:  # of a picture that is no longer wanted
            return
        self._busy = False
        if isinstance(result, ContentError):
            problem = Problem(str(self._file), result.problems[0].place, result.problems[0].reason)
            self.clear()
            self.refused.emit(problem)
            return
        self._following = result
        if self._frame is None:
            self._turn()
            self.shown.emit()
        elif self._may_move and not self._clock.isActive():  # it took longer than a frame
            self._turn()

    @property
    def _may_move(self) -> bool:
        return self._goes_on and self.isVisible() and not self._theme.reduce_motion

    def _turn(self) -> None:
        """Show the next frame, if it is there, and have the one after it decoded."""
        if self._following is None:
            return
        self._frame, self._following, self._fitted = self._following, None, None
        self.update()
        self._set_clock()

    def _set_clock(self) -> None:
        """Wait for the next frame's time while somebody looks and nothing speaks against it."""
        frame = self._frame
        if frame is None or not frame.milliseconds or not self._may_move:
            self._clock.stop()
            return
        if not self._clock.isActive():
            self._clock.start(frame.milliseconds)
        if self._following is None:
            self._ask()

    # -- looks --------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Go on, or begin again with what was dropped."""
        super().showEvent(event)
        if self._courier.reel is None:
            self._begin()
        self._set_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: no more frames; what is still being opened is dropped."""
        super().hideEvent(event)
        self._clock.stop()
        if self._frame is None:
            self._stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit in anew."""
        super().resizeEvent(event)
        self._fitted = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the picture with rounded corners."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        if self._frame is None:
            return
        place = self._place(self._frame.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(place, Radius.MEDIUM, Radius.MEDIUM)
        painter.setClipPath(outline)
        if self._frame.image.hasAlphaChannel():
            painter.fillRect(place, LIGHT.surface)  # dark lines are drawn for light paper
        if self._mirrored:
            painter.translate(2 * place.center().x() + 1, 0)
            painter.scale(-1, 1)
        painter.drawPixmap(place, self._pixmap(self._frame.image, place.size()))

    def _place(self, image: QImage) -> QRect:
        """Where the picture lies: in the middle, all of it, never drawn larger than it is."""
        room = self.rect().adjusted(Space.S, Space.S, -Space.S, -Space.S)
        size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if size.width() > image.width():
            size = image.size()
        place = QRect(0, 0, max(size.width(), 1), max(size.height(), 1))
        place.moveCenter(room.center())
        return place

    def _pixmap(self, image: QImage, size: QSize) -> QPixmap:
        if self._fitted is None or self._fitted.devicePixelRatio() != self.devicePixelRatioF():
            ratio = self.devicePixelRatioF()
            smooth = Qt.TransformationMode.SmoothTransformation
            exact = (size * ratio).boundedTo(image.size())
            scaled = image.scaled(exact, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._fitted = QPixmap.fromImage(scaled)
            self._fitted.setDevicePixelRatio(ratio)
        return self._fitted

    def _dress(self) -> None:
        """Colours may be others, and whether anything may move."""
        self._set_clock()
        self.update()


def _work(reel: Reel, courier: _Courier) -> None:
    """Run in a worker thread."""
    result: Frame | ContentError
    try:
        result = reel.next()
    except ContentError as wrong:
        result = wrong
    with contextlib.suppress(RuntimeError):  # the application is over and nobody waits any more
        courier.done.emit(reel, result)
