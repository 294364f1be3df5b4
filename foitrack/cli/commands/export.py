"""`foitrack export`: everything in the case file, for other programs and for safe keeping."""

from __future__ import annotations

import argparse
from pathlib import Path

from foitrack.cli.console import UsageProblemError, open_case, print_json

NAME = "export"
HELP = "Write the whole case file, documents and history included, as one JSON file."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("-o", "--output", metavar="FILE.json", required=True)


def run(args: argparse.Namespace) -> int:
    """Write it; an existing file is replaced only when the new one is whole."""
    from foitrack.desk import exporting

    path = Path(args.output)
    if path.suffix.lower() != ".json":
        raise UsageProblemError(
            f"“{args.output}” does not end in .json, the one format that is exported. "
            "Nothing was written."
        )
    desk = open_case(args)
    try:
        written = exporting.to_json_file(desk, path)
    finally:
        desk.close()
    if args.json:
        print_json({"path": str(path), "records": written, "bytes": path.stat().st_size})
    else:
        print(f"Wrote {path}: {written:,} records, readable by nobody else on this computer.")
    return 0
