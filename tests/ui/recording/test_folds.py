"""What a folded passage of the document says that it holds."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.desk.letters import keep_and_read, log
from tests.ui.recording.samples import LETTER
from ui.recording.sources import sources_of
from ui.recording.text_view import TextView
from ui.workspace import Workspace

TABLE = "Vehicle\tMiles\n" + "".join(f"Van {n}\t{n * 7}\n" for n in range(1, 31))
UNREAD = "".join(f"The policy on page {n} was last looked at in May.\n\n" for n in range(1, 31))


def folds(qtbot: QtBot, workspace: Workspace, below: str) -> list[str]:
    """The lines that stand for folded passages of a letter with something long in it."""
    head, review = LETTER.split("If you are not content")
    letter = f"{head}{below}\nIf you are not content{review}"
    proposal = keep_and_read(workspace.desk, letter, log(workspace.desk))
    sources = sources_of(proposal)
    (document,) = sources.documents
    view = TextView()
    qtbot.addWidget(view)
    view.show_document(sources.texts[document.id], (), sources.folds[document.id])
    return [line[3:] for line in view.toPlainText().splitlines() if line.startswith("▸")]


def test_a_table_that_was_read_is_said_so(qtbot: QtBot, empty_workspace: Workspace) -> None:
    (said,) = folds(qtbot, empty_workspace, TABLE)
    assert said.endswith(" lines: table 1, which has been read")


def test_lines_without_finds_are_said_so(qtbot: QtBot, empty_workspace: Workspace) -> None:
    (said,) = folds(qtbot, empty_workspace, UNREAD)
    assert said.endswith(" lines (nothing found here)")
