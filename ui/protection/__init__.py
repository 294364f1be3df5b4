"""A case file with a passphrase, in the window."""
