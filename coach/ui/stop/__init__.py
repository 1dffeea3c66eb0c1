"""STOP: the signs that need help, and whom to call."""
