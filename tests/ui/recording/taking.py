"""Documents kept and read without a window, for tests of what is shown afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from foitrack.desk import batches
from foitrack.desk.desk import Desk
from ui.recording.intake import keep_pile


def take_in(desk: Desk, paths: Sequence[Path], request_id: int | None) -> tuple[int, ...]:
    """Keep and read files; the proposal of each."""
    kept = keep_pile(desk, paths, request_id).proposals
    batches.read_many(desk, kept)
    return kept
