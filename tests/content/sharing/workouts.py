"""Workouts as other apps export them."""

from __future__ import annotations

from typing import Any


def workout(title: str, *sets: dict[str, Any]) -> dict[str, Any]:
    return {"title": title, "sets": list(sets), "version": 2, "position": 0}


def of(*works: tuple[str, int], times: int = 1, **other: object) -> dict[str, Any]:
    exercises = [{"name": name, "id": "x", "duration": seconds} for name, seconds in works]
    return {"repetitions": times, "id": "y", "exercises": exercises, **other}


def feeel(*exercises: dict[str, Any], **usual: object) -> dict[str, Any]:
    """A workout in the form that its source writes."""
    head = {
        "id": 7,
        "type": 1,
        "title": "Legs",
        "category": 0,
        "countdownDuration": 5,
        "exerciseDuration": 30,
        "breakDuration": 10,
        "lastUsed": None,
    }
    listed = [
        {"workoutId": 7, "orderPosition": n, "exerciseDuration": None, "breakDuration": None, **one}
        for n, one in enumerate(exercises)
    ]
    whole = {"workout": {**head, **usual}, "workoutExercises": listed}
    date = "2022-11-04T00:00:00.000Z"
    return {"feeelMetadataVersion": 10, "exerciseDbImport": date, "fullWorkout": whole}
