"""Requests: the list, the detail pane and the form for a new one."""
