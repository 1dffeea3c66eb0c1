"""Cramp now: makes relief ready at a click, and joins it to everything else afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from coach.app.clock import Clock
from coach.app.cramp_memory import Choice, CrampMemory
from coach.app.relief import ReliefPlayer
from coach.app.relief_following import CrampRecorder, ReliefAwake, ReliefSpeaker, ReliefTracer
from coach.app.trace import Trace
from coach.content.problem import ContentError
from coach.core.body import Muscle
from coach.core.caution import StandingTexts, StopReason
from coach.core.cue import spoken_seconds
from coach.core.relief import (
    Aftercare,
    Place,
    Relief,
    ReliefState,
    step_texts,
)
from coach.core.relief import (
    Protocol as CrampProtocol,
)
from coach.core.verbosity import Verbosity

if TYPE_CHECKING:
    from coach.app.cramp_diary import CrampDiary
    from coach.app.keeping_awake import Awake
    from coach.app.voice_port import Voice
    from coach.core.safety import FirstCheck, StopScreen


class ReliefContent(Protocol):
    """Where protocols and the texts of safety are found."""

    def protocol(self, muscle: Muscle, place: Place) -> CrampProtocol:
        """Return what is done for a cramp."""
        ...

    def aftercare(self) -> Aftercare:
        """Return what follows when it eases."""
        ...

    def stop_screen(self) -> StopScreen:
        """Return what the STOP screen shows and says."""
        ...

    def texts(self) -> StandingTexts:
        """Return the standing texts."""
        ...

    def first_check(self) -> FirstCheck:
        """Return the check at the first start."""
        ...

    def keep(self) -> None:
        """Write down what was newly read."""
        ...


class CrampNow(QObject):
    """Makes a ReliefPlayer of what was last chosen; nothing else is waited for.

    Attributes:
        content: Protocols and texts.
        memory: What is kept of the person.
    """

    def __init__(
        self,
        content: ReliefContent,
        memory: CrampMemory,
        clock: Clock,
        trace: Trace,
        lengths: Mapping[str, float],
        verbosity: Callable[[], Verbosity] = lambda: Verbosity.FULL,
        parent: QObject | None = None,
    ) -> None:
        """Read nothing yet.

        `lengths` tells how long texts are to say, as far as that is known; `verbosity` how much
        the person wants to hear.
        """
        super().__init__(parent)
        self.content = content
        self.memory = memory
        self._clock = clock
        self._trace = trace
        self._lengths = lengths
        self._verbosity = verbosity
        self._speaker: ReliefSpeaker | None = None

    @cached_property
    def texts(self) -> StandingTexts:
        """The standing texts."""
        return self.content.texts()

    @cached_property
    def stop_screen(self) -> StopScreen:
        """What the STOP screen shows and says."""
        return self.content.stop_screen()

    @cached_property
    def first_check(self) -> FirstCheck:
        """The check at the first start."""
        return self.content.first_check()

    @property
    def aftercare(self) -> Aftercare:
        """What follows when it eases, as far as it suits the person."""
        aftercare, answers = self.content.aftercare(), self.memory.answers
        if not answers:
            return aftercare
        from coach.core.relief.suiting import (
            suited_aftercare,
        )  # whoever ticked nothing does without

        return suited_aftercare(aftercare, answers)

    def begin(self, choice: Choice, *, speed: float = 1.0) -> ReliefPlayer:
        """Return relief that is ready to be started.

        Raises:
            ContentError: The protocol's file is wrong.
        """
        muscle, place, side = choice
        relief = Relief(
            self._find,
            self.aftercare,
            muscle=muscle,
            place=place,
            side=side,
            length_of=lambda text: self._lengths.get(text) or spoken_seconds(text),
        )
        player = ReliefPlayer(relief, self._clock, speed=speed, parent=self)
        ReliefTracer(player, self._trace)
        self._speaker = ReliefSpeaker(player, self._trace, self._stop_text, self._verbosity)
        player.state_changed.connect(lambda state: self._keep_choice(player, state))
        return player

    def reword(self) -> None:
        """Read the texts anew when they are next wanted: in another language."""
        for name in ("texts", "stop_screen", "first_check"):
            self.__dict__.pop(name, None)

    def warm_up(self) -> None:
        """Read what the next click will want; wrong files tell of themselves then."""
        with suppress(ContentError):
            muscle, place, _side = self.memory.choice
            self._find(muscle, place)
            self.aftercare  # noqa: B018 is read by asking for it
            self.texts  # noqa: B018 is read by asking for it
            self.content.keep()

    def speak(self, player: ReliefPlayer, voice: Voice) -> None:
        """Join the voice; what is due is said at once, the texts of the steps are made ready."""
        now = player.snapshot()
        protocol = self._find(now.muscle, now.place)
        steps = (*protocol.steps, protocol.rest, *self.aftercare.steps_at(now.place))
        if self._speaker is not None and self._speaker.parent() is player:
            self._speaker.use(voice, step_texts(steps))

    def hold(self, player: ReliefPlayer, make_awake: Callable[[], Awake]) -> None:
        """Join the wake lock: the screen stays on until relief is over."""
        ReliefAwake(player, make_awake)

    def record(self, player: ReliefPlayer, diary: CrampDiary) -> CrampRecorder:
        """Join the diary."""
        from datetime import UTC, datetime, timedelta

        passed = timedelta(seconds=player.snapshot().clock / player.speed)
        return CrampRecorder(player, diary, datetime.now(UTC).astimezone() - passed)

    def _find(self, muscle: Muscle, place: Place) -> CrampProtocol:
        protocol, answers = self.content.protocol(muscle, place), self.memory.answers
        if not answers:
            return protocol
        from coach.core.relief.suiting import suited  # few need it

        return suited(protocol, answers, self.first_check)

    def _stop_text(self, reason: StopReason) -> str:
        return self.stop_screen.spoken(reason)

    def _keep_choice(self, player: ReliefPlayer, state: ReliefState) -> None:
        if state.is_over:
            now = player.snapshot()
            self.memory.keep_choice(Choice(now.muscle, now.place, now.side))
