from __future__ import annotations

from typing import Any

import pytest

from foitrack import assets
from foitrack.reading.headings import heading_fields
from foitrack.reading.schema import CaseSchema, SchemaField, SchemaProblemError


@pytest.fixture
def police() -> CaseSchema:
    return assets.schemas()["police-misconduct"]


def own(schema: CaseSchema, name: str) -> SchemaField:
    found = schema.field_named(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("printed", "family"),
    [
        ("Dismissed", "dismissed"),
        ("Dismissed without notice", "dismissed"),
        ("Would have been dismissed", "dismissed"),
        ("Resigned", "resigned"),
        ("Resigned prior to hearing", "resigned"),
        ("Retired", "resigned"),
        ("Final written warning", "final-written-warning"),
        ("Final Written Warning (2 years)", "final-written-warning"),
        ("Written warning", "written-warning"),
        ("Written Warning - 12 months", "written-warning"),
        ("Formal Action/verbal warning", "verbal-or-formal-action"),
        ("Verbal warning", "verbal-or-formal-action"),
        ("Referral to Proceedings", "proceedings"),
        ("Misconduct hearing", "proceedings"),
        ("Management Action", "management-action"),
        ("Management advice", "management-advice"),
        ("Words of advice", "management-advice"),
        ("Reflective Practice", "reflective-practice"),
        ("Referral to RPRP", "reflective-practice"),
        ("Referral to RPRP (Reflective Practice Review Process)", "reflective-practice"),
        ("Practice requiring improvement", "reflective-practice"),
        ("Reflective practice requires improvement", "reflective-practice"),
        ("Local resolution", "local-resolution"),
        ("Locally resolved", "local-resolution"),
        ("No case to answer", "no-case"),
        ("No case to answer -No Action", "no-case"),
        ("No case to answer - No action", "no-case"),
        ("Not upheld", "not-upheld"),
        ("Not proven – No misconduct", "not-upheld"),
        ("Unsubstantiated", "not-upheld"),
        ("No further action", "no-further-action"),
        ("No further action required", "no-further-action"),
        ("NFA", "no-further-action"),
        ("Service provided was acceptable", "service-acceptable"),
        ("The service provided was acceptable", "service-acceptable"),
        ("Withdrawn", "withdrawn-or-discontinued"),
        ("Discontinuance", "withdrawn-or-discontinued"),
        ("Ongoing", "pending"),
        ("Live investigation", "pending"),
        ("Awaiting hearing", "pending"),
        ("Transferred to another force", "other"),
    ],
)
def test_outcome_families(police: CaseSchema, printed: str, family: str) -> None:
    assert own(police, "outcome").family(printed) == family


@pytest.mark.parametrize(
    ("printed", "rank"),
    [
        ("PC", "Constable"),
        ("Police Constable", "Constable"),
        ("SG", "Sergeant"),
        ("Sgt", "Sergeant"),
        ("PS", "Sergeant"),
        ("IN", "Inspector"),
        ("Insp.", "Inspector"),
        ("SC", "Special Constable"),
        ("DC", "Detective Constable"),
        ("CV Grade C", "Police staff, grade C"),
        ("CV grade d", "Police staff, grade d"),
        ("PCSO", "Police Community Support Officer"),
        ("Police Staff", "Police staff"),
        ("Wizard", None),
    ],
)
def test_ranks(police: CaseSchema, printed: str, rank: str | None) -> None:
    assert own(police, "rank").normal(printed) == rank


@pytest.mark.parametrize(
    ("printed", "platforms"),
    [
        ("Text messages & Facebook", ("Text messages", "Facebook")),
        ("Instagram, WhatsApp and Facebook.", ("Instagram", "WhatsApp", "Facebook")),
        ("Facebook Messenger", ("Messenger",)),
        ("Whatsapp", ("WhatsApp",)),
        ("Facebook/Twitter", ("Facebook", "Twitter")),
        ("A book about faces", ()),
    ],
)
def test_platforms(police: CaseSchema, printed: str, platforms: tuple[str, ...]) -> None:
    assert own(police, "platform").within(printed) == platforms


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("Date|Nature of Allegation|Social Media|Rank", "period|allegation|platform|rank"),
        ("Rank/Officer|Platform/Allegation|Outcome", "rank|platform+allegation|outcome"),
        ("Year|Number of officers", "period|count"),
        ("Date of allegation|Allegation outcome", "period|outcome"),
        ("No. of allegations|Type of complaint", "count|allegation"),
        ("Colour|Weight", "|"),
    ],
)
def test_headings(police: CaseSchema, headings: str, fields: str) -> None:
    led = heading_fields(police, headings.split("|"))
    assert "|".join("+".join(field.name for field in column) for column in led) == fields


def test_a_schema_that_cannot_be_used() -> None:
    broken: dict[str, Any] = {"name": "x", "title": "X", "fields": {"a": {"kind": "nothing"}}}
    with pytest.raises(SchemaProblemError):
        CaseSchema.from_mapping(broken)


def test_shipped_schemas_have_the_published_families(police: CaseSchema) -> None:
    assert {name for name, _ in own(police, "outcome").families} == {
        "dismissed", "resigned", "final-written-warning", "written-warning",
        "verbal-or-formal-action", "proceedings", "management-action", "management-advice",
        "reflective-practice", "local-resolution", "no-case", "not-upheld", "no-further-action",
        "service-acceptable", "withdrawn-or-discontinued", "pending", "other",
    }  # fmt: skip
