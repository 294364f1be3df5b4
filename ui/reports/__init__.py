"""Reports: the PDF summary, previewed."""
