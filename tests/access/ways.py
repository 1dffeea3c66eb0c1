"""Ways through the app that more than one walk takes."""

from __future__ import annotations

from pathlib import Path

from tests.access.conftest import ReadApp, StartApp
from tests.access.reader import Node


def put_files(home: Path, **routines: str) -> None:
    """Put routines of the person's own where the app looks for them."""
    folder = home / "DATA" / "cramp-coach" / "routines"
    folder.mkdir(parents=True)
    for name, text in routines.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def opened(start_app: StartApp, *arguments: str) -> ReadApp:
    """Return the app with the keyboard."""
    app = start_app(*arguments)
    app.wait_for_active()
    return app


def at_home(start_app: StartApp) -> ReadApp:
    """Return the app on its routines."""
    app = opened(start_app)
    app.wait_for_focus("Routines")
    return app


def chosen(app: ReadApp) -> Node:
    """Return the card that keys act on."""
    return next(one for one in app.shown() if {"focused", "selected"} <= one.states)


def shows(app: ReadApp, name: str) -> bool:
    """Whether something with a name is on the screen."""
    return any(one.name == name for one in app.shown())


def open_settings(start_app: StartApp) -> ReadApp:
    """Return the app on its settings."""
    app = opened(start_app)
    app.press("Settings")
    app.wait_for_focus("Sound")
    return app


def tab_to(app: ReadApp, name: str = "", role: str = "") -> Node:
    """Press Tab until something with a name, a role or both has the focus; return it."""
    for _stop in range(60):
        place = app.hands.move("Tab")
        if place is not None and name in ("", place.name) and role in ("", place.role):
            return place
    raise AssertionError(f"Tab does not come to {role} “{name}”")


def new_routine(start_app: StartApp) -> ReadApp:
    """Return the app with a new routine in the editor."""
    app = at_home(start_app)
    app.hands.key("Ctrl+N")
    app.wait_for_focus("Name of the routine")
    return app


def search_exercises(start_app: StartApp) -> ReadApp:
    """Return the app where exercises are searched for a new routine."""
    app = new_routine(start_app)
    app.hands.key("Insert")
    app.wait_for_focus("Search exercises")
    return app


def new_exercise(app: ReadApp) -> None:
    """Begin an exercise of one's own where exercises are searched."""
    app.press("New exercise")
    app.wait("Edit exercise")


def menu(app: ReadApp, keys: str) -> list[str]:
    """Open a menu and walk it round; return what it offers."""
    app.hands.key(keys)
    app.reader.wait_until(lambda: False, 1.0)  # nothing tells that it is open
    places = app.hands.walk("Down", most=30)
    assert places
    assert all(one.name and "menu item" in one.role for one in places), places
    assert places[0].address == places[-1].address
    return [one.name for one in places]


def take(app: ReadApp, item: str) -> None:
    """Take an entry of the menu that is open."""
    for _entry in range(20):
        if (place := app.hands.move("Down")) is not None and place.name == item:
            app.hands.key("Enter")
            return
    raise AssertionError(f"no entry “{item}”")


def choose_file(app: ReadApp, file: Path) -> None:
    """Name a file in the dialog that asks for one."""
    field = app.wait("File name:", "text")
    app.hands.write(field, str(file))
    app.hands.key("Enter")
