"""What goes out: the PDF summary and its charts."""
