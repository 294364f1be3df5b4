"""What to know before one more request is logged: what was asked before, and the cost limit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from foitrack.desk import requests, warnings
from foitrack.desk.views import AuthorityChoice, NewRequest, RequestRow
from ui.core_words import told
from ui.counting import by_number
from ui.requests.earlier import earlier, short_warning
from ui.requests.remark_box import RemarkBox

if TYPE_CHECKING:
    from datetime import date

    from foitrack.desk.desk import Desk
    from ui.workspace import Workspace

AT_A_TIME = 40
"""Authorities looked at for earlier requests in one piece of work."""
Rows = tuple[RequestRow, ...]


class BeforeOne(RemarkBox):
    """Of one authority: each earlier request, and what their costs may do to this one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked: NewRequest | None = None

    def look_at(self, new: NewRequest | None) -> None:
        """Look for what stands beside this request; hidden where nothing does."""
        if new == self._asked:
            return
        self._asked = new
        if new is None or not new.authority:
            self.say("")
            return
        work = partial(_beside, self._workspace.desk, new, self._workspace.today)
        self._workspace.read(work, partial(self._take, new))

    def _take(self, new: NewRequest, found: tuple[Rows, str | None]) -> None:
        if new != self._asked:
            return
        rows, costs = found
        said = earlier(new.authority or "", rows)
        if said is None:
            self.say("")
            return
        lines = [*said.lines, *([told(costs)] if costs else [])]
        self.say(said.title, "\n".join(lines), warns=said.open or costs is not None)


class BeforeMany(RemarkBox):
    """Of many authorities: how many still owe an answer, and how many may add up the costs."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked: tuple[NewRequest, tuple[str, ...]] | None = None
        self._rows: dict[str, Rows] = {}

    def look_at(self, new: NewRequest, choices: Sequence[AuthorityChoice]) -> None:
        """Look for what stands beside these requests; hidden where nothing does."""
        asked = new, tuple(choice.name for choice in choices)
        if asked == self._asked:
            return
        self._asked = asked
        if not choices:
            self.say("")
            return
        desk, today = self._workspace.desk, self._workspace.today
        work = partial(warnings.many, desk, new, asked[1], today=today)
        self._workspace.read(work, partial(self._take, asked))

    def know(self, rows: dict[str, Rows]) -> None:
        """Take in the earlier requests of some authorities."""
        self._rows |= rows
        if self._asked is not None:
            new, names = self._asked
            desk, today = self._workspace.desk, self._workspace.today
            work = partial(warnings.many, desk, new, names, today=today)
            self._workspace.read(work, partial(self._take, self._asked))

    def _take(self, asked: tuple[NewRequest, tuple[str, ...]], costs: str | None) -> None:
        if asked != self._asked:
            return
        number = sum(1 for name in asked[1] if short_warning(self._rows.get(name, ())))
        still_open = by_number(
            number,
            "{0} of these has a request from you still open",
            "{0} of these have a request from you still open",
        )
        added_up = told(costs or "")
        title = still_open if number else added_up
        self.say(title, added_up if number else "", warns=True)


def _beside(desk: Desk, new: NewRequest, today: date) -> tuple[Rows, str | None]:
    rows = requests.similar(desk, new.authority or "", today=today)
    return rows, warnings.costs_added_up(desk, new)
