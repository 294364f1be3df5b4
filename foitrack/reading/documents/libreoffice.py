"""Old Word documents (.doc), made into OpenDocument texts by LibreOffice where it is installed.

It gets a profile of its own that forbids macros, links and the network, a private folder that
is removed afterwards, and a time limit.
"""

from __future__ import annotations

from pathlib import Path

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.odt import read_odt_as
from foitrack.reading.documents.package import damaged, locked
from foitrack.reading.documents.programs import ProgramError, find_program, run_program
from foitrack.reading.findings import UnreadableDocumentError
from foitrack.reading.worker.converting import converting

SECONDS = 90.0
_LARGEST = 256 * 1024 * 1024
_WORD_MARK = b"\xec\xa5"
_ENCRYPTED = 0x0100
_SECTOR = 512
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_FORBIDDEN = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Office.Common/Misc", "UseSystemFileDialog", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def read_doc(data: bytes, name: str) -> Document:
    """An old Word document as a document.

    Raises UnreadableDocumentError: LibreOffice is not there, cannot open it, or takes too long;
    or the document is locked.
    """
    if _is_locked(data):
        raise locked(name)
    of_xml = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    kind = "MS Word 2003 XML" if of_xml else "MS Word 97"
    return read_odt_as("doc", _converted(data, name, kind), name)


def _converted(data: bytes, name: str, kind: str) -> bytes:
    program = find_program("soffice")
    if program is None:
        raise UnreadableDocumentError(
            "needs-program",
            f"“{name}” is an old Word document, which LibreOffice opens: it is not installed "
            "here. Install LibreOffice and read the file again, or open it in a word processor "
            "and save it as .docx or PDF. The file itself is kept and unharmed.",
        )
    with converting() as folder:
        letter = folder / "letter.doc"
        letter.write_bytes(data)
        try:
            run_program(
                program,
                [_profile(folder), *_ALWAYS, f"--infilter={kind}", "--convert-to", "odt",
                 "--outdir", str(folder / "out"), str(letter)],
                seconds=SECONDS,
                folder=folder,
                environment={"SAL_USE_VCLPLUGIN": "svp", "SAL_DISABLE_OPENCL": "1"},
            )  # fmt: skip
            made = folder / "out" / "letter.odt"
            if not made.is_file():
                raise damaged(name)
            if made.stat().st_size > _LARGEST:
                raise UnreadableDocumentError(
                    "too-large", f"“{name}” holds more than is read at once."
                )
            return made.read_bytes()
        except ProgramError:
            raise UnreadableDocumentError(
                "damaged",
                f"LibreOffice could not open “{name}”: it is damaged, cut short, or too large. "
                "Ask for the file again, or in another form.",
            ) from None


_ALWAYS = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard")


def _profile(folder: Path) -> str:
    """A fresh profile that forbids what a letter has no business doing."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    items = "\n".join(_ITEM.format(path=p, name=n, value=v) for p, n, v in _FORBIDDEN)
    (user / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), "utf-8")
    return f"-env:UserInstallation={(folder / 'profile').as_uri()}"


def _is_locked(data: bytes) -> bool:
    """Whether the document's own header says that it is encrypted (its bit fEncrypted)."""
    for at in range(_SECTOR, min(len(data), 64 * _SECTOR), _SECTOR):
        if data[at : at + 2] == _WORD_MARK:
            flags = int.from_bytes(data[at + 10 : at + 12], "little")
            return bool(flags & _ENCRYPTED)
    return False
