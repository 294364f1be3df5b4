"""How the phrases of a letter are looked for: one after another, or first those that may stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from foitrack.reading.needed import Quick
from foitrack.reading.patterns import apart
from foitrack.reading.response.clause_words import NCND
from foitrack.reading.response.clauses import DONE, Looking
from foitrack.reading.response.not_done_phrases import NOT_DONE
from foitrack.reading.response.sign_phrases import RULES

_MANY = 1_000
"""Characters beyond which what phrases need is worth working out: so many in all, of any letters,
as one worker reads many.
"""


class _PlainPhrases:
    """Phrases looked for one after another."""

    def found(self, pattern: re.Pattern[str], text: str) -> bool:
        return pattern.search(text) is not None

    def may_stand(self, pattern: re.Pattern[str], text: str) -> bool:
        return True


_PLAIN = _PlainPhrases()


class _QuickPhrases:
    """The same, quickly: worth it for many sentences, as what phrases need must be worked out."""

    def __init__(self) -> None:
        everything = (NOT_DONE, NCND, *DONE, *RULES.values())
        self._known = frozenset(map(id, everything))
        self._quick = Quick({id(one): apart(one) for one in everything})
        self._of = ""
        self._possible: dict[int, list[re.Pattern[str]]] = {}

    def found(self, pattern: re.Pattern[str], text: str) -> bool:
        if id(pattern) not in self._known:
            return pattern.search(text) is not None
        return any(one.search(text) for one in self._of_those(pattern, text))

    def may_stand(self, pattern: re.Pattern[str], text: str) -> bool:
        return bool(self._of_those(pattern, text))

    def _of_those(self, pattern: re.Pattern[str], text: str) -> Sequence[re.Pattern[str]]:
        """Those of some phrases that may stand in a text, or in the sentence that it is part of."""
        if text is not self._of and text not in self._of:
            self._of, self._possible = text, self._quick.possible(text)
        return self._possible.get(id(pattern), ())


_read = [0]
"""Characters read so far."""


def looking(characters: int) -> Looking:
    """The way to look for phrases in a letter of so many characters: after many, the quick one."""
    _read[0] += characters
    return _quick() if _read[0] > _MANY else _PLAIN


@cache
def _quick() -> _QuickPhrases:
    return _QuickPhrases()
