"""`foitrack record`: reads documents into a request, as Record response does in the window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foitrack.cli.console import (
    UsageProblemError,
    open_case,
    parse_date,
    print_json,
    today,
)

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from foitrack.desk.views import Proposal

NAME = "record"
HELP = "Keep response documents and read them; with --accept all, record what was read."
AUTO = "auto"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The request, the files, and whether a person vouches for what is read."""
    parser.add_argument("request", metavar="REQUEST|auto", help="number, reference or authority")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument(
        "--accept",
        choices=["all", "none"],
        default="none",
        help="all: you have checked what is read and take it; none: it stays a proposal",
    )
    parser.add_argument(
        "--response-date", metavar="DATE", help="the day of the response, where the letter has none"
    )


def run(args: argparse.Namespace) -> int:
    """Keep, read and, where asked, record; a file that cannot be read is kept all the same."""
    from foitrack.cli.finding_requests import find_request

    as_at = today(args)
    given = parse_date(args.response_date) if args.response_date else None
    contents = [(path.name, _bytes(path)) for path in map(Path, args.files)]
    desk = open_case(args)
    try:
        request_id = None if args.request == AUTO else find_request(desk, args.request, today=as_at)
        results = [
            _take(desk, name, data, request_id, args.accept == "all", given, as_at)
            for name, data in contents
        ]
    finally:
        desk.close()
    if args.json:
        print_json(results)
    for result in results:
        if not args.json:
            print(result["message"])
        if not result["done"]:
            print(f"foitrack: {result['message']}", file=sys.stderr)
    return 0 if all(result["done"] for result in results) else 2


def _take(
    desk: Desk,
    name: str,
    data: bytes,
    request_id: int | None,
    accept: bool,
    given: Any,
    as_at: Any,
) -> dict[str, Any]:
    from foitrack.desk import responses

    proposal_id = responses.keep(desk, name, data, request_id)
    proposal = responses.read(desk, proposal_id)
    if request_id is None:
        request_id = _find_its_request(desk, proposal_id, as_at)
        if request_id is None:
            return _result(
                proposal,
                None,
                False,
                f"{name} is kept, but it is not plain which request it "
                "answers; name the request, or choose it in the window.",
            )
        responses.attach(desk, proposal_id, request_id)
    if proposal.error is not None:
        return _result(proposal, request_id, False, f"{name} is kept. {proposal.error}")
    if not accept:
        found = len(proposal.findings)
        return _result(
            proposal,
            request_id,
            True,
            f"{name} is kept with request {request_id}; {found} findings wait to be confirmed.",
        )
    return _record(desk, proposal, request_id, given, as_at)


def _record(
    desk: Desk, proposal: Proposal, request_id: int, given: Any, as_at: Any
) -> dict[str, Any]:
    from dataclasses import replace

    from foitrack.desk import responses
    from foitrack.desk.demo import everything_confirmed

    decisions = everything_confirmed(proposal)
    if given is not None:
        decisions = replace(decisions, response_date=given, response_date_known=True)
    responses.record(desk, proposal.id, decisions, today=as_at)
    names = ", ".join(document.name for document in proposal.documents)
    rows = f", {len(proposal.cases)} case rows" if proposal.cases else ""
    return _result(
        proposal,
        request_id,
        True,
        f"{names} is recorded with request {request_id}: {len(proposal.findings)} findings{rows}.",
    )


def _find_its_request(desk: Desk, proposal_id: int, as_at: Any) -> int | None:
    """The one request that a document plainly answers; in doubt a person at a terminal says."""
    from foitrack.cli.lines import request_line
    from foitrack.desk import requests, responses

    found = responses.match(desk, proposal_id)
    if len(found) == 1:
        return found[0]
    if not found or not sys.stdin.isatty():
        return None
    for row in requests.rows(desk, found, today=as_at):
        print(request_line(row))
    typed = input("Which request does it answer? Its number, or nothing to leave it: ").strip()
    return int(typed) if typed.isdigit() and int(typed) in found else None


def _result(proposal: Proposal, request_id: int | None, done: bool, message: str) -> dict[str, Any]:
    return {
        "response": proposal.id,
        "request": request_id,
        "files": [document.name for document in proposal.documents],
        "done": done,
        "findings": len(proposal.findings),
        "case_rows": len(proposal.cases),
        "message": message,
    }


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise UsageProblemError(
            f"{path} cannot be read ({problem.strerror}); nothing was changed."
        ) from problem
