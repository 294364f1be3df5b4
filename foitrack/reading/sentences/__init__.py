"""Case rows from sentences: what a letter tells of cases in words."""
