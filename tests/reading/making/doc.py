"""Old Word documents and others, made by LibreOffice where it is installed."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from foitrack.reading.documents.programs import find_program, run_program
from tests.reading.making import odt
from tests.reading.making.blocks import Block

_FILTERS = {
    "doc": "doc:MS Word 97",
    "docx": "docx:MS Word 2007 XML",
    "rtf": "rtf:Rich Text Format",
    "odt": "odt:writer8",
}


def doc(blocks: Sequence[Block]) -> bytes:
    """An old Word document of paragraphs and tables."""
    return made_into("doc", odt.odt(blocks))


def made_into(form: str, data: bytes, given: str = "odt") -> bytes:
    """An OpenDocument text, or a document of the format `given`, in another format."""
    program = find_program("soffice")
    assert program is not None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        letter = folder / f"letter.{given}"
        letter.write_bytes(data)
        run_program(
            program,
            [
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                _FILTERS[form],
                "--outdir",
                str(folder / "made"),
                str(letter),
            ],
            seconds=120,
            folder=folder,
        )
        return (folder / "made" / f"letter.{form}").read_bytes()
