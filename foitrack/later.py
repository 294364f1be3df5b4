"""Patterns that are compiled when a text first may hold them.

Some hundreds of patterns are known, and most letters hold few of what they look for. Compiling all
would take longer than reading the letter does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from foitrack.needed_words import Words, may_hold, needed

_OWN = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "flags", "groups")
_LONG = 2_000
"""Characters beyond which a part of a text is not looked through each time anew."""


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, put off until a text holds the words that every match must have."""
    return cast("re.Pattern[str]", _Awaiting(pattern, flags))


class Later:
    """A pattern that is compiled when it is first used."""

    def __init__(self, pattern: str, flags: int = re.IGNORECASE) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        return getattr(self._now(), name)

    def _now(self) -> re.Pattern[str]:
        made = self.made()
        for own in _OWN:
            setattr(self, own, getattr(made, own))
        return made

    def made(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self._flags)


class _Awaiting(Later):
    """The same, where a text holds what it needs; in any other there is nothing to find."""

    def __init__(self, pattern: str, flags: int) -> None:
        super().__init__(pattern, flags)
        self._sets: tuple[Words, ...] | None = None

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """As a pattern's."""
        return self._now().search(text, *bounds) if self._may_stand(text, bounds) else None

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        """As a pattern's."""
        return self._now().match(text, *bounds) if self._may_stand(text, bounds) else None

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        """As a pattern's."""
        return self._now().fullmatch(text, *bounds) if self._may_stand(text, bounds) else None

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """As a pattern's."""
        return self._now().finditer(text, *bounds) if self._may_stand(text, bounds) else iter(())

    def _may_stand(self, text: str, bounds: tuple[int, ...]) -> bool:
        """Whether a text may hold it, between bounds."""
        if self._sets is None:
            self._sets = () if self._flags & re.VERBOSE else needed(self.pattern)
        if bounds:
            text = text[bounds[0] :] if len(bounds) == 1 else text[bounds[0] : bounds[1]]
            if len(text) > _LONG:
                return True
        return not self._sets or may_hold(text, self._sets)
