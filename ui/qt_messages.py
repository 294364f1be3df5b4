"""What Qt itself says on standard error, without the one line that says nothing to anybody.

That it complained gravely stands in the log too, without its words.
"""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

from foitrack import log

OF_NO_USE = "This plugin does not support propagateSizeHints()"
"""Said by the platform without a display whenever a window or dialog changes its size."""


def leave_out_the_useless() -> None:
    """Pass on every message of Qt but that one; whoever listened before hears no more."""
    qInstallMessageHandler(_pass_on)


def _pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if message == OF_NO_USE:
        return
    if kind is QtMsgType.QtFatalMsg:
        log.note(log.Said.QT_FATAL, logging.CRITICAL)
    elif kind is QtMsgType.QtCriticalMsg:
        log.note(log.Said.QT, logging.ERROR)
    print(qFormatLogMessage(kind, context, message), file=sys.stderr)
