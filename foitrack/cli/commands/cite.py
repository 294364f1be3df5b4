"""`foitrack cite`: the provisions that a text relies on, and those it only mentions."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Mapping
from typing import Any

from foitrack.cli.console import UsageProblemError, print_json, print_json_line
from foitrack.cli.program import BAD_INPUT, DONE
from foitrack.errors import PlainError
from foitrack.law.citations import Citation, Citations, Mention, cite
from foitrack.law.provisions import Catalogue
from foitrack.law.terms import Regime

NAME = "cite"
HELP = "the exemptions and exceptions that a text cites"

UNDECIDED = (None, "mixed")
"""What a line may give as its law where the text falls under several, or nobody knows which."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("text", nargs="?", metavar="TEXT", help="default: standard input")
    parser.add_argument(
        "--law", metavar="LAW", help="what the request was made under: FOIA, EIR, FOISA or EISR"
    )
    parser.add_argument(
        "--json-lines",
        action="store_true",
        help='{"text", "law"} a line on standard input, one answer a line',
    )


def run(args: argparse.Namespace) -> int:
    """Find and print them."""
    from foitrack import assets

    regime = _regime(args.law)
    catalogue = assets.catalogue()
    if args.json_lines:
        if args.text is not None:
            raise UsageProblemError("With --json-lines the texts come on standard input.")
        return _answer_lines(regime, catalogue)
    found = cite(args.text if args.text is not None else _whole_input(), regime, catalogue)
    if args.json:
        print_json(as_json(found))
    else:
        _print_for_a_person(found)
    return DONE


def as_json(found: Citations) -> dict[str, Any]:
    """The public shape of an answer."""
    return {
        "cited": [_citation_as_json(citation) for citation in found.cited],
        "mentioned": [_mention_as_json(mention) for mention in found.mentioned],
    }


def _citation_as_json(citation: Citation) -> dict[str, Any]:
    return {
        "provision": citation.provision,
        "with": list(citation.with_provisions),
        "kind": citation.kind.value,
        "title": citation.title,
        "effect": citation.effect,
        "basis": citation.basis,
        "text": citation.text,
        "start": citation.start,
        "end": citation.end,
    }


def _mention_as_json(mention: Mention) -> dict[str, Any]:
    return {
        "provision": mention.provision,
        "kind": mention.kind,
        "title": mention.title,
        "why": mention.why,
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
    }


def _regime(law: Any) -> Regime | None:
    if law is None:
        return None
    try:
        return Regime(law)
    except ValueError:
        raise UsageProblemError(
            f"“{law}” is no law known here; it is one of {', '.join(Regime)}."
        ) from None


def _answer_lines(default: Regime | None, catalogue: Catalogue) -> int:
    """One answer for each line, as soon as it is read; a bad line does not stop the rest."""
    first_problem = ""
    for number, line in enumerate(_exact_input(), 1):
        if not line.strip():
            continue
        try:
            text, regime = _parse_line(line, default)
        except PlainError as problem:
            first_problem = first_problem or f"Line {number}: {problem}"
            print_json_line({"error": {"kind": "bad-input", "message": str(problem)}})
            continue
        print_json_line(as_json(cite(text, regime, catalogue)))
    if first_problem:
        print(f"foitrack: {first_problem}", file=sys.stderr)
        return BAD_INPUT
    return DONE


def _parse_line(line: str, default: Regime | None) -> tuple[str, Regime | None]:
    try:
        asked = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        asked = None
    if not isinstance(asked, Mapping) or not isinstance(asked.get("text"), str):
        raise UsageProblemError('A line is an object like {"text": "...", "law": "FOIA"}.')
    law = asked.get("law", default)
    return asked["text"], None if law in UNDECIDED else _regime(law)


def _exact_input() -> io.TextIOBase:
    """Standard input with its line ends untouched, so that places count as in the input.

    A mark at its beginning, as some programs write, is no part of the text.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace", newline="")
    stream: Any = sys.stdin
    return stream  # type: ignore[no-any-return]


def _whole_input() -> str:
    return str(_exact_input().read())


def _print_for_a_person(found: Citations) -> None:
    if not found.cited:
        print("Nothing is cited.")
    for citation in found.cited:
        belonging = (
            f", with {', '.join(citation.with_provisions)}" if citation.with_provisions else ""
        )
        print(f"{citation.provision}{belonging}: {citation.title}{_nature(citation)}")
        print(f"    “{' '.join(citation.text.split())}”, from character {citation.start}")
    if found.mentioned:
        print("Mentioned only:")
    for mention in found.mentioned:
        print(f"    {mention.provision}: {mention.why}")


def _nature(citation: Citation) -> str:
    words = [word for word in (citation.effect, citation.basis) if word != "n/a"]
    return f" ({', '.join(words)})" if words else ""
