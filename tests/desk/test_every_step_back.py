"""Every call of the desk that changes the case file is one named step, and undo takes it back."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from datetime import date, timedelta

import foitrack.desk
from foitrack.desk import (
    authority_changes,
    campaign_changes,
    campaigns,
    casedata,
    chasing,
    history,
    many,
    request_edits,
    request_logging,
    requests,
    responses,
    reviews,
    saved_filters,
    schema_columns,
    schema_terms,
    schemas,
    snoozing,
)
from foitrack.desk.demo import everything_confirmed
from foitrack.desk.desk import Desk
from foitrack.desk.views import CaseFilter, Changed, NewRequest, RequestFilter
from foitrack.desk.views.authority import AuthorityDetails
from foitrack.law.terms import Event, EventKind, Review, Standing
from foitrack.saying import Said
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import LISTED, REFUSAL, log
from tests.desk.letters import record as recorded

OWN = AuthorityDetails("Lower Puddle Parish Council", nation="England", kind="council")
CHASED = Event(EventKind.CHASED, TODAY)
NEW = NewRequest("Horses", "Kent Police", sent_on=date(2023, 3, 1))
Call = Callable[[Desk], Changed]


def a_request(desk: Desk) -> int:
    return log(desk)


def a_letter(desk: Desk, letter: str = LISTED) -> int:
    """A kept and read letter that nobody has recorded."""
    kept = responses.keep(desk, "letter.txt", letter.encode(), a_request(desk))
    responses.read(desk, kept)
    return kept


def a_recorded(desk: Desk, letter: str = LISTED) -> int:
    request = a_request(desk)
    recorded(desk, letter, request)
    return request


def an_event(desk: Desk) -> int:
    request = a_request(desk)
    request_edits.add_event(desk, request, CHASED, today=TODAY)
    return requests.detail(desk, request, today=TODAY).events[-1].id


def a_campaign(desk: Desk, name: str = "Another campaign") -> int:
    made = campaigns.create(desk, name).new_id
    assert made is not None
    return made


def a_provision(desk: Desk) -> int:
    request = a_recorded(desk, REFUSAL)
    return requests.detail(desk, request, today=TODAY).responses[0].provisions[0].id


def a_filter(desk: Desk) -> int:
    saved_filters.save(desk, "Late ones", RequestFilter(search="late"))
    return saved_filters.every(desk)[0].id


def put_off(desk: Desk) -> Changed:
    request = a_request(desk)
    return snoozing.snooze(desk, [request], "overdue", TODAY + timedelta(1), today=TODAY)


def brought_back(desk: Desk) -> Changed:
    put_off(desk)
    return snoozing.bring_back(desk, snoozing.put_off(desk, today=TODAY))


def own_schema(desk: Desk) -> bytes:
    text = schemas.export(desk, "police-misconduct").decode()
    return text.replace('"police-misconduct"', '"mine"').encode()


def edited_own(desk: Desk) -> Changed:
    authority_changes.add(desk, OWN)
    return authority_changes.edit(desk, OWN.name, AuthorityDetails(OWN.name, notes="Slow."))


def joined_own(desk: Desk) -> Changed:
    authority_changes.add(desk, OWN)
    return authority_changes.merge(desk, OWN.name, "Kent Police")


def removed_own(desk: Desk) -> Changed:
    authority_changes.add(desk, OWN)
    return authority_changes.remove(desk, OWN.name)


def review_outcome(desk: Desk) -> Changed:
    request = a_recorded(desk, REFUSAL)
    reviews.ask(desk, request, on=TODAY, today=TODAY)
    return reviews.outcome(desk, request, Review.UPHELD, on=TODAY, today=TODAY)


def taken_out(desk: Desk) -> Changed:
    request = a_request(desk)
    request_edits.bin(desk, request)
    return request_edits.restore(desk, request)


def taken_out_together(desk: Desk) -> Changed:
    ids = [a_request(desk), a_request(desk)]
    many.bin(desk, ids)
    return many.restore(desk, ids)


def campaign_taken_out(desk: Desk) -> Changed:
    made = a_campaign(desk)
    campaign_changes.bin(desk, made)
    return campaign_changes.restore(desk, made)


def recorded_response(desk: Desk) -> Changed:
    kept = a_letter(desk)
    found = everything_confirmed(responses.proposal(desk, kept))
    return responses.record(desk, kept, found, today=TODAY)


def forgotten(desk: Desk) -> Changed:
    kept = a_letter(desk)
    schema_terms.learn(desk, "outcome", "Dismissed", ["Resigned"], proposal_id=kept)
    return schema_terms.forget(desk, "outcome", "Dismissed", proposal_id=kept)


def schema_removed(desk: Desk) -> Changed:
    schemas.import_file(desk, own_schema(desk))
    return schemas.remove(desk, "mine")


def rows_checked(desk: Desk) -> Changed:
    a_recorded(desk)
    wanted = casedata.ids(desk, CaseFilter(), "", False)[:2]
    return casedata.set_checked(desk, wanted, not casedata.rows(desk, wanted)[0].checked)


CALLS: Mapping[str, Call] = {
    "authority_changes.add": lambda desk: authority_changes.add(desk, OWN),
    "authority_changes.edit": edited_own,
    "authority_changes.merge": joined_own,
    "authority_changes.remove": removed_own,
    "campaign_changes.bin": lambda desk: campaign_changes.bin(desk, a_campaign(desk)),
    "campaign_changes.merge": lambda desk: campaign_changes.merge(
        desk, a_campaign(desk), a_campaign(desk, "A third")
    ),
    "campaign_changes.restore": campaign_taken_out,
    "campaign_changes.set_notes": lambda desk: campaign_changes.set_notes(
        desk, a_campaign(desk), "Asked in May."
    ),
    "campaigns.create": lambda desk: campaigns.create(desk, "Another campaign"),
    "campaigns.rename": lambda desk: campaigns.rename(desk, a_campaign(desk), "Renamed"),
    "casedata.set_checked": rows_checked,
    "chasing.chased": lambda desk: chasing.chased(desk, [a_request(desk)], today=TODAY),
    "many.bin": lambda desk: many.bin(desk, [a_request(desk), a_request(desk)]),
    "many.put_in_campaign": lambda desk: many.put_in_campaign(desk, [a_request(desk)], "Else"),
    "many.record": lambda desk: many.record(
        desk, [a_request(desk), a_request(desk)], CHASED, today=TODAY
    ),
    "many.restore": taken_out_together,
    "request_edits.add_event": lambda desk: request_edits.add_event(
        desk, a_request(desk), CHASED, today=TODAY
    ),
    "request_edits.bin": lambda desk: request_edits.bin(desk, a_request(desk)),
    "request_edits.correct_event": lambda desk: request_edits.correct_event(
        desk, an_event(desk), CHASED, "Better said", today=TODAY
    ),
    "request_edits.edit": lambda desk: request_edits.edit(desk, a_request(desk), title="Other"),
    "request_edits.remove_event": lambda desk: request_edits.remove_event(desk, an_event(desk)),
    "request_edits.restore": taken_out,
    "request_logging.log": lambda desk: request_logging.log(desk, NEW, today=TODAY),
    "request_logging.log_many": lambda desk: request_logging.log_many(
        desk, NEW, ["Kent Police", "Essex Police"], today=TODAY
    ),
    "responses.add_document": lambda desk: responses.add_document(
        desk, a_letter(desk), "more.txt", REFUSAL.encode()
    ),
    "responses.attach": lambda desk: responses.attach(
        desk, responses.keep(desk, "letter.txt", LISTED.encode(), None), a_request(desk)
    ),
    "responses.discard": lambda desk: responses.discard(desk, a_letter(desk)),
    "responses.record": recorded_response,
    "reviews.ask": lambda desk: reviews.ask(desk, a_recorded(desk, REFUSAL), on=TODAY, today=TODAY),
    "reviews.outcome": review_outcome,
    "reviews.provision_standing": lambda desk: reviews.provision_standing(
        desk, a_provision(desk), Standing.OVERTURNED
    ),
    "saved_filters.remove": lambda desk: saved_filters.remove(desk, a_filter(desk)),
    "saved_filters.rename": lambda desk: saved_filters.rename(desk, a_filter(desk), "Slow"),
    "saved_filters.save": lambda desk: saved_filters.save(desk, "Mine", RequestFilter(search="x")),
    "schema_columns.remap": lambda desk: schema_columns.remap(desk, a_letter(desk), 1, {2: None}),
    "schema_terms.forget": forgotten,
    "schema_terms.learn": lambda desk: schema_terms.learn(
        desk, "outcome", "Dismissed", ["Resigned"], proposal_id=a_letter(desk)
    ),
    "schemas.choose": lambda desk: schemas.choose(desk, a_campaign(desk), "police-misconduct"),
    "schemas.import_file": lambda desk: schemas.import_file(desk, own_schema(desk)),
    "schemas.remove": schema_removed,
    "schemas.save": lambda desk: schemas.save(
        desk, schemas.definition(desk, "police-misconduct"), campaign_id=a_campaign(desk)
    ),
    "snoozing.bring_back": brought_back,
    "snoozing.snooze": put_off,
}
NO_STEPS = {"history.undo", "history.redo", "bin.changed"}
"""Undo itself, and what says what was removed for good."""


def writing_calls() -> set[str]:
    """Every public call of the desk that tells what it changed, where it is defined."""
    found = set()
    for info in pkgutil.iter_modules(foitrack.desk.__path__):
        module = importlib.import_module(f"foitrack.desk.{info.name}")
        for name, thing in vars(module).items():
            own = inspect.isfunction(thing) and thing.__module__ == module.__name__
            if own and not name.startswith("_") and "Changed" in _answer_of(thing):
                found.add(f"{info.name}.{name}")
    return found


def _answer_of(call: Callable[..., object]) -> str:
    return str(call.__annotations__.get("return", "")).replace("Changed | None", "Changed")


def test_no_writing_call_is_left_out() -> None:
    assert writing_calls() - NO_STEPS == set(CALLS)


def parts(said: str) -> object:
    return (said.template, *map(parts, said.values)) if isinstance(said, Said) else said


def test_each_is_one_step_that_undo_names_and_takes_back(desk: Desk) -> None:
    start = contents(desk)
    for name, call in CALLS.items():
        changed = call(desk)
        after = contents(desk)
        assert changed.undo_label and isinstance(changed.undo_label, Said), name
        kept = history.undo_label(desk)
        assert kept == changed.undo_label and isinstance(kept, Said), name
        # What was stored is English text; what it was put together from is found again.
        assert parts(kept) == parts(changed.undo_label), name
        undone = history.undo(desk)
        assert undone is not None
        assert undone.undo_label == changed.undo_label, name
        before = contents(desk)
        assert before != after, f"{name} changed nothing, or undo brought nothing back"
        assert history.redo_label(desk) == changed.undo_label, name
        history.redo(desk)
        assert contents(desk) == after, name
        history.undo(desk)
        assert contents(desk) == before, name
        # What was made ready for it goes too, step by step.
        for _ in range(8):
            if contents(desk) != start:
                history.undo(desk)
        assert contents(desk) == start, name
