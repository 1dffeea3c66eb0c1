"""The figure, drawn and moving."""
