"""The columns of the Requests list: their titles, widths, and which give way first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from foitrack.desk.views import SortKey
from ui.law_tips import ANSWER, ASK, REFUSAL, tip


@dataclass(frozen=True, slots=True)
class Column:
    """One column. Widths are in pixels at 100 % text."""

    key: str
    heading: str
    """Untranslated; `title` gives it in the language of the window."""
    sort: SortKey | None
    width: int
    stretches: bool = False
    gives_way: int | None = None
    """Order in which columns are hidden where the window is too narrow; None: never."""
    shown_first: bool = True
    """Whether it is shown until the person chooses otherwise."""

    @property
    def tip(self) -> str:
        """What the law says of what stands in it; the title where it says nothing."""
        return tip(LAW_OF[self.key]) if self.key in LAW_OF else self.title

    @property
    def title(self) -> str:
        """The heading as shown."""
        return QCoreApplication.translate("RequestColumns", self.heading)


COLUMNS: tuple[Column, ...] = (
    Column("state", str(QT_TRANSLATE_NOOP("RequestColumns", "State")), SortKey.STATE, 172),
    Column(
        "authority", str(QT_TRANSLATE_NOOP("RequestColumns", "Authority")), SortKey.AUTHORITY, 184
    ),
    Column(
        "title",
        str(QT_TRANSLATE_NOOP("RequestColumns", "Request")),
        SortKey.TITLE,
        120,
        stretches=True,
        gives_way=1,
    ),
    Column(
        "campaign",
        str(QT_TRANSLATE_NOOP("RequestColumns", "Campaign")),
        SortKey.CAMPAIGN,
        150,
        gives_way=6,
        shown_first=False,
    ),
    Column(
        "reference",
        str(QT_TRANSLATE_NOOP("RequestColumns", "Reference")),
        SortKey.REFERENCE,
        140,
        gives_way=2,
    ),
    Column("sent", str(QT_TRANSLATE_NOOP("RequestColumns", "Sent")), SortKey.SENT, 98, gives_way=3),
    Column("due", str(QT_TRANSLATE_NOOP("RequestColumns", "Due")), SortKey.DUE, 244),
    Column(
        "provisions", str(QT_TRANSLATE_NOOP("RequestColumns", "Exemptions")), None, 94, gives_way=4
    ),
    Column(
        "review", str(QT_TRANSLATE_NOOP("RequestColumns", "Internal review")), SortKey.REVIEW, 158
    ),
)

LAW_OF = {"due": ANSWER, "provisions": REFUSAL, "review": ASK}
"""The columns that the law has something to say of."""

INDEX: dict[str, int] = {column.key: place for place, column in enumerate(COLUMNS)}


def hidden_at(width: int, wanted: frozenset[str], scale: float = 1.0) -> frozenset[str]:
    """The keys of the wanted columns that do not fit in `width` pixels, least needed first.

    `scale` is the size of the text in use over the size at 100 %.
    """
    shown = [column for column in COLUMNS if column.key in wanted]
    giving = sorted(
        (column for column in shown if column.gives_way is not None),
        key=lambda column: column.gives_way or 0,
    )
    hidden: set[str] = set()
    for column in giving:
        if sum(c.width for c in shown if c.key not in hidden) * scale <= width:
            break
        hidden.add(column.key)
    return frozenset(hidden)
