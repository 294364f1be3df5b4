"""What the statutes say: pure functions over dates and text."""
