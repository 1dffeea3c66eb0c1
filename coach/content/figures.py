"""Figure files: read, check, and turn into a `Motion`.

`motion_from` needs neither pydantic nor a file: give it a checked mapping, however it was kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path as FilePath
from typing import Any, Final

from coach.content.problem import error
from coach.content.reading import read_toml
from coach.core.figure import (
    Arrow,
    FootGoal,
    HandGoal,
    Inset,
    Motion,
    Path,
    Prop,
    Scene,
    Stance,
)

_FEET: Final = {
    "heel": ("z", "pitch", "toes", "roll", "splay"),
    "ball": ("z", "pitch", "toes", "roll", "splay"),
    "ankle": ("z", "pitch", "toes", "roll", "splay"),
    "angles": ("hip", "knee", "ankle", "toes", "roll", "splay", "out"),
}
_HANDS: Final = {
    "touch": ("z", "angle", "turn", "flare"),
    "angles": ("shoulder", "elbow", "wrist", "turn", "out", "lift"),
}
_TRUNK: Final = ("trunk", "curve", "head", "turn", "sway")
_USUAL: Final = {"turn": 1.0}

_AT_EASE: Final[Mapping[str, Any]] = {"shoulder": 4.0, "elbow": 14.0, "wrist": 6.0}
"""A hand nobody says anything about hangs at ease."""


def check_figure(path: FilePath) -> dict[str, Any]:
    """Read a figure file and return what it says, checked.

    Raises:
        ContentError: With every problem found, each with its place in the file.
    """
    from coach.content.figure_schema import checked  # pydantic: not where a cache will do

    return checked({**read_toml(path), "id": path.stem})


def load_motion(path: FilePath) -> Motion:
    """Read and check a figure file, and build its motion.

    Raises:
        ContentError: The file can't be used.
    """
    return motion_from(check_figure(path))


def motion_from(data: Mapping[str, Any]) -> Motion:
    """Build a motion from a checked figure.

    Raises:
        ContentError: Two poses of one movement do not join, or a pose is not there.
    """
    poses = {name: _stance(name, data["poses"]) for name in data["poses"]}
    paths = tuple(_path(index, path, poses) for index, path in enumerate(data["paths"]))
    rest = _named(data["rest"], poses, "rest")
    return Motion(
        name=data["id"],
        kind=data["kind"],
        rest=rest,
        paths=paths,
        scene=_scene(data),
        cycle=float(data.get("cycle", 1.0)),
        travel=float(data.get("travel", 0.0)),
        alternate=bool(data.get("alternate", False)),
    )


def _named(name: str, poses: Mapping[str, Stance], place: str) -> Stance:
    if name not in poses:
        raise error(place, f"there is no pose {name}")
    return poses[name]


def _path(index: int, data: Mapping[str, Any], poses: Mapping[str, Stance]) -> Path:
    names = data["poses"]
    stances = tuple(_named(name, poses, f"paths[{index}].poses") for name in names)
    for one, other in pairwise(stances):
        if reason := one.joins(other):
            raise error(f"paths[{index}].poses", f"can't move between these poses: {reason}")
        if data.get("ease") == "round" and not one.shares_anchors(other):
            reason = "in a round movement a hand must stay on the same part"
            raise error(f"paths[{index}].poses", reason)
    return Path(stances, data.get("ease", "smooth"))


def _stance(name: str, poses: Mapping[str, Any]) -> Stance:
    data = _inherited(name, poses, ())
    stand = data.get("stand")
    if stand:
        form, hips = stand["leg"], (float(stand["lean"]), float(stand.get("knee", 0.0)))
    else:
        form, hips = "at", _pair(data["hips"])
    return Stance(
        form=form,
        hips=hips,
        trunk=tuple(float(data.get(key, 0.0)) for key in _TRUNK),
        effort=float(data.get("effort", 0.0)),
        near_foot=_foot(data["near_foot"]),
        far_foot=_foot(data["far_foot"]),
        near_hand=_hand(data.get("near_hand", _AT_EASE)),
        far_hand=_hand(data.get("far_hand", _AT_EASE)),
    )


def _inherited(name: str, poses: Mapping[str, Any], seen: tuple[str, ...]) -> Mapping[str, Any]:
    data = poses[name]
    like = data.get("like")
    if not like:
        return dict(data)
    if like not in poses or like in seen or like == name:
        raise error(f"poses.{name}.like", f"there is no other pose {like} to start from")
    inherited = dict(_inherited(like, poses, (*seen, name)))
    if "hips" in data:
        inherited.pop("stand", None)
    return {**inherited, **data}


def _pair(data: Sequence[float]) -> tuple[float, float]:
    return float(data[0]), float(data[1])


def _numbers(data: Mapping[str, Any], keys: tuple[str, ...]) -> tuple[float, ...]:
    return tuple(float(data.get(key, _USUAL.get(key, 0.0))) for key in keys)


def _foot(data: Mapping[str, Any]) -> FootGoal:
    for form in ("heel", "ball", "ankle"):
        place = data.get(form)
        if isinstance(place, list | tuple):
            return FootGoal(form, (*_pair(place), *_numbers(data, _FEET[form])))
    return FootGoal("angles", _numbers(data, _FEET["angles"]))


def _hand(data: Mapping[str, Any]) -> HandGoal:
    if "touch" in data:
        numbers = (*_pair(data["touch"]), *_numbers(data, _HANDS["touch"]))
        return HandGoal("touch", numbers, data.get("shape", "flat"), data.get("on", ""))
    return HandGoal("angles", _numbers(data, _HANDS["angles"]), data.get("shape", "relaxed"))


def _scene(data: Mapping[str, Any]) -> Scene:
    usual = Scene()
    inset = data.get("inset")
    return Scene(
        view=data.get("view", usual.view),
        centre=_pair(data.get("centre", usual.centre)),
        size=float(data.get("size", usual.size)),
        feet=data.get("feet", usual.feet),
        muscles=tuple(data.get("muscles", ())),
        props=tuple(_prop(prop) for prop in data.get("props", ())),
        arrows=tuple(_arrow(arrow) for arrow in data.get("arrows", ())),
        inset=inset
        and Inset(
            inset["part"], _pair(inset["centre"]), float(inset["radius"]), float(inset["zoom"])
        ),
        floor=bool(data.get("floor", usual.floor)),
        crossed=bool(data.get("crossed", usual.crossed)),
        travels=float(data.get("travel", 0.0)),
    )


def _prop(data: Mapping[str, Any]) -> Prop:
    sizes = {k: float(v) for k, v in data.items() if k not in ("kind", "parts")}
    return Prop(data["kind"], sizes, tuple(data.get("parts", ())))


def _arrow(data: Mapping[str, Any]) -> Arrow:
    return Arrow(
        data.get("part", ""),
        _pair(data["tail"]),
        _pair(data["head"]),
        float(data.get("bow", 0.0)),
        tuple(int(phase) for phase in data.get("phases", ())),
    )
