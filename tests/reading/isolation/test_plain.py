"""Values go to a worker and come back equal; nothing else comes back at all."""

from __future__ import annotations

import io
import json
import sys
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, make_dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.law.terms import LetterKind, Outcome
from foitrack.reading.findings import (
    CaseRow,
    CaseValue,
    Certainty,
    Finding,
    Part,
    Place,
    QuestionAnswer,
    Reading,
    ReviewOffer,
    Table,
    Zero,
)
from foitrack.reading.worker.plain import (
    MOST_VALUES,
    MalformedError,
    TooManyValuesError,
    from_plain,
    to_plain,
)
from foitrack.reading.worker.wire import BrokenWireError, Message, TooMuchError, receive, send

texts = st.text(max_size=20)
numbers = st.integers(-(2**40), 2**40)
boxes = st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 4)
maybe = st.none()
st.register_type_strategy(str, texts)
places = st.builds(Place, page=maybe | numbers, box=maybe | boxes, sheet=maybe | texts)
tables = st.builds(
    Table,
    place=places,
    rows=st.lists(st.lists(texts, max_size=3).map(tuple), max_size=3).map(tuple),
    row_places=st.lists(places, max_size=2).map(tuple),
    true_values=st.dictionaries(st.tuples(numbers, numbers), texts, max_size=2),
)
rows = st.builds(
    CaseRow,
    values=st.lists(st.builds(CaseValue, low=maybe | numbers), max_size=3).map(tuple),
    place=places,
    printed=st.dictionaries(texts, texts, max_size=3),
)


def readings(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(
        Reading,
        pages=maybe | numbers,
        letter=maybe | st.sampled_from(LetterKind),
        outcome=maybe | st.sampled_from(Outcome),
        response_date=maybe | st.dates(),
        questions=st.lists(st.builds(QuestionAnswer), max_size=2).map(tuple),
        review=st.builds(ReviewOffer, offered=maybe | st.booleans()),
        tables=st.lists(tables, max_size=2).map(tuple),
        cases=st.lists(rows, max_size=2).map(tuple),
        zeros=st.lists(st.builds(Zero, place=places), max_size=2).map(tuple),
        findings=st.lists(
            st.builds(Finding, place=places, certainty=st.sampled_from(Certainty)), max_size=2
        ).map(tuple),
        parts=parts,
    )


within = st.builds(Part, data=st.binary(max_size=20), reading=maybe | readings(st.just(())))
anything = readings(st.lists(within, max_size=2).map(tuple))


@given(anything)
def test_a_reading_comes_back_equal(reading: Reading) -> None:
    text, files = to_plain(reading)
    assert from_plain(Reading, text, files) == reading


def test_several_threads_may_build_at_the_same_time() -> None:
    together = threading.Barrier(8)

    def build(text: bytes) -> object:
        together.wait()
        return from_plain(Together, text)

    switching = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            for number in range(40):
                # A new class each time: what is known of it is gathered by all at once.
                global Together
                Together = make_dataclass("Together", [(f"f{n}", int) for n in range(30)])
                text = json.dumps([[number]] * 30).encode()
                found = list(threads.map(build, [text] * 8))
                assert found == [Together(*[number] * 30)] * 8
    finally:
        sys.setswitchinterval(switching)


Together: Any = None
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=30) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=40,
)


@given(json_values)
def test_what_is_no_reading_is_refused(value: Any) -> None:
    with pytest.raises(MalformedError):
        from_plain(Reading, json.dumps(value).encode())


@given(st.binary(max_size=200))
def test_no_bytes_get_past(value: bytes) -> None:
    with pytest.raises(MalformedError):
        from_plain(Reading, value)


@dataclass(frozen=True)
class Sample:
    name: str
    size: int
    share: float
    sure: bool
    day: date
    moment: datetime | None
    data: bytes
    pairs: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class Words:
    words: tuple[str, ...]


@dataclass(frozen=True)
class Rows:
    rows: tuple[CaseRow, ...]


MOMENT = datetime(2023, 3, 1, 9, 30, tzinfo=UTC)
SAMPLE = Sample("a", 1, 0.5, True, date(2023, 3, 1), MOMENT, b"xyz", {"b": (1,)})
GOOD = [
    ["a"], [1], [0.5], [True], ["2023-03-01"], ["2023-03-01T09:30:00+00:00"], [0],
    [[1], [["b"], [[1], [1]]]],
]  # fmt: skip


def test_each_simple_type() -> None:
    text, files = to_plain(SAMPLE)
    assert from_plain(Sample, text, files) == SAMPLE
    assert files == [b"xyz"]


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (0, 1), (0, None), (0, "\ud800"), (1, "1"), (1, True), (1, 1.0), (1, 2**63), (2, "0.5"),
        (2, True), (2, float("nan")), (2, float("inf")), (2, 10**400), (3, 1), (3, None),
        (4, "2023-02-30"), (4, 20230301), (5, "soon"), (6, 1), (6, -1), (6, "xyz"), (6, True),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_refused(at: int, value: object) -> None:
    _expect_refused(at, [value])


@pytest.mark.parametrize(
    ("at", "column"),
    [
        (0, "a"), (0, []), (0, ["a", "a"]), (0, None), (0, {}), (0, {"of": "a"}), (0, {"of": []}),
        (0, {"of": ["a", "b"], "at": [1]}), (0, {"of": ["a"], "at": []}),
        (0, {"of": ["a"], "at": [0, 0]}), (0, {"of": ["a"], "at": [-1]}),
        (0, {"of": ["a"], "at": [1]}), (0, {"of": ["a"], "at": ["0"]}),
        (0, {"of": ["a"], "at": [False]}), (0, {"of": {"of": ["a"]}}), (0, {"of": [1]}),
        (7, {"b": [1]}), (7, [[1], [["b"]]]), (7, [[1], [[1], [[1], [1]]]]), (7, [[1]]),
        (7, [[1], [["b"], [[1], ["1"]]]]), (7, [[2], [["b"], [[1], [1]]]]),
        (7, [[-1], [["b"], [[1], [1]]]]), (7, [[1], [["b"], [[2], [1]]]]), (7, [[0], [["b"], []]]),
    ],
)  # fmt: skip
def test_a_column_of_another_shape_is_refused(at: int, column: object) -> None:
    _expect_refused(at, column)


def _expect_refused(at: int, column: object) -> None:
    files = [b"xyz"]
    assert from_plain(Sample, json.dumps(GOOD).encode(), files) == SAMPLE
    other = [*GOOD[:at], column, *GOOD[at + 1 :]]
    with pytest.raises(MalformedError):
        from_plain(Sample, json.dumps(other).encode(), files)


@pytest.mark.parametrize("told", [{"of": ["a", "b"], "at": [1, 0, 1]}, ["b", "a", "b"]])
def test_what_stands_in_many_places_may_be_told_once(told: object) -> None:
    text = json.dumps([[[3], told]]).encode()
    assert from_plain(Words, text) == Words(("b", "a", "b"))


@given(st.lists(st.sampled_from(["", "a", "b"]), max_size=30))
def test_words_come_back_in_their_order(words: list[str]) -> None:
    text, files = to_plain(Words(tuple(words)))
    assert from_plain(Words, text, files) == Words(tuple(words))


def test_many_rows_of_few_words_are_short() -> None:
    row = CaseRow((CaseValue("rank", "Constable", "PC"),), Place(page=1), {"Rank": "PC"})
    text, _ = to_plain(Rows((row,) * 1000))
    each, _ = to_plain(Rows(tuple(replace(row) for _ in range(1000))))
    assert len(text) < 3_000
    assert len(each) < 12_000
    assert from_plain(Rows, each) == from_plain(Rows, text) == Rows((row,) * 1000)


@pytest.mark.parametrize("length", [0, 7, 9])
def test_a_value_too_many_or_too_few_is_refused(length: int) -> None:
    with pytest.raises(MalformedError):
        from_plain(Sample, json.dumps([*GOOD, [1]][:length]).encode(), [b"xyz"])


def test_half_a_pair_becomes_one_mark() -> None:
    text, _ = to_plain("a\ud800b")
    assert from_plain(str, text) == "a?b"


class Pipe(io.BytesIO):
    """Bytes that come a few at a time."""

    def readinto(self, buffer: Any) -> int:
        piece = self.read(min(3, len(buffer)))
        buffer[: len(piece)] = piece
        return len(piece)

    def write(self, data: Any) -> int:
        return super().write(bytes(data[:5]))


@given(st.binary(max_size=1), st.binary(max_size=50), st.lists(st.binary(max_size=9), max_size=4))
def test_messages_come_whole(kind: bytes, body: bytes, files: list[bytes]) -> None:
    pipe: Any = Pipe()
    kind = kind or b"k"
    send(pipe, Message(kind, body, files))
    send(pipe, Message(b"z", b""))
    pipe.seek(0)
    assert receive(pipe, body=50, files=36) == Message(kind, bytearray(body), files)
    assert receive(pipe, body=0, files=0) == Message(b"z", bytearray(), [])
    assert receive(pipe, body=0, files=0) is None


@pytest.mark.parametrize(("body", "files"), [(3, 10), (4, 9)])
def test_more_than_allowed_is_not_taken(body: int, files: int) -> None:
    pipe: Any = Pipe()
    send(pipe, Message(b"k", b"body", [b"5five", b"5five"]))
    pipe.seek(0)
    with pytest.raises(TooMuchError):
        receive(pipe, body=body, files=files)


@given(st.integers(1, 33))
def test_a_message_cut_short_is_broken(length: int) -> None:
    whole: Any = Pipe()
    send(whole, Message(b"k", b"body", [b"5five", b"5"]))
    assert length < len(whole.getvalue())
    pipe: Any = Pipe(whole.getvalue()[:length])
    with pytest.raises(BrokenWireError):
        receive(pipe, body=10, files=10)


VALUE: Any = [["rank"], ["Constable"], ["PC"], [None], [None]]
PLACE: Any = [[1], [[False], []], *[[None]] * 7]
ROW: Any = [[[1], VALUE], PLACE, [[0], []], [[0], []], ["table"]]


def test_a_row_is_as_the_columns_of_its_fields() -> None:
    value = CaseValue("rank", "Constable", "PC")
    text = json.dumps([[[3], {"of": ROW}]]).encode()
    assert from_plain(Rows, text) == Rows((CaseRow((value,), Place(page=1)),) * 3)


def test_too_many_values_are_not_even_begun() -> None:
    """Whoever sends them: the worker may have been taken over."""
    with pytest.raises(TooManyValuesError):
        from_plain(str, b'"' + b"," * (MOST_VALUES + 1) + b'"')
    with pytest.raises(TooManyValuesError):
        to_plain("," * (MOST_VALUES + 1))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Words, [[[MOST_VALUES + 1], {"of": ["a"]}]]),
        (Words, [[[10**15], {"of": ["a"]}]]),
        # Each row counts for itself, though all are told by one.
        (Rows, [[[MOST_VALUES // 10], {"of": ROW}]]),
        (Rows, [[[10], {"of": [[[MOST_VALUES // 10], {"of": VALUE}], *ROW[1:]]}]]),
    ],
)
def test_few_words_do_not_stand_for_too_many_values(kind: Any, value: object) -> None:
    """What says by itself how many there are is not believed."""
    with pytest.raises(TooManyValuesError):
        from_plain(kind, json.dumps(value).encode())
