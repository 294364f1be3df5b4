"""`foitrack bin`: what lies in the bin; putting a request there and taking it out."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from foitrack.cli.console import UsageProblemError, open_case, print_json, today

if TYPE_CHECKING:
    from foitrack.desk.bin import Binned

NAME = "bin"
HELP = "Show the bin, move a request there, or take it out again."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which request, and which way."""
    parser.add_argument(
        "request", metavar="REQUEST", nargs="?", help="number, reference or authority"
    )
    parser.add_argument("--restore", action="store_true", help="take it out of the bin")


def run(args: argparse.Namespace) -> int:
    """Move it, and print what lies in the bin then."""
    from foitrack.cli.finding_requests import find_request
    from foitrack.desk import bin as the_bin
    from foitrack.desk import requests

    if args.restore and args.request is None:
        raise UsageProblemError("Say which request to take out of the bin. Nothing was changed.")
    desk = open_case(args)
    try:
        if args.request is not None:
            request_id = find_request(desk, args.request, today=today(args))
            (requests.restore if args.restore else requests.bin)(desk, request_id)
        found = the_bin.contents(desk)
    finally:
        desk.close()
    if args.json:
        print_json([shape(one) for one in found])
    else:
        for one in found:
            print(line(one))
        if not found:
            print("The bin is empty.")
    return 0


def shape(one: Binned) -> dict[str, Any]:
    """A request in the bin as JSON."""
    until = one.kept_until()
    return {
        "request": one.id,
        "title": one.title,
        "authority": one.authority,
        "since": one.since.isoformat() if one.since else None,
        "kept_until": until.isoformat() if until else None,
        "documents": one.documents,
        "case_rows": one.case_rows,
    }


def line(one: Binned) -> str:
    """A request in the bin as a person reads it."""
    from foitrack.law.wording import counted, full_date

    what = f"{counted(one.documents, 'document')}, {counted(one.case_rows, 'case row')}"
    since = f"; there since {full_date(one.since.date())}" if one.since else ""
    return f"{one.id}  {one.authority or 'Authority not stated'}: {one.title} ({what}{since})"
