"""A page with many parts can be made over several turns of the event loop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.workspace import Workspace


class InTurns(QWidget):
    """Made whole at once, or, while nobody waits for it, a part at each step of `making`."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, whole: bool = True
    ) -> None:
        super().__init__(parent)
        self.made_ahead = not whole
        """Nobody has asked for it: what it shows is read when somebody does."""
        self.making = self._parts(workspace)
        if whole:
            self.finish()

    def finish(self) -> None:
        """Make at once what is not there yet."""
        for _ in self.making:
            pass

    def _parts(self, workspace: Workspace) -> Iterator[None]:
        """Makes the parts, and stops after each."""
        raise NotImplementedError
