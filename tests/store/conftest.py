from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from coach.core.body import Muscle
from coach.core.diary import Entry
from coach.core.relief import Cramp, Place
from coach.store.diary import SqliteDiary


class Reports(list[str]):
    """The sentences a person has been told."""


@pytest.fixture
def reports() -> Reports:
    return Reports()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "diary.sqlite3"


@pytest.fixture
def diary(path: Path, reports: Reports) -> Iterator[SqliteDiary]:
    diary = SqliteDiary(path, reports.append)
    yield diary
    diary.close()


def an_entry(title: str = "Calf stretch", *, minute: int = 0, hours_east: float = 2) -> Entry:
    zone = timezone(timedelta(hours=hours_east))
    started = datetime(2026, 3, 1, 22, minute, 5, 123456, tzinfo=zone)
    return Entry("calf-stretch", title, started, total=344, steps=5)


def a_cramp(minute: int = 0) -> Cramp:
    started = datetime(2026, 3, 1, 3, minute, 5, 250000, tzinfo=timezone(timedelta(hours=-5)))
    return Cramp(started, Muscle.CALF, Place.BED)


@contextmanager
def no_file_grows() -> Iterator[None]:
    """Every write that makes a file longer fails, as on a disk that gives up."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
