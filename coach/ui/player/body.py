"""The middle of the player: picture, countdown and words, laid out for the room there is."""

from __future__ import annotations

from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.core.cue import Cue
from coach.core.playback import PlaybackState, Snapshot
from coach.core.timeline import Segment, Timeline
from coach.core.words import _
from coach.ui.button import Button, Weight
from coach.ui.pictures import Figures
from coach.ui.player.arrangement import Arrangement
from coach.ui.player.badge import SideBadge
from coach.ui.player.countdown import Countdown
from coach.ui.player.instructions import Instructions
from coach.ui.player.saying import Saying
from coach.ui.player.stage import Stage
from coach.ui.player.wording import (
    before_routine,
    count_line,
    eyebrow,
    next_line,
    side_badge,
    state_word,
    title,
    what_to_do,
)
from coach.ui.text import Text
from coach.ui.theme import Size, Space, Target, Theme

QWIDGETSIZE_MAX = (1 << 24) - 1
"""What Qt takes for no limit."""

LEAST, LEAST_TIGHT = 190, 132
"""Least side of picture and countdown in pixels; the digits are then about 70 and 48 high."""

LEAST_WHILE_READ = 100
"""The same before a routine, while what to see to is read: nothing is held yet."""

SHARE_WHEN_SMALL = 0.75
"""Of the height there is, for picture and countdown where the words have to be scrolled to."""

SHARE_WITH_HEAD = 0.36
"""They are made as small as this so that the title is in sight too."""

ROOM_FOR_DOSE = 300
"""Least width in pixels at 100 % text for the leg and the number of the hold side by side."""


class Body(QWidget):
    """Knows the parts and their places; what they show comes from outside.

    Attributes:
        stage: The picture.
        countdown: The digits in their ring.
        caption: What is being said.
        before: What to see to before the routine; shown until it begins.
        go_on: Shown while the routine waits for the person.
    """

    def __init__(self, theme: Theme, figures: Figures, parent: QWidget | None = None) -> None:
        """Lay everything out as for a wide window."""
        super().__init__(parent)
        self._theme = theme
        self._arrangement: Arrangement | None = None
        self._tight = False
        self._gap = 0
        self._room = (0, 0)
        self.stage = Stage(theme, figures)
        self.stage.picture_refused.connect(lambda _problem: self._choose_parts())
        self.countdown = Countdown(theme)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.caption = Text(Size.CAPTION, align=middle)
        self.caption.setAlignment(middle | Qt.AlignmentFlag.AlignTop)
        self.caption.keep_lines(2)
        self._saying = Saying()
        self.before = Text(Size.STRONG, align=middle)
        self.before.hide()
        self._below = self._make_below()
        self.eyebrow = Text(Size.SMALL, tone="soft")
        self.title = Text(Size.TITLE)
        self.badge = SideBadge(theme)
        self.count = Text(Size.HEADING)
        self.instructions = Instructions()
        self.following = Text(Size.BODY, tone="soft")
        self.go_on = Button(
            theme, _("Go on"), weight=Weight.PRIMARY, height=Target.LARGE, size=Size.HEADING
        )
        self.go_on.set_tip(_("Go on (Enter)"))
        self.go_on.hide()
        self._head = self._make_head()
        self._words = self._make_words()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, Space.S)
        self._rows.setSpacing(Space.M)
        self._both, self._left, self._right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._parts = (
            self.stage, self.countdown, self._below, self._head, self.go_on, self._words,
        )  # fmt: skip
        for part in self._parts:
            part.setParent(self)
        self.arrange(Arrangement.WIDE)

    def _make_below(self) -> QWidget:
        """Before a routine the place of the caption is for what to see to.

        What is said then, to get ready for the first exercise, the ring and the title show too.
        """
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.caption)
        column.addWidget(self.before)
        below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        return below

    def _make_head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addStretch()
        column.addWidget(self.eyebrow)
        column.addWidget(self.title)
        column.addSpacing(Space.XS)
        self.count.keep_lines(1)
        self._dose = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._dose.setSpacing(Space.M - Space.XS)
        self._dose.addWidget(self.badge)
        self._dose.addWidget(self.count, 1)
        column.addLayout(self._dose)
        column.addStretch()
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        return head

    def _make_words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.instructions)
        column.addWidget(self.following)
        column.addStretch()
        words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        return words

    def arrange(self, arrangement: Arrangement, *, tight: bool = False, gap: int = Space.L) -> None:
        """Lay the parts out; the same arrangement costs nothing.

        Args:
            arrangement: How they lie.
            tight: The words give way to what matters most.
            gap: Pixels between the columns.
        """
        if (arrangement, tight, gap) == (self._arrangement, self._tight, self._gap):
            return
        self._arrangement, self._tight, self._gap = arrangement, tight, gap
        self._clear()
        self._set_sizes(wide=arrangement is Arrangement.WIDE)
        {
            Arrangement.WIDE: self._arrange_wide,
            Arrangement.TALL: self._arrange_tall,
            Arrangement.SMALL: self._arrange_small,
        }[arrangement](self._rows)
        self._choose_parts()

    def _arrange_wide(self, rows: QVBoxLayout) -> None:
        left, right, both = self._left, self._right, self._both
        left.addWidget(self.stage, 1)
        left.addWidget(self._below)
        right.addWidget(self._head)
        right.addWidget(self.countdown, 1)
        right.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        right.addWidget(self._words)
        both.addLayout(left, 11)
        both.addLayout(right, 8)
        rows.addLayout(both)

    def _arrange_tall(self, rows: QVBoxLayout) -> None:
        both = self._both
        both.addWidget(self.countdown, 1)
        both.addWidget(self._head, 1)
        rows.addWidget(self.stage, 3)
        rows.addWidget(self._below)
        rows.addLayout(both, 2)
        rows.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._words)

    def _arrange_small(self, rows: QVBoxLayout) -> None:
        both = self._both
        both.addWidget(self.stage, 1)
        both.addWidget(self.countdown, 1)
        rows.addLayout(both, 1)
        rows.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._below)
        rows.addWidget(self._head)
        rows.addWidget(self._words)

    def _clear(self) -> None:
        """Take everything out of every layout, and the gap they have now.

        WORKAROUND: the layouts inside are kept and used again. PySide 6.11 takes a layout that was
        deleted with the one around it for the next one at its place in memory, and crashes.
        What takeAt returns is not deleted either: Qt would go on telling the old item of a
        widget's new size, and the new one would keep the old size for good.
        """
        for layout, part in product((self._rows, self._both, self._left, self._right), self._parts):
            layout.removeWidget(part)
        for layout in (self._rows, self._both, self._left, self._right):
            while layout.takeAt(0) is not None:
                pass
        self._both.setSpacing(self._gap)
        for rows in (self._left, self._right):
            rows.setSpacing(self._gap * Space.M // Space.L)

    def _set_sizes(self, *, wide: bool) -> None:
        """What is said is the largest of the words; where they are tight, less so."""
        usual = Size.STRONG if self._tight else Size.CAPTION
        self.caption.set_size(Size.TITLE if wide else usual)
        self.title.set_size(Size.CAPTION if wide else Size.HEADING)
        self.count.set_size(Size.HEADING if wide else Size.STRONG)
        self.before.set_size(Size.HEADING if wide else Size.STRONG)
        self.caption.keep_lines(2)

    def take_progress(self, progress: QWidget) -> None:
        """Keep the bar of the routine among the words, where it has no place of its own."""
        rows = self._words.layout()
        assert isinstance(rows, QVBoxLayout)
        rows.insertWidget(0, progress)

    def give_room(self, width: int, height: int) -> None:
        """Keep picture and countdown large enough where the rest has to be scrolled to.

        What is said stays in sight with them.
        """
        self._room = (width, height)
        side = self._side_when_small(width, height) if self._is_small else LEAST
        for part in (self.stage, self.countdown):
            part.setMinimumHeight(side)
        self.stage.setMaximumHeight(self._most_of_stage(height))
        column = width if self._is_small else width * 8 // 19
        directions = QBoxLayout.Direction
        beside = column >= self._theme.pixels(ROOM_FOR_DOSE)
        self._dose.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it has grown beyond the room there is, it scrolls."""
        super().resizeEvent(event)
        self.stage.setMaximumHeight(self._most_of_stage(self._room[1]))

    def _most_of_stage(self, height: int) -> int:
        """Where the words beside the picture have to be scrolled, what is said below it has not."""
        if self._arrangement is not Arrangement.WIDE:
            return QWIDGETSIZE_MAX
        below = self.caption.minimumHeight() + self._left.spacing() + Space.S
        if self.height() > height:
            below += Space.L  # the words fade out there
        return max(LEAST, height - below)

    def _side_when_small(self, width: int, height: int) -> int:
        fading = Space.L  # the words below fade out there
        reads = not self.before.isHidden()
        said = self.before.heightForWidth(width) if reads else 0
        below = height - max(self.caption.minimumHeight(), said) - Space.M - fading
        if not self.go_on.isHidden():
            below -= self.go_on.sizeHint().height() + Space.M
        room = below
        with_head = below - self._head.sizeHint().height() - Space.M
        if with_head >= SHARE_WITH_HEAD * height:
            below = with_head
        side = min((width - Space.L) // 2, round(height * SHARE_WHEN_SMALL), below)
        least = LEAST_TIGHT if self._tight else LEAST
        if reads:
            least = min(least, max(LEAST_WHILE_READ, room))
        return max(least, side)

    @property
    def _is_small(self) -> bool:
        return self._arrangement is Arrangement.SMALL

    def _choose_parts(self) -> None:
        """Say nothing twice.

        Without a figure its place is for the words, unless that is too small for them.
        """
        small = self._is_small
        self.stage.setVisible(self.stage.has_picture or not small)
        said = (self.caption.text(),) == self.instructions.sentences and not self.caption.isHidden()
        self.instructions.setVisible(not said if self.stage.has_picture else small)

    def show_pause(self, reason: str) -> None:
        """Say that nothing goes on, and why; empty when it goes on again."""
        self.stage.set_veiled(veiled=bool(reason))
        if reason:
            self.caption.set_text(reason)
            self._choose_parts()

    def say(self, timeline: Timeline, cue: Cue) -> None:
        """Show what is said in the middle of a segment; the countdown's digits speak for it."""
        if self._saying.hear(cue):
            self._show_caption(timeline, timeline.segments[cue.segment])
            self._show_before("")

    def _show_before(self, words: str) -> None:
        """Show what to see to before the routine in the place of what is said, all of it."""
        changes = bool(words) is self.before.isHidden()
        if words:
            self.before.set_text(words)
            self.before.setMinimumHeight(self.caption.minimumHeight())
        self.before.setVisible(bool(words))
        self.caption.setVisible(not words)
        if changes and self._is_small:
            self.give_room(*self._room)

    def _show_caption(self, timeline: Timeline, segment: Segment) -> None:
        said = self._saying.text(timeline, segment)
        twice = not self.stage.has_picture and (said,) == self.instructions.sentences
        self.caption.set_text("" if twice else said)
        self._choose_parts()

    def show_segment(self, timeline: Timeline, snapshot: Snapshot) -> None:
        """Change all words to those of the segment."""
        segment = snapshot.segment
        paused = snapshot.state is PlaybackState.PAUSED
        self.stage.show_step(timeline, snapshot)
        self.eyebrow.set_text(eyebrow(timeline, segment))
        self.title.set_text(title(timeline, segment))
        self.badge.set_text(side_badge(timeline, segment))
        self.badge.setVisible(bool(self.badge.text))
        self.count.set_text(count_line(timeline, segment))
        self.instructions.show_sentences(what_to_do(timeline, segment))
        self.instructions.set_quiet(quiet=segment.kind.is_work)
        self.following.set_text(next_line(timeline, segment))
        self._show_before("" if paused else before_routine(timeline, segment))
        self._choose_parts()
        if not paused:
            self._show_caption(timeline, segment)
        self._show_go_on(wanted=segment.waits)
        word = _("Paused") if paused else state_word(timeline, segment)
        self.countdown.show_segment(word, segment.kind)

    def _show_go_on(self, *, wanted: bool) -> None:
        if wanted is self.go_on.isHidden():
            self.go_on.setVisible(wanted)
            self.give_room(*self._room)

    def set_moment(self, snapshot: Snapshot) -> None:
        """Move what moves."""
        self.stage.set_moment(snapshot)
        self.countdown.set_moment(snapshot)
