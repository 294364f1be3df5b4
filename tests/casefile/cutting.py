"""Stands between a program and a server, and cuts the line as a change is being kept."""

from __future__ import annotations

import contextlib
import socket
import threading
from enum import Enum


class Cut(Enum):
    """When the line is cut."""

    NEVER = "never"
    BEFORE = "the server does not hear that the change is to be kept"
    AFTER = "the server keeps it, and its answer is lost"


class Line:
    """Hands bytes on in both directions; what is cut is cut once, and later calls go through."""

    def __init__(self, port: int) -> None:
        self._server = port
        self.cut = Cut.NEVER
        self.dead = False
        """Whether nobody is let through any more once it was cut."""
        self.gone = False
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._open: list[socket.socket] = []
        threading.Thread(target=self._greet, daemon=True).start()

    def close(self) -> None:
        self._listening.close()
        for one in self._open:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _greet(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                if self.gone:
                    client.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self._server))
                self._open += [client, server]
                for there, here, asks in ((client, server, True), (server, client, False)):
                    pair = (there, here, asks)
                    threading.Thread(target=self._hand_on, args=pair, daemon=True).start()

    def _hand_on(self, there: socket.socket, here: socket.socket, asks: bool) -> None:
        with contextlib.suppress(OSError):
            while data := there.recv(65_536):
                if asks and b"COMMIT" in data and self.cut is not Cut.NEVER:
                    self._snap(there, here, data)
                    return
                here.sendall(data)
        for one in (there, here):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _snap(self, client: socket.socket, server: socket.socket, data: bytes) -> None:
        when, self.cut = self.cut, Cut.NEVER
        self.gone = self.dead
        # The program hears nothing of the answer from here on.
        client.shutdown(socket.SHUT_RDWR)
        if when is Cut.AFTER:
            server.sendall(data)
        server.shutdown(socket.SHUT_WR)
