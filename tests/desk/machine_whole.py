"""The rest of what can be done at the desk, beside what `machine` does to requests and letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule
from sqlalchemy import select

from foitrack.casefile.models import Snooze
from foitrack.desk import (
    authority_changes,
    batches,
    campaign_changes,
    campaigns,
    chasing,
    drafts,
    many,
    saved_filters,
    schemas,
    snoozing,
)
from foitrack.desk.pressing import KINDS
from foitrack.desk.snoozing import PutOff
from foitrack.desk.views import RequestFilter
from foitrack.desk.views.authority import AuthorityDetails
from foitrack.law.terms import Event, EventKind, State
from foitrack.reading.schema import FieldKind
from foitrack.reading.schema_definition import FieldDefinition, SchemaDefinition
from tests.desk.machine import LETTERS, TODAY, DeskMachine, days, names

own_names = st.sampled_from(["Nowhere Board", "Lake Board", "Kent Police", "KP"])
titles = st.sampled_from(["Rivers", "Lakes", "One", "rivers "])
SCHEMA = SchemaDefinition("rivers", "Rivers", (FieldDefinition("level", FieldKind.TEXT),))


class WholeDeskMachine(DeskMachine):
    """Many at once, campaigns, authorities, filters, columns, and what is put off."""

    logged = DeskMachine.logged
    kept = DeskMachine.kept

    # Many at once

    @rule(several=st.lists(logged, max_size=4), name=titles | st.just(""), stale=st.booleans())
    def many_to_campaign(self, several: list[int], name: str, stale: bool) -> None:
        seen = {"campaigns": dict.fromkeys(several, "Elsewhere")} if stale else None
        self._try(lambda: many.put_in_campaign(self.desk, several, name, seen=seen))

    @rule(several=st.lists(logged, max_size=4), on=days)
    def many_events(self, several: list[int], on: object) -> None:
        event = Event(EventKind.CHASED, on)  # type: ignore[arg-type]
        self._try(lambda: many.record(self.desk, several, event, "Rang", today=TODAY))

    @rule(several=st.lists(logged, max_size=4), into=st.booleans())
    def many_to_bin(self, several: list[int], into: bool) -> None:
        act = many.bin if into else many.restore
        self._try(lambda: act(self.desk, several))

    @rule(several=st.lists(logged, max_size=3))
    def chase(self, several: list[int]) -> None:
        self._try(lambda: chasing.chased(self.desk, several, today=TODAY))

    @rule(
        several=st.lists(logged, max_size=3),
        wait=st.integers(-2, 40),
        kind=st.sampled_from([*KINDS, "nothing"]),
    )
    def snooze(self, several: list[int], wait: int, kind: str) -> None:
        until = TODAY + timedelta(days=wait)
        self._try(lambda: snoozing.snooze(self.desk, several, kind, until, today=TODAY))

    @rule()
    def bring_back(self) -> None:
        with self.desk.case.reading() as session:
            found = session.scalars(select(Snooze).order_by(Snooze.id)).all()
        lines = [PutOff(one.request_id, one.kind, None, "", one.until) for one in found[:1]]
        self._try(lambda: snoozing.bring_back(self.desk, lines))

    @rule(letters=st.lists(st.sampled_from(LETTERS), max_size=3), request=st.none() | logged)
    def keep_many(self, letters: list[bytes], request: int | None) -> None:
        files = [(f"{number}.bin", data) for number, data in enumerate(letters)]
        self._try(lambda: batches.keep_many(self.desk, files, request))

    # Campaigns

    @rule(name=titles)
    def begin_campaign(self, name: str) -> None:
        self._try(lambda: campaigns.create(self.desk, name))

    @rule(one=st.integers(0, 9), other=st.integers(0, 9))
    def join_campaigns(self, one: int, other: int) -> None:
        found = [each.id for each in campaigns.all(self.desk)] or [1]
        into = found[other % len(found)]
        self._try(lambda: campaign_changes.merge(self.desk, found[one % len(found)], into))

    @rule(pick=st.integers(0, 9), into=st.booleans())
    def bin_campaign(self, pick: int, into: bool) -> None:
        found = campaigns.all(self.desk) if into else campaign_changes.in_bin(self.desk)
        act = campaign_changes.bin if into else campaign_changes.restore
        chosen = found[pick % len(found)].id if found else pick
        self._try(lambda: act(self.desk, chosen))

    @rule(pick=st.integers(0, 9), notes=st.sampled_from(["", "Rang", "“Odd” & long " * 20]))
    def note_campaign(self, pick: int, notes: str) -> None:
        found = campaigns.all(self.desk)
        chosen = found[pick % len(found)].id if found else pick
        self._try(lambda: campaign_changes.set_notes(self.desk, chosen, notes))

    # Authorities

    @rule(name=own_names, notes=st.sampled_from(["", "Rang them"]))
    def add_authority(self, name: str, notes: str) -> None:
        self._try(lambda: authority_changes.add(self.desk, AuthorityDetails(name, notes=notes)))

    @rule(name=own_names, to=own_names, email=st.sampled_from(["", "a@b.example"]))
    def edit_authority(self, name: str, to: str, email: str) -> None:
        wanted = AuthorityDetails(to, email=email)
        self._try(lambda: authority_changes.edit(self.desk, name, wanted))

    @rule(name=own_names, into=names | own_names)
    def join_authorities(self, name: str, into: str) -> None:
        self._try(lambda: authority_changes.merge(self.desk, name, into))

    @rule(name=own_names)
    def remove_authority(self, name: str) -> None:
        self._try(lambda: authority_changes.remove(self.desk, name))

    # Filters, columns, what is begun

    @rule(name=titles, state=st.sampled_from(State), taken=st.booleans())
    def save_filter(self, name: str, state: State, taken: bool) -> None:
        wanted = RequestFilter(states=frozenset({state}))
        seen = {"filter": None} if taken else None
        self._try(lambda: saved_filters.save(self.desk, name, wanted, seen=seen))

    @rule(pick=st.integers(0, 9), name=titles, remove=st.booleans())
    def change_filter(self, pick: int, name: str, remove: bool) -> None:
        found = saved_filters.every(self.desk)
        chosen = found[pick % len(found)].id if found else pick
        if remove:
            self._try(lambda: saved_filters.remove(self.desk, chosen))
        else:
            self._try(lambda: saved_filters.rename(self.desk, chosen, name))

    @rule(title=st.sampled_from(["Rivers", "Streams"]), ticked=st.booleans())
    def save_columns(self, title: str, ticked: bool) -> None:
        own = replace(SCHEMA, title=title)
        used = [one.id for one in campaigns.all(self.desk)][:1] if ticked else None
        self._try(lambda: schemas.save(self.desk, own, campaigns=used))

    @rule(pick=st.integers(0, 9), name=st.sampled_from([None, "rivers", "police-misconduct"]))
    def choose_columns(self, pick: int, name: str | None) -> None:
        found = campaigns.all(self.desk)
        chosen = found[pick % len(found)].id if found else pick
        self._try(lambda: schemas.choose(self.desk, chosen, name))

    @rule()
    def remove_columns(self) -> None:
        self._try(lambda: schemas.remove(self.desk, SCHEMA.name))

    @rule(proposal=kept, text=st.sampled_from(["", "Begun"]))
    def begin_deciding(self, proposal: int, text: str) -> None:
        """No step of the history: whatever is done or undone, it stays."""
        about = drafts.letter(proposal)
        drafts.keep(self.desk, {about: text})
        assert drafts.found(self.desk, about) == text


ALSO_TRIED = (
    *("many_to_campaign", "many_events", "many_to_bin", "chase", "snooze", "bring_back"),
    *("keep_many", "begin_campaign", "join_campaigns", "bin_campaign", "note_campaign"),
    *("add_authority", "edit_authority", "join_authorities", "remove_authority", "save_filter"),
    *("change_filter", "save_columns", "choose_columns", "remove_columns"),
)
"""What is not only tried but also done, in enough runs."""
