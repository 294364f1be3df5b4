"""How far long work is, told from its thread; and whether a person wants it to stop."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from foitrack.errors import PlainError


class CancelledError(PlainError):
    """A person stopped the work; nothing of it is kept."""

    def __init__(self) -> None:
        super().__init__("Stopped, as you asked. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Told:
    """How far the work is."""

    words: str = ""
    part: float | None = None
    """From 0 to 1; None where nobody can tell."""
    can_stop: bool = True
    """Whether stopping still leaves all as it was."""


class Progress:
    """Written by the work, read and stopped by whoever waits for it, on any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._told = Told()
        self._stopped = False

    def tell(self, words: str, part: float | None = None) -> None:
        """Say what is being done and how much of it is. CancelledError where it is to stop."""
        with self._lock:
            if self._stopped:
                raise CancelledError
            bounded = None if part is None else min(max(part, 0.0), 1.0)
            self._told = Told(words, bounded, self._told.can_stop)

    def no_way_back(self, words: str) -> None:
        """The last moment at which the work can be stopped; from here on it goes to its end."""
        with self._lock:
            if self._stopped:
                raise CancelledError
            self._told = Told(words, None, can_stop=False)

    def stop(self) -> bool:
        """Ask the work to stop; whether it still can."""
        with self._lock:
            self._stopped = self._stopped or self._told.can_stop
            return self._told.can_stop

    @property
    def stopping(self) -> bool:
        """Whether the work is to stop."""
        with self._lock:
            return self._stopped

    @property
    def told(self) -> Told:
        """What was told last."""
        with self._lock:
            return self._told
