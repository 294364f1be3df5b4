"""What authorities send: a document becomes a proposed response."""
