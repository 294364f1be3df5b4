"""Columns and words that were written and not saved: as text, and back on the next opening."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from foitrack.reading.schema import FieldKind
from foitrack.reading.schema_definition import (
    FamilyDefinition,
    FieldDefinition,
    SchemaDefinition,
    ValueDefinition,
)

FORMAT = 1
Uses = dict[str, dict[int, str | None]]
"""For each schema: which campaign used which when ticking began."""


@dataclass(frozen=True, slots=True)
class Begun:
    """All that is written on the page and not saved."""

    drafts: Mapping[str, SchemaDefinition] = field(default_factory=dict)
    users: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """The campaigns ticked."""
    seen: Mapping[str, SchemaDefinition | None] = field(default_factory=dict)
    """What each was when writing in it began; None where there was none."""
    uses: Uses = field(default_factory=dict)
    origins: Mapping[str, int] = field(default_factory=dict)
    """The letters whose tables they were begun from."""


def as_text(begun: Begun) -> str:
    """Empty where nothing is begun."""
    if not begun.drafts and not begun.users:
        return ""
    return json.dumps(
        {
            "format": FORMAT,
            "drafts": {name: asdict(one) for name, one in begun.drafts.items()},
            "users": {name: sorted(ids) for name, ids in begun.users.items()},
            "seen": {name: asdict(one) if one else None for name, one in begun.seen.items()},
            # As pairs: JSON knows no numbers as names.
            "uses": {name: sorted(each.items()) for name, each in begun.uses.items()},
            "origins": dict(begun.origins),
        }
    )


def restored(text: str) -> Begun:
    """What was begun; nothing where the text is of another version of the program."""
    try:
        if not text:
            return Begun()
        kept = json.loads(text)
        if kept["format"] != FORMAT:
            return Begun()
        return Begun(
            {name: _definition(one) for name, one in kept["drafts"].items()},
            {name: frozenset(map(int, ids)) for name, ids in kept["users"].items()},
            {name: _definition(one) if one else None for name, one in kept["seen"].items()},
            {name: {int(n): used for n, used in each} for name, each in kept["uses"].items()},
            {name: int(letter) for name, letter in kept.get("origins", {}).items()},
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return Begun()


def _definition(kept: dict[str, Any]) -> SchemaDefinition:
    plain = {name: _fixed(value) for name, value in kept.items() if name != "fields"}
    return SchemaDefinition(**plain, fields=tuple(map(_field, kept["fields"])))


def _field(kept: dict[str, Any]) -> FieldDefinition:
    values = tuple(ValueDefinition(one["value"], _fixed(one["aliases"])) for one in kept["values"])
    families = tuple(
        FamilyDefinition(one["name"], _fixed(one["phrases"])) for one in kept["families"]
    )
    apart = ("kind", "values", "families")
    plain = {name: _fixed(value) for name, value in kept.items() if name not in apart}
    return FieldDefinition(**plain, kind=FieldKind(kept["kind"]), values=values, families=families)


def _fixed(value: Any) -> Any:
    """Lists of JSON as the tuples they were."""
    return tuple(map(_fixed, value)) if isinstance(value, list) else value
