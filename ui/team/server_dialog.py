"""Opening a case file on a team's server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from foitrack import assets
from foitrack.desk import servers
from foitrack.errors import PlainError
from ui import theme
from ui.core_words import told
from ui.requests.dialog_frame import DialogFrame
from ui.widgets.form import Form
from ui.widgets.labels import secondary

if TYPE_CHECKING:
    from ui.workspace import Workspace


class ServerDialog(DialogFrame):
    """Asks until the database opens, or the person leaves; what was typed stays."""

    opened = Signal(object)
    """The desk."""

    def __init__(self, workspace: Workspace, address: str = "", parent: QWidget | None = None):
        super().__init__("", "", parent, width=500)
        self.setObjectName("openOnServer")
        self.set_title(self.tr("Open a team's database"))
        self.accept_button.setText(self.tr("Open"))
        self._workspace = workspace
        known = servers.place_of(address)
        self.host = QLineEdit(known.host)
        self.host.setPlaceholderText("db.example.org")
        self.port = QSpinBox()
        # Its own field takes no padding from the style sheet.
        self.port.lineEdit().setTextMargins(theme.px(8), 0, theme.px(8), 0)
        self.port.setFixedHeight(theme.px(30))
        self.port.setRange(1, servers.HIGHEST_PORT)
        self.port.setValue(known.port)
        self.database = QLineEdit(known.database)
        self.user = QLineEdit(known.user)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep = QCheckBox(self.tr("&Keep the password in this computer's keyring"))
        self.make = QCheckBox(self.tr("The database is &empty: make a case file in it"))
        self._lay_out()
        fields = (self.host, self.database, self.user, self.password)
        for field in fields:
            field.textChanged.connect(lambda _: self.complain(""))
            field.returnPressed.connect(self.accept)
        (self.password if known.host and known.database else self.host).setFocus()

    def _lay_out(self) -> None:
        form = Form()
        form.add_pair(
            (self.tr("&Server"), self.host), (self.tr("&Port (5432 if nobody says)"), self.port)
        )
        form.add_pair((self.tr("&Database"), self.database), (self.tr("Your &name"), self.user))
        form.add_row(
            self.tr("Pass&word"),
            self.password,
            self.tr("Empty: the one in your keyring, in .pgpass or in PGPASSWORD."),
        )
        form.add_widget(self.keep)
        self.keep.setEnabled(servers.can_keep_passwords())
        if not self.keep.isEnabled():
            self.keep.setToolTip(self.tr("This computer has no keyring that takes passwords."))
        form.add_widget(self.make)
        said = self.tr("Away from this computer only encrypted connections (TLS) are made.")
        form.add_widget(secondary(said, wrap=True))
        self.body.addWidget(form)

    def place(self) -> servers.Place:
        """What the fields name."""
        host, database, user = (
            field.text().strip() for field in (self.host, self.database, self.user)
        )
        return servers.Place(host, database, user, self.port.value())

    def accept(self) -> None:
        """Open it, off the window's thread."""
        try:
            address = servers.checked(self.place()).address()
        except PlainError as problem:
            self.complain(told(problem))
            self.refit()
            return
        password, make, keep = self.password.text(), self.make.isChecked(), self.keep.isChecked()
        self.set_busy(True)
        self._workspace.read(
            lambda: servers.open_server(
                address, password, assets.reference(), make=make, keep=keep
            ),
            self._opened,
            self._failed,
            self.tr("Opening the case file"),
        )

    def _failed(self, problem: Exception) -> None:
        self.fail(problem)
        self.refit()

    def _opened(self, desk: object) -> None:
        self.password.clear()
        self.done(int(self.DialogCode.Accepted))
        self.opened.emit(desk)
