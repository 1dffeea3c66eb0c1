"""What the desktop offers: staying awake, folders, a look at the machine."""
