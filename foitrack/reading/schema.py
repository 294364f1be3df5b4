"""Case schemas: which columns a campaign's case data has, and what leads to each.

A schema is data (a TOML in `resources/schemas/`); this module gives it a shape and applies its
vocabulary to what a cell prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from foitrack.reading.prose import fold, lowered
from foitrack.saying import say

_SHORT = 80
"""Printed values up to this long are kept with their keys."""


class SchemaProblemError(ValueError):
    """A schema's own mistake, said so that its writer can mend it."""


class FieldKind(StrEnum):
    """What a field holds."""

    PERIOD = "period"
    CATEGORY = "category"
    CATEGORIES = "categories"
    TEXT = "text"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class SchemaField:
    """A column of the case data."""

    name: str
    kind: FieldKind
    headings: tuple[str, ...]
    """Phrases that lead a printed heading to this field, best first."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Printed form (folded, lower case) to normal value."""
    patterns: tuple[tuple[re.Pattern[str], str], ...] = ()
    """Printed forms with a part that varies, and their normal value as a template."""
    families: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Family name and the phrases that lead to it, in the order in which they are tried."""
    qualifiers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What may stand before a value and is left out of its group, and how it is printed."""
    learned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Printed forms (keyed) that a person explained, and their normal values; they go first."""

    def told(self, printed: str) -> tuple[str, ...] | None:
        """The normal values that a person said a cell has; None where nobody said anything."""
        return self.learned.get(keyed(printed)) if self.learned else None

    def normal(self, printed: str) -> str | None:
        """The normal value of a cell, or None where the vocabulary does not have it."""
        key = keyed(printed)
        if len(said := self.learned.get(key, ())) == 1:
            return said[0]
        if key in self.values:
            return self.values[key]
        if self.patterns:
            plain = " ".join(fold(printed).split()).strip(" .,:;")
            for pattern, template in self.patterns:
                if found := pattern.fullmatch(plain):
                    return found.expand(template)
        return None

    def family(self, printed: str) -> str | None:
        """The family that a value belongs to: the first of which a phrase occurs in it."""
        key = f" {keyed(printed)} "
        for name, phrases in self.families:
            if any(f" {phrase}" in key for phrase in phrases):
                return name
        return None

    def within(self, text: str) -> tuple[str, ...]:
        """The normal values named in a text, each once, longest names first taken."""
        rest = f" {keyed(text)} "
        found: list[tuple[int, int, str]] = []
        for alias, values in self._by_alias():
            if alias not in rest:
                continue
            for met in re.finditer(rf"(?<=\W){re.escape(alias)}(?=\W)", rest):
                found += [(met.start(), n, value) for n, value in enumerate(values)]
                rest = rest[: met.start()] + "\0" * len(alias) + rest[met.end() :]
        return tuple(dict.fromkeys(value for _, _, value in sorted(found)))

    def _by_alias(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every printed form with its values, the longest first."""
        known = {alias: (value,) for alias, value in self.values.items()} | dict(self.learned)
        return sorted(known.items(), key=lambda one: len(one[0]), reverse=True)


@dataclass(frozen=True, slots=True)
class CaseSchema:
    """A campaign's case data: its fields, and when it fits a document of itself."""

    name: str
    title: str
    fields: tuple[SchemaField, ...]
    automatic: bool = True
    """Whether it may be chosen without being asked for."""
    subject: tuple[tuple[str, ...], ...] = ()
    """Groups of words: a document about the subject has at least one of each."""
    counted: Mapping[str, str] = field(default_factory=dict)
    """Words in headings of figures, and what is then counted ("officers", "allegations")."""
    aside: tuple[str, ...] = ()
    """Words over a table or in its headings that show it to list something else."""
    bodies: tuple[str, ...] = ()
    """Words in the name or kind of the authorities whose own cases they are; none: of any."""
    others: tuple[str, ...] = ()
    """Words for people whose cases they are not."""
    data: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What it was made from, as its TOML parses: where a person begins who changes it."""

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> CaseSchema:
        """A schema from its parsed TOML. Raises SchemaProblemError where it is not one."""
        try:
            return cls(
                name=data["name"],
                title=data["title"],
                fields=tuple(_field(name, own) for name, own in data["fields"].items()),
                automatic=data.get("automatic", True),
                subject=tuple(tuple(group) for group in data.get("subject", ())),
                counted=dict(data.get("counted", {})),
                aside=tuple(keyed(word) for word in data.get("aside", ())),
                bodies=tuple(keyed(word) for word in data.get("bodies", ())),
                others=tuple(keyed(word) for word in data.get("others", ())),
                data=data,
            )
        except (KeyError, TypeError, ValueError, AttributeError, re.error) as problem:
            raise SchemaProblemError(
                say("The case schema cannot be used: {0}", problem)
            ) from problem

    def field_named(self, name: str) -> SchemaField | None:
        """The field of a name, or None."""
        return next((own for own in self.fields if own.name == name), None)

    def with_terms(self, terms: Mapping[str, Mapping[str, tuple[str, ...]]]) -> CaseSchema:
        """The schema with what people said of printed values: field, printed form, values."""
        if not any(terms.values()):
            return self
        return replace(
            self,
            fields=tuple(
                replace(own, learned={keyed(said): v for said, v in terms[own.name].items()})
                if terms.get(own.name)
                else own
                for own in self.fields
            ),
        )

    def of_kind(self, *kinds: FieldKind) -> Iterator[SchemaField]:
        """The fields of these kinds, in the schema's order."""
        return (own for own in self.fields if own.kind in kinds)

    def is_of(self, *names: str) -> bool:
        """Whether cases may be those of an authority, by its name and kind."""
        low = " ".join(map(lowered, names))
        return not self.bodies or any(word in low for word in self.bodies)

    def about(self, *texts: str) -> bool:
        """Whether texts, taken together, speak of the schema's subject."""
        low = "\n".join(map(lowered, texts))
        return all(any(_says(word, low, texts) for word in group) for group in self.subject)


def _says(word: str, low: str, texts: Iterable[str]) -> bool:
    """Whether texts have a word; `low` is what `lowered` makes of them."""
    return word in low if word.isascii() else any(word in text.lower() for text in texts)


def keyed(printed: str) -> str:
    """A printed value as vocabularies are compared: folded, lower case, without edge marks."""
    return _kept_key(printed) if len(printed) <= _SHORT else _key(printed)


@lru_cache(maxsize=4096)
def _kept_key(printed: str) -> str:
    """The same, kept: each cell is compared with many vocabularies."""
    return _key(printed)


def _key(printed: str) -> str:
    text = re.sub(r"\s+", " ", fold(printed)).strip(" .,:;*'\"").lower()
    return re.sub(r"\s*-\s*", " - ", text) if " -" in text or "- " in text else text


def _field(name: str, own: Mapping[str, Any]) -> SchemaField:
    values: dict[str, str] = {}
    for value, aliases in own.get("values", {}).items():
        for alias in (value, *aliases):
            values[keyed(alias)] = value
    return SchemaField(
        name=name,
        kind=FieldKind(own["kind"]),
        # As headings are compared; not `keyed`, which would take the stop from "no.".
        headings=tuple(" ".join(fold(h).lower().split()) for h in own.get("headings", ())),
        values=values,
        patterns=tuple(
            (re.compile(p, re.IGNORECASE), value) for p, value in own.get("patterns", {}).items()
        ),
        families=tuple(
            (family, tuple(keyed(w) for w in words))
            for family, words in own.get("families", {}).items()
        ),
        qualifiers=tuple((name, tuple(forms)) for name, forms in own.get("qualifiers", {}).items()),
    )
