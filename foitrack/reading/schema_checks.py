"""What is wrong with a case schema that a person wrote, in words that say how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from foitrack.reading.schema import FieldKind, SchemaProblemError, keyed
from foitrack.reading.schema_definition import FieldDefinition, SchemaDefinition

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
        yield "Give the schema a title."
    if not _SCHEMA_NAME.fullmatch(definition.name) or len(definition.name) > 100:
        yield "The schema's name may have letters, digits, spaces and hyphens only."
    if not definition.fields:
        yield "A schema needs at least one column."
    elif not any(own.kind in DESCRIBES for own in definition.fields):
        yield "A schema needs a column that says who or what: a category, a list or a text."
    if definition.automatic and not any(definition.subject):
        yield "Only a schema with words for its subject can be chosen automatically."
    yield from _of_names(definition)
    yield from _of_headings(definition)
    for own in definition.fields:
        yield from _of_field(own)


def _of_names(definition: SchemaDefinition) -> Iterator[str]:
    for name in _twice(own.name for own in definition.fields):
        yield f"Two columns are called “{name}”. Give each a name of its own."
    for kind, name in NAMED_FOR_KIND.items():
        if sum(own.kind is kind for own in definition.fields) > 1:
            yield f"Only one column can be a {name}. Make the others a category or a text."
    for own in definition.fields:
        wanted = NAMED_FOR_KIND.get(own.kind)
        if wanted and own.name != wanted:
            yield f"The column “{own.name}” holds a {wanted}, so it must be called “{wanted}”."
        elif not wanted and (
            own.name in RESERVED
            or own.name in NAMED_FOR_KIND.values()
            or own.name.endswith("_family")
        ):
            yield f"“{own.name}” is a name that Case data keeps for itself. Choose another."
        elif not _NAME.fullmatch(own.name) or len(own.name) > LONGEST_NAME:
            yield f"“{own.name}” cannot be a column's name: begin with a letter, and be short."


def _of_headings(definition: SchemaDefinition) -> Iterator[str]:
    owner: dict[str, str] = {}
    for own in definition.fields:
        for heading in own.headings:
            if not heading.strip():
                yield f"The column “{own.name}” has an empty heading. Take it out."
            elif owner.setdefault(keyed(heading), own.name) != own.name:
                yield (
                    f"The heading “{heading}” leads to both “{owner[keyed(heading)]}” and "
                    f"“{own.name}”. Take it out of one."
                )


def _of_field(own: FieldDefinition) -> Iterator[str]:
    yield from _of_values(own)
    for value in _twice(each.name for each in own.families):
        yield f"Two groups of “{own.name}” are called “{value}”."
    for family in own.families:
        if not family.name.strip() or not all(phrase.strip() for phrase in family.phrases):
            yield f"A group of “{own.name}” has no name or an empty phrase."
    for form, value in own.patterns:
        if len(form) > LONGEST_PATTERN or _ENDLESS.search(form):
            yield f"The pattern “{form[:60]}” of “{own.name}” could take for ever. Make it simpler."
            continue
        try:
            re.compile(form).sub(value, "")
        except (re.error, IndexError) as problem:
            yield f"The pattern “{form}” of “{own.name}” cannot be used: {problem}."


def _of_values(own: FieldDefinition) -> Iterator[str]:
    if own.values and own.kind not in (FieldKind.CATEGORY, FieldKind.CATEGORIES):
        yield f"“{own.name}” has a list of values, so it must be a category or a list."
    for value in _twice(each.value for each in own.values):
        yield f"“{own.name}” has the value “{value}” twice. Keep one."
    owner: dict[str, str] = {}
    for each in own.values:
        if not each.value.strip():
            yield f"A value of “{own.name}” is empty. Give it a word, or take it out."
            continue
        for form in (each.value, *each.aliases):
            if not keyed(form):
                yield f"“{each.value}” has an empty written form. Take it out."
            elif owner.setdefault(keyed(form), each.value) != each.value:
                yield (
                    f"“{form}” is written for both “{owner[keyed(form)]}” and “{each.value}”. "
                    "Take it out of one."
                )


def _twice(names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    found = []
    for name in names:
        if name in seen:
            found.append(name)
        seen.add(name)
    return found
