"""`foitrack show`: one request with everything about it."""

from __future__ import annotations

import argparse

from foitrack.cli.console import open_case, print_json, today

NAME = "show"
HELP = "Show one request: its clock, responses, exemptions and review."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which one."""
    parser.add_argument("request", metavar="REQUEST", help="number, reference or authority")


def run(args: argparse.Namespace) -> int:
    """Print it."""
    from foitrack.cli.finding_requests import find_request
    from foitrack.cli.lines import detail_lines
    from foitrack.cli.shapes import detail_shape
    from foitrack.desk import requests

    as_at = today(args)
    desk = open_case(args)
    try:
        detail = requests.detail(desk, find_request(desk, args.request, today=as_at), today=as_at)
    finally:
        desk.close()
    if args.json:
        print_json(detail_shape(detail))
    else:
        for line in detail_lines(detail):
            print(line)
    return 0
