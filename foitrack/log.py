"""A small log for whoever looks into a fault: when, how grave, which module, what kind of error.

Never a title, a name, a path or a piece of a document: only what stands in `Said` gets past the
filter, and an error is reduced by `bare_errors`. What other libraries log does not come here.
"""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import os
import sys
import time
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path

from foitrack.bare_errors import OURS, told

FILE = "foitrack.log"
_BYTES, _KEPT = 200_000, 2
_LOGGER = "foitrack.log"


class Said(StrEnum):
    """All that the log ever says."""

    STARTED = "the window was opened"
    ENDED = "the window was closed"
    CRASHED = "the program had ended by a crash"
    BUG = "an error that nobody expected"
    BUG_IN_THREAD = "an error that nobody expected, beside the window"
    QT = "Qt complained"
    QT_FATAL = "Qt gave up"


def folder() -> Path:
    """Where the system keeps logs of this user's programs."""
    from platformdirs import user_log_path

    return user_log_path("foitrack")


def start(place: Path | None = None) -> bool:
    """Begin to write the log, in the usual folder or another; False where that cannot be.

    A program that cannot write its log does its work all the same.
    """
    stop()
    place = place or folder()
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _PrivateFile(place / FILE, maxBytes=_BYTES, backupCount=_KEPT, encoding="ascii")
    except OSError:
        return False
    handler.addFilter(only_what_may_be_said)
    handler.setFormatter(_Plain())
    _logger().addHandler(handler)
    return True


def stop() -> None:
    """Close the log."""
    for handler in list(_logger().handlers):
        _logger().removeHandler(handler)
        handler.close()


def note(said: Said, level: int = logging.INFO) -> None:
    """Write one of the known sentences."""
    _logger().log(level, said, stacklevel=2)


def failed(problem: BaseException, said: Said = Said.BUG) -> None:
    """Write what kind of error it was and where it came by, of the program's own modules."""
    trace = (type(problem), problem, problem.__traceback__)
    _logger().error(said, exc_info=trace, stacklevel=2)


def only_what_may_be_said(record: logging.LogRecord) -> bool:
    """The filter before the file."""
    return isinstance(record.msg, Said) and not record.args and record.stack_info is None


def _logger() -> logging.Logger:
    logger = logging.getLogger(_LOGGER)
    logger.setLevel(logging.INFO)
    # Not up to the root: who listens there would be given errors whole.
    logger.propagate = False
    if not logger.handlers:
        # Without any the library would print to standard error.
        logger.addHandler(logging.NullHandler())
    return logger


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """A file that its owner alone may read, also after it was begun anew."""

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        with contextlib.suppress(OSError):
            os.chmod(self.baseFilename, 0o600)  # noqa: PTH101 - it may be older than this rule
        return open(handle, "a", encoding=self.encoding)  # noqa: PTH123 - a handle

    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk is no reason to disturb anybody; the library would print the record."""


class _Plain(logging.Formatter):
    """Time, level, module and line, the sentence, and the bare error."""

    def format(self, record: logging.LogRecord) -> str:
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        line = f"{at} {record.levelname} {_module_of(record)} {Said(record.msg).value}"
        problem = record.exc_info[1] if record.exc_info else None
        if problem is not None:
            line += "".join(f"\n    {bare}" for bare in told(problem, only_ours=True))
        return line.encode("ascii", "replace").decode("ascii")


def _module_of(record: logging.LogRecord) -> str:
    """The module that spoke, by its file's name alone and where it is one of ours."""
    known = {
        getattr(module, "__file__", None): name
        for name, module in list(sys.modules.items())
        if name.split(".")[0] in OURS
    }
    return f"{known[record.pathname]}:{record.lineno}" if record.pathname in known else "-"
