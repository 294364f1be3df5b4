from __future__ import annotations

from foitrack import assets
from tests.ui.casedata.samples import schema
from ui.casedata.columns import columns_for, schema_for

FIELDS = ("period", "year", "rank", "platform", "allegation", "outcome", "outcome_family", "count")


def keys(
    fields: tuple[str, ...] = FIELDS, *, one_authority: bool = False, known: bool = True
) -> list[str]:
    own = schema() if known else None
    return [column.key for column in columns_for(own, fields, one_authority=one_authority)]


def test_the_columns_read_from_when_to_what_came_of_it() -> None:
    assert keys() == [
        "authority",
        "period",
        "rank",
        "platform",
        "allegation",
        "outcome",
        "count",
        "source",
    ]


def test_one_authority_needs_no_column_and_unused_fields_have_none() -> None:
    assert keys(("period", "outcome"), one_authority=True) == [
        "period",
        "outcome",
        "count",
        "source",
    ]


def test_exactly_one_column_takes_the_room_that_is_left() -> None:
    for fields in (FIELDS, ("period",), ("period", "outcome"), ()):
        columns = columns_for(schema(), fields, one_authority=False)
        assert sum(column.stretches for column in columns) == 1
        assert not any(c.stretches and c.key in ("count", "source") for c in columns)


def test_any_subject_has_columns_even_without_a_schema() -> None:
    assert keys(("colour", "size"), known=False) == [
        "authority",
        "colour",
        "size",
        "count",
        "source",
    ]


def test_the_schema_is_the_one_that_has_most_of_the_fields() -> None:
    schemas = assets.schemas()
    found = schema_for(schemas, FIELDS)
    assert found is not None and found.name == "police-misconduct"
    assert schema_for(schemas, ("nothing", "known")) is None
    assert schema_for({}, FIELDS) is None
