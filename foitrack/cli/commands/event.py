"""`foitrack event`: records that something happened, and prints the deadlines that follow."""

from __future__ import annotations

import argparse

from foitrack.cli.console import open_case, print_json, today

NAME = "event"
HELP = "Record an event of a request; prints the new deadlines."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The request, and what happened when."""
    parser.add_argument("request", metavar="REQUEST", help="number, reference or authority")
    parser.add_argument("event", metavar="KIND=DATE[,until=DATE]")
    parser.add_argument("--note", metavar="TEXT", default="")
    parser.add_argument(
        "--result",
        choices=["upheld", "partly-upheld", "overturned", "withdrawn"],
        help="for review-outcome: how the review ended",
    )


def run(args: argparse.Namespace) -> int:
    """Record it."""
    from dataclasses import replace

    from foitrack.cli.console import UsageProblemError
    from foitrack.cli.deadline_answers import as_json, as_text
    from foitrack.cli.deadline_questions import parse_event
    from foitrack.cli.finding_requests import find_request
    from foitrack.desk import requests
    from foitrack.law.terms import EventKind

    event = parse_event(args.event)
    if args.result is not None:
        if event.kind is not EventKind.REVIEW_OUTCOME:
            raise UsageProblemError("--result goes with review-outcome; nothing was recorded.")
        event = replace(event, detail=args.result)
    as_at = today(args)
    desk = open_case(args)
    try:
        request_id = find_request(desk, args.request, today=as_at)
        requests.add_event(desk, request_id, event, args.note, today=as_at)
        detail = requests.detail(desk, request_id, today=as_at)
        law = (detail.row.regime, detail.reckoning, desk.reference.calendars)
        if args.json:
            print_json({"request": request_id, **as_json(*law, explained=False)})
        else:
            for line in as_text(*law, explained=False):
                print(line)
    finally:
        desk.close()
    return 0
