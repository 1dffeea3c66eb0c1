"""Files in, files out: exercises, routines, settings. No Qt."""
