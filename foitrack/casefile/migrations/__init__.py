"""How a case file gets from one format to the next."""
