"""Reports through the real page, over a real case file and a real PDF."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from foitrack import assets
from foitrack.desk import reports, requests
from foitrack.desk.views import NewRequest
from foitrack.reporting.contents import SummaryOptions
from tests.reporting.reading_back import read_back
from ui import theme
from ui.reports import page as page_module
from ui.reports import printing
from ui.reports.options_rail import details_of
from ui.reports.page import ReportsPage
from ui.workspace import Workspace

Settle = Callable[[Workspace], None]


@dataclass
class Opened:
    page: ReportsPage
    workspace: Workspace
    wait: Callable[[], None]
    notices: list[str] = field(default_factory=list)


@pytest.fixture
def open_page(qtbot: QtBot, settle: Settle) -> Callable[[Workspace], Opened]:
    def go(workspace: Workspace) -> Opened:
        page = ReportsPage(workspace)
        qtbot.addWidget(page)
        page.resize(1224, 860)

        def wait() -> None:
            qtbot.waitUntil(lambda: page.ready() and workspace.tasks.idle(), timeout=20_000)

        opened = Opened(page, workspace, wait)
        workspace.notice.connect(lambda words, _: opened.notices.append(words))
        page.show()
        wait()
        return opened

    return go


@pytest.fixture
def opened(workspace: Workspace, open_page: Callable[[Workspace], Opened]) -> Opened:
    return open_page(workspace)


@pytest.fixture(scope="module")
def shown_once(unaltered: Workspace) -> Iterator[Opened]:
    """A page with all its pages made, one for the tests of this module that choose nothing."""
    page = ReportsPage(unaltered)
    page.resize(1224, 860)

    def wait() -> None:
        until = time.monotonic() + 20
        while not (page.ready() and unaltered.tasks.idle()):
            assert time.monotonic() < until, "the pages have not come"
            QTest.qWait(10)

    opened = Opened(page, unaltered, wait)
    unaltered.notice.connect(lambda words, _: opened.notices.append(words))
    page.show()
    wait()
    yield opened
    page.close()
    page.deleteLater()


@pytest.fixture
def seen(dressed: QApplication, shown_once: Opened) -> Opened:
    """That page, of which nothing was said yet."""
    shown_once.notices.clear()
    return shown_once


def shown_text(page: ReportsPage) -> str:
    pages = page.view.pages()
    assert pages is not None
    return read_back(pages.data).text


def count(page: ReportsPage) -> int:
    pages = page.view.pages()
    assert pages is not None
    return pages.count


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ([date(2023, 2, 9)], "1 overdue, with the time taken"),
        ([date(2023, 2, 9), date(2023, 3, 20)], "1 as one table; 1 overdue, with the time taken"),
        ([date(2023, 3, 20)], "1 as one table"),
    ],
)
def test_what_is_overdue_is_not_said_to_be_none(
    empty_workspace: Workspace, sent: list[date], said: str
) -> None:
    desk, today = empty_workspace.desk, empty_workspace.today
    for on in sent:
        requests.log(desk, NewRequest("Speed cameras", "Kent Police", sent_on=on), today=today)
    summary = reports.summary(desk, None, today=today, options=SummaryOptions())
    assert details_of(summary).waiting == said
    without = reports.summary(desk, None, today=today, options=SummaryOptions(times=False))
    assert details_of(without).waiting == f"{len(sent)} as one table"


def test_the_pages_shown_are_those_of_the_pdf(seen: Opened) -> None:
    page = seen.page
    assert page.stack.currentWidget() is page.view
    assert page.bar.where.text() == f"Pages 1 and 2 of {count(page)}"
    assert "Staffordshire Police" in shown_text(page)
    drawn = page.view.sheets.pictures
    assert sorted(drawn) == [0, 1]
    assert page.view.horizontalScrollBar().maximum() == 0
    assert page.view.verticalScrollBar().maximum() == 0
    first = drawn[0]
    ink = {first.pixelColor(x, 60).name() for x in range(first.width())}
    assert len(ink) > 3


def test_what_is_there_is_said_beside_the_choices(seen: Opened) -> None:
    rail = seen.page.rail
    assert rail.box("responses").accessibleDescription() == "5 responses"
    assert rail.box("waiting").accessibleDescription() == "none is waiting"
    assert rail.box("cases").accessibleDescription() == "81 rows"
    assert seen.page.header.beside.text() == "Summary of Police and social media"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("headline", "Where the 5 requests stand"),
        ("times", "Time taken and reasons given"),
        ("responses", "What was asked"),
        ("cases", "Table 1, row 68"),
    ],
)
def test_unticking_a_box_leaves_its_part_out(opened: Opened, name: str, words: str) -> None:
    assert words in shown_text(opened.page)
    opened.page.rail.box(name).click()
    assert not opened.page.rail.save.isEnabled()
    opened.wait()
    assert words not in shown_text(opened.page)
    assert opened.page.rail.save.isEnabled()


def test_several_boxes_in_a_row_make_one_summary(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    real = reports.summary

    def counted(*args: object, **options: object) -> object:
        made.append(options)
        return real(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(reports, "summary", counted)
    for name in ("headline", "waiting", "notes"):
        opened.page.rail.box(name).click()
    opened.wait()
    assert len(made) == 1


def test_the_names_are_left_out_unless_wanted(seen: Opened) -> None:
    options = seen.page.rail.options()
    assert options.leave_out_officials
    assert options.leave_out_requester
    assert not options.notes


def test_wide_paper_turns_the_sheet(opened: Opened) -> None:
    opened.page.rail.paper.findChildren(QAbstractButton)[1].click()
    opened.wait()
    pages = opened.page.view.pages()
    assert pages is not None
    assert pages.sizes[0].width() > pages.sizes[0].height()


def test_a_campaign_can_be_chosen(workspace: Workspace, open_page: Callable[..., Opened]) -> None:
    requests.log(
        workspace.desk,
        NewRequest("Alarms", "Kent Police", campaign="River alarms", sent_on=date(2023, 3, 1)),
        today=workspace.today,
    )
    opened = open_page(workspace)
    assert opened.page.header.beside.text() == "Summary of 6 requests"
    rivers = requests.detail(workspace.desk, 6, today=workspace.today).campaign_id
    opened.page.show_argument(rivers)
    opened.wait()
    assert opened.page.campaign.shown_value() == "River alarms"
    text = shown_text(opened.page)
    assert "Kent Police" in text
    assert "Staffordshire Police" not in text
    opened.page.campaign.clear()
    opened.wait()
    assert "Staffordshire Police" in shown_text(opened.page)


def test_the_pages_turn_by_buttons_and_by_keys(opened: Opened, qtbot: QtBot) -> None:
    page, pages = opened.page, count(opened.page)
    assert pages > 8
    assert not page.bar.back.isEnabled()
    page.bar.forward.click()
    assert page.bar.where.text() == f"Pages 3 and 4 of {pages}"
    page.view.setFocus()
    for key, where in (
        (Qt.Key.Key_PageDown, f"Pages 5 and 6 of {pages}"),
        (Qt.Key.Key_Left, f"Pages 3 and 4 of {pages}"),
        (Qt.Key.Key_End, f"Page {pages} of {pages}"),
        (Qt.Key.Key_Home, f"Pages 1 and 2 of {pages}"),
    ):
        qtbot.keyClick(page.view, key)
        assert page.bar.where.text() == where
        assert page.view.accessibleName() == where
    qtbot.keyClick(page.view, Qt.Key.Key_End)
    assert not page.bar.forward.isEnabled()
    opened.wait()
    assert sorted(page.view.sheets.pictures) == [pages - 1]


def test_the_pages_can_be_made_larger_and_fitted_again(opened: Opened) -> None:
    view, bar = opened.page.view, opened.page.bar
    fitted = bar.fit.text()
    bar.larger.click()
    bar.larger.click()
    opened.wait()
    assert bar.fit.text() == "100%"
    assert view.sheets.pictures[0].width() == ceil(595.27 * view.devicePixelRatioF())
    assert view.horizontalScrollBar().maximum() == 0
    bar.smaller.click()
    assert bar.fit.text() == "80%"
    bar.fit.click()
    assert bar.fit.text() == fitted


def test_the_pdf_saved_is_the_pdf_seen(
    seen: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "summary.pdf"
    suggested: list[str] = []

    def answer(_: QWidget, name: str) -> Path:
        suggested.append(name)
        return path

    monkeypatch.setattr(page_module, "ask_where", answer)
    seen.page.rail.save.click()
    seen.wait()
    pages = seen.page.view.pages()
    assert pages is not None
    assert path.read_bytes() == pages.data
    assert suggested == ["Police and social media, summary 2023-03-28.pdf"]
    assert seen.notices == [f"Saved {path}"]


def test_a_place_that_refuses_is_said_beside_the_button(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone" / "summary.pdf"
    monkeypatch.setattr(page_module, "ask_where", lambda *_: gone)
    opened.page.rail.save.click()
    opened.wait()
    assert opened.page.rail.problem.isVisible()
    assert "Nothing was written. Choose another place." in opened.page.rail.problem.text()
    assert opened.notices == []
    monkeypatch.setattr(page_module, "ask_where", lambda *_: tmp_path / "summary.pdf")
    opened.page.rail.save.click()
    opened.wait()
    assert not opened.page.rail.problem.isVisible()


def test_thinking_better_of_it_writes_nothing(
    seen: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "ask_where", lambda *_: None)
    before = set(tmp_path.iterdir())
    seen.page.rail.save.click()
    seen.wait()
    assert set(tmp_path.iterdir()) == before
    assert seen.notices == []


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(72)
    return printer


def test_the_pages_that_were_chosen_are_printed(
    seen: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "on-paper.pdf"
    pages = seen.page.view.pages()
    assert pages is not None
    printer = to_file(path)
    printing.set_paper(printer, pages)
    printer.setFromTo(2, 4)
    monkeypatch.setattr(printing, "ask_printer", lambda *_: printer)
    seen.page.rail.print.click()
    seen.wait()
    assert seen.notices == ["Sent 3 pages to the printer"]
    printed = read_back(path.read_bytes())
    assert len(printed.pages) == 3
    assert printed.size == pytest.approx((595, 842), abs=2)


def test_a_printer_that_refuses_is_said(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise printing.PrintingError("The printer did not take the summary.")

    monkeypatch.setattr(printing, "ask_printer", lambda *_: to_file(tmp_path / "x.pdf"))
    monkeypatch.setattr(printing, "print_pages", refuse)
    opened.page.rail.print.click()
    opened.wait()
    assert opened.page.rail.problem.text() == "The printer did not take the summary."


def test_a_change_elsewhere_is_in_the_summary(opened: Opened) -> None:
    workspace = opened.workspace
    before = opened.page.view.pages()
    new = NewRequest("Alarms", "Kent Police", sent_on=date(2023, 3, 1))
    workspace.write(lambda: requests.log(workspace.desk, new, today=workspace.today))
    opened.wait()
    assert opened.page.view.pages() is not before or not opened.page.ready()
    opened.page.campaign.clear()
    opened.wait()
    assert "Kent Police" in shown_text(opened.page)


def test_nothing_to_report_offers_a_first_request(
    empty_workspace: Workspace, open_page: Callable[[Workspace], Opened]
) -> None:
    opened = open_page(empty_workspace)
    assert opened.page.stack.currentWidget() is opened.page.empty
    assert not opened.page.rail.save.isEnabled()
    asked: list[str] = []
    empty_workspace.navigate.connect(lambda name, _: asked.append(name))
    opened.page.empty.button.click()
    assert asked == ["new-request"]


def test_a_missing_font_is_said_in_place_of_the_pages(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = assets.resource
    page = ReportsPage(workspace)
    qtbot.addWidget(page)

    def elsewhere(*parts: str) -> Path:
        return tmp_path if parts == ("fonts",) else real(*parts)

    monkeypatch.setattr(assets, "resource", elsewhere)
    page.show()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.failed, timeout=20_000)
    assert "Install FOI Track again" in page.failed.detail.text()
    monkeypatch.setattr(assets, "resource", real)
    page.failed.button.click()
    qtbot.waitUntil(lambda: page.ready() and workspace.tasks.idle(), timeout=20_000)
    assert page.stack.currentWidget() is page.view


def test_in_a_narrow_window_the_choices_are_asked_for(opened: Opened) -> None:
    page = opened.page
    assert page.rail.isVisible()
    assert not page.choices.isVisible()
    page.resize(968, 600)
    assert not page.rail.isVisible()
    page.choices.click()
    assert page.rail.isVisible()
    opened.wait()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_paper_stays_light(seen: Opened, name: str, qapp: QApplication) -> None:
    theme.apply(qapp, name)
    image: QImage = seen.page.view.sheets.grab().toImage()
    spread = seen.page.view.sheets.spread
    assert spread is not None
    corner = spread.boxes[0].topLeft().toPoint()
    ratio = image.devicePixelRatio()
    paper = image.pixelColor(int((corner.x() + 4) * ratio), int((corner.y() + 4) * ratio))
    assert paper.lightness() > 220


def test_everything_can_be_reached_and_has_a_name(seen: Opened) -> None:
    page = seen.page
    for widget in (*page.findChildren(QAbstractButton), page.view, page.campaign):
        if not widget.isVisibleTo(page) or not widget.isEnabled():
            continue
        assert widget.accessibleName() or widget.property("text"), widget
        assert widget.focusPolicy() != Qt.FocusPolicy.NoFocus, widget
