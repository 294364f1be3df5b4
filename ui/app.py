"""The Qt application: its names, its bundled type, its theme and its language."""

from __future__ import annotations

import locale
import signal
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from foitrack import assets
from ui import language, theme
from ui.collecting import collect_on_this_thread
from ui.motion import apply_motion
from ui.qt_messages import leave_out_the_useless
from ui.shell.menus import remembered_text_scale, remembered_theme


def make_application() -> QApplication:
    """The Qt application, with the bundled type and the theme that the person chose."""
    leave_out_the_useless()
    app = bare_application()
    scale = remembered_text_scale() or theme.system_text_scale(app)
    theme.apply(app, remembered_theme(), scale)
    theme.follow_system(app)
    apply_motion()
    language.speak(language.spoken())
    return app


def bare_application() -> QApplication:
    """The Qt application by its names; no theme yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    # Qt takes the system's locale for the whole process; our dates are in English always.
    locale.setlocale(locale.LC_TIME, "C")
    app.setApplicationName("foitrack")
    app.setApplicationDisplayName("FOI Track")
    app.setDesktopFileName("foitrack")
    app.setWindowIcon(QIcon(str(assets.resource("foitrack.svg"))))
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, True)
    collect_on_this_thread(app)
    return app


def end_on_interrupt() -> None:
    """Let Ctrl+C in the terminal end the program; Qt's loop would not notice it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
