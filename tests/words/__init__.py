"""Collects the texts for translators: `make words`."""
