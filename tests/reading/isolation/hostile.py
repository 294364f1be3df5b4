"""What a document might make its reader do. Run by workers of the tests only: the program's own
workers run `foitrack.reading.worker.tasks` and know nothing of this module."""

from __future__ import annotations

import ctypes
import json
import os
import pickle
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from foitrack.reading.findings import Part, Reading, ReviewOffer, UnreadableDocumentError
from foitrack.reading.worker import copies, talk
from foitrack.reading.worker.converting import converting
from foitrack.reading.worker.copies import Copied, Copying, give_copies
from foitrack.reading.worker.running import Work
from foitrack.reading.worker.wire import Message, send
from foitrack.reading.wrapping import Span


def says(text: str, parts: tuple[Part, ...] = ()) -> Reading:
    return Reading(
        file="another name", format="text", pages=None, text=text, letter=None, reference=None,
        authority=None, request_date=None, received_date=None, response_date=None, outcome=None,
        questions=(), request_text=None, exemptions=(), mentioned=(), review=ReviewOffer(None),
        tables=(), schema=None, cases=(), zeros=(), attachments_named=(), findings=(),
        warnings=(), parts=parts,
    )  # fmt: skip


def tried(*deeds: Callable[[], object]) -> Reading:
    """What came of each deed: the name of its error, or "done"."""
    outcomes = []
    for deed in deeds:
        try:
            deed()
        except Exception as problem:
            outcomes.append(type(problem).__name__)
        else:
            outcomes.append("done")
    return says(" ".join(outcomes))


def pipe(work: Work) -> object:
    """The worker's own pipe, as code that has taken it over would find it."""
    return work.early.__closure__[0].cell_contents._outward  # type: ignore[attr-defined]


def raw(work: Work, kind: bytes, body: bytes, files: tuple[bytes, ...] = ()) -> Reading:
    send(pipe(work), Message(kind, body, files))  # type: ignore[arg-type]
    return says("too late")


def echo(work: Work) -> Reading:
    return says(work.job.data.decode())


def parts(work: Work) -> Reading:
    inner = Part("inner.txt", "a/inner.txt", work.job.data, says("within"), None)
    return says("outer", (inner, inner))


def knows(work: Work) -> Reading:
    return says(json.dumps({name: id(value) for name, value in work.context.items()}))


def pid(work: Work) -> Reading:
    return says(str(os.getpid()))


def paths(work: Work) -> Reading:
    return says(ascii(sys.path))


def environment(work: Work) -> Reading:
    return says(" ".join(os.environ))


def prints(work: Work) -> Reading:
    print("noise on the way")
    os.write(1, b"more of it")
    return says("quiet")


def refuses(work: Work) -> Reading:
    raise UnreadableDocumentError("locked", "It is locked.")


def shouts(work: Work) -> Reading:
    raise UnreadableDocumentError("<b>" * 50, "\x1b[31m" + "loud\n" * 5_000)


def stumbles(work: Work) -> Reading:
    raise KeyError("a bug in a reader")


def segfaults(work: Work) -> Reading:
    ctypes.string_at(0)
    return says("alive")


def aborts(work: Work) -> Reading:
    os.abort()


def leaves(work: Work) -> Reading:
    os._exit(0)


def recurses(work: Work) -> Reading:
    """Deeper than the stack of native code reaches."""
    sys.setrecursionlimit(10**7)
    json.loads("[" * 3_000_000)
    return says("bottomless")


def hangs(work: Work) -> Reading:
    if work.job.early:
        work.early(says("the first page"))
    while True:
        pass


def hangs_below(work: Work) -> Reading:
    """In native code, with the interpreter's lock held."""
    if work.job.early:
        work.early(says("the first page"))
    ctypes.PyDLL(None).sleep(1_000)
    return says("awake")


def waits_for(work: Work) -> Reading:
    while not Path(work.job.data.decode()).exists():
        pass
    return says("it came")


def eats(work: Work) -> Reading:
    eaten = []
    while True:
        eaten.append(bytearray(10_000_000))


def eats_below(work: Work) -> Reading:
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    while True:
        libc.memset(ctypes.c_void_p(libc.malloc(ctypes.c_size_t(10_000_000))), 1, 10_000_000)


def floods(work: Work) -> Reading:
    while True:
        work.early(says("x" * 100_000))


def answers_much(work: Work) -> Reading:
    return says("x" * int(work.job.data))


def answers_many(_work: Work) -> Reading:
    return says("," * 13_000_000)


def sends_large_files(work: Work) -> Reading:
    return says("", (Part("a", "a", bytes(int(work.job.data)), None),))


def announces_much(work: Work) -> Reading:
    os.write(pipe(work).fileno(), b"a\xff\xff\xff\xff\0\0\0\0")  # type: ignore[attr-defined]
    return says("too late")


def breaks_off(work: Work) -> Reading:
    os.write(pipe(work).fileno(), b"a\x40\0\0\0\0\0\0\0[1,")  # type: ignore[attr-defined]
    os._exit(0)


class Trap:
    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("trapped",)


def unpickles(work: Work) -> Reading:
    return tried(lambda: pickle.loads(pickle.dumps(Trap())), lambda: pickle.loads(b"N."))


LIES: dict[str, tuple[bytes, bytes]] = {
    "pickle": (talk.ANSWER, pickle.dumps(Trap())),
    "no json": (talk.ANSWER, b"{[("),
    "no reading": (talk.ANSWER, b'"text"'),
    "short": (talk.ANSWER, b'["file"]'),
    "deep": (talk.ANSWER, b"[" * 100_000),
    "many": (talk.ANSWER, b"[" + b"[]," * 9_000_000 + b"[]]"),
    "large number": (talk.ANSWER, b"9" * 100_000),
    "early": (talk.EARLY, b"[]"),
    "refusal": (talk.UNREADABLE, b"[1, 2]"),
    "kind": (b"?", b""),
    "ready": (talk.READY, b""),
}


def lies(work: Work) -> Reading:
    return raw(work, *LIES[work.job.data.decode()])


def connects(work: Work) -> Reading:
    port = int(work.job.data)
    plain = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    packets = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    found = tried(
        lambda: plain.connect(("127.0.0.1", port)),
        lambda: socket.create_connection(("127.0.0.1", port)),
        lambda: packets.sendto(b"out", ("127.0.0.1", port)),
        lambda: plain.bind(("127.0.0.1", 0)),
        lambda: socket.getaddrinfo("example.org", 80),
        lambda: socket.gethostbyname("example.org"),
    )
    plain.close()
    packets.close()
    return found


def connects_below(work: Work) -> Reading:
    libc = ctypes.CDLL(None, use_errno=True)
    address = socket.AF_INET.to_bytes(2, sys.byteorder) + int(work.job.data).to_bytes(2, "big")
    address += bytes([127, 0, 0, 1]) + bytes(8)
    ours = libc.socket(socket.AF_INET, socket.SOCK_STREAM, 0)
    return says("out" if libc.connect(ours, address, len(address)) == 0 else "shut in")


def writes(work: Work) -> Reading:
    folder = Path(work.job.data.decode())
    return tried(
        lambda: (folder / "new").write_text("x"),
        lambda: (folder / "old").open("r+").close(),
        lambda: os.close(os.open(folder / "old", os.O_WRONLY)),
        lambda: (folder / "sub").mkdir(),
        lambda: (folder / "old").unlink(),
        lambda: (folder / "old").rename(folder / "new"),
        lambda: (folder / "new").symlink_to(folder / "old"),
        lambda: os.truncate(folder / "old", 0),
        lambda: (folder / "old").read_text(),
    )


def writes_below(work: Work) -> Reading:
    libc = ctypes.CDLL(None, use_errno=True)
    file = libc.open(work.job.data, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    return says(str(libc.write(file, b"text", 4)))


def starts(work: Work) -> Reading:
    return tried(
        lambda: subprocess.run([sys.executable, "-c", ""]),
        lambda: os.system("true"),
        lambda: os.posix_spawn(sys.executable, [sys.executable, "-c", ""], {}),
        lambda: os.execv(sys.executable, [sys.executable, "-c", ""]),
        os.fork,
        lambda: os.kill(os.getppid(), 0),
        lambda: subprocess.run([work.job.data.decode()]),
    )


def converts(work: Work) -> Reading:
    """As a reader does that needs LibreOffice: the program's path is the document's data."""
    with converting() as folder:
        (folder / "in.txt").write_bytes(bytes(1_000_000))
        subprocess.run([work.job.data.decode(), "in.txt", "out.txt"], cwd=folder, check=True)
        size = len((folder / "out.txt").read_bytes())
        other = tried(
            lambda: subprocess.run([sys.executable, "-c", ""]),
            lambda: subprocess.run(["soffice"]),
            lambda: (folder.parent / "elsewhere").write_text("x"),
        )
    after = tried(lambda: (folder / "in.txt").write_text("x"))
    return says(f"{size} {other.text} {after.text} {folder.exists()}")


def office(work: Work) -> Reading:
    """LibreOffice itself; its path and the document are the data."""
    program, document = work.job.data.split(b"\n", 1)
    with converting() as folder:
        (folder / "in.rtf").write_bytes(document)
        command = [program.decode(), "--headless", f"-env:UserInstallation={folder.as_uri()}/user"]
        command += ["--convert-to", "txt:Text", "--outdir", str(folder), "in.rtf"]
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True, timeout=100)
        out = folder / "in.txt"
        return says(out.read_text("utf-8") if out.exists() else done.stderr.decode())


def converts_for_ever(work: Work) -> Reading:
    with converting() as folder:
        (folder / "in.txt").write_text(work.job.data.decode())
        while True:
            pass


def converts_slowly(work: Work) -> Reading:
    """A converter that never ends, in a session of its own; it says its number."""
    with converting() as folder:
        slow = folder / "soffice"
        slow.write_text("#!/bin/sh\necho $$\nexec sleep 1000\n")
        slow.chmod(0o700)
        with subprocess.Popen(
            [slow], stdout=subprocess.PIPE, start_new_session=True, cwd=folder
        ) as program:
            assert program.stdout is not None
            try:
                work.early(says(program.stdout.readline().decode()))
                program.wait()
            finally:
                program.kill()
    return says("done")


def copied(work: Callable[[], object], most: int = 1_000_000) -> Reading:
    """What a copy of the worker came to; one copy may be made, however few cores there are."""
    give_copies(replace(copying(), most=1))
    copy = Copied(work, most)
    try:
        return says(str(copy.result()))
    finally:
        copy.close()


def copying() -> Copying:
    assert copies._copying is not None
    return copies._copying


def copy_answers(work: Work) -> Reading:
    return copied(lambda: [Span(1, 2), Span(3, 4)])


def copy_is_fenced(work: Work) -> Reading:
    return copied(lambda: starts(work).text.split())


def copy_falls(work: Work) -> Reading:
    deed = globals()[work.job.data.decode()]
    return copied(lambda: deed(work))


def copy_answers_much(work: Work) -> Reading:
    return copied(lambda: "x" * 100, most=50)


def copy_lies(work: Work) -> Reading:
    return copied(lambda: {"a trap": Trap(), "a function": os.mkdir}[work.job.data.decode()])


def copy_hangs(work: Work) -> Reading:
    """The worker waits for a copy that never ends; it says the copy's number."""
    copy = Copied(lambda: hangs(replace(work, job=replace(work.job, early=False))), 1)
    if work.job.early:
        work.early(says(str(copy._copy)))
    return says(str(copy.result()))


def copy_is_left(work: Work) -> Reading:
    """The worker gives up while its copy still works."""
    copy = Copied(lambda: hangs(replace(work, job=replace(work.job, early=False))), 1)
    copy.close()
    return tried(lambda: os.waitpid(copy._copy, 0))


def reads_twice(work: Work) -> Reading:
    if work.job.early:
        work.early(says("the first page"))
    return says("all pages")


_practised: list[int] = []


def practised(work: Work) -> Reading:
    """How often this worker was given the specimen."""
    return says(str(len(_practised)))


def specimen(work: Work) -> Reading:
    """The letter that workers try themselves on, which is a PDF."""
    _practised.append(len(work.job.data))
    assert work.job.data.startswith(b"%PDF")
    return says("")


TASKS: dict[str, Callable[[Work], object]] = {
    "read": lambda work: globals()[Path(work.job.name).stem](work)
}
