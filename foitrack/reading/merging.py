"""A mail with its attachments, or an archive with its files, is one response.

One of them is the letter; the others add what it leaves out. What differs is never mixed: a
field's value comes whole from one part, and says from which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from foitrack.law.terms import LetterKind, Outcome
from foitrack.reading.documents.zip import apart_from
from foitrack.reading.findings import (
    Certainty,
    Finding,
    Part,
    Place,
    Reading,
    ReviewOffer,
)
from foitrack.reading.merged_tables import name_of, without_doubles
from foitrack.reading.named_parts import is_here

SHEETS = ("xlsx", "xls", "ods", "csv")
CONTAINERS = ("zip", "mbox")
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
_WEIGHTS: Mapping[str, int] = {
    "outcome": 5,
    "exemption": 3,
    "review_offer": 3,
    "reference": 2,
    "letter": 2,
    "response_date": 1,
    "authority": 1,
    "received_date": 1,
}
_LONG_ENOUGH = 400


def merge(own: Reading, parts: Sequence[Part], *, covers: bool = False) -> Reading:
    """What a mail or an archive and its members propose together.

    `covers`: the mail's own words only say that an answer is attached.
    """
    if not parts:
        return own
    read = [part.reading for part in parts if part.reading is not None]
    letters = _beside_each_other(own, parts)
    mixed = _of_several_requests(letters)
    words = [own] if own.text.strip() else []
    covers = covers and any(map(_answers, read))
    lead = _lead([] if covers else words, read) or own
    tables, cases, doubled = without_doubles([*words, *read])
    others = [] if letters else [one for one in read if one is not lead]
    findings = () if mixed else _findings(lead, own, others, parts, covers=covers)
    told = _several_told(letters, lead, mixed=mixed)
    warnings = (*own.warnings, *_warnings(parts), *told, *doubled)
    return replace(
        _with_values(own, findings),
        questions=lead.questions,
        mentioned=_mentioned([lead, *([own] if lead is not own else [])], findings),
        tables=tables,
        schema=next((one.schema for one in [lead, own, *read] if one.schema), None),
        cases=cases,
        zeros=tuple(zero for one in [own, *read] for zero in one.zeros),
        warnings=tuple(dict.fromkeys(warnings)),
        parts=tuple(parts),
        several=bool(letters),
    )


def _answers(reading: Reading) -> bool:
    """Whether a part says of itself what kind of letter it is, or is the Commissioner's."""
    known = reading.letter is not LetterKind.OTHER or "Commissioner" in (reading.authority or "")
    return is_letter(reading) and known


def is_letter(reading: Reading) -> bool:
    """Whether a part speaks as an authority does, and is no bare table or picture."""
    return reading.format not in SHEETS and reading.letter is not None


def _lead(mail: Sequence[Reading], read: Sequence[Reading]) -> Reading | None:
    """The part that is the letter: the one that decides most; of equals the one attached, since
    a mail's own words may only cover it.
    """
    letters = [one for one in [*read, *mail] if one.format not in SHEETS]
    return max(letters, key=_weight, default=None)


def _weight(reading: Reading) -> int:
    fields = {finding.field for finding in reading.findings if finding.value}
    weight = sum(_WEIGHTS.get(field, 0) for field in fields)
    if reading.letter in (LetterKind.OTHER, None):
        weight -= 3
    return weight + (len(reading.text) > _LONG_ENOUGH)


def _beside_each_other(own: Reading, parts: Sequence[Part]) -> list[Reading]:
    """The members of a mailbox or an archive that are answers of their own: mails beside each
    other, and letters with references or authorities of their own; none where all is one answer.
    """
    letters = [part.reading for part in parts if part.reading and is_letter(part.reading)]
    if own.format not in CONTAINERS or len(letters) < 2:
        return []
    mails = [one for one in letters if one.format in ("eml", "msg")]
    return letters if len(mails) > 1 or _of_several_requests(letters) else []


def _of_several_requests(letters: Sequence[Reading]) -> bool:
    references = {one.reference for one in letters if one.reference}
    authorities = {one.authority for one in letters if one.authority}
    return len(references) > 1 or len(authorities) > 1


def _several_told(letters: Sequence[Reading], lead: Reading, *, mixed: bool) -> Iterator[str]:
    if mixed:
        yield (
            f"{len(letters)} answers to several requests came together in one file. Each is an "
            "answer of its own: no value of one is taken for another."
        )
    elif letters:
        yield (
            f"{len(letters)} letters of one request came together in one file. The values are "
            f"those of {name_of(lead)}."
        )


def _findings(
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


def _with_values(reading: Reading, findings: tuple[Finding, ...]) -> Reading:
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


def _mentioned(readings: Sequence[Reading], findings: Sequence[Finding]) -> tuple[str, ...]:
    relied = {f.value for f in findings if f.field == "exemption"}
    named = (provision for one in readings for provision in one.mentioned)
    return tuple(dict.fromkeys(p for p in named if p not in relied))


def _warnings(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if part.error:
            yield f"{part.path}: {part.error}"
        elif part.reading is not None:
            for warning in part.reading.warnings:
                inside = warning.startswith(f"{part.path}/")
                yield warning if inside else f"{part.path}: {warning}"


def beside(readings: Sequence[Reading]) -> Reading:
    """What files that came for one answer propose together; each is then a part by its name."""
    taken: set[str] = set()
    parts = []
    for reading in readings:
        name = apart_from(reading.file, taken)
        parts.append(Part(reading.file, name, b"", under(reading, name)))
    nothing = replace(
        _with_values(readings[0], ()),
        format="",
        pages=None,
        text="",
        questions=(),
        mentioned=(),
        tables=(),
        schema=None,
        cases=(),
        zeros=(),
        warnings=(),
        parts=(),
        several=False,
    )
    return merge(nothing, parts)


def under(reading: Reading, path: str) -> Reading:
    """A reading by itself as one of a part: its places and parts begin with the part's path."""

    def longer(part: str | None) -> str:
        return f"{path}/{part}" if part else path

    return _moved(reading, longer)


def by_itself(part: Part) -> Reading | None:
    """A part's reading as if the part had come alone: its path is no longer in its places."""

    def shorter(place: str | None) -> str | None:
        return (place or "")[len(part.path) + 1 :] or None

    return None if part.reading is None else _moved(part.reading, shorter)


def _moved(reading: Reading, move: Callable[[str | None], str | None]) -> Reading:
    moved = _placed(reading, lambda place: replace(place, part=move(place.part)))
    return replace(
        moved,
        parts=tuple(
            replace(
                part,
                path=move(part.path) or part.name,
                reading=None if part.reading is None else _moved(part.reading, move),
            )
            for part in reading.parts
        ),
    )


def stamped(reading: Reading, path: str) -> Reading:
    """The reading with each of its places told to be in the part at `path`."""
    if not path:
        return reading

    return _placed(reading, lambda place: replace(place, part=path))


def _placed(reading: Reading, move: Callable[[Place], Place]) -> Reading:
    """The reading with each of its places moved; those of its parts stay."""
    return replace(
        reading,
        findings=tuple(replace(f, place=move(f.place)) for f in reading.findings),
        tables=tuple(
            replace(
                table,
                place=move(table.place),
                row_places=tuple(move(place) for place in table.row_places),
            )
            for table in reading.tables
        ),
        cases=tuple(replace(row, place=move(row.place)) for row in reading.cases),
        zeros=tuple(replace(zero, place=move(zero.place)) for zero in reading.zeros),
    )
