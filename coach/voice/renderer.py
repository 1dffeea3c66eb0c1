"""Texts to clips: the engine, its settings and the clips kept."""

from __future__ import annotations

import importlib
import logging
import os
import unicodedata
from array import array
from collections.abc import Callable
from typing import Final

from coach.voice.clips import Clips, Spoken
from coach.voice.engine import Engine, EngineError, EngineStuckError
from coach.voice.messages import Prepared, Rendering, Report, Settings, Trouble, Voice
from coach.voice.samples import SampleError, Samples, as_clip, read_samples

LONGEST_TEXT: Final = 2000
"""Characters in one text; more is a mistake."""
NOTHING: Final = Samples(22050, array("h"))
"""The clip of a text in which there is nothing to say."""
AT_FIRST: Final = Settings(voice="", rate=165, volume=1.0, language="en-GB")

MOST_ATTEMPTS: Final = 3
"""eSpeak now and then says that it has finished, and has said nothing at all."""

log = logging.getLogger(__name__)


class Renderer:
    """Makes clips. `settings` may be changed from any thread, the rest is for one thread."""

    def __init__(self, engine: str, clips: Clips, tell: Callable[[Report], None]) -> None:
        """Open nothing yet; `engine` is the `module:function` that opens it."""
        self.settings = AT_FIRST
        self.engine: Engine | None = None
        self.reason = "it has not been opened yet"
        self._factory = engine
        self._clips = clips
        self._tell = tell
        self._configured: tuple[str, int, str] | None = None

    def open(self) -> None:
        """Open the engine; without one, the app is told the reason."""
        module, _colon, function = self._factory.partition(":")
        try:
            self.engine = getattr(importlib.import_module(module), function)()
            self.reason = ""
        except EngineError as error:
            self.reason = str(error)
            self._tell(Trouble("no-engine", self.reason))

    def kept(self, text: str) -> Samples | None:
        """Return the clip of a text if there is nothing to render; fit for any thread."""
        said = clean(text)
        return self._clips.get(self._spoken(said)) if is_speakable(said) else NOTHING

    def prepare(self, text: str, *, keep: bool = False) -> None:
        """Have the clip of a text ready, for good if it is to `keep`; tell the app its length."""
        said = clean(text)
        seconds = self._clips.seconds(self._spoken(said)) if is_speakable(said) else 0.0
        if seconds is None:
            clip = self.render(text)
            if clip is None:
                return
            seconds = clip.seconds
        if keep and seconds:
            self._keep(self._spoken(said))
        self._tell(Prepared(text, seconds))

    def _keep(self, spoken: Spoken) -> None:
        try:
            self._clips.keep(spoken)
        except OSError as error:
            log.warning("the clip may go: %s", error)

    def render(self, text: str) -> Samples | None:
        """Return the clip of a text and keep it; none, and a word to the app, where it fails."""
        clip = self.kept(text)
        if clip is not None:
            return clip
        self._tell(Rendering(text))
        spoken = self._spoken(clean(text))
        try:
            clip = self._render(spoken)
        except EngineStuckError as error:
            self._tell(Trouble("render", str(error), text))
            os._exit(1)
        except (EngineError, SampleError, OSError) as error:
            self._tell(Trouble("render", str(error), text))
            return None
        if not clip.values:
            return clip  # not kept: one silence must not silence a cue for ever
        try:
            self._clips.put(spoken, clip)
        except OSError as error:
            log.warning("the clip is not kept: %s", error)
        return clip

    def voices(self) -> tuple[Voice, ...]:
        """Return the engine's voices."""
        return self.engine.voices() if self.engine else ()

    def _spoken(self, said: str) -> Spoken:
        """Return what tells a clip apart; known before the engine is open."""
        return spoken_with(said, self._factory, self.settings)

    def _render(self, spoken: Spoken) -> Samples:
        if self.engine is None:
            raise EngineError(self.reason)
        if len(spoken.text) > LONGEST_TEXT:
            msg = f"{len(spoken.text)} characters, at most {LONGEST_TEXT} can be spoken"
            raise EngineError(msg)
        self._configure(self.engine, spoken)
        clip = NOTHING
        for _attempt in range(MOST_ATTEMPTS):
            clip = self._render_once(self.engine, spoken.text)
            if clip.values:
                break
            log.warning("the engine was silent at %r", spoken.text[:80])
        return clip

    def _render_once(self, engine: Engine, text: str) -> Samples:
        path = self._clips.scratch(".wav")
        try:
            engine.render(text, path)
            return as_clip(read_samples(path))
        finally:
            path.unlink(missing_ok=True)

    def _configure(self, engine: Engine, spoken: Spoken) -> None:
        wanted = (spoken.voice, spoken.rate, spoken.language)
        if wanted == self._configured:
            return
        self._configured = wanted
        try:
            engine.configure(*wanted)
        except EngineStuckError:
            raise
        except EngineError as error:
            self._tell(Trouble("voice", str(error), spoken.voice))


def spoken_with(said: str, engine: str, settings: Settings) -> Spoken:
    """Return what tells the clip of a cleaned text apart."""
    return Spoken(said, engine, settings.voice, settings.rate, settings.language)


def clean(text: str) -> str:
    """Return `text` as it is given to an engine: no control characters, single spaces.

    A NUL would end the text early in a C library; half of a surrogate pair cannot be encoded.
    """
    plain = "".join(
        " " if unicodedata.category(letter) in {"Cc", "Cs", "Co", "Cn"} else letter
        for letter in text
    )
    return " ".join(plain.split())


def is_speakable(said: str) -> bool:
    """Whether there is a letter or a digit to say; signs alone are spelt out by some engines."""
    return any(letter.isalnum() for letter in said)
