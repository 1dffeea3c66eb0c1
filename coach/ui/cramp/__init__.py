"""Cramp now: first help."""
