"""The colours of the figure and its room, for light and dark.

The tones for the far limbs are the near ones darkened (in the dark theme too), so that left and
right can always be told apart.
"""

from __future__ import annotations

from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True)
class FigurePalette:
    """Everything the figure's painter colours.

    Attributes:
        paper: Background.
        floor: The floor.
        floor_edge: Its far edge and the marks on it.
        wall: A wall's face.
        wall_side: Its cut side.
        wall_edge: The line between them.
        wood: Furniture, light side.
        wood_side: Furniture, shaded side.
        wood_edge: Furniture, edges and far legs.
        cloth: Mattress, towel, bandage.
        cloth_side: The same in shade.
        cover: Blanket and cushion.
        cover_side: The same in shade.
        metal: Rails.
        ice: Ice in its cloth.
        strap: A strap or belt.
        shadow: Contact shadow.
        glow: The muscle that works or stretches.
        glow_soft: The tone around it.
        arrow: Arrows.
        ink: Face.
        woman: The colours of the first person.
        man: The colours of the second.
    """

    paper: str
    floor: str
    floor_edge: str
    wall: str
    wall_side: str
    wall_edge: str
    wood: str
    wood_side: str
    wood_edge: str
    cloth: str
    cloth_side: str
    cover: str
    cover_side: str
    metal: str
    ice: str
    strap: str
    shadow: str
    glow: str
    glow_soft: str
    arrow: str
    ink: str
    woman: Wardrobe
    man: Wardrobe


def light_palette() -> FigurePalette:
    """Colours on paper."""
    return FigurePalette(
        paper="#F6F3EC",
        floor="#E6E0D3",
        floor_edge="#D3CBB9",
        wall="#E4DCCB",
        wall_side="#CDC3AE",
        wall_edge="#B5AA93",
        wood="#C9A27A",
        wood_side="#AC835C",
        wood_edge="#8E6845",
        cloth="#FBF8F1",
        cloth_side="#DAD3C5",
        cover="#9DB8B4",
        cover_side="#7F9E9B",
        metal="#7C8887",
        ice="#A9D3E0",
        strap="#3E4B4A",
        shadow="#C9C1AF",
        glow="#F2683C",
        glow_soft="#F59A78",
        arrow="#C94A1F",
        ink="#23302F",
        woman=Wardrobe(
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
        man=Wardrobe(
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
    )


def dark_palette() -> FigurePalette:
    """Colours on a dark ground."""
    return FigurePalette(
        paper="#14191A",
        floor="#222B2C",
        floor_edge="#324041",
        wall="#2B3637",
        wall_side="#3A4849",
        wall_edge="#50605F",
        wood="#8F6F50",
        wood_side="#6E543B",
        wood_edge="#54402D",
        cloth="#5A6A6C",
        cloth_side="#435153",
        cover="#7FA9A6",
        cover_side="#5E8482",
        metal="#93A09F",
        ice="#86B9C9",
        strap="#C5CBC6",
        shadow="#0D1112",
        glow="#F4602C",
        glow_soft="#EF9069",
        arrow="#FF9A70",
        ink="#1B2021",
        woman=Wardrobe(
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
        man=Wardrobe(
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
    )
