"""What a campaign gives to letters: who disclosed what another refused, and what to chase."""

from __future__ import annotations

from datetime import date

import pytest

from foitrack.desk import authority_changes, campaigns, chasing, history, requests, reviews
from foitrack.desk.desk import Desk
from foitrack.desk.disclosed import answered_in_full, for_a_letter
from foitrack.desk.views import DeskError, NewRequest
from foitrack.desk.views.authority import AuthorityDetails
from foitrack.law.terms import Event, EventKind
from tests.desk.conftest import TODAY
from tests.desk.letters import LISTED, REFUSAL, log, record

ASKED = (
    "Please tell me how many officers were investigated for what they wrote on social media in "
    "each of the years 2019, 2020 and 2021, with their rank, the platform and the outcome."
)
OTHER = "Please send me the minutes of every meeting about the river alarms held since May."


def ask(desk: Desk, authority: str, wording: str = ASKED, reference: str | None = None) -> int:
    new = NewRequest(
        "Social media", authority, wording, "C", sent_on=date(2023, 1, 9), reference=reference
    )
    made = requests.log(desk, new, today=TODAY).new_id
    assert made is not None
    return made


def test_those_that_answered_the_same_question_in_full(desk: Desk) -> None:
    refused = ask(desk, "Gwent Police")
    record(desk, REFUSAL, refused)
    same = ask(desk, "Essex Police", f"Dear Essex Police,\n\n{ASKED}", "E 1/23")
    record(desk, LISTED, same)
    alike = ask(desk, "Kent Police", ASKED.replace("the platform and the outcome", "age"))
    record(desk, LISTED, alike)
    years = ask(desk, "Northumbria Police", ASKED.replace("2019", "2009"))
    record(desk, LISTED, years)
    record(desk, LISTED, ask(desk, "Surrey Police", OTHER))
    record(desk, LISTED, ask(desk, "Sussex Police", ""))
    record(desk, REFUSAL, ask(desk, "Cleveland Police"))
    found = answered_in_full(desk, refused)
    assert [(one.request_id, one.same) for one in found] == [
        (same, True),
        (alike, False),
        (years, False),
    ]
    said = for_a_letter(found)
    assert said.startswith("Other public authorities answered the same question in full:\n- Essex")
    assert "Essex Police (reference E 1/23), on Fri 3 February 2023" in said
    assert "much the same question in full:\n- Kent Police" in said
    for name in ("Surrey", "Sussex", "Cleveland", "Gwent"):
        assert name not in said


def test_nobody_is_named_where_it_is_not_known_what_was_asked(desk: Desk) -> None:
    refused = ask(desk, "Gwent Police", "")
    record(desk, REFUSAL, refused)
    record(desk, LISTED, ask(desk, "Essex Police", ""))
    assert answered_in_full(desk, refused) == ()
    assert for_a_letter(()) == ""


def test_a_letter_for_each_that_is_late(desk: Desk) -> None:
    late = log(desk, "Kent Police", sent=date(2023, 2, 9), reference="77/23")
    later = log(desk, "Police Scotland", sent=date(2023, 2, 1))
    log(desk, "Essex Police", sent=date(2023, 3, 20))
    review = log(desk, "Surrey Police", sent=date(2022, 11, 1))
    answer = Event(EventKind.RESPONSE, date(2022, 11, 21))
    requests.add_event(desk, review, answer, today=TODAY)
    reviews.ask(desk, review, on=date(2023, 2, 1), today=TODAY)
    known = AuthorityDetails("Kent Police", email="foi@kent.example")
    authority_changes.edit(desk, "Kent Police", known)
    [campaign] = campaigns.all(desk)
    found = {one.request_id: one for one in chasing.letters(desk, campaign.id, today=TODAY)}
    assert set(found) == {later, review, late}
    kent = found[late]
    assert (kent.to, kent.late) == ("foi@kent.example", "12 working days late")
    assert kent.subject == ("Request for information: Misuse of social media, your reference 77/23")
    assert "Dear Kent Police," in kent.body
    assert "Thu 9 March 2023" in kent.body
    assert "section 10(1) of the Freedom of Information Act 2000" in kent.body
    assert "complain to the Information Commissioner" in kent.body
    scottish = found[later].body
    assert "Freedom of Information (Scotland) Act 2002" in scottish
    assert "I shall ask you for a review, and then the Scottish Information" in scottish
    assert "outcome of the review" in found[review].body


def test_chasing_is_recorded_for_all_at_once(desk: Desk) -> None:
    late = [log(desk, name, sent=date(2023, 2, 9)) for name in ("Kent Police", "Essex Police")]
    chasing.chased(desk, late, today=TODAY)
    for one in late:
        assert requests.events(desk, one)[-1] == Event(EventKind.CHASED, TODAY)
    history.undo(desk)
    assert len(requests.events(desk, late[0])) == 1
    with pytest.raises(DeskError, match="Nothing was chased"):
        chasing.chased(desk, [], today=TODAY)
