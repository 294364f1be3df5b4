"""Documents dragged out of a request, and files let go over one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from foitrack.desk import responses
from tests.ui.requests.conftest import Settle
from ui.requests import document_line
from ui.requests.document_line import DocumentLine
from ui.requests.page import RequestsPage
from ui.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def line(staffordshire: RequestsPage) -> Iterator[DocumentLine]:
    staffordshire.detail.show_tab("responses")
    yield staffordshire.detail.responses.findChildren(DocumentLine)[0]


def drag(line: DocumentLine, workspace: Workspace, settle: Settle) -> None:
    start = QPoint(4, line.height() // 2)
    QTest.mousePress(line, LEFT, pos=start)
    settle(workspace)
    QTest.mouseMove(line, start + QPoint(3 * QApplication.startDragDistance(), 0))


def test_a_document_is_dragged_out_as_a_private_copy_that_goes_again(
    line: DocumentLine,
    staffordshire: RequestsPage,
    workspace: Workspace,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    carried: list[Path] = []
    monkeypatch.setattr(document_line, "carry", lambda source, path: carried.append(path))
    drag(line, workspace, settle)
    [path] = carried
    detail = staffordshire.detail.detail()
    assert detail is not None
    document = detail.responses[0].documents[0]
    assert path.read_bytes() == responses.document_bytes(workspace.desk, document.id)
    assert path.name == document.name and path.stat().st_mode & 0o077 == 0
    assert document_line.mime_of(path).urls() == [QUrl.fromLocalFile(str(path))]
    document_line.dispose(path, Qt.DropAction.CopyAction)
    assert path.exists()
    document_line.dispose(path, Qt.DropAction.IgnoreAction)
    assert not path.parent.exists()


def test_a_click_is_no_drag_and_leaves_nothing_behind(
    line: DocumentLine, workspace: Workspace, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    take = line.take

    def noted(path: Path) -> None:
        made.append(path)
        take(path)

    monkeypatch.setattr(line, "take", noted)
    QTest.mousePress(line, LEFT, pos=QPoint(4, 4))
    QTest.mouseRelease(line, LEFT, pos=QPoint(4, 4))
    settle(workspace)
    QTest.mousePress(line, LEFT, pos=QPoint(4, 4))
    settle(workspace)
    QTest.mouseRelease(line, LEFT, pos=QPoint(4, 4))
    assert len(made) == 2 and not any(path.parent.exists() for path in made)


def test_a_copy_is_saved_byte_for_byte_or_it_is_said_why_not(
    staffordshire: RequestsPage, workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    detail = staffordshire.detail.detail()
    assert detail is not None
    document = detail.responses[0].documents[0]
    said: list[str] = []
    workspace.notice.connect(lambda words, undo: said.append(words))
    workspace.tasks.problem.connect(lambda problem: said.append(str(problem)))
    path = tmp_path / "copy"
    staffordshire.detail.copies.save_as(document, path)
    settle(workspace)
    assert path.read_bytes() == responses.document_bytes(workspace.desk, document.id)
    staffordshire.detail.copies.save_as(document, tmp_path / "no such folder" / "copy")
    settle(workspace)
    assert said[0].endswith(str(path)) and "cannot be written" in said[1]


def held(over: QWidget, at: QPoint, files: list[Path]) -> bool:
    """Hold files over a widget and let go of them there; whether they were taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    mime.setText("held")
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, mime, LEFT, none)
    enter.ignore()
    QApplication.sendEvent(over, enter)
    drop = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, LEFT, none)
    drop.ignore()
    QApplication.sendEvent(over, drop)
    return enter.isAccepted() and drop.isAccepted()


def test_files_let_go_over_a_request_are_for_that_request(
    staffordshire: RequestsPage, tmp_path: Path, workspace: Workspace
) -> None:
    page, went = staffordshire, list[tuple[str, object]]()
    workspace.navigate.connect(lambda name, argument: went.append((name, argument)))
    letter = tmp_path / "letter.eml"
    letter.write_text("Dear all")
    table = page.list.table
    first = table.visualRect(table.model().index(0, 0)).center()
    below = QPoint(20, table.viewport().height() - 2)
    assert held(table.viewport(), first, [letter])
    assert held(table.viewport(), below, [letter])
    assert held(page.detail, QPoint(50, 50), [letter])
    assert went == [
        ("record-files", ([letter], page.list.model.id_at(0))),
        ("record-files", ([letter], None)),
        ("record-files", ([letter], page.detail.request_id())),
    ]
    assert not held(page.detail, QPoint(50, 50), [])
