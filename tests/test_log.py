"""The log says what kind of error came by where, and nothing of what anybody wrote."""

from __future__ import annotations

import logging
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from foitrack import log
from foitrack.bare_errors import kind_of, told, told_of_fault
from foitrack.casefile.storage import open_case_file
from foitrack.casefile.troubles import CaseFileError
from foitrack.errors import PlainError
from foitrack.log import Said

SECRETS = ("Complaints about X", "Ann Source", "/home/ann/letters", "open sesame", "secret")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    assert log.start(tmp_path / "logs")
    yield tmp_path / "logs"
    log.stop()


def written(place: Path) -> str:
    return "".join(path.read_text("ascii") for path in sorted(place.iterdir()))


def raised_in_the_program() -> Exception:
    """An error that came through the program's own modules, with a secret in its message."""
    try:
        open_case_file(Path("/home/ann/letters/secret.foitrack"))
    except CaseFileError as problem:
        return problem
    raise AssertionError


def test_an_error_is_its_kind_and_place(place: Path) -> None:
    log.failed(raised_in_the_program())
    text = written(place)
    assert "ERROR" in text
    assert "foitrack.casefile.troubles.NoCaseFileError" in text
    assert "foitrack.casefile.storage:" in text
    assert not [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("secret", SECRETS)
def test_no_way_of_logging_tells_a_secret(place: Path, secret: str) -> None:
    logger = logging.getLogger("foitrack.log")
    logger.error(secret)
    logger.error("about %s", secret)
    logger.error(Said.BUG, {"title": secret})
    logger.error(Said.BUG, stack_info=True)
    logging.getLogger("foitrack").error(secret)
    logging.getLogger("sqlalchemy").error(secret)
    for problem in (ValueError(secret), KeyError(secret), OSError(2, secret, secret)):
        problem.add_note(secret)
        log.failed(problem)
    try:
        try:
            raise PlainError(secret)
        except PlainError as first:
            raise RuntimeError(secret) from first
    except RuntimeError as second:
        log.failed(second)
    log.failed(ExceptionGroup(secret, [ValueError(secret)]))
    log.failed(type(secret.replace(" ", "").replace("/", ""), (Exception,), {})(secret))
    log.note(Said.STARTED)
    text = written(place)
    assert "RuntimeError" in text
    assert "caused by foitrack.errors.PlainError" in text
    assert secret not in text
    assert secret.replace(" ", "").replace("/", "") not in text


@pytest.mark.skipif(os.name != "posix", reason="permissions as on POSIX")
def test_it_is_for_its_owner_alone_and_stays_small(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "_BYTES", 2000)
    folder = tmp_path / "logs"
    folder.mkdir()
    (folder / log.FILE).write_text("older\n")
    (folder / log.FILE).chmod(0o644)
    before = os.umask(0)
    try:
        log.start(folder)
        for _ in range(90):
            log.note(Said.STARTED)
    finally:
        os.umask(before)
        log.stop()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == dict.fromkeys(("foitrack.log", "foitrack.log.1", "foitrack.log.2"), 384)
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 6000


def test_without_a_folder_the_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert not log.start(tmp_path / "file" / "logs")
    log.failed(ValueError("nobody hears it"))


def test_a_class_from_elsewhere_has_no_name() -> None:
    assert kind_of(ValueError) == "ValueError"
    assert kind_of(CaseFileError) == "foitrack.casefile.troubles.CaseFileError"
    assert kind_of(type("AnnSource", (Exception,), {"__module__": "ann"})) == (
        "an error of another library"
    )
    odd = type("Ann Source", (Exception,), {"__module__": "foitrack"})
    assert kind_of(odd) == "an error of another library"


def test_a_ring_of_causes_ends() -> None:
    one, other = ValueError("a"), KeyError("b")
    one.__cause__, other.__cause__ = other, one
    assert told(one) == ("ValueError", "caused by KeyError")


def test_what_is_left_of_a_crash_is_told_without_paths() -> None:
    import foitrack.casefile.storage as ours

    text = (
        "Fatal Python error: Segmentation fault\n\n"
        "Current thread 0x00007f1 [Ann Source] (most recent call first):\n"
        f'  File "{ours.__file__}", line 12 in open_case_file\n'
        '  File "/home/ann/letters/secret.py", line 4 in secret\n'
        '  File "/home/ui/ann/letters.py", line 4 in secret\n'
        f'  File "{logging.__file__}", line 9 in error\n'
        "secret\nExtension modules: secret (total: 1)\n"
    )
    assert told_of_fault(text) == (
        "Segmentation fault",
        "current thread",
        "  foitrack.casefile.storage:12",
        "  logging.__init__:9",
    )


def test_the_command_line_logs_what_nobody_expected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import foitrack.__main__ as entrance

    def fail(**_: object) -> int:
        raise ZeroDivisionError("Ann Source")

    monkeypatch.setattr("foitrack.cli.program.main", fail)
    monkeypatch.setattr("foitrack.log.folder", lambda: tmp_path)
    monkeypatch.setattr(sys, "argv", ["foitrack", "due"])
    with pytest.raises(ZeroDivisionError):
        entrance.main()
    text = written(tmp_path)
    assert "ZeroDivisionError" in text
    assert "foitrack.__main__:" in text
    assert "Ann" not in text
