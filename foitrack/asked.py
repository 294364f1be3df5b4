"""What a person asks for when they start the program: which case file, and as at which day.

Shared by the command line and the window's two commands, which do not know each other.
"""

from __future__ import annotations

import argparse
import os
from datetime import date, datetime
from pathlib import Path

from foitrack.casefile.addresses import is_server, on_server, without_password
from foitrack.errors import PlainError

CASE_FILE_VARIABLE = "FOITRACK_CASE_FILE"
SQLITE = "sqlite:///"
"""How the address of a SQLite file begins; the path follows."""


class UsageProblemError(PlainError):
    """Something typed on the command line that cannot be acted on; ends with status 2."""


def parse_date(text: str) -> date:
    """A day written as YYYY-MM-DD.

    Raises UsageProblemError where it is written otherwise or is in no calendar.
    """
    try:
        # The library would also take 20230330 and week dates, which may be slips of the pen.
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise UsageProblemError(
            f"“{text}” is not a date that exists; write it as year-month-day, like 2023-03-30."
        ) from None


def today(args: argparse.Namespace) -> date:
    """The day that the command treats as today: `--as-at`, or the real one."""
    if args.as_at is not None:
        from foitrack.law.working_days import check_countable

        as_at = parse_date(args.as_at)
        check_countable(as_at)
        return as_at
    return date.today()  # noqa: DTZ011 - a date of the person's own calendar, without a zone


def case_file_named(args: argparse.Namespace) -> str:
    """The path of the case file: the option, the variable, or the usual place.

    UsageProblemError for one on a server: what asks for a path looks at the file itself.
    """
    place = place_named(args)
    if is_server(place):
        raise UsageProblemError(
            f"“{without_password(place)}” is an address; this works on case files on this "
            "computer only, so name a file. Nothing was changed."
        )
    return place


def place_named(args: argparse.Namespace) -> str:
    """The path or the server's address of the case file; an address may hold a password."""
    named: str | None = args.case_file or os.environ.get(CASE_FILE_VARIABLE)
    return checked_place(named) if named else str(usual_case_file())


def checked_place(named: str) -> str:
    """A path as it is, also out of an address of SQLite, or a server's address.

    UsageProblemError for an address that this program knows nothing to do with.
    """
    if is_server(named):
        return on_server(named)
    path = named.removeprefix(SQLITE)
    if path == named and "://" in named:
        raise UsageProblemError(
            f"“{without_password(named)}” is an address of a kind that this program cannot open; "
            "name a file, or a server as postgresql+psycopg://NAME@SERVER/DATABASE. "
            "Nothing was changed."
        )
    return path


def usual_case_file() -> Path:
    """Where the case file lies when nobody says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("foitrack") / "requests.foitrack"
