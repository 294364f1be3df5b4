"""What is wrong with a case schema that a person wrote, in words that say how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from foitrack.reading.schema import FieldKind, SchemaProblemError, keyed
from foitrack.reading.schema_definition import FieldDefinition, SchemaDefinition
from foitrack.saying import say

LONGEST_NAME = 60
LONGEST_PATTERN = 200
_ENDLESS = re.compile(r"\((?:[^()\\]|\\.)*(?:[+*]|\{\d+,)(?:[^()\\]|\\.)*\)\s*(?:[+*]|\{\d+,)")
"""A repetition of a repetition, by which a pattern from someone else could hang the window."""
RESERVED = frozenset({"year", "authority", "source", "place", "id", "checked", "flags", "printed"})
"""Names that the case data has for itself."""
NAMED_FOR_KIND = {FieldKind.PERIOD: "period", FieldKind.COUNT: "count"}
DESCRIBES = (FieldKind.CATEGORY, FieldKind.CATEGORIES, FieldKind.TEXT)
_NAME = re.compile(r"[^\W\d][\w -]*")
_SCHEMA_NAME = re.compile(r"\w[\w -]*")


def check(definition: SchemaDefinition) -> None:
    """SchemaProblemError with the first problem; nothing where there is none."""
    problem = next(iter(problems(definition)), None)
    if problem is not None:
        raise SchemaProblemError(problem)


def problems(definition: SchemaDefinition) -> Iterator[str]:
    """Each thing that is wrong, in the order in which a person meets it."""
    if not definition.title.strip():
        yield say("Give the schema a title.")
    if not _SCHEMA_NAME.fullmatch(definition.name) or len(definition.name) > 100:
        yield say("The schema's name may have letters, digits, spaces and hyphens only.")
    if not definition.fields:
        yield say("A schema needs at least one column.")
    elif not any(own.kind in DESCRIBES for own in definition.fields):
        yield say("A schema needs a column that says who or what: a category, a list or a text.")
    if definition.automatic and not any(definition.subject):
        yield say("Only a schema with words for its subject can be chosen automatically.")
    yield from _of_names(definition)
    yield from _of_headings(definition)
    for own in definition.fields:
        yield from _of_field(own)


def _of_names(definition: SchemaDefinition) -> Iterator[str]:
    for name in _twice(own.name for own in definition.fields):
        yield say("Two columns are called “{0}”. Give each a name of its own.", name)
    for kind, name in NAMED_FOR_KIND.items():
        if sum(own.kind is kind for own in definition.fields) > 1:
            yield say("Only one column can be a {0}. Make the others a category or a text.", name)
    for own in definition.fields:
        wanted = NAMED_FOR_KIND.get(own.kind)
        if wanted and own.name != wanted:
            yield say("The column “{0}” holds a {1}, so it must be called “{1}”.", own.name, wanted)
        elif not wanted and (
            own.name in RESERVED
            or own.name in NAMED_FOR_KIND.values()
            or own.name.endswith("_family")
        ):
            yield say("“{0}” is a name that Case data keeps for itself. Choose another.", own.name)
        elif not _NAME.fullmatch(own.name) or len(own.name) > LONGEST_NAME:
            yield say(
                "“{0}” cannot be a column's name: begin with a letter, and be short.", own.name
            )


def _of_headings(definition: SchemaDefinition) -> Iterator[str]:
    owner: dict[str, str] = {}
    for own in definition.fields:
        for heading in own.headings:
            if not heading.strip():
                yield say("The column “{0}” has an empty heading. Take it out.", own.name)
            elif owner.setdefault(keyed(heading), own.name) != own.name:
                yield (
                    say(
                        "The heading “{0}” leads to both “{1}” and “{2}”. Take it out of one.",
                        heading,
                        owner[keyed(heading)],
                        own.name,
                    )
                )


def _of_field(own: FieldDefinition) -> Iterator[str]:
    yield from _of_values(own)
    for value in _twice(each.name for each in own.families):
        yield say("Two groups of “{0}” are called “{1}”.", own.name, value)
    for family in own.families:
        if not family.name.strip() or not all(phrase.strip() for phrase in family.phrases):
            yield say("A group of “{0}” has no name or an empty phrase.", own.name)
    for form, value in own.patterns:
        if len(form) > LONGEST_PATTERN or _ENDLESS.search(form):
            yield say(
                "The pattern “{0}” of “{1}” could take for ever. Make it simpler.",
                form[:60],
                own.name,
            )
            continue
        try:
            re.compile(form).sub(value, "")
        except (re.error, IndexError) as problem:
            yield say("The pattern “{0}” of “{1}” cannot be used: {2}.", form, own.name, problem)


def _of_values(own: FieldDefinition) -> Iterator[str]:
    if own.values and own.kind not in (FieldKind.CATEGORY, FieldKind.CATEGORIES):
        yield say("“{0}” has a list of values, so it must be a category or a list.", own.name)
    for value in _twice(each.value for each in own.values):
        yield say("“{0}” has the value “{1}” twice. Keep one.", own.name, value)
    owner: dict[str, str] = {}
    for each in own.values:
        if not each.value.strip():
            yield say("A value of “{0}” is empty. Give it a word, or take it out.", own.name)
            continue
        for form in (each.value, *each.aliases):
            if not keyed(form):
                yield say("“{0}” has an empty written form. Take it out.", each.value)
            elif owner.setdefault(keyed(form), each.value) != each.value:
                yield (
                    say(
                        "“{0}” is written for both “{1}” and “{2}”. Take it out of one.",
                        form,
                        owner[keyed(form)],
                        each.value,
                    )
                )


def _twice(names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    found = []
    for name in names:
        if name in seen:
            found.append(name)
        seen.add(name)
    return found
