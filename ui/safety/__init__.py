"""The case file's health in the window: backups, restoring, checking, and who has it open."""
