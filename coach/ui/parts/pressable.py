"""What all painted buttons share: the light under the pointer, the ring for keys, Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

FAINT = 0.4
"""Opacity of what cannot be pressed now."""


class Pressable(QAbstractButton):
    """A button that is drawn by hand; whoever draws it asks `_hovered` and `_ringed`.

    Of several choices Tab comes to the chosen one only.

    Attributes:
        arrows: Keys that go from one of several choices to another.
    """

    arrows: tuple[Qt.Key, ...] = (
        *(Qt.Key.Key_Left, Qt.Key.Key_Right),
        *(Qt.Key.Key_Up, Qt.Key.Key_Down),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        """Be reached by Tab, not by clicks, so that the ring is for those who use keys."""
        super().__init__(parent)
        self._hovered = self._ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _begin(self) -> QPainter:
        """Return the painter to draw with: smooth, and faint where it cannot be pressed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(FAINT)
        return painter

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up under the pointer."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to the ground."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring where focus came by a key; of several choices Tab comes to the chosen."""
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._ringed = event.reason() in by_key
        if self._ringed and (chosen := self._chosen_instead()) is not None:
            self._ringed = False
            chosen.setFocus(event.reason())
            return
        super().focusInEvent(event)

    def step_of(self, key: int) -> int:
        """Return whether a key goes to the next of several choices (1), or back (-1); 0 for no."""
        if not self.autoExclusive() or key not in self.arrows:
            return 0
        keys = Qt.Key
        on = (keys.Key_Down, keys.Key_Left if self.isRightToLeft() else keys.Key_Right)
        return 1 if key in on else -1

    def _choices(self) -> list[Pressable]:
        """Return all that one may choose from here, itself included, in order."""
        parent = self.parentWidget()
        if parent is None:
            return [self]
        flags = Qt.FindChildOption.FindDirectChildrenOnly
        every = parent.findChildren(Pressable, options=flags)
        return [one for one in every if one.autoExclusive() and one.isVisible() and one.isEnabled()]

    def _choose(self, step: int) -> None:
        choices = self._choices()
        other = choices[(choices.index(self) + step) % len(choices)]
        if other is not self:
            other.click()
            other.setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen_instead(self) -> Pressable | None:
        """Return the one of several choices that is chosen, where that is not this one."""
        if not self.autoExclusive() or self.isChecked():
            return None
        return next((one for one in self._choices() if one.isChecked()), None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._ringed = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does; arrows go to another of several choices and choose it."""
        if step := self.step_of(event.key()):
            self._choose(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
