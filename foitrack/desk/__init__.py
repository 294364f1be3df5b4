"""What the campaigner does: the only writers of a case file."""
