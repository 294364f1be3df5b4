"""The authorities: who they are, which law binds them, and how they did."""
