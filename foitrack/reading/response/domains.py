"""Which authority an official domain's name spells."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.law.authorities import Directory, DirectoryEntry

_POLICE = ".police.uk"
_GOVERNMENTS = {
    "gov.scot": "Scottish Government",
    "gov.wales": "Welsh Government",
    "llyw.cymru": "Welsh Government",
}
"""Sites that a government has for itself."""
_OFFICIAL = (".gov.uk", ".gov.scot", ".gov.wales", ".llyw.cymru", ".mod.uk")
_BY_FULL_NAME = (*_OFFICIAL, ".nhs.uk", ".nhs.scot", ".ac.uk", ".parliament.uk")
_SQUASHED = re.compile(r"[^a-z0-9]+")


def domain_authority(domain: str, directory: Directory) -> DirectoryEntry | None:
    """The authority whose name an official domain spells; None where none or several do."""
    # The police's own network, before 2020: kent.pnn.police.uk.
    domain = domain.replace(".pnn.police.uk", _POLICE)
    if domain in _GOVERNMENTS:
        return directory.match(_GOVERNMENTS[domain])
    if (known := _known(domain, directory)) is not None:
        return known
    police = domain.endswith(_POLICE)
    if not police and not domain.endswith(_BY_FULL_NAME):
        return _by_whole_label(domain, directory)
    label = _squashed(domain.rsplit(".", 2)[0].rsplit(".", 1)[-1])
    if domain.endswith(".gov.uk") and (council := _council(label, directory)) is not None:
        return council
    wanted = {f"{label}police", f"police{label}", f"{label}constabulary"} if police else {label}
    if domain.endswith(_BY_OWN_PART) and (body := _by_own_part(label, directory)) is not None:
        return body
    found = [
        entry
        for entry in directory.entries
        if ("police" in entry.kind) == police
        and wanted & {_squashed(name) for name in _spelt(entry, domain, police)}
    ]
    return found[0] if len(found) == 1 else None


def _known(domain: str, directory: Directory) -> DirectoryEntry | None:
    """The authority whose entry lists the domain, or one that it is a part of."""
    dotted = f".{domain}"
    found = (e for e in directory.entries if any(dotted.endswith(f".{own}") for own in e.domains))
    return next(found, None)


_COMMON = (".org.uk", ".co.uk", ".org", ".wales", ".cymru", ".scot")
_TOLD_OF = re.compile(r"ico|info\w*")
"""Whose address stands in everybody's letters, as the place to complain to."""


def _by_whole_label(domain: str, directory: Directory) -> DirectoryEntry | None:
    """The one authority whose name a domain that anybody may have spells in full."""
    end = next((one for one in _COMMON if domain.endswith(one)), None)
    label = domain.removesuffix(end or "").rsplit(".", 1)[-1]
    if end is None or _TOLD_OF.fullmatch(label):
        return None
    found = [
        entry
        for entry in directory.entries
        if label in {_squashed(name) for name in entry.names_in_prose()}
    ]
    return found[0] if len(found) == 1 else None


def _spelt(entry: DirectoryEntry, domain: str, police: bool) -> tuple[str, ...]:
    """The names of an authority that a domain of its kind may spell."""
    if police or domain.endswith(_OFFICIAL):
        return entry.all_names()
    return (entry.name, *entry.aliases, entry.welsh_name)


def _squashed(name: str) -> str:
    return _SQUASHED.sub("", name.lower().replace("&", "and"))


_NOT_PLACE = later(
    r"\b(?:the|london|royal|borough|city|county|district|metropolitan|council|of|and|&|unitary)\b",
    re.IGNORECASE,
)


_BY_OWN_PART = (".nhs.uk", ".ac.uk")
_OF_ITS_KIND = later(
    r"\b(?:the|of|university|college|nhs|foundation|trust|integrated care board)\b", re.IGNORECASE
)
_OF_KINDS = ("NHS trust", "university", "integrated care board")


def _by_own_part(label: str, directory: Directory) -> DirectoryEntry | None:
    """The one body of which a domain spells its name's own part: exeter.ac.uk."""
    found = [
        entry
        for entry in directory.entries
        if entry.kind in _OF_KINDS and label == _squashed(_OF_ITS_KIND.sub(" ", entry.name))
    ]
    return found[0] if len(found) == 1 else None


def _council(label: str, directory: Directory) -> DirectoryEntry | None:
    """The one council of the place that a domain names: camden.gov.uk, westsussex.gov.uk."""
    found = [
        entry
        for entry in directory.entries
        if "council" in entry.kind and _squashed(_NOT_PLACE.sub(" ", entry.name)) == label
    ]
    return found[0] if len(found) == 1 else None
