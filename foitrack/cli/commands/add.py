"""`foitrack add`: logs a request that has been sent, to one authority or to many."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from foitrack.cli.console import UsageProblemError, open_case, parse_date, print_json, today

if TYPE_CHECKING:
    from datetime import date

    from foitrack.desk.desk import Desk
    from foitrack.desk.views import NewRequest, RequestRow

NAME = "add"
HELP = "Log a request that has been sent; it sends nothing."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What was asked, of whom, when."""
    parser.add_argument("--authority", metavar="A", help="name, short name or alias")
    parser.add_argument("--authorities-file", metavar="FILE", help="one authority a line")
    parser.add_argument(
        "--new-authority", action="store_true", help="add an authority that is not known yet"
    )
    parser.add_argument("--title", metavar="T", required=True)
    parser.add_argument("--campaign", metavar="C")
    parser.add_argument("--law", choices=["FOIA", "EIR", "FOISA", "EISR"])
    parser.add_argument(
        "--body",
        choices=["general", "school", "national-archives", "keeper", "armed-forces", "abroad"],
        help="where a special time to answer applies (default: as the authority's)",
    )
    parser.add_argument(
        "--closed",
        metavar="FROM..TO",
        action="append",
        default=[],
        help="a school's holiday, both ends included; repeat",
    )
    parser.add_argument("--sent", metavar="DATE", help="the day it was sent")
    parser.add_argument("--received", metavar="DATE", help="the day the authority received it")
    parser.add_argument("--sent-by", choices=["email", "post", "website", "other"], default="email")
    parser.add_argument("--wording", metavar="TEXT", help="the wording as sent")
    parser.add_argument("--wording-file", metavar="FILE", help="a text file with the wording")
    parser.add_argument("--reference", metavar="R", help="the authority's own reference")
    parser.add_argument("--name", metavar="N", default="", help="the requester's name")
    parser.add_argument("--address", metavar="ADDRESS", default="", help="the requester's address")
    parser.add_argument("--notes", metavar="TEXT", default="")


def run(args: argparse.Namespace) -> int:
    """Log it, or them, as one step; print each with its deadline."""
    from foitrack.desk import requests

    new = _new_request(args)
    desk = open_case(args)
    try:
        names = _authorities(desk, args)
        as_at = today(args)
        said = _warnings(desk, new, names, as_at)
        changed = requests.log_many(desk, new, names, today=as_at)
        rows = requests.rows(desk, changed.request_ids, today=as_at)
    finally:
        desk.close()
    _print(args, rows)
    for line in said:
        print(f"foitrack: {line}", file=sys.stderr)
    return 0


def _warnings(desk: Desk, new: NewRequest, names: list[str], as_at: date) -> tuple[str, ...]:
    """What stands in the way of it, as it was before these were logged."""
    from foitrack.desk import warnings

    if len(names) == 1:
        return warnings.before_logging(desk, replace(new, authority=names[0]), today=as_at)
    costs = warnings.many(desk, new, names, today=as_at)
    return (costs,) if costs else ()


def _new_request(args: argparse.Namespace) -> NewRequest:
    from foitrack.cli.deadline_questions import parse_span
    from foitrack.desk.views import NewRequest
    from foitrack.law.terms import Body, Regime

    return NewRequest(
        title=" ".join(args.title.split()),
        authority=None,
        wording=_wording(args),
        campaign=args.campaign,
        regime=Regime(args.law) if args.law else None,
        sent_on=parse_date(args.sent) if args.sent else None,
        received_on=parse_date(args.received) if args.received else None,
        sent_by=args.sent_by,
        reference=args.reference,
        requester_name=args.name,
        requester_address=args.address,
        notes=args.notes,
        body=Body(args.body) if args.body else None,
        closed=tuple(parse_span(text) for text in args.closed),
    )


def _wording(args: argparse.Namespace) -> str:
    if args.wording_file is None:
        return args.wording or ""
    return _text_of(args.wording_file)


def _authorities(desk: Desk, args: argparse.Namespace) -> list[str]:
    """The authorities meant; each must be known unless a new one is to be added."""
    if (args.authority is None) == (args.authorities_file is None):
        raise UsageProblemError("Name one authority, or a file with one a line.")
    typed = (
        [args.authority]
        if args.authority is not None
        else [line.strip() for line in _text_of(args.authorities_file).splitlines() if line.strip()]
    )
    if not typed:
        raise UsageProblemError(f"{args.authorities_file} names no authority; nothing was logged.")
    if args.new_authority and all(name.strip() for name in typed):
        return typed
    return _known(desk, typed)


def _known(desk: Desk, typed: list[str]) -> list[str]:
    """Their names in the directory; one message tells of all that are not known."""
    from foitrack.desk import authorities

    found, unknown = [], []
    for name in typed:
        try:
            found.append(authorities.choice(desk, name).name)
        except authorities.UnknownAuthorityError as problem:
            unknown.append((name, problem))
    if len(unknown) == 1:
        raise unknown[0][1]
    if unknown:
        names = ", ".join(f"“{name}”" for name, _ in unknown)
        raise UsageProblemError(
            f"{len(unknown)} of {len(typed)} authorities are not known: {names}. Check the names, "
            "or add them with --new-authority. Nothing was changed."
        )
    return found


def _text_of(path: str) -> str:
    try:
        return Path(path).read_text("utf-8-sig")
    except OSError as problem:
        raise UsageProblemError(f"{path} cannot be read ({problem.strerror}).") from problem
    except UnicodeDecodeError as problem:
        raise UsageProblemError(f"{path} is not a text file in UTF-8.") from problem


def _print(args: argparse.Namespace, rows: tuple[RequestRow, ...]) -> None:
    from foitrack.cli.lines import request_line
    from foitrack.cli.shapes import request_shape

    if args.json:
        shapes = [request_shape(row) for row in rows]
        print_json(shapes if args.authorities_file else shapes[0])
        return
    for row in rows:
        print(request_line(row))
