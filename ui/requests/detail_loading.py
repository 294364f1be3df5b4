"""Everything that the detail of a request shows, read from the desk in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foitrack.desk import casedata, history, requests
from foitrack.desk.views import CaseFilter, HistoryEntry, RequestDetail
from ui.requests.case_data_tab import SHOWN, CaseRows

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Loaded:
    """A request with what its tabs show besides."""

    detail: RequestDetail
    cases: CaseRows
    history: tuple[HistoryEntry, ...]


def load(desk: Desk, request_id: int, workspace: Workspace) -> Loaded:
    """Everything about one request, as at the workspace's today."""
    detail = requests.detail(desk, request_id, today=workspace.today)
    ids: tuple[int, ...] = ()
    if detail.case_rows:
        ids = casedata.ids(desk, CaseFilter(request_id=request_id), "place", False)
    rows = casedata.rows(desk, ids[:SHOWN]) if ids else ()
    steps = history.entries(desk, request_id)
    return Loaded(detail, CaseRows(request_id, rows, len(ids)), steps)
