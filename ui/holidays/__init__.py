"""The bank holidays in use, and a newer list in their place."""
