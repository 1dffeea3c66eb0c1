"""What was done of a routine, in words."""

from __future__ import annotations

from dataclasses import dataclass

from coach.core.captions import step_title
from coach.core.numbers import about_minutes
from coach.core.playback import Snapshot
from coach.core.timeline import Timeline
from coach.core.words import _, counted


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the list.

    Attributes:
        title: Its name.
        done: It was gone through to its end.
    """

    title: str
    done: bool

    @property
    def spoken(self) -> str:
        """The line as it is read out."""
        text = _("{title}: done") if self.done else _("{title}: left out")
        return text.format(title=self.title)


@dataclass(frozen=True, slots=True)
class Summary:
    """What the end screen says.

    Attributes:
        heading: A friendly word.
        facts: How many steps in how much time: "4 of 5 steps in 6 minutes".
        kindly: A word about what was left out; empty where all was done.
        lines: The steps in order.
    """

    heading: str
    facts: str
    kindly: str
    lines: tuple[Line, ...]


def summarise(timeline: Timeline, snapshot: Snapshot) -> Summary:
    """Return the summary of a routine that is over."""
    done, steps = snapshot.steps_done, timeline.steps
    lines = tuple(Line(step_title(step), index in done) for index, step in enumerate(steps))
    complete = len(done) == len(steps)
    many = counted("{n} step", "{n} steps", len(steps))
    partly = _("{n} of {steps}").format(n=len(done), steps=many)
    what = many if complete else partly
    facts = _("{what} in {time}").format(what=what, time=about_minutes(snapshot.spent))
    heading = _("Well done") if done else _("That was a short one")
    kindly = "" if complete else _("The rest can wait for another time.")
    return Summary(heading, facts, kindly, lines)
