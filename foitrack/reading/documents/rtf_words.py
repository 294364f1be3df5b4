"""The control words of Rich Text that matter for its text."""

from __future__ import annotations

import re

TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|"
    rb"\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}]+)|(?P<odd>.)",
    re.DOTALL,
)
SIGNS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "softline": "\n",
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "~": "\u00a0", "_": "\u2011", "-": "", "\\": "\\", "{": "{", "}": "}",
    "|": "", ":": ":", "\t": "\t",
}  # fmt: skip
NOT_TEXT = frozenset(
    ["colortbl", "stylesheet", "info", "pict", "nonshppict", "shprslt", "object", "xe", "tc",
     "rxe", "pn", "fldinst", "nonesttables", "revtbl", "listtable", "listoverridetable",
     "filetbl", "themedata", "colorschememapping", "latentstyles", "datastore", "bkmkstart",
     "bkmkend", "private", "xmlopen", "template", "operator", "atnid", "atnauthor", "atntime",
     "atnref", "atndate", "atnicn", "atrfstart", "atrfend", "docvar", "ftnsep", "ftnsepc",
     "ftncn", "aftnsep", "aftnsepc", "aftncn", "formfield", "upr", "sp", "objdata", "objclass",
     "mmathPr", "generator", "userprops", "panose", "falt", "fontemb", "keycode", "picprop"]
)  # fmt: skip
"""Groups whose text is no part of the document's."""
STARRED = frozenset(["shpinst", "shptxt", "nesttableprops", "annotation", "do", "ud", "result"])
"""Groups marked as skippable that are read all the same."""
HEADS = frozenset(["header", "headerl", "headerr", "headerf"])
FEET = frozenset(["footer", "footerl", "footerr", "footerf"])
BOXES = frozenset(["shptxt", "dptxbxtext"])
MARKS = frozenset(["listtext", "pntext"])
BULLETS = frozenset("·•o§Ø§v\u00a7\u00b7\uf0b7▪■●○◦-–")
CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
SYMBOL_CHARSET = 2
SYMBOLS = {0xB7: "•", 0xA7: "•", 0xA8: "☐", 0x6F: "☐", 0xFE: "☑", 0xFD: "☒", 0x6C: "•"}


def codec(page: int) -> str:
    """The codec of a Windows code page by its number; Western where it is none known."""
    names = {65001: "utf-8", 10000: "mac_roman", 1200: "cp1252"}
    name = names.get(page, f"cp{page}")
    try:
        b"a".decode(name)
    except (LookupError, ValueError):
        return "cp1252"
    return name
