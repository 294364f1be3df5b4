"""Tables in text: each module knows one way in which a table is laid out."""
