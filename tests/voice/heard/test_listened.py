"""Two whole routines at their usual speed, recorded: takes as long as the longer one."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from tests.voice.heard.hearing import Played, complaints
from tests.voice.heard.server import PulseServer

ROUTINES = ("daily-prevention", "bedtime-stretch")
MOST_SECONDS = 480.0


@pytest.mark.listen
def test_two_whole_routines_are_heard_without_a_flaw(
    pulse_server: PulseServer, tmp_path: Path
) -> None:
    if not pulse_server.is_installed:
        pytest.skip("pulseaudio and parec are needed")
    servers = [PulseServer(tmp_path / f"{name}-pulse") for name in ROUTINES]
    for server in servers:
        server.folder.mkdir()
        server.start()
    running = [
        Played(name, tmp_path / name, server.address)
        for name, server in zip(ROUTINES, servers, strict=True)
    ]
    for one in running:
        one.wait(MOST_SECONDS)
    for one in running:
        one.end()
    for server in servers:
        server.stop()
    stalled = 0
    for one in running:
        heard = one.heard()
        assert one.events("finished")[0]["completed"] is True
        assert complaints(heard) == []
        stalled += sum(math.isinf(cue.excuse) for cue in heard)
    if stalled:
        pytest.skip(f"the machine stood still at {stalled} cues; all others are as they should be")
