"""A routine on paper, to pin to the wall."""
