"""What somebody ticked holds in relief too, and a protocol remains."""

from __future__ import annotations

import re

import pytest

from coach.content.library import Library
from coach.core.caution import Condition
from coach.core.relief import PartKind
from coach.core.relief.suiting import suited
from tests.content.reliefs import ALL, IDS, SHELF, get, ways


def test_a_picture_that_shows_an_exercise_is_left_out_with_it(shipped: Library) -> None:
    """What a tick hides elsewhere must not come back in relief."""
    for tick in SHELF.first_check().every_tick:
        assert tick.hides <= set(shipped.exercises)
        for pair in ALL:
            for step in SHELF.protocol(*pair).steps:
                for way in ways((step,)):
                    barred = step.not_with if way is step.way else frozenset()
                    for part in way.parts:
                        if part.figure in tick.hides:
                            assert tick.condition in part.not_with | barred, (pair, part)


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("answers", [*([one] for one in Condition), list(Condition)], ids=str)
def test_whatever_is_ticked_a_protocol_remains(name: str, answers: list[Condition]) -> None:
    check = SHELF.first_check()
    usual, found = get(name), suited(get(name), answers, check)
    hidden = frozenset[str]().union(
        *(tick.hides for tick in check.every_tick if tick.condition in answers)
    )
    parts = [part for way in ways(found.steps) for part in way.parts]
    assert not hidden & {part.figure for part in parts}
    assert any(part.kind is PartKind.HOLD for part in parts)
    assert sum(step.check for step in found.steps) == sum(step.check for step in usual.steps)
    assert found.rest.way.parts[0].figure not in hidden
    assert found.opening == usual.opening
    for step in found.steps:
        assert step.other is None or step.other.parts[0].text != step.way.parts[0].text
    told_why = any(step.left_out for step in found.steps)
    assert told_why == ([s.way for s in found.steps] != [s.way for s in usual.steps])


@pytest.mark.parametrize("name", IDS)
def test_no_heat_for_legs_with_poor_circulation_or_without_feeling(name: str) -> None:
    for step in (*get(name).steps, get(name).rest):
        if re.search("warm", step.if_not_eased.text, re.IGNORECASE):
            assert step.if_not_eased.not_with >= {
                Condition.POOR_CIRCULATION,
                Condition.DIABETES_NUMB,
            }
