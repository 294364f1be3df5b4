"""A site's own bars and paths, saved with the page, are no tables; short tables stay tables."""

from __future__ import annotations

import pytest

from foitrack.reading.findings import Place
from foitrack.reading.tables.finding import find_tables

BARS = [
    "Follow us: | Facebook | Twitter | YouTube\nSitemap | Accessibility | Privacy policy",
    "Home | Council | Council information | Freedom of information | Responses to\n"
    "requests | EIR/2023/112",
    "Home | Your Council | Strategies, plans and policies | Freedom of\ninformation | "
    "Disclosure log",
    "A-Z | Services | Contact us\nCymraeg | English | Search",
]
TABLES = [
    "Force | Officers\nAshdale Police | 12\nBroomfield Police | 4",
    "News | Cost\nNewsletter | £400",
    "Home | Dismissed\nPrison | 3",
]


def tables(text: str) -> int:
    return len(find_tables(text, lambda start, end: Place(start=start, end=end)))


@pytest.mark.parametrize("bar", BARS)
def test_bars_are_no_tables(bar: str) -> None:
    assert tables(f"Ashdale Council\n\n{bar}\n\nYour request is refused.\n") == 0


@pytest.mark.parametrize("table", TABLES)
def test_short_tables_are(table: str) -> None:
    assert tables(f"Our answer:\n\n{table}\n\nYours sincerely\n") == 1
