"""Giving memory back while nobody sees the app."""

import sys

import pytest

from coach.desktop.memory import give_back, unchanged_parts

PARTS: tuple[tuple[str, dict[str, int]], ...] = (
    ("7f0000000000-7f0000002000 r-xp 00001000 fe:01 4711       /lib/code.so", {}),
    ("7f0000002000-7f0000003000 r--p 00003000 fe:01 4711       /lib/code.so", {"Private_Dirty": 4}),
    ("7f0000003000-7f0000004000 rw-p 00004000 fe:01 4711       /lib/code.so", {}),
    ("7f0000004000-7f0000005000 r--p 00000000 00:00 0", {}),
    ("7f0000005000-7f0000006000 r--s 00000000 fe:01 4712       /tmp/shared", {}),
    ("7f0000006000-7f0000009000 r--p 00000000 fe:01 4713       /usr/share/fonts/a font.ttf", {}),
    ("7f0000009000-7f000000a000 r--p 00003000 fe:01 4714       /lib/swapped.so", {"Swap": 4}),
    ("7f000000a000-7f000000b000 r--p 00003000 fe:01 4715       /lib/clean.so", {"Anonymous": 4}),
)
FIELDS = ("Rss", "Private_Dirty", "Anonymous", "Swap")
TABLE = "".join(
    f"{head}\n"
    + "".join(f"{name}:  {changed.get(name, 0)} kB\n" for name in FIELDS)
    + "VmFlags: rd\n"
    for head, changed in PARTS
)


def test_only_what_is_the_same_in_a_file_is_let_go_of() -> None:
    assert list(unchanged_parts(TABLE.splitlines())) == [
        (0x7F0000000000, 0x2000),
        (0x7F0000006000, 0x3000),
    ]


def test_where_no_table_of_parts_is_to_be_had_nothing_goes_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_proc(*_arguments: object, **_named: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr("builtins.open", no_proc)
    give_back()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process holds")
def test_a_process_that_gave_memory_back_holds_less_and_goes_on() -> None:
    import subprocess

    program = """
import decimal, json, sqlite3, zlib
from pathlib import Path
from coach.desktop.memory import give_back
def held():
    text = Path("/proc/self/smaps_rollup").read_text()
    return sum(int(l.split()[1]) for l in text.splitlines() if l.startswith("Rss:"))
blocks = [bytes(60_000) for _ in range(400)]
kept = blocks[::40]
before = held()
del blocks
give_back()
after = held()
assert json.loads("[1]") == [1] and zlib.crc32(kept[0]) and decimal.Decimal("0.1") * 10 == 1
print(before - after)
"""
    output = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert int(output) > 10_000  # kB: most of the 24 MB that were freed, and code


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a process holds")
def test_freed_pictures_are_not_kept_among_small_things() -> None:
    """Each round frees pictures and keeps something small that was made between them."""
    import subprocess

    program = """
import sys
from pathlib import Path
from coach.desktop.memory import keep_large_apart
def held():
    text = Path("/proc/self/smaps_rollup").read_text()
    return sum(int(l.split()[1]) for l in text.splitlines() if l.startswith("Rss:"))
if sys.argv[1] == "apart":
    keep_large_apart()
small = []
bytes(900_000)  # freed at once: from here on glibc puts what is smaller among the small ones
before = held()
pictures = []
for _number in range(60):
    pictures.append(b"x" * 400_000)
    small.append(b"y" * 30_000)
pictures.clear()
small_kb = 60 * 30_000 // 1024
print(held() - before - small_kb)
"""

    def freed(way: str) -> int:
        command = [sys.executable, "-c", program, way]
        run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        return int(run.stdout)

    assert freed("apart") < 4_000 < freed("mixed")  # kB left of 24 MB


def test_giving_back_twice_does_no_harm() -> None:
    give_back()
    give_back()
