"""What is said of an authority: of one's own everything, of the directory's what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from foitrack.desk.stale import Conflict
from foitrack.desk.views.authority import AuthorityDetails
from foitrack.law.regimes import Rules
from foitrack.law.terms import Regime
from ui import theme
from ui.team.stale_form import StaleForm
from ui.widgets.form import Form

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
NATIONS = ("England", "Wales", "Scotland", "Northern Ireland", "United Kingdom")


class EditDialog(StaleForm):
    """Who opened it writes what it tells, and says so where it cannot be."""

    enter_accepts = True

    wanted = Signal(object)
    """`AuthorityDetails`."""

    def __init__(
        self,
        details: AuthorityDetails,
        rules: Rules,
        kinds: Iterable[str],
        *,
        own: bool,
        new: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", self.tr("Save"), parent, width=560)
        self._details = details
        self.seen = details
        """What was shown of it."""
        self.set_title(self.tr("New authority") if new else self.tr("Edit the authority"))
        self.accept_button.setText(self.tr("Add") if new else self.tr("Save"))
        self.name = QLineEdit(details.name)
        self.short_name = QLineEdit(details.short_name)
        self.aliases = QLineEdit("; ".join(details.aliases))
        self.nation = _choice(NATIONS, details.nation)
        self.kind = _choice(sorted(kinds), details.kind)
        self.law = QComboBox()
        for regime in Regime:
            self.law.addItem(f"{regime.value}: {rules.of(regime).title}", regime)
        self.law.setCurrentIndex(list(Regime).index(details.regime))
        self.law.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.email = QLineEdit(details.email)
        self.notes = QPlainTextEdit(details.notes)
        self.notes.setTabChangesFocus(True)
        self.notes.setMinimumHeight(theme.px(70))
        self._lay_out(own)
        (self.name if own else self.email).setFocus()

    def details(self) -> AuthorityDetails:
        """What the fields say."""
        return AuthorityDetails(
            name=self.name.text(),
            short_name=self.short_name.text(),
            aliases=tuple(self.aliases.text().split(";")),
            nation=self.nation.currentText(),
            kind=self.kind.currentText(),
            regime=Regime(self.law.currentData()),
            body=self._details.body,
            email=self.email.text().strip(),
            notes=self.notes.toPlainText(),
        )

    def accept(self) -> None:
        """Tell what the fields say, unless something in them cannot be."""
        if self.is_undecided():
            return
        if not self.name.text().strip():
            self.complain(self.tr("Give the authority a name."))
            self.name.setFocus()
            return
        address = self.email.text().strip()
        if address and not _ADDRESS.fullmatch(address):
            self.complain(self.tr("That is no e-mail address. Correct it, or leave it empty."))
            self.email.setFocus()
            return
        self.set_busy(True)
        self.wanted.emit(self.details())

    def take(self, conflict: Conflict, mine: bool) -> None:
        """Have one of the two values in its field."""
        value: Any = conflict.mine if mine else conflict.theirs
        theirs: dict[str, Any] = {conflict.field: conflict.theirs}
        self.seen = replace(self.seen, **theirs)
        if conflict.field == "regime":
            self.law.setCurrentIndex(list(Regime).index(value))
        elif conflict.field == "body":
            self._details = replace(self._details, body=value)
        elif conflict.field == "notes":
            self.notes.setPlainText(value)
        elif conflict.field in ("nation", "kind"):
            {"nation": self.nation, "kind": self.kind}[conflict.field].setCurrentText(value)
        else:
            lines = {"name": self.name, "short_name": self.short_name, "email": self.email}
            line = lines.get(conflict.field, self.aliases)
            line.setText("; ".join(value) if isinstance(value, tuple) else value)

    def _lay_out(self, own: bool) -> None:
        form = Form()
        form.add_row(
            self.tr("&Name"),
            self.name,
            "" if own else self.tr("Name, nation and kind come from the directory."),
        )
        form.add_pair(
            (self.tr("S&hort name"), self.short_name), (self.tr("&E-mail for requests"), self.email)
        )
        form.add_row(
            self.tr("&Other names"),
            self.aliases,
            self.tr("With semicolons between them. Each finds it, and is told from no other."),
        )
        form.add_pair((self.tr("Na&tion"), self.nation), (self.tr("&Kind"), self.kind))
        form.add_row(
            self.tr("&Law of new requests"),
            self.law,
            self.tr("Requests made before keep theirs."),
        )
        form.add_row(self.tr("Note&s"), self.notes, stretch=1)
        for field in (self.name, self.nation, self.kind):
            field.setEnabled(own)
        self.body.addWidget(form, 1)


def _choice(offered: Iterable[str], value: str) -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.addItems(list(offered))
    made.setCurrentText(value)
    return made
