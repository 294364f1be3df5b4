"""Numbers that only look like ours: "Section 21 notice", "Galaxy S21", "complete section 31"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from foitrack.law.citation import other_words as words
from foitrack.law.citation.anchors import Keyword
from foitrack.law.citation.numbering import Numbering
from foitrack.law.citation.run import Run
from foitrack.law.citation.surroundings import Surroundings
from foitrack.law.provisions import RELIED_ON, Catalogue


def title_words(catalogue: Catalogue) -> frozenset[str]:
    """The telling words of the titles of exemptions and exceptions."""
    telling = (
        word
        for provision in catalogue.provisions
        if provision.kind in RELIED_ON
        for word in re.findall(r"[a-z]{4,}", provision.title.lower())
    )
    return frozenset(telling) - words.COMMON


class Elsewhere:
    """Says why a run's numbers are not citations of ours, as far as the words show it."""

    __slots__ = ("_around", "_detailed", "_exact", "_numbering", "_titles")

    def __init__(
        self, around: Surroundings, numbering: Numbering, title_words: frozenset[str]
    ) -> None:
        self._around = around
        self._numbering = numbering
        self._titles = title_words
        self._detailed = False
        self._exact: list[int] = []

    def note(self, runs: Iterable[Run]) -> None:
        """Notes which paragraphs are so exact that a law of ours is meant."""
        for run in runs:
            for item in run.items:
                known = len(item.path) > 1 and self._numbering.relied_on_in(item.path)
                if known and run.anchor.keyword is Keyword.SECTION:
                    self._exact.append(item.start)
                self._detailed = self._detailed or (
                    len(item.path) > 2 and self._numbering.knows(item.path)
                )

    def why(self, run: Run, *, sure: bool, company: bool) -> str | None:
        """The reason, or None where they may be ours.

        `sure` is set where the text names the law with the number; `company` where other
        citations of ours stand in the same list.
        """
        if self._in_an_address(run):
            return "a web address"
        if words.POSTCODE.match(self._around.text, run.end) and run.anchor.short:
            return "a postcode"
        if sure:
            return None
        before = self._around.text[max(0, run.start - 70) : run.start]
        if run.anchor.keyword is Keyword.BARE:
            return self._bare(run, before, company=company)
        return self._worded(run, before, company=company)

    def _worded(self, run: Run, before: str, *, company: bool) -> str | None:
        start, end = self._around.sentences.around(run.start, run.end)
        strong = self._around.strong.between(start, end)
        if self._is_a_thing(run, start, end):
            return "the number of something made under another law"
        # Both patterns end with a word and a space or comma; most windows need no search.
        if before.rstrip(" ,:\n\u00a0")[-1:].isalnum():
            if words.DONE_UNDER.search(before):
                return "a power or offence under another law"
            if words.FILLED_IN.search(before) and not strong:
                return "a part of a document"
        if self._needs_support(run) and not company and not self._supported(run):
            return "no law is named and nothing is refused near it"
        if self._product(run, before):
            return "the name of a thing"
        return None

    def _in_an_address(self, run: Run) -> bool:
        text = self._around.text
        if text[run.start - 1 : run.start] in ("", " ", "\n", "\t", "("):
            return False
        return words.ADDRESS.search(text[max(0, run.start - 80) : run.start]) is not None

    def _is_a_thing(self, run: Run, start: int, end: int) -> bool:
        if words.THING.match(self._around.text, run.end) is None:
            return False
        of_a_refusal = words.REFUSAL_THING.match(self._around.text, run.end) is not None
        return not (of_a_refusal and self._around.refusing.between(start, end))

    def _needs_support(self, run: Run) -> bool:
        """A whole section or a short form says too little to be taken on its own."""
        if run.anchor.keyword is Keyword.GROUND:
            return False
        return all(len(item.path) < 3 for item in run.items)

    def _supported(self, run: Run) -> bool:
        if run.anchor.keyword is Keyword.REGULATION and not self._environmental(run):
            return False
        if self._detailed or self._only_citations(1) or self._titled(run):
            return True
        exact = any(
            len(item.path) > 1 and self._numbering.relied_on_in(item.path) for item in run.items
        )
        if exact and (self._heads_a_line(run) or not self._of_this_document(run)):
            return True
        if run.anchor.short and all(len(item.path) == 1 for item in run.items):
            return self._near(run) or self._beside_an_exact_one(run)
        if self._around.acts.names_others and not self._of_a_ground(run):
            # "Searches under section 1 PACE … Note 2: includes section 60."
            return self._near(run)
        return bool(self._around.strong or self._around.weak)

    def _near(self, run: Run) -> bool:
        """Whether something is refused, or the law spoken of, near a number."""
        start, end = run.start - 400, run.end + 200
        return self._around.strong.between(start, end) or self._around.weak.between(start, end)

    def _of_a_ground(self, run: Run) -> bool:
        return any(self._numbering.is_ground(item.path[0]) for item in run.items)

    def _beside_an_exact_one(self, run: Run) -> bool:
        """Whether the same line or sentence holds a paragraph of ours: "Q1 S21; Q5 S40(2)"."""
        start, end = self._around.sentences.around(run.start, run.end)
        index = bisect_left(self._exact, start)
        return index < len(self._exact) and self._exact[index] < end

    def _of_this_document(self, run: Run) -> bool:
        """Whether a paragraph so printed can be of the letter itself, or of a law it names."""
        text = self._around.text
        before = text[max(0, run.start - 40) : run.start]
        if words.SET_OUT_AT.search(before):
            # "The scheme of delegation is at section 36(2)"; but "the exemption is at section …".
            bounds = self._around.sentences.around(run.start, run.end)
            if not self._around.strong.between(*bounds):
                return True
        return (
            self._around.acts.names_others
            or words.IN_THIS_DOCUMENT.search(before) is not None
            or words.ABOVE_OR_BELOW.match(text, run.end) is not None
        )

    def _environmental(self, run: Run) -> bool:
        """Whether "regulation 13" can be that of the EIR: many other regulations have one."""
        return self._around.is_environmental or self._titled(run)

    def _heads_a_line(self, run: Run) -> bool:
        """Whether a line begins with the run."""
        before = self._around.text[max(0, run.start - 6) : run.start].rsplit("\n", 1)[-1]
        return not before.strip(" \t*•-–|>\u00a0")

    def _only_citations(self, others: int) -> bool:
        """Whether the text holds hardly more than citations: at most so many other words."""
        printed = re.findall(r"[A-Za-z]{2,}", self._around.text[:200])
        count = sum(word.lower() not in words.PLAIN for word in printed)
        return len(self._around.text) < 120 and count <= others

    def _titled(self, run: Run) -> bool:
        """Whether the title of an exemption follows: "Section 40(2) – Personal information"."""
        line = self._around.text[run.end : run.end + 60].lower().split("\n")[0]
        parted = re.match(r"\s*[-–—:(,.]", line) is not None
        first = re.findall(r"[a-z]{4,}", line)[: 4 if parted else 1]
        return any(word in self._titles for word in first)

    def _product(self, run: Run, before: str) -> bool:
        if not run.anchor.short or any(len(item.path) > 1 for item in run.items):
            return False
        line = before.rsplit("\n", 1)[-1]
        after = words.PRODUCT_AFTER.match(self._around.text, run.end)
        return after is not None or words.PRODUCT.search(line[-30:]) is not None

    def _bare(self, run: Run, before: str, *, company: bool) -> str | None:
        if words.BEFORE_A_BARE_NUMBER.search(before):
            return "a number of another kind"
        if not self._numbering.relied_on_in(run.items[0].path) and not company:
            return "no paragraph of any of the four laws"
        if company or self._titled(run) or self._refuses_there(run):
            return None
        if self._only_citations(0) and not words.FIGURES.search(self._around.text[:200]):
            return None
        if len(run.items[0].path) > 2 and (self._around.strong or self._around.weak):
            return None
        if (
            len(run.items[0].path) > 2
            and words.LIMB.search(before)
            and not self._around.acts.names_others
        ):
            return None
        return "a number without a word that shows what it is"

    def _refuses_there(self, run: Run) -> bool:
        """Whether the sentence refuses something, or a heading does right above the number.

        The letter's whole purpose is not enough: it may hold tables with cells like "40 (2)".
        """
        around = self._around
        start, end = around.sentences.around(run.start, run.end)
        if around.refusing.between(start, end) or around.naming.between(start, end):
            return True
        if words.APPLIES.match(around.text, run.end) is not None:
            return True
        return self._heads_a_line(run) and around.refusing.between(run.start - 70, run.start)
