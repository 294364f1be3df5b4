"""The fields of a response: each module finds one thing in the text, with its place and why."""
