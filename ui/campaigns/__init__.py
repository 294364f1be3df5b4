"""A campaign: who was asked, what each answered, and what to do about it."""
