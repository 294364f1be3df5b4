"""The directory of public authorities: who a name means, and which law binds them.

The directory itself is data (`resources/authorities.csv`). A name is compared by its words, so
that "Devon & Cornwall", "Devon and Cornwall" and "DEVON AND CORNWALL" are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from foitrack.law.authority_search import AuthoritySearch, NamesOfOne
from foitrack.law.terms import Body, Regime
from foitrack.saying import say

_WORD = re.compile(r"[^\W_]+|&")
_BETWEEN_WORDS = re.compile(r"[ \t\u00a0]{0,3}(?:[-‐‑’',()]|\r?\n)?[ \t\u00a0(]{0,3}")
_MARKS = frozenset(",()")
_LEADING_ARTICLE = ("the", "y", "yr")
# "Kent Police and Crime Commissioner" and "Essex Police Federation" are other bodies.
_ANOTHER_BODY = re.compile(
    r"[\s-]+(?:(?:and|&)\s+crime\b|(?:fire\s+(?:and|&)\s+)?crime\s+(?:commissioner|panel)"
    r"|fire\s+(?:and|&)\s+crime\b|federation\b|authority\b|and\s+fire\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """One public authority."""

    name: str
    nation: str
    """Where it works: "England", "Wales", "Scotland", "United Kingdom" and so on."""
    kind: str
    regime: Regime
    body: Body = Body.GENERAL
    short_names: tuple[str, ...] = ()
    """Initials as printed in letters; safe to take from prose."""
    aliases: tuple[str, ...] = ()
    """Other names in full, former ones among them."""
    typed_names: tuple[str, ...] = ()
    """What people type for it, too common or too short to be taken from prose."""
    welsh_name: str = ""
    places: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    """Its official domains that do not spell its name: “ox.ac.uk”."""

    def all_names(self) -> tuple[str, ...]:
        """Every name that means this authority and nothing else."""
        own = (self.name, *self.short_names, *self.aliases, *self.typed_names, self.welsh_name)
        return tuple(name for name in own if name)

    def names_in_prose(self) -> tuple[str, ...]:
        """The names that may be taken from running text."""
        own = (self.name, *self.short_names, *self.aliases, self.welsh_name)
        return tuple(name for name in own if name)


@dataclass(frozen=True, slots=True)
class _Wording:
    """A name as looked for in prose."""

    entry: DirectoryEntry
    words: tuple[str, ...]
    exact: bool
    """Initials: compared with their capitals."""
    marks: frozenset[str]
    """The marks that may stand between its words."""


class _Search:
    """The search among authorities, made when it is first asked: who only reads never asks it."""

    __slots__ = ("_entries", "_made")

    def __init__(self, entries: tuple[DirectoryEntry, ...] = ()) -> None:
        self._entries = entries
        self._made: AuthoritySearch | None = None

    def __reduce__(self) -> tuple[type[_Search], tuple[tuple[DirectoryEntry, ...]]]:
        return _Search, (self._entries,)

    def find(self, typed: tuple[str, ...]) -> list[int]:
        """The numbers of those in which each part typed begins a word, best first."""
        if self._made is None:
            self._made = AuthoritySearch.of(map(_as_searched, self._entries))
        return self._made.find(typed)


@dataclass(frozen=True, slots=True)
class Directory:
    """All authorities known; others can still be asked, with a regime of the person's choice."""

    entries: tuple[DirectoryEntry, ...]
    _by_name: Mapping[tuple[str, ...], DirectoryEntry] = field(default_factory=dict, repr=False)
    _by_first_words: Mapping[tuple[str, ...], tuple[_Wording, ...]] = field(
        default_factory=dict, repr=False
    )
    _search: _Search = field(default_factory=_Search, repr=False, compare=False)

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]]) -> Directory:
        """The directory from the lines of its table."""
        return cls.of(_entry(row) for row in rows)

    @classmethod
    def of(cls, listed: Iterable[DirectoryEntry]) -> Directory:
        """The directory of these authorities; of equal names the first one counts."""
        entries = tuple(listed)
        by_name: dict[tuple[str, ...], DirectoryEntry] = {}
        by_first_words: dict[tuple[str, ...], list[_Wording]] = {}
        for entry in entries:
            for name in entry.all_names():
                by_name.setdefault(_key(name), entry)
            for wording in _wordings(entry):
                first = tuple(word.casefold() for word in wording.words[:2])
                by_first_words.setdefault(first, []).append(wording)
        longest_first = {
            first: tuple(sorted(found, key=lambda w: -len(w.words)))
            for first, found in by_first_words.items()
        }
        return cls(entries, by_name, longest_first, _Search(entries))

    def match(self, text: str) -> DirectoryEntry | None:
        """The authority that a name alone stands for; None where it is no name we know."""
        return self._by_name.get(_key(text))

    def find_in(self, text: str) -> tuple[tuple[DirectoryEntry, int, int], ...]:
        """Each authority named in running text, with its place, in order.

        Whole words only; initials with their capitals ("MPS", never "mps"); other names begin
        with a capital. The longest name wins.
        """
        tokens = list(_WORD.finditer(text))
        found: list[tuple[DirectoryEntry, int, int]] = []
        position = 0
        while position < len(tokens):
            hit = self._at(text, tokens, position)
            if hit is None:
                position += 1
                continue
            entry, count = hit
            found.append((entry, tokens[position].start(), tokens[position + count - 1].end()))
            position += count
        return tuple(found)

    def search(self, prefix: str, limit: int = 8) -> tuple[DirectoryEntry, ...]:
        """Authorities in which each word typed begins a word of the name, an alias or a place.

        Best first: initials typed in full, then names that begin so, other words, places; of
        equals the one that stands first in the table, which begins with the police.
        """
        typed = _key(prefix)
        if not typed:
            return ()
        return tuple(self.entries[number] for number in self._search.find(typed)[:limit])

    def _at(
        self, text: str, tokens: Sequence[re.Match[str]], position: int
    ) -> tuple[DirectoryEntry, int] | None:
        """The longest name that begins at a word: by its first two words, else by the one."""
        # Most words of a text begin small, and no name does.
        if not tokens[position].group()[0].isupper():
            return None
        near = (token.group() for token in tokens[position : position + 2])
        first = tuple("and" if word == "&" else word.casefold() for word in near)
        for begun in dict.fromkeys((first, first[:1])):
            for wording in self._by_first_words.get(begun, ()):
                count = len(wording.words)
                if _reads(text, tokens[position : position + count], wording):
                    return wording.entry, count
        return None


def propose_regime(entry: DirectoryEntry) -> tuple[Regime, str, Body]:
    """The law to ask under, why, and the kind of body for its period. Always changeable.

    A Scottish public authority answers under FOISA (FOISA s3, schedule 1); every other one, a
    UK-wide body's work in Scotland included, under FOIA (FOIA s3, s80).
    """
    if entry.regime is Regime.FOISA:
        reason = say(
            "{0} is a Scottish public authority, so the Freedom of Information "
            "(Scotland) Act 2002 applies; for environmental information, its Regulations (EISR).",
            entry.name,
        )
    elif entry.nation == "Scotland" or entry.places[:1] == ("Scotland",):
        reason = say(
            "{0} works for Scotland but belongs to the UK government, so the Freedom of "
            "Information Act 2000 applies; for environmental information, the EIR.",
            entry.name,
        )
    elif entry.nation == "United Kingdom":
        reason = say(
            "{0} is a UK-wide body, so the Freedom of Information Act 2000 applies, for "
            "its work in Scotland too; for environmental information, the EIR.",
            entry.name,
        )
    else:
        reason = say(
            "{0} is not a Scottish public authority, so the Freedom of Information Act "
            "2000 applies; for environmental information, the EIR.",
            entry.name,
        )
    return entry.regime, reason, entry.body


def _entry(row: Mapping[str, str]) -> DirectoryEntry:
    return DirectoryEntry(
        name=row["name"],
        nation=row["nation"],
        kind=row["kind"],
        regime=Regime(row["regime"]),
        body=Body(row["body"]),
        short_names=_several(row["short_names"]),
        aliases=_several(row["aliases"]),
        typed_names=_several(row["typed_names"]),
        welsh_name=row["welsh_name"],
        places=_several(row["places"]),
        domains=_several(row.get("domains", "")),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _words(text: str) -> tuple[str, ...]:
    return tuple("and" if word == "&" else word for word in _WORD.findall(text))


def _key(text: str) -> tuple[str, ...]:
    words = tuple(word.casefold() for word in _words(text))
    return words[1:] if len(words) > 1 and words[0] in _LEADING_ARTICLE else words


def _wordings(entry: DirectoryEntry) -> Iterator[_Wording]:
    for name in entry.names_in_prose():
        words = _words(name)
        if len(words) > 1 and words[0].casefold() in _LEADING_ARTICLE:
            words = words[1:]
        yield _Wording(entry, words, name in entry.short_names, _MARKS.intersection(name))


def _reads(text: str, tokens: Sequence[re.Match[str]], wording: _Wording) -> bool:
    """Whether the tokens are this name, set as a name is and not part of another body's."""
    if len(tokens) < len(wording.words):
        return False
    for token, word in zip(tokens, wording.words, strict=True):
        printed = "and" if token.group() == "&" else token.group()
        if printed != word and (wording.exact or printed.casefold() != word.casefold()):
            return False
    gaps = (text[before.end() : after.start()] for before, after in pairwise(tokens))
    if not all(_is_gap(gap, wording.marks) for gap in gaps):
        return False
    return _ANOTHER_BODY.match(text, tokens[-1].end()) is None


def _is_gap(gap: str, marks: frozenset[str]) -> bool:
    return _BETWEEN_WORDS.fullmatch(gap) is not None and _MARKS.intersection(gap) <= marks


def _as_searched(entry: DirectoryEntry) -> NamesOfOne:
    names = tuple(_key(name) for name in entry.all_names())
    places = tuple(_key(place) for place in entry.places)
    return NamesOfOne(names, tuple(word for words in names + places for word in words))
