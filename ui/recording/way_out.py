"""Where one goes from Record response: back to the request, to the others that came, or home."""

from __future__ import annotations

from ui.recording.loading import Loaded
from ui.workspace import Workspace


def go_back(workspace: Workspace, loaded: Loaded | None) -> None:
    """To the others of a batch; else to the letter's request; else to Today."""
    request = loaded.request if loaded is not None else None
    batch = workspace.intake.batch
    if loaded is not None and loaded.proposal.id in batch and len(batch) > 1:
        # One of several that came together: the others wait in the list.
        workspace.navigate.emit("arrivals", None)
    elif request is not None:
        workspace.navigate.emit("requests", request.id)
    else:
        workspace.navigate.emit("today", None)


def go_on_without(workspace: Workspace) -> None:
    """From a response that was taken away: its request may have gone with it."""
    several = len(workspace.intake.batch) > 1
    workspace.navigate.emit("arrivals" if several else "today", None)


def go_to_parts(workspace: Workspace, parts: tuple[int, ...]) -> None:
    """From a file that held several answers: to the one, or to the list of them."""
    page, argument = ("recording", parts[0]) if len(parts) == 1 else ("arrivals", None)
    workspace.navigate.emit(page, argument)
