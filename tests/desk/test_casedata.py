"""Case data: what is counted, what may be chosen, and what must not be added."""

from __future__ import annotations

import pytest

from foitrack.desk import casedata, history, requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import CaseFilter, Chart, DeskError
from tests.desk.conftest import TODAY
from tests.desk.letters import LISTED, SUPPRESSED, keep_and_read, log, record

EVERYTHING = CaseFilter()


def chart(desk: Desk, field: str, wanted: CaseFilter = EVERYTHING) -> Chart:
    [found] = [one for one in casedata.overview(desk, wanted).charts if one.field == field]
    return found


def drawn(desk: Desk, field: str, wanted: CaseFilter = EVERYTHING) -> dict[str, int]:
    return {bar.label: sum(bar.counts) for bar in chart(desk, field, wanted).bars}


def request_of(desk: Desk, wanted: CaseFilter) -> int:
    return casedata.rows(desk, casedata.ids(desk, wanted)[:1])[0].request_id


def of(desk: Desk, field: str, value: str) -> int:
    return len(casedata.ids(desk, CaseFilter(values=((field, value),))))


def test_the_examples_add_up_as_the_documents_say(examples: Desk) -> None:
    found = casedata.overview(examples, EVERYTHING)
    assert (found.rows, found.total_low, found.total_high) == (81, 87, 87)
    years = chart(examples, "year")
    assert years.series == ("Authority not stated", "Gwent Police", "Avon and Somerset Police")
    assert {bar.label: bar.counts for bar in years.bars} == {
        "2015": (6, 0, 0),
        "2016": (8, 0, 0),
        "2017": (16, 0, 0),
        "2018": (11, 2, 1),
        "2019": (9, 2, 2),
        "2020": (14, 0, 4),
        "2021": (5, 7, 0),
    }
    platforms = {bar.label: bar.counts for bar in chart(examples, "platform").bars}
    assert platforms["Facebook"] == (31, 3, 0)
    assert platforms["WhatsApp"] == (24, 5, 0)
    assert platforms["Not given"] == (0, 0, 7)
    assert "several" in chart(examples, "platform").note


def test_there_is_a_chart_by_authority_where_there_are_several(examples: Desk) -> None:
    found = chart(examples, "authority")
    assert found.title == "By authority"
    assert [(bar.label, bar.counts, bar.known) for bar in found.bars] == [
        ("Authority not stated", (69, 0, 0), True),
        ("Gwent Police", (0, 11, 0), True),
        ("Avon and Somerset Police", (0, 0, 7), True),
    ]
    own = CaseFilter(values=(("authority", "Gwent Police"),))
    assert (
        sum(drawn(examples, "platform", own).values())
        == drawn(examples, "authority")["Gwent Police"]
    )
    # Chosen, its bar stays, so that it can be taken back; else one alone is nothing to compare.
    assert drawn(examples, "authority", own) == {"Gwent Police": 11}
    alone = casedata.overview(examples, CaseFilter(request_id=request_of(examples, own))).charts
    assert "authority" not in [one.field for one in alone]


def test_unlike_counts_are_named(examples: Desk) -> None:
    found = casedata.overview(examples, EVERYTHING)
    assert "Avon and Somerset Police gives totals" in found.caution
    assert "Gwent Police and Authority not stated list cases" in found.caution
    assert found.alike == (
        ("Avon and Somerset Police",),
        ("Gwent Police", "Authority not stated"),
    )
    only = casedata.overview(examples, CaseFilter(authority="Gwent Police"))
    assert only.caution == ""


def test_an_authority_that_is_not_stated_can_be_chosen(examples: Desk) -> None:
    for name in ("", "Authority not stated"):
        assert len(casedata.ids(examples, CaseFilter(authority=name))) == 69
    assert dict(casedata.options(examples, EVERYTHING)["authority"]) == {
        "Gwent Police": 7,
        "Avon and Somerset Police": 5,
        "Authority not stated": 69,
    }


def test_every_bar_can_be_chosen_and_gives_its_rows(examples: Desk) -> None:
    counts = casedata.options(examples, EVERYTHING)
    for one in casedata.overview(examples, EVERYTHING).charts:
        for bar in one.bars:
            value = bar.label if bar.known else ""
            assert of(examples, one.field, value) == dict(counts[one.field])[value] > 0


def test_values_of_a_field_are_alternatives_and_fields_narrow(examples: Desk) -> None:
    both = CaseFilter(values=(("platform", "Snapchat"), ("platform", "Messenger")))
    assert len(casedata.ids(examples, both)) == 2
    narrowed = CaseFilter(values=(*both.values, ("year", "2016")))
    assert len(casedata.ids(examples, narrowed)) == 1
    # The menu of a field still offers its other values.
    assert len(casedata.options(examples, both)["platform"]) > 2


def test_free_text_is_searched_not_listed(examples: Desk) -> None:
    assert casedata.options(examples, EVERYTHING)["allegation"] == ()
    assert len(casedata.ids(examples, CaseFilter(search="custody cctv"))) == 9
    assert casedata.ids(examples, CaseFilter(search="100% of '_\\")) == ()


def test_a_suppressed_figure_is_a_range(desk: Desk) -> None:
    record(desk, SUPPRESSED, log(desk))
    found = casedata.overview(desk, EVERYTHING)
    assert (found.rows, found.total_low, found.total_high) == (3, 10, 13)
    assert drawn(desk, "year") == {"2019": 1, "2020": 9}
    assert "up to 3 more" in chart(desk, "year").note
    [row] = casedata.rows(desk, casedata.ids(desk, CaseFilter(values=(("year", "2019"),))))
    assert (row.count, row.low, row.high) == (None, 1, 4)
    assert row.printed["Number of officers"] == "<5"


def test_figures_and_lists_are_told_apart(desk: Desk) -> None:
    record(desk, SUPPRESSED, log(desk))
    record(desk, LISTED, log(desk, "Essex Police"))
    assert casedata.overview(desk, EVERYTHING).caution == (
        "These do not count the same thing: Kent Police counts officers; Essex Police lists cases."
    )


def test_several_platforms_in_a_cell_are_several_values(desk: Desk) -> None:
    record(desk, LISTED, log(desk))
    assert drawn(desk, "platform") == {"Facebook": 1, "Twitter": 1, "WhatsApp": 1, "Not given": 1}
    assert of(desk, "platform", "") == 1
    assert casedata.overview(desk, EVERYTHING).total_low == 3


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", ["", "source", "authority", "count", "rank", "period", "outcome"])
def test_each_order_has_every_row_and_unknown_last(
    examples: Desk, sort: str, descending: bool
) -> None:
    ids = casedata.ids(examples, EVERYTHING, sort, descending)
    assert sorted(ids) == sorted(casedata.ids(examples, EVERYTHING))
    if sort == "rank":
        known = [bool(row.values.get("rank")) for row in casedata.rows(examples, ids)]
        assert known == sorted(known, reverse=True)
    if sort == "count":
        counts = [row.count for row in casedata.rows(examples, ids) if row.count is not None]
        assert counts == sorted(counts, reverse=descending)


def test_a_proposed_row_is_not_case_data(desk: Desk) -> None:
    proposal = keep_and_read(desk, LISTED, log(desk))
    assert len(proposal.cases) == 3
    assert casedata.overview(desk, EVERYTHING).rows == 0
    assert casedata.options(desk, EVERYTHING) == {}


def test_binned_requests_count_nowhere(desk: Desk) -> None:
    request_id = log(desk)
    record(desk, LISTED, request_id)
    requests.bin(desk, request_id)
    assert casedata.ids(desk, EVERYTHING) == ()
    requests.restore(desk, request_id)
    assert len(casedata.ids(desk, EVERYTHING)) == 3


def test_checking_rows_is_one_step(desk: Desk) -> None:
    request_id = log(desk)
    record(desk, LISTED, request_id)
    ids = casedata.ids(desk, EVERYTHING)
    before = casedata.overview(desk, EVERYTHING).unchecked
    changed = casedata.set_checked(desk, ids[:2], before > 0)
    assert changed.request_ids == (request_id,)
    assert abs(casedata.overview(desk, EVERYTHING).unchecked - before) == 2
    history.undo(desk)
    assert casedata.overview(desk, EVERYTHING).unchecked == before
    with pytest.raises(DeskError, match="no longer there"):
        casedata.set_checked(desk, [*ids, 9999], True)
    assert casedata.overview(desk, EVERYTHING).unchecked == before


def test_one_request_alone(examples: Desk) -> None:
    [gwent] = requests.meant_by(examples, "Gwent Police")
    own = CaseFilter(request_id=gwent)
    assert casedata.overview(examples, own).total_low == 11
    assert requests.detail(examples, gwent, today=TODAY).case_rows == 7


def test_of_many_authorities_that_count_unlike_things_a_few_are_named(desk: Desk) -> None:
    for number in range(6):
        request_id = log(desk, authority=f"Council {number}", title="Cases")
        record(desk, LISTED if number else SUPPRESSED, request_id)
    said = casedata.overview(desk, EVERYTHING).caution
    assert "Council 0" in said and "Council 1, Council 2, Council 3 and 2 others list cases" in said
