"""`foitrack demo`: a case file made from the five example responses."""

from __future__ import annotations

import argparse
from pathlib import Path

from foitrack.cli.console import print_json, today

NAME = "demo"
HELP = "Make a case file from the five example responses."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to make it."""
    parser.add_argument("path", metavar="PATH", help="the new case file")


def run(args: argparse.Namespace) -> int:
    """Make it; a place that is taken is left alone."""
    from foitrack import assets
    from foitrack.desk import demo
    from foitrack.desk.agenda import counts

    path = Path(args.path)
    desk = demo.build(path, assets.reference(), assets.seed_folder(), today=today(args))
    try:
        found = counts(desk, today=today(args))
    finally:
        desk.close()
    if args.json:
        print_json({"path": str(path), "requests": found.requests, "case_rows": found.case_rows})
    else:
        print(f"Made {path} with {found.requests} requests and {found.case_rows} case rows.")
    return 0
