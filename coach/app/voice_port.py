"""What the app asks of a voice, whoever speaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class VoiceStatus(Enum):
    """How the voice is doing."""

    OFF = "off"
    """Not started, or closed."""
    STARTING = "starting"
    READY = "ready"
    NO_DEVICE = "no-device"
    """Speech can be rendered but there is nothing to play it on; tried again at each cue."""
    NO_ENGINE = "no-engine"
    """There is nothing to speak with; sounds can still be played."""
    RESTARTING = "restarting"
    """The speaking process hung or died and is started again by itself."""
    FAILED = "failed"
    """Given up after several starts in a row; `Voice.start` tries again."""


@dataclass(frozen=True, slots=True)
class VoiceState:
    """How the voice is doing, in words for a person."""

    status: VoiceStatus
    message: str
    """One sentence: what is so."""
    remedy: str
    """One sentence: what to do; empty when there is nothing to do."""

    @property
    def audible(self) -> bool:
        """Whether a cue sent now is expected to be heard."""
        return self.status in {VoiceStatus.STARTING, VoiceStatus.READY}


class Speaker(Protocol):
    """One voice of the speech engine."""

    @property
    def id(self) -> str:
        """What `Voice.set_voice` takes."""

    @property
    def name(self) -> str:
        """As the engine calls it."""

    @property
    def language(self) -> str:
        """A tag such as `en-gb`, empty where it is not known."""


class Voice(Protocol):
    """Speaks. Nothing here waits, and nothing raises for lack of a voice: see `VoiceState`."""

    def start(self) -> None:
        """Get ready to speak; also the way to try again after `FAILED`."""

    def prepare(self, texts: Sequence[str]) -> None:
        """Get these texts ready, so that each can be spoken at once and its length is known."""

    def say(self, text: str, *, interrupt: bool = False, at: float = 0.0) -> None:
        """Speak `text` after what is being spoken, or, with `interrupt`, instead of it.

        `at` is the moment to begin (CLOCK_MONOTONIC seconds), 0 for as soon as possible.
        """

    def sound(self, name: str, *, at: float = 0.0) -> None:
        """Play the sound `name` (a file of `assets/sounds` without `.wav`) along with speech."""

    def keep(self, texts: Sequence[str]) -> None:
        """Have these texts ready for good: rendered once, and never dropped for others."""

    def silence(self) -> None:
        """Fall silent now and drop what is waiting to be spoken."""

    def set_muted(self, muted: bool) -> None:
        """Say and play nothing while `muted`; lengths of texts stay known."""

    def set_volumes(self, speech: float, sounds: float) -> None:
        """Set the loudness of words and of sounds, fractions from 0 to 1; heard at once."""

    def set_voice(self, voice: str, rate: int, language: str) -> None:
        """Speak as `Speaker.id`, empty for one that suits the language, at words a minute."""

    def list_voices(self, tell: Callable[[Sequence[Speaker]], None]) -> None:
        """Ask which voices there are; `tell` hears it, some milliseconds later or never."""

    def hold_device(self, on: bool) -> None:
        """Keep the sound device open while cues are to come, so that each begins at once."""

    def tell_state(self) -> None:
        """Tell anew how the voice is doing, as when the language is another one."""

    def close(self) -> None:
        """End the voice for good."""
