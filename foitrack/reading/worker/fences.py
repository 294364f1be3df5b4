"""What a worker process may not do, whatever a document makes a reader try.

Three rings. The audit hook refuses what Python code asks for: the network, other programs,
writing and removing files. The system refuses it to native code where it can: no network of its
own (Linux), no file of any size, no core file. The process ends with the one that started it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_PR_SET_PDEATHSIG = 1
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
AT_ONCE = getattr(signal, "SIGKILL", signal.SIGTERM)
CONVERTERS = frozenset({"soffice", "libreoffice", "tesseract"})

_NEVER = frozenset(
    {
        "socket.connect",
        "socket.bind",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "socket.getnameinfo",
        "socket.sendto",
        "socket.sendmsg",
        "os.system",
        "os.exec",
        "os.spawn",
        "os.forkpty",
        "os.startfile",
        "os.startfile/2",
        "os.chown",
        "os.setxattr",
        "os.symlink",
        "os.link",
        "os.truncate",
        "pty.spawn",
        "webbrowser.open",
        "winreg.SetValue",
        "winreg.CreateKey",
        "winreg.DeleteKey",
        "sqlite3.connect",
        "resource.prlimit",
    }
)
_ENDING = frozenset({"os.kill", "os.killpg"})
_BY_PATH = frozenset(
    {"os.chmod", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "shutil.rmtree"}
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC


class FencedError(PermissionError):
    """Refused to whatever runs in a worker."""


class Fence:
    """What is refused in this process; a folder of its own opens while it converts."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        """Where files may be written now."""
        self._trusts = False
        self._copies = False
        self._asks: dict[str, Callable[[tuple[Any, ...]], bool]] = {
            "open": self._opens_safely,
            "pickle.find_class": lambda _: self._trusts,
            "subprocess.Popen": self._starts_a_converter,
            "os.posix_spawn": self._starts_a_converter,
            "os.fork": lambda _: self._copies,
            **dict.fromkeys(_ENDING, lambda _: self._copies or self.folder is not None),
            **dict.fromkeys(_BY_PATH, self._stays_inside),
            **dict.fromkeys(_NEVER, lambda _: False),
        }

    def close(self) -> None:
        """Refuse from now on. There is no way back."""
        sys.addaudithook(self._heard)

    @contextmanager
    def trusting(self) -> Iterator[None]:
        """While what is unpickled comes from the program itself."""
        self._trusts = True
        try:
            yield
        finally:
            self._trusts = False

    @contextmanager
    def copying(self) -> Iterator[None]:
        """While the worker itself makes a copy of this process, or ends one."""
        self._copies = True
        try:
            yield
        finally:
            self._copies = False

    def _heard(self, event: str, args: tuple[Any, ...]) -> None:
        allowed = self._asks.get(event)
        if allowed is not None and not allowed(args):
            raise FencedError(f"A document's reader may not do this: {event}.")

    def _opens_safely(self, args: tuple[Any, ...]) -> bool:
        path, mode, flags = args
        writes = any(letter in "wax+" for letter in mode) if mode else bool(flags & _WRITING)
        return not writes or isinstance(path, int) or self._inside(path)

    def _starts_a_converter(self, args: tuple[Any, ...]) -> bool:
        program = Path(os.fsdecode(args[0] or _first_word(args[1])))
        known = program.name.lower().removesuffix(".exe").removesuffix(".bin") in CONVERTERS
        return self.folder is not None and known and program.is_absolute()

    def _stays_inside(self, args: tuple[Any, ...]) -> bool:
        if any(isinstance(folder, int) and folder >= 0 for folder in args[-1:]):
            # Relative to a folder that is open already, as when a tree is removed.
            return self.folder is not None
        paths = [path for path in args if isinstance(path, str | bytes | os.PathLike)]
        return all(self._inside(path) for path in paths)

    def _inside(self, path: Any) -> bool:
        if os.fspath(path) in (os.devnull, os.fsencode(os.devnull)):
            return True
        if self.folder is None:
            return False
        whole = os.path.realpath(os.fsdecode(path))
        return whole == str(self.folder) or whole.startswith(f"{self.folder}{os.sep}")


def _first_word(command: Any) -> Any:
    """The program of a command, which Windows has as one text."""
    if not isinstance(command, str):
        return command[0]
    return command[1:].split('"')[0] if command.startswith('"') else command.split()[0]


def cut_network() -> None:
    """Leave the system's network for an empty one, where the system lets a user do so (Linux)."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    user, group = os.getuid(), os.getgid()
    if libc.unshare(_CLONE_NEWNET) == 0:
        return
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0:
        # The same user in there as out here, for the converters' own files.
        _tell_system("/proc/self/setgroups", "deny")
        _tell_system("/proc/self/uid_map", f"{user} {user} 1")
        _tell_system("/proc/self/gid_map", f"{group} {group} 1")


def _tell_system(file: str, text: str) -> None:
    try:
        Path(file).write_text(text)
    except OSError:
        return  # Only the user's name is lost by it.


def end_with(parent: int) -> None:
    """End when the process that started this one ends, however that comes about."""
    _on_parents_death(AT_ONCE)
    if sys.platform != "win32" and os.getppid() != parent:
        os._exit(0)  # It ended before we asked.


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Within this, end by way of every `finally`, so that a converter ends too."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    _on_parents_death(signal.SIGTERM)
    try:
        yield
    finally:
        _on_parents_death(AT_ONCE)
        signal.signal(signal.SIGTERM, before)


def _on_parents_death(sent: int) -> None:
    """Have the system send a signal to this process when its parent ends (Linux)."""
    if sys.platform.startswith("linux"):
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(sent))
