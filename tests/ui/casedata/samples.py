"""Invented case rows and charts for the tests of the Case data page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from foitrack import assets
from foitrack.desk.views import Bar, CaseOverview, CaseRowView, Chart
from foitrack.reading.findings import Place
from foitrack.reading.schema import CaseSchema

SERIES = ("North Council", "South Council", "East Council")


def schema() -> CaseSchema:
    return assets.schemas()["police-misconduct"]


def case_row(row_id: int = 1, **changes: object) -> CaseRowView:
    given: dict[str, object] = {
        "id": row_id,
        "request_id": 1,
        "authority": "North Council",
        "values": {
            "period": ("2021-03",),
            "rank": ("Sergeant",),
            "platform": ("Instagram", "Facebook"),
            "allegation": ("Shared a picture of a meeting",),
            "outcome": ("Written warning",),
        },
        "printed": {
            "Date": "03/2021",
            "Rank": "SG",
            "Social media": "Instagram and Facebook",
            "Allegation": "Shared a picture of a meeting",
            "Outcome": "Written warning",
        },
        "count": 1,
        "low": 1,
        "high": 1,
        "place": Place(table=1, row=row_id),
        "document_id": 7,
        "document": "reply.txt",
        "checked": True,
    }
    return CaseRowView(**(given | changes))  # type: ignore[arg-type]


def chart(field: str = "platform", *bars: Bar, series: tuple[str, ...] = SERIES) -> Chart:
    own = bars or (
        Bar("Facebook", (30, 4, 0)),
        Bar("WhatsApp", (20, 5, 3)),
        Bar("Not given", (0, 0, 7), known=False),
    )
    return Chart(f"By {field}", field, series, own)


def overview(*charts: Chart, caution: str = "") -> CaseOverview:
    return CaseOverview(81, 87, 90, 5, SERIES, charts or (chart(),), caution)


class Shelf:
    """Hands out rows by id, at once or when told to, and notes what it was asked for."""

    def __init__(self, *, at_once: bool = True) -> None:
        self.asked: list[tuple[int, ...]] = []
        self.waiting: list[Callable[[], None]] = []
        self._at_once = at_once

    def fetch(self, ids: Sequence[int], take: Callable[[tuple[CaseRowView, ...]], None]) -> None:
        self.asked.append(tuple(ids))
        rows = tuple(case_row(row_id) for row_id in ids)
        self.waiting.append(lambda: take(rows))
        if self._at_once:
            self.give()

    def give(self) -> None:
        for hand_over in self.waiting:
            hand_over()
        self.waiting.clear()
