"""The left side of a new request: what was asked, when, and how it was sent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.views import CampaignView
from ui import theme
from ui.counting import counted
from ui.requests.questions import questions_in
from ui.widgets.date_field import DateField
from ui.widgets.form import Form, labelled
from ui.widgets.labels import secondary, words

ARRIVES_LATER = ("post", "other")
"""Ways of sending after which the day of receipt is worth asking for."""


class AskedForm(Form):
    """Says what is wrong at the field where it is."""

    changed = Signal()
    """The dates or the way of sending changed."""
    grown = Signal()
    """Fields were shown or hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLineEdit()
        self.title_problem = words("", 12, 400, "red", wrap=True)
        self.campaign = QComboBox()
        self.campaign.setEditable(True)
        self.wording = QPlainTextEdit()
        self.questions = secondary("")
        self.sent_on = DateField()
        self.sent_by = QComboBox()
        self.received_on = DateField()
        self.more = QPushButton(self.tr("Add a reference, your name or notes"))
        self.reference = QLineEdit()
        self.requester_name = QLineEdit()
        self.requester_address = QLineEdit()
        self.notes = QLineEdit()
        self._lay_out()
        self._connect()

    def offer_campaigns(self, campaigns: tuple[CampaignView, ...]) -> None:
        """Offer the campaigns there are; another name begins one."""
        typed = self.campaign.currentText()
        self.campaign.clear()
        self.campaign.addItems([view.name for view in campaigns])
        self.campaign.setCurrentText(typed)

    def say_title_missing(self) -> None:
        """A request needs a title."""
        self.title_problem.setText(self.tr("Give it a title, so that you find it again."))
        self.title_problem.show()
        theme.restyle(self.title, "wrong", True)
        self.title.setAccessibleDescription(self.title_problem.text())
        self.title.setFocus()

    def is_wrong(self) -> bool:
        """Whether a date in the form is none."""
        return self.sent_on.is_wrong() or (self._asks_receipt() and self.received_on.is_wrong())

    def way(self) -> str:
        """How it was sent: email, post, website, other."""
        return str(self.sent_by.currentData())

    def _asks_receipt(self) -> bool:
        return self.way() in ARRIVES_LATER

    def _lay_out(self) -> None:
        title, _ = labelled(self.tr("&Title"), self.title)
        layout = title.layout()
        assert layout is not None
        layout.addWidget(self.title_problem)
        self.title_problem.hide()
        self.add_widget(title)
        self.add_row(self.tr("Ca&mpaign"), self.campaign)
        line = self.campaign.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("None, or a name for a new one"))
        self.add_widget(self._wording_row(), 1)
        for value, said in self._ways().items():
            self.sent_by.addItem(said, value)
        self.add_pair((self.tr("&Date sent"), self.sent_on), (self.tr("Sent &by"), self.sent_by))
        self._receipt, _ = labelled(
            self.tr("Date &received by the authority"),
            self.received_on,
            self.tr("If you know it: the clock counts from receipt."),
        )
        self.add_widget(self._receipt)
        self._receipt.hide()
        self._add_more()

    def _add_more(self) -> None:
        theme.button_kind(self.more, "link")
        theme.set_icon(self.more, "plus", "accent_ink")
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        holder = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self.add_widget(holder)
        rest = Form()
        rest.add_pair(
            (self.tr("Your na&me in it"), self.requester_name),
            (self.tr("Your address in it"), self.requester_address),
        )
        rest.add_pair(
            (self.tr("The authority's reference"), self.reference), (self.tr("Notes"), self.notes)
        )
        self._rest = rest
        self.add_widget(rest)
        rest.hide()

    def _wording_row(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        label: QLabel = words(self.tr("&What you asked"), 13, 500)
        label.setBuddy(self.wording)
        self.wording.setAccessibleName(self.tr("What you asked"))
        self.wording.setPlaceholderText(self.tr("Paste the wording as you sent it."))
        self.wording.setTabChangesFocus(True)
        self.wording.setMinimumHeight(theme.px(110))
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self.questions)
        column.addLayout(head)
        column.addWidget(self.wording, 1)
        return box

    def _ways(self) -> dict[str, str]:
        return {
            "email": self.tr("Email"),
            "post": self.tr("Post"),
            "website": self.tr("A website"),
            "other": self.tr("Another way"),
        }

    def _connect(self) -> None:
        self.title.textChanged.connect(self._title_typed)
        self.wording.textChanged.connect(self._count)
        self.sent_on.date_changed.connect(lambda _: self.changed.emit())
        self.received_on.date_changed.connect(lambda _: self.changed.emit())
        self.sent_by.currentIndexChanged.connect(self._way_chosen)
        self.more.clicked.connect(self._show_more)

    def _title_typed(self) -> None:
        self.title_problem.hide()
        theme.restyle(self.title, "wrong", False)
        self.title.setAccessibleDescription("")

    def _count(self) -> None:
        number = questions_in(self.wording.toPlainText())
        found = self.tr("{0} found").format(counted(number, "question"))
        self.questions.setText(found if number else "")

    def _way_chosen(self) -> None:
        self._receipt.setVisible(self._asks_receipt())
        self.changed.emit()
        self.grown.emit()

    def _show_more(self) -> None:
        self._rest.show()
        self.more.hide()
        self.requester_name.setFocus()
        self.grown.emit()
