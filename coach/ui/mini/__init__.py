"""The player in a small window at the edge of the desk."""
