"""`foitrack summary`: the PDF summary."""

from __future__ import annotations

import argparse
from pathlib import Path

from foitrack.cli.console import UsageProblemError, open_case, print_json, today

NAME = "summary"
HELP = "Write the PDF summary of the requests."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which campaign, and where to."""
    parser.add_argument("--campaign", metavar="C", help="only this campaign")
    parser.add_argument("-o", "--output", metavar="FILE.pdf", required=True)


def run(args: argparse.Namespace) -> int:
    """Write it; an existing file is replaced only when the new one is whole."""
    from foitrack.cli.commands.list import campaign_named
    from foitrack.desk import reports
    from foitrack.reporting.contents import SummaryOptions

    path = Path(args.output)
    if not path.name or path.is_dir():
        raise UsageProblemError(f"“{args.output}” is no name for a file; nothing was written.")
    desk = open_case(args)
    try:
        campaign = campaign_named(desk, args.campaign) if args.campaign else None
        pdf = reports.summary_pdf(desk, campaign, today=today(args), options=SummaryOptions())
    finally:
        desk.close()
    _write(path, pdf)
    if args.json:
        print_json({"path": str(path), "bytes": len(pdf)})
    else:
        print(f"Wrote {path}.")
    return 0


def _write(path: Path, data: bytes) -> None:
    unfinished = path.with_name(path.name + ".part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as problem:
        unfinished.unlink(missing_ok=True)
        raise UsageProblemError(f"{path} cannot be written ({problem.strerror}).") from problem
