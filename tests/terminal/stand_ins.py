"""A coach with a small routine, for this process or one of its own: `python … ROUTINE SPEED`."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import ClassVar, cast

from coach.app.clock import Clock, SystemClock
from coach.app.coach import Coach
from coach.app.parts import Parts
from coach.app.trace import Trace
from coach.app.voice_port import VoiceState, VoiceStatus
from coach.content.library import Library
from coach.core.exercise import (
    Dose,
    Exercise,
    Hold,
    Muscle,
    OwnPace,
    Phase,
    Position,
    Reps,
    Sides,
    Strength,
)
from coach.core.routine import ExerciseStep, Routine
from tests.app.stubs import CountedAwake, ListDiary, WrittenVoice

SILENT = VoiceState(VoiceStatus.NO_DEVICE, "No speaker was found.", "Switch one on.")


def an_exercise(title: str, dose: Dose) -> Exercise:
    return Exercise(
        id=title.lower().replace(" ", "-"),
        title=title,
        strength=Strength.TRIAL,
        positions=(Position.STANDING,),
        muscles=(Muscle.CALF,),
        target="Calf",
        sides=Sides.BOTH,
        dose=dose,
        setup=("Face a wall.", "Hands on it."),
        cues=("Heel down.", "Breathe."),
    )


def a_step(title: str, dose: Dose, sides: Sides, rest: float = 0) -> ExerciseStep:
    change = 4 if sides is Sides.EACH else 0
    exercise = an_exercise(title, dose)
    return ExerciseStep(exercise, dose, sides, change=change, rest_after=rest)


REPS = Reps((Phase("Rise", 3), Phase("Lower", 3)), count=2)
ROUTINES = {
    "small": (
        a_step("Calf stretch", Hold(30, count=2, rest=5), Sides.EACH, rest=10),
        a_step("Heel raises", REPS, Sides.BOTH),
    ),
    "waits": (
        a_step("Foot roll", OwnPace(), Sides.BOTH),
        a_step("Heel raises", REPS, Sides.BOTH),
    ),
}


class Shelf:
    """A library of the routines above."""

    cards: ClassVar = dict.fromkeys(ROUTINES)
    exercises: ClassVar[dict[str, Exercise]] = {}

    def routine(self, name: str) -> Routine:
        steps = ROUTINES[name]
        return Routine(name, "A small routine", "At any time.", (Position.STANDING,), steps)


def a_coach(
    *, clock: Clock | None = None, voice_state: VoiceState | None = None
) -> tuple[Coach, WrittenVoice, ListDiary]:
    voice, diary = WrittenVoice(), ListDiary()

    def make_voice(
        tell: Callable[[VoiceState], None], _length: Callable[[str, float], None]
    ) -> WrittenVoice:
        if voice_state is not None:
            tell(voice_state)
        return voice

    parts = Parts(
        library=cast("Library", Shelf()),
        clock=clock or SystemClock(),
        trace=Trace(None),
        make_voice=make_voice,
        make_diary=lambda _report: diary,
        make_awake=CountedAwake,
    )
    return Coach(parts), voice, diary


def main() -> int:
    from PySide6.QtCore import QCoreApplication, QTimer

    from coach.terminal import run

    # As a shell leaves them; what runs the tests may have been started to ignore them.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    hung_up = signal.SIG_IGN if "NOHUP" in os.environ else signal.SIG_DFL
    signal.signal(signal.SIGHUP, hung_up)
    if sys.stdin.isatty():
        # The first terminal that the leader of a session opens becomes the session's own.
        os.close(os.open(os.ttyname(0), os.O_RDWR))
    _application = QCoreApplication(["coach"])
    coach, _voice, diary = a_coach(voice_state=SILENT)
    player = coach.play(sys.argv[1], speed=float(sys.argv[2]))
    if "FAULT" in os.environ:

        def fail(_started: object) -> None:
            message = "a fault in a slot"
            QTimer.singleShot(50, lambda: 1 / 0)
            raise ValueError(message)

        player.segment_started.connect(fail)
    try:
        return run(coach, player)
    finally:
        sys.stderr.write(f"diary: {diary.entries[0].state}\n")


if __name__ == "__main__":
    sys.exit(main())
