"""Bank holidays of years that GOV.UK's list does not cover, by rule and our corrections."""

from __future__ import annotations

from collections.abc import Iterator

from foitrack.law.bank_holidays import Corrections, Holiday, Nation, merged, plain_title

_SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}
_OBSERVED = " (observed)"


def computed_holidays(year: int, corrections: Corrections) -> tuple[Holiday, ...]:
    """The bank holidays of a year by the general rules, set right by `corrections`.

    Each nation is asked for by name: the package's United Kingdom as a whole leaves out most of
    the days that only one nation keeps.
    """
    return merged(_computed(year, corrections))


def _computed(year: int, corrections: Corrections) -> Iterator[Holiday]:
    # Imported here: it is slow, and only years outside the published list need it.
    from holidays import country_holidays

    for nation, subdivision in _SUBDIVISIONS.items():
        for on, name in country_holidays("GB", subdiv=subdivision, years=year).items():
            if on.year == year and (on, nation) not in corrections.not_holidays:
                yield Holiday(on, _title(name, corrections), (nation,))


def _title(name: str, corrections: Corrections) -> str:
    # Two holidays on one day come joined with "; ": the first is the one that names the day.
    first = plain_title(name.split("; ")[0])
    substitute = first.endswith(_OBSERVED)
    bare = first.removesuffix(_OBSERVED)
    return corrections.titles.get(bare, bare) + (" (substitute day)" if substitute else "")
