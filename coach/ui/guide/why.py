"""Why an exercise is done: what stands behind it, what to mind, where it comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.core.body import Strength
from coach.core.exercise import Exercise, Source
from coach.core.learn import Handbook
from coach.core.words import _
from coach.ui.learn.wording import reading
from coach.ui.paragraph import behind_number
from coach.ui.text import Text
from coach.ui.theme import Size, Space


def strength_text(strength: Strength) -> str:
    """Return what stands behind an exercise, in plain words."""
    return {
        Strength.TRIAL: _("A randomised trial used it."),
        Strength.GUIDANCE: _("Official or professional guidance describes it."),
        Strength.PRACTICE: _("Ordinary practice of physiotherapy or first aid."),
        Strength.ARTICLE: _("It comes from the source article alone."),
    }[strength]


def strength_meaning(strength: Strength) -> str:
    """Return what that means for the person."""
    return {
        Strength.TRIAL: _("It was tried with people. It may help; it does not help everybody."),
        Strength.GUIDANCE: _("Those who treat cramps recommend it. It may help."),
        Strength.PRACTICE: _("Many people find it helpful. No trial was found."),
        Strength.ARTICLE: _("No trial and no guidance was found. Leave it out if you like."),
    }[strength]


def source_text(source: Source, handbook: Handbook | None) -> str:
    """Return a source as it is shown, and how it was read where it was not the page itself."""
    if source.quote:
        text = _("The source article, line {n}: “{text}”").format(n=source.line, text=source.quote)
        return " ".join(part for part in (text, source.note) if part)
    known = handbook.reference_named(source.reference) if handbook else None
    name = _("{name}.").format(name=source.reference)
    parts = (name, source.note, reading(known) if known else "")
    return " ".join(part for part in parts if part)


class WhyPage(QWidget):
    """One exercise's reasons; everything can be selected and copied."""

    def __init__(self, exercise: Exercise, handbook: Handbook | None, *, own: bool) -> None:
        """Tell of `exercise`; one of the person's `own` has only what they wrote."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self.texts: list[Text] = []
        self._add(Size.HEADING, exercise.title)
        self._add(Size.BODY, exercise.target, tone="soft")
        self._heading(_("What stands behind it"))
        if own:
            self._add(Size.BODY, _("It is an exercise of your own."))
        else:
            self._add(Size.STRONG, strength_text(exercise.strength), tone="accent")
            self._add(Size.BODY, strength_meaning(exercise.strength))
        self._list(_("What to mind"), exercise.cautions, _("A pull is fine, pain is not."))
        sources = tuple(source_text(source, handbook) for source in exercise.sources)
        if sources or not own:
            self._list(_("Where it comes from"), sources, "", numbered=True)
        self._column.addStretch(1)

    @property
    def words(self) -> str:
        """Everything as one text."""
        return " ".join(text.text() for text in self.texts)

    def _heading(self, text: str) -> None:
        self._column.addSpacing(Space.S)
        self._add(Size.STRONG, text)

    def _list(
        self, title: str, items: tuple[str, ...], otherwise: str, *, numbered: bool = False
    ) -> None:
        self._heading(title)
        for number, item in enumerate(items or (otherwise,), start=1):
            if numbered:
                self._add(Size.SMALL, behind_number(number, item), tone="soft")
            else:
                self._add(Size.BODY, item)

    def _add(self, size: Size, text: str, *, tone: str = "") -> None:
        if text:
            label = Text(size, text, tone=tone)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.texts.append(label)
            self._column.addWidget(label)
