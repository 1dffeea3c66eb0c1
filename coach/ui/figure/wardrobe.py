"""What people wear, and the tones of their skin and hair, for light and dark.

The tones for the far limbs are the near ones darkened (in the dark theme too), so that left and
right can always be told apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

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


def light_wardrobes() -> dict[str, Wardrobe]:
    """Colours on paper, by the name of the person."""
    return {
        "woman": Wardrobe(
            skin="#DDA17E",
            skin_far="#BE8161",
            skin_line="#B4775A",
            hair="#3B2B2B",
            hair_light="#55403C",
            shirt="#2F7F86",
            shirt_far="#235F66",
            shirt_sleeve="#398D93",
            trousers="#33456A",
            trousers_far="#24314D",
            trousers_line="#24314D",
            shoe="#6D4A5B",
            shoe_far="#513545",
            sole="#FFFBF2",
            sole_far="#DDD5C6",
        ),
        "man": Wardrobe(
            skin="#E9BC9B",
            skin_far="#C99676",
            skin_line="#BF8B6C",
            hair="#8B8A86",
            hair_light="#A3A29D",
            shirt="#7A5B7E",
            shirt_far="#5B4260",
            shirt_sleeve="#88698C",
            trousers="#4B5A4E",
            trousers_far="#354139",
            trousers_line="#354139",
            shoe="#3A4A5A",
            shoe_far="#2A3643",
            sole="#FFFBF2",
            sole_far="#DDD5C6",
        ),
        "youth": Wardrobe(
            skin="#8A5A3F",
            skin_far="#6B432D",
            skin_line="#5E3926",
            hair="#231B1A",
            hair_light="#3B2E2B",
            shirt="#C8923A",
            shirt_far="#96692A",
            shirt_sleeve="#D29F4D",
            trousers="#4A4F5C",
            trousers_far="#343843",
            trousers_line="#343843",
            shoe="#3F6B73",
            shoe_far="#2D4E55",
            sole="#FFFBF2",
            sole_far="#DDD5C6",
        ),
        "elder": Wardrobe(
            skin="#EBC4A8",
            skin_far="#CB9F82",
            skin_line="#BC8C6E",
            hair="#C9C7C3",
            hair_light="#B0AEAA",
            shirt="#A6566B",
            shirt_far="#7B3C4E",
            shirt_sleeve="#B2667A",
            trousers="#5C6B7E",
            trousers_far="#434F5F",
            trousers_line="#434F5F",
            shoe="#75604A",
            shoe_far="#574634",
            sole="#FFFBF2",
            sole_far="#DDD5C6",
        ),
    }


def dark_wardrobes() -> dict[str, Wardrobe]:
    """Colours on a dark ground, by the name of the person."""
    return {
        "woman": Wardrobe(
            skin="#D9A07E",
            skin_far="#A06F54",
            skin_line="#A87055",
            hair="#8C6A5C",
            hair_light="#A58172",
            shirt="#5FB4B8",
            shirt_far="#3E8085",
            shirt_sleeve="#70C0C3",
            trousers="#7C8FBC",
            trousers_far="#56678F",
            trousers_line="#5B6C96",
            shoe="#C79AAE",
            shoe_far="#8E6A7B",
            sole="#F4EFE4",
            sole_far="#B5B0A6",
        ),
        "man": Wardrobe(
            skin="#E3B594",
            skin_far="#AA7F63",
            skin_line="#B18668",
            hair="#B5B4AE",
            hair_light="#CBCAC4",
            shirt="#B08FB5",
            shirt_far="#7C6081",
            shirt_sleeve="#BF9FC3",
            trousers="#8FA593",
            trousers_far="#647869",
            trousers_line="#6A7F70",
            shoe="#8DA2B8",
            shoe_far="#62748A",
            sole="#F4EFE4",
            sole_far="#B5B0A6",
        ),
        "youth": Wardrobe(
            skin="#9C6A4C",
            skin_far="#704830",
            skin_line="#6B442E",
            hair="#6B5750",
            hair_light="#86706A",
            shirt="#D9A85A",
            shirt_far="#9A743A",
            shirt_sleeve="#E2B56C",
            trousers="#8F96A8",
            trousers_far="#646A7A",
            trousers_line="#6A7080",
            shoe="#6FA3AC",
            shoe_far="#4A737B",
            sole="#F4EFE4",
            sole_far="#B5B0A6",
        ),
        "elder": Wardrobe(
            skin="#E6BFA3",
            skin_far="#AD8A72",
            skin_line="#B58E74",
            hair="#D6D4D0",
            hair_light="#BDBBB7",
            shirt="#CF8296",
            shirt_far="#935868",
            shirt_sleeve="#DA92A4",
            trousers="#97A7BC",
            trousers_far="#6A788A",
            trousers_line="#6F7E90",
            shoe="#B59A7E",
            shoe_far="#7F6A54",
            sole="#F4EFE4",
            sole_far="#B5B0A6",
        ),
    }
