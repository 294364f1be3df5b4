"""What a program that was killed left half written beside a case file; it goes when that is opened.

A half-written copy may be one without a passphrase, so it must not stay.
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

COMPANIONS = ("-wal", "-shm", "-journal")


def sweep(path: Path) -> None:
    """Remove half-written copies of a case file that this process has open.

    Whoever writes it anew has it alone meanwhile, so nobody is at work on them.
    """
    ours = re.compile(
        rf"\.{re.escape(path.name)}\.\d+\.(?:new|restored)(?:{'|'.join(COMPANIONS)})?"
    )
    with contextlib.suppress(OSError):
        for one in path.parent.glob(".*"):
            if ours.fullmatch(one.name):
                with contextlib.suppress(OSError):
                    one.unlink()


def sweep_journal(path: Path) -> None:
    """Remove the old journal of a case file that this process has open with a write-ahead log.

    SQLite has taken back what it had to when the file was opened, and nobody can go back to
    journals while it is open; but it lets such a journal lie.
    """
    with contextlib.suppress(OSError):
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
