"""How authorities print their numbers, and numbers that are no such thing."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.reading.patterns import any_of

VALUE = later(
    r"(?P<value>(?:[A-Za-z]{1,8}[ \t]?[-/\\.:#_]?[ \t]?){0,2}[A-Za-z]{0,4}"
    r"\d[A-Za-z0-9]{0,16}(?:[-/\\._][A-Za-z0-9]{1,12}){0,6})"
)
LETTERED = re.compile(r"(?P<value>[A-Z]{2,6}/[A-Z]{5,8})(?![\w/])")
"""A number without a digit, as some registers of cases make them; only under a plain label."""
SHAPES: tuple[tuple[int, re.Pattern[str], str], ...] = (
    (
        4,
        re.compile(r"(?<![\w/.-])(?P<value>(?:FOI|EIR)[ -]20\d\d[ -]\d{2,5})(?![\w/-])"),
        "It has the form of an FOI reference.",
    ),
    (
        4,
        re.compile(
            r"(?<![\w/.-])(?P<value>[A-Z][A-Za-z]{1,5}-(?:FOI|EIR)-(?:\d\d-)?\d{3,6})"
            r"(?![\w/-])"
        ),
        "It has the form of an FOI reference.",
    ),
    (
        4,
        re.compile(r"^(?:\d{1,2} \w{3,9} 20\d\d [-–] )?(?P<value>\d{2,5}\.20\d\d-\d\d)(?= [-–] )"),
        "It begins the title of the disclosure.",
    ),
    (
        4,
        re.compile(r"(?<= [-–] )(?P<value>\d{2,5}\.20\d\d-\d\d)(?=[ \t*]*$)"),
        "It closes the title of the disclosure.",
    ),
    (
        4,
        re.compile(r"^[ \t*]{0,8}(?P<value>20\d\d/\d{3,5})(?= [-–] [A-Z])"),
        "It begins the title of the disclosure.",
    ),
    (
        4,
        re.compile(r"(?i:\bresponse to (?:foi )?request )(?P<value>20\d\d/\d{3,5})(?![\w/-])"),
        "It names the request that is answered.",
    ),
    (
        4,
        re.compile(r"(?<![\w/.-])(?P<value>[A-Z]{2,4}-Case-\d{6,12})(?![\w/-])"),
        "It has the form of a case's number.",
    ),
    (
        6,
        re.compile(r"(?<![\w/.-])(?P<value>ATISN[ \t]?[-–:]?[ \t]?\d{3,6})(?![\w/-])"),
        "It has the form of the Welsh Government's references.",
    ),
    (
        5,
        later(
            r"(?<![\w/.-])(?P<value>\d{1,2}[./]FOI[./]\d{2}[./]\d{4,8}(?:[./][A-Z])?)(?![\w/-])",
            re.IGNORECASE,
        ),
        "It has the form of police forces' references.",
    ),
    (
        4,
        later(
            r"(?<![\w/.-])(?P<value>(?:FOI(?:A|SA|S|R)?|EIR|RFI|IR|F(?!\d{1,3}(?![\d/-]))|IAR|INF|"
            r"CAS)[ \t]?[-/ .:#]?[ \t]?"
            r"(?=[A-Z0-9/._-]{0,12}\d)[A-Z0-9]{1,12}(?:[-/._][A-Z0-9]{1,12}){0,5})"
            r"(?![\w/]|-\w)"
        ),
        "It has the form of an FOI reference.",
    ),
)
TITLED = later(
    r"(?:\((?:ref:? ?)?(?P<a>(?:[A-Z]{1,6}[/-])?\d{2,6}[A-Z]?[/_]\d{2,4}) ?\)|"
    r"[-–] (?P<b>(?:[A-Z]{2,8}[ /-])?(?:\d{2,6}-)?\d{2,6}[A-Z]?/\d{2,6})|"
    r"\b(?:FOIA?|EIRs?|RFI|information)\b.{0,60} [-–#] ?(?P<c>\d{5,9}))"
    r"(?:$| {3,}| [-–] (?=[A-Z])|\t| (?=\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} 20))",
    re.IGNORECASE,
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} (?:19|20)\d\d"
STANDING = later(
    r"[\s*_]{0,8}(?P<value>(?:[A-Z]{1,6}[/-]){1,3}\d{2,8}(?:[/-][A-Z0-9]{1,8}){0,3}|"
    r"\d{3,8}/\d{2,4}|\d{4,6}-\d\d|\d{2,5}-20\d\d|20\d\d-\d{3,5})"
    r"(?:[\s*_]*$|\s[-–]\s(?:(?:your|the) )?request\b|:\s(?=[A-Z][a-z])|"
    rf"(?: {{4,}}|\t)(?={_DAY})| (?={_DAY}[\s*_]*$))"
)
HEADED = later(
    rf"[\s*_]{{0,8}}(?P<value>(?:FOI|EIR|RFI)[-/ ]?\d[\w/-]{{2,20}})"
    rf"(?=\s{{3,}}|\t|[\s*_]*$| {_DAY})"
)
"""A number that begins a line of the letter's head, with nothing but another column beside it."""
NUMBERED_TITLE = later(
    r"[\s*_#]{0,8}(?P<value>(?!20\d\d/\d\d/\d\d )(?=[A-Z0-9/-]{0,14}\d{3})(?=[A-Z0-9-]{0,8}/)"
    r"[A-Z0-9]{1,6}(?:[/-][A-Z0-9]{1,6}){2,4})(?= [-–] [A-Z][a-z])"
)
"""A number of three parts that begins the title of a page: “24/F/118 - Car parks”."""
HOUSED = later(
    r"[\s*]{0,80}(?P<value>(?!(?:OUR|THE|YOUR|REF|NEW|AND|FOR|THIS)\b)[A-Z]{3,6} (?:FOI|EIR) ?"
    r"\d{3,8}(?:/\d{2,4})?)[\s*]*$"
)
"""A body's own initials before its number, alone in a line."""
LAW_AND_YEAR = re.compile(r"(?:FOIA?|EIR|RFI)\W{0,3}(?:19|20)\d\d$", re.IGNORECASE)
SUBJECT = later(
    r"[\s*]{0,6}(?i:subject|re|title)\s?:[\s*]{0,4}(?:(?i:re|fwd?)\s?:\s?)?\[?"
    r"(?P<value>(?=[A-Z0-9/_-]{0,12}\d{3})(?:[A-Z]{2,6}/){0,2}[A-Z]{1,6}[/_-]?[0-9]{2,8}"
    r"(?:[/_-][A-Z0-9]{1,8}){0,3}|"
    r"\d{2,8}/\d{2,4}|\d{4,6}-\d\d(?= [-–] )|[A-Z]{2,5} \d{2}-\d{3,5}(?= (?:FOI|EIR)\b)|"
    r"(?!(?:PO|BOX|TEL|ROOM|PAGE)\b)[A-Z]{2,5} \d{4,6}(?= [-–] ))"
    r"(?=[\]\s:,-]|$)"
)
TITLE_LINES = 10
NOT_OURS = later(
    r"(?<!\w)"
    + any_of(
        r"\byour", r"\bits", r"\btheir", r"\beich",
        r"requester'?s?", r"applicant'?s?", "previous", "earlier", "related", "linked",
        "similar", "original", r"ico(?:'s)?", r"commissioner'?s?", "tribunal", "planning",
        "application", "crime", "incident", "cad", "urn", "collar", "warrant", "badge", "contract",
        "tender", "account", "invoice", "purchase", "vat", "company", "charity", "registered",
        "complaint", "case law", "policy", "document", "job", "post", "vacancy", "building",
        "fixed penalty", "pcn", "uprn", "asset", "grid",
    )
    + r"(?: ones?| requests?| repl(?:y|ies)| responses?| answers?)?"
    r"\W{1,3}(?:foi |request |case |our )?$",
    re.IGNORECASE,
)  # fmt: skip
NEVER = later(
    any_of(
        r"IC-\d{4,7}-\w{4}$", r"FS\d{7,8}$", r"FER\d{7,8}$", r"(?:EA|UI|GIA)/?\d{4}/\d+",
        r"SI\b", "section", "part", r"act\b", "tel", r"(?:19|20)\d\d$", r"\d{1,2}$",
        r"\d{1,2}(?:st|nd|rd|th)$", r"0\d{9,10}$", r"(?:PO )?box", "covid", r"v\d+$",
    ),
    re.IGNORECASE,
)  # fmt: skip
ABOUT = later(
    r"\bminutes?\s$|"
    r"\b(?:its|their|your|eich) (?:ref(?:erence)?|cyf)\W{0,3}$|"
    r"\b(?:relat(?:ing|ed) to|regarding|about|concerning|since|than|on|in|(?<!respect )of|"
    r"to)\s(?:the |your )?$",
    re.IGNORECASE,
)
OF_PAPERS = later(
    r"\b(?:correspondence|communications?|material|documents?|e-?mails?|records|papers)\b"
    r".{0,60}\b(?:regarding|about|relat\w+|concerning|on|of)\b.{0,60}$"
    r"|\b(?:identical|similar) to (?:an? |the |your )?(?:earlier|previous)?.{0,30}$"
    r"|\b(?:review|answer|response|reply) (?:of|to|in) (?:the |your )?(?:earlier |previous )?$",
    re.IGNORECASE,
)
"""The papers of another request, or one like it: its number is not this one's."""
TAGGED = later(
    r"[\s*]{0,6}(?i:subject)\s?:[^\n]{0,100}\[(?P<value>[A-Z]{2,8}[./-]\d{2,4}[./-]\d{2,6})\][\s*]*$"
)
"""A number in brackets, which a register of cases sets behind a mail's subject."""
MAIL_TAG = later(
    r"\[[^\]\n]{0,40}(?:e-?mail|#)[^\]\n]{0,20}\]|\brequest-\d{4,}(?:-[0-9a-f]{4,12})?",
    re.IGNORECASE,
)
