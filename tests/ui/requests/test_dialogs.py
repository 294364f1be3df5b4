"""Recording and correcting events, asking for a review, editing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from foitrack.desk import history, requests
from foitrack.desk.views import RequestDetail
from foitrack.law.terms import EventKind, Regime, Review
from tests.ui.requests.conftest import Settle, is_open
from ui.requests.dialog_frame import DialogFrame
from ui.requests.edit_request import EditRequestDialog
from ui.requests.event_dialog import EventDialog
from ui.requests.event_kinds import KINDS, offered
from ui.requests.page import RequestsPage
from ui.requests.review_dialog import AskReviewDialog, ReviewOutcomeDialog
from ui.workspace import Workspace

Opened = Callable[[Callable[[], None]], DialogFrame]


@pytest.fixture
def opened(staffordshire: RequestsPage) -> Opened:
    """Does a deed and gives the dialog that it opened."""
    dialogs: list[DialogFrame] = []
    staffordshire.detail.deeds.opened.connect(dialogs.append)

    def open_by(deed: Callable[[], None]) -> DialogFrame:
        deed()
        return dialogs[-1]

    return open_by


def fresh(page: RequestsPage, workspace: Workspace) -> RequestDetail:
    request_id = page.detail.request_id()
    assert request_id is not None
    return requests.detail(workspace.desk, request_id, today=workspace.today)


def type_over(dialog: EventDialog | AskReviewDialog | ReviewOutcomeDialog, text: str) -> None:
    field = dialog.form.on if isinstance(dialog, EventDialog) else dialog.on
    field.edit.selectAll()
    QTest.keyClicks(field.edit, text)


def test_an_event_is_recorded(
    staffordshire: RequestsPage, workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    dialog = opened(staffordshire.detail.deeds.record_event)
    assert isinstance(dialog, EventDialog)
    dialog.form.choose(EventKind.RECEIVED)
    type_over(dialog, "2 March 2023")
    assert dialog.note.text() == (
        "The answer is then due by Fri 31 March 2023 instead of Thu 30 March 2023."
    )
    dialog.form.note.setText("They said so by phone")
    dialog.accept_button.click()
    settle(workspace)
    assert not is_open(dialog)
    detail = fresh(staffordshire, workspace)
    assert detail.row.due_on == date(2023, 3, 31)
    assert staffordshire.detail.header.due.text() == "Fri 31 March 2023"
    history.undo(workspace.desk)
    assert fresh(staffordshire, workspace).row.due_on == date(2023, 3, 30)


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("30 February 2023", "30 February 2023"),
        ("29 March 2023", "That day is still to come."),
        (" ", "Write the day"),
    ],
)
def test_a_wrong_day_is_said_where_it_is_and_nothing_changes(
    staffordshire: RequestsPage,
    workspace: Workspace,
    opened: Opened,
    settle: Settle,
    typed: str,
    complaint: str,
) -> None:
    before = fresh(staffordshire, workspace).events
    dialog = opened(staffordshire.detail.deeds.record_event)
    assert isinstance(dialog, EventDialog)
    type_over(dialog, typed)
    QTest.keyClick(dialog.form.on.edit, Qt.Key.Key_Tab)
    dialog.accept_button.click()
    settle(workspace)
    assert complaint in dialog.form.on.complaint()
    assert is_open(dialog)
    assert fresh(staffordshire, workspace).events == before
    dialog.reject()


def test_a_day_may_be_unknown(
    staffordshire: RequestsPage, workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    dialog = opened(staffordshire.detail.deeds.letter)
    assert isinstance(dialog, EventDialog)
    assert dialog.title.text() == "The authority's letter"
    dialog.form.choose(EventKind.ACKNOWLEDGED)
    dialog.form.unknown.click()
    dialog.accept_button.click()
    settle(workspace)
    events = [view.event for view in fresh(staffordshire, workspace).events]
    assert (EventKind.ACKNOWLEDGED, None) in [(event.kind, event.on) for event in events]


def test_the_authoritys_letters_can_announce_a_new_day(
    staffordshire: RequestsPage, workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    dialog = opened(staffordshire.detail.deeds.letter)
    assert isinstance(dialog, EventDialog)
    dialog.form.choose(EventKind.PUBLIC_INTEREST_EXTENSION)
    assert dialog.form.until.isVisibleTo(dialog)
    type_over(dialog, "20 March 2023")
    dialog.form.until.set_date(date(2023, 4, 28))
    dialog.accept_button.click()
    settle(workspace)
    [event] = [
        view.event
        for view in fresh(staffordshire, workspace).events
        if view.event.kind is EventKind.PUBLIC_INTEREST_EXTENSION
    ]
    assert event.until == date(2023, 4, 28)


def test_an_event_is_corrected_and_removed(
    staffordshire: RequestsPage, workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    sent = fresh(staffordshire, workspace).events[0]
    dialog = opened(lambda: staffordshire.detail.deeds.correct(sent.id))
    assert isinstance(dialog, EventDialog)
    assert dialog.title.text() == "Correct an event"
    type_over(dialog, "2 March 2023")
    dialog.accept_button.click()
    settle(workspace)
    assert fresh(staffordshire, workspace).row.due_on == date(2023, 3, 31)
    again = opened(lambda: staffordshire.detail.deeds.correct(sent.id))
    assert isinstance(again, EventDialog)
    again.remove.click()
    settle(workspace)
    assert sent.id not in [view.id for view in fresh(staffordshire, workspace).events]
    assert staffordshire.detail.header.due.text() == "not known"


def test_escape_changes_nothing(
    staffordshire: RequestsPage, workspace: Workspace, opened: Opened
) -> None:
    before = fresh(staffordshire, workspace).events
    dialog = opened(staffordshire.detail.deeds.record_event)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not is_open(dialog)
    assert fresh(staffordshire, workspace).events == before
    assert staffordshire.findChildren(type(dialog), "scrim") == []


def test_a_review_is_asked_for_then_ends(
    staffordshire: RequestsPage, workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    page = staffordshire
    dialog = opened(page.detail.header.act.click)
    assert isinstance(dialog, AskReviewDialog)
    QTest.keyClicks(dialog.why, "No public interest test was shown")
    assert dialog.note.text() == "Should be answered by Thu 27 April 2023."
    dialog.accept_button.click()
    settle(workspace)
    detail = fresh(page, workspace)
    assert detail.review.status is Review.ASKED
    assert detail.review.challenged == (
        "FOIA s31(1)(g), FOIA s40(2): No public interest test was shown"
    )
    assert page.detail.header.chip.text() == "In review"
    assert page.detail.header.act.text() == "Record the outcome"
    page.detail.show_tab("review")
    assert not page.detail.review.strip.isHidden()
    assert page.detail.review.ask.isHidden()
    ended = opened(page.detail.review.outcome.click)
    assert isinstance(ended, ReviewOutcomeDialog)
    ended.choose(Review.PARTLY_UPHELD)
    ended.accept_button.click()
    settle(workspace)
    assert fresh(page, workspace).review.status is Review.PARTLY_UPHELD
    history.undo(workspace.desk)
    history.undo(workspace.desk)
    assert fresh(page, workspace).review.status is Review.NONE


def test_a_review_cannot_be_asked_for_on_a_day_to_come(
    staffordshire: RequestsPage, workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    dialog = opened(staffordshire.detail.deeds.ask_review)
    assert isinstance(dialog, AskReviewDialog)
    type_over(dialog, "1 April 2023")
    dialog.accept_button.click()
    settle(workspace)
    assert dialog.on.complaint() == "That day is still to come."
    assert fresh(staffordshire, workspace).review.status is Review.NONE
    dialog.reject()


def test_the_day_of_an_outcome_may_be_unknown(
    staffordshire: RequestsPage, workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    asked = opened(staffordshire.detail.deeds.ask_review)
    asked.accept_button.click()
    settle(workspace)
    dialog = opened(staffordshire.detail.deeds.review_outcome)
    assert isinstance(dialog, ReviewOutcomeDialog)
    dialog.choose(Review.OVERTURNED)
    dialog.unknown.click()
    dialog.accept_button.click()
    settle(workspace)
    review = fresh(staffordshire, workspace).review
    assert (review.status, review.answered_on) == (Review.OVERTURNED, None)


def test_editing_writes_only_what_was_changed(
    staffordshire: RequestsPage, workspace: Workspace, opened: Opened, settle: Settle
) -> None:
    dialog = opened(staffordshire.detail.deeds.edit)
    settle(workspace)
    assert isinstance(dialog, EditRequestDialog)
    assert dialog.changes() == {}
    dialog.title_edit.setText("Another title")
    dialog.reference.setText("15350; FOI 9/23")
    assert set(dialog.changes()) == {"title", "reference"}
    dialog.accept_button.click()
    settle(workspace)
    row = fresh(staffordshire, workspace).row
    assert row.title == "Another title"
    assert row.references == ("15350", "FOI 9/23")
    assert staffordshire.detail.header.facts.accessibleName().startswith("Another title")


def test_editing_needs_a_title(
    staffordshire: RequestsPage, workspace: Workspace, opened: Opened
) -> None:
    dialog = opened(staffordshire.detail.deeds.edit)
    assert isinstance(dialog, EditRequestDialog)
    dialog.title_edit.clear()
    dialog.accept_button.click()
    assert dialog.problem.text() == "A request needs a title."
    assert is_open(dialog)
    dialog.reject()


def test_nothing_is_cut_off_in_a_dialog(staffordshire: RequestsPage, opened: Opened) -> None:
    deeds = staffordshire.detail.deeds
    for deed in (deeds.record_event, deeds.letter, deeds.ask_review, deeds.edit):
        dialog = opened(deed)
        bar = dialog.scroller.verticalScrollBar()
        room = staffordshire.height() - dialog.height()
        assert bar.maximum() == 0 or room <= 40, dialog.title.text()
        inside = dialog.scroller.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= dialog.scroller.viewport().width()
        # What is wrong is said at the foot, and takes nothing from the rest.
        dialog.complain("There is no room left on the disk. Nothing was lost. Make room. " * 2)
        room = staffordshire.height() - dialog.height()
        assert bar.maximum() == 0 or room <= 40, dialog.title.text()
        dialog.reject()


def test_each_law_offers_what_can_happen_under_it() -> None:
    foia = {choice.kind for choice in offered(Regime.FOIA)}
    eir = {choice.kind for choice in offered(Regime.EIR)}
    assert EventKind.PUBLIC_INTEREST_EXTENSION in foia - eir
    assert EventKind.EXTENSION in eir - foia
    assert EventKind.REVIEW_ASKED not in foia
    kinds = [choice.kind for choice in KINDS]
    assert len(kinds) == len(set(kinds))
    assert set(EventKind) - set(kinds) == {EventKind.REVIEW_ASKED}


def test_enter_in_a_field_of_one_line_saves_and_in_the_wording_begins_a_line(
    staffordshire: RequestsPage, opened: Opened, workspace: Workspace, settle: Settle
) -> None:
    dialog = opened(staffordshire.detail.deeds.edit)
    assert isinstance(dialog, EditRequestDialog)
    dialog.wording.setFocus()
    QTest.keyClick(dialog.wording, Qt.Key.Key_Return)
    assert is_open(dialog)
    dialog.reference.setFocus()
    dialog.reference.setText("77/23")
    QTest.keyClick(dialog.reference, Qt.Key.Key_Return)
    settle(workspace)
    assert not is_open(dialog)
    assert fresh(staffordshire, workspace).row.references == ("77/23",)


def test_enter_presses_the_button_that_has_the_keyboard(
    staffordshire: RequestsPage, opened: Opened, workspace: Workspace, settle: Settle
) -> None:
    dialog = opened(staffordshire.detail.deeds.edit)
    assert isinstance(dialog, EditRequestDialog)
    dialog.reference.setText("77/23")
    dialog.cancel.setFocus()
    QTest.keyClick(dialog.cancel, Qt.Key.Key_Return)
    settle(workspace)
    assert not is_open(dialog)
    assert fresh(staffordshire, workspace).row.references != ("77/23",)
