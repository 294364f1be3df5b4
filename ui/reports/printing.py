"""Prints the PDF on paper: the printer is asked for on the window's thread, fed on the worker's."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from foitrack.errors import PlainError
from ui.reports.pages_of_pdf import PdfPages, render

MOST_DOTS = 300
"""Dots to the inch: finer than type needs, and a page still fits in memory."""


class PrintingError(PlainError):
    """The printer did not take the pages; the message is for a person."""


def ask_printer(parent: QWidget, pages: PdfPages, title: str) -> QPrinter | None:
    """Ask which printer and which pages; None where the person thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    set_paper(printer, pages)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages.count)
    dialog.setWindowTitle(parent.tr("Print the summary"))
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def set_paper(printer: QPrinter, pages: PdfPages) -> None:
    """Set the paper as the pages have it; they carry their own margins."""
    wide = pages.sizes[0].width() > pages.sizes[0].height()
    way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF()))
    printer.setFullPage(True)


def _wanted(printer: QPrinter, pages: PdfPages) -> range:
    first, last = printer.fromPage() or 1, printer.toPage() or pages.count
    return range(first - 1, min(last, pages.count))


def print_pages(printer: QPrinter, pages: PdfPages) -> int:
    """Print the pages that were chosen; how many. PrintingError where the printer refuses."""
    dots = min(printer.resolution(), MOST_DOTS)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintingError(
            "The printer did not take the summary. Nothing was printed. Look at the printer, "
            "or save the PDF and print it from another program."
        )
    wanted = _wanted(printer, pages)
    try:
        for at in wanted:
            if at > wanted.start:
                printer.newPage()
            picture = render(pages, [at], dots / 72)[at]
            painter.drawImage(QRectF(painter.viewport()), picture)
    finally:
        painter.end()
    return len(wanted)
