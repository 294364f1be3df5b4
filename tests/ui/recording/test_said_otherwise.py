"""Record response says why it took each value in the window's language; the letter stays."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from foitrack.desk import responses
from foitrack.saying import Said
from tests.ui.core_crawl import all_said, data_of, in_english
from tests.ui.pseudo import Pseudo, stretched
from tests.ui.recording.conftest import Record, Recording

SEED = Path(__file__).parents[3] / "seeds" / "002_e3eb057f8833e8ce.txt"


def read_in(one: Recording) -> list[str]:
    """What the letter itself says, longest first."""
    proposal = responses.proposal(one.workspace.desk, one.proposal_id)
    found: set[str] = {document.name for document in proposal.documents}
    found |= set(proposal.zeros)
    for finding in proposal.findings:
        found |= {finding.value, finding.printed, finding.title, *finding.with_provisions}
        found |= {line.strip() for line in finding.value.splitlines()}
        found |= set(finding.why.values) if isinstance(finding.why, Said) else set()
    for table in proposal.tables:
        found |= {*table.columns, *(cell for row in table.rows for cell in row)}
    return sorted(found - {""}, key=len, reverse=True)


def test_a_letter_is_read_in_the_windows_language(pseudo: Pseudo, record: Record) -> None:
    one = record(SEED.name, SEED.read_bytes(), (1440, 900))
    data = [*read_in(one), *data_of(one.workspace)]
    parts: tuple[QWidget, ...] = (one.page.fields, one.page.header, one.page.footer)
    said = {text for part in parts for text in all_said(part)}
    assert {text for text in said if in_english(text, data)} == set()
    assert stretched("It follows the label of the request's reference.") in " ".join(said)
