"""Filters under names of one's own, and the numbers beside the choices of the pills."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu

from foitrack.desk import history, listed_counts, requests
from foitrack.desk.desk import Desk
from foitrack.desk.views import RequestFilter, SortKey
from foitrack.law.terms import State
from tests.ui.requests.conftest import Settle
from ui.requests.filter_name_dialog import FilterNameDialog
from ui.requests.page import RequestsPage
from ui.workspace import Workspace

ANSWERED = RequestFilter(states=frozenset({State.ANSWERED}))


def keep(page: RequestsPage, name: str, workspace: Workspace, settle: Settle) -> FilterNameDialog:
    page.own.keep_action.trigger()
    dialog = page.findChildren(FilterNameDialog)[-1]
    dialog.field.setText(name)
    dialog.accept()
    settle(workspace)
    return dialog


def own_entries(page: RequestsPage) -> dict[str, bool]:
    return {one.text(): one.isChecked() for one in page.own.menu.actions() if one.isCheckable()}


def test_a_filter_is_kept_used_renamed_removed_and_brought_back(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    assert not page.own.keep_action.isEnabled()
    page.listing.narrow(ANSWERED)
    settle(workspace)
    keep(page, "All & answered", workspace, settle)
    assert own_entries(page) == {"All && answered": True}
    page.listing.clear()
    settle(workspace)
    assert own_entries(page) == {"All && answered": False}
    assert not page.own.rename_action.isEnabled()
    [action] = [one for one in page.actions() if one.text() == "All && answered"]
    action.trigger()
    settle(workspace)
    assert page.listing.filter == ANSWERED
    page.own.rename_action.trigger()
    dialog = page.findChildren(FilterNameDialog)[-1]
    dialog.field.setText("Done")
    dialog.accept()
    settle(workspace)
    assert own_entries(page) == {"Done": True}
    page.own.remove_action.trigger()
    settle(workspace)
    assert own_entries(page) == {}
    changed = history.undo(workspace.desk)
    assert changed is not None
    workspace.changed.emit(changed)
    settle(workspace)
    assert own_entries(page) == {"Done": True}


def test_a_name_that_is_taken_is_said(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    for name, wanted in (("One", ANSWERED), ("Two", replace(ANSWERED, search="gwent"))):
        page.listing.narrow(wanted)
        settle(workspace)
        keep(page, name, workspace, settle)
    page.own.rename_action.trigger()
    dialog = page.findChildren(FilterNameDialog)[-1]
    dialog.field.setText("one")
    assert not dialog.accept_button.isEnabled()
    assert dialog.problem.text() == "Another filter has this name."
    dialog.reject()
    page.own.keep_action.trigger()
    dialog = page.findChildren(FilterNameDialog)[-1]
    dialog.field.setText("one")
    assert dialog.accept_button.isEnabled() and "takes the place" in dialog.note.text()
    dialog.reject()


def test_a_list_of_single_requests_is_no_filter_to_keep(
    page: RequestsPage, workspace: Workspace, settle: Settle
) -> None:
    page.listing.narrow(RequestFilter(ids=frozenset({1, 2})))
    settle(workspace)
    assert not page.own.keep_action.isEnabled()


def numbers(menu: QMenu | None) -> dict[str, str]:
    assert menu is not None
    lines = [action.text().split("\t") for action in menu.actions() if "\t" in action.text()]
    return {words: number for words, number in lines if number != "0"}


def test_pills_say_how_many_and_ask_again_only_where_that_may_have_changed(
    page: RequestsPage, workspace: Workspace, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[RequestFilter] = []
    real = listed_counts.counts

    def noted(desk: Desk, wanted: RequestFilter, **rest: object) -> listed_counts.Counts:
        asked.append(wanted)
        return real(desk, wanted, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr("ui.requests.listing.listed_counts.counts", noted)
    bar = page.list.bar
    assert numbers(bar.state.menu()) == {"Answered": "5"}
    page.list.model.sort_wanted.emit(SortKey.DUE, True)
    settle(workspace)
    page.listing.narrow(ANSWERED)
    settle(workspace)
    assert asked == []
    first = page.list.model.ids()[0]
    workspace.write(lambda: requests.bin(workspace.desk, first))
    settle(workspace)
    assert len(asked) == 1
    assert numbers(bar.state.menu()) == {"Answered": "4"}
    assert numbers(bar.regime.menu()) == {"FOIA": "4"}
    page.listing.narrow(replace(ANSWERED, search="gwent"))
    settle(workspace)
    assert len(asked) == 2
    assert set(numbers(bar.state.menu()).values()) <= {"1"}
