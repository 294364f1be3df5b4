"""The JSON of a case file as text: what is written comes back, and what is not it is refused."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.exchange import case_json, json_stream

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.text() | st.floats(-1e9, 1e9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
records = st.lists(st.dictionaries(st.text(), values, max_size=4), max_size=4)
GOOD = (
    b'{"format": "foitrack-case-file", "version": 1, "case_file_format": 2, '
    b'"tables": {"one": [{"id": 1}, {"id": 2}], "two": []}}'
)


def written(tables: dict[str, list[dict[str, Any]]]) -> bytes:
    out = io.BytesIO()
    case_json.write(out, 2, tables.items())
    return out.getvalue()


def read(data: bytes) -> list[tuple[str, dict[str, Any]]]:
    return list(case_json.Reading(io.BytesIO(data)).records())


@given(st.dictionaries(st.text(), records, max_size=3), st.sampled_from([1, 2, 3, 5, 17, 1 << 18]))
def test_what_is_written_comes_back(
    tables: dict[str, list[dict[str, Any]]], at_a_time: int
) -> None:
    data = written(tables)
    before, json_stream.CHUNK = json_stream.CHUNK, at_a_time
    try:
        assert read(data) == [(name, one) for name, found in tables.items() for one in found]
    finally:
        json_stream.CHUNK = before
    assert json.loads(data)["tables"] == tables


def test_a_record_is_a_line() -> None:
    lines = written({"one": [{"id": 1}, {"id": 2}], "two": []}).decode().splitlines()
    assert lines[4:] == ['"one": [', '{"id":1},', '{"id":2}', "],", '"two": []', "}}"]


def test_another_programs_layout_is_read_too() -> None:
    again = json.dumps(json.loads(GOOD), indent=4, sort_keys=True).encode()
    assert read(again) == read(GOOD) == [("one", {"id": 1}), ("one", {"id": 2})]
    assert read(b"\xef\xbb\xbf" + GOOD) == read(GOOD)


def test_a_file_cut_short_is_refused_wherever_it_ends() -> None:
    for length in range(len(GOOD)):
        with pytest.raises(case_json.CaseJsonError, match="Nothing was imported"):
            read(GOOD[:length])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"\x89PNG\r\n\x1a\n",
        b"{}",
        b'{"tables": {}}',
        GOOD + b"{}",
        GOOD.replace(b"foitrack-case-file", b"zotero"),
        GOOD.replace(b'"version": 1', b'"version": 2'),
        GOOD.replace(b'"version": 1', b'"version": true'),
        GOOD.replace(b'"two"', b'"one"'),
        GOOD.replace(b'"version": 1', b'"format": "foitrack-case-file"'),
        GOOD.replace(b'{"id": 1}', b"7"),
        GOOD.replace(b'{"id": 1}', b'{"id": 1, "id": 2}'),
        GOOD.replace(b'{"id": 1}', b'{"id": NaN}'),
        GOOD.replace(b'{"id": 1}', b'{"id": 1e999}'),
        GOOD.replace(b'{"id": 1}', b'{"id": ' + b"9" * 5000 + b"}"),
        GOOD.replace(b'{"id": 1}', b'{"id": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
        GOOD.replace(b"one", b"\xff\xfe"),
        GOOD.replace(b'"tables"', b'"tables!"'),
    ],
)
def test_what_is_no_export_is_refused(data: bytes) -> None:
    with pytest.raises(case_json.CaseJsonError, match="Nothing was imported"):
        read(data)


def test_a_value_without_end_is_not_read_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "MOST", 1 << 20)

    class Endless(io.RawIOBase):
        asked = 0

        def read(self, size: int = -1) -> bytes:
            self.asked += size
            return b"x" * size

    source = Endless()
    start = io.BytesIO(b'{"format": "')
    first = start.read()
    source_read = source.read

    def joined(size: int = -1) -> bytes:
        nonlocal first
        given_out, first = first, b""
        return given_out or source_read(size)

    source.read = joined  # type: ignore[method-assign]
    with pytest.raises(case_json.CaseJsonError, match="too long"):
        list(case_json.Reading(source).records())  # type: ignore[arg-type]
    assert source.asked < 1 << 23
