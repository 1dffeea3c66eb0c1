"""Editing a routine or an exercise as plain values, with undo; nothing here is checked."""
