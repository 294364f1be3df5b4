"""Sentences for a person that another language can be put to where they are shown.

What the core says is English, on the command line, in JSON and in letters. The window may be in
another language: it is told the sentence as it was before the names and numbers were put in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Said(str):
    """A sentence in English, with what it was put together from."""

    __slots__ = ("template", "values")
    template: str
    """The English words, with "{0}", "{1}" where values stand."""
    values: tuple[str, ...]
    """What stands there: words as they are, or other sentences."""

    def __str__(self) -> str:
        # Else str() of an error would give the words alone.
        return self

    def __add__(self, other: str) -> Said:
        return say("{0}{1}", self, other)

    def __radd__(self, other: str) -> Said:
        return say("{0}{1}", other, self)

    def __reduce__(self) -> tuple[object, ...]:
        return say, (self.template, *self.values)


def say(template: str, *values: object) -> Said:
    """A sentence from its words and what they name; the words must stand here in the source, since
    they are looked for there when another language is written.
    """
    # Of an error or a path the words are kept, not the thing itself.
    named = tuple(str(value) for value in values)
    made = Said(template.format(*named) if named else template)
    made.template, made.values = template, named
    return made


def all_of(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "a, b and c"."""
    if len(names) < 2:
        return names[0] if names else ""
    return say("{0} and {1}", ", ".join(names[:-1]), names[-1])


def together(parts: Iterable[str], between: str = " ") -> Said:
    """Several sentences as one text."""
    values = tuple(parts)
    return say(between.join(f"{{{at}}}" for at in range(len(values))), *values)
