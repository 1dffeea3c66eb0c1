"""Whom to call, and what the person has told about their health."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.app.settings import SettingsController
from coach.core.words import _, counted, listed
from coach.ui.button import Button, ButtonRow
from coach.ui.parts.option import Option, Sign
from coach.ui.settings.choice import Choice, ChoiceRow
from coach.ui.settings.row import Row
from coach.ui.settings.section import Section
from coach.ui.theme import Theme

if TYPE_CHECKING:
    from coach.app.cramp_now import ReliefContent
    from coach.core.caution import Condition
    from coach.core.safety import Region, Tick


class SafetySection(Section):
    """The region's numbers, and the answers of the check at the first start.

    Attributes:
        regions: Whom to call.
        answers: What is kept of the check.
        open_check: Leads to it.
        ticks: Switches for what only the settings ask.

    Signals:
        check_wanted: The check is to be opened.
    """

    check_wanted = Signal()

    def __init__(self, theme: Theme, settings: SettingsController, content: ReliefContent) -> None:
        """Show what is set.

        Raises:
            ContentError: A file of safety is wrong.
        """
        super().__init__(theme, _("Safety"))
        self._settings = settings
        screen, check = content.stop_screen(), content.first_check()
        choices = [Choice(region.id, region.name, _numbers(region)) for region in screen.regions]
        nowhere = Choice("", _("Not chosen"), _("STOP then says: {text}.").format(
            text=screen.usual_number))  # fmt: skip
        text = _("The STOP screen shows these numbers. Check them against what you know.")
        self.regions = ChoiceRow(
            theme, settings, "region", [nowhere, *choices], _("Where you live"), text
        )
        self.add(self.regions)
        self.open_check = Button(theme, _("Open the check"))
        self.open_check.clicked.connect(self.check_wanted)
        self.answers = Row(
            theme,
            _("Your answers before you start"),
            "",
            ButtonRow([self.open_check], leading=True),
        )
        self._asked = {tick.condition for tick in check.ticks}
        self.add(self.answers)
        self.ticks = {tick.condition: self._switch(theme, tick) for tick in check.settings}
        for switch in self.ticks.values():
            self.add(switch)
        settings.changed.connect(self._follow)
        self._show()

    def _switch(self, theme: Theme, tick: Tick) -> Option:
        switch = Option(theme, tick.text, tick.advice, sign=Sign.SWITCH)
        switch.clicked.connect(partial(self._tick, tick.condition))
        return switch

    def _tick(self, condition: Condition, *_checked: bool) -> None:
        ticked = self.ticks[condition].isChecked()
        others = self._settings.now.conditions - {condition}
        self._settings.set("conditions", others | ({condition} if ticked else set()))

    def _follow(self, name: str) -> None:
        if name in ("conditions", "checked"):
            self._show()

    def _show(self) -> None:
        now = self._settings.now
        number = len(now.conditions & self._asked)
        if number:
            text = counted("You ticked {n} thing.", "You ticked {n} things.", number)
        elif now.checked:
            text = _("You ticked nothing.")
        else:
            text = _("Not answered yet. The answers only hide what does not suit you.")
        self.answers.say(text)
        for condition, switch in self.ticks.items():
            switch.setChecked(condition in now.conditions)


def _numbers(region: Region) -> str:
    parts = []
    if region.emergency:
        parts.append(_("Emergency {number}").format(number=" / ".join(region.emergency)))
    if region.urgent:
        parts.append(_("urgent advice {number}").format(number=region.urgent))
    return listed(parts)
