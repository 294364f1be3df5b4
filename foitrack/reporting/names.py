"""Leaving names out of what is published: the requester's own, and officials' where they show.

An official's name is known by what stands beside it: a title, a rank, a post, a closing formula
or a personal mailbox. A bare name in running text cannot be told from other words, so the
campaigner is told to read the summary before giving it away.
"""

from __future__ import annotations

import re
from collections.abc import Callable

LEFT_OUT = "[name left out]"
ADDRESS_LEFT_OUT = "[address left out]"

_NOT_NAMES = (
    r"(?!(?:Police|Constabulary|Force|Service|Council|Department|Office|Officer|Officers|Freedom|"
    r"Information|Data|Head|Chief|Deputy|Assistant|Director|Manager|Decision|Disclosure|Records|"
    r"Public|Access|Unit|Team|The|Facebook|Twitter|Instagram|Snapchat|Messenger|Complaint|"
    r"Complaints|Conduct|Misconduct|Section|Act|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\b)"
)
_NAME = (
    rf"(?:{_NOT_NAMES}[A-Z][a-zà-öø-ÿ]+(?:['’-][A-Z][a-zà-öø-ÿ]+)*|(?:O|D)['’][A-Z][a-z]+)(?!\w)"
)
"""One name: a capital and small letters, so that WhatsApp and FOI are none."""
_INITIAL = r"[A-Z]\.?"
_FULL = rf"(?:{_INITIAL}[ \t]+)?{_NAME}(?:[ \t]+(?:{_INITIAL}[ \t]+)?{_NAME}){{0,2}}"
_SEVERAL = rf"{_NAME}(?:[ \t]+(?:{_INITIAL}[ \t]+)?{_NAME}){{1,2}}"
_PLACE_AFTER = r"(?![ \t]+(?:Police|Constabulary|Council)\b)"

_TITLED = re.compile(rf"\b((?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame)\.?[ \t]+){_FULL}")
_RANKED = re.compile(
    r"\b((?:Detective[ \t]+)?(?:Chief[ \t]+)?"
    r"(?:Superintendent|Supt|Inspector|Insp|Sergeant|Sgt|PCSO|DCI|DSU|DI|DS|DC|PS|PC)\.?[ \t]+"
    rf"(?:\d{{1,6}}[ \t]+)?){_NAME}(?:[ \t]+{_NAME})?{_PLACE_AFTER}"
)
_CLOSING = re.compile(
    r"((?:Yours[ \t]+(?:sincerely|faithfully|truly)|(?:Kind|Best|With|Warm)?[ \t]*regards)"
    rf"[,.]?[ \t]*\n\s*[*_]*){_FULL}(?=[ \t*_,]*(?:\n|$))",
    re.IGNORECASE,
)
_POST = re.compile(
    rf"\b{_SEVERAL}(?=[ \t]*[,\n–-]\s*(?:Senior |Lead |Deputy |Principal )?(?:FOI|Freedom of "
    r"Information|Information|Disclosure|Data Protection|Records|Decision|Public Access|"
    r"Compliance|Legal|Governance)\b[^,\n]{0,40}?\b(?:Officer|Manager|Advis[eo]r|Maker|Lead|"
    r"Co-?ordinator|Assistant|Clerk|Solicitor|Administrator|Specialist)\b)"
)
_PERSONAL_MAIL = re.compile(r"\b([A-Za-z]{1,30})[._-]([A-Za-z'-]{2,30})\d{0,3}@(?=[\w-]+\.)")
_OFFICE_WORDS = re.compile(
    r"access|admin|best|complaints|contact|data|disclosure|dpa|dpo|enquir(?:ies|y)|eir|foia?|"
    r"freedom(?:of)?|governance|help|icocasework|info|information|legal|mail|mailbox|no|noreply|"
    r"office|press|protection|public|records|reply|requests?|reviews?|rights|services|support|"
    r"team|unit",
    re.IGNORECASE,
)

Cleaner = Callable[[str], str]


def _closing_name(found: re.Match[str]) -> str:
    name = found[0][len(found[1]) :]
    return f"{found[1]}{LEFT_OUT}" if re.fullmatch(_FULL, name.strip()) else found[0]


def _mailbox(found: re.Match[str]) -> str:
    office = any(_OFFICE_WORDS.fullmatch(word) for word in found.groups())
    return found[0] if office else f"{ADDRESS_LEFT_OUT}@"


def without_officials(text: str) -> str:
    """The text without the names that a title, rank, post, closing or mailbox gives away."""
    text = _CLOSING.sub(_closing_name, text)
    text = _TITLED.sub(LEFT_OUT, text)
    text = _RANKED.sub(rf"\1{LEFT_OUT}", text)
    text = _POST.sub(LEFT_OUT, text)
    return _PERSONAL_MAIL.sub(_mailbox, text)


def _loosely(words: list[str]) -> str:
    return r"\s+".join(re.escape(word) for word in words)


def _name_forms(name: str) -> list[str]:
    """Patterns for a person's name: in full, with initials, with a title, and as it is signed."""
    words = name.split()
    if not words:
        return []
    forms = [rf"\b{_loosely(words)}\b"]
    first, last = words[0], words[-1]
    if len(words) > 1:
        initial = re.escape(first[0])
        forms += [
            rf"\b{_loosely([first, last])}\b",
            rf"\b{initial}\.?\s*{re.escape(last)}\b",
            rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor)\.?\s+{re.escape(last)}\b",
        ]
    signed = rf"(?m)(?<=^){re.escape(first)}(?=[ \t]*[.,]?[ \t]*$)"
    greeted = rf"(?<=Dear ){re.escape(first)}\b"
    return [*forms, signed, greeted]


def _address_forms(address: str) -> list[str]:
    """Patterns for an address: whole, and each line or part of it that has a figure or an @."""
    parts = [part.strip() for part in re.split(r"[\n,;]", address) if part.strip()]
    forms = [r"[\s,;]+".join(_loosely(part.split()) for part in parts)] if parts else []
    telling = [part for part in parts if re.search(r"\d|@", part) and len(part) >= 5]
    forms += [rf"(?<!\w){_loosely(part.split())}(?!\w)" for part in telling]
    for part in parts:
        code = re.search(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", part, re.IGNORECASE)
        if code:
            forms.append(_loosely(code[0].split()))
    return forms


def without_requester(text: str, name: str, address: str) -> str:
    """The text without the requester's own name and address, however they are broken up."""
    for form in _address_forms(address):
        text = re.sub(form, ADDRESS_LEFT_OUT, text, flags=re.IGNORECASE)
    for form in _name_forms(name):
        text = re.sub(form, LEFT_OUT, text, flags=re.IGNORECASE)
    return text


def cleaner(name: str, address: str, *, officials: bool, requester: bool) -> Cleaner:
    """What leaves out of a text the names that are to be left out."""

    def clean(text: str) -> str:
        if requester:
            text = without_requester(text, name, address)
        return without_officials(text) if officials else text

    return clean
