from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from foitrack import assets
from foitrack.cli.program import main
from foitrack.reading import isolation, part_by_part

KEYS = [
    "file", "format", "pages", "letter", "reference", "authority", "request_date",
    "received_date", "response_date", "outcome", "questions", "request_text", "exemptions",
    "mentioned", "review", "tables", "cases", "zeros", "attachments_named", "findings", "warnings",
]  # fmt: skip


def seeds() -> list[str]:
    return [str(file) for file in sorted(assets.seed_folder().glob("*.txt"))]


def test_keys_and_their_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", seeds()[4], "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == KEYS
    assert answer["reference"] == "15350"
    assert answer["review"] == {
        "offered": True,
        "window": "two months",
        "contact": "foi@staffordshire.police.uk",
    }


def test_case_rows_have_their_public_keys(capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", seeds()[0], "--json-lines"])
    answer = json.loads(capsys.readouterr().out)
    assert list(answer["cases"][4]) == [
        "period", "year", "rank", "platforms", "allegation", "outcome", "outcome_family",
        "count", "source", "printed", "place",
    ]  # fmt: skip
    assert answer["cases"][4]["count"] == 5
    assert answer["cases"][4]["year"] == 2021
    assert answer["zeros"] == [{"period": "2020", "place": {"start": 1516, "end": 1523}}]
    assert list(answer["tables"][0]) == ["columns", "rows", "total_row", "place", "flags"]
    assert list(answer["findings"][0]) == ["field", "question", "value", "printed", "place", "why"]


def test_one_line_for_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", *seeds(), "--json-lines"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [len(answer["cases"]) for answer in answers] == [7, 69, 0, 5, 0]


def test_suppressed_count_is_a_range(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        "Police officers investigated for misconduct\n\n"
        "Year\tNumber of officers\n2019\t<5\n2020\t7\n"
    )
    assert main(["read", str(letter), "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)["cases"]
    assert first["count"] is None
    assert first["count_range"] == {"low": 1, "high": 4}
    assert second["count"] == 7
    assert "count_range" not in second


def test_bad_file_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    missing = tmp_path / "missing.txt"
    assert main(["read", str(empty), seeds()[3], str(missing), "--json-lines"]) == 2
    first, good, last = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first["file"] == str(empty)
    assert first["error"]["kind"] == "empty"
    assert good["reference"] == "221/21"
    assert last["error"]["kind"] == "missing"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="only where there is such a device")
def test_a_device_without_end_is_read_no_further_than_a_file_may_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", "/dev/zero", "--json-lines"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["kind"] == "too-large"
    with (tmp_path / "huge.pdf").open("wb") as huge:
        huge.truncate(1 << 32)
    assert main(["read", str(tmp_path / "huge.pdf"), "--json-lines"]) == 2
    assert "100 MB" in json.loads(capsys.readouterr().out)["error"]["message"]


def test_words_for_a_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing more")
    assert main(["read", seeds()[4], str(broken)]) == 2
    said = capsys.readouterr()
    assert "Answered in part" in said.out
    assert "Mon 27 March 2023" in said.out
    assert "cannot be opened" in said.err


def test_the_program_itself_opens_no_document() -> None:
    loaded = "import sys; from foitrack.cli.program import main; main(sys.argv[1:]); "
    loaded += "print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", loaded, "read", seeds()[0], "--json"]
    modules = subprocess.run(command, capture_output=True, text=True, check=True).stderr.split()
    assert "foitrack.reading.isolation" in modules
    readers = {"foitrack.reading.reader", "foitrack.reading.documents.opening"}
    assert not {*readers, "pypdfium2", "selectolax", "sqlalchemy", "PIL"} & set(modules)


def test_unknown_schema_is_a_plain_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", seeds()[0], "--schema", "nothing-such"]) == 2
    assert "police-misconduct" in capsys.readouterr().err


@pytest.fixture
def fragile(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Workers that anything called "bomb" brings down."""
    with isolation.Readers(workers=2, tasks="tests.reading.isolation.fragile") as pool:
        monkeypatch.setattr(isolation, "readers", lambda: pool)
        monkeypatch.setattr(part_by_part, "readers", lambda: pool)
        yield


@pytest.mark.usefixtures("fragile")
def test_a_file_that_brings_its_reader_down_is_one_files_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / name for name in ("a.txt", "bomb.txt", "b.txt", "c.zip", "d.txt")]
    for number, file in enumerate(files):
        file.write_text(f"Our reference: 2021/2467{number}\n\nThank you for your request.\n")
    with zipfile.ZipFile(files[3], "w") as archive:
        archive.writestr("bomb.txt", "Our reference: 1\n")
        archive.writestr("reply.txt", "Our reference: 2021/24673\n\nThank you for your request.\n")
    assert main(["read", *map(str, files), "--json-lines"]) == 2
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["file"] for answer in answers] == [str(file) for file in files]
    assert [answer.get("reference") for answer in answers] == [
        "2021/24670", None, "2021/24672", "2021/24673", "2021/24674",
    ]  # fmt: skip
    assert answers[1]["error"]["kind"] == "crashed"
    assert "kept and unharmed" in answers[1]["error"]["message"]
