"""A question with two answers, for what cannot be undone or leaves this program."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.requests.dialog_frame import DialogFrame
from ui.widgets.labels import words

WIDTH = 480


class Question(DialogFrame):
    """Enter gives the answer that has the keyboard: yes, or no where yes is `grave`."""

    agreed = Signal()
    declined = Signal()
    """The other button, Esc, or closed."""

    def __init__(
        self,
        title: str,
        asked: str,
        follows: str,
        answers: tuple[str, str],
        parent: QWidget | None = None,
        *,
        grave: bool = False,
    ) -> None:
        """`asked` in one sentence, and what `follows`; `answers` are the words of yes and no."""
        yes, no = answers
        super().__init__(title, yes, parent, width=WIDTH)
        self.asked = words(asked, 13, 600, wrap=True)
        self.follows = words(follows, 13, 400, "text2", wrap=True)
        self.body.setSpacing(8)
        self.body.addWidget(self.asked)
        self.body.addWidget(self.follows)
        self.setAccessibleDescription(f"{asked} {follows}")
        self.cancel.setText(no)
        first = self.accept_button
        if grave:
            first = self.cancel
            for button in (self.cancel, self.accept_button):
                theme.button_kind(button, "")
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.accepted.connect(self.agreed)
        self.rejected.connect(self.declined)
