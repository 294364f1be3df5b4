"""A schema while it is being written: each change gives another, and reads as said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading import schema_toml
from foitrack.reading.schema import FieldKind
from foitrack.reading.schema_definition import (
    FamilyDefinition,
    FieldDefinition,
    SchemaDefinition,
    ValueDefinition,
)
from ui.schemas import draft

OUTCOME = FieldDefinition(
    "outcome",
    FieldKind.CATEGORY,
    ("outcome",),
    (ValueDefinition("Paid", ("paid in full",)), ValueDefinition("Written off")),
    (FamilyDefinition("settled", ("paid",)), FamilyDefinition("lost", ("written",))),
)
FINES = SchemaDefinition("fines", "Fines", (FieldDefinition("period", FieldKind.PERIOD), OUTCOME))


def test_forms_are_typed_with_semicolons_or_lines() -> None:
    assert draft.listed(" pc;  p.c.\npolice  constable;; pc ") == ("pc", "p.c.", "police constable")
    assert draft.listed(draft.in_one(("a, b", "c"))) == ("a, b", "c")


@pytest.mark.parametrize("kind", list(FieldKind))
def test_every_kind_has_words_and_a_name_that_can_be(kind: FieldKind) -> None:
    assert draft.kind_in_words(kind)
    assert draft.kind_in_short(kind)
    changed = draft.with_kind(OUTCOME, kind)
    assert (changed.name == "outcome") is (kind not in (FieldKind.PERIOD, FieldKind.COUNT))
    assert bool(changed.values) is (kind in draft.GROUPED)
    back = draft.with_kind(draft.with_kind(OUTCOME, FieldKind.PERIOD), FieldKind.TEXT)
    assert back.name == "period_text"


def test_a_column_is_added_for_a_heading_under_a_name_that_is_free() -> None:
    made = draft.added(FINES, "Outcome")
    assert [own.name for own in made.fields] == ["period", "outcome", "outcome_2"]
    assert made.fields[2].headings == ("outcome",)
    assert draft.added(FINES, "Year").fields[2].name == "year_2"
    assert draft.added(FINES, "2019").fields[2].name == "column_2019"


def test_columns_move_and_go() -> None:
    assert [own.name for own in draft.moved(FINES, 0, 1).fields] == ["outcome", "period"]
    assert draft.moved(FINES, 0, -1) == FINES
    assert draft.moved(draft.moved(FINES, 0, 1), 1, -1) == FINES
    assert [own.name for own in draft.without(FINES, 0).fields] == ["outcome"]


def test_a_word_that_is_the_same_as_another_is_one_of_its_forms() -> None:
    paid = draft.same_as(OUTCOME, "Settled", "Paid")
    assert paid.values[0].aliases == ("paid in full", "Settled")
    assert draft.same_as(paid, "settled", "Paid") == paid
    new = draft.same_as(OUTCOME, "Appealed", "Appealed")
    assert new.values[-1] == ValueDefinition("Appealed")


def test_a_value_is_put_under_a_group() -> None:
    def groups(own: FieldDefinition) -> list[str]:
        read = replace(FINES, fields=(own,)).schema().fields[0]
        return [draft.group_of(read, value.value) for value in own.values]

    assert groups(OUTCOME) == ["Settled", "Lost"]
    moved = draft.with_group(OUTCOME, "Written off", "Settled")
    assert groups(moved) == ["Settled", "Settled"]
    assert groups(draft.with_group(OUTCOME, "Paid", "Money in")) == ["Money in", "Lost"]
    assert groups(draft.with_group(moved, "Written off", "")) == ["Settled", "Lost"]


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12)
NAMES = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
FIELDS = st.builds(
    FieldDefinition,
    NAMES,
    st.sampled_from(FieldKind),
    st.lists(TEXT, max_size=3).map(tuple),
    st.lists(
        st.builds(ValueDefinition, TEXT, st.lists(TEXT, max_size=2).map(tuple)),
        max_size=3,
        unique_by=lambda one: one.value,
    ).map(tuple),
    st.lists(
        st.builds(FamilyDefinition, TEXT, st.lists(TEXT, max_size=2).map(tuple)),
        max_size=2,
        unique_by=lambda one: one.name,
    ).map(tuple),
    st.lists(st.tuples(TEXT, TEXT), max_size=2, unique_by=lambda one: one[0]).map(tuple),
)
DEFINITIONS = st.builds(
    SchemaDefinition,
    TEXT,
    TEXT,
    st.lists(FIELDS, max_size=3, unique_by=lambda own: own.name).map(tuple),
    st.booleans(),
    st.lists(st.lists(TEXT, max_size=2).map(tuple), max_size=2).map(tuple),
    st.lists(st.tuples(TEXT, TEXT), max_size=2, unique_by=lambda one: one[0]).map(tuple),
)


@given(DEFINITIONS)
def test_what_is_written_to_a_file_is_read_back_the_same(definition: SchemaDefinition) -> None:
    assert schema_toml.read(schema_toml.written(definition).encode()) == definition
    assert SchemaDefinition.from_mapping(definition.as_mapping()) == definition
