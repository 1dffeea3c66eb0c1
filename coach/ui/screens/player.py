"""The states of the player, large and small, and of its end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from coach.app.player import Player
from coach.core.timeline import Segment, SegmentKind
from coach.ui.screens.setting import Setting, State


def play_until(
    setting: Setting, routine: str, wanted: Callable[[Segment], bool], share: float = 0.3
) -> Player:
    """Play a routine up to the first segment that is wanted, and into it by a share of it."""
    player = setting.window.play(routine)
    timeline = player.timeline
    segment = next(segment for segment in timeline.segments if wanted(segment))
    for before in timeline.segments[: segment.index]:
        if before.waits:
            player.go_on()
        else:
            setting.clock.turn(before.seconds)
            player.tick()
    setting.clock.turn(segment.seconds * share or 7.0)
    player.tick()
    return player


def work(step: int, *, side: str = "", number: int = 1, rep: int = 0) -> Callable[[Segment], bool]:
    """Return whether a segment is the work of a step."""

    def wanted(segment: Segment) -> bool:
        return (
            segment.kind.is_work
            and segment.step == step
            and side in ("", segment.side.value)
            and number == segment.set
            and rep in (0, segment.rep)
        )

    return wanted


def of_kind(kind: SegmentKind) -> Callable[[Segment], bool]:
    """Return whether a segment is of a kind."""
    return lambda segment: segment.kind is kind


def plays(routine: str, wanted: Callable[[Segment], bool], share: float = 0.3) -> State:
    """Return a state in the middle of a routine."""

    def reach(setting: Setting) -> None:
        play_until(setting, routine, wanted, share)

    return reach


def paused(setting: Setting) -> None:
    """Pause in the middle of a hold."""
    play_until(setting, "after-workout", work(1, side="left")).pause()


def slept(setting: Setting) -> None:
    """Wake up from sleep."""
    player = play_until(setting, "after-workout", work(1, side="left"))
    setting.clock.turn(0.1, asleep=600)
    player.tick()


def ended(setting: Setting) -> None:
    """Play to the end."""
    play_until(setting, "daily-prevention", of_kind(SegmentKind.FINISH))


def ended_partly(setting: Setting) -> None:
    """Leave out two steps."""
    player = play_until(setting, "full-session", work(2))
    player.skip()
    setting.clock.turn(120)
    player.tick()
    while player.snapshot().segment.step < len(player.timeline.steps) - 1:
        player.skip()
    setting.clock.turn(400)
    player.tick()


def player_focus(setting: Setting) -> None:
    """Walk with the keys to Skip."""
    play_until(setting, "after-workout", work(1, side="left"))
    setting.window.activateWindow()
    setting.window.player_screen.controls.skip.setFocus(Qt.FocusReason.TabFocusReason)


def small_ended(setting: Setting) -> None:
    """Play to the end in the small window."""
    player = play_until(setting, "daily-prevention", of_kind(SegmentKind.REST))
    setting.window.aside.begin()
    setting.clock.turn(1000)
    player.tick()


def small(state: State) -> State:
    """Return a state as the small window shows it."""

    def reach(setting: Setting) -> None:
        state(setting)
        setting.window.aside.begin()

    return reach


PLAYER_STATES: dict[str, State] = {
    "player-lead-in": plays("daily-prevention", of_kind(SegmentKind.GET_READY)),
    "player-transition": plays("wall-stretch-5", of_kind(SegmentKind.GET_READY)),
    "player-hold": plays("after-workout", work(1, side="left")),
    "player-long": plays("full-session", work(10)),
    "player-rep": plays("daily-prevention", work(1, rep=4), 0.7),
    "player-rest": plays("daily-prevention", of_kind(SegmentKind.REST)),
    "player-change": plays("bedtime-stretch", of_kind(SegmentKind.CHANGE)),
    "player-waits": plays("own-pace", of_kind(SegmentKind.OWN_PACE)),
    "player-words": plays("morning-in-bed", lambda segment: segment.step == 4),
    "player-paused": paused,
    "player-slept": slept,
    "player-focus": player_focus,
    "mini-hold": small(plays("after-workout", work(1, side="left"))),
    "mini-rep": small(plays("daily-prevention", work(1, rep=4), 0.7)),
    "mini-rest": small(plays("daily-prevention", of_kind(SegmentKind.REST))),
    "mini-waits": small(plays("own-pace", of_kind(SegmentKind.OWN_PACE))),
    "mini-paused": small(paused),
    "mini-end": small_ended,
    "end": ended,
    "end-partly": ended_partly,
}
