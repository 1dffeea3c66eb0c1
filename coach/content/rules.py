"""What checks the files, in parts that can be brought into memory one by one."""

from __future__ import annotations

from typing import Final

PARTS: Final = (
    "importlib.metadata",
    "pydantic_core",
    "pydantic",
    "pydantic.functional_validators",
    "pydantic.main",
    "pydantic.types",
    "coach.content.fields",
    "coach.content.schema",
)
"""Names of modules, each after those it needs: none takes much longer than a frame, all of them
together 0.1 s."""
