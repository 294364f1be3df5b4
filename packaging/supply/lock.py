"""Settles each dependency at one version with the hashes of its files, for every system at once.

    make lock

`packaging/locked/run.txt` holds what the program needs, `test.txt` what its tests need too. They
name no address, so that they work with any package index. Run it when pyproject.toml changes, or
to take newer versions; the tests then say whether those will do.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCKED = ROOT / "packaging" / "locked"
OLDEST_PYTHON = "3.11"
FILES = {"run.txt": ("build",), "test.txt": ("build", "test")}
"""Which of pyproject.toml's extras each file holds besides the program's own needs."""


def main() -> int:
    """Write both files; 0 when all went well."""
    beside = Path(sys.executable).with_name("uv")
    uv = str(beside) if beside.exists() else shutil.which("uv")
    if uv is None:
        print("This needs uv: python -m pip install uv", file=sys.stderr)
        return 1
    return max(_lock(uv, name, extras) for name, extras in FILES.items())


def _lock(uv: str, name: str, extras: tuple[str, ...]) -> int:
    command = [
        *(uv, "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes", "--quiet"),
        *("--python-version", OLDEST_PYTHON, "--no-annotate", "--upgrade"),
        *("--custom-compile-command", "make lock"),
        *(word for extra in extras for word in ("--extra", extra)),
        *("--output-file", str(LOCKED / name)),
    ]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
