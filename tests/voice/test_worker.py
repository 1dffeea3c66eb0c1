"""The speaking process itself, started for real and talked to as the app does."""

from __future__ import annotations

import math
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coach.voice.launch import Launch, python_path
from coach.voice.messages import (
    Finished,
    Hold,
    ListVoices,
    Message,
    Ping,
    Play,
    Pong,
    Prepare,
    Prepared,
    Quit,
    Ready,
    Rendering,
    Settings,
    Trouble,
    Voices,
)
from coach.voice.renderer import AT_FIRST
from coach.voice.samples import Samples, read_samples
from coach.voice.session import Session, SessionError

FAULTY = "tests.voice.engines:faulty"
TONE = "tests.voice.engines:tone"


@pytest.fixture
def worker(launch: Launch) -> Iterator[Session]:
    """A worker with this system's own speech."""
    with Session(launch) as session:
        yield session


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A worker for many tests, none of which changes how it speaks."""
    with Session(Launch(cache=tmp_path_factory.mktemp("clips"))) as session:
        yield session


@pytest.fixture
def faulty(launch: Launch) -> Iterator[Session]:
    with Session(replace(launch, engine=FAULTY)) as session:
        yield session


def prepare(session: Session, text: str) -> float:
    session.send(Prepare((text,)))
    answer = session.answer(lambda m: isinstance(m, Prepared | Trouble) and about(m) == text, 5)
    assert isinstance(answer, Prepared), answer
    return answer.seconds


def about(message: Message) -> str:
    match message:
        case Prepared(text, _seconds):
            return text
        case Trouble(kind="render", about=text):
            return text
        case _:
            return ""


def outcome(session: Session, number: int) -> Message:
    return session.answer(lambda m: isinstance(m, Finished) and m.id == number, 5)


def clips(launch: Launch) -> list[Path]:
    return sorted(launch.cache.glob("*.wav"))


def loudness(clip: Samples) -> float:
    return math.sqrt(sum(value * value for value in clip.values) / len(clip.values))


# -------------------------------------------------------------------- speech


def test_a_sentence_becomes_a_clip_without_silence_at_its_ends(
    worker: Session, launch: Launch
) -> None:
    seconds = prepare(worker, "Right leg.")
    (path,) = clips(launch)
    clip = read_samples(path)
    assert clip.seconds == seconds
    assert 0.4 < seconds < 1.2
    for edge in (clip.values[:1100], clip.values[-1100:]):  # 50 ms
        assert max(map(abs, edge)) > 300


def test_many_sentences_in_a_row_are_all_rendered_whole_and_equally_loud(
    worker: Session, launch: Launch
) -> None:
    texts = [f"Change sides, and hold for {n} seconds. Breathe out slowly." for n in range(15)]
    lengths = [prepare(worker, text) for text in texts]
    assert min(lengths) > 2.5
    levels = [loudness(read_samples(path)) for path in clips(launch)]
    assert len(levels) == len(texts)
    assert max(levels) / min(levels) < 1.3


def test_a_long_text_is_rendered_to_its_end(speaker: Session) -> None:
    sentence = "Stand tall, and bring your heel to the floor. "
    one, ten = prepare(speaker, sentence), prepare(speaker, sentence * 10)
    assert ten > 9 * one


@pytest.mark.parametrize("text", ["", " ", "…", "?!", "\0", "\n", "— —"])
def test_where_there_is_nothing_to_say_nothing_is_said(speaker: Session, text: str) -> None:
    assert prepare(speaker, text) == 0
    speaker.send(Play(7, text=text))
    assert isinstance(outcome(speaker, 7), Finished)


@pytest.mark.parametrize(
    "text",
    [
        "Füße zusammen, bitte.",
        "你好",
        "Right\0leg.",
        "<speak>leg</speak>",
        "half \ud83d of it",
        "[[h@]]",
    ],
)
def test_any_letters_can_be_said(speaker: Session, text: str) -> None:
    assert prepare(speaker, text) > 0.2


def test_a_text_without_end_is_refused_with_a_reason(speaker: Session) -> None:
    text = "leg " * 1000
    speaker.send(Prepare((text,)))
    trouble = speaker.answer(lambda m: isinstance(m, Trouble) and m.kind == "render", 5)
    assert isinstance(trouble, Trouble)
    assert trouble.about == text
    assert "at most 2000" in trouble.reason


def test_what_was_said_before_is_not_rendered_again(launch: Launch) -> None:
    with Session(launch) as session:
        seconds = prepare(session, "Right leg.")
    with Session(launch) as session:
        session.send(Prepare(("Right leg.",)))
        first = session.answer(lambda m: isinstance(m, Rendering | Prepared), 5)
    assert first == Prepared("Right leg.", seconds)


def test_an_engine_that_says_nothing_is_asked_again(launch: Launch) -> None:
    with Session(replace(launch, engine="tests.voice.engines:shy")) as session:
        session.send(Prepare(("leg",)))
        answer = session.answer(lambda m: isinstance(m, Prepared), 10)
    assert isinstance(answer, Prepared)
    assert answer.seconds > 0.2


def test_a_faster_voice_takes_less_time(worker: Session) -> None:
    usual = prepare(worker, "Bring your heel to the floor.")
    worker.send(replace(AT_FIRST, rate=250))
    assert prepare(worker, "Bring your heel to the floor.") < 0.8 * usual


def test_settings_and_texts_in_quick_turn_neither_get_lost_nor_cut_short(worker: Session) -> None:
    lengths: dict[tuple[str, int], set[float]] = {}
    for turn in range(24):
        text, rate = ("Right leg", "Hold " * 30)[turn % 2], (120, 165, 250)[turn % 3]
        worker.send(replace(AT_FIRST, rate=rate))
        seconds = prepare(worker, f"{text} {turn // 6 * '.'}")
        lengths.setdefault((text, rate), set()).add(seconds)
    assert all(max(found) - min(found) < 0.1 for found in lengths.values())


def test_an_unknown_voice_is_told_and_another_speaks(worker: Session) -> None:
    worker.send(Settings(voice="nobody", rate=165, volume=1.0, language="en-GB"))
    worker.send(Prepare(("Right leg.",)))
    trouble = worker.answer(lambda m: isinstance(m, Trouble) and m.kind == "voice", 5)
    assert isinstance(trouble, Trouble)
    assert trouble.about == "nobody"
    assert isinstance(worker.answer(lambda m: isinstance(m, Prepared), 5), Prepared)


def test_voices_are_listed_with_their_languages(speaker: Session) -> None:
    speaker.send(ListVoices())
    answer = speaker.answer(lambda m: isinstance(m, Voices), 5)
    assert isinstance(answer, Voices)
    assert any(voice.language.lower().startswith("en") for voice in answer.voices)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a voice")
def test_without_a_system_library_the_one_that_came_along_speaks(launch: Launch) -> None:
    with Session(replace(launch, engine="coach.voice.engine:open_bundled")) as session:
        ready = session.answer(lambda m: isinstance(m, Ready), 5)
        assert isinstance(ready, Ready)
        assert ready.engine == "espeak-bundled"
        assert prepare(session, "Right leg.") > 0.4


def test_the_clips_take_no_more_than_they_may(launch: Launch) -> None:
    with Session(replace(launch, cache_bytes=200_000)) as session:
        for number in range(12):
            prepare(session, f"Hold for {number} seconds.")
    assert clips(launch)
    assert sum(path.stat().st_size for path in launch.cache.iterdir()) <= 200_000


def test_a_folder_that_cannot_be_used_costs_only_the_keeping(launch: Launch) -> None:
    launch.cache.write_text("a file, not a folder")
    with Session(launch) as session:
        assert prepare(session, "Right leg.") > 0.4


# -------------------------------------------------------------------- no device


def test_without_a_device_speech_is_rendered_and_the_reason_told(worker: Session) -> None:
    trouble = worker.answer(lambda m: isinstance(m, Trouble), 5)
    assert isinstance(trouble, Trouble)
    assert trouble.kind == "no-device"
    assert trouble.reason
    ready = worker.answer(lambda m: isinstance(m, Ready), 5)
    assert isinstance(ready, Ready)
    assert ready.engine
    assert not ready.device
    assert prepare(worker, "Right leg.") > 0.4
    worker.send(Play(1, text="Right leg."), Play(2, text="Left leg."))
    assert outcome(worker, 1) == Finished(1, whole=False)
    assert outcome(worker, 2) == Finished(2, whole=False)


def test_a_sound_that_is_none_is_told(worker: Session, launch: Launch) -> None:
    assert launch.sounds is not None
    (launch.sounds / "text.wav").write_text("this is no sound")
    for name in ("missing", "../../etc/passwd", "/etc/passwd", "..", "text"):
        worker.send(Play(1, sound=name))
        trouble = worker.answer(lambda m: isinstance(m, Trouble) and m.kind == "sound", 5)
        assert isinstance(trouble, Trouble)
        assert trouble.about == name
        assert outcome(worker, 1) == Finished(1, whole=False)


# -------------------------------------------------------------------- faults


def test_a_missing_engine_is_told_and_sounds_and_pings_still_answered(launch: Launch) -> None:
    with Session(replace(launch, engine="tests.voice.engines:missing")) as session:
        trouble = session.answer(lambda m: isinstance(m, Trouble) and m.kind == "no-engine", 5)
        assert isinstance(trouble, Trouble)
        assert "nothing is installed" in trouble.reason
        session.send(Ping())
        assert session.answer(lambda m: isinstance(m, Pong), 5)
        session.send(Prepare(("Right leg.",)))
        assert session.answer(lambda m: about(m) == "Right leg.", 5)


def test_one_refused_text_does_not_stop_the_next(faulty: Session) -> None:
    faulty.send(Prepare(("refuse", "speak")))
    assert isinstance(faulty.answer(lambda m: about(m) == "refuse", 5), Trouble)
    assert isinstance(faulty.answer(lambda m: about(m) == "speak", 5), Prepared)


def test_what_an_engine_prints_is_not_taken_for_messages(faulty: Session) -> None:
    assert prepare(faulty, "flood") == pytest.approx(0.55, abs=0.06)


def test_a_stuck_engine_ends_the_worker_after_saying_so(faulty: Session) -> None:
    faulty.send(Prepare(("stuck",)))
    assert isinstance(faulty.answer(lambda m: about(m) == "stuck", 5), Trouble)
    with pytest.raises(SessionError, match="ended with status 1"):
        faulty.answer(lambda m: about(m) == "more", 5)


def test_a_hanging_engine_answers_no_ping(faulty: Session) -> None:
    faulty.send(Prepare(("hang",)))
    assert isinstance(faulty.answer(lambda m: isinstance(m, Rendering), 5), Rendering)
    faulty.send(Ping())
    with pytest.raises(SessionError, match="did not answer"):
        faulty.answer(lambda m: isinstance(m, Pong), 0.3)


def test_nonsense_is_dropped_and_the_next_message_read(worker: Session) -> None:
    assert worker.process.stdin is not None
    worker.process.stdin.write(b"{}\n\xff\xfe\n[[[\n" + b"x" * 70_000 + b"\n")
    worker.send(Ping())
    assert isinstance(worker.answer(lambda m: isinstance(m, Pong), 5), Pong)


# -------------------------------------------------------------------- the end


@pytest.mark.parametrize("text", ["", "hang"])
def test_the_worker_ends_when_its_input_is_closed(faulty: Session, text: str) -> None:
    if text:
        faulty.send(Prepare((text,)))
        faulty.answer(lambda m: isinstance(m, Rendering), 5)
    assert faulty.process.stdin is not None
    faulty.process.stdin.close()
    assert faulty.process.wait(5) == 0


def test_the_worker_ends_when_asked(faulty: Session) -> None:
    faulty.send(Prepare(("hang",)), Quit())
    assert faulty.process.wait(5) == 0


def test_the_worker_ends_by_itself_when_nothing_is_asked(launch: Launch) -> None:
    with Session(replace(launch, engine=TONE, idle_seconds=0.4)) as session:
        assert prepare(session, "leg") > 0
        assert session.process.wait(5) == 0


def test_a_held_worker_does_not_end(launch: Launch) -> None:
    with Session(replace(launch, engine=TONE, idle_seconds=0.2)) as session:
        session.send(Hold(on=True))
        session.answer(lambda m: isinstance(m, Ready), 5)
        with pytest.raises(subprocess.TimeoutExpired):
            session.process.wait(0.6)


PARENT = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from coach.voice.client import VoiceClient
from coach.voice.launch import Launch, python_path

app = QCoreApplication([])
client = VoiceClient(Launch(cache=Path(sys.argv[1]), engine=sys.argv[2]))
client.clip_ready.connect(lambda text, seconds: print(client.worker_pid, flush=True))
client.start()
client.prepare(["leg", sys.argv[3]])
app.exec()
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="Linux tells of other people's children")
@pytest.mark.parametrize("doing", ["nothing", "hang"])
def test_killing_the_app_leaves_no_worker(launch: Launch, doing: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, str(launch.cache), FAULTY, doing], stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        worker = os.pidfd_open(pid)
        try:
            parent.send_signal(signal.SIGKILL)
            gone, _write, _error = select.select([worker], [], [], 5)
        finally:
            os.close(worker)
        assert gone, f"worker {pid} outlives its app"


def test_a_folder_that_stands_in_for_that_of_the_clips_goes_with_the_worker(
    launch: Launch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    passing = tmp_path / "passing"
    passing.mkdir()
    blocked = replace(launch, cache=tmp_path / "file" / "clips", engine=TONE)
    ended = subprocess.run(
        [sys.executable, *blocked.arguments()],
        input=b"",
        capture_output=True,
        timeout=30,
        check=True,
        env=os.environ | {"TMPDIR": str(passing), "PYTHONPATH": python_path()},
    )
    assert b"clips are not kept" in ended.stderr
    assert list(passing.iterdir()) == []
