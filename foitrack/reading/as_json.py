"""A reading in the public shape of `foitrack read`."""

from __future__ import annotations

from datetime import date
from typing import Any

from foitrack.reading.findings import CaseRow, Finding, Part, Place, Reading, Table

_OF_POLICE = ("period", "year", "rank", "allegation", "outcome", "outcome_family")


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """The object that `foitrack read` prints for a file; absent values are None."""
    return {
        "file": reading.file,
        "format": reading.format,
        "pages": reading.pages,
        "letter": reading.letter.value if reading.letter else None,
        "reference": reading.reference,
        "authority": reading.authority,
        "request_date": _day(reading.request_date),
        "received_date": _day(reading.received_date),
        "response_date": _day(reading.response_date),
        "outcome": reading.outcome.value if reading.outcome else None,
        "questions": [
            {
                "number": answer.number,
                "outcome": answer.outcome.value if answer.outcome else None,
                "exemptions": list(answer.exemptions),
            }
            for answer in reading.questions
        ],
        "request_text": reading.request_text,
        "exemptions": list(reading.exemptions),
        "mentioned": list(reading.mentioned),
        "review": {
            "offered": reading.review.offered,
            "window": reading.review.window,
            "contact": reading.review.contact,
        },
        "tables": [_table(table) for table in reading.tables],
        "cases": [_case(row) for row in reading.cases],
        "zeros": [{"period": z.period, "place": place_as_json(z.place)} for z in reading.zeros],
        "attachments_named": list(reading.attachments_named),
        "findings": [_finding(finding) for finding in reading.findings],
        "warnings": list(reading.warnings),
        **_inside(reading),
    }


def _inside(reading: Reading) -> dict[str, Any]:
    """What came in a mail or an archive; of answers of their own, each with its own reading."""
    if not reading.parts:
        return {}
    return {"parts": [_part(part, whole=reading.several) for part in reading.parts]}


def _part(part: Part, *, whole: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "part": part.path,
        "format": part.reading.format if part.reading else None,
        "error": part.error,
    }
    if part.aside:
        told["not_read"] = part.aside
    if part.reading is not None and whole:
        told["reading"] = reading_as_json(part.reading)
    elif part.reading is not None:
        told |= _inside(part.reading)
    return told


def unread_as_json(file: str, kind: str, message: str) -> dict[str, Any]:
    """What stands for a file that cannot be read."""
    return {"file": file, "error": {"kind": kind, "message": message}}


def place_as_json(place: Place) -> dict[str, Any]:
    """A place in the terms of its format: page and box, a span of text, or sheet and cell."""
    if place.page is not None:
        found: dict[str, Any] = {"page": place.page, "box": list(place.box) if place.box else None}
    elif place.sheet is not None:
        found = {"sheet": place.sheet, "cell": place.cell}
    elif place.start is not None:
        found = {"start": place.start, "end": place.end}
    else:
        found = {}
    if place.part is not None:
        found["part"] = place.part
    return found


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _table(table: Table) -> dict[str, Any]:
    return {
        "columns": list(table.columns),
        "rows": [list(row) for row in table.rows],
        "total_row": list(table.total_row) if table.total_row else None,
        "place": place_as_json(table.place),
        "flags": list(table.flags),
    }


def _case(row: CaseRow) -> dict[str, Any]:
    year, count = row.one("year"), row.one("count")
    case: dict[str, Any] = {
        "period": row.one("period"),
        "year": int(year) if year else None,
        "rank": row.one("rank"),
        "platforms": list(row.all("platform")),
        "allegation": row.one("allegation"),
        "outcome": row.one("outcome"),
        "outcome_family": row.one("outcome_family"),
        "count": int(count) if count else None,
    }
    counted = next((v for v in row.values if v.field == "count"), None)
    if counted is not None and count is None and counted.low is not None:
        case["count_range"] = {"low": counted.low, "high": counted.high}
    known = {*_OF_POLICE, "platform", "count"}
    for value in row.values:
        # The columns of another subject's schema, under their own names.
        if value.field not in known:
            case.setdefault(value.field, []).append(value.value)
    case["source"] = row.source
    case["printed"] = dict(row.printed)
    case["place"] = place_as_json(row.place)
    return case


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "field": finding.field,
        "question": finding.question,
        "value": finding.value or None,
        "printed": finding.printed,
        "place": place_as_json(finding.place),
        "why": finding.why,
    }
