"""Case schemas of one's own: kept, in use, changed and taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foitrack.desk import campaigns, casedata, history, requests, responses, schemas
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.desk import Desk
from foitrack.desk.views import CaseFilter, CaseRowView, DeskError, NewRequest
from foitrack.reading.schema import FieldKind
from foitrack.reading.schema_definition import (
    FieldDefinition,
    SchemaDefinition,
    ValueDefinition,
)
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import LISTED, keep_and_read, log, record

FINES = """Ashby Borough Council

Our reference: FOI 4411

2 March 2023

Thank you for your request about penalty charge notices. The figures are below.

Month\tContravention\tVehicle\tNotices
01/2022\tNo ticket shown\tCar\t14
02/2022\tNo ticket shown\tVan\t3
02/2022\tOut of bay\tCar\t9
03/2022\tOut of bay markings\tLorry\t2
"""
TITLE = "Parking fines"


def fines_request(desk: Desk, authority: str = "Ashby Borough Council") -> int:
    changed = requests.log(
        desk, NewRequest("Penalty notices", authority, campaign=TITLE), today=TODAY
    )
    assert changed.new_id is not None
    return changed.new_id


def campaign_id(desk: Desk, name: str = TITLE) -> int:
    return next(one.id for one in campaigns.all(desk) if one.name == name)


def made(desk: Desk) -> SchemaDefinition:
    [choice] = schemas.tables(desk, campaign_id(desk))
    return schemas.from_table(desk, choice.table, TITLE)


def rows(desk: Desk, proposal_id: int) -> tuple[CaseRowView, ...]:
    return responses.proposal(desk, proposal_id).cases


def seen(found: tuple[CaseRowView, ...]) -> list[tuple[dict[str, tuple[str, ...]], int | None]]:
    return [(row.values, row.count) for row in found]


def fines(desk: Desk) -> int:
    """A letter on fines, read with a schema made from its own table; the proposal."""
    proposal = keep_and_read(desk, FINES, fines_request(desk))
    assert proposal.cases == ()
    schemas.save(desk, made(desk), campaign_id=campaign_id(desk))
    return proposal.id


def test_a_schema_made_from_a_table_reads_that_table(desk: Desk) -> None:
    proposal_id = fines(desk)
    assert [own.kind for own in made(desk).fields] == [
        FieldKind.PERIOD,
        FieldKind.CATEGORY,
        FieldKind.CATEGORY,
        FieldKind.COUNT,
    ]
    found = rows(desk, proposal_id)
    assert [(row.values["contravention"], row.count) for row in found] == [
        (("No ticket shown",), 14),
        (("No ticket shown",), 3),
        (("Out of bay",), 9),
        (("Out of bay markings",), 2),
    ]
    assert [row.place.row for row in found] == [1, 2, 3, 4]
    text = responses.proposal(desk, proposal_id).text
    places = [text[row.place.start : row.place.end] for row in found]
    assert [place.split("\t")[0] for place in places] == [
        "01/2022",
        "02/2022",
        "02/2022",
        "03/2022",
    ]


def test_saving_is_one_step_that_undo_takes_back_whole(desk: Desk) -> None:
    keep_and_read(desk, FINES, fines_request(desk))
    before = contents(desk)
    schemas.save(desk, made(desk), campaign_id=campaign_id(desk))
    after = contents(desk)
    assert after != before
    assert history.entries(desk)[0].label == (
        "Save the columns and words of Parking fines; 4 case rows read anew"
    )
    history.undo(desk)
    assert contents(desk) == before
    history.redo(desk)
    assert contents(desk) == after


def test_what_is_saved_comes_back_the_same(desk: Desk) -> None:
    fines(desk)
    wanted = made(desk)
    schemas.save(desk, wanted)
    assert schemas.definition(desk, wanted.name) == wanted
    assert (
        schemas.definition(desk, "police-misconduct").schema()
        == (desk.reference.schemas["police-misconduct"])
    )


def test_ones_own_stands_in_for_a_shipped_one_until_it_is_removed(desk: Desk) -> None:
    shipped = schemas.definition(desk, "police-misconduct")
    schemas.save(desk, replace(shipped, title="Ours"))
    [view] = [one for one in schemas.all(desk) if one.name == shipped.name]
    assert (view.title, view.own, view.shipped) == ("Ours", True, True)
    schemas.remove(desk, shipped.name)
    assert schemas.definition(desk, shipped.name) == shipped
    with pytest.raises(DeskError, match="ships with the program"):
        schemas.remove(desk, shipped.name)


def test_a_campaign_whose_schema_is_removed_reads_by_what_fits(desk: Desk) -> None:
    fines(desk)
    schemas.remove(desk, "parking-fines")
    [campaign] = campaigns.all(desk)
    assert campaign.schema is None
    history.undo(desk)
    [campaign] = campaigns.all(desk)
    assert campaign.schema == "parking-fines"


def test_later_letters_are_read_by_the_campaigns_schema(desk: Desk) -> None:
    fines(desk)
    second = keep_and_read(desk, FINES, fines_request(desk, "Corby District Council"))
    assert len(second.cases) == 4


def test_a_changed_vocabulary_reaches_rows_that_were_recorded(desk: Desk) -> None:
    proposal_id = fines(desk)
    proposal = responses.proposal(desk, proposal_id)
    responses.record(desk, proposal_id, everything_confirmed(proposal), today=TODAY)
    wanted = schemas.definition(desk, "parking-fines")
    [bay] = [own for own in wanted.fields if own.name == "contravention"]
    values = (
        ValueDefinition("No ticket shown"),
        ValueDefinition("Out of bay", ("out of bay markings",)),
    )
    changed = replace(bay, values=values)
    fields = tuple(changed if own is bay else own for own in wanted.fields)
    before = contents(desk)
    schemas.save(desk, replace(wanted, fields=fields))
    groups = dict(casedata.options(desk, CaseFilter())["contravention"])
    assert groups == {"No ticket shown": 2, "Out of bay": 2}
    assert "1 case row, 1 of them recorded" in history.entries(desk)[0].label
    history.undo(desk)
    assert contents(desk) == before


def test_recorded_rows_of_another_schema_stay_as_they_are(desk: Desk) -> None:
    record(desk, LISTED, log(desk))
    before = casedata.rows(desk, casedata.ids(desk, CaseFilter()))
    own = SchemaDefinition(
        "mine", "Mine", (FieldDefinition("allegation", FieldKind.TEXT, ("allegation",)),)
    )
    schemas.save(desk, own, campaign_id=campaign_id(desk, "Police and social media"))
    assert casedata.rows(desk, casedata.ids(desk, CaseFilter())) == before


def test_accepted_rows_keep_the_words_of_their_own_schema(desk: Desk) -> None:
    record(desk, LISTED, log(desk))
    campaign = campaign_id(desk, "Police and social media")
    own = SchemaDefinition(
        "mine", "Mine", (FieldDefinition("rank", FieldKind.CATEGORY, ("Rank",)),)
    )
    schemas.save(desk, own, campaign_id=campaign)
    before = casedata.rows(desk, casedata.ids(desk, CaseFilter()))
    schemas.learn(desk, "rank", "PC", ["Somebody"], campaign_id=campaign, schema="mine")
    assert casedata.rows(desk, casedata.ids(desk, CaseFilter())) == before
    schemas.learn(
        desk, "rank", "PC", ["Somebody"], campaign_id=campaign, schema="police-misconduct"
    )
    assert dict(casedata.options(desk, CaseFilter())["rank"])["Somebody"] == 2


def test_a_heading_is_met_however_it_is_written(desk: Desk) -> None:
    proposal = keep_and_read(desk, FINES, fines_request(desk))
    own = SchemaDefinition(
        "mine",
        "Mine",
        (
            FieldDefinition("vehicle", FieldKind.CATEGORY, ("VEHICLE",)),
            FieldDefinition("period", FieldKind.PERIOD, (" Month ",)),
        ),
    )
    found = schemas.preview(desk, own, proposal.id, 1)
    assert [fields for _, fields in found.columns] == [("period",), (), ("vehicle",), ()]


def wrong(**changes: object) -> SchemaDefinition:
    fine = SchemaDefinition(
        "fines", "Fines", (FieldDefinition("reason", FieldKind.CATEGORY, ("reason",)),)
    )
    return replace(fine, **changes)  # type: ignore[arg-type]


REASON = FieldDefinition("reason", FieldKind.CATEGORY, ("reason",))


@pytest.mark.parametrize(
    ("definition", "said"),
    [
        (wrong(title=" "), "title"),
        (wrong(name="../x"), "name"),
        (wrong(fields=()), "at least one column"),
        (wrong(fields=(FieldDefinition("count", FieldKind.COUNT),)), "says who or what"),
        (wrong(fields=(REASON, REASON)), "Two columns are called"),
        (wrong(fields=(REASON, FieldDefinition("year", FieldKind.TEXT))), "keeps for itself"),
        (wrong(fields=(REASON, FieldDefinition("x_family", FieldKind.TEXT))), "keeps for itself"),
        (wrong(fields=(REASON, FieldDefinition("when", FieldKind.PERIOD))), "must be called"),
        (wrong(fields=(REASON, FieldDefinition("9", FieldKind.TEXT))), "begin with a letter"),
        (
            wrong(fields=(REASON, FieldDefinition("why", FieldKind.TEXT, ("Reason ",)))),
            "leads to both",
        ),
        (wrong(fields=(replace(REASON, headings=("",)),)), "empty heading"),
        (
            wrong(
                fields=(
                    replace(
                        REASON,
                        values=(ValueDefinition("A", ("x",)), ValueDefinition("B", ("X.",))),
                    ),
                )
            ),
            "written for both",
        ),
        (
            wrong(fields=(replace(REASON, values=(ValueDefinition("A"), ValueDefinition("A"))),)),
            "twice",
        ),
        (wrong(fields=(replace(REASON, values=(ValueDefinition(" "),)),)), "empty"),
        (wrong(fields=(replace(REASON, patterns=(("(", "x"),)),)), "pattern"),
        (wrong(fields=(replace(REASON, patterns=(("(a+)+b", "x"),)),)), "for ever"),
        (wrong(fields=(replace(REASON, patterns=((r"(?:\d{1,})*", "x"),)),)), "for ever"),
        (wrong(automatic=True), "words for its subject"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(
    desk: Desk, definition: SchemaDefinition, said: str
) -> None:
    before = contents(desk)
    with pytest.raises(DeskError, match=said) as problem:
        schemas.save(desk, definition)
    assert "Nothing was saved." in str(problem.value)
    assert contents(desk) == before
    assert history.undo_label(desk) is None


def test_a_file_goes_out_and_comes_in_the_same(desk: Desk) -> None:
    fines(desk)
    wanted = schemas.definition(desk, "parking-fines")
    file = schemas.export(desk, "parking-fines")
    schemas.remove(desk, "parking-fines")
    schemas.import_file(desk, file)
    assert schemas.definition(desk, "parking-fines") == wanted


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"name = ",
        b"name = 'x'",
        b"name='x'\ntitle='y'\nfields=3",
        b"name='x'\ntitle='y'\n[fields.a]\nkind='nonsense'",
        b"x" * 1_000_001,
        b"[" * 5000,
    ],
)
def test_a_file_that_is_no_schema_changes_nothing(desk: Desk, data: bytes) -> None:
    before = contents(desk)
    with pytest.raises(DeskError, match="Nothing was"):
        schemas.import_file(desk, data)
    assert contents(desk) == before


def test_a_preview_keeps_nothing_and_says_what_is_wrong(desk: Desk) -> None:
    proposal = keep_and_read(desk, FINES, fines_request(desk))
    before = contents(desk)
    wanted = made(desk)
    found = schemas.preview(desk, wanted, proposal.id, 1)
    assert len(found.rows) == 4
    assert found.columns[0] == ("Month", ("period",))
    found = schemas.preview(desk, replace(wanted, title=""), proposal.id, 1)
    assert (found.rows, found.problem) == ((), "Give the schema a title.")
    assert contents(desk) == before
    with pytest.raises(DeskError, match="no longer there"):
        schemas.preview(desk, wanted, proposal.id, 9)


def test_columns_chosen_by_a_person(desk: Desk) -> None:
    proposal_id = fines(desk)
    before = contents(desk)
    schemas.remap(desk, proposal_id, 1, {1: "vehicle", 2: None})
    found = rows(desk, proposal_id)
    assert [row.values.get("vehicle") for row in found][:2] == [
        ("No ticket shown",),
        ("No ticket shown",),
    ]
    assert all("contravention" not in row.values for row in found)
    assert schemas.mapping(desk, proposal_id, 1) == (("period",), ("vehicle",), (), ("count",))
    assert history.entries(desk)[0].label == "Choose the columns of table 1: 4 case rows"
    history.undo(desk)
    assert contents(desk) == before


def test_each_column_of_kinds_across_can_be_left_out(desk: Desk) -> None:
    letter = (
        "Kent Police\n\nOur reference: FOI 4411\n\nMisconduct of officers on social media\n\n"
        "Year\tDismissed\tWritten warning\tTotal\n2021\t1\t2\t3\n2022\t3\t4\t7\n"
    )
    proposal = keep_and_read(desk, letter, fines_request(desk, "Kent Police"))
    assert [row.count for row in proposal.cases] == [1, 2, 3, 4]
    read = (("period",), ("outcome",), ("outcome",), ())
    assert schemas.mapping(desk, proposal.id, 1) == read
    schemas.remap(desk, proposal.id, 1, {1: None})
    assert [row.count for row in rows(desk, proposal.id)] == [2, 4]
    schemas.remap(desk, proposal.id, 1, {})
    assert [row.count for row in rows(desk, proposal.id)] == [1, 2, 3, 4]


def test_an_empty_choice_brings_back_what_was_read(desk: Desk) -> None:
    proposal_id = fines(desk)
    before = seen(rows(desk, proposal_id))
    schemas.remap(desk, proposal_id, 1, {1: None, 2: None})
    assert seen(rows(desk, proposal_id)) != before
    schemas.remap(desk, proposal_id, 1, {})
    assert seen(rows(desk, proposal_id)) == before


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({9: "vehicle"}, "no column 10"),
        ({0: "nothing"}, "has no column"),
        ({0: "vehicle", 1: "vehicle"}, "cannot both be"),
    ],
)
def test_a_choice_that_cannot_be(desk: Desk, columns: dict[int, str | None], said: str) -> None:
    proposal_id = fines(desk)
    before = contents(desk)
    with pytest.raises(DeskError, match=said):
        schemas.remap(desk, proposal_id, 1, columns)
    with pytest.raises(DeskError, match="no table 7"):
        schemas.remap(desk, proposal_id, 7, {})
    assert contents(desk) == before


def test_the_columns_of_recorded_rows_are_not_changed(desk: Desk) -> None:
    record(desk, LISTED, log(desk))
    [proposal_id] = {r.id for r in requests.detail(desk, 1, today=TODAY).responses}
    with pytest.raises(DeskError, match="recorded already"):
        schemas.remap(desk, proposal_id, 1, {0: None})


def test_rows_of_other_tables_keep_their_order(desk: Desk) -> None:
    two = LISTED + "\nMore:\n\n" + LISTED[LISTED.index("Year\t") :].replace("Facebook", "TikTok")
    proposal = keep_and_read(desk, two, log(desk))
    assert [row.place.table for row in proposal.cases] == [1, 1, 1, 2, 2, 2]
    schemas.remap(desk, proposal.id, 1, {3: None})
    found = rows(desk, proposal.id)
    assert [row.place.table for row in found] == [1, 1, 1, 2, 2, 2]
    assert ["allegation" in row.values for row in found] == [False] * 3 + [True] * 3
