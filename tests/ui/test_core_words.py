"""What the core says is said in the window's language; measured page by page, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from foitrack.desk import casedata, requests
from foitrack.desk.agenda import holidays
from foitrack.desk.views import CaseFilter, DeskError, RequestFilter, SortKey
from foitrack.saying import say
from tests.ui.accessible.dialogs import DIALOGS
from tests.ui.conftest import Settle
from tests.ui.pseudo import Pseudo, stretched
from ui import language
from ui.commands.readiness import settle as settled
from ui.core_words import all_told, told
from ui.main_window import MainWindow
from ui.shell.pages import PAGES
from ui.workspace import Workspace

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
MOST_LINES = 40
GIVEN = ("A question", "Title ", "Title:")
"""What the tests hand to the dialogs, and the name of a field in dispute, as the core has it."""
YEAR = timedelta(days=366)
PLAIN = re.compile(r"\b(?=\w*[aeiouAEIOU])[A-Za-z][a-z']+\b")
"""A word that the pseudo-language has not touched: it leaves no vowel as it is."""
DATES = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun|(?:Jan|Febr)uary"
    r"|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"
)
"""In English in every language."""
NO_WORDS = re.compile(r"<[^>]*>|&nbsp;|\S*[/@]\S*|\S+\.(?:txt|ini|foitrack)|Ctrl|Alt|Shift|GOV\.UK")
ELSEWHERE = ("help", "recording", "schema", "settings")
"""Pages that show the guide, letters with the reasons that reading gives, a schema's words, and
where the list of holidays is from. Their own words are looked at in `test_languages`."""
LEFT = re.compile(r"(It comes from| qualified| absolute|Freedom of Information)", re.S)
"""Said by the core and not translated yet: docs/decisions/018."""


@pytest.fixture
def pseudo(dressed: QApplication) -> Iterator[Pseudo]:
    made = Pseudo(dressed)
    dressed.installTranslator(made)
    yield made
    dressed.removeTranslator(made)


def all_said(page: QWidget) -> set[str]:
    """All that is seen or read aloud of what is in sight, the first lines of each list with it."""
    found: set[str] = set()
    for widget in page.findChildren(QWidget):
        if widget.isVisible():
            found |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
            found |= set(_own_words(widget))
    return found - {""}


def _own_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model, top = widget.model(), QModelIndex()
        columns = 1 if isinstance(widget, QListView) else model.columnCount(top)
        for row in range(min(MOST_LINES, model.rowCount(top))):
            for column in range(columns):
                cell = model.index(row, column)
                yield from (cell.data(role) for role in ROLES if isinstance(cell.data(role), str))


def data_of(workspace: Workspace) -> list[str]:
    """What the case file and the lists that ship hold, longest first: no words of the program."""
    desk, today = workspace.desk, workspace.today
    found: set[str] = {"English", "Cymraeg", desk.reference.calendars.source, *GIVEN}
    for row in requests.rows(desk, _every_request(workspace), today=today):
        found |= {row.authority or "", row.title, row.campaign or "", *row.references}
    for entry in desk.reference.directory.entries:
        found |= {entry.name, entry.nation, entry.kind, *entry.short_names}
        found.add(entry.kind.capitalize())
    for field, options in casedata.options(desk, CaseFilter()).items():
        found |= {field, field.capitalize(), *(value for value, _ in options)}
    for schema in desk.reference.schemas.values():
        found |= {field.name.capitalize() for field in schema.fields}
    rows = casedata.rows(desk, casedata.ids(desk, CaseFilter(), "", False))
    found |= {value for row in rows for values in row.values.values() for value in values}
    found |= {one for row in rows for one in (*row.printed, *row.printed.values())}
    found |= {flag.capitalize() for row in rows for flag in row.flags}
    found |= {day.title for day in holidays(desk, today - YEAR, today + YEAR)}
    return sorted(found - {""}, key=len, reverse=True)


def _every_request(workspace: Workspace) -> tuple[int, ...]:
    return requests.ids(workspace.desk, RequestFilter(), SortKey.DUE, False, today=workspace.today)


def in_english(text: str, data: Sequence[str]) -> list[str]:
    """The words of a text that were not put into the other language, and are no data."""
    if LEFT.search(text):
        return []
    for one in data:
        text = text.replace(one, "")
    return PLAIN.findall(DATES.sub("", NO_WORDS.sub("", text)))


def test_every_page_says_it_in_the_windows_language(
    dressed: QApplication, pseudo: Pseudo, rich: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = MainWindow(rich, "/somewhere/rich.foitrack")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    found: dict[str, set[str]] = {}
    data = data_of(rich)
    several = [(page.name, None) for page in PAGES if page.name not in ELSEWHERE]
    for name, argument in [*several, *(("requests", number) for number in (1, 5, 9, 14))]:
        window.go(name, argument)
        settled(dressed, rich.tasks)
        said = {text for text in all_said(window) if in_english(text, data)}
        if said:
            found[name] = said
    assert found == {}
    # The headline, a group, what to do next: sentences of the core, and not only labels.
    assert {"{0} overdue.", "Past the last day with no answer"} <= pseudo.asked
    assert "If the answer does not satisfy you, ask for an internal review by {0}." in pseudo.asked


@pytest.mark.extended
def test_every_dialog_says_it_in_the_windows_language(
    dressed: QApplication, pseudo: Pseudo, workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = MainWindow(workspace, "/somewhere/examples.foitrack")
    qtbot.addWidget(window)
    window.show()
    found: dict[str, set[str]] = {}
    data = data_of(workspace)
    for kind, make in DIALOGS.items():
        dialog = make(window)
        dialog.open()
        settled(dressed, workspace.tasks)
        said = {text for text in all_said(dialog) if in_english(text, data) and "·" in text}
        if said:
            found[kind.__name__] = said
        dialog.hide()
        dialog.setParent(None)
    assert found == {}


def test_a_sentence_is_put_over_whole_and_what_it_names_stays(pseudo: Pseudo) -> None:
    said = say("{0} was due by {1}.", "Gwent Police", say("the {0}", "4th"))
    assert told(said) == stretched("{0} was due by {1}.").format(
        "Gwent Police", stretched("the {0}").format("4th")
    )
    assert told("Gwent Police") == "Gwent Police"
    assert told(say("{0}, {1}", "a", "b")) == "a, b"
    assert all_told(("a", (said, 1))) == ("a", (told(said), 1))


def test_an_error_is_told_whether_it_names_something_or_not(pseudo: Pseudo) -> None:
    named, bare = DeskError(say("There is no request {0}.", 7)), DeskError("Nothing was changed.")
    assert told(named) == stretched("There is no request {0}.").format(7)
    assert told(bare) == stretched("Nothing was changed.")
    # A bug is no message for a person, and what it says is no text of ours.
    assert told(ValueError("invalid literal")) == "invalid literal"


def test_english_stays_english_and_welsh_says_what_it_has(dressed: QApplication) -> None:
    said = say("{0}: {1} requests", say("Waiting"), 4)
    assert told(said) == "Waiting: 4 requests"
    language.speak("cy")
    try:
        assert told(said) == "Yn aros: 4 requests"
    finally:
        language.speak("en")


def test_errors_reach_the_screen_by_one_way() -> None:
    """`str(problem)` would be English whatever the language."""
    ui = Path(__file__).parents[2] / "ui"
    plain = re.compile(r"str\((problem|error)\)|format\((problem|error)\)|\{(problem|error)\}")
    assert [
        str(path.relative_to(ui))
        for path in sorted(ui.rglob("*.py"))
        if path.parent.name != "commands" and plain.search(path.read_text("utf-8"))
    ] == ["safety/care.py"], "care.py says it on the terminal, when the window is gone"
