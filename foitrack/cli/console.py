"""What commands share: dates typed by a person, the case file they mean, and printing."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from foitrack.asked import (
    CASE_FILE_VARIABLE,
    UsageProblemError,
    case_file_named,
    parse_date,
    place_named,
    today,
    usual_case_file,
)
from foitrack.cli.output import writes_every_letter

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk

__all__ = [
    "CASE_FILE_VARIABLE",
    "UsageProblemError",
    "case_file_named",
    "open_case",
    "parse_date",
    "place_named",
    "print_json",
    "print_json_line",
    "today",
    "usual_case_file",
]


def open_case(args: argparse.Namespace, *, told: bool = True) -> Desk:
    """The desk of the case file meant; a plain error where there is none.

    Where what was written last is missing, it is `told` on standard error.
    """
    from foitrack import assets
    from foitrack.casefile.troubles import NoCaseFileError
    from foitrack.desk.desk import open_desk

    try:
        desk = open_desk(place_named(args), assets.reference())
    except NoCaseFileError as problem:
        raise UsageProblemError(f"{problem} “foitrack new” begins one there.") from problem
    if told and desk.case.lost_log:
        from foitrack.desk.safety import lost_log_said

        print(f"foitrack: {lost_log_said(desk)}", file=sys.stderr)
    return desk


def print_json(value: Any) -> None:
    """One value as indented JSON on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=not writes_every_letter(), indent=2) + "\n")


def print_json_line(value: Any) -> None:
    """One value as JSON on a line of its own, at once, for whoever asks line by line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=not writes_every_letter()) + "\n")
    sys.stdout.flush()
