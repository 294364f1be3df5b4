"""What the parts of one response say, field by field: the letter's word first, then the others'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from foitrack.law.terms import LetterKind, Outcome
from foitrack.reading.findings import Certainty, Finding, Part, Reading, ReviewOffer
from foitrack.reading.named_parts import is_here

SHEETS = ("xlsx", "xls", "ods", "csv")
_OF_LETTER = ("letter", "outcome")
_OF_ANSWER = ("response_date",)
_UNDECIDED = (LetterKind.OTHER, LetterKind.RESPONSE)
"""Kinds of letter that leave it to the mail beside it to say how the request was answered."""
_ONCE = (
    *_OF_LETTER,
    "reference",
    "authority",
    "request_date",
    "received_date",
    *_OF_ANSWER,
    "request_text",
    "review_result",
    "review_offer",
    "review_window",
    "review_contact",
)
_ORDER = (*_ONCE[:1], *_ONCE[2:8], "outcome", "exemption", *_ONCE[8:], "attachment")


def is_letter(reading: Reading) -> bool:
    """Whether a part speaks as an authority does, and is no bare table or picture."""
    return reading.format not in SHEETS and reading.letter is not None


def findings_of(
    lead: Reading,
    own: Reading,
    others: Sequence[Reading],
    parts: Sequence[Part],
    *,
    covers: bool,
) -> tuple[Finding, ...]:
    """The findings of the whole, each field's in a fixed order."""
    cover = [own] if own is not lead and own.text.strip() else []
    chosen: list[Finding] = []
    for field in _ONCE:
        decides = field in _OF_LETTER and (covers or lead.letter not in (None, *_UNDECIDED))
        chosen += _once(field, lead, [] if decides else cover, others)
    for field in ("exemption", "attachment"):
        chosen += _each(field, [lead, *cover, *(one for one in others if is_letter(one))])
    # Whatever else is known of letters is known of the one that leads.
    chosen += [f for f in lead.findings if f.field not in _ORDER]
    kept = [f for f in chosen if f.field != "attachment" or not is_here(f.value, parts)]
    order = {field: place for place, field in enumerate(_ORDER)}
    return tuple(sorted(kept, key=lambda f: order.get(f.field, len(order))))


def _once(
    field: str, lead: Reading, cover: Sequence[Reading], others: Sequence[Reading]
) -> Iterator[Finding]:
    """A field of which an answer has one: the letter's, else the mail's, else another letter's."""
    for reading in [lead, *cover]:
        mine = _of(reading, field)
        if mine:
            yield from _beside(mine, field, lead, cover, others)
            return
    if field in _OF_LETTER or field in _OF_ANSWER:
        # A leaflet's or an annex's date, or what an earlier letter decided, is not this answer's.
        return
    for reading in others:
        mine = _of(reading, field)
        if mine and (is_letter(reading) or field == "reference"):
            yield from (replace(f, certainty=Certainty.CHECK) for f in mine)
            return


def _beside(
    mine: Sequence[Finding],
    field: str,
    lead: Reading,
    cover: Sequence[Reading],
    others: Sequence[Reading],
) -> Iterator[Finding]:
    """The findings taken, marked where another part says otherwise of the same thing."""
    values = {f.value for f in mine}
    if field in ("reference", "authority"):
        for reading in (*cover, *(one for one in others if is_letter(one))):
            odd = next((f for f in _of(reading, field) if f.value not in values), None)
            if odd is not None:
                where = f"in {odd.place.part}" if odd.place.part else "in the mail"
                why = f"{mine[0].why} But {where} stands “{odd.printed}”."
                yield replace(mine[0], why=why, certainty=Certainty.CHECK)
                yield from mine[1:]
                return
    yield from mine


def _of(reading: Reading, field: str) -> list[Finding]:
    return [f for f in reading.findings if f.field == field and (f.value or f.printed)]


def _each(field: str, readings: Sequence[Reading]) -> Iterator[Finding]:
    """A field of which an answer may have many: of every part, each value once."""
    seen: set[str] = set()
    for reading in readings:
        mine = _of(reading, field)
        yield from (f for f in mine if f.value.casefold() not in seen)
        seen |= {f.value.casefold() for f in mine}


def with_values(reading: Reading, findings: tuple[Finding, ...]) -> Reading:
    """The reading with other findings, whose values its own are."""

    def one(field: str) -> str | None:
        return next((f.value for f in findings if f.field == field and f.value), None)

    def day(field: str) -> date | None:
        value = one(field)
        return date.fromisoformat(value) if value else None

    letter, outcome, offered = one("letter"), one("outcome"), one("review_offer")
    return replace(
        reading,
        findings=findings,
        letter=LetterKind(letter) if letter else None,
        outcome=Outcome(outcome) if outcome else None,
        reference=one("reference"),
        authority=one("authority"),
        request_date=day("request_date"),
        received_date=day("received_date"),
        response_date=day("response_date"),
        request_text=one("request_text"),
        exemptions=tuple(f.value for f in findings if f.field == "exemption" and f.value),
        attachments_named=tuple(f.value for f in findings if f.field == "attachment"),
        review=ReviewOffer(
            None if offered is None else offered == "true",
            one("review_window"),
            one("review_contact"),
        ),
    )


def mentioned(readings: Sequence[Reading], findings: Sequence[Finding]) -> tuple[str, ...]:
    relied = {f.value for f in findings if f.field == "exemption"}
    named = (provision for one in readings for provision in one.mentioned)
    return tuple(dict.fromkeys(p for p in named if p not in relied))
