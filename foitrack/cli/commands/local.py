"""`foitrack local`: work goes on in a copy on this computer's own disk; backups go where it lay."""

from __future__ import annotations

import argparse
from pathlib import Path

from foitrack.cli.console import case_file_named, open_case, print_json, usual_case_file

NAME = "local"
HELP = "Copy a case file out of a synchronised or network folder; its backups go there."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument(
        "target",
        nargs="?",
        metavar="TO",
        help="a path that is free (default: beside the usual case file, by this computer's name)",
    )


def run(args: argparse.Namespace) -> int:
    """Make the copy, and say where work goes on."""
    from foitrack.desk import moving

    path = Path(case_file_named(args))
    named = args.target
    target = Path(named) if named else moving.local_name(path, usual_case_file().parent)
    desk = open_case(args)
    try:
        moved = moving.keep_local(desk, target)
    finally:
        desk.close()
    if args.json:
        places = {"path": moved.path, "original": moved.original, "backups": moved.backups}
        print_json({name: str(place) for name, place in places.items()})
    else:
        print(
            f"Copied {moved.original}, which stays as it was, to {moved.path}. The backups of the "
            f"copy go to {moved.backups}. Name the copy with --case-file from now on."
        )
    return 0
