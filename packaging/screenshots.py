"""Makes the pictures of every screen, light and dark, from a fresh example case file.

    python packaging/screenshots.py FOLDER

The day is fixed, so that the same program makes the same pictures.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

AS_AT = "2023-03-28"
SCREENS = (
    "first-run",
    "today",
    "requests",
    "request",
    "deadlines",
    "casedata",
    "recording",
    "new-request",
    "new-batch",
    "why",
    "reports",
)
SMALL = ("today", "requests", "request", "recording", "casedata")


def main(folder: Path) -> int:
    """Make every picture; the number of those that failed."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        case_file = Path(scratch) / "examples.foitrack"
        foitrack("demo", str(case_file))
        jobs = [(s, t, "1440x900", f"{s}-{t}.png") for s in SCREENS for t in ("light", "dark")]
        jobs += [(s, "light", "1024x640", f"{s}-small.png") for s in SMALL]
        return sum(
            not picture(case_file, screen, theme, size, folder / name)
            for screen, theme, size, name in jobs
        )


def picture(case_file: Path, screen: str, theme: str, size: str, path: Path) -> bool:
    """One screen as a picture; False where the program could not make it."""
    options = ("--screen", screen, "--theme", theme, "--size", size, "-o", str(path))
    return foitrack("--case-file", str(case_file), "--as-at", AS_AT, "screenshot", *options)


def foitrack(*words: str) -> bool:
    """Run the program as a user would."""
    return subprocess.run([sys.executable, "-m", "foitrack", *words], check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screens")))
