"""Rendered speech kept on disk, so that a sentence said before is there at once."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coach.voice.samples import SampleError, Samples, read_samples, wav_bytes, wav_seconds

FORM: Final = 1
"""Counts changes in how clips are made; clips made otherwise are not used."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What makes one clip differ from another."""

    text: str
    engine: str
    voice: str
    rate: int
    language: str

    @property
    def name(self) -> str:
        """The clip's file name: a hash, since any letter may be in the text."""
        parts = [FORM, self.text, self.engine, self.voice, self.rate, self.language]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest() + ".wav"


KEPT: Final = "kept"
"""The folder, inside that of the clips, of those that stay."""
MOST_KEPT: Final = 64
"""So many stay; with another voice others do, and the oldest go."""


def is_kept(folder: Path, spoken: Spoken) -> bool:
    """Whether a clip is there for good; for those who only want to know."""
    return (folder / KEPT / spoken.name).exists()


class Clips:
    """A folder of clips that together stay below a size; those longest unused go first.

    Those in the folder `KEPT` inside it stay. Any file may vanish or be damaged at any time: it
    is then rendered again.
    """

    def __init__(self, folder: Path, most_bytes: int) -> None:
        """Use `folder`, made for its owner alone; `most_bytes` bounds the sum of the file sizes.

        Raises:
            OSError: The folder cannot be made.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        self._folder = folder
        self._most_bytes = most_bytes

    def seconds(self, spoken: Spoken) -> float | None:
        """Return the length of a clip and note that it is in use; none where there is none."""
        for path in self._places(spoken):
            try:
                seconds = wav_seconds(path)
                os.utime(path)
            except (OSError, SampleError):
                continue
            if seconds:
                return seconds
        return None

    def get(self, spoken: Spoken) -> Samples | None:
        """Return a clip, none where there is none, or one without a sound."""
        for path in self._places(spoken):
            try:
                clip = read_samples(path)
            except (OSError, SampleError):
                continue
            if clip.values:
                return clip
        return None

    def keep(self, spoken: Spoken) -> None:
        """Let a clip stay from now on.

        Raises:
            OSError: It cannot be moved, or is not there.
        """
        place, kept = self._places(spoken)
        if not kept.exists():
            kept.parent.mkdir(mode=0o700, exist_ok=True)
            place.replace(kept)
        known = sorted(kept.parent.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        for path in known[:-MOST_KEPT]:
            path.unlink(missing_ok=True)

    def _places(self, spoken: Spoken) -> tuple[Path, Path]:
        return self._folder / spoken.name, self._folder / KEPT / spoken.name

    def put(self, spoken: Spoken, clip: Samples) -> None:
        """Keep a clip, and drop others if there are too many; a reader never sees half a file.

        Raises:
            OSError: It cannot be written: no space, no permission.
        """
        data = wav_bytes(clip)
        self._make_room(len(data))
        handle, name = tempfile.mkstemp(suffix=".part", dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(self._folder / spoken.name)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise

    def scratch(self, suffix: str) -> Path:
        """Return a path for the engine to write to; nothing is there yet."""
        path = self._folder / f"rendering-{os.getpid()}{suffix}"
        path.unlink(missing_ok=True)
        return path

    def _make_room(self, needed: int) -> None:
        kept = []
        for path in self._folder.iterdir():
            try:
                about = path.stat()
            except FileNotFoundError:
                continue
            if not stat.S_ISREG(about.st_mode):
                continue
            kept.append((about.st_mtime_ns, about.st_size, path))
        total = needed + sum(size for _time, size, _path in kept)
        for _time, size, path in sorted(kept):
            if total <= self._most_bytes:
                return
            path.unlink(missing_ok=True)
            total -= size
