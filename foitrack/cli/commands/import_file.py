"""`foitrack import`: a new case file from the JSON that `foitrack export` wrote."""

from __future__ import annotations

import argparse
from pathlib import Path

from foitrack.cli.console import UsageProblemError, case_file_named, open_case, print_json

NAME = "import"
HELP = "Make a case file from a JSON file that export wrote; name one that is not there yet."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """From where."""
    parser.add_argument("file", metavar="FILE.json")


def run(args: argparse.Namespace) -> int:
    """Import it whole; where that fails, a case file made for it is taken away again."""
    from foitrack import assets
    from foitrack.desk import importing

    source = Path(args.file)
    if not source.is_file():
        raise UsageProblemError(f"There is no file at {source}. Nothing was imported.")
    where = case_file_named(args)
    new = "://" not in where and not Path(where).exists()
    if new:
        taken = importing.new_from_json_file(Path(where), assets.reference(), source)
    else:
        desk = open_case(args)
        try:
            taken = importing.from_json_file(desk, source)
        finally:
            desk.close()
    if args.json:
        print_json({"path": where, "records": taken, "made": new})
    else:
        print(f"Imported {taken:,} records into {where}.")
    return 0
