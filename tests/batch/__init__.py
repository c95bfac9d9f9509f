"""An archive at a time."""
