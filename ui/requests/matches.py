"""Which parts of a name a person's search matched, for highlighting."""

from __future__ import annotations

import html
import unicodedata

Part = tuple[str, bool]
"""Some of the text, and whether it matched."""


def _folded(text: str) -> str:
    """Lower case without accents, one character for each of `text`'s."""
    bare = (unicodedata.normalize("NFD", character)[:1] or character for character in text)
    return "".join(character.lower()[:1] or character for character in bare)


def marked(text: str, typed: str) -> tuple[Part, ...]:
    """Split a text into parts; those that a typed word begins a word with are marked."""
    folded = _folded(text)
    hits = [False] * len(text)
    for word in _folded(typed).split():
        _mark(folded, word, hits)
    parts: list[Part] = []
    for character, hit in zip(text, hits, strict=True):
        if parts and parts[-1][1] == hit:
            parts[-1] = (parts[-1][0] + character, hit)
        else:
            parts.append((character, hit))
    return tuple(parts)


def _mark(folded: str, word: str, hits: list[bool]) -> None:
    place = folded.find(word)
    while place >= 0:
        if place == 0 or not folded[place - 1].isalnum():
            hits[place : place + len(word)] = [True] * len(word)
        place = folded.find(word, place + 1)


def as_html(text: str, typed: str, colour: str) -> str:
    """The text as rich text, its matches bold and in `colour` ("#rrggbb")."""
    return "".join(
        f'<span style="color:{colour};font-weight:600">{html.escape(part)}</span>'
        if hit
        else html.escape(part)
        for part, hit in marked(text, typed)
    )
