"""What undo would bring back is not written over unseen either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from foitrack.desk import (
    authority_changes,
    campaign_changes,
    campaigns,
    history,
    many,
    requests,
    saved_filters,
)
from foitrack.desk.authority_record import record
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.reference import Reference
from foitrack.desk.stale import StaleEditError
from foitrack.desk.views import RequestFilter
from foitrack.desk.views.authority import AuthorityDetails
from foitrack.law.terms import State
from tests.desk.conftest import TODAY, address_of
from tests.desk.letters import log

LATE = RequestFilter(states=frozenset({State.OVERDUE}), overdue=True)
OWN = AuthorityDetails("River Board", notes="Rang them")


@pytest.fixture
def ada(desk: Desk, reference: Reference) -> Iterator[Desk]:
    """Somebody else at the same case file."""
    opened = open_desk(address_of(desk), reference)
    yield replace(opened, who=lambda: "ada")
    opened.close()


def test_requests_that_somebody_moved_are_told_first(desk: Desk, ada: Desk) -> None:
    ids = tuple(log(desk) for _ in range(3))
    many.put_in_campaign(desk, ids, "Rivers")
    seen = {"campaigns": many.campaigns_of(desk, ids)}
    requests.edit(ada, ids[1], campaign="Lakes")
    steps = len(history.entries(desk))
    with pytest.raises(StaleEditError, match=r"campaign of 1 request is now “Lakes” \(by ada") as e:
        many.put_in_campaign(desk, ids, "Seas", seen=seen)
    assert len(history.entries(desk)) == steps
    assert "Seas" not in [one.name for one in campaigns.all(desk)]
    [conflict] = e.value.conflicts
    # Whoever has seen theirs may write over it.
    many.put_in_campaign(desk, ids, "Seas", seen={"campaigns": conflict.theirs})
    assert set(many.campaigns_of(desk, ids).values()) == {"Seas"}
    requests.edit(ada, ids[0], campaign="")
    with pytest.raises(StaleEditError, match="is now “none”"):
        many.put_in_campaign(desk, ids, "Lakes", seen={"campaigns": dict.fromkeys(ids, "Seas")})


def test_both_moved_them_to_the_same(desk: Desk, ada: Desk) -> None:
    ids = (log(desk), log(desk))
    seen = {"campaigns": many.campaigns_of(desk, ids)}
    many.put_in_campaign(ada, ids[:1], "Rivers")
    many.put_in_campaign(desk, ids, "Rivers", seen=seen)
    assert set(many.campaigns_of(ada, ids).values()) == {"Rivers"}


def test_a_filter_of_the_same_name_that_was_not_seen(desk: Desk, ada: Desk) -> None:
    number = campaigns.create(desk, "Rivers").new_id
    theirs = replace(LATE, campaign_id=number, search="flood")
    saved_filters.save(ada, "Mine", theirs)
    said = r"“Rivers, Overdue, overdue, “flood””.*; you have “Overdue, overdue”"
    with pytest.raises(StaleEditError, match=said):
        saved_filters.save(desk, "mine", LATE, seen={"filter": None})
    saved_filters.save(desk, "mine", LATE, seen={"filter": theirs})
    assert [one.filter for one in saved_filters.every(ada)] == [LATE]
    # To the same both may come.
    saved_filters.save(ada, "mine", LATE, seen={"filter": theirs})


def test_a_campaign_that_has_grown_or_is_called_otherwise(desk: Desk, ada: Desk) -> None:
    one, other = (campaigns.create(desk, name).new_id for name in ("Rivers", "Lakes"))
    assert one is not None
    assert other is not None
    seen = {"joined": campaigns.all(desk)}
    requests.edit(ada, log(ada), campaign="Rivers")
    with pytest.raises(StaleEditError, match="is now “Rivers with 1 request”"):
        campaign_changes.merge(desk, one, other, seen=seen)
    seen = {"joined": campaigns.all(desk)}
    campaigns.rename(ada, other, "Seas")
    with pytest.raises(StaleEditError, match=r"is now “Seas with 0 requests” \(by ada"):
        campaign_changes.merge(desk, one, other, seen=seen)
    assert {"Rivers", "Seas"} <= {one.name for one in campaigns.all(desk)}
    campaign_changes.merge(desk, one, other, seen={"joined": campaigns.all(desk)})


def test_an_authority_of_which_something_else_is_said_by_now(desk: Desk, ada: Desk) -> None:
    authority_changes.add(desk, OWN)
    seen = {"authority": record(desk, OWN.name, today=TODAY).details}
    authority_changes.edit(ada, OWN.name, replace(OWN, notes="Rang twice", email="a@b.example"))
    said = r"River Board is now “E-mail for requests: a@b.example; Notes: Rang twice” \(by ada"
    with pytest.raises(StaleEditError, match=said):
        authority_changes.remove(desk, OWN.name, seen=seen)
    with pytest.raises(StaleEditError, match=said):
        authority_changes.merge(desk, OWN.name, "Kent Police", seen=seen)
    seen = {"authority": record(desk, OWN.name, today=TODAY).details}
    authority_changes.merge(desk, OWN.name, "Kent Police", seen=seen)
    authority_changes.add(desk, replace(OWN, name="Lake Board"))
    shown = {"authority": record(desk, "Lake Board", today=TODAY).details}
    authority_changes.remove(desk, "Lake Board", seen=shown)
