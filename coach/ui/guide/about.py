"""What the app is, what it consists of, and what is known of its use."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.app.parts import Facts
from coach.core.words import _
from coach.ui.announce import announce
from coach.ui.button import Button
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme

COPIED_MS = 3000
"""So long the button says that it has copied."""


class _Courier(QObject):
    found = Signal(object)


class AboutPage(QWidget):
    """Versions and folders at once; the voice, which has to be asked, a moment later.

    Attributes:
        copy: Copies everything that was found.
        facts: The lines that are shown, name and value.
    """

    def __init__(
        self,
        theme: Theme,
        facts: Facts,
        look_at_voice: Callable[[], Facts] | None,
        texts: tuple[str, ...],
    ) -> None:
        """Show `facts`; `texts` say what the app is and is not."""
        super().__init__()
        self.facts = list(facts)
        self.copy = Button(theme, _("Copy all of this"))
        self.copy.clicked.connect(self._copy)
        self._reset = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._reset.timeout.connect(self._offer_to_copy)
        self._texts = texts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        for text in texts:
            self._column.addWidget(_selectable(Text(Size.BODY, text)))
        self._column.addSpacing(Space.S)
        self._column.addWidget(Text(Size.STRONG, _("This installation")))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.S)
        self._column.addLayout(self._rows)
        for name, value in self.facts:
            self._add(name, value)
        self._waiting = _selectable(Text(Size.BODY, _("The voice is being asked…"), tone="soft"))
        self._column.addWidget(self._waiting)
        self._waiting.setVisible(look_at_voice is not None)
        self._column.addWidget(self.copy)
        self._column.addStretch(1)
        self._courier = _Courier()
        self._courier.found.connect(self._show_voice)
        if look_at_voice is not None:
            courier, look = self._courier, look_at_voice
            QThreadPool.globalInstance().start(lambda: _ask(look, courier))

    @property
    def words(self) -> str:
        """Everything as one text."""
        lines = [_("{name}: {value}").format(name=name, value=value) for name, value in self.facts]
        return "\n".join((*self._texts, "", *lines))

    def _add(self, name: str, value: str) -> None:
        box = QVBoxLayout()
        box.setSpacing(0)
        box.addWidget(Text(Size.SMALL, name, tone="soft"))
        label = _selectable(Text(Size.BODY, _breakable(value)))
        label.setAccessibleName(f"{name}: {value}")
        box.addWidget(label)
        self._rows.addLayout(box)

    def _show_voice(self, facts: Facts) -> None:
        self._waiting.hide()
        for name, value in facts:
            self.facts.append((name, value))
            self._add(name, value)

    def _offer_to_copy(self) -> None:
        self._reset.stop()
        self.copy.set_text(_("Copy all of this"))

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back may copy again."""
        self._offer_to_copy()
        super().hideEvent(event)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words)
        self.copy.set_text(_("Copied"))
        announce(self.copy, _("Copied"))
        self._reset.start()


def _ask(look: Callable[[], Facts], courier: _Courier) -> None:
    facts = look()
    try:
        courier.found.emit(facts)
    except RuntimeError:  # closed meanwhile
        return


def _selectable(text: Text) -> Text:
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return text


def _breakable(path: str) -> str:
    """Let a long path be broken behind its slashes."""
    return path.replace("/", "/\u200b")
