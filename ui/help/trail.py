"""Where a reader has been: back, and forward again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A text of the guide and the block at the top of the view."""

    text: str
    block: int


class Trail:
    """Steps behind and ahead of the one that is shown; going elsewhere forgets those ahead."""

    def __init__(self) -> None:
        self._behind: list[Step] = []
        self._ahead: list[Step] = []

    def leave(self, step: Step) -> None:
        """Remember a place before another is gone to."""
        if not self._behind or self._behind[-1] != step:
            self._behind.append(step)
        self._ahead.clear()

    def back(self, now: Step) -> Step | None:
        """The place before this one, which `forward` comes back to; None at the first."""
        return _move(self._behind, self._ahead, now)

    def forward(self, now: Step) -> Step | None:
        """The place that was gone back from; None where none was."""
        return _move(self._ahead, self._behind, now)

    def can_go(self) -> tuple[bool, bool]:
        """Whether there is something behind, and ahead."""
        return bool(self._behind), bool(self._ahead)


def _move(of: list[Step], to: list[Step], now: Step) -> Step | None:
    if not of:
        return None
    to.append(now)
    return of.pop()
