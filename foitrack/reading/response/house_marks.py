"""Whose letter it is where it names nobody: by its mail address, its numbering, its page's form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from foitrack.later import later
from foitrack.law.authorities import Directory, DirectoryEntry
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.response.authority_phrases import NEVER
from foitrack.reading.response.domains import domain_authority
from foitrack.reading.response.own_kind import find_asked_of
from foitrack.reading.response.page_owner import find_page_owner

_MAIL = re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}@(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})")
_SITE = later(
    r"(?:https?://)?(?:www\.|^[ \t*]{0,8}(?=[\w-]+\.(?:gov|police|ac|nhs)\.))"
    r"(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})(?=[\s.,|]|$)",
    re.MULTILINE,
)
_OWN_PAGE = later(
    r"https?://(?:www\.)?(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/[\w/.-]{0,80}"
    r"(?:complain|feedback|freedom|foi\b|access-to-information|information-(?:rights|request))",
    re.IGNORECASE,
)
"""A page about complaints or requests: letters give their own."""
_PLAINLY_MORE = 2
"""How much oftener than any other's the writer's own addresses stand: the asker's may too."""
Mark = tuple[DirectoryEntry, re.Match[str]]
_HEAD, _FOOT = 700, 3000
_MOST = 12
# Access To Information Search Number: the Welsh Government's register of requests.
_NUMBERING = (
    (re.compile(r"\bATISN\b"), "Welsh Government"),
    # The Commissioner's own letters bear a number of his cases, which in others' is called his.
    (
        re.compile(
            r"^[ \t*_]{0,8}(?:case|our)[ \t]ref(?:erence)?(?:[ \t]number)?[ \t]?:?[ \t*]{1,20}"
            r"IC-\d{4,7}-\w{4}\b",
            re.IGNORECASE | re.MULTILINE,
        ),
        "Information Commissioner's Office",
    ),
)
# The Scottish Government's page of an answer; its name need stand only in what was asked.
_PAGE = later(
    r"Information\s+request\s+and\s+response\s+under\s+the\s+(?:Freedom\s+of|Environmental)\s+"
    r"Information\s+\(Scotland\)\s+(?:Act\s+2002|Regulations\s+2004)"
)
_ITS_OWN = re.compile(r"\bScottish\s(?:Government|Ministers)\b")


def find_by_marks(text: str, said: str, own: str, directory: Directory) -> Finding | None:
    """The authority whose own mark a letter bears; None where there is none, or several."""
    for pattern, name in _NUMBERING:
        if met := pattern.search(said):
            return _found(text, directory.match(name), met, "Its register numbers so.")
    if _PAGE.search(said) and (met := _ITS_OWN.search(own) or _ITS_OWN.search(text)):
        return _found(text, directory.match("Scottish Government"), met, "It is its site's form.")
    if owner := find_page_owner(text, said, directory):
        return owner
    named: dict[str, list[tuple[DirectoryEntry, re.Match[str]]]] = defaultdict(list)
    ends = (0, max(_HEAD, len(said) - _HEAD))
    marks = [*_mails(said)]
    marks += [m for at in ends for m in _SITE.finditer(said, at, at + _HEAD)]
    marks += islice(_OWN_PAGE.finditer(said, max(0, len(said) - _FOOT)), _MOST)
    for met in marks:
        entry = domain_authority(met["domain"].lower(), directory)
        # Everybody's letters give the Commissioner's address, as the place to complain to.
        if entry is None or NEVER.search(entry.name):
            continue
        named[entry.name].append((entry, met))
    for entry, met in _department(said, directory):
        named[entry.name].append((entry, met))
    if not named:
        return find_asked_of(text, said, directory)
    most, *others = sorted(named.values(), key=len, reverse=True)
    if others and len(others[0]) * _PLAINLY_MORE > len(most):
        return None
    entry, met = most[0]
    return _found(text, entry, met, "The address printed in it is its own.")


_SENT_TO = later(r"[\s*>_]{0,4}(?:to|cc|bcc)\s?:", re.IGNORECASE)
_SALUTATION = later(
    r"^[ \t*>]{0,8}(?:dear|hi|hello|annwyl)[ \t]+(?P<name>[^\n]{2,60})",
    re.IGNORECASE | re.MULTILINE,
)
_OF_A_NAME = re.compile(r"[^\W\d_]{3,}")


def _mails(said: str) -> Iterator[re.Match[str]]:
    """The mail addresses printed in a letter, but for those of whom it is written to."""
    greeted = _SALUTATION.search(said)
    names = _OF_A_NAME.findall(greeted["name"].lower()) if greeted else []
    for met in islice(_MAIL.finditer(said), _MOST):
        line = said[said.rfind("\n", 0, met.start()) + 1 : met.start()]
        own = re.split(r"[._+'-]", met.group().partition("@")[0].lower())
        if not (_SENT_TO.match(line) or any(name in own for name in names)):
            yield met


_DEPARTMENT = later(
    r"www\.gov\.uk/(?:government/organisations/)?(?P<name>[a-z][a-z-]{2,60})(?=[\s,|)]|$)",
    re.IGNORECASE | re.MULTILINE,
)


def _department(said: str, directory: Directory) -> Iterator[Mark]:
    """The department whose page of the government's site the letter's head prints."""
    for met in _DEPARTMENT.finditer(said, 0, _HEAD):
        name = met["name"]
        entry = directory.match(name.replace("-", " ")) or directory.match(name.upper())
        if entry is not None:
            yield entry, met


def find_by_headed_paper(text: str, said: str, directory: Directory) -> Finding | None:
    """The authority whose web site the letter's head prints; None where several do, or none."""
    found = {entry.name: (entry, met) for entry, met in _department(said, directory)}
    for met in _SITE.finditer(said, 0, _HEAD):
        entry = domain_authority(met["domain"].lower(), directory)
        if entry is not None and not NEVER.search(entry.name):
            found[entry.name] = (entry, met)
    if len(found) != 1:
        return None
    [(entry, met)] = found.values()
    return _found(text, entry, met, "Its web site stands in the letterhead.")


def _found(text: str, entry: DirectoryEntry | None, met: re.Match[str], why: str) -> Finding | None:
    if entry is None:
        return None
    return Finding(
        "authority",
        entry.name,
        " ".join(text[met.start() : met.end()].split()),
        Place(start=met.start(), end=met.end()),
        why,
        certainty=Certainty.CHECK,
    )
