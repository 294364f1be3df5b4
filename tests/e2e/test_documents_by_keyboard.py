"""What came back, by the keyboard alone: a word explained, the report, and searching everywhere."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog

from tests.desk.letters import log
from tests.desk.letters import record as recorded
from tests.desk.test_schemas_words import ODD
from tests.e2e.typist import Typist
from ui.workspace import Workspace


def test_map_a_word_that_is_not_known_and_see_its_rows(
    typist: Typist, workspace: Workspace
) -> None:
    recorded(workspace.desk, ODD, log(workspace.desk))
    typist.press("Ctrl+4")
    typist.tab_to("Rows")
    typist.press("Right")
    typist.until_seen("5 not known")
    typist.tab_to("Words as written")
    typist.press(*["Down"] * 4)
    assert "As written: T/DCI, not known" in typist.line()
    typist.press("Return")
    typist.write("Detective chief inspector")
    typist.tab_to("Change grouping")
    typist.press("Space")
    typist.until_seen("4 not known")
    typist.tab_to("Listed below", "Shift+Tab")
    typist.press("Left")
    typist.tab_to("Search case rows", "Shift+Tab")
    typist.type("Detective chief")
    typist.until_seen("2 rows, total count 3")
    typist.press("Down")
    assert "Rank: Detective Chief Inspector" in typist.line()


def test_make_the_report(typist: Typist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "summary.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    typist.press("Ctrl+5")
    typist.until_seen("of 12")
    typist.tab_to("Save PDF")
    typist.press("Space")
    typist.until(path.exists)
    document = pypdfium2.PdfDocument(path.read_bytes())
    said = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    for authority in ("Gwent Police", "Staffordshire Police", "Metropolitan Police"):
        assert authority in said


def test_search_everywhere_and_open_at_the_place(typist: Typist) -> None:
    typist.press("Ctrl+K")
    typist.type('"gross misconduct" Avon')
    typist.until_seen("In documents")
    assert typist.line().startswith("Officers and social media")
    typist.press("Down")
    assert "Avon and Somerset Police" in typist.line()
    typist.press("Return")
    typist.until(lambda: "gross misconduct" in typist.selected().lower())
    assert typist.sees("Record response")
    typist.press("Escape", "Ctrl+K")
    typist.type("s40 staffordshire")
    typist.until_seen("Complaints about social media use")
