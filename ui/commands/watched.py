"""The window's run under watch: a log, a report of bugs, and what a crash before left behind."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from foitrack import log, private_files
from foitrack.crash_files import CrashFile, crash_of_before
from ui.crash_report import BugWatch


class Watch:
    """What stands by while the window is open."""

    def __init__(self, app: QApplication) -> None:
        self.bugs = BugWatch(app)
        self._before = crash_of_before()
        self._own = CrashFile()

    def begin(self) -> None:
        """Log, write down crashes, and hear of bugs."""
        log.start()
        log.note(log.Said.STARTED)
        private_files.remove_left_overs()
        self._own.begin()
        self.bugs.begin()

    def tell_of_before(self) -> None:
        """Where the last run crashed, offer its report."""
        if self._before:
            log.note(log.Said.CRASHED, logging.ERROR)
            self.bugs.show_crash_of_before(self._before)

    def end(self) -> None:
        """The window was closed in order."""
        self.bugs.end()
        self._own.end()
        private_files.remove_own()
        log.note(log.Said.ENDED)
        log.stop()


@contextmanager
def watched(app: QApplication) -> Iterator[Watch]:
    """Everything within is watched; a bug that gets out leaves the log in order."""
    watch = Watch(app)
    watch.begin()
    try:
        yield watch
    finally:
        watch.end()
