"""`foitrack due`: the deadlines that events give, and why."""

from __future__ import annotations

import argparse
import io
import sys
from datetime import date

from foitrack.cli.console import UsageProblemError, print_json, print_json_line, today
from foitrack.cli.deadline_answers import as_json, as_text
from foitrack.cli.deadline_questions import Question, parse_line, parse_question
from foitrack.cli.program import BAD_INPUT, DONE
from foitrack.errors import PlainError
from foitrack.law.calendars import Calendars
from foitrack.law.clock import reckon
from foitrack.law.terms import Reckoning

NAME = "due"
HELP = "the deadlines that events give rise to, and why each is the day it is"

NOTHING_TO_COUNT = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--law", metavar="LAW", help="FOIA (default), EIR, FOISA or EISR")
    parser.add_argument(
        "--body",
        metavar="BODY",
        help="general (default), school, national-archives, keeper, armed-forces or abroad",
    )
    parser.add_argument(
        "--event",
        action="append",
        default=[],
        metavar="KIND=DATE[,until=DATE]",
        help="something that happened; repeat it for each event",
    )
    parser.add_argument(
        "--closed",
        action="append",
        default=[],
        metavar="FROM..TO",
        help="a school's holidays, both ends included; may be repeated",
    )
    parser.add_argument("--explain", action="store_true", help="add every calendar day")
    parser.add_argument(
        "--json-lines",
        action="store_true",
        help="one question a line of JSON on standard input, one answer a line",
    )


def run(args: argparse.Namespace) -> int:
    """Answer, and say with the exit status whether there was anything to count from."""
    from foitrack import assets

    question = parse_question(args.law, args.body, args.event, args.closed)
    as_at = today(args)
    calendars = assets.calendars()
    if args.json_lines:
        if args.event:
            raise UsageProblemError("With --json-lines the events come in the lines, not --event.")
        return _answer_lines(question, calendars, as_at, explained=args.explain)
    if not question.events:
        raise UsageProblemError("Say what happened with --event, like --event received=2023-03-01.")
    reckoning = _reckon(question, calendars, as_at)
    if args.json:
        print_json(as_json(question.law, reckoning, calendars, explained=args.explain))
    else:
        for line in as_text(question.law, reckoning, calendars, explained=args.explain):
            print(line)
    return DONE if reckoning.deadlines else NOTHING_TO_COUNT


def _reckon(question: Question, calendars: Calendars, as_at: date) -> Reckoning:
    return reckon(
        question.law,
        question.events,
        calendars,
        today=as_at,
        body=question.body,
        closed=question.closed,
    )


def _answer_lines(defaults: Question, calendars: Calendars, as_at: date, *, explained: bool) -> int:
    """One answer for each line, as soon as it is read; a bad line does not stop the rest."""
    status = DONE
    first_problem = ""
    if isinstance(sys.stdin, io.TextIOWrapper):
        # A byte that is no UTF-8 spoils its own line only; some programs begin with a mark.
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            question = parse_line(line, defaults)
            reckoning = _reckon(question, calendars, as_at)
        except PlainError as problem:
            first_problem = first_problem or f"Line {number}: {problem}"
            print_json_line({"error": {"kind": "bad-input", "message": str(problem)}})
            continue
        status = status if reckoning.deadlines else NOTHING_TO_COUNT
        print_json_line(as_json(question.law, reckoning, calendars, explained=explained))
    if first_problem:
        print(f"foitrack: {first_problem}", file=sys.stderr)
        return BAD_INPUT
    return status
