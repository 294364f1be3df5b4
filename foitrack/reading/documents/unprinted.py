"""Warnings about what a file holds and does not print: perhaps not meant to be released."""

from __future__ import annotations

_OPEN = "open the file in a word processor to see it. It was not read as part of the text."


def deleted(passages: int, characters: int) -> str:
    """For text deleted with changes tracked."""
    found = "a deleted passage" if passages <= 1 else f"{passages} deleted passages"
    return (
        f"The file still holds {found} ({characters:,} characters, by tracked changes), perhaps "
        f"not meant to be released: {_OPEN}"
    )


def hidden(characters: int) -> str:
    """For text set not to be shown."""
    return (
        f"The file holds hidden text ({characters:,} characters), perhaps not meant to be "
        f"released: {_OPEN}"
    )


def pale(characters: int) -> str:
    """For text in the colour of what is behind it, or of next to no size."""
    return (
        f"The file holds text that cannot be seen ({characters:,} characters, in the colour of "
        "what is behind them or too small to be read), perhaps not meant to be released: "
        f"{_OPEN}"
    )


def comments(number: int) -> str:
    """For remarks in the margin."""
    found = "a comment" if number == 1 else f"{number} comments"
    return f"The file holds {found}, perhaps not meant to be released: {_OPEN}"


def macros() -> str:
    """For programs in the file."""
    return "The file holds macros (programs). They were not run and are not read."
