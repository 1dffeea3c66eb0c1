"""The keys of Cramp now: large ones for what matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from coach.core.body import Side
from coach.core.relief import CRAMP_MUSCLES, Place, ReliefState
from coach.ui.cramp.stopbar import press

if TYPE_CHECKING:
    from coach.ui.cramp.screen import CrampScreen

MEANT_FOR_THE_STEP = 1.5
"""Seconds in which a key pressed after the question came up was meant for what it did before."""

PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""Modifiers that change nothing about what a key asks for."""

_EASING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_E)
_SIDES = {Qt.Key.Key_Left: Side.LEFT, Qt.Key.Key_Right: Side.RIGHT}


class CrampKeys:
    """Turns keys into what the screen is asked for."""

    def __init__(self, screen: CrampScreen) -> None:
        """Ask `screen`."""
        self._screen = screen

    def press(self, key: Qt.Key) -> bool:
        """Do what a key asks for; return whether it asks for anything."""
        return self._press_main(key) or self._press_choice(key)

    def _press_main(self, key: Qt.Key) -> bool:
        now = self._screen.now
        after = now.state is ReliefState.AFTERCARE
        if (key in _EASING and not after) or (key == Qt.Key.Key_F and after):
            self._screen.ease()
        elif key == Qt.Key.Key_N:
            meant_for_step = now.clock - self._screen.asked_at < MEANT_FOR_THE_STEP
            if now.asks and not meant_for_step:
                self._screen.answer(found=False)
            else:
                press(self._screen.not_yet)
        elif key == Qt.Key.Key_Y and now.asks:
            self._screen.answer(found=True)
        elif key == Qt.Key.Key_S:
            press(self._screen.stop)
        elif key == Qt.Key.Key_O:
            press(self._screen.other)
        elif key == Qt.Key.Key_D:
            self._screen.toggle_night()
        elif key == Qt.Key.Key_M:
            self._screen.mute_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self._screen.point_at_way_out()
        else:
            return key in _EASING
        return True

    def _press_choice(self, key: Qt.Key) -> bool:
        if key in _SIDES:
            self._screen.switch(side=_SIDES[key])
            return True
        number = key - Qt.Key.Key_1
        if 0 <= number < len(CRAMP_MUSCLES):
            self._screen.switch(muscle=CRAMP_MUSCLES[number])
        elif len(CRAMP_MUSCLES) <= number < len(CRAMP_MUSCLES) + len(Place):
            self._screen.move_to(tuple(Place)[number - len(CRAMP_MUSCLES)])
        else:
            return False
        return True
