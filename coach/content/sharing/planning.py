"""Finds names for what came in a file, so that nothing of the person's own is touched."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from coach.content.build import build_exercise, build_routine
from coach.content.library import Library
from coach.content.naming import copy_title
from coach.content.own_picture import FOLDER as PICTURES
from coach.content.own_picture import MOST_BYTES as MOST_PICTURE_BYTES
from coach.content.own_picture import inspect_picture, picture_name_fault
from coach.content.problem import ContentError, Problem, error
from coach.content.reading import parse_toml, read_bytes
from coach.content.schema import Kind, normalise
from coach.content.sharing.bundle import Bundle, Piece
from coach.content.sharing.ids import NOT_ON_WINDOWS, distinct
from coach.content.sharing.offer import NewFile, Offer, OfferedRoutine
from coach.content.sharing.rewriting import with_exercises, with_names
from coach.core.exercise import Exercise
from coach.core.words import _


def plan(bundle: Bundle, library: Library, user_folder: Path) -> Offer:
    """Return what taking a bundle would do.

    Where several routines came, a wrong one costs only itself.

    Raises:
        ContentError: Nothing in it can be used, with the reason.
    """
    return _Planner(bundle, library, user_folder).offer()


class _Planner:
    """One look at one bundle."""

    def __init__(self, bundle: Bundle, library: Library, user_folder: Path) -> None:
        self._bundle = bundle
        self._library = library
        self._folder = user_folder
        self._notes = list(bundle.notes)
        self._problems = list(bundle.problems)
        self._files: list[NewFile] = []
        self._new_ids: dict[str, str] = {}
        self._exercises: dict[str, Exercise] = {}
        """Those that the routines will find, by the id that they will have."""

    def offer(self) -> Offer:
        self._check_pictures()
        pictures = self._taken(PICTURES, ())
        taken = self._taken("exercises", self._library.exercises)
        titles = []
        for piece in self._bundle.exercises:
            title = self._exercise(piece, taken, pictures)
            titles += [title] if title else []
        routines = self._routines()
        if not routines and (self._bundle.routines or not titles):
            raise ContentError(self._problems[:1] or [_nothing_new()])
        self._files.sort(key=lambda file: (PICTURES, "exercises", "routines").index(file.folder))
        return Offer(
            title=routines[0].title if routines else titles[0],
            routines=tuple(routines),
            exercises=tuple(titles),
            pictures=tuple(file.name for file in self._files if file.folder == PICTURES),
            notes=tuple(dict.fromkeys(self._notes)),
            problems=tuple(self._problems),
            files=tuple(self._files),
        )

    # -- pictures -----------------------------------------------------------------------------

    def _check_pictures(self) -> None:
        for name, content in self._bundle.pictures.items():
            fault = picture_name_fault(name)
            try:
                if not fault:
                    _inspect(content)
            except ContentError as wrong:
                fault = wrong.problems[0].reason
            if fault:
                raise error(f"{PICTURES}/{name}", fault)

    def _picture(self, name: str, taken: set[str]) -> str:
        """Return the name under which a picture will be found."""
        content = self._bundle.pictures[name]
        coming = {file.name: file.content for file in self._files if file.folder == PICTURES}
        stem, dot, ending = name.rpartition(".")
        new, number = name, 1
        while _key(new) in taken or _key(new).partition(".")[0] in NOT_ON_WINDOWS:
            if coming.get(new) == content or self._own_picture(new) == content:
                return new
            number += 1
            new = f"{stem[:100]}-{number}.{ending}" if dot else f"{name[:100]}-{number}"
        if new != name:
            self._notes.append(_("The picture {old} will be {new}.").format(old=name, new=new))
        taken.add(_key(new))
        self._files.append(NewFile(PICTURES, new, content))
        return new

    def _own_picture(self, name: str) -> bytes | None:
        try:
            return read_bytes(self._folder / PICTURES / name, MOST_PICTURE_BYTES)
        except ContentError:  # none, or none that could be shown
            return None

    # -- exercises ----------------------------------------------------------------------------

    def _exercise(self, piece: Piece, taken: set[str], pictures: set[str]) -> str:
        """Find a place for an exercise; return its title, or nothing where it is there already."""
        built = self._build(piece)
        if twin := self._twin(built):
            self._new_ids[piece.id] = twin
            return ""
        new = distinct(piece.id, taken)
        picture = self._picture(built.picture, pictures) if built.picture else ""
        figure = built.figure if new != piece.id else ""  # found by the name it no longer has
        if new != piece.id:
            self._notes.append(_renamed(built.title, new))
        taken.add(new)
        self._new_ids[piece.id] = new
        self._exercises[new] = replace(built, id=new, picture=picture)
        text = piece.text
        if figure or picture != built.picture:
            text = with_names(text, figure=figure, picture=picture)
        self._files.append(NewFile("exercises", f"{new}.toml", text.encode()))
        return built.title

    def _build(self, piece: Piece) -> Exercise:
        place = f"exercises/{piece.id}.toml"
        try:
            data = self._read("exercise", piece)
            built = build_exercise(piece.id, data, self._library.figures)
        except ContentError as wrong:
            raise _first(place, wrong) from None
        if built.picture and built.picture not in self._bundle.pictures:
            reason = _("the picture {picture} did not come with it; have it sent as .coach").format(
                picture=built.picture
            )
            raise error(_("{place}: picture").format(place=place), reason)
        return built

    def _twin(self, built: Exercise) -> str:
        """Return the id of an exercise that is the same, the one of the same name first."""
        own = self._library.exercises
        ids = sorted(self._library.own_exercises | {built.id}, key=lambda name: name != built.id)
        for name in ids:
            there = own.get(name)
            if there and replace(there, id=built.id, picture=built.picture) == built:
                shows = self._own_picture(there.picture) if there.picture else None
                if shows == self._bundle.pictures.get(built.picture):
                    return name
        return ""

    # -- routines -----------------------------------------------------------------------------

    def _routines(self) -> list[OfferedRoutine]:
        taken = self._taken("routines", self._library.cards)
        titles = {card.title for card in self._library.cards.values()}
        offered = []
        for piece in self._bundle.routines:
            try:
                routine = self._routine(piece, taken, titles)
            except ContentError as wrong:
                place = f"routines/{piece.id}" if len(self._bundle.routines) > 1 else ""
                self._problems += _first(place, wrong).problems
            else:
                offered.append(routine)
        return offered

    def _routine(self, piece: Piece, taken: set[str], titles: set[str]) -> OfferedRoutine:
        data = self._read("routine", piece)
        new, title = distinct(piece.id, taken), data["title"]
        if title in titles:
            title = copy_title(title, titles, _("{title} (sent)"))
        moved = {old: name for old, name in self._new_ids.items() if old != name}
        text = piece.text
        if moved or title != data["title"]:
            text = with_exercises(text, title, moved)
        moved_data = normalise("routine", parse_toml(text))
        routine = build_routine(new, moved_data, self._known(), own=True)
        if title != data["title"]:
            there = _("You have a routine “{old}”; this one will be “{new}”.")
            self._notes.append(there.format(old=data["title"], new=title))
        taken.add(new)
        titles.add(title)
        self._files.append(NewFile("routines", f"{new}.toml", text.encode()))
        return OfferedRoutine(new, title, routine.seconds, len(routine.steps))

    def _known(self) -> dict[str, Exercise]:
        """Return the exercises that a step may mean, by the ids that they will have."""
        there = self._library.exercises
        if self._bundle.is_whole:
            foreign = self._library.own_exercises.difference(self._new_ids.values())
            there = {name: one for name, one in there.items() if name not in foreign}
        return {**there, **self._exercises}

    def _read(self, kind: Kind, piece: Piece) -> dict[str, Any]:
        return normalise(kind, parse_toml(piece.text))

    def _taken(self, folder: str, known: Iterable[str]) -> set[str]:
        """Return the names that something has, whether it can be used or not."""
        try:
            there = [entry.name for entry in (self._folder / folder).iterdir()]
        except OSError:  # no such folder yet; where it can't be read, writing tells
            there = []
        ends = ".toml" if folder != PICTURES else ""
        return {_key(name.removesuffix(ends)) for name in there} | set(known)


def _inspect(content: bytes) -> None:
    """Look at a picture as at any of the person's own: as a file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / PICTURES
        file.write_bytes(content)
        inspect_picture(file)


def _key(name: str) -> str:
    """Return what names that are one and the same to some computers have in common."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _renamed(title: str, new: str) -> str:
    text = _("You have another exercise under the file name of “{title}”; this one will be {new}.")
    return text.format(title=title, new=f"{new}.toml")


def _first(place: str, wrong: ContentError) -> ContentError:
    """Return the first fault, at its place in the file that came."""
    problem = wrong.problems[0]
    whole = ": ".join(part for part in (place, problem.place) if part)
    return ContentError([Problem("", whole, problem.reason)])


def _nothing_new() -> Problem:
    return Problem("", "", _("you have everything in it already"))
