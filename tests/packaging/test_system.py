"""What is installed on the computer for the tests: a server for root, and a word to all others."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "setup" / "system.py"


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script on a computer that has apt-get and no server yet."""
    spec = importlib.util.spec_from_file_location("system_setup", SCRIPT)
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    there: list[str] = []
    monkeypatch.setattr(made, "has_postgresql", lambda: "postgresql" in there)
    monkeypatch.setattr(made.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(made, "missing_packages", list)

    def install(_apt: list[str], packages: list[str]) -> bool:
        there.extend(packages)
        return True

    monkeypatch.setattr(made, "install", install)
    return made


def run(system: ModuleType, monkeypatch: pytest.MonkeyPatch, user: int, *words: str) -> None:
    monkeypatch.setattr(system.os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(system.sys, "argv", ["system.py", *words])
    assert system.main() == 0


def test_root_gets_a_server_for_the_tests_only(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(system, monkeypatch, 0)
    assert not system.has_postgresql()
    run(system, monkeypatch, 0, "--tests")
    assert system.has_postgresql()
    assert capsys.readouterr().out == ""


def test_others_are_told_what_is_left_out(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(system, monkeypatch, 1000, "--tests")
    assert not system.has_postgresql()
    assert "tests on a server are skipped" in capsys.readouterr().out
