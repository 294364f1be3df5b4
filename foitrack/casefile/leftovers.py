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
