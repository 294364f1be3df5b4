"""What marks a case file as one, and which format this program writes."""

APPLICATION_ID = 0x464F4954
"""“FOIT”, in the SQLite header: how a case file is told from any other database."""
FORMAT = 4
"""Raised with each migration; kept in `user_version`."""
