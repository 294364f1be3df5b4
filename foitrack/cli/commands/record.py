"""`foitrack record`: reads documents into a request, as Record response does in the window."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foitrack.cli.console import (
    UsageProblemError,
    open_case,
    parse_date,
    print_json,
    today,
)
from foitrack.errors import PlainError

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from foitrack.desk.views import Filed, Proposal

NAME = "record"
HELP = "Keep response documents and read them; with --accept all, record what was read."
AUTO = "auto"
KEPT = "is kept with request {request}; {found} to be confirmed"
RECORDED = "is recorded with request {request}: {found}"
RECORDED_BEFORE = "was recorded with request {request} before; nothing was changed"


@dataclass(frozen=True, slots=True)
class Vouched:
    """What the person says of the files: whether they checked what is read, and the day."""

    accept: bool
    sentences: bool
    """Whether case rows that were read from sentences are taken too."""
    on: date | None
    as_at: date


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
        "--accept-sentences",
        action="store_true",
        help="with --accept all: take the case rows read from sentences too",
    )
    parser.add_argument(
        "--response-date", metavar="DATE", help="the day of the response, where the letter has none"
    )


def run(args: argparse.Namespace) -> int:
    """Keep, read and, where asked, record.

    Where one file cannot be read, or it is not plain which request it answers, none is kept, and
    the files lie where they were.
    """
    from foitrack.cli.finding_requests import find_request

    as_at = today(args)
    given = parse_date(args.response_date) if args.response_date else None
    if args.accept_sentences and args.accept != "all":
        raise UsageProblemError("--accept-sentences goes with --accept all. Nothing was changed.")
    vouched = Vouched(args.accept == "all", args.accept_sentences, given, as_at)
    contents = [(_name(path), _bytes(path)) for path in map(Path, args.files)]
    desk = open_case(args)
    try:
        request_id = None if args.request == AUTO else find_request(desk, args.request, today=as_at)
        results = _take_all(desk, contents, request_id, vouched)
    finally:
        desk.close()
    if args.json:
        print_json(results)
        return 0
    for result in results:
        print(result["message"])
    return 0


def _chosen(desk: Desk, name: str, found: tuple[int, ...], as_at: date) -> int:
    """The one request that is plainly meant; in doubt a person at a terminal says."""
    from foitrack.cli.lines import request_line
    from foitrack.desk import requests

    if len(found) == 1:
        return found[0]
    lines = [request_line(row) for row in requests.rows(desk, found, today=as_at)]
    if found and sys.stdin is not None and sys.stdin.isatty():
        print(f"{name} may answer any of these:", *lines, sep="\n", file=sys.stderr)
        print("Which? Its number, or nothing to stop: ", end="", file=sys.stderr, flush=True)
        typed = sys.stdin.readline().strip()
        if typed.isdecimal() and int(typed) in found:
            return int(typed)
    may_be = f" It may be one of these: {'; '.join(lines)}." if lines else ""
    raise UsageProblemError(
        f"It is not plain which request {name} answers, so name the request.{may_be} "
        "Nothing was changed."
    )


def _take_all(
    desk: Desk,
    contents: list[tuple[str, bytes]],
    request_id: int | None,
    vouched: Vouched,
) -> list[dict[str, Any]]:
    """Every document, or none: what was done before one is refused is undone."""
    from foitrack.desk import batches, history

    before = history.newest(desk)
    try:
        filed = batches.read_many(desk, batches.keep_many(desk, contents, request_id))
        placed = [_placed(desk, each, vouched.as_at) for each in filed]
        return [_take(desk, each, vouched) for each in placed]
    except PlainError:
        history.rewind(desk, before)
        raise


def _placed(desk: Desk, filed: Filed, as_at: date) -> Filed:
    """A document with its request. UsageProblemError where it cannot be read or told."""
    from dataclasses import replace

    from foitrack.desk import batches

    if filed.error:
        raise UsageProblemError(f"{filed.name}: {filed.error} Nothing was changed.")
    if filed.request_id is not None:
        return filed
    chosen = _chosen(desk, filed.name, filed.candidates, as_at)
    batches.give(desk, filed.proposal_id, chosen)
    return replace(filed, request_id=chosen)


def _take(desk: Desk, filed: Filed, vouched: Vouched) -> dict[str, Any]:
    from foitrack.desk import responses

    proposal = responses.proposal(desk, filed.proposal_id)
    if proposal.recorded:
        # The same letter again: counted twice, it would spoil every figure.
        return _result(filed, proposal, RECORDED_BEFORE)
    if not vouched.accept:
        return _result(filed, proposal, KEPT)
    _record(desk, proposal, vouched)
    told = [row.id for row in proposal.cases if row.source == "prose"]
    return _result(filed, proposal, RECORDED, waiting=0 if vouched.sentences else len(told))


def _record(desk: Desk, proposal: Proposal, vouched: Vouched) -> None:
    from dataclasses import replace

    from foitrack.desk import responses
    from foitrack.desk.demo import everything_confirmed

    decisions = everything_confirmed(proposal)
    if vouched.on is not None:
        decisions = replace(decisions, response_date=vouched.on, response_date_known=True)
    if vouched.sentences:
        decisions = replace(decisions, accept_rows=tuple(row.id for row in proposal.cases))
    responses.record(desk, proposal.id, decisions, today=vouched.as_at)


def _result(filed: Filed, proposal: Proposal, done: str, *, waiting: int = 0) -> dict[str, Any]:
    from foitrack.law.wording import counted

    found = counted(len(proposal.findings), "finding")
    taken = len(proposal.cases) - waiting
    rows = f" and {counted(taken, 'case row')}" if taken else ""
    rest = f" Read from sentences and not taken: {counted(waiting, 'case row')}." if waiting else ""
    return {
        "file": filed.name,
        "request": filed.request_id,
        "response": proposal.id,
        "recorded": done != KEPT,
        "findings": len(proposal.findings),
        "case_rows": taken,
        "case_rows_waiting": waiting,
        "message": f"{filed.name} {done.format(request=filed.request_id, found=found + rows)}."
        + rest,
    }


def _name(path: Path) -> str:
    """The file's name as text; a byte in it that is none shows as a question mark."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def _bytes(path: Path) -> bytes:
    from foitrack.reading.worker.limits import MEGABYTE, Limits

    most = Limits().document
    try:
        with path.open("rb") as opened:
            data = opened.read(most + 1)
    except OSError as problem:
        raise UsageProblemError(
            f"{path} cannot be read ({problem.strerror}); nothing was changed."
        ) from problem
    if len(data) > most:
        raise UsageProblemError(
            f"{path} is larger than {most // MEGABYTE} MB; nothing was changed."
        )
    return data
