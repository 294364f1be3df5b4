"""Which law applies to a new request, why, and how to change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from foitrack.desk.views import AuthorityChoice
from foitrack.law.regimes import Rules
from foitrack.law.terms import Body, Regime
from ui import theme
from ui.core_words import told
from ui.law_tips import LAW, teach
from ui.law_words import body_words
from ui.requests.boxed import Boxed
from ui.widgets.labels import secondary, words

SCOTTISH = (Regime.FOISA, Regime.EISR)


class LawBox(QWidget):
    """Worked out from the authority; the person may say otherwise."""

    changed = Signal()

    def __init__(self, rules: Rules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._proposed: AuthorityChoice | None = None
        self._chosen: Regime | None = None
        self.name = words("", 13, 600, wrap=True)
        self.reason = secondary("", wrap=True)
        self.hint = secondary("")
        self.change = QPushButton(self.tr("Change"))
        theme.button_kind(self.change, "link")
        self.change.setAccessibleName(self.tr("Change which law applies"))
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Which law applies"))
        self.choice.hide()
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Whether a special time to answer applies"))
        for body in Body:
            self.kind.addItem(body_words(body), body.value)
        self.kind.hide()
        for box in (self.choice, self.kind):
            # A long title would otherwise push what stands beside it out of the dialog.
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
        self._lay_out()
        self.change.clicked.connect(self.offer)
        self.choice.activated.connect(self._choose)
        self.kind.activated.connect(lambda _: self.changed.emit())
        self.show_authority(None)

    def show_authority(self, choice: AuthorityChoice | None) -> None:
        """Propose the law for another authority; a choice made for the one before is gone."""
        self._proposed = choice
        self._chosen = None
        self.choice.hide()
        self.set_body(choice.body if choice else Body.GENERAL)
        self._show()

    def body(self) -> Body:
        """For whom a statute sets a time of its own."""
        return Body(self.kind.currentData())

    def set_body(self, body: Body) -> None:
        """Choose for whom; shown where it is not the general time."""
        self.kind.setCurrentIndex(self.kind.findData(body.value))
        self.kind.setVisible(body is not Body.GENERAL)

    def regime(self) -> Regime:
        """The law that applies."""
        if self._chosen is not None:
            return self._chosen
        return self._proposed.regime if self._proposed else Regime.FOIA

    def chosen(self) -> Regime | None:
        """The law that the person chose, or None where the proposal stands."""
        return self._chosen

    def offer(self) -> None:
        """Offer the four laws, those of the authority's country first."""
        scottish = self._proposed is not None and self._proposed.regime in SCOTTISH
        mine = [r for r in Regime if (r in SCOTTISH) == scottish]
        self.choice.clear()
        for regime in (*mine, *(r for r in Regime if r not in mine)):
            title = self._rules.of(regime).title
            self.choice.addItem(f"{title} ({regime.value})", regime.value)
        self.choice.setCurrentIndex(self.choice.findData(self.regime().value))
        self.choice.show()
        self.kind.show()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, regime: Regime) -> None:
        """Choose a law."""
        proposed = self._proposed.regime if self._proposed else Regime.FOIA
        self._chosen = None if regime is proposed else regime
        self._show()
        self.changed.emit()

    def _choose(self) -> None:
        self.choose(Regime(self.choice.currentData()))

    def _show(self) -> None:
        self.name.setText(self._rules.of(self.regime()).title)
        teach(self.name, LAW, self.regime())
        self.hint.setText(
            self.tr("chosen by you") if self._chosen else self.tr("worked out for you")
        )
        if self._chosen is not None:
            self.reason.setText(self.tr("You chose this law for this request."))
        elif self._proposed is None:
            self.reason.setText(self.tr("Until you choose an authority, this is a guess."))
            self.hint.setText("")
        else:
            self.reason.setText(told(self._proposed.regime_reason))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(words(self.tr("Which law applies"), 13, 500))
        head.addWidget(self.hint)
        head.addStretch(1)
        box = Boxed()
        sign = QLabel(box)
        theme.set_pixmap(sign, "scales", "text2")
        said = QVBoxLayout()
        said.setSpacing(6)
        for widget in (self.name, self.reason, self.choice, self.kind):
            said.addWidget(widget)
        row = QHBoxLayout(box)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(10)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(box)
