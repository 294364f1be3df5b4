"""One migration a format."""
