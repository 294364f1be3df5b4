"""Giving a passphrase can be stopped until the last moment, and leaves nothing half written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from foitrack.casefile import encryption, protecting
from foitrack.casefile.storage import CaseFile, open_case_file
from foitrack.progress import CancelledError, Progress, Told
from tests.casefile.filling import add_letter, add_request, dump

pytest.importorskip("sqlcipher3")


class StoppedAt(Progress):
    """One that a person stops as soon as something is told."""

    def __init__(self, words: str, part: float) -> None:
        super().__init__()
        self._at = words, part
        self.all: list[Told] = []

    def tell(self, words: str, part: float | None = None) -> None:
        super().tell(words, part)
        self.all.append(self.told)
        if words.startswith(self._at[0]) and (part or 0) >= self._at[1]:
            self.stop()

    def no_way_back(self, words: str) -> None:
        if words.startswith(self._at[0]):
            self.stop()
        super().no_way_back(words)


@pytest.fixture
def path(case: CaseFile, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A closed case file with 3 MB of documents and some hundred rows."""
    monkeypatch.setattr(encryption, "ROUNDS", 1000)
    request = add_request(case, "Documents")
    for number in range(150):
        add_letter(case, request, f"{number}.bin", os.urandom(20_000))
    case.close()
    assert case.path is not None
    yield case.path
    encryption.forget()


@pytest.mark.parametrize(
    ("words", "part"), [("Writing", 0.0), ("Writing", 0.2), ("Comparing", 0.7), ("Putting", 0.0)]
)
def test_stopped_at_any_moment_all_is_as_it_was(path: Path, words: str, part: float) -> None:
    with closing(open_case_file(path)) as case:
        before = dump(case)
    with pytest.raises(CancelledError, match="Nothing was changed"):
        protecting.protect(path, "a passphrase", StoppedAt(words, part))
    assert not encryption.may_be_protected(path)
    with closing(open_case_file(path)) as case:
        assert dump(case) == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_how_far_it_is_only_grows_and_ends_with_no_way_back(path: Path) -> None:
    progress = StoppedAt("never", 2)
    protecting.protect(path, "a passphrase", progress)
    parts = [one.part for one in progress.all if one.part is not None]
    assert parts == sorted(parts)
    assert len({part for part in parts if 0 < part < 0.5}) > 1
    assert len({part for part in parts if 0.5 < part < 1}) > 1
    assert not progress.told.can_stop
    assert not progress.stop()
    assert encryption.may_be_protected(path)


def test_what_a_killed_program_left_goes_when_the_file_is_opened(path: Path) -> None:
    """It may be a copy without a passphrase."""
    whole = path.read_bytes()
    left = [f".{path.name}.77.new", f".{path.name}.77.new-journal", f".{path.name}.8.restored"]
    left.append(f"{path.name}-journal")
    others = [f".{path.name}.new", ".other.foitrack.77.new", ".77.new", f"{path.name}.77.new"]
    for name in (*left[:-1], *others):
        path.with_name(name).write_bytes(whole)
    path.with_name(left[-1]).write_bytes(bytes(4096))
    with closing(open_case_file(path)) as case:
        assert len(dump(case)["document"]) == 150
    assert sorted(one.name for one in path.parent.iterdir()) == sorted([*others, path.name])
