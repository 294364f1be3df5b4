"""`foitrack encrypt`: a case file that opens only with a passphrase; another one, or none."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from foitrack.cli.console import UsageProblemError, print_json

NAME = "encrypt"
HELP = "Protect a case file with a passphrase, change it, or take it off (--off)."
OLDER = (
    "Backups made before are as they were: {0}. Delete them if they must not be read; what was "
    "deleted may still lie on the disk."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which file; never the passphrase: arguments can be seen by every user of the computer."""
    parser.add_argument("path", metavar="PATH", help="the case file")
    parser.add_argument("--off", action="store_true", help="take the passphrase off")
    parser.add_argument(
        "--new-passphrase-file",
        metavar="FILE",
        help="take the new passphrase from the first line of a file; without it you are asked",
    )


def run(args: argparse.Namespace) -> int:
    """Write the file anew; it is as it was where that fails."""
    from foitrack.desk import protection

    path = Path(args.path)
    if args.off:
        if args.new_passphrase_file:
            raise UsageProblemError(
                "--off goes without --new-passphrase-file. Nothing was changed."
            )
        protection.unprotect(path)
    else:
        if protection.is_protected(path):
            _unlock(path)
        passphrase = _new_passphrase(args.new_passphrase_file)
        protection.protect(path, passphrase)
    _tell(args, path)
    return 0


def _unlock(path: Path) -> None:
    """Ask for the present passphrase before the new one."""
    from foitrack import assets
    from foitrack.desk.desk import open_desk

    open_desk(path, assets.reference()).close()


def _new_passphrase(file: str | None) -> str:
    from foitrack import passphrases
    from foitrack.desk.protection import NO_WAY_BACK, hint

    if file is not None:
        return passphrases.first_line(Path(file))
    if not passphrases.on_terminal():
        raise UsageProblemError(
            "Name the new passphrase's file with --new-passphrase-file, or call this in a "
            "terminal. Nothing was changed."
        )
    print(NO_WAY_BACK, file=sys.stderr)
    first = passphrases.typed("New passphrase: ")
    print(hint(first), file=sys.stderr)
    if passphrases.typed("Once more: ") != first:
        raise UsageProblemError("The two passphrases are not the same. Nothing was changed.")
    return first


def _tell(args: argparse.Namespace, path: Path) -> None:
    from foitrack.casefile.backups import all, folder_of

    older = [one.path for one in all(folder_of(path))]
    protected = not args.off
    if args.json:
        told = {"path": str(path), "protected": protected, "older_backups": list(map(str, older))}
        print_json(told)
        return
    print(f"{path} {'opens only with its passphrase' if protected else 'has no passphrase'} now.")
    if older and protected:
        print(OLDER.format(folder_of(path)))
