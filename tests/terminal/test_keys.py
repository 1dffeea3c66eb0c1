from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.terminal.keys import Key, KeyParser


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        (b" ", [Key.PAUSE]),
        (b"bn+rmgq", [Key.BACK, Key.SKIP, Key.MORE, Key.RESTART, Key.MUTE, Key.GO_ON, Key.STOP]),
        (b"Q", [Key.STOP]),
        (b"\r", [Key.GO_ON]),
        (b"\x1b[D\x1b[C", [Key.BACK, Key.SKIP]),
        (b"\x1bOD\x1bOC", [Key.BACK, Key.SKIP]),
        (b"\x1b[3~\x1b[A\x1b[1;5D ", [Key.PAUSE]),
        (b"\x1bn ", [Key.PAUSE]),
        ("zäß€".encode(), []),
        (b"\x04", [Key.STOP]),
    ],
)
def test_what_keys_mean(typed: bytes, keys: list[Key]) -> None:
    parser = KeyParser()
    assert parser.feed(typed) == keys
    assert not parser.is_waiting


def test_an_arrow_that_comes_in_pieces_does_not_stop_the_routine() -> None:
    parser = KeyParser()
    assert parser.feed(b"\x1b") == []
    assert parser.is_waiting
    assert parser.feed(b"[") == []
    assert parser.feed(b"C") == [Key.SKIP]
    assert parser.flush() == []


def test_escape_alone_stops() -> None:
    parser = KeyParser()
    assert parser.feed(b"\x1b") == []
    assert parser.flush() == [Key.STOP]
    assert parser.flush() == []


@given(st.lists(st.binary(max_size=6), max_size=8))
def test_how_bytes_are_cut_makes_no_difference(pieces: list[bytes]) -> None:
    one, many = KeyParser(), KeyParser()
    whole = one.feed(b"".join(pieces)) + one.flush()
    assert [key for piece in pieces for key in many.feed(piece)] + many.flush() == whole
