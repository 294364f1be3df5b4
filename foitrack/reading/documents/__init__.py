"""One reader for each format: bytes become pages, text, tables and attachments."""
