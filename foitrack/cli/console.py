"""What commands share: dates typed by a person, the case file they mean, and printing."""

from __future__ import annotations

import argparse
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foitrack.errors import PlainError

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk

CASE_FILE_VARIABLE = "FOITRACK_CASE_FILE"


class UsageProblemError(PlainError):
    """Something typed on the command line that cannot be acted on; ends with status 2."""


def parse_date(text: str) -> date:
    """A day written as YYYY-MM-DD.

    Raises UsageProblemError where it is written otherwise or is in no calendar.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageProblemError(
            f"“{text}” is not a date that exists; write it as year-month-day, like 2023-03-30."
        ) from None


def today(args: argparse.Namespace) -> date:
    """The day that the command treats as today: `--as-at`, or the real one."""
    if args.as_at is not None:
        return parse_date(args.as_at)
    return date.today()  # noqa: DTZ011 - a date of the person's own calendar, without a zone


def case_file_named(args: argparse.Namespace) -> str:
    """The path or address of the case file: the option, the variable, or the usual place."""
    named: str | None = args.case_file or os.environ.get(CASE_FILE_VARIABLE)
    return named or str(usual_case_file())


def usual_case_file() -> Path:
    """Where the case file lies when nobody says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("foitrack") / "requests.foitrack"


def open_case(args: argparse.Namespace) -> Desk:
    """The desk of the case file meant; a plain error where there is none."""
    from foitrack import assets
    from foitrack.desk.desk import open_desk

    return open_desk(case_file_named(args), assets.reference())


def print_json(value: Any) -> None:
    """One value as indented JSON on standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def print_json_line(value: Any) -> None:
    """One value as JSON on a line of its own."""
    json.dump(value, sys.stdout, ensure_ascii=False, separators=(", ", ": "))
    sys.stdout.write("\n")
