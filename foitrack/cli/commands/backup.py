"""`foitrack backup`: the case file with all its documents, into any folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from foitrack.cli.console import case_file_named, open_case, print_json

NAME = "backup"
HELP = "Back the case file up, with all its documents."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        help="the folder to make the folder of backups in (default: where its backups lie)",
    )


def run(args: argparse.Namespace) -> int:
    """Make it, and say where it is."""
    from foitrack.cli.backup_words import backup_shape, backup_words
    from foitrack.desk import safety

    case_file_named(args)
    desk = open_case(args)
    try:
        made = safety.backup(desk, Path(args.output) if args.output else None)
    finally:
        desk.close()
    if args.json:
        print_json(backup_shape(made))
    else:
        print(f"Backed up to {made.path.parent}: {backup_words(made)}.")
    return 0
