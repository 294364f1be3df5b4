"""Questions beside their answers in a ruled table of a PDF, and a letter's facts in one."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from foitrack.law.terms import Outcome
from foitrack.reading.reader import ReadingContext, read_document

LETTER = (
    "Someham District Council",
    "Date: 1 June 2022",
    "Thank you for your request of 7 March 2022 about the car parks of the town.",
)
ASKED = (
    "1. How many fines were given to drivers in the car parks of the town in the year 2020?",
    "2. What were the names of those who gave them?",
    "3. How many fines are still to be paid, and by whom?",
)
TOLD = (
    "40 fines were given.",
    "This information is exempt under section 40(2) of the Freedom of Information Act 2000, "
    "because it is personal data, and we withhold it.",
    "We do not hold this information.",
)


def printed(table: Sequence[Sequence[str]], *after: str) -> bytes:
    """A letter with a ruled table in it."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style = getSampleStyleSheet()["BodyText"]

    def words(texts: Sequence[str]) -> list[Paragraph]:
        return [Paragraph(text, style) for text in texts]

    ruled = Table(
        [words(row) for row in table],
        colWidths=[470 / len(table[0])] * len(table[0]),
        style=[("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))],
    )
    stream = io.BytesIO()
    SimpleDocTemplate(stream).build([*words(LETTER), ruled, *words(after)])
    return stream.getvalue()


@pytest.mark.parametrize("heads", [("Question", "Response"), ("You asked", "Our answer"), ()])
def test_each_answer_belongs_to_the_question_beside_it(
    context: ReadingContext, heads: tuple[str, ...]
) -> None:
    rows = [*([heads] if heads else []), *zip(ASKED, TOLD, strict=True)]
    reading = read_document(printed(rows), "letter.pdf", context)
    outcomes = {answer.number: answer.outcome for answer in reading.questions}
    assert outcomes == {"1": Outcome.DISCLOSED, "2": Outcome.REFUSED, "3": Outcome.NOT_HELD}
    assert reading.questions[1].exemptions == ("FOIA s40(2)",)
    assert reading.exemptions == ("FOIA s40(2)",)
    assert reading.outcome is Outcome.PART_DISCLOSED
    (found,) = (one for one in reading.findings if one.field == "exemption")
    assert found.place.page == 1 and found.place.box is not None and found.place.box[0] > 290
    (table,) = reading.tables
    shown = [table.columns, *table.rows][-3:]
    assert shown == list(zip(ASKED, TOLD, strict=True))


def test_a_table_of_a_letters_own_facts_gives_nothing_out(context: ReadingContext) -> None:
    facts = [
        ("Reference", "FOI/2022/123"),
        ("Date received", "7 March 2022"),
        ("Date of response", "1 June 2022"),
        ("Authority", "Someham District Council"),
    ]
    refused = "Your request is refused under section 12 of the Act: it would cost too much."
    reading = read_document(printed(facts, refused), "letter.pdf", context)
    assert reading.outcome is Outcome.COST_LIMIT
    assert reading.reference == "FOI/2022/123"
    assert reading.tables == ()
