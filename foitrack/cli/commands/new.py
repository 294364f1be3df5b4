"""`foitrack new`: an empty case file, to log requests in."""

from __future__ import annotations

import argparse
from pathlib import Path

from foitrack.cli.console import case_file_named, print_json

NAME = "new"
HELP = "Begin an empty case file."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to begin it."""
    parser.add_argument(
        "path", metavar="PATH", nargs="?", help="where; else the case file that commands use"
    )


def run(args: argparse.Namespace) -> int:
    """Make it, with the folders on the way; a place that is taken is left alone."""
    from foitrack import assets
    from foitrack.desk.desk import create

    path = Path(args.path or case_file_named(args))
    create(path, assets.reference()).close()
    if args.json:
        print_json({"path": str(path)})
    else:
        print(f"Made {path}. It is empty: “foitrack add” logs a request in it.")
    return 0
