"""Words that a schema does not know: found, explained once, and taken back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foitrack.desk import campaigns, casedata, history, responses, schemas
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.desk import Desk
from foitrack.desk.views import CaseFilter, CaseRowView, DeskError
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import keep_and_read, log

CAMPAIGN = "Police and social media"
ODD = """Kent Police

Freedom of Information request 78/23

3 February 2023

Police officers: allegations of misconduct on social media.

Year\tRank\tPlatform\tOutcome
2020\tT/DCI\tFacebook\tWritten warning
2021\tT/DCI x 2\tWhatsApp and Clubhouse\tFnl wrtn wrng
2021\tPC\tClubhouse\tDismissed
2022\tPC\t\tAsked to reflect
"""


def values(rows: tuple[CaseRowView, ...], field: str) -> list[tuple[str, ...]]:
    return [row.values.get(field, ()) for row in rows]


def proposed(desk: Desk, proposal_id: int) -> tuple[CaseRowView, ...]:
    return responses.proposal(desk, proposal_id).cases


def accepted(desk: Desk) -> tuple[CaseRowView, ...]:
    return casedata.rows(desk, casedata.ids(desk, CaseFilter()))


def accept(desk: Desk, proposal_id: int) -> None:
    proposal = responses.proposal(desk, proposal_id)
    responses.record(desk, proposal_id, everything_confirmed(proposal), today=TODAY)


def campaign_id(desk: Desk) -> int:
    return next(one.id for one in campaigns.all(desk) if one.name == CAMPAIGN)


def test_each_unknown_word_is_named_once_with_what_it_may_be(desk: Desk) -> None:
    proposal = keep_and_read(desk, ODD, log(desk))
    found = {(one.field, one.printed): one for one in schemas.unknown(desk, proposal.id)}
    assert set(found) == {
        ("rank", "T/DCI"),
        ("platform", "Clubhouse"),
        ("outcome", "Fnl wrtn wrng"),
        ("outcome", "Asked to reflect"),
    }
    assert found["platform", "Clubhouse"].cells == ("WhatsApp and Clubhouse", "Clubhouse")
    rank = found["rank", "T/DCI"]
    assert rank.cells == ("T/DCI", "T/DCI x 2")
    assert (rank.times, rank.recorded) == (2, 0)
    [first] = rank.suggestions
    assert (first.values, first.note) == (("Detective Chief Inspector",), "temporary")
    [short, *_] = found["outcome", "Fnl wrtn wrng"].suggestions
    assert short.values == ("Final written warning",)


def test_words_with_a_number_of_their_own_and_letters_that_are_words(desk: Desk) -> None:
    letter = ODD.replace("2020\tT/DCI\tFacebook", "2020\tPC1\tFacebook, X")
    proposal = keep_and_read(desk, letter, log(desk))
    found = {(one.field, one.printed): one for one in schemas.unknown(desk, proposal.id)}
    assert [each.values for each in found["rank", "PC1"].suggestions] == [("Constable",)]
    assert ("platform", "X") not in found


def test_the_examples_have_no_unknown_word(examples: Desk) -> None:
    for campaign in campaigns.all(examples):
        assert schemas.unknown(examples, campaign_id=campaign.id) == ()


def test_a_word_explained_reaches_every_row_that_prints_it(desk: Desk) -> None:
    first = keep_and_read(desk, ODD, log(desk))
    second = keep_and_read(desk, ODD, log(desk, "Essex Police"))
    accept(desk, second.id)
    schemas.learn(
        desk, "rank", "T/DCI", ["Detective Chief Inspector"], "temporary", proposal_id=first.id
    )
    wanted = [("Detective Chief Inspector",)] * 2 + [("Constable",)] * 2
    assert values(proposed(desk, first.id), "rank") == wanted
    assert values(accepted(desk), "rank") == wanted
    assert [row.count for row in accepted(desk)] == [1, 2, 1, 1]
    assert history.entries(desk)[0].label == (
        "Read “T/DCI” as Detective Chief Inspector in 4 case rows, 2 of them recorded"
    )
    [term] = schemas.terms(desk, campaign_id(desk))
    assert (term.printed, term.normal, term.note) == (
        "t/dci",
        ("Detective Chief Inspector",),
        "temporary",
    )


def test_a_word_of_a_cell_that_names_several(desk: Desk) -> None:
    letter = ODD.replace("2020\tT/DCI\t", "2020\tT/DCI (2), PC (1)\t")
    first = keep_and_read(desk, letter, log(desk))
    found = {one.printed: one for one in schemas.unknown(desk, first.id) if one.field == "rank"}
    assert found["T/DCI (2)"].times == 2
    schemas.learn(desk, "rank", "T/DCI", ["Detective Chief Inspector"], proposal_id=first.id)
    rows = proposed(desk, first.id)[:2]
    assert values(rows, "rank") == [("Detective Chief Inspector",), ("Constable",)]
    assert [row.count for row in rows] == [2, 1]


def test_undo_takes_the_word_and_its_rows_back(desk: Desk) -> None:
    proposal = keep_and_read(desk, ODD, log(desk))
    accept(desk, proposal.id)
    before = contents(desk)
    schemas.learn(desk, "outcome", "Fnl wrtn wrng", ["Final written warning"], proposal_id=1)
    row = accepted(desk)[1]
    assert row.values["outcome_family"] == ("final-written-warning",)
    history.undo(desk)
    assert contents(desk) == before
    history.redo(desk)
    assert accepted(desk)[1] == row


def test_letters_that_come_later_are_read_with_the_word(desk: Desk) -> None:
    keep_and_read(desk, ODD, log(desk))
    schemas.learn(desk, "platform", "Clubhouse", ["Clubhouse"], proposal_id=1)
    later = keep_and_read(desk, ODD.replace("78/23", "79/23"), log(desk, "Essex Police"))
    # In a list of several the word counts too.
    assert values(later.cases, "platform")[1:3] == [("WhatsApp", "Clubhouse"), ("Clubhouse",)]
    assert {one.field for one in schemas.unknown(desk, later.id)} == {"rank", "outcome"}


def test_another_campaign_keeps_its_own_words(desk: Desk) -> None:
    keep_and_read(desk, ODD, log(desk))
    schemas.learn(desk, "rank", "T/DCI", ["Chief Inspector"], proposal_id=1)
    other = keep_and_read(desk, ODD, log(desk, campaign="Another"))
    none = keep_and_read(desk, ODD, log(desk, campaign=None))
    for proposal in (other, none):
        assert values(proposal.cases, "rank")[0] == ("T/DCI",)
    schemas.learn(desk, "rank", "T/DCI", ["Inspector"], proposal_id=none.id)
    assert values(proposed(desk, none.id), "rank")[0] == ("Inspector",)
    assert values(proposed(desk, 1), "rank")[0] == ("Chief Inspector",)


def test_a_word_that_says_nothing_leaves_the_field_not_given(desk: Desk) -> None:
    proposal = keep_and_read(desk, ODD, log(desk))
    before = proposed(desk, proposal.id)
    schemas.learn(desk, "outcome", "Asked to reflect", [], proposal_id=proposal.id)
    row = proposed(desk, proposal.id)[3]
    assert "outcome" not in row.values
    assert row.printed["Outcome"] == "Asked to reflect"
    schemas.forget(desk, "outcome", "Asked to reflect", proposal_id=proposal.id)
    assert proposed(desk, proposal.id) == before


def test_a_word_can_be_said_anew(desk: Desk) -> None:
    proposal = keep_and_read(desk, ODD, log(desk))
    for value in ("Chief Inspector", "Detective Chief Inspector"):
        schemas.learn(desk, "rank", "t/dci ", [value], proposal_id=proposal.id)
        assert values(proposed(desk, proposal.id), "rank")[:2] == [(value,), (value,)]
    assert len(schemas.terms(desk, campaign_id(desk))) == 1


def test_known_words_can_be_grouped_otherwise(examples: Desk) -> None:
    [campaign] = [one for one in campaigns.all(examples) if one.schema]
    before = accepted(examples)
    words = {(w.field, w.printed): w for w in schemas.words(examples, campaign.id)}
    assert words["rank", "SG"].normal == ("Sergeant",)
    assert words["rank", "SG"].times == 11
    schemas.learn(examples, "rank", "SG", ["Supervisor"], campaign_id=campaign.id)
    grouped = dict(casedata.options(examples, CaseFilter())["rank"])
    assert grouped["Supervisor"] == 11
    assert "Sergeant" not in grouped
    [word] = [w for w in schemas.words(examples, campaign.id) if w.printed == "SG"]
    assert (word.normal, word.learned) == (("Supervisor",), True)
    schemas.forget(examples, "rank", "SG", campaign_id=campaign.id)
    assert accepted(examples) == before


@pytest.mark.parametrize(
    ("field", "printed", "normal", "said"),
    [
        ("rank", "T/DCI", ["A", "B"], "One rank only"),
        ("rank", " ", ["A"], "no words"),
        ("allegation", "x", ["A"], "no column whose words"),
        ("nothing", "x", ["A"], "no column whose words"),
    ],
)
def test_what_cannot_be_learned(
    desk: Desk, field: str, printed: str, normal: list[str], said: str
) -> None:
    proposal = keep_and_read(desk, ODD, log(desk))
    before = contents(desk)
    with pytest.raises(DeskError, match=said):
        schemas.learn(desk, field, printed, normal, proposal_id=proposal.id)
    with pytest.raises(DeskError, match="Nothing was said"):
        schemas.forget(desk, "rank", "PC", proposal_id=proposal.id)
    assert contents(desk) == before


CELLS = ["T/DCI", "PC", "PCs x 3", "T/DCI x 2", "A/Sgt", "SG", "Sgt or PC", "nobody"]
SITES = ["Facebook", "Clubhouse", "Clubhouse, Facebook", "WhatsApp and Mastodon", "Blog", ""]


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rows=st.lists(
        st.tuples(st.sampled_from(CELLS), st.sampled_from(SITES)), min_size=2, max_size=5
    ),
    word=st.one_of(
        st.tuples(
            st.just("rank"), st.sampled_from(CELLS), st.sampled_from([["Sergeant"], ["X"], []])
        ),
        st.tuples(
            st.just("platform"),
            st.sampled_from([site for site in SITES if site]),
            st.sampled_from([["Facebook"], ["Facebook", "Clubhouse"], ["Mastodon"], []]),
        ),
    ),
    keep=st.booleans(),
)
def test_to_learn_and_to_forget_leaves_the_rows_as_they_were(
    desk: Desk, rows: list[tuple[str, str]], word: tuple[str, str, list[str]], keep: bool
) -> None:
    field, printed, normal = word
    lines = "".join(f"2020\t{rank}\t{site}\tDismissed\n" for rank, site in rows)
    proposal = keep_and_read(desk, ODD[: ODD.index("2020\t")] + lines, log(desk))
    if keep:
        accept(desk, proposal.id)
    before = proposed(desk, proposal.id)
    schemas.learn(desk, field, printed, normal, proposal_id=proposal.id)
    learned = proposed(desk, proposal.id)
    schemas.forget(desk, field, printed, proposal_id=proposal.id)
    assert proposed(desk, proposal.id) == before
    # What is learned for rows at hand is what a later reading of them gives.
    schemas.learn(desk, field, printed, normal, proposal_id=proposal.id)
    again = keep_and_read(desk, ODD[: ODD.index("2020\t")] + lines + " ", log(desk)).cases
    for each in ("rank", "platform"):
        if each == field:
            same = [row for row, (r, s) in enumerate(rows) if printed in (r, s)]
            assert [values(again, each)[n] for n in same] == [
                values(learned, each)[n] for n in same
            ]
    schemas.forget(desk, field, printed, proposal_id=proposal.id)


def test_a_mark_for_nothing_is_no_unknown_word(desk: Desk) -> None:
    letter = ODD.replace("Fnl wrtn wrng", "-").replace("Clubhouse\tDismissed", "0\tDismissed")
    proposal = keep_and_read(desk, letter, log(desk))
    found = {(one.field, one.printed) for one in schemas.unknown(desk, proposal.id)}
    assert found == {
        ("rank", "T/DCI"),
        ("platform", "Clubhouse"),
        ("outcome", "Asked to reflect"),
    }
