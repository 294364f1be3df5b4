"""Letters for the tests, built as authorities build them; every name in them is invented."""

from __future__ import annotations

from datetime import date

from foitrack.desk import requests, responses
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.desk import Desk
from foitrack.desk.views import NewRequest, Proposal

SUPPRESSED = """Kent Police

Freedom of Information request 77/23

1 February 2023

The information you asked for is set out below.

Police officers: allegations of misconduct on social media, by year and outcome.

Year\tOutcome\tNumber of officers
2019\tWritten warning\t<5
2020\tWritten warning\t7
2020\tDismissed\t2
"""
LISTED = """Kent Police

Freedom of Information request 78/23

3 February 2023

The information you asked for is set out below.

Police officers: allegations of misconduct on social media.

Year\tRank\tPlatform\tAllegation\tOutcome
2020\tPC\tFacebook\tRude remarks\tWritten warning
2021\tSgt\tWhatsApp and Twitter\tShared a picture\tNo further action
2021\tPC\t\tPosted on duty\tDismissed
"""
REFUSAL = """Kent Police

Our reference: 79/23

2 March 2023

The information that you asked for is exempt from disclosure by virtue of section 40(2) of the
Freedom of Information Act 2000 (personal information), and is withheld. This letter is a refusal
notice under section 17 of the Act.

If you are dissatisfied you may ask for an internal review within two months.
"""


def log(
    desk: Desk,
    authority: str | None = "Kent Police",
    *,
    sent: date | None = date(2023, 1, 9),
    today: date = date(2023, 3, 28),
    title: str = "Misuse of social media",
    campaign: str | None = "Police and social media",
    reference: str | None = None,
) -> int:
    """Log a request; its id."""
    new = NewRequest(title, authority, campaign=campaign, sent_on=sent, reference=reference)
    changed = requests.log(desk, new, today=today)
    assert changed.new_id is not None
    return changed.new_id


def keep_and_read(desk: Desk, text: str, request_id: int | None) -> Proposal:
    """Keep a letter and read it."""
    return responses.read(desk, responses.keep(desk, "letter.txt", text.encode(), request_id))


def record(desk: Desk, text: str, request_id: int, *, today: date = date(2023, 3, 28)) -> Proposal:
    """Keep a letter, read it and confirm all of it."""
    proposal = keep_and_read(desk, text, request_id)
    responses.record(desk, proposal.id, everything_confirmed(proposal), today=today)
    return proposal
