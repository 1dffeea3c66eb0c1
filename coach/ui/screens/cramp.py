"""The states of Cramp now, of STOP and of the check."""

from __future__ import annotations

from itertools import product

from coach.core.relief import CRAMP_MUSCLES, Place
from coach.core.safety import Urgency
from coach.ui.screens.player import play_until, work
from coach.ui.screens.setting import Setting, State, settle


def cramp_from_routine(setting: Setting) -> None:
    """Get a cramp in the middle of a routine."""
    play_until(setting, "after-workout", work(1, side="left"))
    setting.window.open_cramp()


def cramped(
    seconds: float = 0, *, muscle: str = "", place: str = "", side: str = "", night: bool = False
) -> State:
    """Return relief that has gone on for a while."""

    def reach(setting: Setting) -> None:
        setting.window.open_cramp(muscle, place, side)
        settle(setting.window)
        screen = setting.window.cramp_screen
        screen.theme.set_night(night)
        assert screen.player is not None
        if seconds:
            setting.clock.turn(seconds)
            screen.player.tick()

    return reach


def cramped_then(seconds: float, *commands: str, night: bool = False) -> State:
    """Return relief in which something was asked for after a while."""

    def reach(setting: Setting) -> None:
        cramped(seconds, night=night)(setting)
        for command in commands:
            getattr(setting.window.cramp_screen.player, command)()

    return reach


def cramp_choices(setting: Setting) -> None:
    """Open the choices where they have no place of their own."""
    cramped(30)(setting)
    setting.window.cramp_screen.top.where.click()


def stop_list(urgency: Urgency) -> State:
    """Return a list of the STOP screen."""

    def reach(setting: Setting) -> None:
        setting.coach.settings.set("region", "uk")
        setting.window.open_stop()
        setting.window.stop_screen.show_list(urgency)

    return reach


def with_answers(setting: Setting) -> None:
    """Go through the check."""
    setting.window.open_check()
    for row in setting.window.check_screen.rows[1:5:3]:
        row.box.click()


CRAMP_STATES: dict[str, State] = {
    **{
        f"cramp-{muscle}-{place}": cramped(10, muscle=muscle, place=place, side="left")
        for muscle, place in product(CRAMP_MUSCLES, Place)
    },
    "cramp-first": cramped(),
    "cramp-pull": cramped(32),
    "cramp-ease": cramped(37),
    "cramp-other-way": cramped_then(80, "other_way"),
    "cramp-question": cramped(181),
    "cramp-resting": cramped(530),
    "cramp-night": cramped(40, muscle="calf", place="bed", night=True),
    "cramp-choices": cramp_choices,
    "cramp-aftercare": cramped_then(45, "easing"),
    "cramp-after": cramped_then(72, "easing", "leave"),
    "cramp-after-night": cramped_then(72, "easing", "leave", night=True),
    "cramp-from-routine": cramp_from_routine,
    "stop-asked": cramped_then(30, "stop"),
    "stop-night": cramped_then(30, "stop", night=True),
    "stop-ten-minutes": cramped(601),
    **{f"stop-{urgency}": stop_list(urgency) for urgency in Urgency},
    "check": with_answers,
}
