"""Measures what the app promises, each figure beside its bar. Run by `make bench`."""
