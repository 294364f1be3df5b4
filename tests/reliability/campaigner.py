"""A campaigner who does random things and notes each that was acknowledged: to be killed.

Run as `python -m tests.reliability.campaigner`, see `bear`. A line is appended to the log
(one write, unbuffered) before each call with what it is about to do, and after it returned.
"""

from __future__ import annotations

import json
import os
import random
import sys
import traceback
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from foitrack import assets
from foitrack.desk import (
    authority_changes,
    campaign_changes,
    campaigns,
    casedata,
    drafts,
    history,
    many,
    requests,
    responses,
    reviews,
    safety,
    saved_filters,
    schemas,
    snoozing,
)
from foitrack.desk import bin as the_bin
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.views import CaseFilter, NewRequest, RequestFilter
from foitrack.desk.views.authority import AuthorityDetails
from foitrack.errors import PlainError
from foitrack.law.terms import Event, EventKind, Review
from foitrack.reading.schema import FieldKind
from foitrack.reading.schema_definition import FieldDefinition, SchemaDefinition

TODAY = date(2023, 3, 28)
LETTER = (
    "Kent Police\n\nReference: 77/23\n\n{day}\n\nPolice officers: misconduct by year {mark}\n\n"
    "The rest is exempt under section 40(2).\n\nYear\tRank\tAllegation\tOutcome\n"
    "2021\tPC\tRude\tWritten warning\n2022\tSgt\tLate\tNo further action\n"
)
Deed = Callable[["Campaigner"], dict[str, Any]]


class Campaigner:
    """One who works on a case file, and knows what was done so far."""

    def __init__(self, desk: Desk, chance: random.Random) -> None:
        self.desk, self.chance = desk, chance
        self.last = 0

    def mark(self) -> str:
        """Words that stand nowhere else."""
        self.last += 1
        return f"mark-{os.getpid()}-{self.last}-{self.chance.getrandbits(32):x}"

    def request(self) -> int:
        """One of the requests there are."""
        known = requests.meant_by(self.desk, "1") or (1,)
        with self.desk.case.reading() as session:
            from sqlalchemy import select

            from foitrack.casefile.models import Request

            found = list(session.scalars(select(Request.id)))
        return self.chance.choice(found or list(known))


def log(one: Campaigner) -> dict[str, Any]:
    """Log a request."""
    title = one.mark()
    new = NewRequest(title, "Kent Police", "Words " * 50, sent_on=TODAY - timedelta(days=20))
    made = requests.log(one.desk, new, today=TODAY)
    return {"table": "request", "column": "title", "value": title, "id": made.new_id}


def edit(one: Campaigner) -> dict[str, Any]:
    """Change a request's notes."""
    request, notes = one.request(), one.mark()
    requests.edit(one.desk, request, notes=notes)
    return {"table": "request", "column": "notes", "value": notes, "id": request}


def event(one: Campaigner) -> dict[str, Any]:
    """Record an event with a note."""
    note = one.mark()
    what = Event(EventKind.CHASED, TODAY - timedelta(days=one.chance.randrange(9)), None, "")
    requests.add_event(one.desk, one.request(), what, note, today=TODAY)
    return {"table": "event", "column": "note", "value": note}


def keep(one: Campaigner) -> dict[str, Any]:
    """Keep a document of some length."""
    name = one.mark() + ".bin"
    data = one.chance.randbytes(one.chance.choice((100, 20_000, 600_000)))
    responses.keep(one.desk, name, data, one.chance.choice((None, one.request())))
    return {"table": "document", "column": "name", "value": name}


def record(one: Campaigner) -> dict[str, Any]:
    """Keep, read and record a letter with a table; only the last of the three is noted."""
    mark = one.mark()
    letter = LETTER.format(day="28 March 2023", mark=mark).encode()
    kept = responses.keep(one.desk, f"{mark}.txt", letter, one.request())
    found = responses.read(one.desk, kept)
    responses.record(one.desk, kept, everything_confirmed(found), today=TODAY)
    return {"table": "response", "column": "recorded", "value": 1, "id": kept}


def campaign(one: Campaigner) -> dict[str, Any]:
    """Make a campaign."""
    name = one.mark()
    campaigns.create(one.desk, name)
    return {"table": "campaign", "column": "name", "value": name}


def review(one: Campaigner) -> dict[str, Any]:
    """Ask for a review, and note how it ended."""
    request = one.request()
    reviews.ask(one.desk, request, on=TODAY, today=TODAY)
    reviews.outcome(one.desk, request, Review.UPHELD, on=TODAY, today=TODAY)
    return {}


def bin_and_back(one: Campaigner) -> dict[str, Any]:
    """Put a request into the bin and take it out."""
    request = one.request()
    requests.bin(one.desk, request)
    requests.restore(one.desk, request)
    return {}


def undo_and_redo(one: Campaigner) -> dict[str, Any]:
    """Take a step back and do it again: in between what was noted is rightly not there."""
    history.undo(one.desk)
    history.redo(one.desk)
    return {}


def rows(one: Campaigner) -> dict[str, Any]:
    """Tick case rows."""
    if found := casedata.ids(one.desk, CaseFilter(), "source", False):
        casedata.set_checked(one.desk, found[:5], one.chance.random() < 0.5)
    return {}


def backup(one: Campaigner) -> dict[str, Any]:
    """Back up."""
    return {"backup": str(safety.backup(one.desk).path)}


def many_moved(one: Campaigner) -> dict[str, Any]:
    """Put several requests in a new campaign, and record that they were chased."""
    several, name = [one.request() for _ in range(5)], one.mark()
    many.put_in_campaign(one.desk, several, name)
    many.record(one.desk, several, Event(EventKind.CHASED, TODAY), one.mark(), today=TODAY)
    return {"table": "campaign", "column": "name", "value": name}


def joined(one: Campaigner) -> dict[str, Any]:
    """Begin a campaign and have another one go over to it, notes and all."""
    own, other = one.mark(), one.mark()
    into = campaigns.create(one.desk, own).new_id
    number = campaigns.create(one.desk, other).new_id
    assert into is not None
    assert number is not None
    campaign_changes.set_notes(one.desk, number, other)
    campaign_changes.merge(one.desk, number, into)
    return {"table": "campaign", "column": "notes", "value": other, "id": into}


def authority(one: Campaigner) -> dict[str, Any]:
    """Add an authority, correct it, and join it with one of the directory."""
    name = one.mark()
    authority_changes.add(one.desk, AuthorityDetails(name))
    authority_changes.edit(one.desk, name, AuthorityDetails(name, notes="Rang them"))
    authority_changes.merge(one.desk, name, "Kent Police")
    return {}


def put_off(one: Campaigner) -> dict[str, Any]:
    """Put a line of Today off and bring it back; keep a filter."""
    name = one.mark()
    until = TODAY + timedelta(days=3)
    snoozing.snooze(one.desk, [one.request()], "due-soon", until, today=TODAY)
    if lines := snoozing.put_off(one.desk, today=TODAY):
        snoozing.bring_back(one.desk, lines[:1])
    saved_filters.save(one.desk, name, RequestFilter(search=name))
    return {"table": "saved_filter", "column": "name", "value": name}


def columns(one: Campaigner) -> dict[str, Any]:
    """Write columns of one's own, and have a campaign read by them."""
    title = one.mark()
    own = SchemaDefinition("rivers", title, (FieldDefinition("level", FieldKind.TEXT),))
    schemas.save(one.desk, own)
    number = campaigns.create(one.desk, one.mark()).new_id
    assert number is not None
    schemas.choose(one.desk, number, own.name)
    return {"table": "campaign", "column": "schema_name", "value": own.name, "id": number}


def begun(one: Campaigner) -> dict[str, Any]:
    """Keep what is begun and not saved."""
    about, text = drafts.letter(one.chance.randrange(1_000_000)), one.mark()
    drafts.keep(one.desk, {about: text})
    return {"table": "setting", "column": "value", "value": text}


def purge(one: Campaigner) -> dict[str, Any]:
    """Remove a request for good: one that was logged for it, or notes of others would go."""
    new = NewRequest(one.mark(), "Essex Police", sent_on=TODAY)
    made = requests.log(one.desk, new, today=TODAY).new_id
    assert made is not None
    requests.bin(one.desk, made)
    the_bin.purge(one.desk, [made])
    return {}


DEEDS: tuple[Deed, ...] = (
    *(log, log, edit, edit, event, event, keep, keep, record),
    *(campaign, review, bin_and_back, undo_and_redo, rows, backup),
    *(many_moved, joined, authority, put_off, columns, begun, purge),
)


def work(path: Path, notes: Path, seed: int) -> None:
    """Do things until killed."""
    desk = open_desk(path, assets.reference())
    one = Campaigner(desk, random.Random(seed))
    handle = os.open(notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def note(what: dict[str, Any]) -> None:
        os.write(handle, json.dumps(what).encode() + b"\n")

    log(one)
    note({"ready": True})
    while True:
        deed = one.chance.choice(DEEDS)
        note({"begun": deed.__name__})
        try:
            note({"done": deed.__name__, **deed(one)})
        except PlainError as problem:
            note({"refused": deed.__name__, "why": str(problem)})


def bear() -> None:
    """For each line of JSON on standard input, a child that works until killed.

    Forked from one process that has everything loaded: a campaign of kills is not one of starts.
    """
    for line in sys.stdin:
        path, notes, seed = json.loads(line)
        child = os.fork()
        if child == 0:
            try:
                work(Path(path), Path(notes), seed)
            finally:
                traceback.print_exc()
                os._exit(1)
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    assets.reference()
    bear()
