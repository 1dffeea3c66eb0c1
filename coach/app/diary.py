"""The one diary the app keeps."""

from __future__ import annotations

from typing import Protocol

from coach.app.cramp_diary import CrampDiary
from coach.app.recorder import Diary


class AppDiary(Diary, CrampDiary, Protocol):
    """Of routines and of cramps."""
