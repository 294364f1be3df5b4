import errno
import os
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui import remembered
from ui.reports.saving import FOLDER, SavingError, ask_where, suggested_name, write_pdf

ON = date(2023, 3, 28)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Police and social media", "Police and social media, summary 2023-03-28.pdf"),
        ("A/B: what? <x>\n", "A B what x, summary 2023-03-28.pdf"),
        (" ... ", "Requests, summary 2023-03-28.pdf"),
        ("x" * 300, f"{'x' * 80}, summary 2023-03-28.pdf"),
    ],
)
def test_the_suggested_name_is_one_that_every_system_takes(title: str, name: str) -> None:
    assert suggested_name(title, ON) == name


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"older and longer than the new one")
    assert write_pdf(path, b"%PDF") == path
    assert path.read_bytes() == b"%PDF"
    assert [file.name for file in tmp_path.iterdir()] == ["summary.pdf"]


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    mode = write_pdf(tmp_path / "summary.pdf", b"%PDF").stat().st_mode
    assert mode == usual.stat().st_mode


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SavingError, match=r"that folder is not there.*Choose another place"):
        write_pdf(tmp_path / "gone" / "summary.pdf", b"%PDF")


def test_a_folder_of_that_name_is_said(tmp_path: Path) -> None:
    with pytest.raises(SavingError, match="there is a folder of that name"):
        write_pdf(tmp_path, b"%PDF")
    assert tmp_path.is_dir()


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.EACCES, "you may not write there"),
        (errno.ENOSPC, "that disk is full"),
        (errno.EROFS, "that disk can only be read"),
    ],
)
def test_a_place_that_refuses_keeps_what_was_there(
    code: int, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"older")

    def refuse(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("ui.reports.saving.os.fsync", refuse)
    with pytest.raises(SavingError, match=why):
        write_pdf(path, b"%PDF")
    assert path.read_bytes() == b"older"
    assert [file.name for file in tmp_path.iterdir()] == ["summary.pdf"]


@pytest.mark.parametrize(
    ("chosen", "path"), [("mine.pdf", "mine.pdf"), ("mine", "mine.pdf"), ("", None)]
)
def test_the_place_is_asked_for(
    chosen: str,
    path: str | None,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def answer(_: QWidget, __: str, suggested: str, ___: str) -> tuple[str, str]:
        asked.append(suggested)
        return (str(tmp_path / chosen) if chosen else "", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    remembered.remember(FOLDER, str(tmp_path))
    assert ask_where(parent, "suggested.pdf") == (tmp_path / path if path else None)
    assert asked == [str(tmp_path / "suggested.pdf")]
