"""Asks the package index for known weaknesses of the locked versions, where it keeps a register.

    make audit

Status 1 where a weakness is known; 0 where none is, or where no register can be reached, which is
then said.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

LOCKED = Path(__file__).parents[1] / "locked" / "test.txt"


def main() -> int:
    """Ask, and say what came of it."""
    command = [
        *(sys.executable, "-m", "pip_audit", "--requirement", str(LOCKED)),
        *("--disable-pip", "--format", "json", "--progress-spinner", "off"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        asked = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(f"No register of weaknesses could be asked:\n{done.stderr.strip()}", file=sys.stderr)
        return 0
    known = [one for one in asked if one.get("vulns")]
    unasked = [one["name"] for one in asked if "skip_reason" in one]
    for one in known:
        names = ", ".join(weakness["id"] for weakness in one["vulns"])
        print(f"{one['name']} {one['version']}: {names}")
    print(f"{len(asked) - len(unasked)} packages asked about, {len(unasked)} not in the register.")
    if unasked and len(unasked) == len(asked):
        print("No register of weaknesses can be reached from here: nothing is known either way.")
    return 1 if known else 0


if __name__ == "__main__":
    sys.exit(main())
