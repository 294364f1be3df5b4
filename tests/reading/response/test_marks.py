"""Whose letter it is by its addresses and numbering, where it names nobody."""

from __future__ import annotations

import pytest

from foitrack import assets
from foitrack.reading.findings import Certainty
from foitrack.reading.response.house_marks import find_by_marks

MARKS = [
    ("Write to foi@camden.gov.uk with any question.", "London Borough of Camden"),
    ("www.homeoffice.gov.uk\n\n9 June 2022", "Home Office"),
    ("foi@kent.police.uk", "Kent Police"),
    ("foi@infrastructure-ni.gov.uk", "Department for Infrastructure"),
    ("www.health-ni.gov.uk", "Department of Health (Northern Ireland)"),
    ("Request for information - ATISN 16048", "Welsh Government"),
    ("Write to casework@ico.org.uk.", None),
    ("From foi@camden.gov.uk and foi@kent.police.uk.", None),
    ("requester.oakdale@kent.gov.uk\n\nDear Mx Oakdale,\n\nHere it is.", None),
    ("To: requester@kent.gov.uk\n\nDear Requester,\n\nHere it is.", None),
    ("requester@kent.gov.uk\n\nDear Requester,\n\nWrite to foi@camden.gov.uk.",
     "London Borough of Camden"),
    ("foi@kent.gov.uk\n\nDear Requester,\n\nHere it is.", "Kent County Council"),
    ("See www.homeoffice.gov.uk/rates for the table.", None),
    ("Ask at someone@example.com.", None),
]  # fmt: skip


@pytest.mark.parametrize(("said", "name"), MARKS)
def test_marks(said: str, name: str | None) -> None:
    found = find_by_marks(said, said, said, assets.directory())
    assert (found.value if found else None) == name
    assert found is None or found.certainty is Certainty.CHECK
