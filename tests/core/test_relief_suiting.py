"""What does not suit a person is left out, and it is said why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.core.caution import Condition
from coach.core.relief.suiting import suited, suited_aftercare
from coach.core.safety import unsuitable
from tests.core.reliefs import aftercare, check, protocol, rub

CLOT, FALLS = frozenset({Condition.CLOT}), frozenset({Condition.FALLS})


def test_who_ticked_nothing_gets_everything() -> None:
    assert suited(protocol(), frozenset(), check()) == protocol()
    assert suited_aftercare(aftercare(), frozenset()) == aftercare()


def test_the_other_way_takes_the_place_of_the_usual_one() -> None:
    stand = suited(protocol(), FALLS, check()).steps[2]
    assert stand.way.parts[0].say == "Stay seated."
    assert (stand.seconds, stand.way.label, stand.other) == (30, "", None)
    assert stand.left_out == ("Standing is left out: you ticked falls.",)


def test_a_part_is_left_out_and_the_rest_moves_up() -> None:
    step = suited(replace(protocol(), steps=(rub(),)), CLOT, check()).steps[0]
    assert [(part.say, part.start) for part in step.way.parts] == [("Pull.", 0)]
    assert step.seconds == 10
    assert step.left_out == ("Rubbing is left out: you ticked clot.",)


def test_something_else_may_take_the_place_of_a_part() -> None:
    step = suited(replace(protocol(), steps=(rub(instead=True),)), CLOT, check()).steps[0]
    assert [part.say for part in step.way.parts] == ["Rest.", "Pull."]
    assert [part.figure for part in step.way.parts] == ["rest", "pull"]
    assert step.seconds == rub().seconds
    assert step.left_out


@pytest.mark.parametrize("last", [False, True])
def test_a_step_of_which_nothing_is_left_is_told_at_its_neighbour(last: bool) -> None:
    only_rub = replace(rub(), way=replace(rub().way, parts=rub().way.parts[:1]))
    ready, *others = protocol().steps
    steps = (ready, *others, only_rub) if last else (ready, only_rub, *others)
    found = suited(replace(protocol(), steps=steps), CLOT, check()).steps
    assert [step.id for step in found] == [step.id for step in protocol().steps]
    told = {step.id: step.left_out for step in found if step.left_out}
    line = "Rubbing is left out: you ticked clot."
    assert told == {"walk" if last else "pull": (line,)}


def test_advice_offers_and_notes_that_do_not_suit_are_not_given() -> None:
    answers = {Condition.POOR_CIRCULATION}
    assert protocol().steps[2].if_not_eased.text
    assert not suited(protocol(), answers, check()).steps[2].if_not_eased.text
    after = suited_aftercare(aftercare(), answers)
    assert [offer.id for offer in after.offers] == ["back"]
    assert [note.text for note in after.notes] == ["Sore."]


@pytest.mark.parametrize(
    ("subject", "answers", "reason"),
    [
        ("rubbing", CLOT, "you ticked clot"),
        ("rubbing", FALLS, None),
        ("rubbing", frozenset(), None),
        ("walking", CLOT | FALLS, None),
        ("standing", frozenset({Condition.WOKEN}), "you ticked woken"),
        (CLOT | FALLS, CLOT | FALLS, "you ticked falls"),
        (CLOT, FALLS, None),
        (frozenset(), CLOT, None),
    ],
)
def test_why_something_is_unsuitable(
    subject: str | frozenset[Condition], answers: frozenset[Condition], reason: str | None
) -> None:
    assert unsuitable(subject, answers, check()) == reason


def test_advice_follows_the_order_of_the_boxes() -> None:
    answers = {Condition.WOKEN, Condition.CLOT, Condition.FALLS}
    assert check().advice(answers) == ("Mind falls.", "Mind clot.", "Mind woken.")
