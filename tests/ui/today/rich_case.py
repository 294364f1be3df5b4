"""A case file with two dozen invented requests in every state, made at the desk.

The authorities' names are real; every date, answer and figure is made up for the tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from foitrack import assets
from foitrack.desk import requests, responses, reviews
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.desk import Desk, create
from foitrack.desk.views import NewRequest
from foitrack.law.terms import Event, EventKind, Review

TODAY = date(2023, 3, 28)
CAMPAIGN = "Body-worn cameras"
OTHER_CAMPAIGN = "Tree surveys"
BATCH = (
    "Bedfordshire Police",
    "Cambridgeshire Constabulary",
    "Cheshire Constabulary",
    "City of London Police",
    "Cumbria Constabulary",
    "Derbyshire Constabulary",
)
LETTER = """Cleveland Police
Our ref: 4321/23

{date}

Dear requester,

Thank you for your request for information about body-worn cameras.

We have withheld the information under section 31(1)(a) of the Freedom of Information Act 2000.
"""
TABLE = """Reference: {reference}

Year\tRank\tPlatform\tAllegation\tOutcome\tNumber of officers
{rows}
"""


@dataclass(frozen=True, slots=True)
class RichCase:
    """The case file and the requests that tests ask for by name."""

    desk: Desk
    by_authority: dict[str, int]


def build(path: Path) -> RichCase:
    """Make the case file as at 28 March 2023."""
    made = RichCase(create(path, assets.reference()), {})
    _overdue_and_due(made)
    _to_read(made)
    _answered(made)
    _reviews(made)
    _others(made)
    return made


def _log(made: RichCase, authority: str, sent: date | None, campaign: str | None = CAMPAIGN) -> int:
    new = NewRequest(
        title=f"{campaign or 'One question'}: how many",
        authority=authority,
        campaign=campaign,
        sent_on=sent,
    )
    logged = requests.log(made.desk, new, today=TODAY)
    assert logged.new_id is not None
    made.by_authority[authority] = logged.new_id
    return logged.new_id


def _event(made: RichCase, request_id: int, kind: EventKind, on: date) -> None:
    requests.add_event(made.desk, request_id, Event(kind, on), today=TODAY)


def _overdue_and_due(made: RichCase) -> None:
    _log(made, "Greater Manchester Police", date(2023, 2, 9))
    _log(made, "Devon and Cornwall Police", date(2023, 2, 20))
    _log(made, "Merseyside Police", date(2023, 2, 24))
    for name in BATCH:
        _log(made, name, date(2023, 3, 1))
    _log(made, "Essex Police", date(2023, 3, 2))
    _log(made, "Sussex Police", date(2023, 3, 3))
    _log(made, "Kent Police", date(2023, 3, 20), OTHER_CAMPAIGN)
    _log(made, "Durham Constabulary", date(2023, 3, 27), None)


def _to_read(made: RichCase) -> None:
    request_id = _log(made, "Cleveland Police", date(2023, 3, 1))
    letter = LETTER.format(date="27 March 2023").encode()
    responses.read(made.desk, responses.keep(made.desk, "letter.txt", letter, request_id))


def _answered(made: RichCase) -> None:
    rows = [
        "2020\tPC\tFacebook\tPosted a picture taken on duty\tManagement action\t3",
        "2021\tPS\tWhatsApp\tShared a message in a group\tWritten warning\t2",
        "2021\tPC\tTwitter\tReplied to a member of the public\tNo further action\t1",
    ]
    for name, number in (("Norfolk Constabulary", 1), ("Suffolk Constabulary", 2)):
        request_id = _log(made, name, date(2023, 1, 9))
        table = TABLE.format(reference=f"FOI 10{number}/23", rows="\n".join(rows[: number + 1]))
        proposal_id = responses.keep(made.desk, f"{name}.txt", table.encode(), request_id)
        proposal = responses.read(made.desk, proposal_id)
        responses.record(made.desk, proposal_id, everything_confirmed(proposal), today=TODAY)
        _event(made, request_id, EventKind.RESPONSE, date(2023, 2, 6))


def _reviews(made: RichCase) -> None:
    late = _log(made, "Metropolitan Police Service", date(2022, 11, 28))
    _event(made, late, EventKind.RESPONSE, date(2022, 12, 20))
    reviews.ask(made.desk, late, on=date(2023, 2, 1), today=TODAY)
    closing = _log(made, "West Yorkshire Police", date(2023, 1, 6))
    _event(made, closing, EventKind.RESPONSE, date(2023, 2, 2))
    upheld = _log(made, "Northumbria Police", date(2022, 11, 21))
    _event(made, upheld, EventKind.RESPONSE, date(2022, 12, 16))
    reviews.ask(made.desk, upheld, on=date(2023, 1, 30), today=TODAY)
    reviews.outcome(made.desk, upheld, Review.UPHELD, on=date(2023, 2, 24), today=TODAY)


def _others(made: RichCase) -> None:
    _log(made, "Police Scotland", date(2023, 3, 1))
    _log(made, "Lincolnshire Police", None)
    closed = _log(made, "Dorset Police", date(2023, 3, 6))
    _event(made, closed, EventKind.WITHDRAWN, date(2023, 3, 10))
