"""Pictures of every screen and state: `python -m coach.ui.screens FOLDER`."""
