"""The editor: routines and exercises of one's own."""
