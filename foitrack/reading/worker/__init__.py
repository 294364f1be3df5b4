"""Child processes that read documents under limits: what runs in them, and what starts them."""
