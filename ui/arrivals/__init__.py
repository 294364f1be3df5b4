"""What came in: files kept and not recorded yet."""
