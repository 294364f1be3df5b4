"""Removing a request in the bin for good: asked first, since nothing brings it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from foitrack.desk import bin as the_bin
from foitrack.desk.views import RequestDetail
from ui.core_words import told
from ui.counting import counted
from ui.requests.question import Question

if TYPE_CHECKING:
    from ui.workspace import Workspace


def _tr(text: str) -> str:
    return QCoreApplication.translate("removing", text)


GONE = QT_TRANSLATE_NOOP(
    "removing",
    "With it go {0}, its notes, and all that the history tells of it. This cannot be "
    "undone, and nothing done before it can be undone any more. Backups and exports made "
    "earlier still have it.",
)
ALL_GONE = QT_TRANSLATE_NOOP(
    "removing",
    "With them go their documents, case rows and notes, and all that the history tells of them. "
    "This cannot be undone, and nothing done before it can be undone any more. Backups and "
    "exports made earlier still have them.",
)


def ask_to_remove(workspace: Workspace, detail: RequestDetail, parent: QWidget) -> None:
    """Ask whether it is meant, with what goes and what undo can no longer do."""
    name = detail.row.authority or _tr("Authority not stated")
    asked = _tr("Remove “{0}” to {1} for good?").format(detail.row.title, name)
    documents = sum(len(response.documents) for response in detail.responses)
    what = f"{counted(documents, 'document')}, {counted(detail.case_rows, 'case row')}"
    _ask(workspace, (detail.row.id,), (asked, _tr(str(GONE)).format(what)), parent)


def ask_to_remove_many(workspace: Workspace, ids: Sequence[int], parent: QWidget) -> None:
    """Ask whether it is meant of all of them."""
    if ids:
        asked = _tr("Remove {0} for good?").format(counted(len(ids), "request"))
        _ask(workspace, tuple(ids), (asked, _tr(str(ALL_GONE))), parent)


def _ask(
    workspace: Workspace, ids: tuple[int, ...], said: tuple[str, str], parent: QWidget
) -> None:
    kept = _tr("Keep it") if len(ids) == 1 else _tr("Keep them")
    title = _tr("Remove for good")
    question = Question(title, *said, (title, kept), parent, grave=True)
    question.setObjectName("removeForGood")
    question.agreed.connect(lambda: _remove(workspace, ids))
    question.open()


def _remove(workspace: Workspace, ids: tuple[int, ...]) -> None:
    desk = workspace.desk

    def removed(purged: the_bin.Purged) -> None:
        change = the_bin.changed(purged)
        workspace.changed.emit(change)
        said = told(change.undo_label)
        if not purged.scrubbed:
            said = _tr(
                "{0}; another program is reading the case file, so its bytes leave the disk when a "
                "request is next removed"
            ).format(said)
        kept = told(purged.kept_said())
        workspace.notice.emit(f"{said}. {kept}" if kept else said, False)

    workspace.tasks.run(lambda: the_bin.purge(desk, ids), removed, None, _tr("Removing for good"))
