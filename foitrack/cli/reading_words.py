"""What a document proposes, printed for a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from foitrack.law.wording import OUTCOME_WORDS, counted, full_date
from foitrack.reading.findings import Certainty, Reading

_LABEL = 20


def in_words(reading: Reading) -> str:
    """The reading as lines of a label and what was read."""
    return "\n".join(_lines(reading)) + "\n"


def _lines(reading: Reading) -> Iterator[str]:
    yield reading.file
    for label, value in _fields(reading):
        yield f"  {label:<{_LABEL}}{value}"
    for table in reading.tables:
        size = f"{counted(len(table.rows), 'row')}, {counted(len(table.columns), 'column')}"
        yield f"  {'Table':<{_LABEL}}{size}{f' ({table.heading})' if table.heading else ''}"
    if reading.cases:
        yield f"  {'Case rows':<{_LABEL}}{_cases(reading)}"
    for zero in reading.zeros:
        yield f"  {'None in':<{_LABEL}}{zero.period}"
    for warning in (*reading.warnings, *_doubts(reading)):
        yield f"  {'Look at':<{_LABEL}}{warning}"


def _fields(reading: Reading) -> Iterator[tuple[str, str]]:
    yield "Kind of letter", reading.letter.value if reading.letter else "not known"
    yield "Reference", reading.reference or "not given"
    yield "Authority", reading.authority or "not said"
    yield "Request dated", _day(reading.request_date)
    yield "Received", _day(reading.received_date)
    yield "Response dated", _day(reading.response_date)
    yield "Outcome", OUTCOME_WORDS[reading.outcome] if reading.outcome else "not clear"
    yield "Relied on", ", ".join(reading.exemptions) or "nothing"
    yield "Internal review", _review(reading)
    for name in reading.attachments_named:
        yield "Attachment named", name
    for answer in reading.questions:
        said = OUTCOME_WORDS[answer.outcome] if answer.outcome else "not clear"
        yield f"Question {answer.number}", ", ".join((said, *answer.exemptions))


def _day(on: date | None) -> str:
    return full_date(on) if on else "not given"


def _review(reading: Reading) -> str:
    if reading.review.offered is None:
        return "not mentioned"
    if not reading.review.offered:
        return "not offered"
    within = f" within {reading.review.window}" if reading.review.window else ""
    at = f", to {reading.review.contact}" if reading.review.contact else ""
    return f"offered{within}{at}"


def _cases(reading: Reading) -> str:
    low = high = 0
    open_ended = False
    for row in reading.cases:
        for value in row.values:
            if value.field == "count":
                low += value.low or 0
                high += value.high or 0
                open_ended |= value.high is None
    total = f"{low} or more" if open_ended else f"{low}" if low == high else f"{low} to {high}"
    return f"{len(reading.cases)}, counting {total} ({reading.schema})"


def _doubts(reading: Reading) -> Iterator[str]:
    for finding in reading.findings:
        if finding.certainty is Certainty.CHECK:
            yield f"{finding.field.replace('_', ' ')}: {finding.why}"
