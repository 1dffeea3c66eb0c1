"""What is read from files: routines, moving pictures, and relief."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coach.bootstrap.own_data import mended
from coach.content.resources import find_resources
from coach.desktop.folders import find_folders

if TYPE_CHECKING:
    from coach.content.library import Library
    from coach.content.relief import ReliefShelf
    from coach.content.shelf import FigureShelf


@cache
def library() -> Library:
    """Return what can be played, read once."""
    from coach.content.library import load_library  # relief does without

    mended()
    folders = find_folders()
    return load_library(find_resources(), folders.data, folders.cache / "library.json")


def reload_library() -> Library:
    """Read it anew."""
    library.cache_clear()
    return library()


def figure_shelf() -> FigureShelf:
    """Return the moving pictures."""
    from coach.content.shelf import FigureShelf

    folders = find_folders()
    cache_file, pictures = folders.cache / "figures.json", folders.data / "pictures"
    return FigureShelf(find_resources().figures, cache_file, pictures)


@cache
def relief_shelf() -> ReliefShelf:
    """Return the protocols of Cramp now and the texts of safety, read when asked for."""
    from coach.content.relief import ReliefShelf

    return ReliefShelf(find_resources(), find_folders().cache / "relief.json")


def stop_rules() -> str:
    """Return what is said once while the app runs; the screens tell what is wrong with its file."""
    from coach.content.problem import ContentError

    shelf = relief_shelf()
    try:
        rules = shelf.texts().stop_rules
    except ContentError:
        return ""
    shelf.keep()
    return rules


def opening_texts() -> tuple[str, ...]:
    """Return the first words for each muscle, of a cramp in bed, where most come."""
    from coach.content.problem import ContentError
    from coach.core.relief import CRAMP_MUSCLES, Place
    from coach.core.relief import opening_texts as first_words

    shelf = relief_shelf()
    try:
        protocols = tuple(shelf.protocol(muscle, Place.BED) for muscle in CRAMP_MUSCLES)
    except ContentError:
        return ()
    shelf.keep()
    return first_words(protocols)
