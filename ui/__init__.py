"""The window. It calls desk, reporting and reading; never a session, never SQL."""
