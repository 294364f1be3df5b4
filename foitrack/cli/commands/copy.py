"""`foitrack copy`: a case file copied whole between a file and a server, and verified."""

from __future__ import annotations

import argparse

from foitrack.cli.console import UsageProblemError, print_json

NAME = "copy"
HELP = "Copy a case file to a new place: from a file to a server, or back."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """From where, and where to."""
    parser.add_argument("source", metavar="FROM", help="the case file: a path or an address")
    parser.add_argument("target", metavar="TO", help="a path that is free, or an empty database")


def run(args: argparse.Namespace) -> int:
    """Copy it; where something does not arrive as it was sent, nothing is kept there."""
    from foitrack.asked import checked_place

    if args.case_file:
        raise UsageProblemError(
            "This command takes both places as its own words: foitrack copy FROM TO. "
            "Nothing was copied."
        )
    source, target = checked_place(args.source), checked_place(args.target)
    from foitrack.casefile import copying, storage
    from foitrack.casefile.addresses import without_password

    case = storage.open_case_file(source)
    try:
        rows = copying.copy(case, target)
    finally:
        case.close()
    shown = without_password(target)
    if args.json:
        print_json({"from": case.address, "to": shown, "rows": rows})
    else:
        print(
            f"Copied {case.address} to {shown}: {rows['request']} requests, "
            f"{rows['document']} documents, {rows['case_row']} case rows, and the history. "
            "Every row was read back and is as it was."
        )
    return 0
