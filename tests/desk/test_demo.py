"""The seeds: what their TOML says is what the reader gives now, and what the case file holds."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from foitrack import assets
from foitrack.desk import casedata, demo, requests, responses
from foitrack.desk.desk import Desk
from foitrack.desk.views import CaseFilter, RequestFilter, SortKey
from foitrack.law.terms import Regime
from foitrack.reading.as_json import reading_as_json
from foitrack.reading.reader import ReadingContext, read_document

TODAY = date(2023, 3, 28)
SEEDS = demo.seeds(assets.seed_folder())

# The five documents as users gave them: they ship byte for byte.
SHA256 = {
    "000_54efca42340ee368.txt": "af936ce9c3690db7",
    "001_6a4a588276fc8c2f.txt": "4660fe2433270d73",
    "002_e3eb057f8833e8ce.txt": "cbd4cdff7969a13d",
    "003_415b527c88d86cf6.txt": "33dc5b361e47babc",
    "004_c70aa6e2a97cbd33.txt": "625d97cd60454813",
}
CASE_FIELDS = (
    "period",
    "year",
    "rank",
    "platforms",
    "allegation",
    "outcome",
    "outcome_family",
    "count",
    "printed",
)


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("demo") / "examples.foitrack"
    made = demo.build(path, assets.reference(), assets.seed_folder(), today=TODAY)
    yield made
    made.close()


def read(seed: demo.Seed) -> dict[str, Any]:
    context = ReadingContext(
        assets.catalogue(),
        assets.directory(),
        assets.schemas(),
        Regime(seed.request["regime"]),
        seed.request["schema"],
    )
    data = seed.document.read_bytes()
    return reading_as_json(read_document(data, seed.document.name, context))


def test_the_five_documents_ship_as_they_were_given() -> None:
    shipped = {
        seed.document.name: hashlib.sha256(seed.document.read_bytes()).hexdigest()[:16]
        for seed in SEEDS
    }
    assert shipped == SHA256


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.document.name[:3])
def test_the_reader_gives_what_the_toml_says(seed: demo.Seed) -> None:
    reading = read(seed)
    for field in ("letter", "reference", "authority", "outcome"):
        assert reading[field] == seed.read.get(field), field
    for field in ("request_date", "received_date", "response_date"):
        said = seed.read.get(field)
        assert reading[field] == (said.isoformat() if said else None), field
    for field in ("exemptions", "mentioned", "attachments_named"):
        assert reading[field] == seed.read[field], field
    offer = {name: value for name, value in reading["review"].items() if value is not None}
    assert offer == seed.read.get("review", {})
    assert [zero["period"] for zero in reading["zeros"]] == seed.read["zeros"]
    assert len(reading["tables"]) == seed.read["tables"]
    assert len(reading["cases"]) == len(seed.cases)
    for row, wanted in zip(reading["cases"], seed.cases, strict=True):
        assert {name: row[name] for name in CASE_FIELDS} == {
            name: wanted.get(name) for name in CASE_FIELDS
        }


def test_the_example_case_file_holds_them_all(examples: Desk) -> None:
    ids = requests.ids(examples, RequestFilter(), SortKey.AUTHORITY, False, today=TODAY)
    rows = requests.rows(examples, ids, today=TODAY)
    assert [row.authority for row in rows] == [
        "Avon and Somerset Police",
        "Gwent Police",
        "Metropolitan Police Service",
        "Staffordshire Police",
        None,
    ]
    assert all(row.answered for row in rows)
    staffordshire = rows[3]
    assert staffordshire.due_on == date(2023, 3, 30)
    assert staffordshire.answered_day == 17
    provisions = {tag.provision for tag in staffordshire.provisions if tag.confirmed}
    assert provisions == {"FOIA s31(1)(g)", "FOIA s40(2)"}


def test_the_documents_are_kept_byte_for_byte(examples: Desk) -> None:
    ids = requests.ids(examples, RequestFilter(), SortKey.TITLE, False, today=TODAY)
    names = set()
    for request_id in ids:
        for response in requests.detail(examples, request_id, today=TODAY).responses:
            for document in response.documents:
                data = responses.document_bytes(examples, document.id)
                assert data == (assets.seed_folder() / document.name).read_bytes()
                assert hashlib.sha256(data).hexdigest() == document.sha256
                names.add(document.name)
    assert names == set(SHA256)


def test_the_case_rows_add_up_as_the_responses_say(examples: Desk) -> None:
    rows = casedata.rows(examples, casedata.ids(examples, CaseFilter()))
    by_authority = Counter[str | None]()
    for row in rows:
        assert row.count is not None
        by_authority[row.authority] += row.count
    assert len(rows) == 81
    assert by_authority == {"Gwent Police": 11, None: 69, "Avon and Somerset Police": 7}
    assert all(row.checked for row in rows)
    platforms = Counter(
        platform for row in rows if row.authority is None for platform in row.values["platform"]
    )
    assert platforms == {
        "Facebook": 31,
        "WhatsApp": 24,
        "Twitter": 12,
        "Instagram": 2,
        "Snapchat": 1,
        "Messenger": 1,
        "Text messages": 1,
    }


def test_the_same_day_makes_the_same_case_file(examples: Desk, tmp_path: Path) -> None:
    again = demo.build(
        tmp_path / "again.foitrack", assets.reference(), assets.seed_folder(), today=TODAY
    )
    for desk in (examples, again):
        ids = requests.ids(desk, RequestFilter(), SortKey.URGENCY, False, today=TODAY)
        assert ids == requests.ids(again, RequestFilter(), SortKey.URGENCY, False, today=TODAY)
        assert requests.rows(desk, ids, today=TODAY) == requests.rows(again, ids, today=TODAY)
    again.close()
