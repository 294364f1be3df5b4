"""One window for each case file: a second start brings the first forward and hands files over."""

from __future__ import annotations

import getpass
import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 1000
LONGEST = 1_000_000
"""Bytes taken from one who asks; more is no list of files."""


def name_for(path: Path) -> str:
    """The name under which the window of a case file can be reached, by its own user."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    whole = f"{user}\0{path.resolve()}"
    return "foitrack-" + hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def hand_over(path: Path, files: list[str]) -> bool:
    """Ask the window of a case file to come forward and take files; whether there was one."""
    socket = QLocalSocket()
    socket.connectToServer(name_for(path))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(json.dumps(files).encode() + b"\n")
    socket.waitForBytesWritten(WAIT_MS)
    # An answer tells that the other end is alive, not only its name left behind.
    return bool(socket.waitForReadyRead(WAIT_MS))


class FirstInstance(QObject):
    """Can be asked by a second start, for the case file it stands for."""

    asked = Signal(list)
    """Come forward, and record these files (paths; may be none)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def stand_for(self, path: Path) -> bool:
        """Stand for a case file from now on, and for no other; whether that could be."""
        self._server.close()
        name = name_for(path)
        if self._server.listen(name):
            return True
        # Left behind by a program that was killed: whoever lives would have answered.
        QLocalServer.removeServer(name)
        return self._server.listen(name)

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda its=socket: self._hear(its))
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST:
                socket.abort()
            return
        try:
            files = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            socket.abort()
            return
        if isinstance(files, list) and all(isinstance(name, str) for name in files):
            socket.write(b"here\n")
            socket.flush()
            self.asked.emit(files)
