"""Going through steps one after the other; knows nothing of cramps, checks or STOP."""

from __future__ import annotations

from collections.abc import Callable, Collection

from coach.core.cue import Cue, CueDue, Priority
from coach.core.relief.moments import PartStarted
from coach.core.relief.protocol import Part, Step, Way
from coach.core.relief.spoken import plan_step, spoken_until

CourseEvents = tuple[PartStarted | CueDue, ...]


class Course:
    """The present step and how far it has got."""

    def __init__(self, length_of: Callable[[str], float], steps: tuple[Step, ...]) -> None:
        """Stand before the first of `steps`; `length_of` gives the seconds a text takes to say."""
        self._length_of = length_of
        self._place(steps, 0)

    def _place(
        self, steps: tuple[Step, ...], index: int, taken: Collection[str] = (), busy: float = 0
    ) -> None:
        self.steps, self.index, self.within = steps, index, 0.0
        self._part = self._said = 0
        self.way: Way = _way_of(steps[index], taken)
        self._cues: tuple[Cue, ...] = plan_step(self.way, self._length_of, number=index, busy=busy)

    @property
    def step(self) -> Step:
        """The present step."""
        return self.steps[self.index]

    @property
    def part(self) -> Part:
        """The present part of it."""
        return self.way.parts[self._part]

    @property
    def is_last(self) -> bool:
        """Whether no step follows."""
        return self.index + 1 == len(self.steps)

    @property
    def to_end(self) -> float:
        """Seconds to the step's end."""
        return max(0.0, self.way.seconds - self.within)

    @property
    def to_next(self) -> float:
        """Seconds to the next part or cue or to the step's end."""
        ahead = [self.part.end, *(cue.offset for cue in self._ahead[:1])]
        return max(0.0, min(ahead) - self.within)

    @property
    def still_speaking(self) -> float:
        """Seconds until what has been said is heard out."""
        said = self._cues[: self._said]
        return max(0.0, spoken_until(said, self.within, self._length_of) - self.within)

    @property
    def _ahead(self) -> tuple[Cue, ...]:
        return self._cues[self._said :]

    def coming(self, seconds: float) -> tuple[tuple[Cue, float], ...]:
        """Return the cues of this step due within some seconds, with the seconds until then."""
        waits = ((cue, max(0.0, cue.offset - self.within)) for cue in self._ahead)
        return tuple((cue, wait) for cue, wait in waits if wait < seconds)

    def opening_of(
        self, steps: tuple[Step, ...], index: int, taken: Collection[str]
    ) -> tuple[Cue, float]:
        """Return the first cue of the step that will follow, with the seconds until it is due."""
        said = spoken_until(self._cues, self.way.seconds, self._length_of)
        busy = max(0.0, said - self.way.seconds)
        way = _way_of(steps[index], taken)
        cue = plan_step(way, self._length_of, number=index, busy=busy)[0]
        return cue, self.to_end + cue.offset

    def begin(
        self,
        steps: tuple[Step, ...],
        index: int,
        taken: Collection[str] = (),
        *,
        late: float = 0,
        busy: float = 0,
    ) -> CourseEvents:
        """Begin a step.

        Args:
            steps: All of them.
            index: The one to begin.
            taken: Labels of the other ways that are taken.
            late: Seconds since it should have begun, up to the end of the time that was given.
            busy: Seconds until what was said before is heard out.
        """
        self._place(steps, index, taken, busy)
        return (PartStarted(self.step, self.part, late), *self._until_now(late))

    def go_on(self) -> CourseEvents:
        """Go on after an interruption: the part is told again, and said if there is time."""
        text = self.part.say
        next_at = self._ahead[0].offset if self._ahead else self.way.seconds
        started = PartStarted(self.step, self.part)
        if not text or self.within + self._length_of(text) > next_at:
            return (started,)
        return (started, CueDue(Cue(self.index, self.within, text, Priority.PHASE)))

    def advance(self, seconds: float, late: float) -> CourseEvents:
        """Let time pass, at most to the step's end, and begin the parts and cues that are due.

        Args:
            seconds: How much, 0 or more.
            late: Seconds from then to the end of the time that was given.
        """
        self.within += seconds
        return self._until_now(late)

    def _until_now(self, late: float) -> CourseEvents:
        now = self.within
        due: list[tuple[float, int, PartStarted | CueDue]] = []
        while self.part is not self.way.parts[-1] and self.part.end <= now:
            self._part += 1
            started = PartStarted(self.step, self.part, late + now - self.part.start)
            due.append((self.part.start, 0, started))
        for cue in self._ahead:
            if cue.offset > now:
                break
            self._said += 1
            due.append((cue.offset, 1, CueDue(cue, late + now - cue.offset)))
        return tuple(event for _at, _order, event in sorted(due, key=lambda entry: entry[:2]))


def _way_of(step: Step, taken: Collection[str]) -> Way:
    return step.other if step.other and step.other.label in taken else step.way
