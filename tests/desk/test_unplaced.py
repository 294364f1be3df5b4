"""Documents without a request are listed until they have one or are put away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from foitrack import assets
from foitrack.desk import requests, responses
from foitrack.desk.desk import create
from foitrack.desk.unplaced import unplaced
from foitrack.desk.views import NewRequest

TODAY = date(2023, 3, 28)


def test_a_document_waits_until_it_has_a_request_or_is_put_away(tmp_path: Path) -> None:
    desk = create(tmp_path / "requests.foitrack", assets.reference())
    logged = requests.log(
        desk, NewRequest(title="Body-worn video", authority="Kent Police"), today=TODAY
    )
    kept = [responses.keep(desk, name, name.encode(), None) for name in ("a.txt", "b.txt", "c.txt")]
    responses.keep(desk, "placed.txt", b"placed", logged.new_id)
    assert [(one.proposal_id, one.name) for one in unplaced(desk)] == list(
        zip(kept, ("a.txt", "b.txt", "c.txt"), strict=True)
    )
    assert logged.new_id is not None
    responses.attach(desk, kept[1], logged.new_id)
    responses.discard(desk, kept[2])
    assert [one.name for one in unplaced(desk)] == ["a.txt"]
    desk.close()
