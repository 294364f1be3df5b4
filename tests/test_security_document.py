"""SECURITY.md names modules and tests; each is there, and each threat says what is not defended."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "SECURITY.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`((?:foitrack|ui|tests|docs|packaging)/[^`\s…]+)`", TEXT)))
THREATS = (
    "A hostile document",
    "A stolen laptop",
    "A nosy colleague",
    "A malicious update file",
    "A shared database",
    "A synced folder",
)


def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("name", NAMED)
def test_what_is_named_is_there(name: str) -> None:
    path, _, test = name.partition("::")
    assert (ROOT / path).exists()
    if test:
        assert test in names_in(ROOT / path)


@pytest.mark.parametrize("threat", THREATS)
def test_each_threat_says_what_is_not_defended(threat: str) -> None:
    [section] = re.findall(rf"^## {threat}\n(.*?)(?=^## |\Z)", TEXT, re.M | re.S)
    assert "Not defended" in section


def test_every_defence_names_a_module_or_a_test() -> None:
    rows = [row for row in TEXT.splitlines() if row.startswith("| ")]
    defences = [row for row in rows if not row.startswith("| Defended")]
    assert len(defences) > 8
    for row in defences:
        assert "`tests/" in row, row
