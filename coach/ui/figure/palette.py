"""The colours of the figure and its room, for light, dark and paper.

What people wear is in `coach.ui.figure.wardrobe`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from coach.ui.figure.wardrobe import Wardrobe, dark_wardrobes, light_wardrobes


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
        text: Words on paper.
        stone: Kerb and edge of a pool, light side.
        stone_side: The same in shade.
        stone_edge: Its edges.
        water: Water before the figure, seen through.
        water_far: Water behind it.
        water_line: Its ripples.
        wardrobes: The colours of each person, by name.
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
    text: str
    stone: str
    stone_side: str
    stone_edge: str
    water: str
    water_far: str
    water_line: str
    wardrobes: Mapping[str, Wardrobe]


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
        text="#23302F",
        stone="#D5D1C8",
        stone_side="#B9B4A9",
        stone_edge="#9D988D",
        water="#8C6FB3C4",
        water_far="#C4E0E5",
        water_line="#E4F2F3",
        wardrobes=light_wardrobes(),
    )


def paper_palette() -> FigurePalette:
    """Return the light colours on white."""
    return replace(light_palette(), paper="#FFFFFF")


def dark_palette() -> FigurePalette:
    """Colours on a dark ground."""
    return FigurePalette(
        paper="#14191A",
        floor="#2A3233",
        floor_edge="#3B4748",
        wall="#313C3D",
        wall_side="#3E4C4D",
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
        text="#E9E4D8",
        stone="#5C6666",
        stone_side="#48514F",
        stone_edge="#6E7977",
        water="#99285F70",
        water_far="#27505C",
        water_line="#5B95A3",
        wardrobes=dark_wardrobes(),
    )
