"""Everything a campaigner can do, in any order, and what must hold whatever was done.

The case file may lie anywhere: a `Site` opens it. What is checked after each step is what the
program promises: what is stored follows from the events, undo and redo are exact, no document is
missing and none lies about, the search index is that of the file, and the JSON of the file comes
back as it went out.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, ClassVar, Protocol

from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from sqlalchemy import select

from foitrack.casefile import records
from foitrack.casefile.history import unused_contents
from foitrack.casefile.models import Content, Document, ProvisionRecord, Request
from foitrack.desk import bin as the_bin
from foitrack.desk import (
    campaigns,
    casedata,
    exporting,
    history,
    importing,
    requests,
    responses,
    reviews,
    safety,
    schema_terms,
)
from foitrack.desk.desk import Desk
from foitrack.desk.views import (
    CaseFilter,
    DeskError,
    FindingDecision,
    FindingStatus,
    NewRequest,
    RecordDecisions,
)
from foitrack.law import standing
from foitrack.law.clock import reckon
from foitrack.law.terms import (
    Body,
    DeadlineKind,
    Event,
    EventKind,
    Outcome,
    Regime,
    Review,
    Standing,
)
from tests.desk.everything import contents

TODAY = date(2023, 3, 28)
days = st.dates(date(2022, 9, 1), TODAY)
kinds = st.sampled_from([kind for kind in EventKind if kind is not EventKind.RESPONSE])
names = st.sampled_from(["Kent Police", "Police Scotland", "Essex Police", "Nowhere Board"])
LETTERS = (
    b"Our ref: FOI 1306/25\n\n14 February 2023\n\nDear requester,\n\nThe information is exempt "
    b"under section 40(2) of the Freedom of Information Act 2000, and is withheld.\n",
    b"Kent Police\n\n2 March 2023\n\nThank you for your request, which we acknowledge. You will "
    b"receive our answer within 20 working days.\n",
    b"\x00\xff\x00not a letter",
    b"Kent Police\n\nReference: 77/23\n\n1 February 2023\n\nPolice officers: misconduct by year\n\n"
    b"Year\tRank\tAllegation\tOutcome\n2021\tPC\tRude\tWritten warning\n"
    b"2021\tPC\tRude\tWritten warning\n2022\tSgt\tLate\tNo further action\n",
    b"From: foi@kent.police.uk\nTo: me@example.org\nSubject: 77/23\nMIME-Version: 1.0\n"
    b'Date: Wed, 1 Feb 2023 10:00:00 +0000\nContent-Type: multipart/mixed; boundary="x"\n\n--x\n'
    b"Content-Type: text/plain\n\nPlease find our response attached.\n--x\n"
    b'Content-Type: text/plain; name="a.txt"\nContent-Disposition: attachment; '
    b'filename="a.txt"\n\nWe do not hold the information.\n--x--\n',
)
State = dict[str, list[tuple[Any, ...]]]


class Site(Protocol):
    """Where a case file lies."""

    folder: Path

    def open(self) -> Desk:
        """The case file, empty at first; opened again and again."""

    def another(self) -> Desk:
        """A new, empty case file beside it."""

    def clear(self) -> None:
        """Everything is closed; take it away."""


class DeskMachine(RuleBasedStateMachine):
    """Does anything at the desk, and remembers what undo must bring back."""

    make_site: Callable[[], Site]
    did: ClassVar[Counter[str]] = Counter()
    """How often what was tried was also done; in all runs of this class."""
    logged = Bundle("logged")
    kept = Bundle("kept")
    tabled = Bundle("tabled")

    @initialize()
    def begin(self) -> None:
        self.site = type(self).make_site()
        self.desk = self.site.open()
        self.before: list[tuple[int | None, State]] = []
        self.after: list[State] = []
        self.now = contents(self.desk)

    def teardown(self) -> None:
        if not hasattr(self, "desk"):
            return
        try:
            self._what_is_shown_follows_from_the_events()
            self._all_the_way_back_and_forth()
            self._out_and_in_again()
        finally:
            self.desk.close()
            self.site.clear()

    # What a campaigner does

    @rule(
        target=logged,
        authority=st.none() | names,
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
        return self._made(requests.log(self.desk, new, today=TODAY).new_id)

    @rule(target=logged, several=st.lists(names, min_size=2, max_size=3), sent=days)
    def log_many(self, several: list[str], sent: date) -> int:
        new = NewRequest("To many", None, campaign="One", sent_on=sent)
        return self._made(requests.log_many(self.desk, new, several, today=TODAY).new_id)

    @rule(request=logged, title=st.sampled_from(["Other", "“Quoted” & odd"]), notes=st.text())
    def edit(self, request: int, title: str, notes: str) -> None:
        notes = notes.replace("\x00", "")
        self._try(lambda: requests.edit(self.desk, request, title=title, notes=notes))

    @rule(request=logged, authority=names, campaign=st.sampled_from(["", "Two", "Three"]))
    def move(self, request: int, authority: str, campaign: str) -> None:
        said = {"authority": authority, "campaign": campaign, "reference": "1/23; 2/23"}
        self._try(lambda: requests.edit(self.desk, request, **said))  # type: ignore[arg-type]

    @rule(pick=st.integers(0, 9), name=st.sampled_from(["One", "Renamed"]))
    def rename_campaign(self, pick: int, name: str) -> None:
        if found := campaigns.all(self.desk):
            self._try(lambda: campaigns.rename(self.desk, found[pick % len(found)].id, name))

    @rule(request=logged, kind=kinds, on=st.none() | days, result=st.sampled_from(Review))
    def add_event(self, request: int, kind: EventKind, on: date | None, result: Review) -> None:
        detail = result.value if kind is EventKind.REVIEW_OUTCOME else ""
        event = Event(kind, on, None, detail)
        self._try(lambda: requests.add_event(self.desk, request, event, today=TODAY))

    @rule(request=logged, pick=st.integers(0, 9), on=st.none() | days, remove=st.booleans())
    def correct_event(self, request: int, pick: int, on: date | None, remove: bool) -> None:
        def work() -> None:
            events = requests.detail(self.desk, request, today=TODAY).events
            if not events:
                return
            chosen = events[pick % len(events)]
            if remove:
                requests.remove_event(self.desk, chosen.id)
            else:
                event = Event(chosen.event.kind, on, None, chosen.event.detail)
                requests.correct_event(self.desk, chosen.id, event, today=TODAY)

        self._try(work)

    @rule(target=kept, request=st.none() | logged, letter=st.sampled_from(LETTERS))
    def keep(self, request: int | None, letter: bytes) -> int:
        known = request if request is not None and self._is_there(request) else None
        name = "letter.eml" if letter.startswith(b"From:") else "letter.txt"
        return self._made(responses.keep(self.desk, name, letter, known))

    @rule(targets=(kept, tabled), request=logged, on=days)
    def answer_with_a_table(self, request: int, on: date) -> int:
        """One from which there are case rows, and words to learn."""
        return self._answered(request, LETTERS[3], on)

    @rule(target=kept, request=logged, letter=st.sampled_from(LETTERS[:3]), on=days)
    def answer(self, request: int, letter: bytes, on: date) -> int:
        """Keep, read and record a letter whole: seldom do the three come one after the other."""
        return self._answered(request, letter, on)

    def _answered(self, request: int, letter: bytes, on: date) -> int:
        known = request if self._is_there(request) else None
        made = self._made(responses.keep(self.desk, "answer.txt", letter, known))
        self._try(lambda: responses.read(self.desk, made))
        self._try(lambda: self._record_all(made, on))
        return made

    def _record_all(self, proposal: int, on: date) -> None:
        found = responses.proposal(self.desk, proposal).findings
        decided = tuple(FindingDecision(one.id, FindingStatus.CONFIRMED) for one in found)
        decisions = RecordDecisions(decided, on, True, None, True, ("FOIA s31(1)(a)",))
        responses.record(self.desk, proposal, decisions, today=TODAY)

    @rule(proposal=kept)
    def read(self, proposal: int) -> None:
        self._try(lambda: responses.read(self.desk, proposal))

    @rule(proposal=kept, letter=st.sampled_from(LETTERS))
    def add_document(self, proposal: int, letter: bytes) -> None:
        self._try(lambda: responses.add_document(self.desk, proposal, "more.txt", letter))

    @rule(proposal=kept, request=logged)
    def attach(self, proposal: int, request: int) -> None:
        self._try(lambda: responses.attach(self.desk, proposal, request))

    @rule(
        proposal=kept,
        said=st.lists(st.sampled_from(FindingStatus), min_size=1, max_size=5),
        on=st.none() | days,
        outcome=st.none() | st.sampled_from(Outcome),
        rows=st.booleans(),
        added=st.sampled_from([(), ("FOIA s31(1)(a)",)]),
    )
    def record(
        self,
        proposal: int,
        said: list[FindingStatus],
        on: date | None,
        outcome: Outcome | None,
        rows: bool,
        added: tuple[str, ...],
    ) -> None:
        def work() -> None:
            found = responses.proposal(self.desk, proposal).findings
            decided = tuple(
                FindingDecision(one.id, said[n % len(said)]) for n, one in enumerate(found)
            )
            decisions = RecordDecisions(decided, on, on is not None, outcome, rows, added)
            responses.record(self.desk, proposal, decisions, today=TODAY)

        self._try(work)

    @rule(proposal=kept)
    def discard(self, proposal: int) -> None:
        self._try(lambda: responses.discard(self.desk, proposal))

    @rule(request=logged, on=days)
    def ask_review(self, request: int, on: date) -> None:
        self._try(lambda: reviews.ask(self.desk, request, on=on, today=TODAY))

    @rule(request=logged, on=st.none() | days, result=st.sampled_from(reviews.RESULTS))
    def review_outcome(self, request: int, on: date | None, result: Review) -> None:
        self._try(lambda: reviews.outcome(self.desk, request, result, on=on, today=TODAY))

    @rule(pick=st.integers(0, 9), standing=st.sampled_from(Standing))
    def provision_standing(self, pick: int, standing: Standing) -> None:
        with self.desk.case.reading() as session:
            found = session.scalars(select(ProvisionRecord.id).order_by(ProvisionRecord.id)).all()
        chosen = found[pick % len(found)] if found else pick
        self._try(lambda: reviews.provision_standing(self.desk, chosen, standing))

    @rule(checked=st.booleans())
    def check_rows(self, checked: bool) -> None:
        if found := casedata.ids(self.desk, CaseFilter(), "source", False):
            self._try(lambda: casedata.set_checked(self.desk, found[:2], checked))

    @rule(
        proposal=tabled | kept,
        printed=st.sampled_from(["Written warning", "Told off"]),
        forget=st.booleans(),
    )
    def learn(self, proposal: int, printed: str, forget: bool) -> None:
        def work() -> None:
            if forget:
                schema_terms.forget(self.desk, "outcome", printed, proposal_id=proposal)
            else:
                schema_terms.learn(
                    self.desk, "outcome", printed, ["dismissed"], proposal_id=proposal
                )

        self._try(work)

    @rule(request=logged, into=st.booleans())
    def put_in_bin(self, request: int, into: bool) -> None:
        act = requests.bin if into else requests.restore
        self._try(lambda: act(self.desk, request))

    @rule()
    def purge(self) -> None:
        """Undo ends here, and begins anew."""
        if found := the_bin.contents(self.desk):
            gone = [one.id for one in found]
            the_bin.purge(self.desk, gone)
            self.before, self.after, self.now = [], [], contents(self.desk)
            assert not any(self._is_there(one) for one in gone)

    # Undo, redo, and starting again

    @precondition(lambda self: bool(self.before))
    @rule()
    def undo(self) -> None:
        assert history.undo(self.desk) is not None
        self.after.append(self.now)
        self.now = contents(self.desk)
        assert self.now == self.before.pop()[1]

    @precondition(lambda self: bool(self.after))
    @rule()
    def redo(self) -> None:
        assert history.redo(self.desk) is not None
        self.before.append((history.newest(self.desk), self.now))
        self.now = contents(self.desk)
        assert self.now == self.after.pop()

    @rule()
    def start_again(self) -> None:
        self.desk.close()
        self.desk = self.site.open()
        assert contents(self.desk) == self.now

    # What must hold

    @invariant()
    def all_is_well(self) -> None:
        if not hasattr(self, "desk"):
            return
        assert (history.undo_label(self.desk) is not None) == bool(self.before)
        assert (history.redo_label(self.desk) is not None) == bool(self.after)
        assert safety.check(self.desk).troubles == ()
        with self.desk.case.reading() as session:
            wanted = set(session.scalars(select(Document.sha256)))
            stored = set(session.scalars(select(Content.sha256)))
            assert wanted <= stored
            assert not unused_contents(session)

    def _all_the_way_back_and_forth(self) -> None:
        """Step by step: what one step leaves behind, an earlier one may take along unseen."""
        states = [state for _, state in self.before] + [self.now]
        for then in reversed(states[:-1]):
            assert history.undo(self.desk) is not None
            assert contents(self.desk) == then
        assert history.undo(self.desk) is None
        for then in states[1:]:
            assert history.redo(self.desk) is not None
            assert contents(self.desk) == then

    def _out_and_in_again(self) -> None:
        out = io.BytesIO()
        exporting.write_json(self.desk, out)
        tables = json.loads(out.getvalue())["tables"]
        assert list(tables) == [table.name for table in records.tables()]
        source = self.site.folder / "export.json"
        source.write_bytes(out.getvalue())
        other = self.site.another()
        try:
            importing.from_json_file(other, source)
            again = io.BytesIO()
            exporting.write_json(other, again)
            assert again.getvalue() == out.getvalue()
            assert contents(other) == self.now
        finally:
            other.close()

    def _what_is_shown_follows_from_the_events(self) -> None:
        with self.desk.case.reading() as session:
            for request in session.scalars(select(Request)):
                check_shown(self.desk, request)

    # How

    def _made(self, new_id: int | None) -> int:
        assert new_id is not None
        self._did()
        return new_id

    def _try(self, work: Callable[[], object]) -> None:
        """Do it; a refusal in plain words changes nothing."""
        try:
            work()
        except DeskError:
            assert contents(self.desk) == self.now
        else:
            self.did[work.__qualname__.split(".")[1]] += 1
            self._did()

    def _did(self) -> None:
        """Note a step, if one was made: it may have joined the one before, or ended it."""
        then, self.now = self.now, contents(self.desk)
        newest = history.newest(self.desk)
        known = self.before[-1][0] if self.before else None
        if then != self.now:
            self.after.clear()
        if newest == known:
            return
        if self.before and (newest is None or newest < (known or 0)):
            self.before.pop()
        else:
            self.before.append((newest, then))

    def _is_there(self, request: int) -> bool:
        try:
            requests.detail(self.desk, request, today=TODAY)
        except DeskError:
            return False
        return True


def check_shown(desk: Desk, request: Request) -> None:
    """The dates and the state that a list shows are those that the events give, on any day."""
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
