"""All states that pictures are taken of, by their names."""

from __future__ import annotations

from typing import Final

from coach.ui.screens.cramp import CRAMP_STATES
from coach.ui.screens.dialogs import DIALOG_STATES
from coach.ui.screens.editor import EDITOR_STATES
from coach.ui.screens.guide import GUIDE_STATES
from coach.ui.screens.home import HOME_STATES
from coach.ui.screens.player import PLAYER_STATES
from coach.ui.screens.setting import State
from coach.ui.screens.settings import SETTINGS_STATES
from coach.ui.screens.share import SHARE_STATES

STATES: Final[dict[str, State]] = {
    **HOME_STATES,
    **PLAYER_STATES,
    **CRAMP_STATES,
    **SETTINGS_STATES,
    **EDITOR_STATES,
    **GUIDE_STATES,
    **DIALOG_STATES,
    **SHARE_STATES,
}
