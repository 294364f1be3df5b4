"""`foitrack upgrade`: brings a case file of an earlier format to this one, backed up first."""

from __future__ import annotations

import argparse
from pathlib import Path

from foitrack.cli.console import case_file_named, open_case, print_json

NAME = "upgrade"
HELP = "Bring a case file of an earlier version to this one; it is backed up first."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing of its own."""


def run(args: argparse.Namespace) -> int:
    """Open the file, which upgrades it, and say what was done."""
    from foitrack.desk import safety

    path = Path(case_file_named(args))
    before = safety.format_of(path)
    desk = open_case(args)
    try:
        known = safety.listed(safety.folder(desk))
    finally:
        desk.close()
    after = safety.format_of(path)
    kept = next((one for one in known if one.reason == f"before-format-{after}"), None)
    upgraded = before != after
    if args.json:
        backup = str(kept.path) if upgraded and kept else None
        print_json({"path": str(path), "from": before, "to": after, "backup": backup})
    elif not upgraded:
        print(f"{path} is of this program's format ({after}) already.")
    else:
        print(f"Brought {path} from format {before} to {after}.")
        if kept:
            print(f"As it was before it is kept in {kept.path}.")
    return 0
