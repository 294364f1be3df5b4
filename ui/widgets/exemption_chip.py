"""An exemption or exception cited: solid once a person confirmed it, dashed while proposed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from foitrack.desk.views import ProvisionTag
from foitrack.law.terms import Standing
from foitrack.law.wording import short_provision
from ui import theme
from ui.counting import for_later
from ui.widgets.mirrored import write

translate = QCoreApplication.translate

HEIGHT = 20
PAD = 6
GAP = 4
RADIUS = 4
REFUSAL_GROUNDS = ("FOIA s12", "FOIA s14", "FOISA s12", "FOISA s14")
"""Cost and vexatious or repeated requests: grounds of refusal outside the exemptions."""


def tooltip(tag: ProvisionTag) -> str:
    """The whole section, its name, qualified or absolute, and whether a person confirmed it."""
    parts = [tag.provision, tag.title]
    if tag.provision.split("(")[0] in REFUSAL_GROUNDS:
        parts.append(translate("ExemptionChip", "a ground of refusal, not an exemption"))
    elif tag.effect in _EFFECTS:
        parts.append(translate("ExemptionChip", _EFFECTS[tag.effect]))
    if tag.standing is not Standing.CITED:
        parts.append(translate("ExemptionChip", _STANDINGS[tag.standing]))
    parts.append(
        translate("ExemptionChip", "confirmed")
        if tag.confirmed
        else translate("ExemptionChip", "read by the app, not confirmed yet")
    )
    return ", ".join(part for part in parts if part)


_EFFECTS = {
    "absolute": for_later("absolute"),
    "qualified": for_later("qualified"),
    "mixed": for_later("absolute or qualified by its paragraph"),
}
_STANDINGS = {
    Standing.WITHDRAWN: for_later("withdrawn by the authority"),
    Standing.UPHELD: for_later("upheld on review"),
    Standing.OVERTURNED: for_later("overturned on review"),
}


def chip_width(short: str) -> int:
    """How wide the chip of a short provision ("s31") is."""
    return round(QFontMetricsF(theme.font(12, 600)).horizontalAdvance(short)) + 2 * theme.px(PAD)


def paint_exemption(
    painter: QPainter, box: QRectF, short: str, *, confirmed: bool, struck: bool = False
) -> None:
    """Paint one chip filling a box; `struck` for one withdrawn or overturned."""
    tokens = theme.tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = box.adjusted(0.5, 0.5, -0.5, -0.5)
    pen = QPen(tokens.line2 if confirmed else tokens.ctl, 1)
    if not confirmed:
        pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    painter.setBrush(tokens.sunken if confirmed else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, RADIUS, RADIUS)
    font = theme.font(12, 600)
    font.setStrikeOut(struck)
    painter.setFont(font)
    painter.setPen(tokens.text if confirmed else tokens.text2)
    write(painter, box, Qt.AlignmentFlag.AlignCenter, short)
    painter.restore()


def paint_exemptions(painter: QPainter, box: QRectF, tags: tuple[ProvisionTag, ...]) -> None:
    """Paint a row's chips from the left, one a section; what does not fit becomes "+2"."""
    shown = distinct(tags)
    left = box.left()
    tall = theme.px(HEIGHT)
    for place, (short, tag) in enumerate(shown):
        wide = chip_width(short)
        rest = len(shown) - place
        room = box.right() - left
        if wide > room or (rest > 1 and wide + GAP + chip_width(f"+{rest - 1}") > room):
            _paint_rest(painter, QRectF(left, box.top(), max(room, 0.0), box.height()), rest)
            return
        spot = QRectF(left, box.center().y() - tall / 2, wide, tall)
        struck = tag.standing in (Standing.WITHDRAWN, Standing.OVERTURNED)
        paint_exemption(painter, spot, short, confirmed=tag.confirmed, struck=struck)
        left += wide + GAP


def distinct(tags: tuple[ProvisionTag, ...]) -> list[tuple[str, ProvisionTag]]:
    """One tag a section: confirmed where any of the section's is."""
    found: dict[str, ProvisionTag] = {}
    for tag in tags:
        short = short_provision(tag.provision)
        if short not in found or (tag.confirmed and not found[short].confirmed):
            found[short] = tag
    return list(found.items())


def _paint_rest(painter: QPainter, box: QRectF, rest: int) -> None:
    painter.save()
    painter.setFont(theme.font(12, 500))
    painter.setPen(theme.tokens().text2)
    write(painter, box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, f"+{rest}")
    painter.restore()


class ExemptionChip(QLabel):
    """A chip as a label, with all about the provision in its tooltip."""

    def __init__(self, tag: ProvisionTag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_tag(tag)

    def show_tag(self, tag: ProvisionTag) -> None:
        """Show another provision, or the same once a person confirmed it."""
        self._tag = tag
        self.setText(short_provision(tag.provision))
        self.setToolTip(tooltip(tag))
        self.setAccessibleName(tooltip(tag))
        self.setFixedSize(QSize(chip_width(self.text()), theme.px(HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip in place of the label's plain text."""
        struck = self._tag.standing in (Standing.WITHDRAWN, Standing.OVERTURNED)
        paint_exemption(
            QPainter(self),
            QRectF(self.rect()),
            self.text(),
            confirmed=self._tag.confirmed,
            struck=struck,
        )
