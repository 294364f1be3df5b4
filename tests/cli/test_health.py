"""check, backup, restore and upgrade as a person types them."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from foitrack.casefile.format import FORMAT
from foitrack.cli.program import main
from tests.casefile.test_stored_files import STORED

Refused = Callable[..., str]
Printed = pytest.CaptureFixture[str]


def answer(capsys: Printed, *words: str, status: int = 0) -> dict[str, object]:
    capsys.readouterr()
    assert main([*words, "--json"]) == status
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_the_examples_are_whole(case_file: Path, capsys: Printed) -> None:
    found = answer(capsys, "check")
    assert (found["troubles"], found["mended"]) == ([], [])
    assert main(["check"]) == 0
    assert "is whole" in capsys.readouterr().out


def test_backed_up_changed_and_restored(case_file: Path, tmp_path: Path, capsys: Printed) -> None:
    before = answer(capsys, "list")
    made = answer(capsys, "backup", "-o", str(tmp_path / "usb"))
    assert Path(str(made["path"])).parent == tmp_path / "usb" / "case backups"
    assert main(["add", "--authority", "Kent Police", "--title", "New one"]) == 0
    listed = answer(capsys, "restore", str(tmp_path / "usb"), "--list")
    assert listed["differences"]["request"]["gone"] == ["New one – Kent Police"]  # type: ignore[index]
    assert len(answer(capsys, "list")) == len(before) + 1
    assert main(["restore", str(tmp_path / "usb"), "--list"]) == 0
    assert "would be gone: New one – Kent Police" in capsys.readouterr().out
    done = answer(capsys, "restore", str(tmp_path / "usb"))
    assert Path(str(done["set_aside"])).exists()
    assert answer(capsys, "list") == before
    assert answer(capsys, "check")["troubles"] == []


def test_the_default_place_is_beside_the_file(case_file: Path, capsys: Printed) -> None:
    made = answer(capsys, "backup")
    assert Path(str(made["path"])).parent == case_file.parent / "case backups"
    other = case_file.with_name("other.foitrack")
    answer(capsys, "restore", str(made["path"]), "--to", str(other))
    assert main(["--case-file", str(other), "check"]) == 0
    assert case_file.exists()


def test_a_local_copy_has_its_backups_where_the_file_lay(
    case_file: Path, tmp_path: Path, capsys: Printed, refused: Refused
) -> None:
    before = answer(capsys, "list")
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    path = case_file.rename(synced / case_file.name)
    target = tmp_path / "local" / "mine.foitrack"
    assert "Dropbox keeps in step" in refused("--case-file", str(path), "local", str(synced / "x"))
    assert main(["--case-file", str(path), "local", str(target)]) == 0
    said = capsys.readouterr().out
    assert f"{path}, which stays as it was, to {target}" in said
    assert answer(capsys, "--case-file", str(target), "list") == before
    made = answer(capsys, "--case-file", str(target), "backup")
    assert Path(str(made["path"])).parent == synced / "mine backups"
    assert main(["--case-file", str(path), "check"]) == 0
    assert "at a copy of this case file" in capsys.readouterr().out


def test_damage_is_said_with_the_newest_backup(case_file: Path, capsys: Printed) -> None:
    made = answer(capsys, "backup")
    with case_file.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xa5" * 80_000)
    spoilt = case_file.read_bytes()
    found = answer(capsys, "check", status=1)
    assert found["newest_backup"] == made["path"]
    assert {one["kind"] for one in found["troubles"]} == {"damage"}  # type: ignore[attr-defined]
    assert case_file.read_bytes() == spoilt
    done = answer(capsys, "restore", str(case_file.parent / "case backups"))
    assert Path(str(done["set_aside"])).read_bytes() == spoilt
    assert main(["check"]) == 0


def test_what_can_be_read_is_rescued(case_file: Path, tmp_path: Path, capsys: Printed) -> None:
    with case_file.open("r+b") as file:
        file.seek(case_file.stat().st_size - 40_000)
        file.write(b"\xa5" * 12_000)
    saved = tmp_path / "saved.foitrack"
    assert main(["check", "--rescue", str(saved)]) == 1
    assert "lost" in capsys.readouterr().out
    assert main(["--case-file", str(saved), "check"]) == 0


def test_a_file_of_an_earlier_format_is_upgraded_once(tmp_path: Path, capsys: Printed) -> None:
    old = tmp_path / "old.foitrack"
    old.write_bytes(gzip.decompress(STORED[0].read_bytes()))
    done = answer(capsys, "--case-file", str(old), "upgrade")
    assert (done["from"], done["to"]) == (1, FORMAT)
    assert Path(str(done["backup"])).exists()
    again = answer(capsys, "--case-file", str(old), "upgrade")
    assert (again["from"], again["backup"]) == (FORMAT, None)


def test_what_cannot_be_is_refused(case_file: Path, tmp_path: Path, refused: Refused) -> None:
    assert "no backup at" in refused("restore", str(tmp_path / "nowhere"))
    shutil.copy(case_file, tmp_path / "copy.foitrack")
    assert "no backup at" in refused("restore", str(tmp_path / "copy.foitrack"))
    (tmp_path / "taken").write_text("mine")
    assert "could be made" in refused("backup", "-o", str(tmp_path / "taken"))
    assert "There is no file" in refused("--case-file", str(tmp_path / "none"), "check")
    assert "there already" in refused("check", "--rescue", str(tmp_path / "taken"))


def test_its_own_backups_are_found_without_their_folder(
    case_file: Path, capsys: Printed, refused: Callable[..., str]
) -> None:
    assert "There is no backup of" in refused("restore", "--list")
    made = answer(capsys, "backup")
    listed = answer(capsys, "restore", "--list")
    assert listed["compared"] == made["path"]
    before = case_file.read_bytes()
    assert "--backup DATE" in refused("restore")
    assert case_file.read_bytes() == before
    done = answer(capsys, "restore", "--backup", "20")
    assert done["path"] == str(case_file)
