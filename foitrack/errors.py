"""The errors that a person can act on, as against bugs."""


class PlainError(Exception):
    """What happened, that nothing was lost, and what to do, in plain words.

    Whoever stands at the edge (the command line, the window) shows the message as it is; any
    other exception is a bug and shows as such.
    """
