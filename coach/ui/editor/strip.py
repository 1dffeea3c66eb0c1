"""A strip that says how draft and file stand to each other, where there is something to choose."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.app.editing import SaveState, SaveStatus
from coach.core.words import _
from coach.ui.announce import announce
from coach.ui.button import Button
from coach.ui.parts.card import draw_card
from coach.ui.parts.flow import Flow
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Theme


class StateStrip(QWidget):
    """Shown in a conflict and where saving was not possible.

    Attributes:
        text: What is so.
        go: Leads to what is wrong.
        both: Keeps both in a conflict.
        mine: Keeps what is in the editor.
        theirs: Takes what the file says.

    Signals:
        go_wanted: What is wrong is to be shown.
        both_wanted: Save as a copy.
        mine_wanted: Write over the file.
        theirs_wanted: Drop the draft for the file.
        grown: Texts or buttons need another height.
    """

    go_wanted = Signal()
    both_wanted = Signal()
    mine_wanted = Signal()
    theirs_wanted = Signal()
    grown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Stay hidden."""
        super().__init__(parent)
        self._theme = theme
        self.text = Text(Size.BODY)
        self.go = Button(theme, _("Show me"))
        self.both = Button(theme, _("Keep both"))
        self.mine = Button(theme, _("Keep mine"))
        self.theirs = Button(theme, _("Take the file's"))
        self.go.clicked.connect(self.go_wanted)
        self.both.clicked.connect(self.both_wanted)
        self.mine.clicked.connect(self.mine_wanted)
        self.theirs.clicked.connect(self.theirs_wanted)
        self._buttons = Flow()
        for button in (self.go, self.both, self.mine, self.theirs):
            button.setParent(self._buttons)
            self._buttons.parts.append(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        rows.addWidget(self.text)
        rows.addWidget(self._buttons)
        self.hide()

    def show_state(self, state: SaveState, *, faults: bool = False) -> None:
        """Show what there is to know or choose; nothing while all is well.

        Args:
            state: How draft and file stand to each other.
            faults: Whether something in the draft is wrong.
        """
        conflict = state.status is SaveStatus.CONFLICT
        failed = state.status is SaveStatus.FAILED
        kept = _("It is kept as a draft until then.") if failed and faults else ""
        self.text.set_text(" ".join(part for part in (state.text, kept) if part))
        for button in (self.both, self.theirs):
            button.setVisible(conflict and state.theirs is not None)
        self.mine.setVisible(conflict)
        self.go.setVisible(failed and faults)
        self._buttons.setVisible(conflict or (failed and faults))
        self._buttons.arrange()
        shown = bool(state.text)
        if shown and self.isHidden():
            announce(self.window(), self.text.text())  # the strip itself is not shown yet
        self.setVisible(shown)

    def event(self, event: QEvent) -> bool:
        """Tell once a part has another size, as in another font."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        draw_card(self, self._theme, "warm_graphic")
