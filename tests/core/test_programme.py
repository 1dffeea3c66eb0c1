"""What is suggested after a routine is a routine there is."""

from __future__ import annotations

from coach.content.library import load_library
from coach.content.resources import find_resources
from coach.core.programme import goes_with


def test_each_suggestion_is_another_routine_that_is_shipped() -> None:
    cards = load_library(find_resources(), None).cards
    suggested = {name: goes_with(name) for name in cards if goes_with(name)}
    assert suggested["before-workout"] == "after-workout"
    assert all(other in cards and other != name for name, other in suggested.items())


def test_nothing_is_suggested_after_ones_own() -> None:
    assert goes_with("own-pace") == ""
