"""Everything a person may do with routines of their own: opens the editors, keeps their ways."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from coach.app.coach import Coach
from coach.content.problem import ContentError
from coach.core.words import _
from coach.ui.announce import announce
from coach.ui.editor.card_menu import CardMenu
from coach.ui.editor.deletion import Deletion
from coach.ui.editor.draft_offer import DraftOffer
from coach.ui.editor.exercise_editing import ExerciseEditing
from coach.ui.editor.share_menu import ShareMenu
from coach.ui.first_paint import FirstPaint
from coach.ui.icons import Icons
from coach.ui.message import Message, Messages
from coach.ui.pictures import Figures
from coach.ui.theme import Theme

if TYPE_CHECKING:  # a card's menu does not wait for the editors
    from pathlib import Path

    from coach.app.editing import EditorParts, ExerciseEditor, RoutineEditor
    from coach.content.unsaved import Unsaved
    from coach.ui.editor.routine_menu import RoutineMenu
    from coach.ui.editor.screen import EditorScreen
    from coach.ui.editor.session import Session
    from coach.ui.editor.tools import EditorTools
    from coach.ui.header import Header


class Workshop(QObject):
    """Joins the editors to the window.

    Attributes:
        card_menu: What can be done with a routine on home.
        deletion: Deletes routines of the person's own.
        drafts: Offers what was not saved.
        exercises: The exercise that is edited.

    Signals:
        routine_shown: The editor of routines is to be shown.
        exercise_shown: The editor of exercises is to be shown.
        left: Back to home.
        play_wanted: A routine is to be played; carries its id.
        try_wanted: Carries a Player of a routine that is being written.
        why_wanted: What stands behind an exercise is to be shown; carries the Exercise.
        help_wanted: The keys are to be shown.
    """

    routine_shown = Signal()
    exercise_shown = Signal()
    left = Signal()
    play_wanted = Signal(str)
    try_wanted = Signal(object)
    why_wanted = Signal(object)
    help_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        coach: Coach,
        figures: Figures,
        messages: Messages,
        parts: EditorParts,
        header: Callable[[], QWidget],
        room: QWidget,
        parent: QWidget,
    ) -> None:
        """Make nothing yet.

        Args:
            theme: Colours and sizes.
            icons: Draws icons.
            coach: Speaks, plays and reads anew.
            figures: The moving pictures.
            messages: Where something is told.
            parts: What the editors are joined from.
            header: Returns whom the buttons belong to.
            room: What the screens will be shown in.
            parent: The window.
        """
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._coach = coach
        self._figures = figures
        self._messages = messages
        self._parts = parts
        self._header = header
        self._room = room
        self._window = parent
        self._chosen: tuple[int, ...] = ()
        self._not_kept = ""
        self._was_asked = False
        self._share = ShareMenu(coach, messages, parent)
        self.card_menu = CardMenu(coach, self._share, parent)
        self.deletion = Deletion(coach, messages, parts, self)
        self.drafts = DraftOffer(messages, parts, self)
        self.exercises = ExerciseEditing(theme, icons, coach, figures, parts, room, self)
        self._connect()

    def _connect(self) -> None:
        self._share.taken.connect(self._show_taken)
        card = self.card_menu
        card.play_wanted.connect(self.play_wanted)
        card.edit_wanted.connect(self.open)
        card.copy_wanted.connect(self.duplicate)
        card.new_wanted.connect(self.new)
        card.delete_wanted.connect(self.deletion.delete)
        self.deletion.deleted.connect(self._leave_deleted)
        self.drafts.go_on_wanted.connect(self.go_on)
        exercises = self.exercises
        exercises.shown.connect(self.exercise_shown)
        exercises.left.connect(self._leave_exercise)
        exercises.saved.connect(self._take_exercise)
        exercises.history_changed.connect(self._show_history)
        exercises.refused.connect(self._tell_refused)
        exercises.trouble.connect(self._tell_not_kept)

    # -- the screens --------------------------------------------------------------------------

    @cached_property
    def session(self) -> Session:
        """The routine that is edited."""
        from coach.app.editing import RoutineEditor
        from coach.ui.editor.session import Session

        editor = RoutineEditor(self._parts, self)
        editor.trouble.connect(self._tell_not_kept)
        editor.saved.connect(self._tell_saved)
        for signal in (editor.changed, editor.opened):
            signal.connect(self._show_history)
        return Session(editor, lambda: self._coach.library, self)

    @cached_property
    def screen(self) -> EditorScreen:
        """The editor of routines."""
        from coach.ui.editor.screen import EditorScreen

        screen = EditorScreen(self._theme, self._icons, self._figures, self.session, self._room)
        screen.left.connect(self.leave)
        screen.hear_wanted.connect(self._coach.say_now)
        screen.try_wanted.connect(self._try)
        screen.exercise_wanted.connect(self.exercises.open)
        screen.why_wanted.connect(self.why_wanted)
        screen.import_wanted.connect(self._share.ask_for_import)
        if self._chosen:
            screen.steps.choose(self._chosen)
            self._chosen = ()
        FirstPaint(screen, self._prepare)
        return screen

    def _prepare(self) -> None:
        """Make ready for the first change, which is checked by the rules of the files."""
        from coach.content.rules import PARTS
        from coach.ui.pauses import imports_ahead, in_pauses

        in_pauses(self, imports_ahead(PARTS))

    @cached_property
    def _routine_menu(self) -> RoutineMenu:
        """What else can be done with the routine that is edited."""
        from coach.ui.editor.routine_menu import RoutineMenu

        menu = RoutineMenu(self.session.editor, self._share, self._window)
        menu.about_wanted.connect(self._open_about)
        menu.exercise_wanted.connect(lambda: self.exercises.open(""))
        menu.help_wanted.connect(self.help_wanted)
        menu.delete_wanted.connect(self.deletion.delete)
        return menu

    def _open_about(self) -> None:
        self.screen.open_about()

    def reword(self) -> None:
        """Make the screens anew, in another language; what is edited in them stays open."""
        if "session" in self.__dict__:
            self._chosen = self.session.keys
            self.session.editor.look_anew()
        self.exercises.reword()
        if "screen" in self.__dict__:
            self.__dict__.pop("screen").deleteLater()
        self.__dict__.pop("tools", None)  # they go with the header

    @cached_property
    def tools(self) -> EditorTools:
        """The header's buttons."""
        from coach.ui.editor.tools import EditorTools

        tools = EditorTools(self._theme, self._icons, lambda: self._shown_editor, self._header())
        tools.close.clicked.connect(self.leave)
        tools.save.clicked.connect(self.save)
        tools.more.clicked.connect(lambda: self._routine_menu.popup(tools.more))
        return tools

    @property
    def _shown_editor(self) -> RoutineEditor | ExerciseEditor:
        return self.exercises.editor if self.exercises.is_shown else self.session.editor

    def _show_history(self) -> None:
        self.tools.show_history()

    def show_tools(self, header: Header, *, exercise: bool) -> None:
        """Put the buttons into the header."""
        self._show_history()
        self.tools.show_in(header, exercise=exercise)

    # -- opening ------------------------------------------------------------------------------

    def new(self) -> None:
        """Begin a routine."""
        self.session.editor.begin()
        self._show_routine()
        self.screen.top.title.setFocus()

    def edit(self, routine: str) -> None:
        """Edit a routine of the person's own, or a copy of a shipped one."""
        card = self._coach.library.cards[routine]
        (self.open if card.own else self.duplicate)(routine)

    def open(self, routine: str) -> None:
        """Edit a routine of the person's own, going on where it was not saved."""
        draft = self.drafts.draft_of(routine)
        if draft is not None:
            self.go_on(draft)
            return
        try:
            self.session.editor.open(routine)
        except ContentError as wrong:
            self._tell_refused(wrong)
            return
        self._show_routine()

    def duplicate(self, routine: str) -> None:
        """Edit a copy."""
        try:
            self.session.editor.duplicate(routine)
        except ContentError as wrong:
            self._tell_refused(wrong)
            return
        self._show_routine()

    def go_on(self, unsaved: Unsaved) -> None:
        """Go on with what was not saved."""
        self.drafts.withdraw()
        if unsaved.kind == "exercise":
            self.exercises.take_up(unsaved)
            return
        self.session.editor.take_up(unsaved)
        self._show_routine()

    def _show_routine(self) -> None:
        _made = self.screen
        self.drafts.withdraw()  # one is being edited; the others are offered on leaving
        self.routine_shown.emit()
        self._show_history()
        self.screen.setFocus()

    def _offer_on_home(self) -> None:
        if not self.screen.isVisible() and not self.exercises.is_shown:
            self.drafts.offer()

    def _show_taken(self, routines: tuple[str, ...]) -> None:
        """Show what was imported, in place of a new routine that says nothing yet."""
        if not routines or "screen" not in self.__dict__ or not self.screen.isVisible():
            return
        editor = self.session.editor
        if not editor.id and not editor.history.can_undo:
            self.open(routines[0])

    def look_at_shared(self, file: Path) -> None:
        """Show what a file that somebody sent would bring."""
        self._share.look(file)

    # -- leaving ------------------------------------------------------------------------------

    def leave(self) -> None:
        """Go back; what is not saved is kept as a draft, without a word of warning."""
        if self.exercises.is_shown:
            self.exercises.screen.leave()
            return
        editor = self.session.editor
        editor.keep_now()
        self.left.emit()
        QTimer.singleShot(0, self, self._offer_on_home)

    def keep_now(self) -> bool:
        """Keep what is not saved, as before the app ends; returns whether it is safe."""
        kept = self._keep_routine(), self.exercises.keep_now()
        return all(kept)

    def _keep_routine(self) -> bool:
        return "session" not in self.__dict__ or self.session.editor.keep_now()

    def may_close(self) -> bool:
        """Whether the app may end: what can't be kept is shown, and let go of at the second try."""
        routine = self._keep_routine()
        if (self.exercises.keep_now() and routine) or self._was_asked:
            return True
        self._was_asked = True
        (self.exercise_shown if routine else self.routine_shown).emit()
        remedy = _("The window stays open: save it, or close it again to let it go.")
        self._messages.tell("draft", Message(self._not_kept, remedy))
        return False

    def let_go(self) -> None:
        """Leave no trace of what is edited: all files are others now."""
        self.drafts.withdraw()
        if "session" in self.__dict__:
            self.session.editor.let_go()
        self.exercises.let_go()

    def close(self) -> None:
        """Keep what is not saved, as the app ends."""
        if "session" in self.__dict__:
            self.session.editor.close()
        self.exercises.close()

    def save(self) -> None:
        """Save what is edited."""
        if self.exercises.is_shown:
            self.exercises.screen.save()
        else:
            self.screen.save()

    def look_again(self) -> None:
        """See whether something else wrote the files, as when the window is come back to."""
        if "session" in self.__dict__:
            self.session.editor.check_disk()
        self.exercises.look_again()

    def _tell_not_kept(self, text: str) -> None:
        self._not_kept = text
        remedy = _("Save it soon: what is neither saved nor kept is lost when the app ends.")
        self._messages.tell("draft", Message(text, remedy))

    def _tell_saved(self, _name: str) -> None:
        self._was_asked = False
        self._messages.drop("draft")
        announce(self.screen, _("Saved"))

    def _tell_refused(self, wrong: ContentError) -> None:
        text = _("It can't be edited here. {problem}.").format(problem=wrong.problems[0])
        remedy = _("It is as it was. Put the file right in a text editor, then try again.")
        self._messages.tell("edit", Message(text, remedy))

    # -- exercises ----------------------------------------------------------------------------

    def _leave_exercise(self) -> None:
        if self.exercises.from_routine:
            self._show_routine()
        else:
            self.left.emit()

    def _take_exercise(self, name: str, is_new: bool) -> None:
        """Go back to the routine; a new exercise is added to it."""
        if not self.exercises.from_routine:
            self.left.emit()
            return
        if is_new:
            self.session.add(name)
        self.screen.refresh_library()
        self._show_routine()

    # -- trying -------------------------------------------------------------------------------

    def _try(self, step: int) -> None:
        player = self._coach.try_out(lambda: self.session.editor.findings.routine, step)
        if player is not None:
            self.try_wanted.emit(player)

    # -- deleting -----------------------------------------------------------------------------

    def _leave_deleted(self, routine: str) -> None:
        if "session" in self.__dict__ and self.session.editor.id == routine:
            self.session.editor.begin()
            self.left.emit()
