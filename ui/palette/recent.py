"""What was chosen lately in the palette, by case file: keys only, never words of the file."""

from __future__ import annotations

import hashlib

from ui.remembered import recall, remember

KEPT = 8


class Recent:
    """The keys of what was chosen, newest first."""

    def __init__(self, place: str) -> None:
        # The place itself would tell where a person keeps which case file.
        self._name = f"palette-{hashlib.sha256(place.encode()).hexdigest()[:16]}"

    def chosen(self) -> tuple[str, ...]:
        """What was chosen, newest first."""
        return tuple(key for key in recall(self._name).split("\n") if key)

    def add(self, key: str) -> None:
        """Put a choice first; an empty key is not kept."""
        if key:
            others = [one for one in self.chosen() if one != key]
            remember(self._name, "\n".join([key, *others][:KEPT]))

    def ids(self, kind: str) -> list[int]:
        """The numbers of the requests or campaigns among them."""
        found = (key.partition(":") for key in self.chosen())
        return [int(one) for what, _, one in found if what == kind and one.isdecimal()]
