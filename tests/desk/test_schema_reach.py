"""Which letters a schema of one's own reads: those it is meant for, and no others by the way."""

from __future__ import annotations

import pytest

from foitrack.desk import campaigns, history, responses, schemas
from foitrack.desk.desk import Desk
from foitrack.desk.views import Proposal
from foitrack.reading.schema_definition import SchemaDefinition
from tests.desk.everything import contents
from tests.desk.letters import LISTED, keep_and_read, log
from tests.desk.test_schemas import FINES

POWERS = "Police powers"
SEARCHES = """Northumbria Police

Our reference: 912/24

2 March 2023

Thank you for your request about stop and search. The figures are below.

Year\tForce area\tNumber
2019\tNorth\t8214
2020\tNorth\t9988
2021\tSouth\t7650
"""


def letter(desk: Desk, text: str, authority: str, campaign: str | None = POWERS) -> Proposal:
    request = log(desk, authority, title=f"Asked of {authority}", campaign=campaign or "")
    return keep_and_read(desk, text, request)


def campaign_id(desk: Desk) -> int:
    return next(one.id for one in campaigns.all(desk) if one.name == POWERS)


def made_from(desk: Desk, proposal: Proposal) -> SchemaDefinition:
    [table] = [t.table for t in schemas.tables(desk, None) if t.response_id == proposal.id]
    return schemas.from_table(desk, table, "Stop search")


def by_rank(desk: Desk) -> SchemaDefinition:
    """A schema that reads tables of misconduct too, though it says less of them."""
    text = "Northumbria Police\n\nOur reference: 1/24\n\nYear\tRank\tNumber\n2019\tTall\t3\n"
    return made_from(desk, letter(desk, text, "Northumbria Police", "Elsewhere"))


def rows(desk: Desk, proposal: Proposal) -> int:
    return len(responses.proposal(desk, proposal.id).cases)


def values(desk: Desk, proposal: Proposal) -> list[dict[str, tuple[str, ...]]]:
    return [dict(row.values) for row in responses.proposal(desk, proposal.id).cases]


def test_what_a_schema_would_read_is_told_before_it_is_saved(desk: Desk) -> None:
    searches = letter(desk, SEARCHES, "Northumbria Police")
    misconduct = letter(desk, LISTED, "Kent Police")
    fines = letter(desk, FINES, "Ashby Borough Council")
    mine, other = made_from(desk, searches), by_rank(desk)
    before = contents(desk)
    [own] = schemas.reached(desk, mine, [campaign_id(desk)])
    assert (own.response_id, own.authority, own.now, own.then) == (
        searches.id,
        "Northumbria Police",
        0,
        3,
    )
    assert not own.read_well
    found = {one.response_id: one for one in schemas.reached(desk, other, [campaign_id(desk)])}
    assert fines.id not in found
    assert (found[misconduct.id].schema, found[misconduct.id].read_well) == (
        "Police misconduct",
        True,
    )
    [table] = found[misconduct.id].tables
    assert (table.number, table.now, table.then) == (1, 3, 3)
    assert contents(desk) == before


def test_a_letter_that_another_schema_reads_stays_with_that(desk: Desk) -> None:
    misconduct = letter(desk, LISTED, "Kent Police")
    before = values(desk, misconduct)
    mine = by_rank(desk)
    schemas.save(desk, mine, campaigns=[campaign_id(desk)])
    assert values(desk, misconduct) == before
    mine_again = schemas.definition(desk, mine.name)
    schemas.save(desk, mine_again)
    assert values(desk, misconduct) == before
    # Nor does reading it again, as when a file is added to it.
    responses.read(desk, misconduct.id)
    assert values(desk, misconduct) == before
    schema = schemas.schema_of(desk, misconduct.id)
    assert schema is not None
    assert schema.name == "police-misconduct"


def test_a_letter_is_taken_over_where_a_person_says_so(desk: Desk) -> None:
    misconduct = letter(desk, LISTED, "Kent Police")
    mine = by_rank(desk)
    before = contents(desk)
    schemas.save(desk, mine, campaigns=[campaign_id(desk)], take=[misconduct.id])
    assert all("outcome" not in row for row in values(desk, misconduct))
    assert rows(desk, misconduct) == 3
    history.undo(desk)
    assert contents(desk) == before


def test_a_letter_that_is_left_stays_without_rows(desk: Desk) -> None:
    searches = letter(desk, SEARCHES, "Northumbria Police")
    second = letter(desk, SEARCHES, "Durham Constabulary")
    mine = made_from(desk, searches)
    schemas.save(desk, mine, campaigns=[campaign_id(desk)], leave=[second.id])
    assert (rows(desk, searches), rows(desk, second)) == (3, 0)
    [offered] = schemas.reached(desk, mine, [campaign_id(desk)])
    assert offered.response_id == second.id


@pytest.mark.parametrize("campaign", [None, POWERS])
def test_a_letter_is_read_by_a_schema_that_its_campaign_does_not_use(
    desk: Desk, campaign: str | None
) -> None:
    searches = letter(desk, SEARCHES, "Northumbria Police", campaign)
    mine = made_from(desk, searches)
    [own] = schemas.reached(desk, mine, [], beside=[searches.id])
    assert own.then == 3
    schemas.save(desk, mine, take=[searches.id])
    assert rows(desk, searches) == 3
    assert schemas.mapping(desk, searches.id, 1) == (("period",), ("force_area",), ("count",))
    responses.read(desk, searches.id)
    assert rows(desk, searches) == 3


def test_a_letter_that_comes_to_a_campaign_is_read_by_its_schema(desk: Desk) -> None:
    misconduct = keep_and_read(desk, LISTED, None)
    assert rows(desk, misconduct) == 3
    schemas.save(desk, by_rank(desk))
    request = log(desk, "Kent Police", title="Asked", campaign=POWERS)
    schemas.choose(desk, campaign_id(desk), "stop-search")
    responses.attach(desk, misconduct.id, request)
    responses.read(desk, misconduct.id)
    assert rows(desk, misconduct) == 3
    assert all("outcome" not in row for row in values(desk, misconduct))


def test_a_table_is_named_in_one_line(desk: Desk) -> None:
    page = (
        "<p>Our reference: 912/24</p><table><tr><th>Area</th><th>2022<br>Allegations</th></tr>"
        "<tr><td>North</td><td>3</td></tr><tr><td>South</td><td>4</td></tr></table>"
    )
    kept = responses.keep(desk, "page.html", page.encode(), None)
    responses.read(desk, kept)
    [choice] = schemas.tables(desk, None)
    assert "\n" in "".join(choice.table.columns)
    assert choice.label == "page.html, Table 1: Area, 2022 Allegations"
