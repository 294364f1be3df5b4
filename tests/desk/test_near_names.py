"""Names that are nearly right lead to the authority they may mean, and others lead nowhere."""

from __future__ import annotations

import pytest

from foitrack import assets
from foitrack.desk.near_names import near


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Guys and St Thomas NHS Trust", "Guy’s and St Thomas’ NHS Foundation Trust"),
        (
            "Great Ormand Street Hospital",
            "Great Ormond Street Hospital for Children NHS Foundation Trust",
        ),
        ("Kings College Hospital NHS Trust", "King’s College Hospital NHS Foundation Trust"),
        ("Leeds Teaching Hospital Trust", "Leeds Teaching Hospitals NHS Trust"),
        ("Royal Free Hospital NHS Trust", "Royal Free London NHS Foundation Trust"),
        ("Northumbria Health Care", "Northumbria Healthcare NHS Foundation Trust"),
        ("Mid Yorkshire Hospitals Trust", "Mid Yorkshire Teaching NHS Trust"),
        ("Kent Polise", "Kent Police"),
        ("Leeds Counsil", "Leeds City Council"),
        ("Stafordshire Police", "Staffordshire Police"),
    ],
)
def test_what_was_meant_stands_first(typed: str, meant: str) -> None:
    assert near(assets.reference(), typed)[0].name == meant


def test_the_words_that_all_trusts_share_bring_up_none() -> None:
    """What only shares "NHS" and "Trust" is another authority."""
    for typed in ("NHS Foundation Trust", "Zzyzx NHS Trust", "Quux Parish Council", "", "12"):
        assert near(assets.reference(), typed) == (), typed


def test_there_are_never_more_than_asked_for() -> None:
    assert 1 <= len(near(assets.reference(), "London NHS Trust", 2)) <= 2
