"""The voice: a speaking process of its own, and the app's side of it."""
