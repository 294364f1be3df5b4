"""What the campaigner keeps: the case file."""
