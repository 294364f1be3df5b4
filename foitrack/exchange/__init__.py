"""Other systems' formats, and our own for other systems: one module each, to plain records."""
