"""Many documents, many threads: order, cancelling, what is known early, and the end of it all."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from foitrack.law.terms import Outcome, Regime
from foitrack.reading import isolation
from foitrack.reading.findings import Reading, UnreadableDocumentError
from foitrack.reading.isolation import Limits, Readers, ReadingCancelledError, readers
from foitrack.reading.reader import ReadingContext, read_document
from foitrack.reading.worker import lane, process
from foitrack.reading.worker.specimen import NAME, specimen
from foitrack.reading.worker.starting import WorkerStartError
from tests.reading.isolation.conftest import HOSTILE, Ask

linux = pytest.mark.skipif(not hasattr(select, "poll"), reason="asks the system about processes")


def test_answers_come_in_the_order_asked(
    pool: Readers, context: ReadingContext, tmp_path: Path
) -> None:
    signal = tmp_path / "now"
    taken: list[str] = []

    def documents() -> Iterator[tuple[bytes, str]]:
        yield str(signal).encode(), "waits_for"
        for word in ("first", "second", "third", "fourth"):
            taken.append(word)
            if word == "second":
                signal.touch()
            yield word.encode(), "echo"

    answers = pool.read_many(documents(), context)
    first = next(answers)
    assert isinstance(first, Reading)
    assert first.text == "it came"
    # Others were begun meanwhile, but not all of them: a folder need not fit in memory.
    assert taken == ["first", "second"]
    assert [getattr(own, "text", own) for own in answers] == ["first", "second", "third", "fourth"]


def test_a_batch_goes_on_after_a_bad_one(pool: Readers, context: ReadingContext) -> None:
    batch = [(b"one", "echo"), (b"", "segfaults"), (b"", "refuses"), (b"two", "echo")]
    one, crash, refusal, two = pool.read_many(batch, context)
    assert isinstance(one, Reading) and isinstance(two, Reading)
    assert (one.text, two.text) == ("one", "two")
    assert isinstance(crash, UnreadableDocumentError) and crash.kind == "crashed"
    assert isinstance(refusal, UnreadableDocumentError) and refusal.kind == "locked"


def test_a_batch_given_up_leaves_the_pool_free(pool: Readers, context: ReadingContext) -> None:
    batch = pool.read_many([(b"one", "echo"), *[(b"", "hangs")] * 20], context)
    next(batch)
    batch.close()  # type: ignore[attr-defined]
    assert pool.read(b"free", "echo", context).text == "free"


def test_two_documents_at_a_time(pool: Readers, context: ReadingContext, tmp_path: Path) -> None:
    signal = tmp_path / "now"
    waiting = pool.submit(str(signal).encode(), "waits_for", context)
    assert pool.submit(b"meanwhile", "echo", context).result().text == "meanwhile"
    assert not waiting.done()
    signal.touch()
    assert waiting.result().text == "it came"
    assert waiting.done()


def test_short_texts_need_one_worker_only(context: ReadingContext) -> None:
    with Readers(workers=2, tasks=HOSTILE) as pool:
        pids = {own.text for own in pool.read_many([(b"", "pid.txt")] * 8, context)}  # type: ignore[union-attr]
    assert len(pids) == 1


def test_a_worker_does_not_live_for_ever(
    context: ReadingContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lane, "_LIFETIME", 2)
    with Readers(workers=1, tasks=HOSTILE) as pool:
        first, second, third = (pool.read(b"", "pid", context).text for _ in range(3))
    assert first == second != third


@linux
def test_a_worker_without_work_is_ended(
    context: ReadingContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(isolation, "_IDLE_SECONDS", 0.01)
    with Readers(workers=1, tasks=HOSTILE) as pool:
        pending = pool.submit(b"", "pid", context, early=False)
        number = int(pending.result().text)
        try:
            ended = watch(number)
        except ProcessLookupError:
            return  # Sooner than we looked.
        assert ended.poll(10_000), "the worker lives on"
        assert pool.read(b"again", "echo", context).text == "again"


def test_a_worker_made_ready_has_read_a_letter_before_the_first_comes(
    context: ReadingContext,
) -> None:
    with Readers(workers=1, tasks=HOSTILE) as pool:
        pool.make_ready(context)
        pool.make_ready(context)  # As where files are held over the window again.
        assert pool.submit(b"", "practised", context).result().text == "1"
        pool.make_ready(context)
        assert pool.submit(b"", "practised", context).result().text == "1", "it has read enough"
    pool.make_ready(context)  # Closed: nobody is there, and nobody complains.


def test_a_worker_ended_for_want_of_work_is_made_ready_again(
    context: ReadingContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(isolation, "_IDLE_SECONDS", 0.05)
    with Readers(workers=1, tasks=HOSTILE) as pool:
        assert pool.read(b"", "practised", context).text == "0"
        while pool._ready:
            threading.Event().wait(0.01)
        monkeypatch.setattr(isolation, "_IDLE_SECONDS", 300.0)
        pool.make_ready(context)
        assert pool.submit(b"", "practised", context).result().text == "1"


def test_the_letter_that_workers_try_themselves_on(context: ReadingContext) -> None:
    """It has of everything something, so that everything is tried."""
    found = read_document(specimen(), NAME, context)
    assert (found.reference, found.authority) == ("FOI 1234/23", "Ashdale Police")
    assert found.outcome is Outcome.PART_DISCLOSED
    assert {"FOIA s31(1)(g)", "FOIA s40(2)"} <= set(found.exemptions)
    assert found.review.offered and found.attachments_named == ("figures.xlsx",)
    assert len(found.tables) == 1 and len(found.cases) >= 3
    assert found.response_date and found.request_date and found.received_date


def test_any_thread_may_ask(pool: Readers, context: ReadingContext) -> None:
    words = [f"word {number}" for number in range(60)]
    with ThreadPoolExecutor(8) as threads:
        found = threads.map(lambda word: pool.read(word.encode(), "echo", context).text, words)
        assert list(found) == words


def test_what_is_running_can_be_cancelled(pool: Readers, context: ReadingContext) -> None:
    pending = pool.submit(b"", "hangs", context, early=True)
    with pytest.raises(ReadingCancelledError, match="hangs"):
        pending.result(early=lambda _: pending.cancel())
    pending.cancel()  # Once more does no harm.
    assert pool.read(b"free", "echo", context).text == "free"


def test_what_waits_can_be_cancelled(context: ReadingContext) -> None:
    with Readers(workers=1, tasks=HOSTILE) as pool:
        before = pool.read(b"", "pid", context).text
        running = pool.submit(b"", "hangs", context, early=True)
        waiting = pool.submit(b"", "echo", context)
        waiting.cancel()
        with pytest.raises(ReadingCancelledError):
            waiting.result()
        with pytest.raises(ReadingCancelledError):
            running.result(early=lambda _: running.cancel())
        assert pool.read(b"", "pid", context).text != before


def test_a_reader_asks_whether_it_is_still_wanted(pool: Readers, context: ReadingContext) -> None:
    stop = threading.Event()
    with pytest.raises(ReadingCancelledError):
        pool.read(b"", "hangs", context, early=lambda _: stop.set(), cancelled=stop.is_set)


def test_what_is_known_early_is_told_first(ask: Ask) -> None:
    told: list[str] = []
    whole = ask("reads_twice", early=lambda first: told.append(first.text))
    assert told == ["the first page"]
    assert whole.text == "all pages"
    assert ask("reads_twice").text == "all pages"


def test_a_worker_learns_only_what_is_new(context: ReadingContext) -> None:
    def known(context: ReadingContext) -> dict[str, int]:
        found: dict[str, int] = json.loads(pool.read(b"", "knows", context).text)
        return found

    with Readers(workers=1, tasks=HOSTILE) as pool:
        first = known(context)
        assert known(context) == first
        other = known(replace(context, regime=Regime.EIR, schemas={}))
    assert other["catalogue"] == first["catalogue"]
    assert other["schemas"] != first["schemas"]


def test_closing_ends_what_runs_and_what_waits(context: ReadingContext) -> None:
    pool = Readers(workers=1, tasks=HOSTILE)
    running = pool.submit(b"", "hangs", context, early=True)
    waiting = pool.submit(b"", "hangs", context)
    with pytest.raises(ReadingCancelledError):
        running.result(early=lambda _: pool.close())
    with pytest.raises(ReadingCancelledError):
        waiting.result()
    pool.close()
    with pytest.raises(ReadingCancelledError):
        pool.read(b"", "echo", context)


def test_a_broken_installation_is_said_so(context: ReadingContext) -> None:
    with Readers(workers=1, tasks="tests.no_such_module") as pool:
        for _ in range(2):
            with pytest.raises(WorkerStartError, match="cannot be started"):
                pool.read(b"", "echo", context)


def test_a_program_updated_while_it_runs_is_said_so(
    context: ReadingContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "__version__", "0.0.1")
    with (
        Readers(workers=1, tasks=HOSTILE) as pool,
        pytest.raises(WorkerStartError, match="updated meanwhile"),
    ):
        pool.read(b"", "echo", context)


@linux
def test_a_folder_whose_name_is_no_text(
    context: ReadingContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/\xe9t\xe9")
    Path(odd).mkdir()
    monkeypatch.syspath_prepend(odd)
    process = "foitrack.reading.worker.process"
    monkeypatch.setattr(f"{process}.folder_of_this_run", lambda: Path(odd))
    with Readers(workers=1, tasks=HOSTILE) as pool:
        assert pool.read(b"", "paths", context).text.count("\\udce9") == 2


def test_a_name_that_is_no_text(context: ReadingContext) -> None:
    with Readers(workers=1) as pool:
        name = os.fsdecode(b"l\xe9tter.txt")
        found = pool.read(b"Our reference: 2021/24677", name, context)
        assert (found.file, found.reference) == (name, "2021/24677")
        with pytest.raises(UnreadableDocumentError, match="is empty"):
            pool.read(b" ", name, context)


def test_the_program_has_one_pool(context: ReadingContext) -> None:
    assert readers() is readers()
    assert readers().limits == Limits()


CHILD = """
import sys
sys.path[:] = {paths!r}
from foitrack.reading.context import ReadingContext
from foitrack.reading.isolation import Readers
pool = Readers(workers=1, tasks={tasks!r})
context = ReadingContext(None, None)
print(pool.read(b"", "pid", context).text, flush=True)
if {deed!r}:
    pool.submit(b"", {deed!r}, context, early=True).result(early=lambda _: print("on", flush=True))
sys.stdin.read()
"""


@linux
@pytest.mark.parametrize("deed", ["", "hangs", "hangs_below"])
def test_workers_end_with_a_program_that_is_killed(deed: str) -> None:
    code = CHILD.format(paths=sys.path, tasks=HOSTILE, deed=deed)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        worker = int(program.stdout.readline())
        if deed:
            assert program.stdout.readline() == b"on\n"
        ended = watch(worker)
        program.kill()
    assert ended.poll(10_000), "the worker lives on"


@linux
def test_a_converter_ends_with_its_worker(pool: Readers, context: ReadingContext) -> None:
    converter: list[select.poll] = []
    pending = pool.submit(b"", "converts_slowly", context, early=True)

    def stop(first: Reading) -> None:
        converter.append(watch(int(first.text)))
        pending.cancel()

    with pytest.raises(ReadingCancelledError):
        pending.result(early=stop)
    assert converter[0].poll(10_000), "the converter lives on"


@linux
def test_a_converter_ends_with_a_program_that_is_killed(tmp_path: Path) -> None:
    code = CHILD.format(paths=sys.path, tasks=HOSTILE, deed="converts_slowly")
    with subprocess.Popen(
        [sys.executable, "-c", code.replace('"on"', "_.text")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as program:
        assert program.stdout is not None
        worker = watch(int(program.stdout.readline()))
        converter = watch(int(program.stdout.readline()))
        program.kill()
    assert converter.poll(10_000), "the converter lives on"
    assert worker.poll(10_000), "the worker lives on"
    assert list(tmp_path.iterdir()) == []


@linux
def test_workers_end_with_a_program_that_ends() -> None:
    code = CHILD.format(paths=sys.path, tasks=HOSTILE, deed="")
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-X", "dev", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        ended = watch(int(program.stdout.readline()))
        _, said = program.communicate(b"", timeout=30)
    assert (program.returncode, said) == (0, b"")
    assert ended.poll(10_000), "the worker lives on"


def watch(process: int) -> select.poll:
    """Tells when a process, of whatever parent, has ended."""
    found = select.poll()
    found.register(os.pidfd_open(process), select.POLLIN)
    return found
