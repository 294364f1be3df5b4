"""`foitrack check`: whether the case file is whole."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from foitrack.cli.console import case_file_named, open_case, print_json

NAME = "check"
HELP = "Check that the case file is whole; status 1 where it is not."
DAMAGED = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What else to do."""
    parser.add_argument(
        "--rescue",
        metavar="FILE",
        help="save what can be read of a damaged case file into a new one; the old one stays",
    )


def run(args: argparse.Namespace) -> int:
    """Say what is wrong, what was made anew, and what to do."""
    if args.rescue:
        return _rescue(args)
    from foitrack.casefile.troubles import CaseFileError
    from foitrack.desk import moving, safety

    path = Path(case_file_named(args))
    said = (safety.warning(path), moving.copies_said(path))
    warning = " ".join(one for one in said if one) or None
    try:
        desk = open_case(args, told=False)
    except CaseFileError as problem:
        if not safety.is_damaged(path):
            raise
        return _damaged(args, path, str(problem))
    try:
        found = safety.check(desk, mend=True)
    finally:
        desk.close()
    troubles = [{"kind": one.kind, "message": one.message} for one in found.troubles]
    return _tell(args, path, troubles, list(found.mended), warning)


def _damaged(args: argparse.Namespace, path: Path, message: str) -> int:
    return _tell(args, path, [{"kind": "damage", "message": message}], [], None)


def _tell(
    args: argparse.Namespace,
    path: Path,
    troubles: list[dict[str, str]],
    mended: list[str],
    warning: str | None,
) -> int:
    newest = _newest_backup(path) if troubles else None
    if args.json:
        told: dict[str, Any] = {"path": str(path), "troubles": troubles, "mended": mended}
        print_json({**told, "warning": warning, "newest_backup": newest})
        return DAMAGED if troubles else 0
    for one in troubles:
        print(one["message"])
    for message in mended:
        print(f"{message} That was made anew; nothing is lost.")
    if warning:
        print(warning)
    if newest:
        print(f"The newest backup is {newest}: foitrack restore “{Path(newest).parent}” --list")
    if not troubles:
        print(f"{path} is whole.")
    return DAMAGED if troubles else 0


def _newest_backup(path: Path) -> str | None:
    from foitrack.desk import safety

    known = safety.backups_of(path)
    return str(known[0].path) if known else None


def _rescue(args: argparse.Namespace) -> int:
    from foitrack import assets
    from foitrack.desk import rescuing

    path = Path(case_file_named(args))
    saved = rescuing.rescue(path, Path(args.rescue), assets.reference())
    if args.json:
        print_json(
            {
                "path": str(saved.path),
                "tables": {
                    one.name: {"saved": one.saved, "lost": one.lost} for one in saved.tables
                },
                "lost_documents": list(saved.lost_documents),
                "nameless_documents": saved.nameless,
                "history_kept": saved.history_kept,
            }
        )
    else:
        for line in saved.in_words():
            print(line)
    return DAMAGED if saved.lost_anything else 0
