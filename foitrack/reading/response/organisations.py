"""Names of public bodies that no directory has: by the words that such names are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foitrack.later import later
from foitrack.reading.prose import Span, paragraphs

_NO_NAME = r"(?!(?:You|Your|Yours|We|Our|They|It|If|This|Please|Dear|Thank|Should|An)\b)"
_WORD = rf"(?:St\.|{_NO_NAME}[A-Z][\w'&-]{{1,24}})"
_LINK = r"(?: and| &| of| the| on| upon| for| in| with)"
_NAME = rf"{_WORD}(?:{_LINK}{{0,2}} {_WORD}){{0,7}}"
_KIND = (
    r"(?:Council|NHS Foundation Trust|NHS Trust|NHS University Health Board|Health Board|"
    r"NHS (?:and|&) Social Care (?:Partnership )?(?:Foundation )?Trust|"
    r"Integrated Care Board|Clinical Commissioning Group|Combined Authority|Constabulary|Police|"
    r"Fire (?:and|&) Rescue (?:Service|Authority)|Fire (?:Service|Authority|Brigade)|"
    rf"University(?! Hospitals?\b| Health| NHS)(?: of {_NO_NAME}[A-Z]\w+)?|College|Academy|"
    r"(?:High|Primary|Grammar|Infant|Junior) School|"
    r"Housing Association|Ambulance Service|Harbour Authority|Port Authority|"
    r"(?:Academy|Academies|Learning|Education|Educational|Schools|Housing|Community) Trust|"
    r"(?:Services |Utilities |Group |Holdings )?(?:Limited|Ltd|plc|PLC|LLP|CIC)|"
    r"National Park Authority|Valuation Joint Board|Health and Social Care Trust)"
)
_ENDING = re.compile(rf"(?<![\w-])(?:{_NAME} )?{_KIND}\b(?!-)")
_BEGINNING = later(
    r"(?<![\w-])(?:(?:University|(?:London|Royal) Borough|City|Borough|County) of|"
    r"(?:Ministry|Department|Office) (?:of|for)|"
    r"(?:Office of the )?Police (?:and|&) Crime Commissioner for|"
    rf"NHS(?! (?:FT|House|Foundation|Trusts?|Number|Net)\b)) {_NAME}"
)
_SHORTENED = re.compile(rf"(?<![\w-]){_NAME} (?P<kind>MBC|MDC|BC|DC)\b(?! ?[/\d])")
_IN_FULL = {
    "MBC": "Metropolitan Borough Council",
    "MDC": "Metropolitan District Council",
    "BC": "Borough Council",
    "DC": "District Council",
}
_LONGEST_TITLE = 90
_SMALL = re.compile(r"(?<=\w )(?:And|Of|The|On|Upon|For|In|With)(?= )")
_CAPITALS = re.compile(r"\b(?:Nhs|Gig|Hm|Uk|Plc|Llp|Cic|Ni|Rbkc|Lcrca|Hsc)\b")
_AFTER_MARK = re.compile(r"(?<=\w)'(?:S|T|Re|Ll|Ve|D)\b")
# On a line of its own a name may end in a word that in prose says too little.
_HEAD_NOUN = later(
    r"\b(?:School|Schools|Sixth Form|College|Academy|Academies|Federation|Trust|Council|Board|"
    r"Authority|Agency|Commission|Commissioner|Department|Ministry|Executive|Parliament|Assembly|"
    r"Constabulary|Police|Museum|Museums|Galleries|Gallery|Library|Corporation|Institute|"
    r"Partnership|Association|University|Hospital|Hospitals|Homes|Housing|Water|Brigade|"
    r"Tribunal|Ombudsman|Regulator|Inspectorate|Fund|Service|Cyngor|Prifysgol|Heddlu|Ysgol|Coleg|"
    r"Bwrdd|Awdurdod|NHS)\b"
)
_OF_AN_OFFICE = later(
    r"\b(?:Information|Freedom|Governance|Disclosure|Legal|Corporate|Data|Compliance|Records|"
    r"Rights|Clerk|Secretary|Headteacher|Principal|Registrar|Team|Unit|Officer|Office|Request|"
    r"Response|Support|Customer|Chief|Directorate|"
    r"Secretariat|Headquarters|HQ|Street|Road|Lane|Avenue|Square|Place|House|Way|Park|Floor|"
    r"Building|Centre|Public|Section|Annex|Appendix|Internal|Review|Act|Regulations|Complaint|"
    r"Complaints|Tel|Email|Liaison|Reference|Ref|FOI|EIR|Notice|Report|Log|Data|Business|"
    r"Environmental|Communications|Member|Director|Manager|Head|Date|Subject|Private|"
    r"Confidential|Policy|Your|Our|Re|Dear|Question|Answer|Table|Year|Total|Number|January|"
    r"February|March|April|May|June|July|August|September|October|November|December)\b",
)
_ENDED = later(
    r"(?:(?:and|&|of|for|in|at|on|the|upon|to)\b|"
    r"(?:Limited|Ltd|plc|PLC|LLP|CIC|Group|Company|Society|Alliance|Scotland|Wales|Cymru|England|"
    r"NI|UK)$)"
)
"""How a name may go on behind the word for a body."""
_BEFORE_A_PLACE = later(r"\w (?:College|Museums?|Galleries|Homes|Academies|Libraries)$")
"""Words that may stand before a place: “National Museums Ashdale”."""
_BEGINS_NAMES = later(r"(?:NHS|University|Cyngor|Prifysgol|Heddlu|Ysgol|Coleg|Bwrdd|Awdurdod)\b")
_STANDS = re.compile(rf"(?:The )?{_NAME}(?:, [A-Z]\w+)?")
_OF_SEVERAL = later(
    rf"(?:Department|Ministry|Office) (?:of|for) {_WORD}(?: {_WORD}){{0,3}}"
    rf"(?:, {_WORD}(?: {_WORD}){{0,3}}){{1,4}},? (?:and|&) {_WORD}(?: {_WORD}){{0,3}}"
)
"""A department of several things: “Department for Roads, Bridges and Ports”."""
_LONGEST_NAME = 80
_ALONE = later(
    r"(?:the |our |this )?(?:(?:city|county|borough|district|parish|town|local) )?"
    r"(?:council|police|constabulary|university|college|academy|nhs(?: foundation)? trust|"
    r"health board|the)|(?:(?:GIG|NHS|Cymru|Wales|Scotland)(?: |$)){2,5}",
    re.IGNORECASE,
)
_LEADING = later(
    r"(?:The|Dear|From|To|For|At|By|Of|And|In|On|This|That|Your|Our|Thank|Since|If|As|While|When|"
    r"Although|However)\s+"
)
# "Informatics Directorate Northgate NHS Trust": an office of the body that is named after it.
_ITS_OFFICE = later(
    r"(?:[A-Z][\w'&-]+ (?:and |of |& )?){1,5}"
    r"(?:Directorate|Department|Team|Unit|Officer?|Manager|Secretary|Governance|Services|Section)"
    r" (?:at |of )?(?=[A-Z][\w'-]+ [A-Z])(?!(?:Limited|Ltd|plc|Group)\b)"
)
_NOT_A_BODY = later(
    r"police (?:federation|superintendents)|national police|(?<!housing )association|chiefs|"
    r"ombudsman|"
    r"information commissioner|"
    r"(?:division|directorate|branch|modernisation|regeneration)$|"
    r"crown prosecution|parish council tax|^council tax|college of policing|\bact\b",
    re.IGNORECASE,
)


def find_organisations(text: str) -> Iterator[tuple[str, Span]]:
    """Each name of a public body as printed, with its place. "The Council" alone is no name."""
    for row in paragraphs(text):
        flat = as_title(row.flat(text))
        for pattern in (_ENDING, _BEGINNING):
            for found in pattern.finditer(flat):
                start, end = found.span()
                while leading := _LEADING.match(flat, start, end) or _office(flat, start, end):
                    start = leading.end()
                name = " ".join(flat[start:end].split()).rstrip(" ,.&")
                if _is_name(name):
                    yield name, Span(row.start + start, row.start + end)
        for short in _SHORTENED.finditer(flat):
            name = flat[short.start() : short.start("kind")] + _IN_FULL[short["kind"]]
            yield " ".join(name.split()), Span(row.start + short.start(), row.start + short.end())


def _office(flat: str, start: int, end: int) -> re.Match[str] | None:
    """The office of a body that stands before its name, where the rest is a name by itself."""
    office = _ITS_OFFICE.match(flat, start, end)
    return office if office and _ENDING.fullmatch(flat, office.end(), end) else None


def as_title(line: str) -> str:
    """A short line all in capitals as a name is written, each letter in its place."""
    if len(line) > _LONGEST_TITLE or not line.isupper():
        return line
    titled = _SMALL.sub(lambda met: met.group().lower(), line.title())
    titled = _CAPITALS.sub(lambda met: met.group().upper(), titled)
    return _AFTER_MARK.sub(lambda met: met.group().lower(), titled)


def names_a_body(line: str) -> bool:
    """Whether a line has a word by which bodies are called: “School”, “Trust”, “Council”."""
    return _HEAD_NOUN.search(as_title(line)) is not None


def whole_name(line: str) -> str | None:
    """The name of a body that a line is and nothing else; None for offices and addresses."""
    flat = " ".join(line.split()).strip(" ,.")
    if len(flat) > _LONGEST_NAME:
        return None
    if _OF_SEVERAL.fullmatch(flat):
        return flat
    if not _STANDS.fullmatch(flat) or _OF_AN_OFFICE.search(flat):
        return None
    name = flat.removeprefix("The ")
    kind = re.fullmatch(rf"(?:NHS|{_KIND}|School|Trust)(?: {_KIND})?", name)
    named = kind is None and names_a_body(name) and not _is_title(name) and _is_name(name)
    return name if named else None


def _is_title(name: str) -> bool:
    """Whether the word for a body only tells what follows it apart: “School Meals Eaten”."""
    if _BEGINS_NAMES.match(name):
        return False
    end = max((met.end() for met in _HEAD_NOUN.finditer(name)), default=len(name))
    rest = name[end:].strip(" ,")
    if not rest or _ENDED.match(rest):
        return False
    return len(rest.split()) > 1 or not _BEFORE_A_PLACE.search(name[:end])


def _is_name(name: str) -> bool:
    return (
        len(name.split()) > 1
        and _ALONE.fullmatch(name) is None
        and _NOT_A_BODY.search(name) is None
    )
