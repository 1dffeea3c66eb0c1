"""Makes the STOP screen and the first check of checked content, fresh or from the cache."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coach.core.caution import Condition, StandingTexts
from coach.core.safety import (
    ComparisonRow,
    FirstCheck,
    Region,
    Sign,
    SignList,
    StopScreen,
    Tick,
    Urgency,
)

Data = Mapping[str, Any]


def build_stop_screen(data: Data) -> StopScreen:
    """Make the STOP screen."""
    return StopScreen(
        title=data["title"],
        voice=data["voice"],
        ten_minutes=data["ten_minutes"],
        ten_minutes_voice=data["ten_minutes_voice"],
        back=data["back"],
        lists=tuple(map(_sign_list, data["lists"])),
        card_title=data["card_title"],
        card=tuple(ComparisonRow(**row) for row in data["card"]),
        card_note=data["card_note"],
        usual_number=data["usual_number"],
        regions=tuple(map(_region, data["regions"])),
        texts=StandingTexts(**data["texts"]),
    )


def build_first_check(data: Data) -> FirstCheck:
    """Make the check at the first start."""
    return FirstCheck(
        title=data["title"],
        intro=data["intro"],
        ticks=tuple(map(_tick, data["ticks"])),
        settings=tuple(map(_tick, data["settings"])),
    )


def _sign_list(data: Data) -> SignList:
    return SignList(
        urgency=Urgency(data["urgency"]),
        title=data["title"],
        button=data["button"],
        signs=tuple(Sign(**sign) for sign in data["signs"]),
        closing=data.get("closing", ""),
    )


def _region(data: Data) -> Region:
    return Region(
        id=data["id"],
        name=data["name"],
        emergency=tuple(data["emergency"]),
        urgent=data.get("urgent", ""),
        territories=frozenset(data["territories"]),
    )


def _tick(data: Data) -> Tick:
    return Tick(
        condition=Condition(data["id"]),
        text=data["text"],
        advice=data["advice"],
        reason=data["reason"],
        hides=frozenset(data["hides"]),
        opens_stop=data["opens_stop"],
    )
