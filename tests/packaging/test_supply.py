"""What is installed is settled: every version, every file's hash, every licence named."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
LOCKED = ROOT / "packaging" / "locked"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(name: str) -> list[tuple[Requirement, int]]:
    """Each requirement of a file, with how many hashes it may have."""
    text = (LOCKED / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith(("#", " "))]
    return [(Requirement(line.split(" --hash")[0]), line.count("--hash=sha256:")) for line in lines]


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_each_has_one_version_and_hashes_and_no_address(name: str) -> None:
    assert "://" not in (LOCKED / name).read_text("utf-8")
    found = locked(name)
    assert len(found) > 15
    for requirement, hashes in found:
        assert str(requirement.specifier).startswith("=="), requirement
        assert hashes > 0, requirement


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("run.txt", PROJECT["dependencies"]),
        ("test.txt", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]),
    ],
)
def test_what_is_asked_for_is_what_is_settled(name: str, wanted: list[str]) -> None:
    """Fails after a change in pyproject.toml until `make lock` has been run."""
    settled: dict[str, list[str]] = {}
    for requirement, _ in locked(name):
        version = str(requirement.specifier).removeprefix("==")
        settled.setdefault(plain(requirement.name), []).append(version)
    for text in wanted:
        asked = Requirement(text)
        versions = settled.get(plain(asked.name), [])
        assert any(asked.specifier.contains(version) for version in versions), text


def test_the_tests_run_on_the_versions_that_ship() -> None:
    tests = {(plain(r.name), str(r.specifier), str(r.marker)) for r, _ in locked("test.txt")}
    for requirement, _ in locked("run.txt"):
        key = plain(requirement.name), str(requirement.specifier)
        assert key in {one[:2] for one in tests}, requirement


def test_every_library_that_ships_has_its_licence_named() -> None:
    said = plain((ROOT / "docs" / "licences.md").read_text("utf-8"))
    building = {
        *("hatchling", "editables", "packaging", "pathspec", "pluggy", "tomlkit"),
        "trove-classifiers",
    }
    for requirement, _ in locked("run.txt"):
        name = plain(requirement.name)
        assert name in said or name in building, f"{name} is not in docs/licences.md"
