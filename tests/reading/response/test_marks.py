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
    ("Request for information - ATISN 16048", "Welsh Government"),
    ("Write to casework@ico.org.uk.", None),
    ("From foi@camden.gov.uk and foi@kent.police.uk.", None),
    ("See www.homeoffice.gov.uk/rates for the table.", None),
    ("Ask at someone@example.com.", None),
]


@pytest.mark.parametrize(("said", "name"), MARKS)
def test_marks(said: str, name: str | None) -> None:
    found = find_by_marks(said, said, said, assets.directory())
    assert (found.value if found else None) == name
    assert found is None or found.certainty is Certainty.CHECK
