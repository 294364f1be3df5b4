"""What a person does from day to day, in a process that may reach no network; told in JSON.

Two watchers: an audit hook hears what Python code asks for, and where Linux gives the process a
network of its own, in which nothing can be reached, the system counts what native code tried.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ASKS = ("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.bind", "socket.sendto")
tried: list[str] = []


def watch(event: str, args: tuple[Any, ...]) -> None:
    if not event.startswith(ASKS):
        return
    address = args[1] if len(args) > 1 else args[0]
    if isinstance(address, (str, bytes)) and event in ("socket.connect", "socket.bind"):
        return  # A name in this computer's own file system: no network.
    tried.append(event)
    raise PermissionError(event)


def own_network() -> bool:
    """Whether the system gave this process a network in which nothing can be reached."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return any(libc.unshare(flags) == 0 for flags in (0x40000000, 0x50000000))


def native_tries() -> int:
    """What the system counted: packets out, connections begun, and what found no way."""
    lines = [line.split() for line in Path("/proc/self/net/snmp").read_text().splitlines()]
    heads, values = lines[::2], lines[1::2]
    counted = {
        f"{head[0]}{name}": int(value)
        for head, row in zip(heads, values, strict=True)
        for name, value in zip(head[1:], row[1:], strict=True)
    }
    names = ("Ip:OutRequests", "Ip:OutNoRoutes", "Tcp:ActiveOpens", "Udp:OutDatagrams")
    return sum(counted[name] for name in names)


def command_line(folder: Path, letter: Path) -> None:
    from foitrack.cli import program

    case = ["--case-file", str(folder / "examples.foitrack"), "--as-at", "2023-03-28"]
    new = ["--title", "Complaints", "--authority", "Kent Police", "--sent", "2023-03-01"]
    for words in (
        ["demo", str(folder / "examples.foitrack")],
        ["read", str(letter)],
        [*case, "add", *new],
        [*case, "record", "Kent Police", str(letter), "--accept", "all"],
        [*case, "agenda"],
        [*case, "summary", "-o", str(folder / "summary.pdf")],
        ["holidays"],
    ):
        status = program.main(words)
        assert status == 0, words


def window(folder: Path, letter: Path) -> None:
    from datetime import date

    from PySide6.QtCore import QSettings, Qt
    from PySide6.QtTest import QTest

    from foitrack import assets
    from foitrack.desk.desk import open_desk
    from ui.app import make_application
    from ui.commands.readiness import settle
    from ui.recording.page import RecordPage
    from ui.session import Session

    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    app = make_application()
    path = folder / "examples.foitrack"
    session = Session(app, lambda: date(2023, 3, 28))
    shown = session.show(open_desk(path, assets.reference()), str(path))
    settle(app, shown.workspace.tasks)
    shown.record_files([letter])
    settle(app, shown.workspace.tasks)
    page = shown.pages.currentWidget()
    assert isinstance(page, RecordPage)
    next(iter(page.fields.cards.values())).setFocus()
    for _ in page.fields.cards:
        QTest.keyClick(page.fields.focusWidget(), Qt.Key.Key_Return)
    page.save()
    settle(app, shown.workspace.tasks)
    for name in ("requests", "deadlines", "casedata", "reports", "today"):
        shown.go(name)
        settle(app, shown.workspace.tasks)
    session.close()


def main(folder: Path, letters: Sequence[Path]) -> None:
    sys.addaudithook(watch)
    apart = own_network()
    if os.environ.get("TRY_THE_NETWORK"):
        # What the watchers are worth: one try past each of them.
        _try_both_ways(apart)
    else:
        command_line(folder, letters[0])
        window(folder, letters[1])
    told = {"tried": tried, "apart": apart, "native": native_tries() if apart else 0}
    print("told", json.dumps(told))


def _try_both_ways(apart: bool) -> None:
    import socket

    with contextlib.suppress(OSError):
        socket.create_connection(("192.0.2.1", 443), timeout=1)
    if apart:
        libc = ctypes.CDLL(None)
        handle = libc.socket(socket.AF_INET, socket.SOCK_STREAM, 0)
        address = socket.AF_INET.to_bytes(2, "little") + (443).to_bytes(2, "big")
        libc.connect(handle, address + bytes([192, 0, 2, 1]) + bytes(8), 16)
        os.close(handle)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(word) for word in sys.argv[2:]])
