"""The Act's own words below “Section 31 of the Act states:” say nothing of the answer."""

from __future__ import annotations

from foitrack.reading.annexes import annexes, recited
from foitrack.reading.reader import ReadingContext, read_document

REFUSAL = """Northshire Council
Our ref: FOI 5512
3 March 2025

Thank you for your Freedom of Information Act 2000 request of 10 February 2025:

1. The speed at which a driver is reported
2. Where the cameras stand

We hold this information. It is withheld under section 31(1)(a) of the Act.

Section 31 of the Act states:

(1) Information which is not exempt information by virtue of section 30 is exempt information if
its disclosure under this Act would, or would be likely to, prejudice -
(a) the prevention or detection of crime,
(b) the apprehension or prosecution of offenders.

The exemption is qualified. On balance the public interest lies in withholding it.
"""


def test_what_is_recited_ends_where_the_letter_speaks_again() -> None:
    (span,) = recited(REFUSAL)
    said = span.of(REFUSAL)
    assert said.strip().startswith("(1) Information") and said.endswith("of offenders.")


def test_a_recital_answers_no_question(context: ReadingContext) -> None:
    reading = read_document(REFUSAL.encode(), "letter.txt", context)
    assert reading.outcome is not None and reading.outcome.value == "refused"
    assert reading.exemptions == ("FOIA s31(1)(a)",)
    assert reading.questions == ()


def test_a_list_of_the_letter_itself_is_none() -> None:
    assert list(recited("We answer as follows:\n(1) 12 officers\n(2) not held\n")) == []


def test_a_page_that_names_the_law_in_a_line_of_its_data_has_no_annex_there() -> None:
    above = "Potholes repaired by the council, and how. " * 9
    data = "\n\nLegislation\nEIR\n\nDate received\n19 January 2023\n\nResponse\nThere were 24.\n"
    assert list(annexes(above + data)) == []
    law = "\n\nLegislation\nFreedom of Information Act 2000\nSection 40 is about persons.\n"
    (annex,) = annexes(above + law)
    assert annex.of(above + law).startswith("Legislation")
