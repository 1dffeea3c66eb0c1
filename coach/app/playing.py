"""Joins a player to what follows it: voice, wake lock and trace."""

from __future__ import annotations

import time

from coach.app.keeping_awake import Awake
from coach.app.player import Player
from coach.app.trace import Trace
from coach.app.voice_port import Voice
from coach.core.cue import Cue
from coach.core.playback import PlaybackState

FASTEST_SPOKEN = 1.5
"""Beyond this speed spoken cues would run into each other; captions go on alone."""


def follow(player: Player, voice: Voice, awake: Awake, trace: Trace) -> None:
    """Speak what falls due, keep the screen on while it plays, record what happens.

    The loudspeaker is opened at once: it takes its time, and the first words are near.
    """

    def speak(cue: Cue, seconds: float) -> None:
        aloud = player.speed <= FASTEST_SPOKEN
        due = time.monotonic() + seconds
        if cue.sound:
            if aloud:
                voice.sound(cue.sound, at=due)
            trace.sound(cue.sound, due)
        if cue.said:
            if aloud:
                voice.say(cue.said, at=due + cue.said_after)
            trace.cue(cue.said, due + cue.said_after)

    def obey(state: PlaybackState) -> None:
        voice.hold_device(state is PlaybackState.PLAYING)
        if state is PlaybackState.PLAYING:
            awake.hold()
            return
        awake.release()
        if state is not PlaybackState.FINISHED:
            voice.silence()

    voice.hold_device(True)
    player.segment_started.connect(lambda started: trace.segment(player.timeline, started))
    player.cue_ahead.connect(speak)
    player.jumped.connect(voice.silence)
    player.finished.connect(trace.finished)
    player.state_changed.connect(obey)
