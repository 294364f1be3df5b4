"""Names that stand by themselves: in the letterhead, in a column of it, at the close.

A letterhead is read by its cells, not as running text: a name may be broken over two lines, and
an address or a motto may stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from foitrack.later import later
from foitrack.law.authorities import Directory
from foitrack.reading.prose import Span, lines
from foitrack.reading.response.organisations import as_title, names_a_body, whole_name

_APART = re.compile(r"\t+| {3,}|[ ]?\|[ ]?|[ ][/–•·][ ]")
_MAIL_HEADING = re.compile(r"\W{0,4}(?:from|sent|to|cc|subject|date|re)\s?:", re.IGNORECASE)
_SALUTATION = re.compile(r"[\s*>]{0,8}(?:dear|hi|hello|annwyl|good (?:morning|afternoon))\b", re.I)
_SIGN_OFF = later(
    r"[\s*>]{0,8}(?:yours (?:sincerely|faithfully|truly|.{0,12}$)|(?:kind|best|with|many|warm) "
    r"(?:regards|wishes|thanks)|regards\b|thanks\b|thank you\W*$|yn gywir)",
    re.IGNORECASE,
)
_BEFORE = later(
    r"(?:(?:for and )?on behalf of |from |cc |ICO\.? )?(?:the )?|"
    r"(?:[A-Z][\w&'-]* |and |of |for ){1,6}(?:Team|Unit|Office|Officer|Department|Manager)"
    r"(?:,| at| -|:) (?:the )?",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b")
_ADDRESS = later(
    r"(?:, | - | \()?(?:[\w'.&()/-]+,? ?){0,14}?(?:, ?(?:[A-Z\d][\w'.&/-]*,? ?){1,10})?\W*$"
)
_LOWER = re.compile(r"(?<![\w@./-])(?!(?:of|and|for|the|on|upon|in|by|at|to|le|y|yr)\b)[a-z]{2,}")
_OFFICE = later(
    r"\W*(?:[\w&'-]+ ){0,5}(?:team|office|officer|unit|department|section|branch|directorate|"
    r"response|reply|headquarters|hq|reference|ref)\W*",
    re.IGNORECASE,
)
_SITE = later(r"\b(?:Hospitals?|Infirmary|Medical Centre|(?:Old|New|Main) \w+)$", re.IGNORECASE)
_KIND_ALONE = later(
    r"(?:University )?NHS (?:Foundation )?Trust|(?:\w+ )?(?:Council|Constabulary|Health Board)"
)
_MOTTO = re.compile(
    r"[ \t]+(?!.*\b(?:is|are|was|were|has|have|had|holds?|held|does|do|did|can|will|would|not|"
    r"confirms?|received|your|you|we|our|us|response|website)\b)[a-z][a-z ,'&-]{8,70}\.?"
)
"""Words in small letters beside a name: “creating a better place for people and wildlife”."""
_CAPITALS = re.compile(r"[A-Z][\w&'-]+(?: (?:of |and |for |the )?[A-Z][\w&'-]+){1,5}")
_NO_NAME = later(
    r"(?:the )?(?:(?:university|city|county|borough|district|parish|town|local|public|NHS|"
    r"foundation|teaching|hospitals?) ){0,3}(?:health board|council|trust|constabulary|authority|"
    r"police|university|college)",
    re.IGNORECASE,
)
"""A kind of body alone: its name stands elsewhere, or broke off."""
_SIGNS = later(
    r"\w \w.* (?:Group|Trust|School|College|Academy|Museums?|Galler(?:y|ies)|University|Agency|"
    r"Commission|Institute|Corporation|Federation|Executive|Authority)$"
)
"""The name of a body, and hardly of an office, even below a farewell."""
_HEAD_ROWS, _TOP_ROWS, _CLOSE_ROWS = 16, 3, 14
_LAST_ROWS = 6
_LONGEST_ROW = 200
_FAR_RIGHT = 30
_PROSE_ROW = 60


@dataclass(frozen=True, slots=True)
class Standing:
    """A name that stands alone; `top`: among the very first lines of the letter."""

    name: str
    known: bool
    span: Span
    top: bool
    close: bool = False


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    start: int
    row: int


def find_standing(said: str, directory: Directory) -> tuple[Standing, ...]:
    """The names standing in a letter's head and at its close, in the order of the text."""
    rows = [(row.start, row.of(said)) for row in lines(said) if row.of(said).strip()]
    head = _head(rows)
    found = _without_sites([*_in_columns(head, directory, close=False)], rows)
    if close := _close(rows):
        signed = _in_columns(close, directory, close=True)
        found += [one for one in signed if one.known or _has_its_line(said, one.span)]
    return tuple(sorted(found, key=lambda one: one.span.start))


def _has_its_line(said: str, span: Span) -> bool:
    start, end = said.rfind("\n", 0, span.start) + 1, said.find("\n", span.end)
    return len([*_cells(said[start : end if end >= 0 else len(said)], start, 0)]) == 1


def _without_sites(found: list[Standing], rows: Sequence[tuple[int, str]]) -> list[Standing]:
    """Without the unknown names of a row of several, below one that has its line to itself: the
    houses or sites of the body that is named there.
    """
    shared = [Span(at, at + len(line)) for at, line in rows if len([*_cells(line, at, 0)]) > 2]
    sites = [one for one in found if not one.known and any(row.meets(one.span) for row in shared)]
    first = next((one for one in found if one not in sites), None)
    return [one for one in found if not (first and one in sites and first.span < one.span)]


def _head(rows: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines above the salutation, or above the first that is prose."""
    head: list[tuple[int, str]] = []
    above = ""
    for start, line in rows[:_HEAD_ROWS]:
        if _SALUTATION.match(line) or _is_prose(line):
            break
        if not (_MAIL_HEADING.match(line) or _A_PART.fullmatch(above)):
            head.append((start, line))
        above = line
    return head


_A_PART = re.compile(r"\W*(?:Lead |Responsible )?Directorates?\W*", re.IGNORECASE)
"""A page's label: below it stands the part of the body that answered."""


def _close(rows: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines that follow the farewell and are no prose; without one, addresses at the end."""
    at = max((n for n, (_, line) in enumerate(rows) if _SIGN_OFF.match(line)), default=None)
    if at is None:
        return [row for row in rows[-_LAST_ROWS:] if _POSTCODE.search(row[1])]
    return [(s, line) for s, line in rows[at + 1 : at + 1 + _CLOSE_ROWS] if not _is_prose(line)]


def _is_prose(line: str) -> bool:
    """Whether a line is a part of a sentence: long, in small letters, without columns."""
    words = " ".join(line.split())
    if _APART.search(line.strip()) or _POSTCODE.search(line):
        return False
    name = _CAPITALS.match(words)
    if name and _MOTTO.fullmatch(words, name.end()):
        return False
    return len(words) > _PROSE_ROW and len(_LOWER.findall(words)) > len(words.split()) / 3


def _in_columns(
    rows: Sequence[tuple[int, str]], directory: Directory, *, close: bool
) -> Iterator[Standing]:
    columns: dict[int, list[_Cell]] = {}
    for number, (start, line) in enumerate(rows):
        cells = _cells(line[:_LONGEST_ROW], start, number)
        # A line far to the right belongs to the right column, whether the left has words or not.
        right = int(len(line) - len(line.lstrip()) >= _FAR_RIGHT)
        for place, cell in enumerate(cells, right):
            columns.setdefault(place, []).append(cell)
    for column in columns.values():
        at = 0
        while at < len(column):
            one, count = _named(column[at : at + 3], directory, close)
            if one is not None:
                yield one
            at += count


def _cells(line: str, start: int, row: int) -> Iterator[_Cell]:
    at = 0
    for met in [*_APART.finditer(line), None]:
        piece = line[at : met.start() if met else len(line)]
        text = piece.strip(" *_#>")
        if any(ch.isalpha() for ch in text):
            yield _Cell(text, start + at + piece.index(text), row)
        at = met.end() if met else at


def _named(
    cells: Sequence[_Cell], directory: Directory, close: bool
) -> tuple[Standing | None, int]:
    """The name that begins at the first cell, and how many cells it takes."""
    top = not close and cells[0].row < _TOP_ROWS
    for count in range(1, len(cells) + 1):
        taken = cells[:count]
        if any(b.row - a.row > 1 for a, b in pairwise(taken)):
            break
        text = _joined(taken, "\n")
        name = _known(text, len(text) - len(taken[-1].text), directory)
        if name is not None:
            # A longer name over one line more ("… Hospital" / "NHS Foundation Trust") is tried.
            span = Span(cells[0].start, cells[0].start + len(cells[0].text))
            return Standing(name, True, span, top, close), count
    for count in (3, 2, 1):
        flat = _joined(cells[:count], " ")
        if (count == 3 and not _in_three(cells)) or (count == 2 and not _broken(cells)):
            continue
        # A hospital is a site: the body is the trust or board that runs it.
        holds = _SITE.search(flat) or _NO_NAME.fullmatch(flat) or directory.find_in(flat)
        name = None if holds else whole_name(as_title(flat))
        if name is not None and (not close or _SIGNS.search(name)):
            span = Span(cells[0].start, cells[0].start + len(cells[0].text))
            return Standing(name, False, span, top, close), count
    return None, 1


def _joined(cells: Sequence[_Cell], link: str) -> str:
    """The cells' text; a word that ends one and begins the next is taken once: “NHS / NHS Trust”,
    a mark beside a name.
    """
    words = [cell.text for cell in cells]
    for n, (one, other) in enumerate(pairwise(words)):
        last = one.rsplit(" ", 1)[-1]
        if last != one and other.split(" ", 1)[0] == last:
            words[n] = one[: -len(last)].rstrip()
    return link.join(words)


def _in_three(cells: Sequence[_Cell]) -> bool:
    """Whether one name seems to run over three cells: “Department for / Roads, Bridges / & Ports”.

    The first line must end, and the last begin, as a name's line that is broken does.
    """
    if len(cells) < 3 or cells[2].row - cells[0].row != 2:
        return False
    first, _, last = (as_title(cell.text) for cell in cells)
    return bool(re.search(r"\b(?:of|for)$", first) and re.match(r"(?:and|&) [A-Z]", last))


def _broken(cells: Sequence[_Cell]) -> bool:
    """Whether one name seems to run over the first two cells."""
    if len(cells) < 2 or cells[1].row - cells[0].row != 1:
        return False
    first, second = (as_title(cell.text) for cell in cells[:2])
    if re.search(r"\b(?:and|of|for|the|&)$", first):
        return True
    return _KIND_ALONE.fullmatch(second) is not None or (
        not names_a_body(first) and whole_name(second) is None
    )


def _known(text: str, last: int, directory: Directory) -> str | None:
    """The directory's name for a cell that begins with it and goes on as an address at most.

    `last`: where the last of its lines begins; the name must reach it.
    """
    met = directory.find_in(text)
    if len({entry.name for entry, _, _ in met}) == 1:
        # Its initials may stand beside it: "DWP Department for Work and Pensions".
        (entry, start, end), apart = met[0], [text[a[2] : b[1]] for a, b in pairwise(met)]
        if not any(gap.strip(" \n,()-") for gap in apart):
            end = met[-1][2]
        if end <= last:
            return None
        before, after = text[:start], text[end:]
        begins = _BEFORE.fullmatch(before) is not None
        rest = after.strip(" ,.-()")
        ends = not rest or _OFFICE.fullmatch(after) or _is_address(after) or _MOTTO.fullmatch(after)
        return entry.name if begins and ends else None
    return None


def _is_address(after: str) -> bool:
    if after[:1] not in (",", " ", ".") or _LOWER.search(re.sub(r"\S+[@./]\S+", " ", after)):
        return False
    return after[:1] == "," or bool(_POSTCODE.search(after))
