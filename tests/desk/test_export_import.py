"""A case file out to JSON and in again: the same to the byte, and nothing else gets in."""

from __future__ import annotations

import contextlib
import io
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from foitrack.casefile import records
from foitrack.casefile.format import FORMAT
from foitrack.desk import (
    agenda,
    arrivals,
    authority_changes,
    authority_record,
    campaign_changes,
    campaigns,
    casedata,
    exporting,
    history,
    importing,
    reports,
    requests,
    responses,
)
from foitrack.desk.coverage import coverage
from foitrack.desk.desk import Desk, open_desk
from foitrack.desk.reference import Reference
from foitrack.desk.views import CaseFilter, RequestFilter, SortKey
from foitrack.desk.views.authority import AuthorityDetails
from foitrack.errors import PlainError
from foitrack.progress import CancelledError, Progress
from foitrack.reporting.contents import SummaryOptions
from tests.desk.conftest import TODAY
from tests.desk.everything import contents
from tests.desk.letters import LISTED, keep_and_read, log, record


def exported(desk: Desk) -> bytes:
    out = io.BytesIO()
    exporting.write_json(desk, out)
    return out.getvalue()


@pytest.fixture(scope="module")
def filled(
    empty_file: Path, tmp_path_factory: pytest.TempPathFactory, reference: Reference
) -> bytes:
    """The export of a file with a recorded response and a proposal; made once."""
    path = tmp_path_factory.mktemp("filled") / "case.foitrack"
    shutil.copy(empty_file, path)
    desk = open_desk(path, reference)
    record(desk, LISTED, log(desk))
    keep_and_read(desk, LISTED.replace("Kent", "Essex"), None)
    data = exported(desk)
    desk.close()
    return data


@pytest.fixture
def copy(empty_file: Path, tmp_path: Path, reference: Reference) -> Callable[[bytes], Desk]:
    """Makes another case file of an export."""

    def make(data: bytes) -> Desk:
        source, path = tmp_path / "export.json", tmp_path / "copy.foitrack"
        source.write_bytes(data)
        shutil.copy(empty_file, path)
        opened = open_desk(path, reference)
        try:
            importing.from_json_file(opened, source)
        except BaseException:
            opened.close()
            raise
        return opened

    return make


def test_the_examples_come_back_the_same(examples: Desk, copy: Callable[[bytes], Desk]) -> None:
    data = exported(examples)
    again = copy(data)
    assert exported(again) == data
    assert contents(again) == contents(examples)
    assert requests.recount(again) == 0
    every = [
        [entry.label for entry in history.entries(one, limit=999)] for one in (examples, again)
    ]
    assert every[0] == every[1]
    found = RequestFilter(search="police")
    assert requests.count(again, found, today=TODAY) == requests.count(examples, found, today=TODAY)
    again.close()


def test_undo_and_redo_come_along(desk: Desk, copy: Callable[[bytes], Desk]) -> None:
    request_id = log(desk)
    record(desk, LISTED, request_id)
    keep_and_read(desk, LISTED.replace("Kent", "Essex"), None)
    requests.bin(desk, request_id)
    whole = contents(desk)
    history.undo(desk)
    again = copy(exported(desk))
    history.redo(again)
    assert contents(again) == whole
    while history.undo(again) is not None:
        pass
    assert not any(contents(again).values())
    again.close()


def test_what_is_said_of_authorities_and_campaigns_comes_along(
    desk: Desk, copy: Callable[[bytes], Desk]
) -> None:
    log(desk)
    said = AuthorityDetails(
        "Ambridge Council", "AC", ("The Parish",), notes="Mondays", email="a@b.uk"
    )
    authority_changes.add(desk, said)
    [campaign] = campaigns.all(desk)
    campaign_changes.set_notes(desk, campaign.id, "Ask again in May.")
    campaign_changes.bin(desk, campaign.id)
    again = copy(exported(desk))
    assert authority_record.record(again, "the parish", today=TODAY).details == said
    assert contents(again) == contents(desk)
    history.undo(again)
    assert coverage(again, campaign.id, today=TODAY).notes == "Ask again in May."
    again.close()


def test_an_export_of_an_earlier_format_is_taken_in(
    desk: Desk, copy: Callable[[bytes], Desk]
) -> None:
    log(desk)
    told = json.loads(exported(desk))
    told["case_file_format"] = 2
    for table, names in (
        ("authority", ("short_name", "aliases", "nation", "kind", "email", "notes")),
        ("campaign", ("notes", "binned")),
    ):
        for name in names:
            del told["tables"][table][0][name]
    again = copy(json.dumps(told).encode())
    assert contents(again) == contents(desk)
    again.close()


def test_every_table_is_in_it(desk: Desk) -> None:
    assert list(json.loads(exported(desk))["tables"]) == [one.name for one in records.tables()]


def test_no_import_into_a_file_in_use(desk: Desk, tmp_path: Path) -> None:
    source = tmp_path / "export.json"
    exporting.to_json_file(desk, source)
    log(desk)
    before = contents(desk)
    with pytest.raises(importing.NotImportedError, match="a new case file"):
        importing.from_json_file(desk, source)
    assert contents(desk) == before


def test_the_file_is_for_its_owner_alone_and_replaced_whole(examples: Desk, tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text("before")
    exporting.to_json_file(examples, path)
    assert path.stat().st_mode & 0o077 == 0
    assert json.loads(path.read_bytes())["format"] == "foitrack-case-file"
    assert [one.name for one in tmp_path.glob(".*")] == []


def test_where_it_cannot_be_written(examples: Desk, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "no" / "folder.json", examples.case.path):
        assert path is not None
        with pytest.raises(exporting.ExportError):
            exporting.to_json_file(examples, path)


Document = dict[str, Any]


def _spoil(change: Callable[[Document], object]) -> Callable[[bytes], bytes]:
    def spoiled(data: bytes) -> bytes:
        found = json.loads(data)
        change(found["tables"])
        return json.dumps(found).encode()

    return spoiled


@pytest.mark.parametrize(
    "spoil",
    [
        _spoil(lambda t: t["request"][0].update(authority_id=99)),
        _spoil(lambda t: t["request"][0].update(regime="GDPR")),
        _spoil(lambda t: t["request"][0].update(due_on="2023-01-01")),
        _spoil(lambda t: t["request"][0].pop("title")),
        _spoil(lambda t: t["request"][0].update(id=2**70)),
        _spoil(lambda t: t["request"].append(t["request"][0])),
        _spoil(lambda t: t["event"][0].update(kind="invented")),
        _spoil(lambda t: t["event"][0].update(on_date="20230101")),
        _spoil(lambda t: t["event"][0].update(on_date="0001-01-01")),
        _spoil(lambda t: t["event"][0].update(on_date=True)),
        _spoil(lambda t: t["content"][0].update(bytes="AAAA")),
        _spoil(lambda t: t["content"][0].update(sha256="0" * 64)),
        _spoil(lambda t: t["content"].clear()),
        _spoil(lambda t: t["document"][0].update(parent_id=t["document"][0]["id"])),
        _spoil(lambda t: t["document"][0].update(size=3)),
        _spoil(lambda t: t["finding"][0].update(place={"page": "one"})),
        _spoil(lambda t: t["finding"][0].update(place={"cmd": "rm"})),
        _spoil(lambda t: t["change"][0].update(table_name="sqlite_master")),
        _spoil(lambda t: t["change"][0].update(after={"id": 77})),
        _spoil(lambda t: t["change"][0].update(after="x")),
        _spoil(lambda t: t["change_set"][0].update(at="2023-01-01T00:00:00+01:00")),
        _spoil(lambda t: t["authority"][0].update(aliases="Kent Plod")),
        _spoil(lambda t: t.update(sqlite_master=[{"name": "x"}])),
        lambda data: data.replace(
            f'"case_file_format": {FORMAT}'.encode(), b'"case_file_format": 99'
        ),
        lambda data: data[: len(data) // 2],
    ],
)
def test_what_is_not_right_is_refused_whole(
    spoil: Callable[[bytes], bytes], filled: bytes, desk: Desk, tmp_path: Path
) -> None:
    spoiled = spoil(filled)
    assert spoiled != filled
    source = tmp_path / "export.json"
    source.write_bytes(spoiled)
    with pytest.raises(PlainError, match="Nothing was imported"):
        importing.from_json_file(desk, source)
    assert not any(contents(desk).values())


def test_a_new_file_is_taken_away_where_the_import_fails(
    filled: bytes, reference: Reference, tmp_path: Path
) -> None:
    source, made = tmp_path / "export.json", tmp_path / "made.foitrack"
    source.write_bytes(filled[:-50])
    with pytest.raises(PlainError, match="Nothing was imported"):
        importing.new_from_json_file(made, reference, source)
    assert not list(tmp_path.glob("made*"))


ODD = (None, True, -1, 0, 2**63, 1.5, "", "x", "2023-02-30", "9999-12-31", [], {}, [[]], [None])


@pytest.mark.parametrize("times", [10, pytest.param(2000, marks=pytest.mark.extended)])
def test_odd_values_are_refused_or_do_no_harm(
    times: int, filled: bytes, copy: Callable[[bytes], Desk]
) -> None:
    """Whatever one value is changed to: a plain refusal, or a file that every screen can show."""
    chance, data = random.Random(times), json.loads(filled)
    for _ in range(times):
        spoiled = json.loads(json.dumps(data))
        table = chance.choice([name for name, found in spoiled["tables"].items() if found])
        one = chance.choice(spoiled["tables"][table])
        one[chance.choice(list(one))] = chance.choice(ODD)
        with contextlib.suppress(PlainError):
            imported = copy(json.dumps(spoiled).encode())
            _look_at_everything(imported)
            imported.close()


def _look_at_everything(desk: Desk) -> None:
    ids = requests.ids(desk, RequestFilter(), SortKey.URGENCY, False, today=TODAY)
    requests.rows(desk, ids, today=TODAY)
    for request_id in ids:
        requests.detail(desk, request_id, today=TODAY)
        history.entries(desk, request_id)
    responses.open_proposals(desk)
    arrivals.arrivals(desk)
    casedata.overview(desk, CaseFilter())
    casedata.rows(desk, casedata.ids(desk, CaseFilter()))
    agenda.agenda(desk, today=TODAY)
    reports.summary(desk, None, today=TODAY, options=SummaryOptions())
    with contextlib.suppress(PlainError):
        while history.undo(desk) is not None:
            pass


class Stopping(Progress):
    """One that a person stops at the third word on how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[float | None] = []

    def tell(self, words: str, part: float | None = None) -> None:
        super().tell(words, part)
        self.parts.append(part)
        if len(self.parts) == 3:
            self.stop()


def test_stopped_on_the_way_out_or_in_nothing_is_kept(
    examples: Desk, tmp_path: Path, reference: Reference
) -> None:
    out, back = tmp_path / "out.json", tmp_path / "back.foitrack"
    out.write_text("what was there")
    with pytest.raises(CancelledError, match="Stopped"):
        exporting.to_json_file(examples, out, Stopping())
    assert out.read_text() == "what was there"
    whole = Stopping()
    whole.stop = lambda: False  # type: ignore[method-assign]
    exporting.to_json_file(examples, out, whole)
    parts = [part for part in whole.parts if part is not None]
    assert parts == sorted(parts)
    assert parts[-1] > 0.5
    before = sorted(tmp_path.iterdir())
    with pytest.raises(CancelledError):
        importing.new_from_json_file(back, reference, out, Stopping())
    assert sorted(tmp_path.iterdir()) == before
