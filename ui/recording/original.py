"""Opens a kept document in the computer's own program, from a private copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from foitrack.desk import responses
from foitrack.desk.views import DocumentView
from foitrack.private_files import read_only_copy
from ui.core_words import told
from ui.remembered import recall, remember
from ui.requests.question import Question

if TYPE_CHECKING:
    from ui.workspace import Workspace

_WARNED = "opened-outside"


def open_original(
    workspace: Workspace, document: DocumentView, parent: QWidget | None = None
) -> None:
    """Copy a document out off the window's thread, then hand it to the desktop.

    Once, the person is told first that another program will open it, without the limits that
    documents are read under here.
    """
    if recall(_WARNED) == "yes":
        _hand_over(workspace, document)
        return
    question = Question(
        _tr("Open the original"),
        _tr("“{0}” opens in another program").format(document.name),
        _tr(
            "FOI Track reads documents with nothing in them allowed to run or to reach the "
            "network. The other program may allow both. Open only what you trust; macros in it "
            "should stay off. This is said once."
        ),
        (_tr("Open it"), _tr("Cancel")),
        parent,
    )
    question.setObjectName("openedOutside")

    def agreed() -> None:
        remember(_WARNED, "yes")
        _hand_over(workspace, document)

    question.agreed.connect(agreed)
    question.open()


def _hand_over(workspace: Workspace, document: DocumentView) -> None:
    def copied() -> Path:
        data = responses.document_bytes(workspace.desk, document.id)
        return read_only_copy(document.name, data)

    def opened(path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            said = _tr("No program on this computer opens “{0}”. A copy lies in {1}.")
            workspace.notice.emit(said.format(document.name, path), False)

    workspace.tasks.run(
        lambda: read_only_copy(
            document.name, responses.document_bytes(workspace.desk, document.id)
        ),
        opened,
        lambda problem: workspace.notice.emit(told(problem), False),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("recording", text)
