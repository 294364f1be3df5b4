from hypothesis import given
from hypothesis import strategies as st

from foitrack.law.terms import Outcome, State
from foitrack.reporting.contents import SummaryCited, SummaryRow
from foitrack.reporting.figures import figures, place_of, reasons, standing
from tests.reporting.samples import LAW_ENFORCEMENT, PERSONAL, row

rows_of_any_kind = st.builds(
    lambda state, outcome, answered, days: row(
        1, state=state, outcome=outcome, answered=answered, days=days
    ),
    st.sampled_from(list(State)),
    st.none() | st.sampled_from(list(Outcome)),
    st.booleans(),
    st.none() | st.integers(0, 400),
)


def test_only_answers_of_which_both_dates_are_known_make_the_median() -> None:
    rows = [
        row(1, days=10),
        row(2, days=17),
        row(3, days=None),
        row(4, days=21, answered=False, state=State.OVERDUE),
    ]
    found = figures(rows)
    assert (found.sent, found.answered, found.overdue) == (4, 3, 1)
    assert (found.median_days, found.dated) == (13.5, 2)


def test_no_median_without_dates() -> None:
    assert figures([row(1, days=None)]).median_days is None
    assert figures([]).median_days is None


def test_a_draft_has_not_been_sent() -> None:
    assert figures([row(1, state=State.DRAFT, answered=False, days=None)]).sent == 0


def test_a_response_to_read_has_come() -> None:
    waiting_to_be_read = row(1, state=State.RESPONSE_TO_READ, answered=False, days=None)
    assert figures([waiting_to_be_read]).answered == 1


@given(st.lists(rows_of_any_kind, max_size=20))
def test_each_request_stands_in_one_place(rows: list[SummaryRow]) -> None:
    shares = standing(rows)
    assert sum(share.count for share in shares) == len(rows)
    assert all(share.count for share in shares)


@given(rows_of_any_kind)
def test_overdue_is_never_hidden(one: SummaryRow) -> None:
    if one.state is State.OVERDUE and not one.answered:
        assert place_of(one) == "Overdue"


def test_no_two_places_look_alike() -> None:
    every = [
        row(1, state=state, outcome=outcome, answered=answered)
        for state in State
        for outcome in (None, *Outcome)
        for answered in (True, False)
    ]
    looks = [share.fill for share in standing(every)]
    assert len(looks) == len(set(looks)) == 11


def test_reasons_are_counted_by_authority_most_given_first() -> None:
    cost = SummaryCited("FOIA s12(1)", "Cost of answering too high", "n/a")
    found = reasons(
        [
            row(1, authority="A", provisions=(PERSONAL,)),
            row(2, authority="B", provisions=(PERSONAL, LAW_ENFORCEMENT)),
            row(3, authority="B", provisions=(PERSONAL,)),
            row(4, authority="C", provisions=(cost,)),
        ]
    )
    assert [(each.chip, each.given_by) for each in found] == [
        ("s40", "2 authorities"),
        ("s12", "1 authority"),
        ("s31", "1 authority"),
    ]
    assert found[0].remark.endswith("cited as s40(2)")
    assert found[1].remark.startswith("a ground of refusal, not an exemption")


def test_the_same_number_in_two_acts_is_two_reasons() -> None:
    scottish = SummaryCited("FOISA s40(1)", "Audit functions", "qualified")
    found = reasons([row(1, provisions=(PERSONAL,)), row(2, provisions=(scottish,))])
    assert {each.chip for each in found} == {"FOIA s40", "FOISA s40"}


def test_a_reason_nobody_confirmed_is_not_counted() -> None:
    doubtful = SummaryCited("FOIA s40(2)", "Personal information", "mixed", confirmed=False)
    assert reasons([row(1, provisions=(doubtful,))]) == ()


def test_requests_are_counted_where_an_authority_is_not_stated() -> None:
    rows = [row(1, authority=None, provisions=(PERSONAL,)), row(2, provisions=(PERSONAL,))]
    assert reasons(rows)[0].given_by == "2 requests"
