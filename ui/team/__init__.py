"""Working at a case file that others work at too: a server, and what they change meanwhile."""
