"""Every model of the window, filled with invented lines that carry a number each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QAbstractItemModel

from foitrack.desk.holidays import MovedDeadline
from foitrack.desk.schema_preview import Preview
from foitrack.desk.schema_words import UnknownValue, Word
from foitrack.desk.views import AuthorityChoice, TimelineEntry
from foitrack.desk.views.authority import AuthorityLine, Performance
from foitrack.desk.views.coverage import CoverageRow
from foitrack.desk.views.found import Marked
from foitrack.law.terms import Body, Deadline, DeadlineKind, Regime, Step, Strength
from foitrack.reading.findings import CaseRow, CaseValue, Place
from foitrack.reading.schema_definition import (
    FieldDefinition,
    FieldKind,
    SchemaDefinition,
    ValueDefinition,
)
from tests.ui.casedata import samples as cases
from tests.ui.deadlines.test_lines import FIRST, entry, reckoner, weeks
from tests.ui.requests import samples as asked
from tests.ui.today.test_lines import agenda, group, item
from ui.arrivals.lines import Cell, Line
from ui.arrivals.model import ArrivalsModel
from ui.authorities.model import AuthoritiesModel
from ui.campaigns.columns import columns_for
from ui.campaigns.model import CoverageModel
from ui.casedata import columns as case_columns
from ui.casedata.figures import FiguresModel
from ui.casedata.model import CaseRowsModel
from ui.casedata.words_model import WordsModel
from ui.deadlines.lines import list_lines
from ui.deadlines.lines_model import DeadlineLinesModel
from ui.holidays.model import MovedModel
from ui.palette.entries import Entry, Group
from ui.palette.model import PaletteModel
from ui.recording.case_preview import CasePreviewModel
from ui.recording.marks import Mark
from ui.recording.sheet_grid import SheetGrid, SheetLine
from ui.recording.sheet_view import SheetModel
from ui.requests import case_data_tab
from ui.requests.authority_search import Found, FoundModel
from ui.requests.model import RequestsModel
from ui.requests.tick_model import TickModel
from ui.requests.timeline_list import TimelineModel
from ui.schemas import words_table
from ui.schemas.preview import PreviewModel
from ui.today.model import TodayModel

Numbers = Sequence[int]
DAY = date(2023, 3, 1)
FIELDS = ("period", "rank", "platform")


@dataclass(frozen=True, slots=True)
class Filled:
    """A model, and how lines of these numbers come to stand in it, in this order."""

    model: QAbstractItemModel
    show: Callable[[Numbers], None] | None
    """None where the model is made for one content and never changes it."""


def _arrivals() -> Filled:
    model = ArrivalsModel()

    def line(n: int) -> Line:
        return Line(n, Cell(f"letter {n}.txt", "3 kB"), Cell("Read"), Cell("Which request?"))

    return Filled(model, lambda ns: model.show_lines([line(n) for n in ns]))


def _authorities() -> Filled:
    model = AuthoritiesModel()

    def line(n: int) -> AuthorityLine:
        did = Performance(n, n, n, 0, 0, float(n), n)
        return AuthorityLine(f"Council {n}", "", "England", "Council", Regime.FOIA, False, did)

    return Filled(model, lambda ns: model.show([line(n) for n in ns]))


def _coverage() -> Filled:
    model, columns = CoverageModel(), columns_for(("2020", "2021"), nations=True, kinds=True)

    def line(n: int) -> CoverageRow:
        row = replace(asked.ANSWERED, id=n, authority=f"Council {n}")
        return CoverageRow(row, "England", "Council", frozenset(), False, (("2020", n),))

    return Filled(model, lambda ns: model.show([line(n) for n in ns], columns))


def _case_rows() -> Filled:
    model = CaseRowsModel(cases.Shelf().fetch)
    columns = case_columns.columns_for(cases.schema(), FIELDS, one_authority=False)
    return Filled(model, lambda ns: model.show(ns, columns))


def _figures() -> Filled:
    model = FiguresModel()

    def show(ns: Numbers) -> None:
        bars = [cases.Bar(f"Council {n}", (n, 0, 1)) for n in ns]
        charts = (cases.chart("rank", *bars),) if bars else ()
        model.show(replace(cases.overview(), charts=charts))

    return Filled(model, show)


def _words() -> Filled:
    model = WordsModel()

    def word(n: int) -> Word:
        return Word("rank", f"PS {n}", ("Sergeant",) if n % 2 else (), n, bool(n % 2))

    return Filled(model, lambda ns: model.show([word(n) for n in ns]))


def _deadlines() -> Filled:
    model = DeadlineLinesModel()

    def show(ns: Numbers) -> None:
        entries = [entry(FIRST + timedelta(days=n), "due", f"Council {n}") for n in ns]
        model.show(list_lines(weeks(*entries), reckoner()) if ns else ())

    return Filled(model, show)


def _moved() -> Filled:
    model = MovedModel()

    def moved(n: int) -> MovedDeadline:
        old = Deadline(DeadlineKind.RESPONSE, DAY, Strength.STATUTE, "FOIA s10(1)", DAY, 20)
        new = replace(old, on=DAY + timedelta(days=n))
        return MovedDeadline(n, f"Council {n}: a question", old, new)

    return Filled(model, lambda ns: model.show_deadlines(tuple(moved(n) for n in ns)))


def _palette() -> Filled:
    model = PaletteModel()

    def show(ns: Numbers) -> None:
        entries = tuple(Entry(f"request:{n}", "list", Marked(f"Council {n}")) for n in ns)
        model.show([Group("Requests", entries, more=len(ns) > 3)] if ns else [])

    return Filled(model, show)


def _case_preview() -> Filled:
    prose = cases.case_row(2, source="prose", flags=("Made from a sentence",))
    return Filled(CasePreviewModel([cases.case_row(1), prose]), None)


def _sheet() -> Filled:
    lines = [
        SheetLine(4, ("Rank", "Platform"), 1, heading=True),
        SheetLine(5, ("Sergeant", "Facebook"), 1),
        SheetLine(None, ("Constable",), 1),
    ]
    marks = [Mark(1, Place(sheet="Answers", cell="B5:C5"))]
    return Filled(SheetModel(SheetGrid("Answers", 3, 1, lines), marks), None)


def _requests() -> Filled:
    model = RequestsModel(asked.Shelf(1_000).fetch)
    return Filled(model, model.show)


def _choice(n: int) -> AuthorityChoice:
    return AuthorityChoice(n, f"Council {n}", "", "Kent", Regime.FOIA, "", Body.GENERAL)


def _found() -> Filled:
    model = FoundModel()

    def show(ns: Numbers) -> None:
        model.show(Found("council" if ns else "", tuple(_choice(n) for n in ns)))

    return Filled(model, show)


def _ticks() -> Filled:
    """Shown by what is typed, as a filter does: all are offered throughout."""
    model = TickModel()

    def show(ns: Numbers) -> None:
        model.offer(_choice(n) for n in ns)
        model.tick(model.everyone()[:1], on=True)
        model.narrow("council", None, ticked_only=len(ns) == 1)

    return Filled(model, show)


def _timeline() -> Filled:
    model = TimelineModel()

    def entry_of(n: int) -> TimelineEntry:
        return TimelineEntry(DAY + timedelta(days=n), "Sent", "by email", "send", False, n)

    return Filled(model, lambda ns: model.show(tuple(entry_of(n) for n in ns)))


def _rows_of_a_request() -> Filled:
    model = case_data_tab.CaseRowsModel()
    return Filled(model, lambda ns: model.show(tuple(cases.case_row(n) for n in ns)))


RANK = FieldDefinition("rank", FieldKind.CATEGORY)


def _schema_words() -> Filled:
    model = words_table.WordsModel()

    def show(ns: Numbers) -> None:
        values = tuple(ValueDefinition(f"Rank {n}", (f"R{n}",)) for n in ns)
        model.show(replace(RANK, values=values) if ns else None, None)

    return Filled(model, show)


def _schema_preview() -> Filled:
    model = PreviewModel()
    definition = SchemaDefinition("ranks", "Ranks", (RANK,))
    unknown = (UnknownValue("ranks", "rank", "R2", 1, cells=("R2",)),)

    def row(n: int) -> CaseRow:
        values = (CaseValue("rank", f"Rank {n}", f"R{n}"), CaseValue("count", str(n), str(n)))
        return CaseRow(values, Place(table=1, row=n))

    def show(ns: Numbers) -> None:
        model.show(Preview((("Grade", ("rank",)),), tuple(row(n) for n in ns), unknown), definition)

    return Filled(model, show)


def _today() -> Filled:
    model = TodayModel()

    def show(ns: Numbers) -> None:
        rows = [item(f"Council {n}", Step.CHASE, n, (n,)) for n in ns]
        model.show(agenda(group("overdue", *rows)) if ns else agenda())

    return Filled(model, show)


MODELS: Mapping[type[QAbstractItemModel], Callable[[], Filled]] = {
    ArrivalsModel: _arrivals,
    AuthoritiesModel: _authorities,
    CasePreviewModel: _case_preview,
    CaseRowsModel: _case_rows,
    CoverageModel: _coverage,
    DeadlineLinesModel: _deadlines,
    FiguresModel: _figures,
    FoundModel: _found,
    MovedModel: _moved,
    PaletteModel: _palette,
    PreviewModel: _schema_preview,
    RequestsModel: _requests,
    SheetModel: _sheet,
    TickModel: _ticks,
    TimelineModel: _timeline,
    TodayModel: _today,
    WordsModel: _words,
    case_data_tab.CaseRowsModel: _rows_of_a_request,
    words_table.WordsModel: _schema_words,
}
