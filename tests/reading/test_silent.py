"""Tables that are no data: what a page says of a request, and its bar to share it by."""

from __future__ import annotations

import pytest

from foitrack.law.terms import Outcome
from foitrack.reading.reader import ReadingContext, read_document

REFUSED = (
    "<p>The Council holds this. It is exempt under section 21(1) of the Freedom of Information Act "
    "2000, as you can have it by other means, and the request is refused.</p>"
)
FACTS = (("Reference", "FOI 22-418"), ("Date received", "3 August 2022"), ("Status", "Closed"))
SHARE = (("Tweet", "Share", "Pin it"), ("FOI-036 Agency staff", "FOI-038 Energy", ""))
FIGURES = (("Year", "Officers"), ("2021", "14"), ("2022", "17"))


def page(rows: tuple[tuple[str, ...], ...]) -> bytes:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    asked = "<h1>Request</h1><p>Please send me the register.</p><h1>Reply</h1>"
    return f"<html><body><table>{cells}</table>{asked}{REFUSED}</body></html>".encode()


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        (FACTS, Outcome.REFUSED),
        (SHARE, Outcome.REFUSED),
        (FIGURES, Outcome.PART_DISCLOSED),
    ],
)
def test_only_data_gives_something(
    context: ReadingContext, rows: tuple[tuple[str, ...], ...], outcome: Outcome
) -> None:
    assert read_document(page(rows), "page.html", context).outcome is outcome
