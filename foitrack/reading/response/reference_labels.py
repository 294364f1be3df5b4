"""The labels under which authorities print a request's number, and how sure each makes it."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.reading.patterns import any_of

_REF = r"ref(?:erence|\.)?(?:[ \t]{1,2}(?:no|number|nr|id|code)\b\.?)?"
_NUMBER = r"(?:no|number|nr|id)\b\.?"
_LAW = any_of(
    r"freedom of information(?: \(scotland\))?(?: act)?(?: 200[02])?(?: \((?:foia?|foisa)\))?"
    r"(?: act)?(?: \(scotland\))?",
    r"environmental information(?: \(scotland\))?(?: regulations)?(?: 2004)?(?: \(eir\))?",
    r"information rights",
    r"foi(?:a|sa|s)?(?:/eirs?)?",
    r"eirs?",
    r"rfi",
    r"information",
)
_OWNER = any_of(
    "request", "case", "enquiry", "unique", "file", "the", "log", "response", "disclosure",
    "customer", "ticket", "call", "service",
)  # fmt: skip
_SHAPE = r"(?=(?:[A-Z]{1,8}[ \t]?[-/.:#]?[ \t]?){0,3}\d)"
"""A number follows, with letters before it at most."""
_LONG = r"(?=(?-i:[A-Z]{1,8}[-/ ]?){0,2}(?:\d{3}|\d{1,2}/\d\d))"
"""A number of three digits or more follows, or one with a year."""
_ALL = r"(?=[\w/-]{3,24}[\s*]*(?:$|[-–:,.|()\]]))"
"""Nothing follows the number but a mark."""
_AS_NUMBER = (
    r"(?=(?-i:[A-Z]{1,8}[-/ ]?){1,2}\d{3}|\d{1,8}[-/]\d\d|\d{5,9}\s*(?:$|[.;:)–-]|,(?! ?\d)|"
    r" (?:of|dated|was|has|under|for|received|which|made|about|on|is)\b))"
)
"""A number that counts nothing follows."""
_GAP = r"[ \t]{0,3}[-–:#.(]{0,2}[ \t]{0,12}"


def _label(pattern: str) -> re.Pattern[str]:
    return later(pattern, re.IGNORECASE)


LABELS: tuple[tuple[int, re.Pattern[str], str], ...] = (
    (
        9,
        _label(
            rf"\bour (?:foi |eir |case |request )?{_REF}"
            rf"(?:[ \t]?/[ \t]?(?:ein |eich )?cyf(?:eirnod)?\.?)?{_GAP}"
        ),
        "It follows “Our reference”.",
    ),
    (
        9,
        _label(rf"(?<![\w/])[mo]/r(?:ef)?\b\.?[ \t]?:?[ \t]{{1,12}}{_SHAPE}"),
        "It follows “my reference”.",
    ),
    (
        8,
        _label(
            rf"\b{_LAW}(?: request| enquiry| case)?(?: for information)?[ \t]{{0,3}}[-–:(]?[ "
            rf"\t]{{0,3}}"
            rf"(?:{_REF}|{_NUMBER}){_GAP}"
        ),
        "It follows the label of the request's reference.",
    ),
    (
        7,
        _label(
            rf"(?<!\w)(?:{_OWNER}[ \t]{{1,2}})?(?:{_REF}[ \t]{{0,3}}(?:is[ \t]|[:#-])"
            rf"|ref(?:erence|\.)?[ \t]{_NUMBER}|\(ref(?:erence|\.)?[ \t]){_GAP}"
        ),
        "It follows the label “reference”.",
    ),
    (
        6,
        _label(rf"\b(?:request|case|disclosure|log|enquiry)[ \t]{{1,2}}{_NUMBER}{_GAP}"),
        "It follows “request number”.",
    ),
    (
        6,
        _label(rf"^[ \t*]{{0,12}}(?:request|case|enquiry)[ \t]{_NUMBER}[ \t]{{2,40}}{_SHAPE}"),
        "It stands beside “request number”.",
    ),
    (
        5,
        _label(
            rf"^[ \t*]{{0,12}}{_LAW}(?: act)?(?: 2000)? (?:request|response|reply|decision)[ \t]"
            rf"(?=\d{{2,6}}/\d\d(?:\d\d)?[ \t*]*$)"
        ),
        "It stands in the title of the letter.",
    ),
    (
        6,
        _label(r"^[ \t*]{0,12}your (?:foi|eir)[ \t]?:[ \t]{0,6}(?=(?:FOI|EIR)[-/ ]?\d)"),
        "It follows the label of the request's reference.",
    ),
    (
        5,
        _label(
            r"^[ \t*]{0,12}requests? for information[ \t]?[-–:][ \t]?"
            r"(?=\d{2,6}/\d\d|[A-Z]{2,4}-\d{3})"
        ),
        "It stands in the title of the letter.",
    ),
    (
        6,
        _label(
            rf"\b(?:your (?:unique )?ref(?:erence)?(?: number| no\.?)?"
            rf"|your (?:{_LAW} )?(?:request|case|enquiry)"
            rf"(?: ref(?:erence)?(?: number| no\.?)?| number| no\.?| id)"
            rf"|(?:the|a) (?:unique )?ref(?:erence)?(?: number| no\.?)?)"
            rf"(?: (?:for|of|given to|allocated to) (?:your|this|the) (?:{_LAW} )?"
            rf"(?:request|enquiry|case))? is:?[ \t]{{1,3}}{_LONG}"
        ),
        "The letter says that it is the request's reference.",
    ),
    (
        5,
        _label(
            rf"^[\s*]{{0,80}}(?:[\w ]{{1,40}}[-–:][ \t]?){{0,2}}"
            rf"(?:(?:the|your|{_LAW}) )?internal review"
            rf"(?: (?:of|into|for))?(?: {_LAW})?(?: request| case)?"
            rf"(?:[ \t]?[-–:][ \t]?|[ \t]){_LONG}{_ALL}"
        ),
        "It stands in the title of the review.",
    ),
    (
        5,
        _label(
            rf"^[\s*]{{0,80}}{_LAW}(?: act)?(?: 20\d\d)?(?: requests?)?[ \t]?[-–:][ \t]?"
            rf"(?:request|response|reply|decision|refusal)(?: letter| notice)?[ \t]?[-–:][ \t]?"
            rf"{_LONG}{_ALL}"
        ),
        "It stands in the title of the letter.",
    ),
    (
        4,
        _label(
            rf"\b(?:I am|we are) writing (?:to you )?(?:in relation to|regarding|about|"
            rf"with regards? "
            rf"to|in respect of|in response to|in connection with) (?:your )?"
            rf"(?={_LAW}(?: request)?[ \t]?[-/]?[ \t]?\d{{3}})"
        ),
        "The letter says that it is about it.",
    ),
    (
        4,
        _label(
            rf"\byour (?:(?:{_LAW}|recent) )?(?:request|enquiry)(?: for information)?"
            rf"[ \t(,:]{{1,3}}{_AS_NUMBER}"
        ),
        "The request is called by it.",
    ),
    (
        5,
        _label(r"^[\s*]{0,80}freedom of information ?/ ?(?=[A-Z]{2,4}-?\d{3})"),
        "It stands in the title of the letter.",
    ),
    (
        5,
        _label(
            r"\breview (?:that )?(?:you (?:have )?requested )?(?:of|into) (?=(?:foi|eir|"
            r"rfi) ?/ ?\d)"
        ),
        "The letter says that it is about it.",
    ),
    (
        5,
        _label(rf"^[\s*]{{0,80}}case[ \t]{{1,2}}{_LONG}(?=[\w/-]{{4,24}}[\s*]{{0,8}}$)"),
        "It follows the label of the case.",
    ),
    (
        7,
        _label(
            r"(?:^|[|\t]| {2})[\s*]{0,8}(?:ein |rhif )?cyf(?:eirnod)?\.?"
            r"(?:[ \t]?/[ \t]?(?:our )?ref(?:erence|\.)?)?[ \t]?:[ \t]{0,12}"
        ),
        "It follows the label “reference”.",
    ),
    (
        6,
        _label(rf"\byour request ref(?:erence|\.)?:?[ \t]{{1,3}}{_SHAPE}"),
        "The letter says that it is the request's reference.",
    ),
    (
        5,
        _label(r"\bquot(?:e|ing)(?: |:[ \t]{1,4})(?=[A-Z]{1,6}[-/]?\d|\d{2,6}/\d\d)"),
        "The letter asks that it be quoted.",
    ),
    (
        6,
        _label(
            rf"(?:^|[|\t]| {{2}})[\s*]{{0,8}}(?:case|ticket|enquiry|log|id|foi case)[ \t]?[:#]"
            rf"[ \t#]{{0,12}}{_SHAPE}"
        ),
        "It follows the label of the case.",
    ),
    (
        6,
        _label(
            r"\b(?:quot(?:e|ing)|under|use|using|has|have|given|with|is|allocated|cite|citing) "
            r"(?:the |this "
            r"|our |an? )?(?:unique |case |foi |following |request )*reference(?: number| no\.?)?"
            rf"(?: of| is)?:?[ \t]{{1,3}}{_SHAPE}"
        ),
        "The letter asks that it be quoted.",
    ),
    (
        6,
        _label(
            rf"\b(?:given|allocated|assigned) (?:it |this |you )?(?:the |an? )?(?:unique |case |"
            rf"request )?number:?[ \t]{{1,3}}{_SHAPE}"
        ),
        "The letter says that it is the request's number.",
    ),
    (
        6,
        _label(
            rf"(?:^|[-–(|,:\t]| {{2}})[\s*]{{0,8}}(?:(?:{_OWNER}|{_LAW}|(?-i:[A-Z]{{2,5}}))[ \t])?"
            rf"(?:ref(?:erence)?|cyf(?:eirnod)?)\.?[ \t]{{1,12}}{_SHAPE}"
        ),
        "It follows the label “reference”.",
    ),
    (
        5,
        _label(rf"\b(?:{_LAW}[ \t])?request{_GAP}(?=[A-Za-z]{{0,8}}[-/ ]?\d)"),
        "It stands in the title of the request.",
    ),
)
LABEL_WORD = _label(
    r"ref|cyf|quot|[mo]/r|request|case|review|enquiry|disclosure|log|ticket|\b(?:id|no|nr)\b|number|"
    r"response|reply|decision|writing|information ?/"
)
"""Without one of these a line has no label, and most lines have none."""
