"""Deadlines: six weeks at a glance."""
