"""A mail with its attachments, or an archive with its files, is one response.

One of them is the letter; the others add what it leaves out. What differs is never mixed: a
field's value comes whole from one part, and says from which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from foitrack.law.terms import LetterKind
from foitrack.reading.documents.zip import apart_from
from foitrack.reading.findings import Part, Reading
from foitrack.reading.merged_findings import (
    SHEETS,
    findings_of,
    is_letter,
    mentioned,
    with_values,
)
from foitrack.reading.merged_tables import name_of, without_doubles
from foitrack.reading.part_places import under

CONTAINERS = ("zip", "mbox")
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
    findings = () if mixed else findings_of(lead, own, others, parts, covers=covers)
    told = _several_told(letters, lead, mixed=mixed)
    warnings = (*own.warnings, *_warnings(parts), *told, *doubled)
    return replace(
        with_values(own, findings),
        questions=lead.questions,
        mentioned=mentioned([lead, *([own] if lead is not own else [])], findings),
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
        with_values(readings[0], ()),
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
