"""`foitrack holidays`: the bank holidays in use, and a newer list in their place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foitrack.cli.console import open_case, place_named, print_json, today
from foitrack.cli.program import DONE
from foitrack.law.bank_holidays import Holiday
from foitrack.law.calendars import Calendars
from foitrack.law.holiday_updates import ListChange
from foitrack.law.wording import DEADLINE_WORDS, full_date

if TYPE_CHECKING:
    from foitrack.desk.holidays import MovedDeadline

NAME = "holidays"
HELP = "the bank holidays in use, their source and last sure day; --update brings a newer list"

NOT_SAVED = 1
_AHEAD = timedelta(days=366)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--update",
        metavar="FILE|URL",
        help="a newer list in GOV.UK's JSON, from a file or over HTTPS",
    )
    parser.add_argument(
        "--yes", action="store_true", help="put the newer list in place without asking"
    )


def run(args: argparse.Namespace) -> int:
    """Show the holidays, or what a newer list changes, and put it in place when agreed."""
    from foitrack import assets

    calendars = assets.calendars()
    if args.update is None:
        _show(calendars, today(args), as_json=args.json)
        return DONE
    return _update(args, calendars)


def _show(calendars: Calendars, as_at: date, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "source": calendars.source,
                "version": calendars.version,
                "first_year": calendars.first_year,
                "last_sure_day": calendars.last_sure_day.isoformat(),
                "holidays": [_holiday(holiday) for holiday in calendars.published.holidays],
            }
        )
        return
    print(f"Source: {calendars.source}")
    print(f"Listed from {calendars.first_year}; last sure day {full_date(calendars.last_sure_day)}")
    print("Other years are computed, and days in later years are provisional.")
    coming = calendars.holidays_between(as_at, as_at + _AHEAD)
    print("The next twelve months:")
    for on, title, nations in coming:
        print(f"  {full_date(on)}  {Holiday(on, title, nations).why}")


def _update(args: argparse.Namespace, calendars: Calendars) -> int:
    from foitrack import holiday_lists

    offer = holiday_lists.offered(args.update, calendars, today(args))
    deadlines = _moved(args, offer.calendars)
    _print_change(offer.change, deadlines, offer.calendars, as_json=args.json)
    if not (args.yes or _agreed()):
        print("Nothing was saved; add --yes to use this list.", file=sys.stderr)
        return NOT_SAVED
    with holiday_lists.put_in_place(offer) as path:
        _recount(args, offer.calendars)
    print(f"The list is in use and lies in {path}.", file=sys.stderr)
    return DONE


def _recount(args: argparse.Namespace, newer: Calendars) -> None:
    """Write the new days into the case file, where there is one."""
    if not _has_case_file(args):
        return
    from foitrack.desk import requests
    from foitrack.desk.holidays import with_calendars

    desk = open_case(args)
    try:
        requests.recount(with_calendars(desk, newer))
    finally:
        desk.close()


def _has_case_file(args: argparse.Namespace) -> bool:
    named = place_named(args)
    return "://" in named or Path(named).exists()


def _agreed() -> bool:
    if not sys.stdin.isatty():
        return False
    print("Use this list? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _moved(args: argparse.Namespace, newer: Calendars) -> tuple[MovedDeadline, ...]:
    """The open deadlines of the case file that move, where there is a case file."""
    if not _has_case_file(args):
        return ()
    from foitrack.desk.holidays import moved_by

    desk = open_case(args)
    try:
        return moved_by(desk, newer, today=today(args))
    finally:
        desk.close()


def _print_change(
    change: ListChange, deadlines: Iterable[MovedDeadline], newer: Calendars, *, as_json: bool
) -> None:
    if as_json:
        print_json(
            {
                "last_sure_day": newer.last_sure_day.isoformat(),
                "added": [_holiday(holiday) for holiday in change.added],
                "removed": [_holiday(holiday) for holiday in change.removed],
                "deadlines": [_moved_json(deadline) for deadline in deadlines],
            }
        )
        return
    print(f"Last sure day: {full_date(newer.last_sure_day)}")
    for word, holidays in (("New", change.added), ("Gone", change.removed)):
        for holiday in holidays:
            print(f"  {word}: {full_date(holiday.on)}  {holiday.why}")
    if not (change.added or change.removed):
        print("  No bank holiday changes.")
    for deadline in deadlines:
        what = DEADLINE_WORDS[deadline.old.kind]
        old, new = full_date(deadline.old.on), full_date(deadline.new.on)
        print(f"  {deadline.request}: {what} moves from {old} to {new}")


def _moved_json(deadline: MovedDeadline) -> dict[str, Any]:
    return {
        "request": deadline.request_id,
        "title": deadline.request,
        "kind": deadline.old.kind,
        "old": deadline.old.on.isoformat(),
        "new": deadline.new.on.isoformat(),
    }


def _holiday(holiday: Holiday) -> dict[str, Any]:
    return {
        "on": holiday.on.isoformat(),
        "title": holiday.title,
        "nations": [nation.words for nation in holiday.nations],
    }
