"""What a person sees at each kind of moment."""

from __future__ import annotations

from coach.core.playback import Playback
from coach.core.timeline import build_timeline
from coach.terminal.view import View, look
from tests.terminal.stand_ins import Shelf


class Play:
    """A routine that a test moves through."""

    def __init__(self, routine: str) -> None:
        self.playback = Playback(build_timeline(Shelf().routine(routine)))
        self.playback.start()

    def after(self, seconds: float) -> View:
        self.playback.advance(seconds)
        return look(self.playback.timeline, self.playback.snapshot(), caption="Said.")


def test_each_moment_of_a_routine() -> None:
    play = Play("small")
    lead_in = play.after(1.5)
    assert (lead_in.title, lead_in.doing, lead_in.count) == ("Calf stretch", "Get ready", "4")
    assert (lead_in.shares, lead_in.is_work) == ((0.0, 0.0), False)
    hold = play.after(3.5)
    assert (hold.doing, hold.count) == ("Right leg · Hold 1 of 2", "30")
    assert hold.place == "Step 1 of 2"
    assert hold.following.startswith("Next: Heel raises · ")
    between = play.after(32)
    assert (between.doing, between.count) == ("Right leg · Rest", "3")
    change = play.after(34)
    assert (change.doing, change.count) == ("Left leg · Change sides", "3")
    rest = play.after(70)
    assert (rest.title, rest.doing, rest.place) == ("Heel raises", "Rest", "Step 2 of 2")
    assert rest.shares == (1.0, 0.0)
    rep = play.after(13)
    assert (rep.doing, rep.count) == ("Lower · 1 of 2", "1")
    assert rep.following == "0:07 left"
    done = play.after(100)
    assert (done.doing, done.shares) == ("Done", (1.0, 1.0))
    assert done.following == "0:00 left"


def test_what_waits_says_how_to_go_on() -> None:
    view = Play("waits").after(5 + 65)
    assert "g when you are ready" in view.doing
    assert view.count == "1:05"


def test_the_marks() -> None:
    play = Play("small")
    play.playback.pause()
    now = play.playback.snapshot()
    view = look(play.playback.timeline, now, caption="", muted=True, notices=("Look out.",))
    assert view.marks == ("Paused", "Muted")
    assert view.notices == ("Look out.",)
