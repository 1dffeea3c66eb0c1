"""How everything looks."""

from __future__ import annotations

from coach.app.settings import SettingsController
from coach.content.languages import known_languages
from coach.content.resources import find_resources
from coach.content.settings import ThemeChoice
from coach.core.words import _
from coach.ui.pictures import Figures
from coach.ui.settings.choice import Choice, ChoiceRow, Switch
from coach.ui.settings.languages import own_name
from coach.ui.settings.people import PeopleRow
from coach.ui.settings.section import Section
from coach.ui.settings.text_size import TextSizeRow
from coach.ui.theme import Theme


class LookSection(Section):
    """Colours, text, movement, and who is shown.

    Attributes:
        scheme: Light, dark, or as the system is.
        text_size: Of all text.
        still: Nothing moves that need not.
        people: Who is shown.
        language: Of all texts; None while there is only one.
    """

    def __init__(self, theme: Theme, settings: SettingsController, figures: Figures) -> None:
        """Show what is set."""
        super().__init__(theme, _("Look"))
        schemes = [
            Choice(ThemeChoice.FOLLOW, _("As the system")),
            Choice(ThemeChoice.LIGHT, _("Light")),
            Choice(ThemeChoice.DARK, _("Dark")),
        ]
        self.scheme = ChoiceRow(
            theme, settings, "theme", schemes, _("Colours"), least_width=170, columns=3
        )
        self.text_size = TextSizeRow(theme, settings)
        text = _(
            "Two still pictures in place of each movement. The system's own setting counts too."
        )
        self.still = Switch(theme, settings, "reduce_motion", _("Keep pictures still"), text)
        self.people = PeopleRow(theme, settings, figures)
        self.language = language_row(theme, settings)
        for row in (self.scheme, self.text_size, self.still, self.people, self.language):
            if row is not None:
                self.add(row)


def language_row(theme: Theme, settings: SettingsController) -> ChoiceRow | None:
    """Return the choice of a language; None while there is only one."""
    known = known_languages(find_resources().locale)
    if len(known) == 1:
        return None
    choices = [Choice("", _("As the system")), *(Choice(tag, own_name(tag)) for tag in known)]
    text = _("Of all texts, and of the voice unless you chose one.")
    return ChoiceRow(
        theme, settings, "text_language", choices, _("Language"), text, least_width=170, columns=3
    )
