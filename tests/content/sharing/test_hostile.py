from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.content.library import Library
from coach.content.problem import ContentError
from coach.content.sharing.archive import MOST_FILE_BYTES
from coach.content.sharing.reading import read_share
from tests.content.pictures import png_head, saved
from tests.content.sharing.zips import (
    ENCRYPTED,
    EXERCISE,
    ROUTINE,
    UTF8,
    Entry,
    manifest,
    share,
    usual_files,
    zipped,
)

WITH_PICTURE = EXERCISE.replace(b"[dose]", b'picture = "a.png"\n\n[dose]')


def with_one(entry: Entry) -> bytes:
    """An honest share with one more entry."""
    return share(None, entry)


def without(name: str) -> bytes:
    files = usual_files()
    del files[name]
    return share(files)


def instead(name: str, content: bytes, **said: int) -> bytes:
    """An honest manifest, and another content under one of its names."""
    files = usual_files()
    entries = [Entry("manifest.json", manifest(files))]
    for file, honest in files.items():
        entries.append(Entry(file, content if file == name else honest))
        if file == name:
            for key, value in said.items():
                setattr(entries[-1], key, value)
    return zipped(entries)


def with_picture(content: bytes, name: str = "a.png") -> bytes:
    exercise = WITH_PICTURE.replace(b"a.png", name.encode())
    return share(
        {**usual_files(), "exercises/sent-hold.toml": exercise, f"pictures/{name}": content}
    )


def zip64() -> bytes:
    whole = share()
    end = whole.rindex(b"PK\x05\x06")
    return whole[:end] + b"PK\x06\x07" + bytes(16) + whole[end:]


def bomb() -> bytes:
    content = bytes(9 << 20)
    files = {**usual_files(), "pictures/a.png": content}
    entries = [Entry("manifest.json", manifest(files))]
    entries += [
        Entry(name, part, method=8 if name.endswith("png") else 0) for name, part in files.items()
    ]
    return zipped(entries)


def lying_bomb() -> bytes:
    """Says that it has a thousand bytes and unpacks to nine million."""
    entries = [Entry("manifest.json", bytes(9 << 20), method=8, says_size=1000)]
    return zipped(entries)


def many_large() -> bytes:
    """Each is small enough, all together are not; packed a hundred times smaller."""
    block = bytes(range(256)) * 4 + bytes(40_000)
    content = (block * 300)[: 10 << 20]
    names = [f"pictures/{number}.png" for number in range(14)]
    files = {**usual_files(), **dict.fromkeys(names, content)}
    entries = [Entry("manifest.json", manifest(files))]
    packed = Entry("x", content, method=8).packed
    for name, part in files.items():
        entry = _Packed(name, part, method=8, ready=packed) if name in names else Entry(name, part)
        entries.append(entry)
    return zipped(entries)


class _Packed(Entry):
    """Packed once for many."""

    def __init__(self, name: str, content: bytes, method: int, ready: bytes) -> None:
        super().__init__(name, content, method)
        self.ready = ready

    @property
    def packed(self) -> bytes:
        return self.ready


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "up and out": (lambda: with_one(Entry("../evil.toml")), "leads out of the archive"),
    "up inside": (lambda: with_one(Entry("exercises/../../x.toml")), "leads out of the archive"),
    "absolute": (lambda: with_one(Entry("/etc/passwd")), "leads out of the archive"),
    "drive": (lambda: with_one(Entry("C:evil.toml")), "leads out of the archive"),
    "backslash": (lambda: with_one(Entry("pictures\\..\\x.png")), "leads out of the archive"),
    "home": (lambda: with_one(Entry("~/.bashrc")), "leads out of the archive"),
    "doubled slash": (lambda: with_one(Entry("pictures//a.png")), "leads out of the archive"),
    "NUL": (lambda: with_one(Entry("pictures/a.png\0.toml")), "is no plain name of a file"),
    "newline": (lambda: with_one(Entry("pictures/a\n.png")), "is no plain name of a file"),
    "no name": (lambda: with_one(Entry("")), "is no plain name of a file"),
    "link": (
        lambda: with_one(Entry("pictures/a.png", b"/etc/passwd", mode=0o120777)),
        "is a link or a device",
    ),
    "device": (lambda: with_one(Entry("pictures/a.png", mode=0o020666)), "is a link or a device"),
    "pipe": (lambda: with_one(Entry("pictures/a.png", mode=0o010666)), "is a link or a device"),
    "twice": (lambda: with_one(Entry("routine.toml", ROUTINE)), "is in the archive twice"),
    "twice but for case": (
        lambda: with_one(Entry("Routine.TOML", ROUTINE)),
        "is in the archive twice",
    ),
    "twice but for accents": (
        lambda: zipped([Entry("pictures/\u00e9.png"), Entry("pictures/e\u0301.png")]),
        "is in the archive twice",
    ),
    "bomb": (bomb, "grows more than 200 times"),
    "lying bomb": (lying_bomb, "manifest.json: is damaged"),
    "many large": (many_large, "has more than 128 MiB unpacked"),
    "too many entries": (
        lambda: zipped(Entry(f"pictures/{number}") for number in range(10_000)),
        "has 10,000 files in it; at most 500",
    ),
    "many entries, few stated": (
        lambda: zipped((Entry(f"pictures/{number}") for number in range(10_000)), count=3),
        "files in it; at most 500",
    ),
    "one entry more than stated": (lambda: zipped([Entry("a"), Entry("b")], count=1), "is damaged"),
    "zip in a zip": (
        lambda: share({**usual_files(), "inner.zip": share()}),
        "inner.zip: does not belong in a shared routine",
    ),
    "script": (
        lambda: share({**usual_files(), "exercises/run.sh": b"#!/bin/sh"}),
        "exercises/run.sh: does not belong",
    ),
    "unlisted": (lambda: with_one(Entry("pictures/a.png")), "but not in its manifest.json"),
    "listed, not there": (
        lambda: zipped([Entry("manifest.json", manifest(usual_files()))]),
        "is in manifest.json, but not in the archive",
    ),
    "encrypted": (
        lambda: with_one(Entry("pictures/a.png", b"x", flags=UTF8 | ENCRYPTED)),
        "is encrypted",
    ),
    "unknown packing": (
        lambda: with_one(Entry("pictures/a.png", b"x", method=99)),
        "is packed in a way that is not known here",
    ),
    "LZMA": (
        lambda: with_one(Entry("pictures/a.png", b"x", method=14)),
        "is packed in a way that is not known here",
    ),
    "says less": (
        lambda: instead("routine.toml", ROUTINE, says_size=10),
        "routine.toml: is damaged",
    ),
    "says more": (
        lambda: instead("routine.toml", ROUTINE, says_size=len(ROUTINE) + 9),
        "routine.toml: has 75 bytes and not 84 as it says",
    ),
    "wrong CRC": (lambda: instead("routine.toml", ROUTINE, says_crc=1), "routine.toml: is damaged"),
    "exchanged": (
        lambda: instead("routine.toml", ROUTINE.replace(b"Sent", b"Evil")),
        "check sum differs",
    ),
    "no manifest": (
        lambda: zipped([Entry("routine.toml", ROUTINE)]),
        "was not made by Cramp Coach: there is no manifest.json",
    ),
    "newer": (
        lambda: share({"future/thing.bin": b"?"}, format=2, app_version="9.1"),
        "was made by a newer Cramp Coach (9.1); update yours",
    ),
    "no format": (lambda: share(format="1"), "format: must be a whole number"),
    "another app": (lambda: share(app="Other"), "app: must be one of Cramp Coach"),
    "bad id": (lambda: share(routine={"id": "../x", "title": "T"}), "routine.id"),
    "manifest is no JSON": (
        lambda: zipped([Entry("manifest.json", b"{")]),
        "is damaged: it is not JSON",
    ),
    "manifest nests": (lambda: zipped([Entry("manifest.json", b'{"a":' * 50_000)]), "nested"),
    "no routine": (lambda: without("routine.toml"), "routine.toml is missing"),
    "exercise missing": (
        lambda: without("exercises/sent-hold.toml"),
        "steps[0].exercise: there is no exercise sent-hold",
    ),
    "routine is wrong": (
        lambda: share({**usual_files(), "routine.toml": ROUTINE + b"surprise = 1\n"}),
        "steps[0].surprise: unknown key",
    ),
    "routine is no TOML": (
        lambda: share({**usual_files(), "routine.toml": b"= ="}),
        "is not TOML",
    ),
    "routine is no UTF-8": (
        lambda: share({**usual_files(), "routine.toml": b"title = '\xff'"}),
        "routine.toml: is not UTF-8",
    ),
    "exercise is wrong": (
        lambda: share({**usual_files(), "exercises/sent-hold.toml": b"title = 3"}),
        "exercises/sent-hold.toml: title: must be text",
    ),
    "picture missing": (
        lambda: share({**usual_files(), "exercises/sent-hold.toml": WITH_PICTURE}),
        "the picture a.png did not come with it",
    ),
    "picture is none": (lambda: with_picture(b"MZ"), "pictures/a.png: is no PNG"),
    "picture too large": (lambda: with_picture(png_head(90_000, 90_000)), "at most 40 megapixels"),
    "drawing with a way out": (
        lambda: with_picture(
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
            b'<image href="file:///etc/passwd"/></svg>'
        ),
        "pictures/a.png: ",
    ),
    "text too long": (
        lambda: share({**usual_files(), "routine.toml": b"#" * (300 << 10)}),
        "routine.toml: has more than 262,144 bytes",
    ),
    "ZIP64": (zip64, "ZIP64"),
    "cut short": (lambda: share()[:-30], "is cut short"),
    "cut in the middle": (lambda: share()[:200], "is cut short"),
    "list of contents damaged": (
        lambda: share().replace(b"PK\x01\x02", b"PK\x01\x03"),
        "is damaged and can't be opened",
    ),
    "for newer programs": (
        lambda: share().replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xff"),
        "needs a newer kind of zip program",
    ),
    "several discs": (
        lambda: share()[:-18] + struct.pack("<H", 1) + share()[-16:],
        "is damaged and can't be opened",
    ),
    "no zip": (lambda: b"%PDF-1.7", "is no file of Cramp Coach"),
    "empty": (lambda: b"", "is empty"),
    "too large": (lambda: b"PK\x03\x04" + bytes(MOST_FILE_BYTES), "(64 MiB) are read"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_with_one_reason_and_leaves_nothing(
    kind: str, shipped: Library, tmp_path: Path
) -> None:
    make, reason = HOSTILE[kind]
    file, own = tmp_path / "sent.coach", tmp_path / "own"
    file.write_bytes(make())
    with pytest.raises(ContentError) as refused:
        read_share(file, shipped, own)
    assert len(refused.value.problems) == 1
    told = str(refused.value)
    assert told.startswith(f"{file}: ")
    assert reason in told
    assert told.isprintable()
    assert [path.name for path in tmp_path.iterdir()] == ["sent.coach"]


def test_the_honest_one_is_offered(shipped: Library, tmp_path: Path) -> None:
    file = tmp_path / "sent.coach"
    file.write_bytes(with_picture(saved("png")))
    offer = read_share(file, shipped, tmp_path / "own")
    assert (offer.title, offer.total, offer.steps) == ("Sent to me", 20, 1)
    assert (offer.exercises, offer.pictures) == (("A hold",), ("a.png",))
    assert (offer.problems, offer.notes) == ((), ())


def test_folders_named_by_themselves_do_no_harm(shipped: Library, tmp_path: Path) -> None:
    file = tmp_path / "sent.coach"
    file.write_bytes(with_one(Entry("exercises/", mode=0o040755)))
    assert read_share(file, shipped, tmp_path / "own").title == "Sent to me"


@given(data=st.data())
def test_no_damage_does_more_than_refuse(
    data: st.DataObject, shipped: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever bytes are changed, it is offered as it was or refused."""
    folder = tmp_path_factory.getbasetemp()
    content = bytearray(share())
    changes = st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255))
    for place, value in data.draw(st.lists(changes, min_size=1, max_size=4)):
        content[place] = value
    file = folder / "damaged.coach"
    file.write_bytes(content)
    try:
        offer = read_share(file, shipped, folder / "none")
    except ContentError:
        return
    assert [file.content for file in offer.files] == [EXERCISE, ROUTINE]
