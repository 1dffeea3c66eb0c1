"""What people wear, and the tones of their skin and hair, for light and dark.

The tones for the far limbs are the near ones darkened (in the dark theme too), so that left and
right can always be told apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_PEOPLE: Final = ("woman", "man", "youth", "elder")
"""Whose colours stand in the columns of the tables below."""

NECK_SHADE: Final = 6
"""How dark a neck lies in the shade of its head: sixteenths of the way to the far skin."""


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """One person's colours. ``…_far`` is the same part on the side away from the viewer."""

    skin: str
    skin_far: str
    skin_line: str
    hair: str
    hair_light: str
    shirt: str
    shirt_far: str
    shirt_sleeve: str
    trousers: str
    trousers_far: str
    trousers_line: str
    shoe: str
    shoe_far: str
    sole: str
    sole_far: str


_ON_PAPER: Final = {
    "skin": ("#DDA17E", "#E9BC9B", "#8A5A3F", "#EBC4A8"),
    "skin_far": ("#BE8161", "#C99676", "#6B432D", "#CB9F82"),
    "skin_line": ("#B4775A", "#BF8B6C", "#5E3926", "#BC8C6E"),
    "hair": ("#3B2B2B", "#8B8A86", "#231B1A", "#C9C7C3"),
    "hair_light": ("#55403C", "#A3A29D", "#3B2E2B", "#B0AEAA"),
    "shirt": ("#2F7F86", "#7A5B7E", "#C8923A", "#A6566B"),
    "shirt_far": ("#235F66", "#5B4260", "#96692A", "#7B3C4E"),
    "shirt_sleeve": ("#398D93", "#88698C", "#D29F4D", "#B2667A"),
    "trousers": ("#33456A", "#4B5A4E", "#4A4F5C", "#5C6B7E"),
    "trousers_far": ("#24314D", "#354139", "#343843", "#434F5F"),
    "trousers_line": ("#24314D", "#354139", "#343843", "#434F5F"),
    "shoe": ("#6D4A5B", "#3A4A5A", "#3F6B73", "#75604A"),
    "shoe_far": ("#513545", "#2A3643", "#2D4E55", "#574634"),
    "sole": ("#FFFBF2",) * len(_PEOPLE),
    "sole_far": ("#DDD5C6",) * len(_PEOPLE),
}
"""Colours on paper: one column for each of `_PEOPLE`."""

_ON_DARK: Final = {
    "skin": ("#D9A07E", "#E3B594", "#9C6A4C", "#E6BFA3"),
    "skin_far": ("#A06F54", "#AA7F63", "#704830", "#AD8A72"),
    "skin_line": ("#A87055", "#B18668", "#6B442E", "#B58E74"),
    "hair": ("#8C6A5C", "#B5B4AE", "#6B5750", "#D6D4D0"),
    "hair_light": ("#A58172", "#CBCAC4", "#86706A", "#BDBBB7"),
    "shirt": ("#5FB4B8", "#B08FB5", "#D9A85A", "#CF8296"),
    "shirt_far": ("#3E8085", "#7C6081", "#9A743A", "#935868"),
    "shirt_sleeve": ("#70C0C3", "#BF9FC3", "#E2B56C", "#DA92A4"),
    "trousers": ("#7C8FBC", "#8FA593", "#8F96A8", "#97A7BC"),
    "trousers_far": ("#56678F", "#647869", "#646A7A", "#6A788A"),
    "trousers_line": ("#5B6C96", "#6A7F70", "#6A7080", "#6F7E90"),
    "shoe": ("#C79AAE", "#8DA2B8", "#6FA3AC", "#B59A7E"),
    "shoe_far": ("#8E6A7B", "#62748A", "#4A737B", "#7F6A54"),
    "sole": ("#F4EFE4",) * len(_PEOPLE),
    "sole_far": ("#B5B0A6",) * len(_PEOPLE),
}
"""The same on a dark ground."""


def light_wardrobes() -> dict[str, Wardrobe]:
    """Colours on paper, by the name of the person."""
    return _wardrobes(_ON_PAPER)


def dark_wardrobes() -> dict[str, Wardrobe]:
    """Colours on a dark ground, by the name of the person."""
    return _wardrobes(_ON_DARK)


def _wardrobes(table: Mapping[str, tuple[str, ...]]) -> dict[str, Wardrobe]:
    return {
        name: Wardrobe(**{part: colours[column] for part, colours in table.items()})
        for column, name in enumerate(_PEOPLE)
    }
