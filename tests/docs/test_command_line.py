"""The documents and the program agree: every command and every option is documented."""

from __future__ import annotations

import argparse
import importlib
import re
from pathlib import Path

import pytest

from foitrack.__main__ import WINDOW_COMMANDS
from foitrack.cli.program import COMMANDS

DOCUMENTS = Path(__file__).parents[2] / "docs"
TEXT = (DOCUMENTS / "command-line.md").read_text("utf-8")
EVERY = {**COMMANDS, **WINDOW_COMMANDS}


def section(name: str) -> str:
    """What the document says of a command."""
    found = re.search(rf"^### `foitrack {name}\b.*?(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL)
    return found[0] if found else ""


def options(name: str) -> set[str]:
    """The options that a command declares."""
    parser = argparse.ArgumentParser(add_help=False)
    importlib.import_module(EVERY[name]).add_arguments(parser)
    return {option for action in parser._actions for option in action.option_strings}


@pytest.mark.parametrize("name", sorted(EVERY))
def test_every_command_and_option_is_documented(name: str) -> None:
    said = section(name)
    assert said, f"docs/command-line.md does not have `foitrack {name}`"
    missing = {option for option in options(name) if option not in said}
    assert not missing


def test_no_command_is_documented_that_is_not_there() -> None:
    assert set(re.findall(r"^### `foitrack (\w+)", TEXT, re.MULTILINE)) == set(EVERY)


@pytest.mark.parametrize("page", sorted(DOCUMENTS.rglob("*.md")), ids=lambda page: page.name)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target
