"""`foitrack list`: the requests, by what needs doing."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from foitrack.cli.console import UsageProblemError, open_case, print_json, today

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from foitrack.law.terms import State

NAME = "list"
HELP = "List requests, by what needs doing first."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which ones."""
    parser.add_argument("--overdue", action="store_true", help="only those past their last day")
    parser.add_argument("--state", metavar="S", action="append", default=[], help="repeat for more")
    parser.add_argument("--campaign", metavar="C")
    parser.add_argument(
        "--search", metavar="Q", default="", help="words in the request or response"
    )


def run(args: argparse.Namespace) -> int:
    """Print them."""
    from foitrack.cli.lines import request_line
    from foitrack.cli.shapes import request_shape
    from foitrack.desk import requests
    from foitrack.desk.views import RequestFilter, SortKey

    as_at = today(args)
    states = _states(args.state)
    desk = open_case(args)
    try:
        wanted = RequestFilter(
            campaign_id=campaign_named(desk, args.campaign) if args.campaign else None,
            states=states,
            overdue=args.overdue,
            search=args.search,
        )
        ids = requests.ids(desk, wanted, SortKey.URGENCY, False, today=as_at)
        rows = requests.rows(desk, ids, today=as_at)
    finally:
        desk.close()
    if args.json:
        print_json([request_shape(row) for row in rows])
        return 0
    for row in rows:
        print(request_line(row))
    if not rows:
        print("No requests match.")
    return 0


def _states(typed: list[str]) -> frozenset[State]:
    from foitrack.law.terms import State

    known = {state.value: state for state in State}
    for word in typed:
        if word not in known:
            raise UsageProblemError(f"There is no state “{word}”; there are {', '.join(known)}.")
    return frozenset(known[word] for word in typed)


def campaign_named(desk: Desk, name: str) -> int:
    """The id of a campaign. UsageProblemError where there is none of that name."""
    from foitrack.desk import campaigns

    every = campaigns.all(desk)
    for campaign in every:
        if campaign.name.casefold() == name.strip().casefold():
            return campaign.id
    known = ", ".join(campaign.name for campaign in every) or "none yet"
    raise UsageProblemError(f"There is no campaign “{name}”; there are: {known}.")
