"""The states of the editor that pictures are taken of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QThreadPool

from coach.core.editing import steps as edits
from coach.core.editing.draft import PhaseDraft
from coach.ui.editor.own_dose import usual_dose
from coach.ui.screens.setting import OWN_PACE, Setting, State


def new(setting: Setting) -> None:
    """Begin a routine."""
    setting.window.workshop.new()


def filled(setting: Setting) -> None:
    """Edit a copy of a shipped routine."""
    setting.window.workshop.edit("after-workout")
    setting.window.workshop.screen.steps.choose((2,))


def details(setting: Setting) -> None:
    """Look at the details of a step, also where they have no room beside the steps."""
    filled(setting)
    setting.window.workshop.screen.open_step()


def repetitions(setting: Setting) -> None:
    """Look at a step that is counted."""
    setting.window.workshop.edit("daily-prevention")
    setting.window.workshop.screen.steps.choose((5,))
    setting.window.workshop.screen.open_step()


def grouped(setting: Setting) -> None:
    """Repeat steps together."""
    filled(setting)
    workshop = setting.window.workshop
    workshop.screen.steps.choose((2, 3))
    workshop.session.group()
    workshop.session.set_field("", rest_between=30, repeat=3)


def problem(setting: Setting) -> None:
    """Write what can't be."""
    filled(setting)
    workshop = setting.window.workshop
    workshop.session.set_field("", hold=4000)
    workshop.session.apply(lambda draft: edits.change(draft, (4,), count=0), label="")
    workshop.session.set_routine("title", "", "")
    workshop.screen.save()


def library(setting: Setting) -> None:
    """Look for exercises to add."""
    filled(setting)
    workshop = setting.window.workshop
    workshop.screen.open_library()
    panel = workshop.screen.side.library
    panel.search.setText("calf")


def filters(setting: Setting) -> None:
    """Look for them by what they are for."""
    filled(setting)
    workshop = setting.window.workshop
    workshop.screen.open_library()
    panel = workshop.screen.side.library
    panel.filter.setChecked(True)
    panel.needs.show_chosen(("desk",))
    panel.refresh()


def about(setting: Setting) -> None:
    """Write when it is for."""
    filled(setting)
    setting.window.workshop.screen.open_about()


def several(setting: Setting) -> None:
    """Choose several steps."""
    filled(setting)
    setting.window.workshop.screen.steps.choose((2, 3, 4))


def exercise(setting: Setting) -> None:
    """Begin an exercise."""
    setting.window.workshop.new()
    setting.window.workshop.exercises.open("")


def exercise_filled(setting: Setting) -> None:
    """Write an exercise that is counted, with a figure."""
    exercise(setting)
    screen = setting.window.workshop.exercises.screen
    phases = (PhaseDraft(name="Pull up", seconds=3), PhaseDraft(name="Let go", seconds=2))
    dose = usual_dose("reps")
    for name, value in (
        ("title", "Towel pull, as Dr Berg showed me"),
        ("muscles", ("calf", "foot")),
        ("positions", ("floor",)),
        ("equipment", "A towel"),
        ("sides", "each"),
        ("figure", "calf-towel-floor"),
        ("setup", ("Sit on the floor.", "Loop a towel around the ball of the foot.")),
    ):
        screen._apply({name: value}, None, "")
    from dataclasses import replace

    screen._apply({"dose": replace(dose, phases=phases, sets=2)}, None, "")


def exercise_words(setting: Setting) -> None:
    """Look at the lower part of an exercise that lacks much."""
    exercise(setting)
    screen = setting.window.workshop.exercises.screen
    screen.save()
    QCoreApplication.processEvents()
    screen.page.verticalScrollBar().setValue(420)


def figure_picker(setting: Setting) -> None:
    """Choose a figure."""
    exercise(setting)
    screen = setting.window.workshop.exercises.screen
    screen.picture.choose_figure.setChecked(True)
    QCoreApplication.processEvents()
    screen.page.ensureWidgetVisible(screen.picture)


def draft_offered(setting: Setting) -> None:
    """Come back to what was not saved."""
    filled(setting)
    setting.window.workshop.leave()
    QThreadPool.globalInstance().waitForDone()


def changed_elsewhere(setting: Setting) -> None:
    """Come back to a routine whose file something else wrote meanwhile."""
    folder = setting.coach.user_folder
    assert folder is not None
    file = folder / "routines" / "own-pace.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(OWN_PACE, encoding="utf-8")
    setting.coach.reload_library()
    workshop = setting.window.workshop
    workshop.edit("own-pace")
    workshop.session.set_routine("title", "When I am ready, slowly", "")
    file.write_text(OWN_PACE.replace("rest_after = 10", "rest_after = 20"), encoding="utf-8")
    workshop.look_again()
    file.write_text(OWN_PACE, encoding="utf-8")  # other pictures are of the same folder


def card_buttons(setting: Setting) -> None:
    """Point at a card."""
    grid = setting.window.home.grid
    if grid is not None:
        grid.delegate.hovered = 1
        grid._place_corner()


EDITOR_STATES: dict[str, State] = {
    "editor-new": new,
    "editor-filled": filled,
    "editor-details": details,
    "editor-reps": repetitions,
    "editor-group": grouped,
    "editor-problem": problem,
    "editor-library": library,
    "editor-filters": filters,
    "editor-about": about,
    "editor-several": several,
    "editor-exercise-new": exercise,
    "editor-exercise-filled": exercise_filled,
    "editor-exercise-words": exercise_words,
    "editor-figures": figure_picker,
    "editor-draft": draft_offered,
    "editor-conflict": changed_elsewhere,
    "home-card-buttons": card_buttons,
}
