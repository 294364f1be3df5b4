"""Mails, mailboxes and archives with bytes changed, lost, doubled or strewn in: read as far as
can be, or refused in plain words, and never for long.
"""

from __future__ import annotations

import io
import random
import time
import warnings
import zipfile
from collections.abc import Callable
from functools import cache

import pytest

from foitrack.reading.findings import Part, Reading, UnreadableDocumentError
from foitrack.reading.reader import ReadingContext, read_document
from tests.reading import mailing
from tests.reading.making.msg import Attached, Tree, compound, mail, packed_rtf
from tests.reading.making.mutations import of_bytes, of_mail
from tests.reading.test_broken_documents import mutated
from tests.reading.test_letters import letter

SHORT, LONG = 30, 2000
LONGEST = 20.0
"""Seconds for one document; most take a hundredth of one."""
TEXT = letter("police-refused-31-40")["text"].lstrip("\n")
BELOW = (
    "\n\nOn Mon, 20 Feb 2023 at 09:00, Campaign desk <desk@example.org>\nwrote:\n> Under the "
    "Freedom of Information Act please tell me how many swans there are.\n"
)
FILES = [
    ("reply.txt", TEXT.encode()),
    ("data.csv", b"Year,Rank,Platform,Outcome\n2020,PC,Facebook,Dismissed\n2021,PC,X,None\n"),
    ("image001.png", b"\x89PNG\r\n\x1a\n" + bytes(400)),
]
HTML = "<html><body><p>Figures</p><table><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table>"


@cache
def emls() -> list[bytes]:
    inner = mailing.eml(TEXT, FILES)
    return [
        mailing.eml(TEXT + BELOW, html=HTML),
        mailing.eml(mailing.COVER, FILES),
        mailing.eml(mailing.COVER, [("inner.eml", inner), ("all.zip", mailing.archive(FILES))]),
    ]


@cache
def trees() -> list[Tree]:
    inner = mail(subject="Inner", text=TEXT, attached=(Attached("a.txt", b"x"),), embedded=True)
    files = tuple(Attached(name, data) for name, data in FILES)
    return [
        mail(subject="Your request", sent=mailing.SENT, text=TEXT + BELOW),
        mail(subject="Your request", text=mailing.COVER, attached=files),
        mail(subject="x", html=HTML.encode(), attached=(Attached("Mail", inner),)),
        mail(subject="x", rtf=packed_rtf(rb"{\rtf1 We do not hold it.\par}"), narrow="1252"),
    ]


@cache
def msgs() -> list[bytes]:
    return list(map(compound, trees()))


@cache
def mboxes() -> list[bytes]:
    one = mailing.mbox(TEXT + BELOW)
    return [one, one + b"\n\n" + mailing.mbox(mailing.COVER, FILES)]


@cache
def archives() -> list[bytes]:
    return [
        mailing.archive(FILES),
        mailing.archive([("mails/a.eml", mailing.eml(mailing.COVER, FILES)), *FILES]),
    ]


ORIGINALS: dict[str, Callable[[], list[bytes]]] = {
    "eml": emls,
    "msg": msgs,
    "mbox": mboxes,
    "zip": archives,
}


def change(form: str, number: int, chance: random.Random) -> bytes:
    """One of the originals changed; most of what has a container, inside of it."""
    originals = ORIGINALS[form]()
    if form == "msg" and chance.random() < 0.8:
        inside = trees()
        return of_mail(inside[number % len(inside)], chance)
    data = originals[number % len(originals)]
    if form == "zip" and chance.random() < 0.5:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(name, archive.read(name)) for name in archive.namelist()]
        return mailing.archive([(name, of_bytes(own, chance)) for name, own in members])
    return mutated(data, chance)


def try_all(context: ReadingContext, form: str, rounds: int) -> None:
    chance = random.Random(f"20230330 {form}")
    read = 0
    for number in range(rounds):
        data = change(form, number, chance)
        began = time.perf_counter()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                reading = read_document(data, f"a.{form}", context)
        except UnreadableDocumentError as problem:
            assert problem.message
        else:
            check(reading)
            read += 1
        assert time.perf_counter() - began < LONGEST, f"round {number}"
    assert read > rounds // 2


def check(reading: Reading) -> None:
    """Places lie in the text of the part that they name; parts that failed say so in words, and
    none of them because its reader stumbled.
    """
    texts: dict[str | None, str] = {None: reading.text}
    _gather(reading.parts, texts)
    for finding in reading.findings:
        start, end = finding.place.start, finding.place.end
        text = texts[finding.place.part]
        assert start is None or end is None or 0 <= start <= end <= len(text)


def _gather(parts: tuple[Part, ...], texts: dict[str | None, str]) -> None:
    for part in parts:
        assert part.error is None or "not known here" not in part.error, part.error
        if part.reading is not None:
            texts[part.path] = part.reading.text
            _gather(part.reading.parts, texts)


@pytest.mark.parametrize("form", ORIGINALS)
def test_nothing_escapes(context: ReadingContext, form: str) -> None:
    try_all(context, form, SHORT)


@pytest.mark.extended
@pytest.mark.parametrize("form", ORIGINALS)
def test_nothing_escapes_at_length(context: ReadingContext, form: str) -> None:
    try_all(context, form, LONG)
