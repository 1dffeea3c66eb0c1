"""Cramp Coach: short timed routines for legs that cramp."""

from __future__ import annotations

__version__ = "0.1.0"
