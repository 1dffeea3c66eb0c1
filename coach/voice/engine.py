"""Text to sound with the system's own speech, through pyttsx3.

Facts about pyttsx3 2.99 that shape this module (from its source and measured):

* On Linux `runAndWait` returns after ten milliseconds whether or not the file is written; eSpeak
  writes it from a thread of its own. `finished-utterance` tells when it is done.
* Its next run cancels whatever eSpeak still has to do, a new rate among it: wait for that first.
* Errors are swallowed by its queue and only told to those connected to `error`.
* Of several texts given before `runAndWait` only the last is heard: one text at a time.
* On macOS the file is AIFF, whatever its name says.
* Its drivers print to standard output.
"""

from __future__ import annotations

import ctypes
import faulthandler
import importlib
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

from coach.voice.messages import Voice

RENDER_SECONDS: Final = 1.7
"""Patience with one text, less than the app's patience with the worker; usual are 0.02."""
SETTLE_SECONDS: Final = 0.0005
LAST_RESORT_SECONDS: Final = 20.0
"""A native call that keeps even Python's threads from running ends the process after this."""
SYSTEM_ESPEAK: Final = ("libespeak-ng.so.1", "/usr/local/lib/libespeak-ng.so.1", "libespeak.so.1")
"""Where pyttsx3 looks on Linux."""

_STUCK: Final = f"the speech engine did not finish within {RENDER_SECONDS} seconds"

log = logging.getLogger(__name__)


class EngineError(RuntimeError):
    """No engine, or a text it cannot render; the text names the reason."""


class EngineStuckError(EngineError):
    """The engine did not come back from a text; this process can render nothing more."""


class Engine(Protocol):
    """Whatever turns text into sound; used from one thread."""

    @property
    def name(self) -> str:
        """Short name; clips of one engine are not used for another."""

    @property
    def version(self) -> str:
        """Its version, empty when it does not tell."""

    @property
    def library(self) -> str:
        """Where it lies, empty when it does not tell."""

    def configure(self, voice: str, rate: int, language: str) -> None:
        """Speak like this from now on.

        Raises:
            EngineError: There is no such voice; the one that fits `language` speaks instead.
        """

    def render(self, text: str, path: Path) -> None:
        """Write `text` to the sound file `path`.

        Raises:
            EngineError: It did not work.
            EngineStuckError: And nothing will any more.
        """

    def voices(self) -> tuple[Voice, ...]:
        """Return all voices."""


def open_engine() -> Engine:
    """Return this system's engine; on Linux the system's eSpeak, else the one that came along.

    Raises:
        EngineError: There is none.
    """
    library = ""
    if sys.platform.startswith("linux") and not _system_espeak():
        library = _load_bundled()
    return _open(library)


def open_bundled() -> Engine:
    """Return the eSpeak that came along, even where the system has its own.

    Raises:
        EngineError: It cannot be loaded.
    """
    return _open(_load_bundled())


def _open(library: str) -> Engine:
    try:
        return Pyttsx3Engine(library)
    except (ImportError, RuntimeError, OSError) as error:
        msg = f"no speech engine: {error}"
        raise EngineError(msg) from error


def _system_espeak() -> bool:
    for name in SYSTEM_ESPEAK:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


def _load_bundled() -> str:
    """Load the eSpeak of espeakng-loader and return its path.

    pyttsx3 asks the system for `libespeak-ng.so.1`; the dynamic linker answers with a library of
    that name that is loaded already.
    """
    try:
        loader = importlib.import_module("espeakng_loader")
        path = str(loader.get_library_path())
        ctypes.CDLL(path, mode=ctypes.RTLD_GLOBAL)
        os.environ["ESPEAK_DATA_PATH"] = str(loader.get_data_path())
    except (ImportError, OSError, RuntimeError) as error:
        msg = f"neither the system's eSpeak NG nor espeakng-loader can be loaded: {error}"
        raise EngineError(msg) from error
    return path


class Pyttsx3Engine:
    """The engine pyttsx3 picks for the platform: eSpeak NG, SAPI 5 or NSSpeechSynthesizer."""

    def __init__(self, library: str) -> None:
        """Open it; `library` is the eSpeak already loaded, empty for the system's own."""
        pyttsx3 = importlib.import_module("pyttsx3")
        self._engine: Any = pyttsx3.init()
        self._library = library
        if self._works_apart:
            mend_espeak(self._espeak())
        self._done = threading.Event()
        self._errors: list[Exception] = []
        self._engine.connect("finished-utterance", lambda **_about: self._done.set())
        self._engine.connect("error", lambda **about: self._errors.append(about["exception"]))
        # The queue takes no property before its first run, and a run repeats the last text:
        # so one run now, while there is no text, and none but for texts later.
        self._engine.runAndWait()
        self._usual_voice: str = self._engine.getProperty("voice") or ""

    @property
    def name(self) -> str:
        """`espeak`, `sapi5` or `nsss`; the eSpeak that came along has a name of its own."""
        return f"{self._engine.driver_name}{'-bundled' if self._library else ''}"

    @property
    def version(self) -> str:
        """The version of eSpeak; others do not tell."""
        if self._engine.driver_name != "espeak":
            return ""
        info = self._espeak().dll.espeak_Info
        info.restype = ctypes.c_char_p
        return (info(None) or b"").decode(errors="replace")

    @property
    def library(self) -> str:
        """Path or name of the eSpeak library; others do not tell."""
        if self._engine.driver_name != "espeak":
            return ""
        return self._library or str(self._espeak().dll._name)

    def configure(self, voice: str, rate: int, language: str) -> None:
        """Speak like this from now on; an unknown voice raises EngineError."""
        with self._errors_raised(f"the voice {voice!r}"):
            self._engine.setProperty("voice", self._voice_for(language))
            if voice:
                self._engine.setProperty("voice", voice)
            self._engine.setProperty("rate", rate)  # last, since a new voice brings its own
            self._settle()

    def render(self, text: str, path: Path) -> None:
        """Write `text` to the sound file `path`, or raise EngineError."""
        with self._errors_raised("the speech engine"), _last_resort():
            self._done.clear()
            self._engine.save_to_file(text, str(path))
            self._engine.runAndWait()
            if self._works_apart and not self._done.wait(RENDER_SECONDS):
                raise EngineStuckError(_STUCK)
            self._settle()
        if not path.exists():
            msg = "the speech engine wrote nothing"
            raise EngineError(msg)

    def voices(self) -> tuple[Voice, ...]:
        """Return all voices in the engine's order."""
        return tuple(
            Voice(str(voice.id), str(voice.name), _language(voice.languages))
            for voice in self._engine.getProperty("voices")
        )

    @property
    def _works_apart(self) -> bool:
        """Whether the engine works in a thread of its own, as eSpeak does."""
        return bool(self._engine.driver_name == "espeak")

    def _settle(self) -> None:
        """Wait until the engine has done all it was told; that takes less than a millisecond."""
        if not self._works_apart:
            return
        until = time.monotonic() + RENDER_SECONDS
        while self._espeak().IsPlaying():
            if time.monotonic() > until:
                raise EngineStuckError(_STUCK)
            time.sleep(SETTLE_SECONDS)

    def _espeak(self) -> Any:  # noqa: ANN401 - a module without types
        return importlib.import_module("pyttsx3.drivers._espeak")

    def _voice_for(self, language: str) -> str:
        """Return a voice of that language, the usual one if it fits or none does.

        eSpeak's usual voice is British English whatever the system's language.
        """
        if self._engine.driver_name == "espeak" and language.lower() in {"en", "en-gb"}:
            return self._usual_voice
        return pick_voice(self.voices(), language, self._usual_voice)

    @contextmanager
    def _errors_raised(self, what: str) -> Iterator[None]:
        self._errors.clear()
        try:
            yield
        except EngineError:
            raise
        except (ValueError, KeyError, OSError, RuntimeError) as error:
            msg = f"{what}: {error}"
            raise EngineError(msg) from error
        if self._errors:
            msg = f"{what}: {self._errors[0]}"
            raise EngineError(msg)


def mend_espeak(espeak: Any) -> None:  # noqa: ANN401 - a module without types
    """Have eSpeak copy a text of its true size.

    WORKAROUND pyttsx3 #448 (2.99): it gives ten times the size, and eSpeak reads as far beyond
    the text; now and then that is the end of the memory there is.
    """
    synth = espeak.cSynth

    def synth_of_true_size(text: bytes, _size: int, *rest: object) -> object:
        return synth(text, len(text) + 1, *rest)

    espeak.cSynth = synth_of_true_size


def pick_voice(voices: tuple[Voice, ...], language: str, usual: str) -> str:
    """Return the id of the voice nearest to a language: region and all, else language alone.

    The `usual` voice comes first among equals, and last of all where none fits.
    """
    wanted = language.lower().replace("_", "-")
    ranked = sorted(voices, key=lambda voice: voice.id != usual)
    fits: tuple[Callable[[str], bool], ...] = (
        lambda tag: tag == wanted,
        lambda tag: tag.split("-")[0] == wanted.split("-")[0],
    )
    for fit in fits:
        for voice in ranked:
            if fit(voice.language.lower().replace("_", "-")):
                return voice.id
    return usual


def _language(tags: list[Any] | None) -> str:
    """Return the first tag of a voice; older drivers give bytes that begin with a number."""
    first = tags[0] if tags else ""
    if isinstance(first, bytes):
        first = first.lstrip(bytes(range(32))).decode(errors="replace")
    return str(first or "").split("\0")[0]


@contextmanager
def _last_resort() -> Iterator[None]:
    """End the process, from C, if what is inside neither returns nor lets Python run."""
    faulthandler.dump_traceback_later(LAST_RESORT_SECONDS, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
