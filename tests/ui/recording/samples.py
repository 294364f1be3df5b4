"""Documents of several formats, made for the tests: a letter as PDF, a mail, a workbook."""

from __future__ import annotations

from email.message import EmailMessage
from io import BytesIO

from openpyxl import Workbook
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

LETTER = """Kent Police

Our reference: FOI 2023/445

20 March 2023

Dear requester

Thank you for your request of 1 March 2023 about body worn video.

We refuse your request under section 31(1)(a) of the Freedom of Information Act 2000, because
disclosure would be likely to prejudice the prevention or detection of crime.

If you are not content you may ask for an internal review within 40 working days.
"""
ROWS = (
    ("Year", "Rank", "Platform", "Allegation", "Outcome"),
    ("2021", "PC", "Facebook", "Rude remarks", "Written warning"),
    ("2021", "T/DCI", "WhatsApp", "Offensive messages", "Final written warning"),
    ("2022", "PS", "Twitter", "Shared a picture", "Management advice"),
)


def pdf(*pages: str) -> bytes:
    """A PDF with the lines of each text on a page of its own."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=True)
    for text in pages:
        canvas.setFont("Helvetica", 11)
        for number, line in enumerate(text.splitlines()):
            canvas.drawString(72, 780 - 15 * number, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def workbook() -> bytes:
    """A workbook of police officers' misconduct on social media, its table from row 3."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "2021-22"
    sheet.append(["Police officers and social media misconduct"])
    sheet.append([])
    for row in ROWS:
        sheet.append(list(row))
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def mail(*attachments: tuple[str, bytes]) -> bytes:
    """A mail from Kent Police with files attached."""
    made = EmailMessage()
    made["From"] = "Freedom of Information <foi@kent.police.example>"
    made["To"] = "requester@example.org"
    made["Subject"] = "Response to your request"
    made["Date"] = "Mon, 20 Mar 2023 10:00:00 +0000"
    made["Message-ID"] = "<1@kent.police.example>"
    made.set_content("Dear requester\n\nPlease find our response attached.\n\nKent Police\n")
    for name, data in attachments:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()
