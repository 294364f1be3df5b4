"""The commands that need a window: open, screenshot."""
