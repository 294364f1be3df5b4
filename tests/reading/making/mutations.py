"""Documents changed at random, from outside and from inside: a seed gives the same ones again."""

from __future__ import annotations

import io
import random
import re
import zipfile

from tests.reading.making.docx import zipped
from tests.reading.making.msg import Tree, compound

_TAG = re.compile(rb"<[^<>]{1,300}>")
_VALUE = re.compile(rb'="[^"<>]{0,40}"')
_WORD = re.compile(rb"\\[a-z]{1,20}-?\d{0,9} ?|[{}]")
_VALUES = (
    b'="-1"', b'="0"', b'="99999999999"', b'=""', b'="x"', b'="2147483648"', b'="1e309"',
    b'="\xc2\xb2"', b'="none"', b'="%1%2%3%4%5%6%7%8%9"', b'="1000000"',
)  # fmt: skip
_WORDS = (
    b"\\trowd", b"\\cell", b"\\row", b"\\nestrow", b"\\itap9", b"\\itap-3", b"\\cellx-99999",
    b"\\u-99999999", b"\\uc999999999 ", b"\\bin99999999 ", b"\\bin-5 ", b"{", b"}", b"\\*",
    b"{\\*\\nesttableprops", b"{\\footnote", b"{\\listtext", b"\\'f", b"\\clvmrg", b"\\clmrg",
    b"{\\upr", b"{\\*\\ud", b"\\f99", b"\\ansicpg99999", b"\\ansicpg65001", b"{\\fonttbl",
)  # fmt: skip


def of_bytes(data: bytes, chance: random.Random) -> bytes:
    """Bytes lost, strewn in, doubled or flipped."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed) + 1)
        kind = chance.randrange(5)
        if kind == 0:
            del changed[at : at + chance.randint(1, 400)]
        elif kind == 1:
            changed[at:at] = chance.randbytes(chance.randint(1, 40))
        elif kind == 2:
            changed[at:at] = changed[at : at + 300]
        elif kind == 3 and chance.random() < 0.2:
            del changed[at:]
        elif at < len(changed):
            changed[at] ^= 1 << chance.randrange(8)
    return bytes(changed)


def of_xml(data: bytes, chance: random.Random) -> bytes:
    """Tags lost, doubled, moved or nested again and again; values beyond all reason."""
    for _ in range(chance.randint(1, 8)):
        kind = chance.randrange(5)
        found = list((_VALUE if kind == 0 else _TAG).finditer(data))
        if not found:
            return data
        one, other = chance.choice(found), chance.choice(found)
        if kind == 0:
            data = data[: one.start()] + chance.choice(_VALUES) + data[one.end() :]
        elif kind == 1:
            low, high = sorted((one.start(), other.end()))
            piece = data[low:high][:4000]
            data = data[:high] + piece * chance.randint(1, 30) + data[high:]
        elif kind == 2:
            data = data[: one.start()] + other[0] + data[one.end() :]
        elif kind == 3:
            low, high = sorted((one.start(), other.start()))
            data = data[:low] + data[high:]
        else:
            name = one[0].strip(b"</>").split()[0]
            times = chance.choice([2, 20, 300, 20_000])
            opened = b"<" + name + b">"
            closed = b"</" + name + b">"
            data = data[: one.start()] + opened * times + closed * times + data[one.start() :]
    return data


def of_package(data: bytes, chance: random.Random) -> bytes:
    """A zipped document with parts of it changed, lost, doubled or exchanged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(sorted(members))
        kind = chance.randrange(8)
        if kind == 0 and len(members) > 2:
            del members[name]
        elif kind == 1:
            members[name] = members[chance.choice(sorted(members))]
        elif kind == 2:
            members[name] = of_bytes(members[name], chance)
        else:
            members[name] = of_xml(members[name], chance)
    return zipped(members)


def of_rtf(data: bytes, chance: random.Random) -> bytes:
    """Control words lost, doubled, exchanged or put in."""
    for _ in range(chance.randint(1, 10)):
        found = list(_WORD.finditer(data))
        if not found:
            return data
        one, other = chance.choice(found), chance.choice(found)
        kind = chance.randrange(4)
        if kind == 0:
            data = data[: one.start()] + data[one.end() :]
        elif kind == 1:
            data = data[: one.start()] + other[0] + data[one.end() :]
        elif kind == 2:
            times = chance.choice([1, 3, 500])
            data = data[: one.start()] + chance.choice(_WORDS) * times + data[one.start() :]
        else:
            low, high = sorted((one.start(), other.end()))
            data = data[:high] + data[low:high][:5000] + data[high:]
    return data


def of_mail(tree: Tree, chance: random.Random) -> bytes:
    """An Outlook mail whose container holds, with streams changed, lost, exchanged or misnamed."""
    changed = _copied(tree)
    for _ in range(chance.randint(1, 4)):
        place = changed
        while (inner := [own for own in place.values() if isinstance(own, dict)]) and (
            chance.random() < 0.5
        ):
            place = chance.choice(inner)
        _change(place, chance)
    return compound(changed)


def _copied(tree: Tree) -> Tree:
    return {name: own if isinstance(own, bytes) else _copied(own) for name, own in tree.items()}


def _change(place: Tree, chance: random.Random) -> None:
    if not place:
        return
    name, kind = chance.choice(sorted(place)), chance.randrange(8)
    own = place[name]
    if kind == 0:
        del place[name]
    elif kind == 1:
        place[name] = place[chance.choice(sorted(place))]
    elif kind == 2:
        # A property of another number, or of another kind.
        at = chance.randrange(len(name))
        place[name[:at] + chance.choice("0123456789ABCDEF") + name[at + 1 :]] = place.pop(name)
    elif isinstance(own, bytes):
        place[name] = of_bytes(own, chance) if own else chance.randbytes(40)
