"""Columns and words: the case schemas, written in the window."""
