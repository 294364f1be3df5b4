"""Whatever is done in whatever order: what is stored equals what is computed, undo is exact."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from foitrack.casefile.models import Content, Document, Request
from foitrack.desk import casedata, history, requests, responses, reviews
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.reference import Reference
from foitrack.desk.views import CaseFilter, DeskError, NewRequest, RequestFilter, SortKey
from foitrack.law import standing
from foitrack.law.clock import reckon
from foitrack.law.terms import (
    Body,
    DeadlineKind,
    Event,
    EventKind,
    Regime,
    Review,
)
from tests.desk.conftest import TODAY
from tests.desk.everything import contents

FIRST = date(2022, 9, 1)
days = st.dates(FIRST, TODAY)
kinds = st.sampled_from([kind for kind in EventKind if kind is not EventKind.RESPONSE])
LETTERS = (
    b"Our ref: FOI 1306/25\n\n14 February 2023\n\nDear requester,\n\nThe information is exempt "
    b"under section 40(2) of the Freedom of Information Act 2000, and is withheld.\n",
    b"Kent Police\n\n2 March 2023\n\nThank you for your request, which we acknowledge. You will "
    b"receive our answer within 20 working days.\n",
    b"\x00\xff\x00not a letter",
    b"Kent Police\n\nReference: 77/23\n\n1 February 2023\n\nPolice officers: misconduct by year\n\n"
    b"Year\tRank\tAllegation\tOutcome\n2021\tPC\tRude\tWritten warning\n"
    b"2021\tPC\tRude\tWritten warning\n2022\tSgt\tLate\tNo further action\n",
)


class CaseFileMachine(RuleBasedStateMachine):
    """Logs, corrects, records, reviews, bins, undoes and redoes in any order."""

    template: Path
    reference: Reference
    logged = Bundle("logged")
    kept = Bundle("kept")

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="foitrack-machine-"))
        self.path = self.folder / "case.foitrack"
        shutil.copy(self.template, self.path)
        self.desk: Desk = open_desk(self.path, self.reference)
        self.before: list[dict[str, list[tuple[object, ...]]]] = []
        self.after: list[dict[str, list[tuple[object, ...]]]] = []
        self.now = contents(self.desk)

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()
            shutil.rmtree(self.folder)

    def _did(self) -> None:
        """Note a step, if anything was written at all."""
        then, self.now = self.now, contents(self.desk)
        if then != self.now:
            self.before.append(then)
            self.after.clear()

    @rule(
        target=logged,
        authority=st.sampled_from([None, "Kent Police", "Police Scotland", "Nowhere Board"]),
        sent=st.none() | days,
        wait=st.none() | st.integers(0, 5),
        by=st.sampled_from(["email", "post"]),
        regime=st.none() | st.sampled_from(Regime),
        campaign=st.sampled_from([None, "One", "Two"]),
    )
    def log(
        self,
        authority: str | None,
        sent: date | None,
        wait: int | None,
        by: str,
        regime: Regime | None,
        campaign: str | None,
    ) -> int:
        received = None
        if sent is not None and wait is not None:
            received = min(sent + timedelta(days=wait), TODAY)
        new = NewRequest(
            "A title", authority, "A wording", campaign, regime, None, sent, received, by
        )
        changed = requests.log(self.desk, new, today=TODAY)
        assert changed.new_id is not None
        self._did()
        return changed.new_id

    @rule(request=logged, kind=kinds, on=st.none() | days, result=st.sampled_from(Review))
    def add_event(self, request: int, kind: EventKind, on: date | None, result: Review) -> None:
        detail = result.value if kind is EventKind.REVIEW_OUTCOME else ""
        self._try(
            lambda: requests.add_event(
                self.desk, request, Event(kind, on, None, detail), today=TODAY
            )
        )

    @rule(request=logged, pick=st.integers(0, 9), on=st.none() | days, remove=st.booleans())
    def correct_event(self, request: int, pick: int, on: date | None, remove: bool) -> None:
        if request not in self._ids():
            return
        events = requests.detail(self.desk, request, today=TODAY).events
        if not events:
            return
        chosen = events[pick % len(events)]
        if remove:
            requests.remove_event(self.desk, chosen.id)
        else:
            event = Event(chosen.event.kind, on, None, chosen.event.detail)
            requests.correct_event(self.desk, chosen.id, event, today=TODAY)
        self._did()

    @rule(request=logged, title=st.sampled_from(["Other", "“Quoted” & odd"]), notes=st.text())
    def edit(self, request: int, title: str, notes: str) -> None:
        notes = notes.replace("\x00", "")
        self._try(lambda: requests.edit(self.desk, request, title=title, notes=notes))

    @rule(target=kept, request=st.none() | logged, letter=st.sampled_from(LETTERS))
    def keep(self, request: int | None, letter: bytes) -> int:
        if request is not None and request not in self._ids():
            request = None
        proposal = responses.keep(self.desk, "letter.txt", letter, request)
        self._did()
        return proposal

    @rule(proposal=kept)
    def read(self, proposal: int) -> None:
        self._try(lambda: responses.read(self.desk, proposal))

    @rule(proposal=kept, request=logged)
    def attach(self, proposal: int, request: int) -> None:
        self._try(lambda: responses.attach(self.desk, proposal, request))

    @rule(proposal=kept)
    def record(self, proposal: int) -> None:
        def work() -> None:
            found = responses.proposal(self.desk, proposal)
            responses.record(self.desk, proposal, everything_confirmed(found), today=TODAY)

        self._try(work)

    @rule(target=kept, request=logged, letter=st.sampled_from(LETTERS))
    def answer(self, request: int, letter: bytes) -> int:
        """The usual way: keep, read and record at once; three steps to undo."""
        if request not in self._ids():
            request = self.log(None, TODAY, None, "email", None, None)
        proposal = self.keep(request, letter)
        self.read(proposal)
        self.record(proposal)
        return proposal

    @rule(proposal=consumes(kept))
    def discard(self, proposal: int) -> None:
        self._try(lambda: responses.discard(self.desk, proposal))

    @rule(request=logged, on=days)
    def ask_review(self, request: int, on: date) -> None:
        self._try(lambda: reviews.ask(self.desk, request, on=on, today=TODAY))

    @rule(request=logged, into=st.booleans())
    def put_in_bin(self, request: int, into: bool) -> None:
        act = requests.bin if into else requests.restore
        self._try(lambda: act(self.desk, request))

    @rule(checked=st.booleans())
    def check_rows(self, checked: bool) -> None:
        if found := casedata.ids(self.desk, CaseFilter(), "source", False):
            self._try(lambda: casedata.set_checked(self.desk, found[:2], checked))

    @precondition(lambda self: bool(self.before))
    @rule()
    def undo(self) -> None:
        assert history.undo(self.desk) is not None
        self.after.append(self.now)
        self.now = contents(self.desk)
        assert self.now == self.before.pop()

    @precondition(lambda self: bool(self.after))
    @rule()
    def redo(self) -> None:
        assert history.redo(self.desk) is not None
        self.before.append(self.now)
        self.now = contents(self.desk)
        assert self.now == self.after.pop()

    @rule()
    def start_again(self) -> None:
        """Close the file and open it: undo goes on from where it was."""
        self.desk.close()
        self.desk = open_desk(self.path, self.reference)

    def _try(self, work: object) -> None:
        """Do it; a refusal in plain words changes nothing."""
        assert callable(work)
        try:
            work()
        except DeskError:
            assert contents(self.desk) == self.now
        else:
            self._did()

    def _ids(self) -> tuple[int, ...]:
        return requests.ids(self.desk, RequestFilter(), SortKey.DUE, False, today=TODAY)

    @invariant()
    def nothing_left_to_redo_that_is_not_known(self) -> None:
        if hasattr(self, "desk"):
            assert (history.undo_label(self.desk) is not None) == bool(self.before)
            assert (history.redo_label(self.desk) is not None) == bool(self.after)

    @invariant()
    def stored_equals_computed(self) -> None:
        if not hasattr(self, "desk"):
            return
        with self.desk.case.reading() as session:
            for request in session.scalars(select(Request)):
                check_stored(self.desk, request)

    @invariant()
    def every_document_has_its_bytes(self) -> None:
        if not hasattr(self, "desk"):
            return
        with self.desk.case.reading() as session:
            wanted = set(session.scalars(select(Document.sha256)))
            stored = set(session.scalars(select(Content.sha256)))
        assert wanted <= stored
        # What nobody could bring back by redoing is not carried along.
        assert self.after or wanted == stored


def check_stored(desk: Desk, request: Request) -> None:
    """The dates beside a request are those that its events give on any day."""
    events = requests.events(desk, request.id)
    calendars = desk.reference.calendars
    for today in (TODAY, TODAY + timedelta(days=400)):
        reckoning = reckon(
            Regime(request.regime), events, calendars, today=today, body=Body(request.body)
        )
        assert request.due_on == standing.answer_due(reckoning)
        row = requests.rows(desk, [request.id], today=today)[0]
        review = reckoning.of(DeadlineKind.REVIEW)
        review_due = review.on if review else None
        assert row.review is standing.review_status(events, review_due, today)
        reading = row.state is standing.State.RESPONSE_TO_READ
        stage = standing.stage(events, to_read=reading)
        assert row.state is standing.state_on(stage, request.due_on, review_due, today)


@pytest.mark.usefixtures("empty_file")
def test_any_order_of_work(empty_file: Path, reference: Reference) -> None:
    class Machine(CaseFileMachine):
        template = empty_file

    Machine.reference = reference
    run_state_machine_as_test(Machine, settings=_settings())


def _settings() -> object:
    from hypothesis import settings

    current = settings.get_profile("usual") if settings.default is None else settings.default
    return settings(
        current, stateful_step_count=25, max_examples=max(12, current.max_examples // 4)
    )
