"""What the core says is said in the window's language; measured page by page, word by word."""

from __future__ import annotations

import getpass
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foitrack.desk.views import DeskError
from foitrack.law import wording as law
from foitrack.saying import say
from tests.ui.accessible.dialogs import DIALOGS
from tests.ui.conftest import Settle
from tests.ui.core_crawl import all_said, data_of, in_english
from tests.ui.pseudo import Pseudo, stretched
from ui import language
from ui.commands.readiness import settle as settled
from ui.core_words import all_told, told
from ui.counting import counted
from ui.main_window import MainWindow
from ui.requests.detail_tabs import TABS
from ui.requests.page import RequestsPage
from ui.shell.pages import PAGES
from ui.workspace import Workspace

ELSEWHERE = ("help", "recording", "schema", "settings")
"""Pages that show the guide, letters with the reasons that reading gives, a schema's words, and
where the list of holidays is from. Their own words are looked at in `test_languages`."""


def test_every_page_says_it_in_the_windows_language(
    dressed: QApplication, pseudo: Pseudo, rich: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    window = MainWindow(rich, "/somewhere/rich.foitrack")
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    found: dict[str, set[str]] = {}
    data = [*data_of(rich), getpass.getuser()]
    several = [(page.name, None) for page in PAGES if page.name not in ELSEWHERE]
    for name, argument in [*several, *(("requests", number) for number in (1, 5, 9, 14))]:
        window.go(name, argument)
        settled(dressed, rich.tasks)
        said = {text for text in all_said(window) if in_english(text, data)}
        if said:
            found[name] = said
    page = window.pages.currentWidget()
    assert isinstance(page, RequestsPage)
    for tab in TABS:
        page.detail.tabs.bring(tab)
        settled(dressed, rich.tasks)
        said = {text for text in all_said(page.detail) if in_english(text, data)}
        if said:
            found[tab] = said
    assert found == {}
    # The headline, a group, what to do next: sentences of the core, and not only labels.
    assert {"{0} requests are overdue.", "Past the last day with no answer"} <= pseudo.asked
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
    assert counted(2, "request") == told(law.counted(2, "request")) == "2 requests"
    language.speak("cy")
    try:
        assert told(said) == "Yn aros: 4 requests"
        # What is counted has as many forms as the language has, in the core and in the window.
        numbers = {1: "cais", 2: "gais", 3: "chais", 4: "cais", 6: "chais", 1_203: "cais"}
        said_so = [f"{number:,} {noun}" for number, noun in numbers.items()]
        assert [counted(number, "request") for number in numbers] == said_so
        assert [told(law.counted(number, "request")) for number in numbers] == said_so
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
