"""The small window: figure, countdown, what is said, and the few buttons one needs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from coach.app.player import Player
from coach.content.settings import ScreenCorner
from coach.core.cue import CueDue
from coach.core.playback import PlaybackState, Snapshot
from coach.core.words import _
from coach.ui.icons import Icons
from coach.ui.mini.buttons import Buttons
from coach.ui.mini.notice import Notice, can_stay_on_top
from coach.ui.mini.places import corner_towards, nearest_corner, place_in
from coach.ui.pictures import Figures
from coach.ui.player.badge import SideBadge
from coach.ui.player.countdown import Countdown
from coach.ui.player.keys import command_for, is_plain
from coach.ui.player.saying import Saying
from coach.ui.player.stage import Stage
from coach.ui.player.watching import Watching
from coach.ui.player.wording import side_badge, state_word
from coach.ui.style import style_sheet
from coach.ui.text import Text
from coach.ui.theme import Line, Size, Space, Theme

SIDE: Final = 144
"""Of picture and countdown, in pixels at 100 % text; they grow by a third of what text does."""

RESTS_AFTER_MS: Final = 300
"""A window that has not moved for so long lies where it was meant to."""

_ARROWS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class MiniWindow(QDialog):
    """Follows a Player that belongs to somebody else, above all other windows.

    It is moved by dragging it anywhere, or with Ctrl and the arrow keys.

    Attributes:
        stage: The picture.
        countdown: The digits in their ring.
        badge: Which leg.
        caption: What is said.
        buttons: Pause, skip, back, Cramp now.
        notice: Why it can't stay on top; None where it can.

    Signals:
        back_wanted: The large window is wanted again.
        cramp_wanted: Help for a cramp is wanted.
        mute_wanted: Speak or be silent: the other of the two.
        corner_changed: It lies in another corner now; carries the ScreenCorner.
    """

    back_wanted = Signal()
    cramp_wanted = Signal()
    mute_wanted = Signal()
    corner_changed = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, figures: Figures) -> None:
        """Show nothing yet; see `follow`."""
        super().__init__(None)
        self._theme = theme
        self.corner = ScreenCorner.BOTTOM_RIGHT
        self._saying = Saying()
        self.stage = Stage(theme, figures)
        self.countdown = Countdown(theme)
        self._watching = Watching(self, theme, self.stage, self.countdown)
        self.badge = SideBadge(theme)
        self.caption = Text(Size.STRONG)
        self.caption.keep_lines(2)
        self.buttons = Buttons(theme, icons)
        self.notice = None if can_stay_on_top() else Notice(theme)
        self._rest = QTimer(self, singleShot=True, interval=RESTS_AFTER_MS)
        self._rest.timeout.connect(self._keep_corner)
        self._set_up_window()
        self._lay_out()
        self._connect()
        self._dress()

    def _set_up_window(self) -> None:
        self.setWindowTitle(_("Cramp Coach, small window"))
        flags = Qt.WindowType.Window
        if self.notice is None:
            flags |= Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        self.setWindowFlags(flags)

    def _lay_out(self) -> None:
        pictures = QHBoxLayout()
        pictures.setSpacing(Space.S)
        pictures.addWidget(self.stage)
        pictures.addWidget(self.countdown)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(4 * [Space.M - Space.XS]))
        column.setSpacing(Space.S)
        column.addLayout(pictures)
        column.addWidget(self.badge)
        column.addWidget(self.caption)
        if self.notice is not None:
            column.addWidget(self.notice)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        buttons, ask = self.buttons, self._watching.ask
        buttons.pause.clicked.connect(lambda: ask("go_on" if self._waits else "toggle_pause"))
        buttons.skip.clicked.connect(lambda: ask("skip"))
        buttons.large.clicked.connect(self.back_wanted)
        buttons.cramp.clicked.connect(self.cramp_wanted)
        self._theme.changed.connect(self._dress)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._come_back)

    # -- what is shown ------------------------------------------------------------------------

    @property
    def player(self) -> Player | None:
        """What is followed; None when it is over."""
        return self._watching.player

    def follow(self, player: Player) -> None:
        """Show a player from now on."""
        self._watching.watch(player)
        self.buttons.set_over(over=False)
        self.buttons.pause.setFocus()
        self._watching.show_state(player.playback.state)

    def leave(self) -> None:
        """Follow the player no longer; it goes on."""
        self._watching.leave()

    @property
    def _waits(self) -> bool:
        player = self.player
        return (
            player is not None
            and player.playback.state is PlaybackState.PLAYING
            and player.snapshot().segment.waits
        )

    def show_segment(self) -> None:
        """Change everything to what is done now."""
        if self.player is None:
            return
        timeline, snapshot = self.player.timeline, self.player.snapshot()
        segment = snapshot.segment
        paused = snapshot.state is PlaybackState.PAUSED
        self.stage.show_step(timeline, snapshot)
        self.stage.set_veiled(veiled=paused)
        self.badge.set_text(side_badge(timeline, segment))
        self.badge.setVisible(bool(self.badge.text))
        if not paused:
            self.caption.set_text(self._saying.text(timeline, segment))
        word = _("Paused") if paused else state_word(timeline, segment)
        self.countdown.show_segment(word, segment.kind)
        self.countdown.describe(word)
        self.buttons.set_paused(paused=paused or self._waits)
        self._fit()

    def show_moment(self, snapshot: Snapshot) -> None:
        """On the frame path: each part draws only what has changed."""
        self.stage.set_moment(snapshot)
        self.countdown.set_moment(snapshot)

    def show_cue(self, due: CueDue) -> None:
        """Show what is said."""
        if self._saying.hear(due.cue):
            self.show_segment()

    def show_pause(self, reason: str) -> None:
        """Show why nothing goes on; empty when it goes on."""
        if reason:
            self.caption.set_text(reason)
            self._fit()

    def finish(self) -> None:
        """Say so and stay: nobody's desk is covered by a large window unasked."""
        self.show_segment()
        self.leave()
        self.stage.set_veiled(veiled=False)
        self.badge.hide()
        self.caption.set_text(_("Done. Well done."))
        self.buttons.set_over(over=True)
        self.buttons.large.setFocus()
        self._fit()

    # -- keys and pointer ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the player; Escape and F9 lead back, Ctrl and an arrow to a corner."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in _ARROWS:
            self.place(corner_towards(self.corner, key))
        elif control and key == Qt.Key.Key_C:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.cramp_wanted.emit()
        elif not is_plain(event):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F9):
            self.back_wanted.emit()
        elif key == Qt.Key.Key_M:
            self.mute_wanted.emit()
        elif command := command_for(key):
            self._watching.ask("go_on" if command == "toggle_pause" and self._waits else command)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be dragged by anything that is no button."""
        handle = self.windowHandle()
        if event.button() is Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()

    # -- its place ----------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As small as everything is whole in it."""
        layout = self.layout()
        assert layout is not None
        width = layout.minimumSize().width()
        return QSize(width, layout.totalHeightForWidth(width))

    def place(self, corner: ScreenCorner, screen: QScreen | None = None) -> None:
        """Lie in a corner of a screen, of the present one where none is named."""
        self.corner = corner
        self._area = (screen or self.screen()).availableGeometry()
        self.resize(self.sizeHint())
        self.move(place_in(self._area, self.size(), corner))
        self.corner_changed.emit(corner)

    def _fit(self) -> None:
        """Take the height the words need, and stay in the corner."""
        size = self.sizeHint()
        if not self.isVisible() or size == self.size():
            return
        grown = size.height() - self.height()
        left, top = self.x(), self.y()
        self.resize(size)
        if self.notice is None and self.corner.is_bottom:
            self.move(left, top - grown)

    def _keep_corner(self) -> None:
        corner = nearest_corner(self.screen().availableGeometry(), self.frameGeometry())
        if corner is not self.corner:
            self.corner = corner
            self.corner_changed.emit(corner)

    def _come_back(self) -> None:
        """Lie where it can be seen when a screen was taken away."""
        free = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if self.isVisible() and not any(_is_mostly_in(area, self.frameGeometry()) for area in free):
            self.place(self.corner, QGuiApplication.primaryScreen())

    # -- what the system tells ----------------------------------------------------------------

    def moveEvent(self, event: QMoveEvent) -> None:
        """Remember the corner once it lies still."""
        super().moveEvent(event)
        if self.isVisible():
            self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody is looking."""
        super().showEvent(event)
        self._watching.look(seen=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is looking: no more frames."""
        super().hideEvent(event)
        self._rest.stop()
        self._watching.look(seen=False)

    def changeEvent(self, event: QEvent) -> None:
        """Minimised it can't be looked at."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._watching.look(seen=self.isVisible() and not self.isMinimized())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it leads back; what plays goes on."""
        self.back_wanted.emit()
        super().closeEvent(event)

    def _dress(self) -> None:
        self.setStyleSheet(style_sheet(self._theme))
        side = round(SIDE * (1 + (self._theme.scale - 1) / 3))
        for part in (self.stage, self.countdown):
            part.setMinimumSize(side, side)
        self.show_segment()
        self._fit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and an edge where no desktop draws a frame."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        if self.notice is None:
            painter.setPen(QPen(self._theme.colour("edge"), Line.HAIR))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _is_mostly_in(area: QRect, window: QRect) -> bool:
    common = area.intersected(window)
    return 2 * common.width() * common.height() > window.width() * window.height()
