"""The front door: the two commands that somebody waits for go straight in."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from coach.core.words import Language, find_language_with

if TYPE_CHECKING:
    from coach.app.wish import Wish


def main() -> None:
    """Run the command that was given and end the process with its exit status."""
    find_language_with(find_language)
    try:
        sys.exit(run(sys.argv[1:]))
    except RuntimeError as error:
        from coach.desktop.folders import NoHomeError

        if not isinstance(error, NoHomeError):
            raise
        sys.exit(f"coach: {error}")


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and return the exit status."""
    wish = plain_wish(arguments)
    if wish is not None:
        from coach.desktop.single import claim

        own = claim(wish)
        if own is None:
            return 0
        from coach.bootstrap.window import open_window

        return open_window(wish, own)
    from coach import cli

    return cli.run(arguments)


def find_language() -> Language:
    """Return the person's language: what the settings say, else the system's if it is known."""
    from coach.content import languages
    from coach.content.resources import find_resources

    try:
        return languages.find_language(find_resources().locale, _chosen, _of_the_system)
    except (OSError, RuntimeError):  # what is missing is told by whoever needs it
        return Language()


def _chosen() -> str:
    from coach.content.settings import peek
    from coach.desktop.folders import find_folders

    return peek(find_folders().config / "settings.json", "text_language")


def _of_the_system() -> Iterable[str]:
    from coach.desktop.languages import system_languages

    return system_languages()


def plain_wish(arguments: Sequence[str]) -> Wish | None:
    """Return what `coach` or `coach cramp` ask for, traced or not; None for all else.

    Reading these by hand leaves out the parser of all commands, about 8 ms before a window that
    someone in pain waits for.
    """
    rest = list(arguments)
    trace = None
    if "--trace" in rest[:-1]:
        place = rest.index("--trace")
        trace = rest[place + 1]
        del rest[place : place + 2]
    if rest not in ([], ["cramp"]) or (trace is not None and trace.startswith("-")):
        return None
    from pathlib import Path

    from coach.app.wish import Wish

    return Wish(screen="cramp" if rest else "home", trace=Path(trace) if trace else None)


if __name__ == "__main__":
    main()
