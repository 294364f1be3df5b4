"""One line of Qt's is left out, and only that one."""

from __future__ import annotations

import subprocess
import sys


def test_only_the_useless_line_is_left_out() -> None:
    code = (
        "from PySide6.QtCore import qWarning, qCritical\n"
        "from ui.qt_messages import OF_NO_USE, leave_out_the_useless\n"
        "leave_out_the_useless()\n"
        "qWarning(OF_NO_USE)\n"
        "qWarning('This plugin does not support raise()')\n"
        "qCritical('Something else: ' + OF_NO_USE)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    first, second = run.stderr.splitlines()
    assert first.endswith("This plugin does not support raise()")
    assert "Something else" in second
