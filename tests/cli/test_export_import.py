"""`foitrack export` and `foitrack import`, as typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from foitrack.cli.program import main


def test_out_and_in_again(
    case_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, copy = (str(tmp_path / name) for name in ("a.json", "b.json", "new.foitrack"))
    assert main(["export", "-o", first]) == 0
    assert main(["import", first, "--case-file", copy, "--json"]) == 0
    told = json.loads(capsys.readouterr().out.partition("\n")[2])
    assert (told["path"], told["made"]) == (copy, True)
    assert main(["export", "-o", second, "--case-file", copy]) == 0
    assert Path(first).read_bytes() == Path(second).read_bytes()


def test_refused_in_plain_words(
    case_file: Path, tmp_path: Path, refused: Callable[..., str]
) -> None:
    assert "does not end in .json" in refused("export", "-o", str(tmp_path / "x.docx"))
    assert "There is no file" in refused("import", str(tmp_path / "none.json"))
    other = tmp_path / "other.json"
    other.write_text("{}")
    new = tmp_path / "new.foitrack"
    assert "no export" in refused("import", str(other), "--case-file", str(new))
    assert not new.exists()
    assert "has something in it already" in refused("import", str(other))
