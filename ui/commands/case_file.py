"""Opens the case file that a command asks for. No Qt: what is imported before Qt loads faster."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from foitrack import asked, assets
from foitrack.errors import PlainError

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk


def open_asked(args: argparse.Namespace) -> tuple[Desk, str]:
    """The desk of the case file asked for, and where that is.

    The usual one is made where it is not there yet; one that was named must exist. Raises a
    plain error where it cannot be opened.
    """
    from foitrack.desk.desk import create, open_desk

    place = asked.place_named(args)
    if "://" in place:
        desk = open_desk(place, assets.reference())
        # An address may hold a password, which is shown nowhere and remembered nowhere.
        return desk, desk.case.address
    path = Path(place)
    named = bool(args.case_file or os.environ.get(asked.CASE_FILE_VARIABLE))
    # Not Path.exists: that fails where a folder on the way may not be entered.
    if not named and not os.path.exists(path):  # noqa: PTH110
        _make_folder(path.parent)
        return create(path, assets.reference()), place
    return open_desk(place, assets.reference()), place


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise PlainError(
            f"The folder {folder} for your case file could not be made ({problem.strerror}). "
            "Name another place with --case-file."
        ) from problem
