"""A case schema as a person writes it: columns, the headings and words that lead to each.

Plain values, in the order in which they were written; `CaseSchema` is what reading makes of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from foitrack.reading.schema import CaseSchema, FieldKind, SchemaProblemError
from foitrack.saying import say


@dataclass(frozen=True, slots=True)
class ValueDefinition:
    """A value of a column, and the other forms in which documents write it."""

    value: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FamilyDefinition:
    """A group of values, and the phrases that lead to it."""

    name: str
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldDefinition:
    """A column of the case data."""

    name: str
    kind: FieldKind
    headings: tuple[str, ...] = ()
    values: tuple[ValueDefinition, ...] = ()
    families: tuple[FamilyDefinition, ...] = ()
    patterns: tuple[tuple[str, str], ...] = ()
    """Regular expressions of written forms with a part that varies, and the value of each."""
    qualifiers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What a grouping leaves out ("temporary"), and how it is written before a value ("t/")."""


@dataclass(frozen=True, slots=True)
class SchemaDefinition:
    """A case schema as its writer sees it."""

    name: str
    title: str
    fields: tuple[FieldDefinition, ...] = ()
    automatic: bool = False
    """Whether a letter about the subject is read by it without being asked to."""
    subject: tuple[tuple[str, ...], ...] = ()
    """Groups of words: a letter about the subject has at least one of each."""
    counted: tuple[tuple[str, str], ...] = ()
    """Words in headings of figures, and what is then counted."""
    aside: tuple[str, ...] = ()
    """Words over a table or in its headings that show it to list something else."""

    bodies: tuple[str, ...] = ()
    """Words in the name or kind of the authorities whose own cases they are."""
    others: tuple[str, ...] = ()
    """Words for people whose cases they are not."""

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> SchemaDefinition:
        """A definition from its parsed TOML. Raises SchemaProblemError where it is none."""
        try:
            fields = tuple(_field(name, own) for name, own in data["fields"].items())
            return cls(
                name=_text(data["name"]),
                title=_text(data["title"]),
                fields=fields,
                automatic=bool(data.get("automatic", True)),
                subject=tuple(_texts(group) for group in data.get("subject", ())),
                counted=tuple((w, _text(what)) for w, what in data.get("counted", {}).items()),
                aside=_texts(data.get("aside", ())),
                bodies=_texts(data.get("bodies", ())),
                others=_texts(data.get("others", ())),
            )
        except KeyError as problem:
            raise SchemaProblemError(say("The case schema has no {0}.", problem)) from problem
        except (TypeError, ValueError, AttributeError) as problem:
            raise SchemaProblemError(
                say("The case schema cannot be read: {0}.", problem)
            ) from problem

    def as_mapping(self) -> dict[str, Any]:
        """The definition as its TOML parses."""
        data: dict[str, Any] = {"name": self.name, "title": self.title}
        data["automatic"] = self.automatic
        data["subject"] = [list(group) for group in self.subject]
        for name in ("aside", "bodies", "others"):
            if words := getattr(self, name):
                data[name] = list(words)
        data["counted"] = dict(self.counted)
        data["fields"] = {own.name: _as_mapping(own) for own in self.fields}
        return data

    def schema(self) -> CaseSchema:
        """What reading makes of it. Raises SchemaProblemError where it cannot."""
        return CaseSchema.from_mapping(self.as_mapping())

    def field_named(self, name: str) -> FieldDefinition | None:
        """The column of a name, or None."""
        return next((own for own in self.fields if own.name == name), None)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(say("{0} is not text", repr(value)))
    return value


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list | tuple):
        raise TypeError(say("{0} is not a list of texts", repr(values)))
    return tuple(_text(value) for value in values)


def _field(name: str, own: Mapping[str, Any]) -> FieldDefinition:
    return FieldDefinition(
        name=name,
        kind=FieldKind(own["kind"]),
        headings=_texts(own.get("headings", ())),
        values=tuple(ValueDefinition(v, _texts(a)) for v, a in own.get("values", {}).items()),
        families=tuple(FamilyDefinition(f, _texts(w)) for f, w in own.get("families", {}).items()),
        patterns=tuple((form, _text(v)) for form, v in own.get("patterns", {}).items()),
        qualifiers=tuple((q, _texts(w)) for q, w in own.get("qualifiers", {}).items()),
    )


def _as_mapping(own: FieldDefinition) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": own.kind.value, "headings": list(own.headings)}
    if own.values:
        data["values"] = {each.value: list(each.aliases) for each in own.values}
    if own.families:
        data["families"] = {each.name: list(each.phrases) for each in own.families}
    if own.patterns:
        data["patterns"] = dict(own.patterns)
    if own.qualifiers:
        data["qualifiers"] = {name: list(forms) for name, forms in own.qualifiers}
    return data
