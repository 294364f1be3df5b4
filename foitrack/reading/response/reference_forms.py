"""How authorities print their numbers, under which labels, and numbers that are no such thing."""

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
        _label(rf"\bour (?:foi |eir |case |request )?{_REF}{_GAP}"),
        "It follows “Our reference”.",
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
        _label(r"^[ \t*]{0,12}requests? for information[ \t]?[-–:][ \t]?(?=\d{2,6}/\d\d)"),
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
            rf"[ \t(,]{{1,3}}{_AS_NUMBER}"
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
            rf"(?:^|[-–(|,:\t]| {{2}})[\s*]{{0,8}}(?:(?:{_OWNER}|{_LAW})[ \t])?"
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
    r"ref|cyf|quot|request|case|review|enquiry|disclosure|log|ticket|\b(?:id|no|nr)\b|number|"
    r"response|reply|decision|writing|information ?/"
)
"""Without one of these a line has no label, and most lines have none."""
SHAPES: tuple[tuple[int, re.Pattern[str], str], ...] = (
    (
        4,
        re.compile(r"(?<![\w/.-])(?P<value>(?:FOI|EIR)[ -]20\d\d[ -]\d{2,5})(?![\w/-])"),
        "It has the form of an FOI reference.",
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
        _label(
            r"(?<![\w/.-])(?P<value>\d{1,2}[./]FOI[./]\d{2}[./]\d{4,8}(?:[./][A-Z])?)(?![\w/-])"
        ),
        "It has the form of police forces' references.",
    ),
    (
        4,
        later(
            r"(?<![\w/.-])(?P<value>(?:FOI(?:A|SA|S|R)?|EIR|RFI|IR|F|IAR|INF|CAS)[ \t]?[-/ .:#]?"
            r"[ \t]?(?=[A-Z0-9/._-]{0,12}\d)[A-Z0-9]{1,12}(?:[-/._][A-Z0-9]{1,12}){0,5})"
            r"(?![\w/]|-\w)"
        ),
        "It has the form of an FOI reference.",
    ),
)
TITLED = later(
    r"(?:\((?:ref:? ?)?(?P<a>\d{2,6}[A-Z]?[/_]\d{2,4}) ?\)|"
    r"[-–] (?P<b>(?:[A-Z]{2,8}[ /-])?\d{2,6}[A-Z]?/\d{2,6})|"
    r"\b(?:FOIA?|EIRs?|RFI|information)\b.{0,60} [-–#] ?(?P<c>\d{5,9}))"
    r"(?:$| {3,}| [-–] (?=[A-Z])|\t| (?=\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} 20))",
    re.IGNORECASE,
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} (?:19|20)\d\d"
STANDING = later(
    r"[\s*_]{0,8}(?P<value>(?:[A-Z]{1,6}[/-]){1,3}\d{2,8}(?:[/-][A-Z0-9]{1,8}){0,3}|"
    r"\d{3,8}/\d{2,4}|20\d\d-\d{3,5})"
    r"(?:[\s*_]*$|\s[-–]\s(?:(?:your|the) )?request\b|"
    rf"(?: {{4,}}|\t)(?={_DAY})| (?={_DAY}[\s*_]*$))"
)
HEADED = later(
    rf"[\s*_]{{0,8}}(?P<value>(?:FOI|EIR|RFI)[-/ ]?\d[\w/-]{{2,20}})"
    rf"(?=\s{{3,}}|\t|[\s*_]*$| {_DAY})"
)
"""A number that begins a line of the letter's head, with nothing but another column beside it."""
HOUSED = later(
    r"[\s*]{0,80}(?P<value>(?!(?:OUR|THE|YOUR|REF|NEW|AND|FOR|THIS)\b)[A-Z]{3,6} (?:FOI|EIR) ?"
    r"\d{3,8}(?:/\d{2,4})?)[\s*]*$"
)
"""A body's own initials before its number, alone in a line."""
LAW_AND_YEAR = re.compile(r"(?:FOIA?|EIR|RFI)\W{0,3}(?:19|20)\d\d$", re.IGNORECASE)
SUBJECT = later(
    r"[\s*]{0,6}(?i:subject|re|title)\s?:[\s*]{0,4}(?:(?i:re|fwd?)\s?:\s?)?\[?"
    r"(?P<value>(?=[A-Z0-9/_-]{0,12}\d{3})[A-Z]{1,6}[/_-]?[0-9]{2,8}(?:[/_-][A-Z0-9]{1,8}){0,3}|"
    r"\d{2,8}/\d{2,4}|[A-Z]{2,5} \d{2}-\d{3,5}(?= (?:FOI|EIR)\b)|"
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
MAIL_TAG = later(
    r"\[[^\]\n]{0,40}(?:e-?mail|#)[^\]\n]{0,20}\]|\brequest-\d{4,}(?:-[0-9a-f]{4,12})?",
    re.IGNORECASE,
)
