"""Standard output as it may be: closed, on a full disk, or in an encoding that lacks letters."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path
from typing import TextIO

CANNOT_TAKE_MORE = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
"""The disk that the output is sent to is full."""


def make_output_safe() -> None:
    r"""Let nothing that is printed end the program: what cannot be written is escaped.

    An escape (`\u201c`, or `\udcff` for a byte of a file's name that is no text) is valid JSON.
    """
    if sys.stdout is None:
        # Closed by whoever started us (`>&-`): they want no output.
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def writes_every_letter() -> bool:
    """Whether standard output can hold any letter there is."""
    return (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"


def drop_output() -> None:
    """Send what is still to be written nowhere, so that the end of the program stays quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
