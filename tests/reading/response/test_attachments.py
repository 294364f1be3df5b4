from __future__ import annotations

import time

import pytest

from foitrack.reading.prose import fold
from foitrack.reading.response.attachments import find_attachments


def attachments(text: str) -> list[str]:
    found = find_attachments(text, fold(text))
    for finding in found:
        start, end = finding.place.start, finding.place.end
        assert " ".join(text[start:end].split()) == finding.printed
    return [finding.value for finding in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("See the attached Excel spreadsheet 'FOI 15 Complaints'.", ["FOI 15 Complaints"]),
        ("Please see attached document for the requested information", ["attached document"]),
        ("the attached spreadsheet (FOI 2023-118 data.xlsx).", ["FOI 2023-118 data.xlsx"]),
        ("the document “Drone Policy v3 – redacted.pdf”.", ["Drone Policy v3 – redacted.pdf"]),
        ("(see attached file 86A_22_attachment.pdf).", ["86A_22_attachment.pdf"]),
        ("Attachments\n\n7175_ATTACHMENT_01\n\nThank you.", ["7175_ATTACHMENT_01"]),
        ("Attachments\nNo attachments", []),
        ("Attachments:\nPolicy one.pdf\nPolicy two.docx\n", ["Policy one.pdf", "Policy two.docx"]),
        ("See https://www.example.org/files/accounts.pdf for the accounts.", []),
        ("The figures are in Annex A, attached.", ["Annex A"]),
        ("The document is attached.", ["document"]),
        ("Officers attached to the unit were asked.", []),
        ("We hold nothing.", []),
        ("the attached spreadsheet 'Data' and again the attached file 'Data'.", ["Data"]),
    ],
)  # fmt: skip
def test_attachments(text: str, names: list[str]) -> None:
    assert attachments(text) == names


def test_a_long_request_that_was_blanked_below_a_quotation_takes_no_time() -> None:
    text = f"You asked for 'the list of staff'{' ' * 30_000}Please see the attached 'Staff list'."
    began = time.perf_counter()
    assert attachments(text) == ["Staff list"]
    assert time.perf_counter() - began < 2.0
