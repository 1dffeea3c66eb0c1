"""The settings: everything a person may choose, in effect at once."""
