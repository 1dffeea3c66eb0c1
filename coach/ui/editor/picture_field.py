"""The picture of an exercise of one's own: a shipped figure, or a picture from a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QRect, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFontMetrics,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from coach.content.library import Library
from coach.content.problem import ContentError
from coach.core.figure import Moment
from coach.core.words import _
from coach.ui.button import Button
from coach.ui.corner import Corner, place_corners
from coach.ui.editor.figure_names import figure_titles
from coach.ui.editor.figure_picker import FigurePicker
from coach.ui.editor.thumbs import Thumbs
from coach.ui.figure.own_picture import OwnPictureView
from coach.ui.figure.view import FigureView
from coach.ui.parts.field import sentence
from coach.ui.parts.flow import Flow
from coach.ui.pictures import Figures
from coach.ui.text import Text
from coach.ui.theme import Line, Radius, Size, Space, Theme

HEIGHT = 220
FRAME_MS = 40
MOST_SECONDS = 30.0
_INSET = Space.M + 2
"""Pixels between the dashed edge's place and the words in it."""

_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class _Frame(QWidget):
    """Shows the picture, or a dashed place for one."""

    def __init__(self, theme: Theme, figures: Figures) -> None:
        super().__init__()
        self._theme = theme
        self._figures = figures
        self._kind = "hold"
        self._shown = ("", "")
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._move)
        self.setFixedHeight(HEIGHT)
        theme.changed.connect(self._fit_words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.figure = FigureView(self)
        self.own = OwnPictureView(theme, self)
        self.figure.hide()
        self.own.hide()
        self._corners = [Corner(theme, self, turn) for turn in range(4)]
        self._place_corners(shown=False)
        theme.changed.connect(self._dress)
        self._dress()

    def show_picture(self, figure: str, picture: str, title: str) -> None:
        """Show a figure or an own picture, by name; nothing where both are empty."""
        if (figure, picture) == self._shown:
            return
        self._shown = (figure, picture)
        self._timer.stop()
        self.own.setVisible(bool(picture))
        has_figure = False
        if picture:
            self.own.show_picture(self._figures.picture_file(picture), title)
        elif figure:
            has_figure = self._show_figure(figure)
        self.figure.setVisible(has_figure)
        self._place_corners(shown=bool(picture) or has_figure)
        self.update()

    def _show_figure(self, figure: str) -> bool:
        try:
            motion = self._figures.motion(figure)
        except ContentError:  # told at the field
            return False
        self._kind = motion.kind
        self.figure.show_motion(motion)
        self._clock.restart()
        if not self._theme.reduce_motion:
            self._timer.start()
        return True

    def _move(self) -> None:
        seconds = self._clock.elapsed() / 1000
        if seconds > MOST_SECONDS or not self.isVisible():
            self._timer.stop()
        phase, progress = int(seconds // 1.5) % 2, seconds % 1.5 / 1.5
        elapsed = seconds % 6 if self._kind == "hold" else seconds
        self.figure.set_moment(
            Moment(kind=self._kind, phase=phase, progress=progress, elapsed=elapsed, rep=1)
        )

    def _place_corners(self, *, shown: bool) -> None:
        for corner in self._corners:
            corner.setVisible(shown)

    def _dress(self) -> None:
        scheme = "dark" if self._theme.is_dark else "light"
        self.figure.set_theme(scheme, paper=self._theme.colours.surface)
        self.figure.set_reduce_motion(self._theme.reduce_motion)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _fit_words(self) -> None:
        """Be as high as a picture, or as the words in its place where they are large."""
        room = QRect(0, 0, max(1, self.width() - 2 * _INSET), 0)
        metrics = QFontMetrics(self._theme.font(Size.BODY))
        words = metrics.boundingRect(room, int(_WRAPPED), _hint())
        self.setFixedHeight(max(HEIGHT, words.height() + 2 * _INSET))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()
        self.figure.setGeometry(self.rect())
        self.own.setGeometry(self.rect())
        place_corners(self._corners, self.width(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("edge"), Line.BORDER, Qt.PenStyle.DashLine))
        painter.setBrush(self._theme.colour("surface"))
        inner = QRect(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(inner, Radius.LARGE, Radius.LARGE)
        painter.setPen(self._theme.colour("ink_soft"))
        painter.setFont(self._theme.font(Size.BODY))
        room = self.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawText(room, int(_WRAPPED), _hint())


def _hint() -> str:
    return _("A picture helps. Choose one below, or drag a file here.")


class PictureField(QWidget):
    """The picture, with the two ways to one.

    Signals:
        figure_picked: Carries a figure's name.
        file_picked: Carries the path of a file.
        removed: No picture is wanted.
    """

    figure_picked = Signal(str)
    file_picked = Signal(object)
    removed = Signal()

    def __init__(
        self, theme: Theme, figures: Figures, library: Library, parent: QWidget | None = None
    ) -> None:
        """Show none yet."""
        super().__init__(parent)
        self._theme = theme
        self._figures = figures
        self._library = library
        self._thumbs = Thumbs(figures, self)
        self.frame = _Frame(theme, figures)
        self.choose_figure = Button(theme, _("Choose a figure"))
        self.choose_file = Button(theme, _("My own picture"))
        self.remove = Button(theme, _("No picture"))
        self.problem = Text(Size.SMALL)
        self.problem.hide()
        self.picker: FigurePicker | None = None
        self._buttons = Flow()
        for button in (self.choose_figure, self.choose_file, self.remove):
            button.setParent(self._buttons)
            self._buttons.parts.append(button)
        self.choose_figure.setCheckable(True)
        self.choose_figure.toggled.connect(self._show_picker)
        self.choose_file.clicked.connect(self._ask_for_file)
        self.remove.clicked.connect(self.removed)
        self.setAcceptDrops(True)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.S)
        for part in (self.frame, self.problem, self._buttons):
            self._rows.addWidget(part)

    def show_picture(self, figure: str, picture: str, title: str, reason: str) -> None:
        """Show what is chosen, and why it can't be shown."""
        self.frame.show_picture(figure, picture, title)
        self.remove.setVisible(bool(figure or picture))
        self._buttons.arrange()
        self.set_problem(reason)

    def set_problem(self, reason: str) -> None:
        """Say why a picture can't be used; empty for nothing."""
        self.problem.set_text(sentence(_("the picture {why}").format(why=reason)) if reason else "")
        self.problem.setVisible(bool(reason))
        self.choose_file.setAccessibleDescription(self.problem.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Use the file."""
        self.file_picked.emit(Path(event.mimeData().urls()[0].toLocalFile()))

    def _show_picker(self, shown: bool) -> None:
        if self.picker is None:
            titles = figure_titles(self._library)
            self.picker = FigurePicker(self._theme, self._figures, self._thumbs, titles, self)
            self.picker.picked.connect(self._take_figure)
            self._rows.addWidget(self.picker)
        self.picker.setVisible(shown)
        if shown:
            self.picker.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_figure(self, name: str) -> None:
        self.choose_figure.setChecked(False)
        self.choose_figure.setFocus(Qt.FocusReason.OtherFocusReason)
        self.figure_picked.emit(name)

    def _ask_for_file(self) -> None:
        kinds = _("Pictures (*.png *.jpg *.jpeg *.gif *.webp *.svg)")
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        file, _kind = QFileDialog.getOpenFileName(self, _("Choose a picture"), place, kinds)
        if file:
            self.file_picked.emit(Path(file))
