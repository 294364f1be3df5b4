"""The machine that does anything in any order finds what is wrong, where something is made wrong.

Each fault is one that a change of the program could bring in without any other test noticing. All
must be found within the number of examples that the extended run has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from foitrack.casefile import history, purging, records
from foitrack.desk import events, request_edits
from foitrack.desk import history as desk_history
from foitrack.desk.reference import Reference
from foitrack.errors import PlainError
from tests.desk.machine import DeskMachine
from tests.desk.test_machine import FileSite

pytestmark = pytest.mark.extended
EXAMPLES, STEPS = 250, 50
"""As `test_any_order_of_work` has them in the extended run."""
Patch = pytest.MonkeyPatch
Fault = Callable[[Patch], None]


def undo_forgets(table: str) -> Fault:
    """Taking a step back leaves the rows of one table as they are."""

    def fault(patch: Patch) -> None:
        whole = history._apply

        def forgetful(session: Any, moves: Sequence[history.Move]) -> None:
            whole(session, [move for move in moves if move[0] != table])

        def take_back(session: Any, step: Any) -> None:
            with pytest.MonkeyPatch.context() as within:
                within.setattr(history, "_apply", forgetful)
                history.take_back(session, step)

        patch.setattr(desk_history, "take_back", take_back)

    return fault


def a_corrected_event_is_not_counted_anew(patch: Patch) -> None:
    """What is stored beside a request stays as it was when one of its events is corrected."""
    rewrite = events.rewrite_event

    def rewritten(*said: Any, **named: Any) -> Any:
        with pytest.MonkeyPatch.context() as within:
            within.setattr(events, "recompute", lambda *_: None)
            return rewrite(*said, **named)

    patch.setattr(request_edits, "rewrite_event", rewritten)


def undo_does_not_count_anew(patch: Patch) -> None:
    """The events are as before after undo, the dates beside them are not."""
    patch.setattr(desk_history, "recompute", lambda *_: None)


def undo_leaves_the_index(patch: Patch) -> None:
    """A search finds what was undone."""
    silent = SimpleNamespace(index_requests=lambda *_: None)
    patch.setattr("foitrack.desk.history.search", silent)


def purge_leaves_bytes(patch: Patch) -> None:
    """The bytes of what was removed for good stay, and belong to nothing."""
    patch.setattr(purging, "_remove_unused", lambda _: None)


def purge_leaves_history(patch: Patch) -> None:
    """Undo would go on behind a purge."""
    patch.setattr(purging, "end_undo_here", lambda *_: None)


def export_leaves_out_a_table(patch: Patch) -> None:
    """What comes back from JSON has no provisions."""
    every = records.records_of
    patch.setattr(
        records,
        "records_of",
        lambda session, table: iter(()) if table.name == "provision" else every(session, table),
    )


FAULTS: dict[str, Fault] = {
    "undo forgets the events": undo_forgets("event"),
    "undo forgets the provisions": undo_forgets("provision"),
    "undo forgets the authorities": undo_forgets("authority"),
    "undo forgets learned words": undo_forgets("case_term"),
}
for one in (
    a_corrected_event_is_not_counted_anew,
    undo_does_not_count_anew,
    undo_leaves_the_index,
    purge_leaves_bytes,
    purge_leaves_history,
    export_leaves_out_a_table,
):
    FAULTS[one.__name__.replace("_", " ")] = one


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found(
    fault: str, empty_file: Path, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Machine(DeskMachine):
        make_site = staticmethod(lambda: FileSite(empty_file, reference))

    FAULTS[fault](monkeypatch)
    budget = settings(
        stateful_step_count=STEPS,
        max_examples=EXAMPLES,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    with pytest.raises((AssertionError, PlainError)):
        run_state_machine_as_test(Machine, settings=budget)
