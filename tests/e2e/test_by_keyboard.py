"""The life of a request by the keyboard alone: logged, answered, reviewed, put away and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.e2e.typist import Typist

LETTER = """Avon and Somerset Police

Our reference: FOI 445/23

20 March 2023

We do not hold the information that you asked for.
"""


def log_horses(typist: Typist) -> None:
    typist.press("Ctrl+N")
    typist.type("Horses")
    typist.tab_to("Date sent")
    typist.write("1 March 2023")
    typist.tab_to("Authorities: One")
    typist.press("Tab")
    typist.type("avon and som")
    typist.until_seen("Avon and Somerset Police, covers")
    typist.press("Return")


def open_found(typist: Typist, words: str) -> None:
    """Find a request by what is typed and open it."""
    typist.press("Ctrl+2", "Ctrl+F")
    typist.write(words)
    typist.until_seen("1 of")
    typist.press("Down", "Return")
    assert typist.at().startswith("About this request")


def record_event(typist: Typist, kind: str, day: str, note: str = "") -> None:
    typist.press("Ctrl+Shift+E")
    typist.step_to(f"What happened: {kind}")
    typist.tab_to("Day")
    typist.write(day)
    typist.tab_to("Note")
    typist.type(note)
    typist.press("Ctrl+Return")
    typist.until_seen(note)


def test_log_a_request(typist: Typist) -> None:
    log_horses(typist)
    typist.until_seen("Due by | Thu 30 March 2023")
    typist.press("Ctrl+Return")
    typist.until_seen("Log request to Avon and Somerset Police")
    assert typist.sees("Horses · Reference none yet · FOIA")
    assert typist.sees("Wait for the answer: its last day is Thu 30 March 2023")


def test_find_a_request_by_typing_and_open_it(typist: Typist) -> None:
    typist.press("Ctrl+2")
    typist.type("Metro")
    assert "Metropolitan Police Service" in typist.line()
    open_found(typist, "guidelines")
    typist.until_seen("Breach of social media guidelines · Reference 549/21")
    typist.press("Escape")
    assert typist.at().startswith("Requests")


def test_record_what_the_authority_wrote_before_its_answer(typist: Typist) -> None:
    log_horses(typist)
    typist.press("Ctrl+Return")
    record_event(typist, "An acknowledgement", "2 March 2023", "By email.")
    assert typist.sees("Thu 2 March 2023: Acknowledged")
    record_event(typist, "A question back to me", "6 March 2023", "Which horses?")
    assert typist.sees("Answer the authority's question")
    record_event(typist, "I gave the clarification", "8 March 2023", "Police horses.")
    # A question that the authority needs stops the days (FOIA s1(3)); the answer starts them anew.
    assert typist.sees("Due | Thu 6 April 2023")


def test_confirm_what_was_read_in_a_response(
    typist: Typist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_horses(typist)
    typist.press("Ctrl+Return")
    typist.until_seen("Log request")
    letter = tmp_path / "answer.txt"
    letter.write_text(LETTER, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(letter)], ""))
    typist.press("Ctrl+R")
    assert typist.at() == "Kind of letter: Response. Found"
    typist.press("Return", "Return")
    assert typist.at() == "Authority: Avon and Somerset Police. Matches yours"
    typist.press("Return", "Return", "Return", "Ctrl+Return")
    typist.until_seen("Record response from Avon and Somerset Police")
    assert typist.sees("Not held | Horses · Reference FOI 445/23 · FOIA")
    assert typist.sees("Mon 20 March 2023: Response answer.txt, day 12, in time, not held")


def test_ask_for_a_review_then_its_outcome_then_the_commissioner(typist: Typist) -> None:
    open_found(typist, "15350")
    typist.press("Alt+R", "A")
    typist.type("You can count without naming.")
    typist.press("Ctrl+Return")
    typist.until_seen("Internal review should be answered")
    typist.tab_to("Record the outcome")
    typist.press("Space")
    typist.step_to("Partly upheld")
    typist.press("Ctrl+Return")
    typist.until_seen("you can complain to the ICO until Tue 9 May 2023")
    assert typist.sees("Tue 28 March 2023: Internal review answered")
    typist.tab_to("Record my complaint")
    typist.press("Space")
    assert typist.at() == "What happened: I complained to the Commissioner"
    typist.tab_to("Note")
    typist.type("IC-1")
    typist.press("Ctrl+Return")
    typist.until_seen("Tue 28 March 2023: Complaint to the Commissioner")


def test_put_away_and_taken_back(typist: Typist) -> None:
    open_found(typist, "15350")
    typist.press("Alt+R", "B")
    typist.until_seen("0 of")
    typist.press("Ctrl+Z")
    typist.until_seen("1 of 5 requests")
    typist.press("Ctrl+Y")
    typist.until_seen("0 of")
    typist.press("Alt+R", "H")
    typist.until_seen("Requests in the bin")
    typist.tab_to("More about this request")
    typist.from_menu("Space", "T")
    typist.press("Alt+R", "H")
    typist.until_seen("5 requests")


def log_late_horses(typist: Typist) -> None:
    typist.press("Ctrl+N")
    typist.type("Horses")
    typist.tab_to("Date sent")
    typist.write("1 February 2023")
    typist.tab_to("Authorities: One")
    typist.press("Tab")
    typist.type("avon and som")
    typist.until_seen("Avon and Somerset Police, covers")
    typist.press("Return", "Ctrl+Return")
    typist.until_seen("Log request")


def test_see_why_a_date_is_what_it_is(typist: Typist) -> None:
    log_late_horses(typist)
    assert not typist.sees("Why Wed 1 March 2023?")
    typist.press("Ctrl+Shift+W")
    typist.until_seen("Why Wed 1 March 2023?")
    assert typist.sees("counted under section 10(1) of the Freedom of Information Act 2000")
    assert typist.sees("8 weekend days skipped")
    typist.press("Escape")
    assert not typist.sees("Why Wed 1 March 2023?")


def test_chase_what_is_late_put_it_off_and_bring_it_back(typist: Typist) -> None:
    log_late_horses(typist)
    typist.press("Ctrl+1")
    assert "Avon and Somerset Police" in typist.at()
    typist.from_menu("S", "Down", "Return")
    typist.until_seen("Nothing needs you today")
    typist.press("Ctrl+Z")
    typist.until_seen("1 request is overdue")
