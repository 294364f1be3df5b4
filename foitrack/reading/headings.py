"""Which fields of a case schema a table's printed headings lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from foitrack.later import later
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField, keyed

_TOGETHER = re.compile(r"\s*(?:/|&|\+|\band\b)\s*")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_IDENTIFIES = later(
    # What a pivot table counts by its references are numbers all the same.
    r"(?!(?:distinct )?count of )"
    r"(?:(?:.*\b)?(?:refs?|reference|id|identifier|urn|serial|row|collar|warrant)"
    r"(?: (?:no|number|num|id))?\.?|"
    r"(?:.*\b)?(?:case|complaint|allegation|incident|officer|item|record|file|log|investigation|"
    r"subject|misconduct|employee|person|hearing) (?:no|number|num|id|ref|#)\.?)"
)
"""A heading of what tells one line from another: "Case number", "Ref", "Complaint ID"."""
_SHARE = later(r"(?:.*\s)?[(\[]?(?:%|per ?cent(?:age)?|share|proportion|change)[)\]]?(?:\s.*)?|%.*")
_SAYS_OF = re.compile(r"\b(?:of|for|at|in|by|on|from|under|against|following|when|to)\b")
_GENERIC = frozenset(
    ["description", "details", "detail", "summary", "reason", "nature", "type", "category"]
)
"""Words that say how another is told, not what: an "Outcome summary" is an outcome."""
_NUMBER_OF = re.compile(r"(?:total )?(?:number|numbers|no\.?|nos\.?) of (?P<what>.+)|how many (.+)")


@dataclass(frozen=True, slots=True)
class _Met:
    start: int
    end: int
    phrase: str
    own: SchemaField

    @property
    def rank(self) -> int:
        """How good the phrase is for its field: the schema names the best first."""
        return self.own.headings.index(self.phrase)


def heading_fields(
    schema: CaseSchema, columns: Sequence[str]
) -> tuple[tuple[SchemaField, ...], ...]:
    """For each printed heading, the fields that it leads to; a field is led to only once.

    Where several headings lead to one category, that of the best phrase has it: "Rank" before
    "Officer or staff"; else the first.
    """
    led = [list(_of_heading(schema, column)) for column in columns]
    best: dict[str, tuple[int, int]] = {}
    for index, found in enumerate(led):
        for met in found:
            rank = met.rank if met.own.kind is FieldKind.CATEGORY else 0
            name = met.own.name
            best[name] = min(best.get(name, (rank, index)), (rank, index))
    return tuple(
        tuple({m.own.name: m.own for m in found if best[m.own.name][1] == index}.values())
        for index, found in enumerate(led)
    )


def is_exact(schema: CaseSchema, column: str, own: SchemaField) -> bool:
    """Whether a heading, or a part of it, is one of the field's phrases and nothing more."""
    text = _worded(schema, column)
    return any(part in own.headings for part in (text, *_TOGETHER.split(text)))


def identifies(column: str) -> bool:
    """Whether a heading stands over what only tells one line from another."""
    return _IDENTIFIES.fullmatch(keyed(column).replace("_", " ")) is not None


def is_share(column: str) -> bool:
    """Whether a heading stands over shares, or over how figures changed."""
    return _SHARE.fullmatch(keyed(column)) is not None


def _of_heading(schema: CaseSchema, column: str) -> Iterator[_Met]:
    text = _worded(schema, column)
    if identifies(text) and not any(text in own.headings for own in schema.fields):
        return
    for part in _parts(schema, text):
        met = _leading(schema, part)
        if met is not None and not (met.own.kind is FieldKind.COUNT and _of_others(schema, part)):
            yield met


def _worded(schema: CaseSchema, column: str) -> str:
    """A heading in words: those of a database ("date_recorded", "OfficerRank") parted."""
    if column.isalpha() and not any(own.normal(column) for own in schema.fields):
        column = _HUMP.sub(" ", column)
    text = " ".join(keyed(column.replace("_", " ")).split())
    return "number" if text in ("no", "nos") else text


def _parts(schema: CaseSchema, heading: str) -> list[str]:
    """A heading such as "Platform/Allegation" in its parts; one that is known whole is one."""
    parts = _TOGETHER.split(heading)
    if len(parts) > 1 and any(heading == phrase for f in schema.fields for phrase in f.headings):
        return [heading]
    return parts


def _leading(schema: CaseSchema, heading: str) -> _Met | None:
    """The phrase that a heading is about.

    A day or a number that stands first is it ("Year complaint received"); else the last noun
    before "of" and its like ("Allegation outcome", "Outcome of allegation"); else whatever
    stands first.
    """
    met = list(_phrases(schema, heading))
    if not met:
        return None
    first = min(met, key=lambda one: (one.start, -one.end))
    if first.start == 0 and first.own.kind in (FieldKind.PERIOD, FieldKind.COUNT):
        return first
    said_of = _SAYS_OF.search(heading)
    before = [one for one in met if said_of is None or one.start < said_of.start()]
    telling = [one for one in before if one.phrase not in _GENERIC] or before
    return max(telling, key=lambda one: (one.end, -one.start)) if telling else first


def _phrases(schema: CaseSchema, heading: str) -> Iterator[_Met]:
    for own in schema.fields:
        for phrase in own.headings:
            if phrase in heading:
                for met in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", heading):
                    yield _Met(met.start(), met.end(), phrase, own)


def _of_others(schema: CaseSchema, heading: str) -> bool:
    """Whether a heading counts what is no case: "Number of followers" under a schema of people.

    Only of a schema that says what it counts, or means, can that be told.
    """
    met = _NUMBER_OF.fullmatch(heading)
    if met is None or not schema.counted:
        return False
    what = met["what"] or met[2]
    subject = [word for group in schema.subject for word in group]
    if any(word in what for word in (*schema.counted, *subject)):
        return False
    named = any(own.normal(what) or own.family(what) or own.within(what) for own in schema.fields)
    return not named and all(one.own.kind is FieldKind.COUNT for one in _phrases(schema, what))
