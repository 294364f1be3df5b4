"""`foitrack purge`: removes requests in the bin for good. It can't be undone."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from foitrack.cli.console import UsageProblemError, open_case, print_json, today

if TYPE_CHECKING:
    from foitrack.desk.bin import Purged

NAME = "purge"
HELP = "Remove requests in the bin for good, with their documents and history."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which ones, and that it is meant."""
    parser.add_argument(
        "requests", metavar="REQUEST", nargs="*", help="number, reference or authority"
    )
    parser.add_argument(
        "--older", action="store_true", help="all that lay in the bin for more than 30 days"
    )
    parser.add_argument("--yes", action="store_true", help="it is meant: nothing brings it back")


def run(args: argparse.Namespace) -> int:
    """Remove them, or without --yes say what would go."""
    from foitrack.cli.commands.bin import line
    from foitrack.cli.finding_requests import find_request
    from foitrack.desk import bin as the_bin

    if bool(args.requests) == args.older:
        raise UsageProblemError("Say which requests to remove, or --older. Nothing was changed.")
    desk = open_case(args)
    try:
        every = {one.id: one for one in the_bin.contents(desk)}
        if args.older:
            wanted = [one.id for one in the_bin.due(desk)]
        else:
            wanted = [find_request(desk, one, today=today(args)) for one in args.requests]
        if not args.yes and all(one in every for one in wanted):
            what = "; ".join(line(every[one]) for one in wanted) or "nothing"
            raise UsageProblemError(
                f"This would remove for good: {what}. Nothing was changed; --yes does it."
            )
        purged = the_bin.purge(desk, wanted) if wanted else the_bin.Purged(0, the_bin.wipe(desk))
    finally:
        desk.close()
    if args.json:
        print_json({"removed": wanted, "scrubbed": purged.scrubbed, "kept": list(purged.kept)})
    else:
        print(_said(purged))
    return 0


def _said(purged: Purged) -> str:
    from foitrack.law.wording import counted

    said = f"Removed {counted(purged.requests, 'request')} for good. {purged.kept_said()}".rstrip()
    if not purged.scrubbed:
        said += (
            " Another program is reading the case file, so its bytes could not be wiped from the "
            "disk yet: close that program and run “foitrack purge --older --yes”."
        )
    return said
