"""Two names of one authority become one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.counting import counted
from ui.requests.authority_search import AuthoritySearch
from ui.requests.dialog_frame import DialogFrame
from ui.widgets.labels import words
from ui.workspace import Workspace


class JoinDialog(DialogFrame):
    """Asks which authority it really is."""

    wanted = Signal(str)
    """The name of the authority that stays."""

    def __init__(
        self, workspace: Workspace, name: str, requests: int, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent, width=480, height=420)
        self.set_title(self.tr("Join with another authority"))
        self.accept_button.setText(self.tr("Join"))
        said = self.tr("{0} of “{1}” go over to:").format(counted(requests, "request"), name)
        self.body.addWidget(words(said, 13, 500, wrap=True))
        self.search = AuthoritySearch(workspace)
        self.body.addWidget(self.search)
        self.body.addStretch(1)
        self.say(
            self.tr("From then on “{0}” means that authority too. It can be undone.").format(name)
        )
        self.search.setFocus()

    def accept(self) -> None:
        """Tell which one stays, once one is chosen."""
        choice = self.search.choice()
        if choice is None:
            self.search.complain(self.tr("Choose the authority from the list."))
            self.search.setFocus()
            return
        self.set_busy(True)
        self.wanted.emit(choice.name)
