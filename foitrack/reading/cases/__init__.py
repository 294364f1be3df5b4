"""Tables as case rows, by a case schema: which of them list cases, and what each cell says."""
