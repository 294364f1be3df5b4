"""Rows in which one column asks and another answers: what stands there is said, not counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ASKS_HEAD = re.compile(
    r"(?:your |the |information )?(?:requests?(?:ed)?|questions?|quer(?:y|ies))\b[^?]{0,30}$|"
    r"(?:what )?you asked(?: us| for)?:?$",
    re.IGNORECASE,
)
_ANSWERS_HEAD = re.compile(
    r"(?:our |the |council(?:'s)? )?(?:responses?|answers?|repl(?:y|ies))\b.{0,30}$", re.IGNORECASE
)
_ASKS = re.compile(
    r"(?:\(?(?:q(?:uestion)?\s?)?\d{1,2}[a-z]?[.):]?\s+)?(?:please (?:provide|can|could|confirm|"
    r"state|tell|supply|give|list|send)\b|how (?:many|much|often|long)\b|(?:what|which|who|when|"
    r"where|why|does|do|did|is|are|has|have|can|could|would)\b.{4,}\?)",
    re.IGNORECASE,
)
_Q_OR_A = re.compile(r"(?:q(?:uestion|uery)?|a(?:nswer)?|r(?:esponse|eply)?)[.:]?", re.IGNORECASE)
MOST_COLUMNS = 3
"""A log of many requests has their dates and numbers as well."""


def head_questions(heads: Sequence[str]) -> bool:
    """Whether headings are those of a column of questions and of one of answers."""
    asks = any(_ASKS_HEAD.match(text) for text in heads)
    return asks and any(_ANSWERS_HEAD.match(text) for text in heads)


def are_questions(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows of cells are questions with their answers."""
    if not rows or max(map(len, rows)) > MOST_COLUMNS:
        return False
    for heads in (rows[0], [row[0] for row in rows if row]):
        if head_questions(heads):
            return True
    if all(_Q_OR_A.fullmatch(row[0].strip()) for row in rows if row and row[0].strip()):
        return True
    asking = sum(any(t.endswith("?") or _ASKS.match(t) for t in row[:-1]) for row in rows)
    return asking * 3 >= len(rows) * 2
