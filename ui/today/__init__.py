"""Today: what needs doing, worst first."""
