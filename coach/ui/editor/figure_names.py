"""Names of the moving pictures, for those who choose one."""

from __future__ import annotations

from coach.content.library import Library
from coach.core.words import _


def figure_titles(library: Library) -> dict[str, str]:
    """Return the figures with names for people, in order: those of the exercises they belong to.

    A figure that has no name yet is called by its id.
    """
    names = _names_of_relief() | {
        exercise.figure: exercise.title
        for exercise in library.exercises.values()
        if exercise.figure and exercise.id not in library.own_exercises
    }
    named = {figure: names.get(figure, figure) for figure in library.figures}
    return dict(sorted(named.items(), key=lambda pair: pair[1].casefold()))


def _names_of_relief() -> dict[str, str]:
    """Return the names of the figures that no exercise has for its own."""
    return {
        "ankle-pump-seated": _("Ankle pumps, seated"),
        "back-thigh-rub": _("Back of thigh rub"),
        "brake-chair": _("Braking the chair"),
        "foot-press-seated": _("Foot press, seated"),
        "foot-under-seat": _("Foot under the seat"),
        "get-ready": _("Get ready"),
        "gym-stop": _("Stepping off the machine"),
        "hamstring-floor": _("Back of thigh stretch, floor"),
        "hamstring-sheet-bed": _("Back of thigh stretch with a sheet"),
        "heel-slide-bed": _("Heel slide, bed"),
        "pool-float": _("Floating in the pool"),
        "quad-strap-standing": _("Front of thigh stretch with a strap"),
        "roll-to-side": _("Rolling to the side"),
        "sheet-pull-bed": _("Toe pull with a sheet"),
        "shoe-off-seated": _("Shoe off, seated"),
        "sit-on-edge": _("Sit on the edge"),
        "stop-and-hold": _("Stop and hold on"),
        "straighten-knee-bed": _("Straightening the knee, bed"),
        "thigh-rub": _("Thigh rub"),
        "throw-covers": _("Covers off"),
        "toe-bend-bed": _("Toe bend, bed"),
        "toes-on-kerb": _("Toes on the kerb"),
    }
