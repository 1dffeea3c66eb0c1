"""The STOP screen and the check at the first start, as shipped."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from coach.content.library import Library
from coach.content.problem import ContentError
from coach.content.relief import ReliefShelf
from coach.content.relief_schema import normalise
from coach.content.resources import find_resources
from coach.core.caution import Condition, StopReason
from coach.core.safety import Urgency, unsuitable
from tests.content.reliefs import LEFT_OUT, told

RESOURCES = find_resources()
SHELF = ReliefShelf(RESOURCES)
FILES = sorted(RESOURCES.safety.glob("*.toml"))


def test_the_lists_are_complete_and_the_most_urgent_comes_first() -> None:
    lists = SHELF.stop_screen().lists
    assert [(found.urgency, len(found.signs)) for found in lists] == [
        (Urgency.EMERGENCY, 10), (Urgency.TODAY, 7), (Urgency.BOOK, 11),
    ]  # fmt: skip
    assert all(sign.may_be and sign.meanwhile for sign in lists[0].signs)
    assert all(sign.may_be for sign in lists[1].signs)


@pytest.mark.parametrize(
    ("sign", "meanwhile"),
    [
        ("breathlessness, chest pain", "no massage"),
        ("suddenly cold", "not raised. No heat, no ice"),
        ("tense, bulging", "Do not stretch"),
        ("cola", "Stop exercising"),
        ("jerking", "nothing in the mouth"),
        ("between the legs", "Do not drive"),
        ("One leg: throbbing", "No massage, no stretching, no exercise"),
        ("A pop", "Do not stretch"),
    ],
)
def test_what_to_do_meanwhile_stands_at_its_sign(sign: str, meanwhile: str) -> None:
    signs = [found for part in SHELF.stop_screen().lists for found in part.signs]
    assert [meanwhile in found.meanwhile for found in signs if sign in found.notice] == [True]


def test_what_the_voice_says_depends_on_why_it_stopped() -> None:
    stop = SHELF.stop_screen()
    assert stop.spoken(StopReason.TEN_MINUTES) == (
        "Ten minutes is too long for a simple cramp. Please get medical advice now."
    )
    for reason in (StopReason.ASKED, StopReason.CHECK):
        assert stop.spoken(reason).startswith("Stop. Do not stretch or massage this leg.")
    assert stop.heading(StopReason.ASKED) == "STOP"
    assert stop.heading(StopReason.TEN_MINUTES).startswith("Ten minutes")


@pytest.mark.parametrize(
    ("where", "number"),
    [
        ("GB", "999"),
        ("DE", "112"),
        ("US", "911"),
        ("CA", "911"),
        ("AU", "000"),
        ("NZ", "111"),
        ("RU", "103 / 112"),
        ("new-zealand", "111"),
        ("XX", "your local emergency number"),
        ("", "your local emergency number"),
    ],
)
def test_the_number_to_call_is_that_of_the_region(where: str, number: str) -> None:
    stop = SHELF.stop_screen()
    assert stop.emergency_number(stop.region(where)) == number


def test_111_is_an_advice_line_in_one_country_and_the_ambulance_in_another() -> None:
    stop = SHELF.stop_screen()
    here, there = stop.region("uk"), stop.region("new-zealand")
    assert here is not None
    assert there is not None
    assert (here.urgent, there.urgent) == ("111", "")


def test_no_country_has_two_regions() -> None:
    codes = [code for region in SHELF.stop_screen().regions for code in region.territories]
    assert len(codes) == len(set(codes))


def test_the_standing_texts_say_what_they_have_to() -> None:
    texts = SHELF.texts()
    assert texts == SHELF.stop_screen().texts
    for sign in ("Swollen, hot or discoloured", "pop", "cold or numb", "Chest pain", "STOP"):
        assert sign in texts.stop_line
    assert "not socks" in texts.before_standing
    assert "does not replace medical advice" in texts.disclaimer
    assert "limited" in texts.evidence


def test_the_card_compares_cramp_and_clot() -> None:
    stop = SHELF.stop_screen()
    assert [row.what for row in stop.card] == [
        "Start", "Feel", "Lasts", "Stretch or walk", "Skin and size", "What to do",
    ]  # fmt: skip


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_is_promised_and_nothing_left_out_comes_in(file: Path) -> None:
    for text in told(tomllib.loads(file.read_text(encoding="utf-8"))):
        assert not LEFT_OUT.search(text), text
        assert not re.search(r"\[R\d|\(L\d|[*`«»]|  |\b(color|center)\b", text), text


# -- the check at the first start ----------------------------------------------------------------


def test_there_are_eight_boxes_and_one_in_the_settings() -> None:
    check = SHELF.first_check()
    assert [tick.condition for tick in check.ticks] == list(Condition)[:8]
    assert [tick.condition for tick in check.settings] == [Condition.WOKEN]
    assert [tick.condition for tick in check.ticks if tick.opens_stop] == [Condition.NEW_PAIN]


@pytest.mark.parametrize(
    ("condition", "hidden"),
    [
        (Condition.HEART, {"ice-rub"}),
        (
            Condition.FALLS,
            {"calf-step-lower", "heel-walk", "outer-edge-stand", "toe-stand-reach"},
        ),
        (Condition.CLOT, {"calf-massage", "calf-press", "foot-massage"}),
        (Condition.POOR_CIRCULATION, {"ice-rub", "legs-up-rest"}),
        (
            Condition.DIABETES_NUMB,
            {"foot-massage", "heel-walk", "ice-rub", "outer-edge-stand", "towel-curl"},
        ),
        (
            Condition.INJURY,
            {
                "calf-step-lower", "heel-raise-standing", "outer-edge-stand", "quad-side-lying",
                "quad-standing", "soleus-wall-split", "toe-stand-reach",
            },
        ),
        (Condition.PREGNANCY, {"calf-massage", "calf-press", "calf-step-lower", "foot-massage"}),
        (Condition.NEW_PAIN, {"calf-massage", "calf-press", "foot-massage"}),
        (Condition.WOKEN, {"press-down-stand"}),
    ],
)  # fmt: skip
def test_what_each_tick_hides(shipped: Library, condition: Condition, hidden: set[str]) -> None:
    check = SHELF.first_check()
    found = {name for name in shipped.exercises if unsuitable(name, {condition}, check)}
    assert found == hidden


def test_nothing_is_hidden_from_who_ticked_nothing(shipped: Library) -> None:
    check = SHELF.first_check()
    assert not [name for name in shipped.exercises if unsuitable(name, frozenset(), check)]


def test_reasons_read_well_after_left_out() -> None:
    for tick in SHELF.first_check().every_tick:
        assert re.fullmatch(r"[a-z].*[^.]", tick.reason)
        assert tick.advice.endswith(".")


@pytest.mark.parametrize(
    ("kind", "file", "old", "new", "complaint"),
    [
        ("stop", "stop", 'urgency = "today"', 'urgency = "soon"', "must be one of"),
        ("stop", "stop", 'emergency = ["999"]', 'emergency = ["call"]', "emergency[0]"),
        ("stop", "stop", "voice =", "voise =", "did you mean voice?"),
        ("check", "check", 'id = "heart"', 'id = "hart"', "did you mean heart?"),
        ("check", "check", "hides =", "hide =", "did you mean hides?"),
    ],
)
def test_what_is_wrong_in_a_file_is_told(
    kind: str, file: str, old: str, new: str, complaint: str
) -> None:
    text = (RESOURCES.safety / f"{file}.toml").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(ContentError) as wrong:
        normalise(kind, tomllib.loads(text.replace(old, new, 1)))  # type: ignore[arg-type]
    assert complaint in str(wrong.value)


@pytest.mark.parametrize(
    ("heading", "said", "advice"),
    [
        ("Stop", "STOP. Read the list.", "Read the list."),
        ("Zu lang", "Zu lang! Hilfe holen.", "Hilfe holen."),
        ("Zehn Minuten", "Das dauert zu lang. Hilfe holen.", "Das dauert zu lang. Hilfe holen."),
    ],
)
def test_what_follows_the_heading_is_whole_in_any_words(
    heading: str, said: str, advice: str
) -> None:
    stop = replace(SHELF.stop_screen(), ten_minutes=heading, ten_minutes_voice=said)
    assert stop.advice(StopReason.TEN_MINUTES) == advice
