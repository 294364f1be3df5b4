"""A letter made up for readers to try themselves on while they wait.

It has most of what letters have, so that what is made ready once in a process is ready when a
real one comes: the renderer, some hundreds of patterns, the directory's names, the schemas' words.
"""

NAME = "specimen.pdf"
_LETTER = """
Freedom of Information Unit
Ashdale Police
Our reference: FOI 1234/23
Date: 27 March 2023

Dear requester

FREEDOM OF INFORMATION ACT 2000: REQUEST

Thank you for your request dated 1 March 2023, which we received on 2 March 2023. You asked:

1. How many police officers were investigated for misconduct on social media in each year from 2019
to 2022, by rank, platform and outcome?
2. Please provide copies of the reports.

Following receipt of your request, searches were conducted within Ashdale Police. I can confirm
that the information you have requested is held in part.

Response to question 1

Year\tRank\tPlatform\tOutcome\tNumber
2019\tPC\tFacebook\tWritten warning\t2
2020\tSergeant\tWhatsApp\tManagement action\t<5
2021\tPC\tTwitter\tNo further action\t1
Total\t\t\t\t4

In 2022 two constables received final written warnings and one sergeant was dismissed.

Response to question 2

The reports are exempt from disclosure under section 31(1)(g) by virtue of section 31(2)(b) (law
enforcement) and section 40(2) (personal information) of the Act. Section 17 requires us to say
which exemptions apply and why. We have considered the public interest test: the public interest in
maintaining the exemption outweighs that in disclosure. To locate the rest would exceed the
appropriate limit of 18 hours under section 12(1). No information is held for 2018. We can neither
confirm nor deny that any other information is held. Please see the attached spreadsheet
"figures.xlsx". Some of it is published on our website at www.example.org/foi (section 21(1)).

If you are dissatisfied with this response you may ask for an internal review within 40 working
days, by writing to foi@example.org. If you remain dissatisfied you may complain to the Information
Commissioner, Wycliffe House, Water Lane, Wilmslow SK9 5AF.

Yours sincerely

Information Officer
"""
_TOP, _LEFT, _PITCH, _COLUMN = 820, 40, 13, 100


def specimen() -> bytes:
    """The letter as a PDF of one page, plainly made."""
    drawn = [
        f"BT /F 9 Tf {_LEFT + _COLUMN * column} {_TOP - _PITCH * row} Td ({_escaped(cell)}) Tj ET"
        for row, line in enumerate(_LETTER.strip().split("\n"))
        for column, cell in enumerate(line.split("\t"))
        if cell
    ]
    contents = "\n".join(drawn)
    parts = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        "/Resources<</Font<</F 4 0 R>>>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Length {len(contents)}>>stream\n{contents}\nendstream",
    )
    written, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(f"{len(written):010} 00000 n \n")
        written += f"{number} 0 obj\n{part}\nendobj\n"
    table = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{''.join(places)}"
    end = f"trailer\n<</Size {len(parts) + 1}/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF\n"
    return f"{written}{table}{end}".encode("ascii")


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
