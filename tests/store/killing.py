"""A diary that writes without end in a process of its own, and is killed."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

PATIENCE_SECONDS = 20


def write_until_killed(path: Path, begin: str, change: str, number: int = 50) -> None:
    """Let a process write into the diary at `path`; kill it as soon as it has told of `number`.

    Args:
        path: The file.
        begin: Code that makes `kept`, with a `diary` at hand.
        change: Code that writes `kept` anew with `second`, which grows by one each time.
        number: So many seconds are on the disk before it is killed.
    """
    command = [sys.executable, "-c", ENDLESS.format(begin=begin, change=change), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        alarm = threading.Timer(PATIENCE_SECONDS, process.kill)  # so that reading ends in any case
        alarm.start()
        heard = [process.stdout.readline().strip() for _line in range(number)]
        process.kill()
        process.stdout.read()
        alarm.cancel()
        assert process.wait(10) == -signal.SIGKILL
    assert heard[-1] == str(number)


ENDLESS = """
import sys
from dataclasses import replace
from pathlib import Path
from coach.store.diary import SqliteDiary
from tests.store.conftest import a_cramp, an_entry
diary = SqliteDiary(Path(sys.argv[1]), lambda sentence: print(sentence, flush=True))
kept = {begin}
second = 0
while True:
    second += 1
    {change}
    print(second, flush=True)
"""
