"""Controllers between the core and everything that is seen, heard or kept. QtCore only."""
