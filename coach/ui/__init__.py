"""Qt Widgets, one folder a screen."""
