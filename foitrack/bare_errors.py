"""What of an error may be told: kinds, modules and lines. No message, no value, no path.

A message may hold a title, a name or a piece of a document, quoted or not; so none is kept,
rather than some taken out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from types import TracebackType

OURS = ("foitrack", "ui")
KNOWN = {*OURS, *sys.stdlib_module_names, "sqlalchemy", "alembic", "PySide6", "shiboken6"} | {
    "sqlcipher3",
    "psycopg",
    "pypdfium2",
    "PIL",
    "reportlab",
    "selectolax",
    "nh3",
    "olefile",
    "dateutil",
    "holidays",
    "platformdirs",
}
_NAME = re.compile(r"[A-Za-z_][\w.]{0,119}", re.ASCII)
_MOST_FRAMES, _MOST_CAUSES = 40, 5
_FAULT = re.compile(
    r"(?:Fatal Python error|Windows fatal exception): "
    r"(Segmentation fault|Aborted|Bus error|Illegal instruction|Floating[- ]point exception"
    r"|access violation|stack overflow)"
)
_FAULT_FRAME = re.compile(r'  File "(?P<path>[^"]*)", line (?P<line>\d{1,7}) in ')
_THREAD = re.compile(r"(Current thread|Thread) 0x[0-9a-f]+")


def kind_of(error: type[BaseException]) -> str:
    """The name of an error's class, where it is the program's, Python's or a known library's."""
    module = getattr(error, "__module__", "")
    name = getattr(error, "__qualname__", "")
    if not _known(module) or not _NAME.fullmatch(name):
        return "an error of another library"
    return name if module == "builtins" else f"{module}.{name}"


def frames_of(trace: TracebackType | None, *, only_ours: bool) -> tuple[str, ...]:
    """`module:line` of where an error came by, outermost first; other people's modules too
    where asked for and known.
    """
    found: list[str] = []
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        wanted = _ours(module) if only_ours else _known(module)
        if wanted and _NAME.fullmatch(module):
            found.append(f"{module}:{trace.tb_lineno}")
        trace = trace.tb_next
    return tuple(found[-_MOST_FRAMES:])


def chain_of(problem: BaseException) -> Iterator[BaseException]:
    """An error and what it came from, newest first."""
    seen: set[int] = set()
    now: BaseException | None = problem
    while now is not None and id(now) not in seen and len(seen) < _MOST_CAUSES:
        seen.add(id(now))
        yield now
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)


def told(problem: BaseException, *, only_ours: bool = False) -> tuple[str, ...]:
    """An error in lines: its kind and where, then those of what it came from."""
    lines: list[str] = []
    for number, one in enumerate(chain_of(problem)):
        lines.append(("caused by " if number else "") + kind_of(type(one)))
        lines += [f"  {frame}" for frame in frames_of(one.__traceback__, only_ours=only_ours)]
    return tuple(lines)


def told_of_fault(text: str) -> tuple[str, ...]:
    """What `faulthandler` left of a crash outside Python, in the same few words."""
    lines: list[str] = []
    for line in text.splitlines():
        if fault := _FAULT.match(line):
            lines.append(fault[1])
        elif _THREAD.match(line):
            lines.append("current thread" if line.startswith("Current") else "thread")
        elif (frame := _FAULT_FRAME.match(line)) and (module := _module_of_path(frame["path"])):
            lines.append(f"  {module}:{frame['line']}")
    return tuple(lines[: 2 * _MOST_FRAMES])


def _module_of_path(path: str) -> str | None:
    parts = re.split(r"[\\/]", path.removesuffix(".py"))
    for at in range(len(parts) - 1, -1, -1):
        if parts[at] in KNOWN and at > 0:
            module = ".".join(parts[at:])
            if at + 1 < len(parts) and _NAME.fullmatch(module) and _is_module(module):
                return module
    return parts[-1] if parts[-1] in sys.stdlib_module_names else None


def _is_module(name: str) -> bool:
    """Whether the running program knows a module of that name: a folder may be called so too."""
    return name in sys.modules or name.removesuffix(".__init__") in sys.modules


def _ours(module: str) -> bool:
    return module.split(".")[0] in OURS


def _known(module: str) -> bool:
    return module.split(".")[0] in KNOWN
