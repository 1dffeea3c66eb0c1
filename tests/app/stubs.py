"""Stand-ins written by hand: a clock that is turned, a voice that writes down what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from coach.app.clock import Reading
from coach.app.voice_port import Speaker
from coach.core.diary import Entry
from coach.core.relief import Cramp


class HandClock:
    """Shows the time it was turned to."""

    def __init__(self) -> None:
        self.awake = 100.0
        self.asleep = 0.0

    def read(self) -> Reading:
        return Reading(self.awake, self.asleep)


class WrittenVoice:
    """Keeps what it was asked to say."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.prepared: list[str] = []
        self.sounded: list[str] = []
        self.kept: list[str] = []
        self.log: list[str] = []

    def start(self) -> None:
        self.log.append("start")

    def prepare(self, texts: Sequence[str]) -> None:
        self.prepared += texts

    def say(self, text: str, *, interrupt: bool = False, at: float = 0.0) -> None:
        self.said.append(text)

    def sound(self, name: str, *, at: float = 0.0) -> None:
        self.sounded.append(name)

    def keep(self, texts: Sequence[str]) -> None:
        self.kept += texts

    def silence(self) -> None:
        self.log.append("silence")

    def set_muted(self, muted: bool) -> None:
        self.log.append(f"muted {muted}")

    def set_volumes(self, speech: float, sounds: float) -> None:
        self.log.append(f"volumes {speech:g} {sounds:g}")

    def set_voice(self, voice: str, rate: int, language: str) -> None:
        self.log.append(f"voice {voice} {rate} {language}")

    def list_voices(self, tell: Callable[[Sequence[Speaker]], None]) -> None:
        self.tell_voices = tell

    def hold_device(self, on: bool) -> None:
        self.log.append(f"device {on}")

    def tell_state(self) -> None:
        self.log.append("told")

    def close(self) -> None:
        self.log.append("close")


class ListDiary:
    """Keeps entries in a list."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.cramps: list[Cramp] = []
        self.updates = 0
        self.closed = False

    def recent(self, limit: int = 100) -> list[Entry]:
        return sorted(self.entries, key=lambda entry: entry.started, reverse=True)[:limit]

    def add(self, entry: Entry) -> Entry:
        self.entries.append(replace(entry, id=len(self.entries) + 1))
        return self.entries[-1]

    def update(self, entry: Entry) -> None:
        self.updates += 1
        self.entries[entry.id - 1] = entry

    def add_cramp(self, cramp: Cramp) -> Cramp:
        self.cramps.append(replace(cramp, id=len(self.cramps) + 1))
        return self.cramps[-1]

    def update_cramp(self, cramp: Cramp) -> None:
        self.updates += 1
        self.cramps[cramp.id - 1] = cramp

    def close(self) -> None:
        self.closed = True


class CountedAwake:
    """Knows whether the screen is kept on."""

    def __init__(self) -> None:
        self.held = False

    def hold(self) -> None:
        self.held = True

    def release(self) -> None:
        self.held = False
