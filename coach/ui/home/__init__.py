"""Home: the routines one can choose from."""
