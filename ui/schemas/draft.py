"""A case schema while it is being written: each change gives another definition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from foitrack.desk.case_queries import shown, stored
from foitrack.reading.schema import FieldKind, SchemaField, keyed
from foitrack.reading.schema_checks import NAMED_FOR_KIND
from foitrack.reading.schema_definition import (
    FamilyDefinition,
    FieldDefinition,
    SchemaDefinition,
    ValueDefinition,
)

translate = QCoreApplication.translate
BETWEEN = "; "
FAMILY = "_family"
GROUPED = (FieldKind.CATEGORY, FieldKind.CATEGORIES)


def kind_in_words(kind: FieldKind) -> str:
    """What a column holds, as people say it."""
    return {
        FieldKind.PERIOD: translate("Schemas", "When: a year, month or day"),
        FieldKind.CATEGORY: translate("Schemas", "One of a list of words"),
        FieldKind.CATEGORIES: translate("Schemas", "Several of a list of words"),
        FieldKind.TEXT: translate("Schemas", "Free text"),
        FieldKind.COUNT: translate("Schemas", "How many"),
    }[kind]


def kind_in_short(kind: FieldKind) -> str:
    """The same in one word, for a list."""
    return {
        FieldKind.PERIOD: translate("Schemas", "when"),
        FieldKind.CATEGORY: translate("Schemas", "word"),
        FieldKind.CATEGORIES: translate("Schemas", "words"),
        FieldKind.TEXT: translate("Schemas", "text"),
        FieldKind.COUNT: translate("Schemas", "number"),
    }[kind]


def column_name(name: str) -> str:
    """A column's name as people read it."""
    return name.replace("_", " ").replace("-", " ").capitalize()


def stored_name(typed: str) -> str:
    """A column's name as kept, from what a person typed."""
    return "_".join(typed.lower().replace("-", " ").split())


def listed(text: str) -> tuple[str, ...]:
    """Forms typed one after the other, with semicolons or on lines of their own."""
    parts = [" ".join(part.split()) for part in text.replace("\n", ";").split(";")]
    return tuple(dict.fromkeys(part for part in parts if part))


def in_one(forms: Sequence[str]) -> str:
    """Forms in one line."""
    return BETWEEN.join(forms)


def with_field(definition: SchemaDefinition, index: int, own: FieldDefinition) -> SchemaDefinition:
    """Another column in a column's place."""
    fields = definition.fields
    return replace(definition, fields=(*fields[:index], own, *fields[index + 1 :]))


def with_kind(own: FieldDefinition, kind: FieldKind) -> FieldDefinition:
    """A column of another kind: when and how many have names of their own."""
    name = NAMED_FOR_KIND.get(kind, own.name)
    if kind not in NAMED_FOR_KIND and own.name in NAMED_FOR_KIND.values():
        name = f"{own.name}_text"
    kept = own.values if kind in GROUPED else ()
    families = own.families if kind is FieldKind.CATEGORY else ()
    return replace(own, kind=kind, name=name, values=kept, families=families)


def added(definition: SchemaDefinition, heading: str = "") -> SchemaDefinition:
    """One more column, for a heading where one is named."""
    taken = {own.name for own in definition.fields}
    base = stored_name(heading)[:40] or "column"
    base = base if base[0].isalpha() else f"column_{base}"
    name, number = base, 2
    while name in taken or name in ("year", "authority", "source", "count", "period"):
        name, number = f"{base}_{number}", number + 1
    headings = (keyed(heading),) if heading.strip() else ()
    own = FieldDefinition(name, FieldKind.TEXT, headings)
    return replace(definition, fields=(*definition.fields, own))


def without(definition: SchemaDefinition, index: int) -> SchemaDefinition:
    """A column less."""
    fields = definition.fields
    return replace(definition, fields=(*fields[:index], *fields[index + 1 :]))


def moved(definition: SchemaDefinition, index: int, by: int) -> SchemaDefinition:
    """A column further up or down."""
    to = index + by
    if not 0 <= to < len(definition.fields):
        return definition
    fields = list(definition.fields)
    fields.insert(to, fields.pop(index))
    return replace(definition, fields=tuple(fields))


def with_value(own: FieldDefinition, index: int, value: ValueDefinition) -> FieldDefinition:
    """Another value in a value's place; one more where the place is past the end."""
    values = (*own.values[:index], value, *own.values[index + 1 :])
    return replace(own, values=values)


def renamed(value: ValueDefinition, name: str) -> ValueDefinition:
    """A value under another name; documents still write the one it had."""
    kept = [form for form in value.aliases if keyed(form) != keyed(name)]
    if keyed(value.value) not in [keyed(form) for form in (name, *kept)]:
        kept.append(value.value)
    return ValueDefinition(name, tuple(kept))


def without_value(own: FieldDefinition, index: int) -> FieldDefinition:
    """A value less."""
    return replace(own, values=(*own.values[:index], *own.values[index + 1 :]))


def same_as(own: FieldDefinition, printed: str, value: str) -> FieldDefinition:
    """A written form of a value, added to it; the value itself, where it is new."""
    for index, each in enumerate(own.values):
        if each.value == value:
            if keyed(printed) in (keyed(form) for form in (each.value, *each.aliases)):
                return own
            return with_value(own, index, replace(each, aliases=(*each.aliases, printed)))
    aliases = () if keyed(printed) == keyed(value) else (printed,)
    return replace(own, values=(*own.values, ValueDefinition(value, aliases)))


def group_of(own: SchemaField | None, value: str) -> str:
    """The group that a value falls under, as people read it; empty where there is none."""
    if own is None or not own.families:
        return ""
    return shown(FAMILY, own.family(value) or "other")


def with_group(own: FieldDefinition, value: str, group: str) -> FieldDefinition:
    """A value under a group, which is made where there is none; it is tried before the others.

    An empty group takes the value out of the group it was named in.
    """
    name, phrase = stored(FAMILY, " ".join(group.split())), keyed(value)
    families = [
        replace(each, phrases=tuple(p for p in each.phrases if keyed(p) != phrase))
        for each in own.families
    ]
    if name:
        at = next((n for n, each in enumerate(families) if each.name == name), None)
        chosen = families.pop(at) if at is not None else FamilyDefinition(name)
        widened = replace(chosen, phrases=(*chosen.phrases, phrase))
        families.insert(at if at is not None else len(families), widened)
        first = next((e.name for e in families if _leads(e, phrase)), name)
        if first != name:
            # Another group's phrase would take the value first.
            families.remove(widened)
            families.insert(0, widened)
    return replace(own, families=tuple(each for each in families if each.phrases))


def _leads(family: FamilyDefinition, value: str) -> bool:
    return any(f" {keyed(phrase)}" in f" {value} " for phrase in family.phrases)


def first_of_words(own: SchemaDefinition | None) -> int:
    """The place of the first column of words, which has the most to look at; else the first."""
    fields = own.fields if own is not None else ()
    return next((at for at, each in enumerate(fields) if each.kind in GROUPED), 0)
