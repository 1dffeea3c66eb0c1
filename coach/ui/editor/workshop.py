"""Everything a person may do with routines of their own: opens the editors, keeps their ways."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from coach.app.coach import Coach
from coach.content.problem import ContentError
from coach.core.words import _, counted
from coach.ui.announce import announce
from coach.ui.editor.share_menu import ShareMenu
from coach.ui.first_paint import FirstPaint
from coach.ui.icons import Icons
from coach.ui.message import Message, Messages
from coach.ui.pictures import Figures
from coach.ui.theme import Theme

if TYPE_CHECKING:  # a card's menu does not wait for the editors
    from pathlib import Path

    from coach.app.editing import EditorParts, ExerciseEditor, RoutineEditor
    from coach.app.removing import Removed
    from coach.content.unsaved import Unsaved
    from coach.ui.editor.exercise_screen import ExerciseScreen
    from coach.ui.editor.screen import EditorScreen
    from coach.ui.editor.session import Session
    from coach.ui.editor.tools import EditorTools
    from coach.ui.header import Header


class Workshop(QObject):
    """Joins the editors to the window.

    Signals:
        routine_shown: The editor of routines is to be shown.
        exercise_shown: The editor of exercises is to be shown.
        left: Back to home.
        play_wanted: A routine is to be played; carries its id.
        try_wanted: Carries a Player of a routine that is being written.
        tools_changed: The header's title is another one.
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
        self._from_routine = False
        self._chosen: tuple[int, ...] = ()
        self._share = ShareMenu(coach, messages, parent)
        self._share.taken.connect(self._show_taken)

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
        screen.exercise_wanted.connect(self.open_exercise)
        screen.why_wanted.connect(self.why_wanted)
        screen.menu_wanted.connect(self._step_menu)
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
    def exercise_editor(self) -> ExerciseEditor:
        """The exercise that is edited."""
        from coach.app.editing import ExerciseEditor

        editor = ExerciseEditor(self._parts, self)
        editor.trouble.connect(self._tell_not_kept)
        for signal in (editor.changed, editor.opened):
            signal.connect(self._show_history)
        return editor

    @cached_property
    def exercise_screen(self) -> ExerciseScreen:
        """The editor of exercises."""
        from coach.ui.editor.exercise_screen import ExerciseScreen

        screen = ExerciseScreen(
            self._theme, self._icons, self._figures, self.exercise_editor,
            lambda: self._coach.library, self._room,
        )  # fmt: skip
        screen.left.connect(self._leave_exercise)
        screen.saved.connect(self._take_exercise)
        screen.hear_wanted.connect(self._coach.say_now)
        return screen

    def reword(self) -> None:
        """Make the screens anew, in another language; what is edited in them stays open."""
        if "session" in self.__dict__:
            self._chosen = self.session.keys
            self.session.editor.look_anew()
        if "exercise_editor" in self.__dict__:
            self.exercise_editor.look_anew()
        for name in ("screen", "exercise_screen"):
            if name in self.__dict__:
                self.__dict__.pop(name).deleteLater()
        self.__dict__.pop("tools", None)  # they go with the header

    @cached_property
    def tools(self) -> EditorTools:
        """The header's buttons."""
        from coach.ui.editor.tools import EditorTools

        tools = EditorTools(self._theme, self._icons, self._header())
        tools.close.clicked.connect(self.leave)
        tools.undo.clicked.connect(self._undo)
        tools.redo.clicked.connect(self._redo)
        tools.save.clicked.connect(self.save)
        tools.more.clicked.connect(self._routine_menu)
        return tools

    @property
    def in_exercise(self) -> bool:
        """Whether an exercise is being edited."""
        return "exercise_screen" in self.__dict__ and self.exercise_screen.isVisible()

    @property
    def _shown_editor(self) -> RoutineEditor | ExerciseEditor:
        return self.exercise_editor if self.in_exercise else self.session.editor

    def _undo(self) -> None:
        self._shown_editor.undo()

    def _redo(self) -> None:
        self._shown_editor.redo()

    def _show_history(self) -> None:
        self.tools.show_history(self._shown_editor)

    def show_tools(self, header: Header, *, exercise: bool) -> None:
        """Put the buttons into the header."""
        tools = self.tools
        self._show_history()
        if exercise:
            title = _("Edit exercise")
            tail: list[QWidget] = [tools.undo, tools.redo, tools.save]
        else:
            title, tail = _("Edit routine"), [tools.undo, tools.redo, tools.more, tools.save]
        spare = (tools.redo, tools.undo)
        header.show_tools(title, [tools.close], tail, cramp=True, spare=spare)

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
        waiting = [one for one in self._parts.pending()[0] if one.id == routine]
        waiting = [one for one in waiting if one.kind == "routine"]
        if waiting:
            self.go_on(waiting[0])
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
        self._messages.drop("drafts")
        if unsaved.kind == "exercise":
            self.exercise_editor.take_up(unsaved)
            self._from_routine = False
            self.exercise_shown.emit()
            return
        self.session.editor.take_up(unsaved)
        self._show_routine()

    def _show_routine(self) -> None:
        _made = self.screen
        self._messages.drop("drafts")  # one is being edited; the others are offered on leaving
        self.routine_shown.emit()
        self._show_history()
        self.screen.setFocus()

    def _offer_on_home(self) -> None:
        if not self.screen.isVisible() and not self.in_exercise:
            self.offer_drafts()

    def offer_drafts(self) -> None:
        """Tell of what was not saved when the app ended last, once."""
        drafts, problems = self._parts.pending()
        for problem in problems:
            text = _("A draft can't be read: {problem}.").format(problem=problem)
            remedy = _("Everything else works. Put the file right, or delete it.")
            self._messages.tell("draft", Message(text, remedy))
        if not drafts:
            return
        self._messages.tell("drafts", lambda: self._offer_of(drafts[0], len(drafts) - 1))

    def _offer_of(self, newest: Unsaved, more: int) -> Message:
        text = _("You were editing “{title}”.").format(title=newest.title or _("a new routine"))
        remedy = counted(
            "It is not saved yet. {n} more is kept.",
            "It is not saved yet. {n} more are kept.",
            more,
        )
        return Message(
            text,
            remedy if more else _("It is not saved yet."),
            _("Go on"),
            lambda: self.go_on(newest),
            _("Discard"),
            lambda: self._discard(newest),
            sign="pencil",
        )

    def _discard(self, unsaved: Unsaved) -> None:
        from coach.content.unsaved import forget_unsaved, keep_unsaved

        try:
            forget_unsaved(unsaved.path)
        except OSError as error:
            text = _("The draft can't be removed: {reason}.")
            text = text.format(reason=error.strerror or error)
            remedy = _("It is still there. Make its folder writable, then discard it again.")
            self._messages.tell("draft", Message(text, remedy))
            return

        def back() -> None:
            try:
                keep_unsaved(self._parts.drafts, unsaved)
            except OSError as error:
                text = _("The draft can't be put back: {reason}.")
                remedy = _("Make its folder writable, then try again.")
                text = text.format(reason=error.strerror or error)
                self._messages.tell("draft", Message(text, remedy))
                return
            self.offer_drafts()

        self._messages.drop("drafts")
        self._messages.tell(
            "drafts",
            lambda: Message(_("The draft was discarded."), "", _("Undo"), back, sign="info"),
        )

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
        if self.in_exercise:
            self.exercise_screen.leave()
            return
        editor = self.session.editor
        editor.keep_now()
        self.left.emit()
        QTimer.singleShot(0, self, self._offer_on_home)

    def close(self) -> None:
        """Keep what is not saved, as the app ends."""
        if "session" in self.__dict__:
            self.session.editor.close()
        if "exercise_editor" in self.__dict__:
            self.exercise_editor.close()

    def save(self) -> None:
        """Save what is edited."""
        if self.in_exercise:
            self.exercise_screen.save()
        else:
            self.screen.save()

    def look_again(self) -> None:
        """See whether something else wrote the files, as when the window is come back to."""
        if "session" in self.__dict__:
            self.session.editor.check_disk()

    def _tell_not_kept(self, text: str) -> None:
        remedy = _("Save it soon: what is neither saved nor kept is lost when the app ends.")
        self._messages.tell("draft", Message(text, remedy))

    def _tell_saved(self, _name: str) -> None:
        announce(self.screen, _("Saved"))

    def _tell_refused(self, wrong: ContentError) -> None:
        text = _("It can't be edited here. {problem}.").format(problem=wrong.problems[0])
        remedy = _("It is as it was. Put the file right in a text editor, then try again.")
        self._messages.tell("edit", Message(text, remedy))

    # -- exercises ----------------------------------------------------------------------------

    def open_exercise(self, name: str) -> None:
        """Edit an exercise of the person's own, or begin a new one."""
        editor = self.exercise_editor
        try:
            if name:
                editor.open(name)
            else:
                editor.begin()
        except ContentError as wrong:
            self._tell_refused(wrong)
            return
        self._from_routine = True
        self.exercise_shown.emit()
        self._show_history()

    def _leave_exercise(self) -> None:
        if self._from_routine:
            self._show_routine()
        else:
            self.left.emit()

    def _take_exercise(self, name: str, is_new: bool) -> None:
        """Go back to the routine; a new exercise is added to it."""
        if not self._from_routine:
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

    # -- menus --------------------------------------------------------------------------------

    def card_menu(self, routine: str, place: QPoint) -> None:
        """Show what can be done with a routine on home."""
        menu = self.menu_of(routine)
        menu.popup(place)

    def menu_of(self, routine: str) -> QMenu:
        """Return the menu of a routine."""
        card = self._coach.library.cards[routine]
        menu = self._menu()
        menu.addAction(_("Start"), lambda: self.play_wanted.emit(routine))
        if card.own:
            menu.addAction(_("Edit"), lambda: self.open(routine))
        menu.addAction(_("Duplicate to edit"), lambda: self.duplicate(routine))
        menu.addSeparator()
        menu.addAction(_("New routine"), self.new)
        self._share.add_to(menu, routine)
        if card.own:
            menu.addSeparator()
            menu.addAction(_("Delete"), lambda: self.delete(routine))
        return menu

    def _menu(self) -> QMenu:
        menu = QMenu(QApplication.activeWindow() or self.screen.window())
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _step_menu(self, place: QPoint) -> None:
        menu, session = self._menu(), self.session
        several = len(session.keys) > 1
        menu.addAction(_("Try from here") + "\tF5", self.screen.try_from_here)
        menu.addSeparator()
        menu.addAction(_("Duplicate") + "\tCtrl+D", session.duplicate)
        menu.addAction(_("Repeat together") + "\tCtrl+G", session.group)
        if not several:
            menu.addAction(_("Move up") + "\tAlt+↑", lambda: self.screen.steps.move_by_key(up=True))
            menu.addAction(
                _("Move down") + "\tAlt+↓", lambda: self.screen.steps.move_by_key(up=False)
            )
        menu.addSeparator()
        menu.addAction(_("Remove") + "\t" + _("Delete"), session.remove)
        menu.popup(place)

    def _routine_menu(self) -> None:
        from coach.app.editor_parts import SaveStatus

        menu = self._menu()
        editor = self.session.editor
        name = editor.id
        menu.addAction(_("About this routine"), self.screen.open_about)
        menu.addAction(_("New exercise"), lambda: self.open_exercise(""))
        menu.addAction(_("Keys and help (F1)"), self.help_wanted.emit)
        discard = menu.addAction(_("Back to what was saved"), editor.discard)
        discard.setEnabled(editor.state.status is not SaveStatus.CLEAN)
        self._share.add_to(menu, name)
        if name:
            menu.addSeparator()
            menu.addAction(_("Delete this routine"), lambda: self.delete(name))
        button = self.tools.more
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    # -- deleting -----------------------------------------------------------------------------

    def delete(self, routine: str) -> None:
        """Put a routine into the trash; a message offers to undo it."""
        from coach.app.removing import remove_own

        title = self._coach.library.cards[routine].title
        try:
            removed = remove_own(self._parts, "routine", routine)
        except (ContentError, OSError) as wrong:
            text = _("“{title}” could not be deleted: {reason}.").format(title=title, reason=wrong)
            remedy = _("It is still there. Make its folder writable, then try again.")
            self._messages.tell("deleted", Message(text, remedy))
            return
        if "session" in self.__dict__ and self.session.editor.id == routine:
            self.session.editor.begin()
            self.left.emit()

        def message() -> Message:
            text = _("“{title}” was deleted.").format(title=title)
            back = _("Undo")
            return Message(text, removed.text, back, lambda: self._put_back(removed), sign="info")

        self._messages.tell("deleted", message)

    def _put_back(self, removed: Removed) -> None:
        from coach.app.removing import put_back
        from coach.content.own_files import ChangedOnDiskError

        try:
            put_back(self._parts, removed)
        except (ChangedOnDiskError, OSError) as wrong:
            text = _("It can't be put back: {w}.").format(w=wrong)
            remedy = _("The file is kept: move it back to your routines yourself.")
            self._messages.tell("deleted", Message(text, " ".join((removed.text, remedy))))
            return
        self._messages.drop("deleted")
