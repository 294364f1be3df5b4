"""What a schema's words look like in a sentence: values, what is counted, and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from foitrack.later import later
from foitrack.reading.counts import Count, parse_count
from foitrack.reading.prose import fold
from foitrack.reading.schema import CaseSchema, FieldKind, SchemaField

_FIRST = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TEENS = ("thir", "four", "fif", "six", "seven", "eigh", "nine")
_NAMES = (*_FIRST, "eleven", "twelve", *(f"{each}teen" for each in _TEENS), "twenty")
NUMBER = {name: value for value, name in enumerate(_NAMES, 1)}
NOTHING = ("no", "nil", "none", "zero", "nought")
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,4}"
_WORD = "|".join(NUMBER)
FIGURE = later(
    rf"(?<![\w\u00a3$\u20ac.,/:#-])(?P<n>"
    rf"(?:(?:fewer|less) than|<)\s?(?:{_DIGITS}|five|ten|three)|{_DIGITS}|"
    rf"{_WORD}|a single|a|an|{'|'.join(NOTHING)})(?![\w/]|[.,]\d|\s?%|\s?per\s?cent)",
    re.IGNORECASE,
)
AROUND = later(
    r"\b(?:more than|over|at least|up to|at most|about|around|approximately|approx\.?|roughly|"
    r"nearly|almost|some|circa|c\.|least|minimum of|maximum of|(?:one|two|three|\d+) (?:in|or|to))"
    r"\s*$",
    re.IGNORECASE,
)
"""What before a number makes it none: nobody knows then how many."""
_LEAST_LETTERS = 4
_COMMON = frozenset({"retired", "live", "staff", "special", "specials", "text", "texts"}) | {
    "snap",
    "signal",
    "threads",
    "role",
    "medium",
    "site",
    "app",
    "other",
    "others",
}
"""Forms that in a table's cell are plain, and in a sentence are everyday words."""
_LETTERS = re.compile(r"[a-z\u00e0-\u024f]+|\d+")
_PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Named:
    """A value of the schema as a sentence names it."""

    start: int
    end: int
    own: SchemaField
    value: str
    plural: bool


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The schema's words for sentences. One is made of a schema, and is like no other."""

    values: re.Pattern[str]
    meant: dict[str, tuple[SchemaField, str]]
    counted: re.Pattern[str] | None
    """What figures count, where it is no value: allegations, notices."""
    events: re.Pattern[str]
    first: frozenset[str]
    """The first word of every form: looked for before the forms themselves, which are many."""

    def may_name(self, text: str) -> bool:
        """Whether a text has a word that one of the forms begins with."""
        return not self.first.isdisjoint(_LETTERS.findall(text.lower()))

    def named(self, text: str) -> list[Named]:
        """Every value that a text names, in order, the longest forms first taken."""
        found = []
        for met in self.values.finditer(text):
            form = " ".join(met["form"].lower().split())
            own, value = self.meant[form]
            if len(form) >= _LEAST_LETTERS or _is_short_form(met["form"]):
                plural = bool(met["more"]) or form.endswith("s")
                found.append(Named(met.start(), met.end(), own, value, plural))
        return found


_kept: list[tuple[CaseSchema, Vocabulary | None]] = []
_MOST_KEPT = 4


def vocabulary(schema: CaseSchema) -> Vocabulary | None:
    """The schema's words, or None where it has no list of values to know a sentence by.

    Kept for the next document, which is read by the same schemas.
    """
    for known, words in _kept:
        if known is schema:
            return words
    words = _vocabulary(schema)
    _kept[:] = [(schema, words), *_kept[: _MOST_KEPT - 1]]
    return words


def _vocabulary(schema: CaseSchema) -> Vocabulary | None:
    meant: dict[str, tuple[SchemaField, str]] = {}
    twice: set[str] = set()
    for own in schema.of_kind(FieldKind.CATEGORY, FieldKind.CATEGORIES):
        known = {**own.values, **{form: v[0] for form, v in own.learned.items() if len(v) == 1}}
        for form, value in known.items():
            plain = " ".join(fold(form).replace(" - ", "-").split())
            if plain in meant and meant[plain][0] is not own:
                twice.add(plain)
            elif _telling(plain) and own.family(value) != _PENDING:
                meant[plain] = own, value
    meant = {form: what for form, what in meant.items() if form not in twice}
    if not meant:
        return None
    forms = "|".join(_spaced(form) for form in sorted(meant, key=len, reverse=True))
    values = re.compile(rf"(?<![\w/-])(?P<form>{forms})(?P<more>e?s|'s)?(?![\w/])", re.IGNORECASE)
    first = {_LETTERS.findall(form)[0] for form in meant if _LETTERS.search(form)}
    # Each with its plurals, as the forms themselves may have.
    first |= {f"{word}{end}" for word in first for end in ("s", "es")}
    return Vocabulary(values, meant, _counted(schema), _events(schema), frozenset(first))


def _is_short_form(printed: str) -> bool:
    """Whether two or three letters are printed as an abbreviation: "PC", "PCs", "Sgt"."""
    return printed.removesuffix("s").isupper() or (len(printed) == 3 and printed.istitle())


def _telling(form: str) -> bool:
    return len(form) > 1 and form[0].isalnum() and form not in _COMMON and not form.isdigit()


def _spaced(form: str) -> str:
    return r"\s+".join(re.escape(word) for word in form.split())


def _counted(schema: CaseSchema) -> re.Pattern[str] | None:
    """Nouns that a figure stands before: those the schema counts, and those in its headings."""
    nouns = {word.lower() for word in schema.counted}
    for own in schema.of_kind(FieldKind.COUNT):
        for heading in own.headings:
            if met := re.fullmatch(r"(?:number|no\.?) of ([a-z]{4,})", heading.lower()):
                nouns.add(met[1])
            elif re.fullmatch(r"[a-z]{4,}s", heading) and heading not in _NUMBERS_ONLY:
                nouns.add(heading)
    forms = {noun[:-1] if noun.endswith("s") else noun for noun in nouns}
    return _any(forms, ending=r"s?") if forms else None


_NUMBERS_ONLY = frozenset({"numbers", "totals", "figures"})


def _any(forms: Iterable[str], ending: str = "") -> re.Pattern[str]:
    joined = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{joined}){ending}(?!\w)", re.IGNORECASE)


_HAPPENED = (
    r"investigat(?:ed|ions?)|disciplined|subject (?:to|of)|sanctioned|found to have (?:breached|"
    r"committed)|issued|fined|penalised|excluded|upheld|proven|alleged|allegations?|complaints?"
)


def _events(schema: CaseSchema) -> re.Pattern[str]:
    """What says that something of the schema's kind happened, where no outcome is named."""
    own = [re.escape(word) for group in schema.subject[1:] for word in group if len(word) > 5]
    return re.compile(rf"\b(?:{'|'.join([_HAPPENED, *own])})", re.IGNORECASE)


def figure(printed: str) -> Count | None:
    """The number that a word or figure in a sentence is."""
    low = " ".join(printed.lower().split())
    if low in NOTHING:
        return Count(0, 0)
    if low in ("a", "an", "a single"):
        return Count(1, 1)
    if low in NUMBER:
        return Count(NUMBER[low], NUMBER[low])
    return parse_count(low)
