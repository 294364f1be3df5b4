"""`foitrack read`: what documents propose, in the order in which they are named."""

from __future__ import annotations

import argparse
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from foitrack.cli.console import UsageProblemError, print_json, print_json_line

if TYPE_CHECKING:
    from foitrack.reading.context import ReadingContext
    from foitrack.reading.findings import Reading, UnreadableDocumentError
    from foitrack.reading.isolation import Pending

    Result = Reading | UnreadableDocumentError

NAME = "read"
HELP = "Read response documents and print what they say, each value with its place."
DONE, BAD_INPUT = 0, 2
_AHEAD = 4
"""Files that are read while the answer to an earlier one is awaited."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Files, the case schema, the law, and one JSON object a line."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="documents to read")
    parser.add_argument("--schema", metavar="NAME", help="case schema (default: the one that fits)")
    parser.add_argument(
        "--law", choices=["FOIA", "EIR", "FOISA", "EISR"], help="the law asked under, where known"
    )
    parser.add_argument("--json-lines", action="store_true", help="print one JSON object a line")


def run(args: argparse.Namespace) -> int:
    """Read every file; 2 where one of them could not be read."""
    from foitrack.reading.isolation import readers

    # While a worker starts, what it must know is gathered here.
    readers().start()
    context = _context(args)
    failed = False
    kept: list[dict[str, object]] = []
    for file, result in _results(args.files, context):
        failed |= _is_error(result)
        if args.json and not args.json_lines:
            kept.append(_as_json(file, result))
        else:
            _print(file, result, as_line=args.json_lines)
    if kept:
        # One file gives its object alone; several give a list of them.
        print_json(kept[0] if len(kept) == 1 else kept)
    return BAD_INPUT if failed else DONE


def _context(args: argparse.Namespace) -> ReadingContext:
    from foitrack import assets
    from foitrack.law.terms import Regime

    schemas = assets.schemas()
    if args.schema is not None and args.schema not in schemas:
        known = ", ".join(sorted(schemas))
        raise UsageProblemError(f"There is no case schema “{args.schema}”; there are {known}.")
    regime = Regime(args.law) if args.law else None
    return assets.reading_context(regime, args.schema)


def _results(files: Sequence[str], context: ReadingContext) -> Iterator[tuple[str, Result]]:
    """Each file with what was read from it, in their order; a few are read ahead."""
    ahead: deque[tuple[str, Pending[Reading] | UnreadableDocumentError]] = deque()
    for file in files:
        ahead.append((file, _begun(file, context)))
        if len(ahead) > _AHEAD:
            yield _ended(*ahead.popleft(), context)
    while ahead:
        yield _ended(*ahead.popleft(), context)


def _begun(file: str, context: ReadingContext) -> Pending[Reading] | UnreadableDocumentError:
    from foitrack.reading.findings import UnreadableDocumentError
    from foitrack.reading.isolation import readers

    try:
        return readers().submit(_bytes(file), file, context)
    except FileNotFoundError:
        return UnreadableDocumentError("missing", f"There is no file “{file}”.")
    except OSError as problem:
        return UnreadableDocumentError(
            "unreadable", f"“{file}” cannot be opened: {problem.strerror or problem}."
        )


def _bytes(file: str) -> bytes:
    """What the file holds, up to a byte more than is read of any: a device may have no end."""
    from foitrack.reading.worker.limits import Limits

    with Path(file).open("rb") as opened:
        return opened.read(Limits().document + 1)


def _ended(
    file: str, begun: Pending[Reading] | UnreadableDocumentError, context: ReadingContext
) -> tuple[str, Result]:
    from foitrack.reading.findings import UnreadableDocumentError
    from foitrack.reading.worker.process import Failure

    if isinstance(begun, UnreadableDocumentError):
        return file, begun
    try:
        return file, begun.result()
    except UnreadableDocumentError as problem:
        if problem.kind not in set(Failure):
            return file, problem
        from foitrack.reading.part_by_part import apart

        # One file inside it brought its reader down, perhaps; the others are read without it.
        return file, apart(_bytes(file), file, context) or problem


def _is_error(result: Result) -> bool:
    from foitrack.reading.findings import UnreadableDocumentError

    return isinstance(result, UnreadableDocumentError)


def _as_json(file: str, result: Reading | UnreadableDocumentError) -> dict[str, object]:
    from foitrack.reading.as_json import reading_as_json, unread_as_json
    from foitrack.reading.findings import UnreadableDocumentError

    if isinstance(result, UnreadableDocumentError):
        return unread_as_json(file, result.kind, result.message)
    return reading_as_json(result)


def _print(file: str, result: Reading | UnreadableDocumentError, *, as_line: bool) -> None:
    if as_line:
        print_json_line(_as_json(file, result))
        return
    from foitrack.cli.reading_words import in_words
    from foitrack.reading.findings import UnreadableDocumentError

    if isinstance(result, UnreadableDocumentError):
        print(f"foitrack: {result.message}", file=sys.stderr)
    else:
        print(in_words(result))
