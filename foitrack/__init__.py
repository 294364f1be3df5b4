"""FOI Track: freedom of information requests, their clocks, and what came back."""

__version__ = "0.1.0"
