"""The files inside a mail or an archive, read in turn; what hurts one of them costs only it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from foitrack.reading.budget import Budget
from foitrack.reading.context import ReadingContext
from foitrack.reading.documents.base import Member
from foitrack.reading.findings import Part, Reading, UnreadableDocumentError

_ABOUT = 50_000
_LETTERS = ("pdf", "docx", "doc", "odt", "rtf", "htm", "html", "txt", "md", "eml", "msg")
"""Endings of what is read first: a letter says what its spreadsheet is about."""


@dataclass(frozen=True, slots=True)
class Inside:
    """Where in other files a file lies, and what may still be read of them."""

    path: str = ""
    depth: int = 0
    budget: Budget = field(default_factory=Budget)

    def of(self, name: str) -> Inside:
        """One file further in."""
        return Inside(f"{self.path}/{name}" if self.path else name, self.depth + 1, self.budget)


Read = Callable[[bytes, str, ReadingContext, Inside], Reading]


def read_members(
    members: Sequence[Member], context: ReadingContext, inside: Inside, read: Read
) -> tuple[Part, ...]:
    """Each member as a part, in the order in which they came; letters are read before tables."""
    from foitrack.reading.documents.zip import apart_from

    taken: set[str] = set()
    named = [(apart_from(member.name, taken), member) for member in members]
    parts: dict[int, Part] = {}
    for index in sorted(range(len(named)), key=lambda i: (not _is_letter(named[i][0]), i)):
        name, member = named[index]
        part = _part(name, member, context, inside.of(name), read)
        if part.reading is not None:
            context = replace(
                context,
                about=f"{context.about}\n{part.reading.text[:_ABOUT]}",
                authority=_writer(context.authority, part.reading.authority),
            )
        parts[index] = part
    return tuple(parts[index] for index in range(len(named)))


def _writer(known: str | None, said: str | None) -> str | None:
    """Who writes, as far as the files agree; nobody where they do not."""
    return known if said is None or known == said else said if known is None else ""


def _is_letter(name: str) -> bool:
    return name.rsplit(".", 1)[-1].lower() in _LETTERS


def _part(name: str, member: Member, context: ReadingContext, inside: Inside, read: Read) -> Part:
    last = name.rsplit("/", 1)[-1]
    part = Part(last, inside.path, member.data, None, aside=member.aside)
    if member.aside or not context.members:
        return part
    refused = inside.budget.refuses(len(member.data), inside.depth)
    if refused is not None:
        return replace(part, error=refused)
    try:
        return replace(part, reading=read(member.data, last, context, inside))
    except UnreadableDocumentError as problem:
        return replace(part, error=problem.message)
    except Exception as problem:
        # Whatever goes wrong in one attachment, the letter beside it must still be read.
        why = "It could not be read: it is damaged, or made in a way that is not known here"
        return replace(part, error=f"{why} ({type(problem).__name__}).")
