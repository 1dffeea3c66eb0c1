"""The player: a routine being done, and what was done of it."""
