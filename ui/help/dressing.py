"""How the guide's text looks: the design's sizes and colours, put on what Markdown gave."""

from __future__ import annotations

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from ui import theme

BODY = 14
HEADINGS = {1: (26, 600), 2: (20, 600), 3: (15, 600)}
ABOVE = {1: 4, 2: 28, 3: 18}
LINE_PERCENT = 140.0


def dress(document: QTextDocument) -> None:
    """Give every block and table its size, weight, colour and room."""
    document.setDefaultFont(theme.font(BODY))
    block = document.begin()
    while block.isValid():
        _dress_block(block)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame)


def _dress_block(block: QTextBlock) -> None:
    level = block.blockFormat().headingLevel()
    room = QTextBlockFormat()
    kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    room.setLineHeight(LINE_PERCENT, kind.value)
    in_table = QTextCursor(block).currentTable() is not None
    listed = block.textList() is not None
    room.setTopMargin(theme.px(ABOVE.get(level, 0)))
    room.setBottomMargin(theme.px(2 if in_table else 4 if listed else 8))
    whole = QTextCursor(block)
    whole.mergeBlockFormat(room)
    for start, length, letters in _fragments(block):
        part = QTextCursor(block)
        part.setPosition(start)
        part.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        part.setCharFormat(_dressed(letters, level))


def _fragments(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    found = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        found.append((fragment.position(), fragment.length(), fragment.charFormat()))
        at += 1
    return found


def _dressed(letters: QTextCharFormat, level: int) -> QTextCharFormat:
    """The same letters with the design's font and colours; bold and slanted stay so."""
    tokens = theme.tokens()
    size, weight = HEADINGS.get(level, (BODY, 400))
    font = theme.font(size, 600 if letters.fontWeight() > QFont.Weight.Medium else weight)
    font.setItalic(letters.fontItalic())
    code = letters.fontFixedPitch() or letters.hasProperty(QTextFormat.Property.FontFixedPitch)
    made = QTextCharFormat(letters)
    made.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    made.setFont(font)
    made.setForeground(tokens.accent_ink if letters.isAnchor() else tokens.text)
    if letters.isAnchor():
        made.setFontUnderline(True)
    if code:
        made.setBackground(tokens.sunken)
    return made


def _dress_table(table: QTextTable) -> None:
    made = table.format()
    made.setBorder(1)
    made.setBorderBrush(theme.tokens().line2)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderCollapse(True)
    made.setCellPadding(theme.px(6))
    made.setCellSpacing(0)
    made.setTopMargin(theme.px(4))
    made.setBottomMargin(theme.px(12))
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(made)
