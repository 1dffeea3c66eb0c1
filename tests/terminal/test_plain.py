"""Where there is no terminal, plain lines tell what to do and when."""

from __future__ import annotations

import subprocess
import sys

EXPECTED = """\
A small routine, 2:36
No speaker was found. Switch one on.
0:00  Get ready. Calf stretch.  5 s
0:00  Three.
0:00  Two.
0:00  One.
0:00  Right leg. Calf stretch.  30 s
0:07  Heel down.
0:15  Halfway.
0:22  Breathe.
0:27  Three.
0:28  Two.
0:29  One.
0:30  Ease off.  5 s
0:32  Three.
0:33  Two.
0:34  One.
0:35  Right leg. Last one. Breathe.  30 s
"""


def play(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.terminal.stand_ins", *command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=15,
        check=False,
    )


def test_a_line_for_each_segment_and_caption() -> None:
    done = play("small", "1000")
    lines = done.stdout.splitlines()
    assert lines[:18] == EXPECTED.splitlines()
    assert lines[-2:] == ["2:36  Done. Well done.", "Done. 2 of 2 steps, 2:36."]
    assert "\x1b" not in done.stdout
    assert "\r" not in done.stdout
    assert done.stderr == "diary: completed\n"
    assert done.returncode == 0


def test_a_reader_that_has_had_enough() -> None:
    command = f"{sys.executable} -m tests.terminal.stand_ins small 1000 | head -n 3"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, timeout=15, check=False
    )
    assert done.stdout.startswith("A small routine")
    assert "BrokenPipeError" in done.stderr
    assert "diary: stopped" in done.stderr
