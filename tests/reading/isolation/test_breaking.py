"""Whatever a document does to its reader, it alone fails, and the next one is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from foitrack.reading.findings import UnreadableDocumentError
from foitrack.reading.isolation import Readers
from foitrack.reading.reader import ReadingContext
from tests.reading.isolation.conftest import Ask, Fails
from tests.reading.isolation.hostile import LIES


@pytest.mark.parametrize("deed", ["segfaults", "aborts", "leaves", "recurses", "stumbles"])
def test_a_crash_is_one_documents_error(deed: str, fails: Fails, ask: Ask) -> None:
    error = fails(deed)
    assert error.kind == "crashed"
    assert deed in error.message
    assert "kept and unharmed" in error.message
    assert ask("echo", "the next one").text == "the next one"


def test_a_bug_in_a_reader_can_be_found(fails: Fails) -> None:
    assert "KeyError: 'a bug in a reader'" in str(fails("stumbles").__cause__)


@pytest.mark.parametrize("deed", ["hangs", "hangs_below"])
def test_a_hang_ends(deed: str, hasty: Readers, fails: Fails) -> None:
    error = fails(deed, by=hasty)
    assert error.kind == "too-slow"
    assert "kept and unharmed" in error.message


@pytest.mark.parametrize("deed", ["eats", "announces_much"])
def test_a_bomb_ends(deed: str, fails: Fails, ask: Ask) -> None:
    assert fails(deed).kind == "too-large"
    assert ask("echo", "the next one").text == "the next one"


def test_a_bomb_in_native_code_ends(fails: Fails, ask: Ask) -> None:
    # The library gets no more memory, and falls over it or says so.
    assert fails("eats_below").kind in ("crashed", "too-large")
    assert ask("echo", "the next one").text == "the next one"


def test_more_values_than_can_be_taken_are_too_large(fails: Fails, ask: Ask) -> None:
    """A sheet of 100,000 case rows with 30 columns: small, but more than a case file can use."""
    error = fails("answers_many")
    assert error.kind == "too-large"
    assert "12 million values" in error.message
    assert "split it" in error.message
    assert ask("echo", "the next one").text == "the next one"


def test_early_answers_are_few_and_asked_for(
    pool: Readers, context: ReadingContext, fails: Fails
) -> None:
    assert fails("floods").kind == "crashed"
    told: list[object] = []
    with pytest.raises(UnreadableDocumentError):
        pool.read(b"", "floods", context, early=told.append)
    assert len(told) <= 8


def test_output_is_held_to_its_size(ask: Ask, fails: Fails) -> None:
    assert len(ask("answers_much", "20000000").text) == 20_000_000
    assert fails("answers_much", "40000000").kind == "too-large"
    assert fails("sends_large_files", "5000000").kind == "too-large"


@pytest.mark.parametrize("lie", LIES)
def test_an_answer_that_is_none_is_a_crash(
    lie: str, fails: Fails, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert fails("lies", lie).kind == ("too-large" if lie == "many" else "crashed")
    assert not (tmp_path / "trapped").exists()


def test_an_answer_that_breaks_off_is_a_crash(fails: Fails) -> None:
    assert fails("breaks_off").kind == "crashed"


def test_what_a_reader_refuses_keeps_its_words(fails: Fails, ask: Ask) -> None:
    before = ask("pid").text
    error = fails("refuses")
    assert (error.kind, error.message) == ("locked", "It is locked.")
    assert ask("pid").text == before  # No reason to replace the worker.


def test_words_from_a_worker_are_held_to_a_measure(fails: Fails) -> None:
    error = fails("shouts")
    assert error.kind == "crashed"
    assert len(error.message) <= 2_000
    assert error.message.isprintable()


def test_a_reading_has_the_name_that_we_know(ask: Ask) -> None:
    assert ask("echo").file == "echo"


def test_a_file_too_large_is_not_even_sent(
    pool: Readers, context: ReadingContext, fails: Fails
) -> None:
    error = fails("echo", bytes(100 * 1024 * 1024 + 1))
    assert error.kind == "too-large"
    assert "100 MB" in error.message


def test_noise_of_a_library_is_no_answer(ask: Ask) -> None:
    assert ask("prints").text == "quiet"


def test_files_inside_come_whole(ask: Ask) -> None:
    found = ask("parts", bytes(range(256)))
    assert [part.data for part in found.parts] == [bytes(range(256))] * 2
    assert found.parts[0].reading is not None
    assert found.parts[0].reading.text == "within"
