"""Lists of bank holidays that a user brings: fetched, checked, stored beside the bundled one."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foitrack.errors import PlainError
from foitrack.law.wording import full_date
from foitrack.saying import say

if TYPE_CHECKING:
    from foitrack.law.calendars import Calendars
    from foitrack.law.holiday_updates import ListChange

NAME = "bank-holidays.json"
GOVUK = "https://www.gov.uk/bank-holidays.json"
"""Where GOV.UK publishes its list; asked only when a person wants it."""
_MOST_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class StoredList:
    """GOV.UK's list as stored, and where it came from, in words."""

    holidays: Any
    source: str


@dataclass(frozen=True, slots=True)
class OfferedList:
    """A newer list that may take the place of the one in use: checked, and not in use yet."""

    change: ListChange
    calendars: Calendars
    source: str


class UnreadableListError(PlainError):
    """A list of bank holidays that could not be fetched; the one in use stays in use."""


class UnsavedListError(PlainError):
    """A newer list that could not be put in place; the one in use stays in use."""


def offered(origin: str, current: Calendars, on: date) -> OfferedList:
    """The list at a file or an https address, joined with the one in use; changes nothing.

    Raises UnreadableListError where it cannot be fetched, and HolidayListError where it is not
    GOV.UK's list or knows less than the one in use.
    """
    from foitrack import assets
    from foitrack.law.bank_holidays import as_govuk, read_govuk
    from foitrack.law.holiday_updates import change_of

    change = change_of(current.published, read_govuk(fetched(origin)))
    source = source_of(origin, on)
    return OfferedList(change, assets.calendars_of(as_govuk(change.joined), source), source)


@contextlib.contextmanager
def put_in_place(offer: OfferedList) -> Iterator[Path]:
    """The offered list in use from here on; the one before comes back where the body fails.

    Raises UnsavedListError where it cannot be written.
    """
    from foitrack import assets
    from foitrack.law.bank_holidays import as_govuk

    before = _bytes_in_place()
    try:
        path = store(as_govuk(offer.change.joined), offer.source)
    except OSError as problem:
        raise UnsavedListError(
            say(
                "The newer list cannot be saved ({0}); the list in use stays, and no deadline "
                "was changed.",
                problem.strerror or problem,
            )
        ) from None
    try:
        yield path
    except BaseException:
        _put_back(before)
        raise
    finally:
        assets.calendars.cache_clear()
        assets.reference.cache_clear()


def _bytes_in_place() -> bytes | None:
    try:
        return place().read_bytes()
    except OSError:
        return None


def _put_back(before: bytes | None) -> None:
    if before is None:
        place().unlink(missing_ok=True)
    else:
        place().write_bytes(before)


def place() -> Path:
    """The file in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("foitrack") / NAME


def stored_list() -> StoredList | None:
    """What the user put in place, or None; a file that cannot be trusted is as good as none."""
    from foitrack.law.bank_holidays import HolidayListError, read_govuk

    try:
        stored = json.loads(place().read_text("utf-8"))
        read_govuk(stored["holidays"])
        return StoredList(stored["holidays"], str(stored["source"]))
    except (OSError, ValueError, TypeError, KeyError, HolidayListError):
        # The bundled list is always there and was checked when it was bundled.
        return None


def source_of(origin: str, on: date) -> str:
    """Where a list came from and when, in words."""
    return f"GOV.UK bank holidays, from {origin} on {full_date(on)}"


def store(holidays: Any, source: str) -> Path:
    """Put a checked list in place, whole or not at all; where it lies."""
    path = place()
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.{os.getpid()}.new")
    text = json.dumps({"source": source, "holidays": holidays}, ensure_ascii=False, indent=1)
    half.write_text(text, "utf-8")
    half.replace(path)
    return path


def fetched(origin: str) -> object:
    """A list from a file, or over HTTPS where a person names an address, as parsed.

    Raises UnreadableListError in plain words.
    """
    data = _from_address(origin) if "://" in origin else _from_file(origin)
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise UnreadableListError(
            say(
                "{0} is not JSON, so it is not GOV.UK's list of bank holidays; the list in use "
                "stays.",
                origin,
            )
        ) from None


def _from_file(origin: str) -> bytes:
    try:
        with Path(origin).open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "it cannot be opened"
        raise UnreadableListError(
            say("{0} cannot be read ({1}); the list in use stays.", origin, reason)
        ) from None
    if len(data) > _MOST_BYTES:
        raise UnreadableListError(
            say("{0} is larger than any list of bank holidays; the list in use stays.", origin)
        )
    return data


def _from_address(origin: str) -> bytes:
    from foitrack import fetching

    if not origin.startswith("https://"):
        raise UnreadableListError(say("{0} is not a file or an https address.", origin))
    try:
        return fetching.fetch(origin, _MOST_BYTES)
    except fetching.FetchError as problem:
        raise UnreadableListError(
            say("{0} cannot be reached ({1}); the list in use stays.", origin, problem)
        ) from None
