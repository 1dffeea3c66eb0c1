"""The states in which a file that somebody sent is looked at; nothing is taken unasked."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from coach.ui.screens.setting import Setting, State

WORKOUT = {
    "title": "Evening legs",
    "version": 2,
    "position": 0,
    "sets": [
        {
            "id": "a",
            "repetitions": 2,
            "exercises": [
                {"id": "b", "name": "Calf stretch", "duration": 30},
                {"id": "c", "name": "Rest", "duration": 10},
                {"id": "d", "name": "Towel scrunches", "duration": 45},
            ],
        }
    ],
}
"""As Just Another Workout Timer exports it."""


def offered_own(setting: Setting) -> None:
    """Look at a routine that the app itself exported, and that is here already."""
    sharing = setting.coach.sharing
    assert sharing is not None
    with tempfile.TemporaryDirectory() as folder:
        file = sharing.export("own-pace", Path(folder) / "sent.coach")
        assert file is not None
        setting.window.workshop.look_at_shared(file)


def offered_foreign(setting: Setting) -> None:
    """Look at what another app exported."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sent.json"
        file.write_text(json.dumps(WORKOUT), encoding="utf-8")
        setting.window.workshop.look_at_shared(file)


SHARE_STATES: dict[str, State] = {
    "share-offer": offered_own,
    "share-offer-foreign": offered_foreign,
}
