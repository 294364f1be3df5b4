"""The core stands alone: it imports with Qt blocked, and cheap commands stay cheap."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]

IMPORT_CORE = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = None
sys.modules["shiboken6"] = None
import foitrack
names = [m.name for m in pkgutil.walk_packages(foitrack.__path__, "foitrack.")]
assert len(names) > 30, names
for name in names:
    if not name.startswith("foitrack.casefile.migrations.") and name != "foitrack.__main__":
        importlib.import_module(name)
"""

RUN_AND_LIST = """
import sys
from foitrack.cli.program import main
assert main({words!r}) == 0
print("\\n" + " ".join(sorted(sys.modules)))
"""


def test_the_core_imports_with_qt_blocked() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_CORE],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("words", "not_wanted"),
    [
        (
            ["due", "--event", "received=2023-03-01"],
            {"sqlalchemy", "alembic", "reportlab", "holidays", "pypdfium2", "selectolax"},
        ),
        (
            ["cite", "exempt under section 40(2)"],
            {"sqlalchemy", "alembic", "reportlab", "holidays", "pypdfium2", "selectolax"},
        ),
        (
            ["read", str(next((CHECKOUT / "seeds").glob("004*.txt")))],
            {"sqlalchemy", "alembic", "reportlab", "pypdfium2"},
        ),
    ],
)
def test_a_command_imports_only_what_it_uses(words: list[str], not_wanted: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN_AND_LIST.format(words=words)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.splitlines()[-1].split())
    assert not loaded & not_wanted
