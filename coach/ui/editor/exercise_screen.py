"""The form of an exercise of one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.app.editing import ExerciseEditor, SaveState, SaveStatus
from coach.content.findings import ExerciseFindings
from coach.content.library import Library
from coach.content.problem import ContentError
from coach.core.editing.draft import DoseDraft, ExerciseDraft
from coach.core.words import _, inside, listed, marked
from coach.ui.column import Column
from coach.ui.editor.keys import edit_by_key
from coach.ui.editor.lines_entry import LinesEntry
from coach.ui.editor.own_dose import OwnDose, usual_dose
from coach.ui.editor.picture_field import PictureField
from coach.ui.editor.section import Section
from coach.ui.editor.strip import StateStrip
from coach.ui.editor.words import muscle_names, position_names, problems_text, sides_names
from coach.ui.icons import Icons
from coach.ui.mirror import edges
from coach.ui.page import Page
from coach.ui.parts.choice import Choice, Ticks
from coach.ui.parts.entry import LineEntry, TitleEntry
from coach.ui.parts.entry_style import field_style
from coach.ui.parts.field import Field
from coach.ui.pictures import Figures
from coach.ui.start import Starting
from coach.ui.text import Text
from coach.ui.theme import SCROLL_BAR, Size, Space, Theme

WIDTH = 640
"""Pixels of the form at 100 % text."""


class ExerciseScreen(Starting):
    """Edits one exercise; what is wrong is shown at its field once saving was tried.

    Signals:
        left: Enough; what is not saved is kept.
        saved: The file is written; carries its id and whether the exercise is new.
        hear_wanted: Carries a text to be spoken.
    """

    left = Signal()
    saved = Signal(str, bool)
    hear_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        figures: Figures,
        editor: ExerciseEditor,
        library: Callable[[], Library],
        parent: QWidget | None = None,
    ) -> None:
        """Show what `editor` has open."""
        super().__init__(parent)
        self._theme = theme
        self._dress()  # first: what joins it later is dressed but once
        self.editor = editor
        self._asked = False
        self.strip = StateStrip(theme)
        self.title = TitleEntry(theme, _("Name"))
        self.picture = PictureField(theme, figures, library())
        self.muscles = Ticks(theme, muscle_names())
        self.target = LineEntry(_("For example: calf, right leg"))
        self.positions = Ticks(theme, position_names())
        self.equipment = LineEntry(_("For example: a towel; empty for nothing"))
        self.sides = Choice(theme, sides_names())
        self.dose = OwnDose(theme, icons)
        self.setup = LinesEntry(theme, _("One sentence a line, at most five"))
        self.cues = LinesEntry(theme, _("For example: keep breathing"))
        self.cautions = LinesEntry(theme, _("For example: stop if it hurts"))
        self.fields = {
            "title": Field(_("Name"), self.title),
            "muscles": Field(_("What it is for"), self.muscles),
            "target": Field(_("The same in your words"), self.target),
            "positions": Field(_("Where"), self.positions),
            "equipment": Field(_("What you need"), self.equipment),
            "sides": Field(_("Legs"), self.sides),
            "setup": Field(_("How to do it: one sentence a line, at most five"), self.setup),
            "cues": Field(_("Said while you do it: one a line"), self.cues),
            "cautions": Field(_("What to mind: one a line"), self.cautions),
        }
        self.fields["title"].label.hide()
        self.problems = Text(Size.STRONG)
        self.problems.hide()
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self.start = self.title
        self._open()

    def _lay_out(self) -> None:
        column = Column(self._theme, WIDTH)
        rows = column.rows
        rows.setSpacing(Space.L)
        rows.addWidget(self.strip)
        rows.addWidget(self.fields["title"])
        rows.addWidget(self.problems)
        rows.addWidget(self.picture)
        for heading, parts in (
            (_("Muscles"), ("muscles", "target")),
            (_("Place"), ("positions", "equipment")),
            (_("How much"), ("sides", "dose")),
            (_("In words"), ("setup", "cues", "cautions")),
        ):
            section = Section(heading)
            section.rows.setSpacing(Space.M)
            for part in parts:
                section.rows.addWidget(self.dose if part == "dose" else self.fields[part])
            rows.addWidget(section)
        rows.addStretch(1)
        column.setContentsMargins(edges(Space.L, 0, Space.L - SCROLL_BAR, Space.L))
        self.page = Page(column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)

    def _connect(self) -> None:
        for name in ("title", "target", "equipment"):
            entry = getattr(self, name)
            entry.written.connect(self._setter(name))
            entry.left.connect(self.editor.end_merge)
        for name in ("setup", "cues", "cautions"):
            entry = getattr(self, name)
            entry.lines_written.connect(self._setter(name))
            entry.left.connect(self.editor.end_merge)
        self.muscles.changed.connect(self._setter("muscles"))
        self.positions.changed.connect(self._setter("positions"))
        self.sides.chosen.connect(lambda sides: self._set("sides", str(sides)))
        self.dose.changed.connect(self._set_dose)
        self.dose.left.connect(self.editor.end_merge)
        self.picture.figure_picked.connect(self._set_figure)
        self.picture.file_picked.connect(self.use_file)
        self.picture.removed.connect(self._remove_picture)
        self.strip.go_wanted.connect(self._go_to_problem)
        self.strip.both_wanted.connect(self.editor.save_as_copy)
        self.strip.mine_wanted.connect(lambda: self.editor.save(force=True))
        self.strip.theirs_wanted.connect(self.editor.take_theirs)
        self.editor.opened.connect(self._open)
        self.editor.changed.connect(self._show)
        self.editor.found.connect(self._show_findings)
        self.editor.state_changed.connect(self._show_state)

    # -- what is shown ------------------------------------------------------------------------

    def _open(self) -> None:
        self._asked = False
        self.page.verticalScrollBar().setValue(0)
        self._show()
        self._show_state(self.editor.state)

    def _show(self) -> None:
        draft = self.editor.draft
        self.title.set_text(draft.title)
        self.target.set_text(draft.target)
        self.equipment.set_text(draft.equipment)
        self.setup.set_lines(draft.setup)
        self.cues.set_lines(draft.cues)
        self.cautions.set_lines(draft.cautions)
        self.muscles.show_chosen(draft.muscles)
        self.positions.show_chosen(draft.positions)
        self.sides.show_chosen(draft.sides or "both")
        self._show_findings(self.editor.findings)

    def _show_findings(self, findings: ExerciseFindings) -> None:
        """Nobody is told that a form is empty before it was to be saved."""
        draft = self.editor.draft
        faults: dict[str, str] = {}
        for fault in findings.faults:
            faults.setdefault(fault.field, fault.reason)
        shown = faults if self._asked or self.editor.id else _without_gaps(faults, draft)
        for name, field in self.fields.items():
            inside = (r for place, r in shown.items() if place.partition("[")[0] == name)
            field.set_problem(next(inside, ""))
        self.dose.show_dose(draft.dose, draft.sides or "both", shown)
        reason = shown.get("picture", "") or shown.get("figure", "")
        self.picture.show_picture(draft.figure or "", draft.picture or "", draft.title, reason)
        self.problems.set_text(problems_text(len(shown)))
        told = self.editor.state.status is SaveStatus.FAILED
        self.problems.setVisible(bool(shown) and not told)

    def _show_state(self, state: SaveState) -> None:
        self.strip.show_state(state, faults=bool(self.editor.findings.faults))

    # -- what is changed ----------------------------------------------------------------------

    def _setter(self, field: str) -> Callable[[object], None]:
        return lambda value: self._set(field, value)

    def _set(self, field: str, value: object) -> None:
        labels = {
            "title": marked("Write the name"),
            "muscles": marked("Choose muscles"),
            "positions": marked("Choose where"),
            "sides": marked("Change the legs"),
        }
        self._apply({field: value}, field, labels.get(field, marked("Write")))

    def _set_dose(self, dose: DoseDraft, field: str) -> None:
        merge = None if field in ("kind", "phases") else f"dose.{field}"
        self._apply({"dose": dose}, merge, marked("Change the amount"))

    def _set_figure(self, name: str) -> None:
        self._apply({"figure": name, "picture": None, "mirror_picture": False}, None,
                    marked("Choose a figure"))  # fmt: skip

    def _remove_picture(self) -> None:
        self._apply({"figure": None, "picture": None, "mirror_picture": False}, None,
                    marked("Remove the picture"))  # fmt: skip

    def _apply(self, fields: dict[str, object], merge: str | None, label: str) -> None:
        def change(draft: ExerciseDraft) -> ExerciseDraft:
            usual = _target_of(draft.muscles)
            changed = replace(draft, **fields)  # type: ignore[arg-type]
            if changed.dose is None:
                changed = replace(changed, dose=usual_dose())
            if "muscles" in fields and draft.target in ("", usual):
                changed = replace(changed, target=_target_of(changed.muscles))
            return changed

        self.editor.apply(change, merge=merge, label=label)

    def use_file(self, file: Path) -> None:
        """Copy a picture of the person's own and show it; a refusal is told at the field."""
        try:
            self.editor.set_picture(file)
        except ContentError as wrong:
            self.picture.set_problem(wrong.problems[0].reason)
        except OSError as wrong:
            why = _("can't be copied: {reason}").format(reason=wrong.strerror or wrong)
            self.picture.set_problem(why)

    # -- saving and leaving -------------------------------------------------------------------

    def save(self) -> bool:
        """Save; where something is wrong, keep a draft and go there."""
        is_new = not self.editor.id
        self._asked = True
        if self.editor.save():
            self.saved.emit(self.editor.id, is_new)
            return True
        self.editor.keep_now()
        self._show_findings(self.editor.findings)
        if self.editor.state.status is SaveStatus.FAILED:
            self._go_to_problem()
        return False

    def leave(self) -> None:
        """Go back; what is not saved is kept as a draft."""
        self.editor.keep_now()
        self.left.emit()

    def _go_to_problem(self) -> None:
        for name, field in self.fields.items():
            if not field.problem.isHidden():
                target = field.inner
                if name in ("muscles", "positions"):
                    target = next(iter(getattr(self, name).chips.values()))
                target.setFocus(Qt.FocusReason.TabFocusReason)
                self.page.ensureWidgetVisible(field)
                return

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False where it asks for nothing here."""
        if edit_by_key(event, self.editor, self.save):
            return True
        if event.key() == Qt.Key.Key_Escape:
            if self.picture.choose_figure.isChecked():
                self.picture.choose_figure.setChecked(False)
            else:
                self.leave()
        else:
            return False
        return True

    def _dress(self) -> None:
        self.setStyleSheet(field_style(self._theme))


def _target_of(muscles: tuple[str, ...]) -> str:
    """Return the muscles in words."""
    names = muscle_names()
    words = [names[muscle] for muscle in muscles if muscle in names]
    return listed([*words[:1], *map(inside, words[1:])])


def _without_gaps(faults: dict[str, str], draft: ExerciseDraft) -> dict[str, str]:
    """Leave out what is only not filled in yet."""
    empty = {name for name in ("title", "positions", "muscles", "target")
             if not getattr(draft, name)}  # fmt: skip
    if draft.dose is None:
        empty.add("dose")
    return {field: reason for field, reason in faults.items() if field not in empty}
