"""Finds what ships with the program and parses it into the values that law and reading take.

The one place that knows where `resources` and `seeds` lie: in a checkout beside the package, in
an installed wheel inside it, in a frozen program in its bundle.
"""

from __future__ import annotations

import json
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    # Each is imported when it is asked for: `foitrack due` needs the calendars only.
    from foitrack.desk.reference import Reference
    from foitrack.law.authorities import Directory
    from foitrack.law.calendars import Calendars
    from foitrack.law.provisions import Catalogue
    from foitrack.law.terms import Regime
    from foitrack.reading.context import ReadingContext
    from foitrack.reading.likeness import Likeness
    from foitrack.reading.schema import CaseSchema


@cache
def root() -> Path:
    """The folder that holds `resources` and `seeds`."""
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    places = [Path(bundle)] if bundle else []
    places += [package / "_data", package.parent]
    for place in places:
        if (place / "resources").is_dir() and (place / "seeds").is_dir():
            return place
    raise FileNotFoundError("resources and seeds are not beside the program; install it again")


def resource(*parts: str) -> Path:
    """A file or folder in `resources`."""
    return root().joinpath("resources", *parts)


def guide_text(name: str) -> Path:
    """A text of the guide, such as user-guide.md: what is read on paper is shown in the window."""
    return root() / "docs" / name


def seed_folder() -> Path:
    """The folder of the five example responses."""
    return root() / "seeds"


@cache
def calendars() -> Calendars:
    """The bank holidays in use: the list that the user put in place, else the bundled one.

    A newer version of the program may bring a list that knows more than the user's.
    """
    from foitrack.holiday_lists import stored_list

    bundled = bundled_calendars()
    stored = stored_list()
    if stored is None:
        return bundled
    users = calendars_of(stored.holidays, stored.source)
    return users if users.last_sure_day >= bundled.last_sure_day else bundled


@cache
def bundled_calendars() -> Calendars:
    """The bank holidays that ship with the program."""
    from foitrack.law.wording import full_date

    published = _toml("law", "holiday-corrections.toml")["published"]
    data = json.loads(resource("bank-holidays.json").read_text("utf-8"))
    on = full_date(published["on"])
    return calendars_of(data, f"{published['source']}, as published on {on}")


def calendars_of(govuk: object, source: str) -> Calendars:
    """Calendars from GOV.UK's list as parsed, with our rules and corrections.

    Raises HolidayListError where the list cannot be trusted.
    """
    from foitrack.law.bank_holidays import Corrections
    from foitrack.law.calendars import Calendars
    from foitrack.law.regimes import Rules

    return Calendars.from_govuk(
        govuk,
        Rules.from_data(_toml("law", "regimes.toml")),
        corrections=Corrections.from_data(_toml("law", "holiday-corrections.toml")),
        source=source,
    )


@cache
def catalogue() -> Catalogue:
    """The exemptions, exceptions and other provisions."""
    from foitrack.law.provisions import Catalogue

    return Catalogue.from_data(_toml("law", "provisions.toml"))


@cache
def directory() -> Directory:
    """The public authorities a campaigner meets first."""
    import csv

    from foitrack.law.authorities import Directory

    with resource("authorities.csv").open(encoding="utf-8", newline="") as file:
        return Directory.from_rows(csv.DictReader(file))


@cache
def schemas() -> Mapping[str, CaseSchema]:
    """The case schemas that ship, by name."""
    from foitrack.reading.schema import CaseSchema

    files = sorted(resource("schemas").glob("*.toml"))
    found = [CaseSchema.from_mapping(_toml("schemas", file.name)) for file in files]
    return {schema.name: schema for schema in found}


@cache
def likeness() -> Mapping[str, Likeness]:
    """What the words of letters read by people say, by the field of which they say it."""
    from foitrack.reading.likeness import Likeness

    found = {}
    for file in sorted(resource("likeness").glob("*.tsv")):
        with file.open(encoding="utf-8") as rows:
            found[file.stem] = Likeness.from_rows(rows)
    return found


def reading_context(regime: Regime | None = None, schema: str | None = None) -> ReadingContext:
    """What reading a document takes, with all that ships."""
    from foitrack.reading.context import ReadingContext

    return ReadingContext(catalogue(), directory(), schemas(), regime, schema, likeness=likeness())


def _toml(*parts: str) -> dict[str, Any]:
    return tomllib.loads(resource(*parts).read_text("utf-8"))


@cache
def reference() -> Reference:
    """All of it, as the desk takes it."""
    from foitrack.desk.reference import Reference

    return Reference(calendars(), catalogue(), directory(), schemas(), likeness())
