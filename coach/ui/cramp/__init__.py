"""Cramp now: relief at one click."""
