"""How many questions a request's wording asks, so that a person sees it was understood."""

from __future__ import annotations

import re

_NUMBERED = re.compile(
    r"^[ \t]*(?:Q(?:uestion)?[ \t]*)?(?:\(?\d{1,2}[.):]\)?|\(?[a-z][.)]|\([ivx]{1,4}\))[ \t]+\S",
    re.MULTILINE | re.IGNORECASE,
)
_TOP = re.compile(r"^[ \t]*(?:Q(?:uestion)?[ \t]*)?\(?\d{1,2}[.):]", re.IGNORECASE)
_ASKED = re.compile(r"\?(?=\s|$|[\"')\]])")


def questions_in(wording: str) -> int:
    """The numbered questions, or where none are numbered, the sentences that end in "?".

    Lettered parts (a), (b) under a number belong to that number and are not counted again.
    """
    numbered = [found.group() for found in _NUMBERED.finditer(wording)]
    top = [line for line in numbered if _TOP.match(line.lstrip("\n"))]
    if top:
        return len(top)
    return len(numbered) if len(numbered) > 1 else len(_ASKED.findall(wording))
