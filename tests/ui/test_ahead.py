"""A page's first opening waits for no imports: they were made while nobody waited."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys, time
from datetime import date
from pathlib import Path
from foitrack import assets
from foitrack.desk.desk import create
from ui.app import make_application
from ui.main_window import MainWindow
from ui.shell.ahead import AHEAD, Ahead
from ui.workspace import Workspace
app = make_application()
place = Path(sys.argv[1])
workspace = Workspace(create(place, assets.reference()), date(2023, 3, 28))
window = MainWindow(workspace, str(place))
window.show()
ahead = Ahead(workspace, window)
ahead.begin(0)
end = time.monotonic() + 60
while not (ahead.over() and workspace.tasks.idle()) and time.monotonic() < end:
    app.processEvents()
before = set(sys.modules)
assert {name for name, _, _ in window.pages.opened()} == set(AHEAD)
window.go("recording")
app.processEvents()
new = (m for m in set(sys.modules) - before if m.startswith(("ui.", "foitrack.")))
# The reader that is started at the end has a thread of its own, which imports as it goes.
print(*sorted(m for m in new if not m.startswith("foitrack.reading.worker.")))
workspace.close()
"""


@pytest.mark.extended
def test_record_response_comes_up_without_imports(tmp_path: Path) -> None:
    """In a process of its own, as these tests have imported everything already."""
    setting = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "new.foitrack")],
        env=setting, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (ended.stdout.strip(), ended.returncode) == ("", 0), ended.stderr
