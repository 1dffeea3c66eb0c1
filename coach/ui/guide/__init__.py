"""What explains the app: shortcuts, what it consists of, and why an exercise is done."""
