"""The states of what explains that pictures are taken of."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool

from coach.ui.screens.setting import Setting, State, settle


def learn(page: str, wanted: str = "") -> State:
    """Return a page that is read, or looked through for words."""

    def reach(setting: Setting) -> None:
        setting.window.guide.open_learn()
        screen = setting.window.guide.learn_screen
        screen.open(page)
        if wanted:
            screen.search.setText(wanted)

    return reach


def learn_note(setting: Setting) -> None:
    """Follow a number to its note."""
    learn("what-the-evidence-says")(setting)
    settle(setting.window)
    setting.window.guide.learn_screen.reader.go_to_note(5)


def help_on(name: str) -> State:
    """Return the keys of another state's screen."""

    def reach(setting: Setting) -> None:
        from coach.ui.screens.states import STATES

        STATES[name](setting)
        settle(setting.window)
        setting.window.guide.toggle_help()

    return reach


def why(setting: Setting) -> None:
    """Ask for the reasons while a routine plays."""
    setting.window.play("daily-prevention")
    setting.window.guide.toggle_why()


def why_in_editor(setting: Setting) -> None:
    """Ask for the reasons of a step."""
    setting.window.workshop.edit("after-workout")
    setting.window.workshop.screen.steps.choose((3,))
    setting.window.workshop.screen.explain()


def about(setting: Setting) -> None:
    """Look at what the app consists of."""
    setting.window.guide.open_about()
    QThreadPool.globalInstance().waitForDone()


GUIDE_STATES: dict[str, State] = {
    "learn-why": learn("why-cramps-happen"),
    "learn-evidence": learn("what-the-evidence-says"),
    "learn-whom": learn("when-to-see-whom"),
    "learn-search": learn("everyday-habits", "calf stretch"),
    "learn-nothing": learn("everyday-habits", "trampoline"),
    "learn-note": learn_note,
    "help-home": help_on("home"),
    "help-cramp": help_on("cramp-pull"),
    "help-stop": help_on("stop-asked"),
    "help-player": help_on("player-hold"),
    "why": why,
    "why-editor": why_in_editor,
    "about": about,
}
