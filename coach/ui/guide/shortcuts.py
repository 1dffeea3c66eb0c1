"""Every key the app knows, screen by screen: what F1 shows, and what the tests press."""

from __future__ import annotations

from typing import NamedTuple

from coach.core.words import _
from coach.ui.pages import Page


class Shortcut(NamedTuple):
    """One thing that can be done by key.

    Attributes:
        keys: Their names as Qt writes them in any language, "Ctrl+Shift+C"; each of them does it.
        text: What it does.
    """

    keys: tuple[str, ...]
    text: str


class Group(NamedTuple):
    """Shortcuts that work at the same time.

    Attributes:
        title: When.
        shortcuts: In the order they are shown.
    """

    title: str
    shortcuts: tuple[Shortcut, ...]


def groups_of(page: Page) -> tuple[Group, ...]:
    """Return all that works on a screen; what works everywhere comes last."""
    makers = {
        Page.HOME: _home,
        Page.PLAYER: _player,
        Page.END: _end,
        Page.CRAMP: _cramp,
        Page.STOP: _stop,
        Page.CHECK: _check,
        Page.SETTINGS: _settings,
        Page.EDITOR: _editor,
        Page.EXERCISE: _exercise,
        Page.LEARN: _learn,
    }
    return (*makers[page](), Group(_("Everywhere"), everywhere(page)))


def everywhere(page: Page) -> tuple[Shortcut, ...]:
    """Return what works on every screen, or nearly."""
    shortcuts = [
        Shortcut(("F1",), _("Show these keys, or put them away")),
        Shortcut(("F11",), _("Full screen, or leave it")),
    ]
    if page not in (Page.CRAMP, Page.STOP):
        shortcuts.insert(0, Shortcut(("Ctrl+Shift+C",), _("Cramp now")))
    if page is Page.PLAYER:
        shortcuts.append(Shortcut(("F9",), _("Go on in a small window above the others")))
    if page in (Page.HOME, Page.PLAYER, Page.END, Page.EDITOR):
        shortcuts.append(Shortcut(("Ctrl+,",), _("Settings")))
    if page not in (Page.CRAMP, Page.STOP):
        shortcuts.append(Shortcut(("Tab", "Shift+Tab"), _("To the next button, or the one before")))
    return tuple(shortcuts)


def _home() -> tuple[Group, ...]:
    return (
        Group(
            _("Routines"),
            (
                Shortcut(("Left", "Right", "Up", "Down"), _("From card to card")),
                Shortcut(("Return", "Space"), _("Start the routine")),
                Shortcut(("E", "F2"), _("Edit it, or a copy of it")),
                Shortcut(("Menu",), _("What else can be done with it")),
                Shortcut(("Ctrl+F",), _("Search routines")),
                Shortcut(("Ctrl+N",), _("Make a routine of your own")),
            ),
        ),
    )


def _player() -> tuple[Group, ...]:
    return (
        Group(
            _("While a routine plays"),
            (
                Shortcut(("Space",), _("Pause, or go on")),
                Shortcut(("Left",), _("Back one step")),
                Shortcut(("Right",), _("Skip to the next step")),
                Shortcut(("R",), _("Start this step again")),
                Shortcut(("+", "Up"), _("Ten seconds more")),
                Shortcut(("Return",), _("Go on, where it waits for you")),
                Shortcut(("M",), _("Switch the voice off, or on")),
                Shortcut(("W",), _("Why this exercise?")),
                Shortcut(("F9",), _("Small window at the edge of the screen")),
                Shortcut(("PgUp", "PgDown"), _("Scroll")),
                Shortcut(("Esc",), _("Stop and go home")),
            ),
        ),
    )


def _end() -> tuple[Group, ...]:
    return (
        Group(
            _("When a routine is over"),
            (
                Shortcut(("Return",), _("Press the button you are on")),
                Shortcut(("PgUp", "PgDown"), _("Scroll")),
                Shortcut(("Esc",), _("Back home")),
            ),
        ),
    )


def _cramp() -> tuple[Group, ...]:
    return (
        Group(
            _("While it hurts"),
            (
                Shortcut(("Space", "Return", "E"), _("It's easing")),
                Shortcut(("N",), _("Not yet")),
                Shortcut(("S",), _("STOP – something's different")),
                Shortcut(("O",), _("Another way to do this step, where there is one")),
                Shortcut(("1", "2", "3", "4"), _("Calf, foot, front or back of the thigh")),
                Shortcut(("5", "6", "7", "8"), _("In bed, at a desk, standing, at the gym")),
                Shortcut(("Left", "Right"), _("Left leg, right leg")),
                Shortcut(("D",), _("Night colours, or brighter ones")),
                Shortcut(("M",), _("Switch the voice off, or on")),
                Shortcut(("Esc",), _("Point at the way out; Enter takes it")),
            ),
        ),
        Group(
            _("When it asks for signs"),
            (
                Shortcut(("Y",), _("Yes, STOP")),
                Shortcut(("N",), _("No")),
            ),
        ),
        Group(_("When it is easing"), (Shortcut(("F",), _("That's enough")),)),
        Group(
            _("Afterwards"),
            (
                Shortcut(tuple("0123456789"), _("How much it hurt")),
                Shortcut(("Esc",), _("Leave")),
            ),
        ),
    )


def _stop() -> tuple[Group, ...]:
    return (
        Group(
            _("Signs to stop for"),
            (
                Shortcut(("1", "2", "3"), _("One of the three lists")),
                Shortcut(("Up", "Down", "PgUp", "PgDown", "Space"), _("Scroll")),
                Shortcut(("Tab",), _("To the buttons; Esc leads nowhere, on purpose")),
            ),
        ),
    )


def _check() -> tuple[Group, ...]:
    return (
        Group(
            _("Questions"),
            (
                Shortcut(("Space", "Return"), _("Tick the box you are on, or untick it")),
                Shortcut(("PgUp", "PgDown"), _("Scroll")),
                Shortcut(("Esc",), _("Skip; what was kept stays")),
            ),
        ),
    )


def _settings() -> tuple[Group, ...]:
    return (
        Group(
            _("Settings"),
            (
                Shortcut(("Space", "Return"), _("Change what you are on")),
                Shortcut(("PgUp", "PgDown"), _("Scroll")),
                Shortcut(("Esc",), _("Back")),
            ),
        ),
    )


def _editor() -> tuple[Group, ...]:
    return (
        Group(
            _("Steps"),
            (
                Shortcut(("Insert",), _("Add exercises")),
                Shortcut(("Return",), _("To the details of the step")),
                Shortcut(("Alt+Up", "Alt+Down"), _("Move it up or down")),
                Shortcut(("Ctrl+D",), _("Duplicate it")),
                Shortcut(("Ctrl+G",), _("Repeat the chosen steps together")),
                Shortcut(("Del", "Backspace"), _("Take it out")),
                Shortcut(("Menu", "Shift+F10"), _("What else can be done with it")),
                Shortcut(("Ctrl+I",), _("Why this exercise?")),
            ),
        ),
        Group(
            _("Routine"),
            (
                Shortcut(("Ctrl+S",), _("Save")),
                Shortcut(("Ctrl+Z",), _("Undo")),
                Shortcut(("Ctrl+Shift+Z",), _("Redo")),
                Shortcut(("F5",), _("Try it from the chosen step")),
                Shortcut(("F8",), _("To the first thing that is wrong")),
                Shortcut(("Esc",), _("Close what is open, then go back; a draft is kept")),
            ),
        ),
    )


def _exercise() -> tuple[Group, ...]:
    return (
        Group(
            _("Exercise"),
            (
                Shortcut(("Ctrl+S",), _("Save")),
                Shortcut(("Ctrl+Z",), _("Undo")),
                Shortcut(("Ctrl+Shift+Z",), _("Redo")),
                Shortcut(("Esc",), _("Close what is open, then go back; a draft is kept")),
            ),
        ),
    )


def _learn() -> tuple[Group, ...]:
    return (
        Group(
            _("Reading"),
            (
                Shortcut(("Up", "Down", "PgUp", "PgDown", "Home", "End"), _("Scroll")),
                Shortcut(("N", "Shift+N"), _("To the next number of a note, or the one before")),
                Shortcut(("Return",), _("From a number to its note, and back")),
                Shortcut(("H", "Shift+H"), _("To the next heading, or the one before")),
                Shortcut(("Ctrl+PgUp", "Ctrl+PgDown"), _("The page before, or the next")),
                Shortcut(("Ctrl+A",), _("Select all of the page")),
                Shortcut(("Ctrl+C",), _("Copy what is selected")),
                Shortcut(("Esc",), _("Back; from a search first to all pages")),
            ),
        ),
        Group(
            _("Searching"),
            (
                Shortcut(("Ctrl+F", "/"), _("To the search")),
                Shortcut(("F3", "Shift+F3"), _("To the next match, or the one before")),
            ),
        ),
    )
