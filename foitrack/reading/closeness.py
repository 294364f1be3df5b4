"""Which values a printed form may stand for: by what qualifies it, by its parts, by its letters.

A proposal only: a person says which it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from foitrack.reading.cases.cells import times
from foitrack.reading.schema import FieldKind, SchemaField, keyed
from foitrack.saying import all_of, say

ALIKE = 0.78
"""How much of two forms must be the same letters in the same order to be proposed as one."""
MOST = 3
LONGEST = 80
"""Characters: a longer cell is a sentence, which is like nothing by its letters."""
SHORTEST = 5
"""Characters: of shorter forms, one letter makes another rank."""
_PARTS = re.compile(r"\s*(?:,|/|;|&|\+|\n|\band\b|\bplus\b)\s*")
_ENDING = re.compile(r"(?:'s|s'|s|\(s\)|\s?\d{1,2})$")
"""Of many, or of one of several: "PCs", "PC1"."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a printed form may be: values of the column, and what the grouping leaves out."""

    values: tuple[str, ...]
    note: str = ""
    why: str = ""


def suggestions(printed: str, own: SchemaField) -> tuple[Suggestion, ...]:
    """The likeliest first; none where nothing is like it."""
    found: dict[tuple[str, ...], Suggestion] = {}
    for each in _all(printed, own):
        found.setdefault(each.values, each)
    return tuple(found.values())[:MOST]


def _all(printed: str, own: SchemaField) -> Iterator[Suggestion]:
    bare = times(printed)[0]
    rest, qualities = unqualified(bare, own)
    note = ", ".join(qualities)
    if value := _known(rest, own):
        is_one = say("“{0}” is {1}, {2}", printed, value, note)
        yield Suggestion((value,), note, is_one if note else say("“{0}” is {1}", printed, value))
        return
    yield from _of_parts(rest, note, own)
    yield from _shortened(rest, note, own)
    yield from _inside(rest, note, own)
    yield from _alike(rest, note, own)


def unqualified(printed: str, own: SchemaField) -> tuple[str, tuple[str, ...]]:
    """A form without what qualifies it ("T/DCI" is "dci" and temporary), as far as is known."""
    rest, found = keyed(printed), []
    forms = [(form.lower(), name) for name, written in own.qualifiers for form in written]
    forms.sort(key=lambda one: len(one[0]), reverse=True)
    taken = True
    while taken and rest not in own.values:
        taken = False
        for form, name in forms:
            shorter = _without(rest, form)
            if shorter and shorter != rest:
                rest, taken = shorter, True
                found.append(name)
                break
    return rest, tuple(dict.fromkeys(found))


def _without(text: str, form: str) -> str:
    """The text without a qualifier at its beginning, at its end, or in brackets."""
    glued = not form[-1].isalnum()
    if text.startswith(form) and (glued or text[len(form) : len(form) + 1] in (" ", "-", "/")):
        return text[len(form) :].strip(" -/,")
    bare = form.strip("/-().")
    for end in (f" ({bare})", f" - {bare}", f", {bare}", f" {bare}", f" {form}"):
        if text.endswith(end):
            return text[: -len(end)].strip(" -/,")
    return text


def _known(text: str, own: SchemaField) -> str | None:
    return own.normal(text) or own.normal(_ENDING.sub("", text))


def _of_parts(text: str, note: str, own: SchemaField) -> Iterator[Suggestion]:
    """Each part a value of its own: several where the column may hold several."""
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) < 2:
        return
    known = [value for part in parts if (value := _known(part, own) or _nearest(part, own))]
    values = tuple(dict.fromkeys(known))
    if not values:
        return
    if own.kind is FieldKind.CATEGORIES:
        if len(known) == len(parts):
            yield Suggestion(values, note, say("names {0}", all_of(values)))
    else:
        for value in values:
            yield Suggestion((value,), note, say("names {0}", value))


def _inside(text: str, note: str, own: SchemaField) -> Iterator[Suggestion]:
    values = own.within(text)
    if not values or len(text) > LONGEST:
        return
    if own.kind is FieldKind.CATEGORIES and len(_PARTS.split(text)) > len(values):
        # One of several named: to take it for the whole would lose the rest.
        return
    if own.kind is FieldKind.CATEGORIES:
        yield Suggestion(values, note, say("has the words {0}", ", ".join(values)))
    else:
        for value in values:
            yield Suggestion((value,), note, say("has the word {0}", value))


def _nearest(part: str, own: SchemaField) -> str | None:
    return next((each.values[0] for each in _alike(part, "", own)), None)


def _shortened(text: str, note: str, own: SchemaField) -> Iterator[Suggestion]:
    """Words cut short ("Fnl wrtn wrng"), or their first letters alone ("FWW")."""
    words = re.findall(r"\w+", text)
    for form, value in own.values.items():
        whole = re.findall(r"\w+", form)
        initials = len(whole) > 1 and words == ["".join(word[0] for word in whole)]
        if initials or (len(words) == len(whole) > 1 and all(map(_cut, words, whole))):
            yield Suggestion((value,), note, say("is short for “{0}”", form))


def _cut(short: str, word: str) -> bool:
    """Whether a word's letters stand in another in their order, from the same first letter."""
    rest = iter(word)
    return short[0] == word[0] and all(letter in rest for letter in short)


def _alike(text: str, note: str, own: SchemaField) -> Iterator[Suggestion]:
    if not SHORTEST <= len(text) <= LONGEST:
        return
    scored = []
    for form, value in own.values.items():
        matcher = SequenceMatcher(None, text, form)
        if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
            scored.append((matcher.ratio(), form, value))
    for ratio, form, value in sorted(scored, key=lambda one: (-one[0], one[1])):
        if ratio >= ALIKE:
            yield Suggestion((value,), note, say("is written nearly like “{0}”", form))
