"""`foitrack restore`: a backup takes the case file's place again."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from foitrack.cli.console import UsageProblemError, case_file_named, print_json

if TYPE_CHECKING:
    from foitrack.desk.safety import Backup, Differences

NAME = "restore"
HELP = "Put a backup back in the case file's place; the present file is set aside."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which backup, and where to."""
    parser.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        help="a folder of backups, or one dated backup; else, with --list or --backup, the case "
        "file's own",
    )
    parser.add_argument(
        "--list", action="store_true", help="list the backups and what the newest would change"
    )
    parser.add_argument(
        "--backup", metavar="DATE", help="which one: how its date begins (default: the newest)"
    )
    parser.add_argument("--to", metavar="PATH", help="put it there, not in the case file's place")


def run(args: argparse.Namespace) -> int:
    """Say what would change, or do it."""
    from foitrack.cli.backup_words import backup_words
    from foitrack.desk import safety
    from foitrack.desk.desk import moment

    known = _known(args.folder) if args.folder else _own(args)
    to = Path(args.to) if args.to else Path(case_file_named(args))
    if args.list:
        return _list(args, known, to)
    chosen = _chosen(known, args.backup)
    done = safety.restore(chosen, to, moment())
    if args.json:
        print_json(
            {
                "path": str(done.path),
                "set_aside": str(done.set_aside) if done.set_aside else None,
                "missing_documents": list(done.missing),
            }
        )
    else:
        print(f"Restored {done.path} as at {backup_words(chosen)}.")
        if done.set_aside:
            print(f"The file that was there is now {done.set_aside}.")
        for name in done.missing:
            print(f"The bytes of “{name}” are not in the backup; what was read from it is.")
    return 1 if done.missing else 0


def _own(args: argparse.Namespace) -> tuple[Backup, ...]:
    """The backups of the case file itself; one is put in its place only where it is named."""
    from foitrack.desk import safety

    if not args.list and not args.backup:
        raise UsageProblemError(
            "Name a folder of backups, or one of the case file's own with --backup DATE; "
            "“foitrack restore --list” shows them. Nothing was changed."
        )
    path = Path(case_file_named(args))
    known = safety.backups_of(path)
    if not known:
        raise UsageProblemError(f"There is no backup of {path} that is known. Name its folder.")
    return known


def _known(named: str) -> tuple[Backup, ...]:
    from foitrack.desk import safety

    path = Path(named)
    known = safety.listed(path if path.is_dir() else path.parent)
    if path.is_file():
        known = tuple(one for one in known if one.path.name == path.name)
    if not known:
        raise UsageProblemError(f"There is no backup at {named}. Nothing was changed.")
    return known


def _chosen(known: tuple[Backup, ...], begins: str | None) -> Backup:
    from foitrack.cli.backup_words import backup_words

    wanted = (begins or "").replace("T", " ")
    for one in known:
        if backup_words(one).startswith(wanted):
            return one
    raise UsageProblemError(f"No backup there is dated {begins}. Nothing was changed.")


def _list(args: argparse.Namespace, known: tuple[Backup, ...], to: Path) -> int:
    from foitrack.cli.backup_words import (
        backup_shape,
        backup_words,
        differences_shape,
        differences_words,
    )

    chosen = _chosen(known, args.backup)
    found = _compared(chosen, to)
    if args.json:
        shapes = [backup_shape(one) for one in known]
        print_json({"backups": shapes, "compared": str(chosen.path), **differences_shape(found)})
        return 0
    for one in known:
        print(backup_words(one))
    print(f"\nRestoring {backup_words(chosen)}:")
    for line in differences_words(found):
        print(f"  {line}")
    return 0


def _compared(chosen: Backup, to: Path) -> Differences:
    """Against the present file; against nothing where that is not there or cannot be read."""
    from foitrack import assets
    from foitrack.desk import safety
    from foitrack.desk.desk import open_desk
    from foitrack.errors import PlainError

    try:
        desk = open_desk(to, assets.reference())
    except PlainError:
        return safety.compare(None, chosen)
    try:
        return safety.compare(desk, chosen)
    finally:
        desk.close()
