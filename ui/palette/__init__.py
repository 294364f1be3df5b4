"""Go to anything: one field over the actions, the pages and all that the case file holds."""
