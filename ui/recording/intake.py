"""Files that arrive, dropped or chosen: kept at once, then read, then shown for checking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from foitrack.desk import responses
from foitrack.errors import PlainError

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.workspace import Workspace

LARGEST = 100 * 1024 * 1024
"""Bytes; a larger file is refused before it is read into memory."""


class FileNotTakenError(PlainError):
    """A file could not be taken in; the original is untouched."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a drop: proposals to look at, and one sentence for each file refused."""

    proposals: tuple[int, ...]
    problems: tuple[str, ...]


def take_in(desk: Desk, paths: Sequence[Path], request_id: int | None) -> TakenIn:
    """Keep and read each file; one that cannot be taken costs only itself.

    Without a request, the one that the document plainly answers is attached; in doubt none is.
    """
    proposals, problems = [], []
    for path in paths:
        try:
            proposals.append(_take_one(desk, path, request_id))
        except PlainError as problem:
            problems.append(str(problem))
    return TakenIn(tuple(proposals), tuple(problems))


def _take_one(desk: Desk, path: Path, request_id: int | None) -> int:
    proposal_id = responses.keep(desk, path.name, file_bytes(path), request_id)
    responses.read(desk, proposal_id)
    if request_id is None:
        found = responses.match(desk, proposal_id)
        if len(found) == 1:
            responses.attach(desk, proposal_id, found[0])
    return proposal_id


def file_bytes(path: Path) -> bytes:
    """A file's bytes, or a plain error."""
    try:
        if path.is_dir():
            raise FileNotTakenError(f"“{path.name}” is a folder. Drop the files in it instead.")
        if path.stat().st_size > LARGEST:
            raise FileNotTakenError(
                f"“{path.name}” is larger than 100 MB, so it was not taken in. It is untouched."
            )
        return path.read_bytes()
    except OSError as problem:
        reason = problem.strerror or "it could not be opened"
        raise FileNotTakenError(
            f"“{path.name}” could not be read ({reason}). Nothing was changed."
        ) from problem


def record_files(workspace: Workspace, paths: Sequence[Path], request_id: int | None) -> None:
    """Take files in off the window's thread and open the first for checking."""

    def done(taken: TakenIn) -> None:
        said = list(taken.problems)
        if taken.proposals:
            workspace.announce_changes()
            workspace.navigate.emit("recording", taken.proposals[0])
            if len(taken.proposals) > 1:
                rest = len(taken.proposals) - 1
                said.append(f"{rest} more kept. Today leads to what is still to be read.")

        if said:
            # One notice takes the place of another: all that was refused is said in one.
            workspace.notice.emit(" ".join(said), False)

    workspace.tasks.run(
        lambda: take_in(workspace.desk, paths, request_id),
        done,
        lambda problem: workspace.notice.emit(str(problem), False),
        label="Reading the document",
    )
