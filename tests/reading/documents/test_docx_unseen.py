"""Text of a Word file that cannot be seen as it stands: not read, and told of."""

from __future__ import annotations

import pytest

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.docx import read_docx
from tests.reading.making import docx
from tests.reading.making.docx import cell, paragraph, row, rows, run

WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
MARKED_BLUE = '<w:highlight w:val="blue"/>'
STYLES = (
    f'<w:style w:type="character" w:styleId="Paper"><w:rPr>{WHITE}</w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Banded"><w:tblStylePr w:type="firstRow">'
    f"<w:tcPr>{DARK}</w:tcPr></w:tblStylePr></w:style>"
)
SAID = f"<w:p><w:pPr/>{run('Year', properties=WHITE)}</w:p>"


def read(body: str) -> Document:
    return read_docx(docx.package(body, styles=STYLES), "letter.docx")


@pytest.mark.parametrize(
    "properties",
    [
        WHITE,
        '<w:color w:val="fafafa"/>',
        '<w:rStyle w:val="Paper"/>',
        '<w:highlight w:val="black"/>',
        '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>',
        '<w:sz w:val="1"/>',
    ],
)
def test_text_that_cannot_be_seen(properties: str) -> None:
    document = read(f"<w:p>{run('shown ')}{run('1234 Smith', properties=properties)}</w:p>")
    assert document.text.strip() == "shown"
    (warning,) = document.warnings
    assert "cannot be seen (10 characters" in warning
    assert "perhaps not meant to be released" in warning


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(rows(row(cell(SAID, DARK))), id="cell"),
        pytest.param(
            rows(row(cell(SAID))).replace("<w:tblPr/>", f"<w:tblPr>{DARK}</w:tblPr>"), id="table"
        ),
        pytest.param(
            rows(row(cell(SAID))).replace(
                "<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Banded"/></w:tblPr>'
            ),
            id="style of the table",
        ),
        pytest.param(SAID.replace("<w:pPr/>", f"<w:pPr>{DARK}</w:pPr>"), id="paragraph"),
        pytest.param(f"<w:p>{run('Year', properties=WHITE + DARK)}</w:p>", id="run"),
        pytest.param(
            f"<w:p>{run('Year', properties=WHITE + MARKED_BLUE)}</w:p>",
            id="marked",
        ),
        pytest.param(
            "<w:p><w:r><w:pict><v:textbox><w:txbxContent>"
            f"{SAID}</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
            id="text box",
        ),
        pytest.param(rows(row(cell(paragraph("Year"), DARK))), id="colour left to the program"),
    ],
)
def test_text_on_a_shade_is_seen(body: str) -> None:
    document = read(body)
    assert "Year" in document.text
    assert not document.warnings


def test_the_ground_ends_with_its_cell() -> None:
    document = read(rows(row(cell(SAID, DARK), cell(SAID.replace("Year", "Name")))) + SAID)
    assert "Year" in document.text and "Name" not in document.text
    assert "(8 characters" in document.warnings[0]
