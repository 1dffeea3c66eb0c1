from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.voice.messages import (
    Finished,
    Hold,
    Message,
    MessageError,
    Ping,
    Play,
    Prepare,
    Prepared,
    Probed,
    Quit,
    Ready,
    Settings,
    Started,
    Stop,
    Trouble,
    Voice,
    Voices,
    decode,
    encode,
)

text = st.text(max_size=40)
seconds = st.floats(allow_nan=False, allow_infinity=False)
messages: st.SearchStrategy[Message] = st.one_of(
    st.builds(Settings, text, st.integers(), seconds, text),
    st.builds(Prepare, st.lists(text).map(tuple)),
    st.builds(Play, st.integers(), text, text, seconds),
    st.builds(Hold, st.booleans()),
    st.builds(Ready, text, text),
    st.builds(Prepared, text, seconds),
    st.builds(Started, st.integers(), seconds, seconds),
    st.builds(Finished, st.integers(), st.booleans()),
    st.builds(Trouble, text, text, text),
    st.builds(Voices, st.lists(st.builds(Voice, text, text, text)).map(tuple)),
    st.builds(Probed, text, text, text, text, st.integers(), st.lists(text).map(tuple), text, text),
    st.sampled_from([Stop(), Ping(), Quit()]),
)


@given(messages)
def test_every_message_comes_back_as_it_went(message: Message) -> None:
    line = encode(message)
    assert line.count(b"\n") == 1
    assert line.isascii()
    assert decode(line) == message


@given(st.binary(max_size=60))
def test_no_bytes_do_more_than_be_refused(line: bytes) -> None:
    with pytest.raises(MessageError):
        decode(line)


@pytest.mark.parametrize(
    "body",
    [
        [],
        {"say": "Sing"},
        {"say": ["Stop"]},
        {"say": "Prepare"},
        {"say": "Prepare", "texts": "one"},
        {"say": "Prepare", "texts": [1]},
        {"say": "Play", "id": True},
        {"say": "Play", "id": 1.5},
        {"say": "Play", "id": 1, "colour": "red"},
        {"say": "Prepared", "text": "x", "seconds": "long"},
        {"say": "Voices", "voices": [{"id": 1}]},
        {"say": "Stop", "now": 1},
    ],
)
def test_what_is_no_message_is_refused(body: object) -> None:
    with pytest.raises(MessageError):
        decode(json.dumps(body).encode())


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
def test_a_moment_that_never_comes_is_refused(number: str) -> None:
    with pytest.raises(MessageError):
        decode(f'{{"say": "Play", "id": 1, "at": {number}}}'.encode())


def test_a_moment_that_never_comes_is_not_sent() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        encode(Play(1, at=math.nan))


def test_brackets_without_end_are_refused() -> None:
    with pytest.raises(MessageError):
        decode(b"[" * 100_000)
