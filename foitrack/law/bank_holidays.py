"""Bank holidays of the four nations: read from GOV.UK's list, or computed for other years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from foitrack.errors import PlainError
from foitrack.saying import say


class Nation(StrEnum):
    """A nation of the United Kingdom; the value is the tag that screens print."""

    ENGLAND = "E"
    WALES = "W"
    SCOTLAND = "S"
    NORTHERN_IRELAND = "NI"

    @property
    def words(self) -> str:
        """The nation's name."""
        return self.name.replace("_", " ").title()


ALL_NATIONS = tuple(Nation)
DIVISIONS: Mapping[str, tuple[Nation, ...]] = {
    "england-and-wales": (Nation.ENGLAND, Nation.WALES),
    "scotland": (Nation.SCOTLAND,),
    "northern-ireland": (Nation.NORTHERN_IRELAND,),
}
_SUBSTITUTE = "Substitute day"
_SUFFIX = " (substitute day)"
_FEWEST_IN_A_YEAR = 8
"""No nation has had fewer bank holidays a year: fewer means that the year is not all there."""


class HolidayListError(PlainError):
    """A list of bank holidays that cannot be trusted; the one in use stays in use."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A bank holiday and the nations that keep it on that day."""

    on: date
    title: str
    nations: tuple[Nation, ...]

    @property
    def why(self) -> str:
        """The reason as read by people: "St Patrick's Day, bank holiday in Northern Ireland"."""
        if self.nations == ALL_NATIONS:
            return f"{self.title}, bank holiday throughout the UK"
        names = [nation.words for nation in self.nations]
        listed = " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
        return f"{self.title}, bank holiday in {listed}"


@dataclass(frozen=True, slots=True)
class Corrections:
    """Our own dated knowledge beside the published list and the general rules."""

    not_holidays: frozenset[tuple[date, Nation]] = frozenset()
    """Taken out of computed years: a rule gives them, the law did not."""
    extra: tuple[Holiday, ...] = ()
    """Put in wherever they are missing."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Computed names in the words of GOV.UK's list."""

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Corrections:
        """From the parsed `holiday-corrections.toml`."""
        removed = frozenset(
            (entry["on"], Nation(nation))
            for entry in data.get("not-a-holiday", ())
            for nation in entry["nations"]
        )
        extra = tuple(
            Holiday(entry["on"], entry["title"], tuple(map(Nation, entry["nations"])))
            for entry in data.get("holiday", ())
        )
        return cls(removed, extra, dict(data.get("titles", {})))


@dataclass(frozen=True, slots=True)
class PublishedHolidays:
    """GOV.UK's list: its holidays, and the first and last year that it covers whole."""

    holidays: tuple[Holiday, ...]
    first_year: int
    last_year: int


def read_govuk(data: object) -> PublishedHolidays:
    """GOV.UK's bank-holidays.json, checked.

    Raises HolidayListError in plain words where the list is not whole or not such a list.
    """
    if not isinstance(data, Mapping):
        raise HolidayListError("This is not GOV.UK's list of bank holidays: it has no divisions.")
    found: list[Holiday] = []
    years: list[list[int]] = []
    for division, nations in DIVISIONS.items():
        entries = list(_entries(data, division))
        whole = _whole_years([on for on, _ in entries])
        if not whole:
            raise HolidayListError(
                say("The list has no whole year of bank holidays for {0}.", division)
            )
        years.append(whole)
        found += [Holiday(on, title, nations) for on, title in entries]
    first, last = max(y[0] for y in years), min(y[-1] for y in years)
    if last < first:
        raise HolidayListError("The list has no year that is whole for all parts of the UK.")
    return PublishedHolidays(merged(found), first, last)


def as_govuk(published: PublishedHolidays) -> dict[str, Any]:
    """The list in the shape in which GOV.UK publishes it."""
    return {
        division: {
            "division": division,
            "events": [
                {
                    "title": holiday.title.removesuffix(_SUFFIX),
                    "date": holiday.on.isoformat(),
                    "notes": _SUBSTITUTE if holiday.title.endswith(_SUFFIX) else "",
                }
                for holiday in published.holidays
                if nations[0] in holiday.nations
            ],
        }
        for division, nations in DIVISIONS.items()
    }


def _entries(data: Mapping[str, Any], division: str) -> Iterable[tuple[date, str]]:
    try:
        for event in data[division]["events"]:
            title = plain_title(str(event["title"]))
            suffix = _SUFFIX if event.get("notes") == _SUBSTITUTE else ""
            yield date.fromisoformat(event["date"]), title + suffix
    except (KeyError, TypeError, ValueError, AttributeError):
        raise HolidayListError(
            say(
                "This is not GOV.UK's list of bank holidays: the part for {0} is missing or "
                "has an entry without a title or a date.",
                division,
            )
        ) from None


def _whole_years(days: Iterable[date]) -> list[int]:
    counts: dict[int, int] = {}
    for on in set(days):
        counts[on.year] = counts.get(on.year, 0) + 1
    whole = sorted(year for year, count in counts.items() if count >= _FEWEST_IN_A_YEAR)
    gap = next((i for i, year in enumerate(whole) if year != whole[0] + i), len(whole))
    return whole[:gap]


def plain_title(title: str) -> str:
    """A holiday's name with straight apostrophes, as the rest of the program writes."""
    return title.replace("\u2019", "'").strip()


def merged(holidays: Iterable[Holiday]) -> tuple[Holiday, ...]:
    """One entry for each day and name, with all the nations that keep it, in order of date."""
    nations: dict[tuple[date, str], set[Nation]] = {}
    for holiday in holidays:
        nations.setdefault((holiday.on, holiday.title), set()).update(holiday.nations)
    return tuple(
        Holiday(on, title, tuple(nation for nation in ALL_NATIONS if nation in kept))
        for (on, title), kept in sorted(nations.items(), key=lambda item: item[0])
    )
