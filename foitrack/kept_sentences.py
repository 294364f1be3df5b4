"""Sentences that were kept as English text: their parts found again, by the words around them.

What is kept must be read by anybody, in any language and by earlier programs, so it is English.
The window says it in its own language all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from string import Formatter

from foitrack.saying import say

LONGEST = 2_000
"""Characters of a sentence that is looked into: a letter could make one that takes for ever."""


@dataclass(frozen=True)
class Place:
    """Where a value stands: what it may look like. It stays as it is."""

    pattern: str

    def found(self, text: str) -> str:
        """The value."""
        return text


NAME = Place(".*?")
"""Whatever somebody called something."""
FIGURE = Place(r"\d[\d,]*")
"""A number as it is printed."""


@dataclass(frozen=True)
class Sentences:
    """What can be said, with what each place holds: the more particular sentences first."""

    known: Mapping[str, tuple[Place | Sentences, ...]]
    or_a_name: bool = False
    """Whether something else may stand there, which is a name then."""

    @cached_property
    def pattern(self) -> str:
        """What any of them looks like, put together for use within another."""
        if self.or_a_name:
            return NAME.pattern
        every = (_pattern(template, places, "(?:") for template, places in self.known.items())
        return f"(?:{'|'.join(every)})"

    @cached_property
    def _looks(self) -> Mapping[str, re.Pattern[str]]:
        return {
            template: re.compile(_pattern(template, places, "("), re.S)
            for template, places in self.known.items()
        }

    def found(self, text: str) -> str:
        """The sentence with its parts; the text as it is where it is none of them, or too long.

        In English it is the same, letter for letter, whatever the names in it are.
        """
        if len(text) > LONGEST:
            return text
        for template, look in self._looks.items():
            met = look.fullmatch(text)
            if met is not None:
                held = zip(self.known[template], met.groups(), strict=True)
                return say(template, *(place.found(value) for place, value in held))
        return text


def _pattern(template: str, places: tuple[Place | Sentences, ...], opens: str) -> str:
    """The look of a sentence; its values stand in their order, each once."""
    at, parts = iter(places), []
    for words, field, _, _ in Formatter().parse(template):
        parts.append(re.escape(words))
        if field is not None:
            parts.append(f"{opens}{next(at).pattern})")
    return "".join(parts)
