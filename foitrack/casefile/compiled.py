"""SQL made of statements, once a process and not once more for each case file that is opened.

SQLAlchemy keeps what it made of a statement by the dialect that it was made for, and takes every
engine for a dialect of its own. Those of one kind are one here: what they make is the same.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy.util import LRUCache

KEPT = 1000
"""Statements whose SQL is kept."""
_statements: LRUCache[Any, Any] = LRUCache(KEPT)


def kept_statements() -> dict[str, Any]:
    """The options of an engine with which it keeps its statements beside all others'."""
    return {"compiled_cache": _statements}
