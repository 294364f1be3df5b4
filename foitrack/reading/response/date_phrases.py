"""The words that stand before a date and say which date it is."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.reading.patterns import any_of

_OF_US = r"(?: (?:by|in|at|into|from|via|within)(?: (?!on\b)[\w'&()-]+){1,12}?)?"
_REQUEST = (
    r"(?:request|e-?mails?|letter|correspondence|enquiry|message|application|submission|"
    r"communication|query|web[ -]?form)"
)
_THE = r"(?: the)?"


def _ending(*found: str) -> re.Pattern[str]:
    """The phrases as they stand just before a date."""
    return later(any_of(*found) + r"[\s:,|*_-]{0,12}$", re.IGNORECASE)


ANOTHER_MAY_BE = "The letter says that a request was received that day."
"""Why a date is that of a receipt which may be an earlier request's."""
FOLLOWED_BY: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "request_date",
        later(
            r",? ?you (?:asked|wrote|requested|e-?mailed|submitted|sent|contacted|made|applied)\b"
            r"(?!.{0,80}\b(?:(?:a|internal|us to) review|reconsider|complained|clarif|clear))",
            re.IGNORECASE,
        ),
        "The letter says that the request was made that day.",
    ),
    (
        "received_date",
        later(
            r",? ?(?:which was |that was )?the (?:day|date) (?:on which |that |when )?"
            r"(?:the|your|this) request (?:came|was received|reached|arrived)\b",
            re.IGNORECASE,
        ),
        "The letter says that the request was received that day.",
    ),
    (
        "received_date",
        later(
            r",? ?(?:we|the \w+(?: \w+)?|(?-i:[A-Z])[\w&' -]{3,60}?) received (?:from you )?"
            r"(?:an?|this|the above|the following) "
            r"(?:[\w-]+ ){0,5}?(?:request\b(?! for (?:an? )?(?:internal review|review|"
            r"planning|permission|licen[cs]e|help|assistance|service|payment|funding|meeting))|(?:e-?mail|"
            r"letter) (?:requesting|asking for|seeking)\b(?! an? (?:internal )?review))",
            re.IGNORECASE,
        ),
        ANOTHER_MAY_BE,
    ),
    (
        "received_date",
        later(
            r",? ?(?:we|(?:the|this) \w+(?: \w+)?) received your (?:[\w-]+ ){0,4}(?:request|"
            r"e-?mail|"
            r"enquiry|letter)",
            re.IGNORECASE,
        ),
        "The letter says that the request was received that day.",
    ),
)
"""Words that stand after a date: “On 3 May you asked …”."""
BOTH = "both"
"""Request and receipt on one day."""
BARE_DATE = "It stands beside “Date”."
"""Why a date is the answer's that no word calls so."""
TRIGGERS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        BOTH,
        _ending(
            rf"\b(?:notified|submitted|sent|made|e-?mailed) to (?:us|me|this office|"
            rf"the \w+(?: \w+)?) (?:by|via) e-?mail(?: on| dated)?{_THE}",
            rf"\b(?:sent|made|submitted|e-?mailed) to,? and received by,? "
            rf"(?:[\w'&(),-]+ ){{1,12}}?on{_THE}",
            rf"\b(?:dated and received|received and dated|made and received)(?: on)?{_THE}",
        ),
        "The letter says that the request came that day.",
    ),
    (
        "received_date",
        _ending(
            r"(?:^|\n)[\s*_|•-]{0,8}(?:foi |request )?received(?: on)?",
            r"\b(?:date|day) (?:(?:your |the |of )?(?:foi )?request (?:was )?)?(?:of receipt|"
            r"received)(?: of (?:your |the )?request)?",
            rf"\b(?:request|date) received(?: date)?(?: on)?{_THE}",
            rf"\b(?:we|I|(?-i:[A-Z])\w+) (?:had|got) (?:it |(?:your|this) {_REQUEST} )?on{_THE}|"
            rf"\b(?:came|come|arrived) in(?:to [\w' "
            rf"]{{2,40}}?)? on{_THE}",
            rf"\b(?:we|I|us) received (?:it|this|that|these|them)(?: all)?(?: on)?{_THE}",
            rf"\b{_REQUEST} (?:that |which )?(?:we|I) received from you on{_THE}",
            rf"\b(?:reached|came to|arrived (?:with|at)) (?:us|me)(?: on)?{_THE}",
            rf"\b(?:reached|came to|arrived (?:with|at)) (?:[\w()&',-]+ ){{1,9}}?on{_THE}",
            rf"\breceived{_OF_US},?(?: and (?:acknowledged|logged))?,? (?:on|dated){_THE}",
            rf"\breceived{_THE}",
            # “… which we received, after close of business, for the purposes of the Act on …”.
            rf"\breceived,? (?:(?:after|outside(?: of)?|out of) (?:close of business|"
            rf"(?:\w+ )?(?:office|working|business) hours),? ?)?"
            rf"(?:for (?:the )?purposes of (?:the )?(?:\w+ ){{1,3}}?)?on{_THE}",
            rf"\byour request (?:arrived|came)(?: (?:here|in|with us|to us))? on{_THE}",
            rf"\breceived (?:here|by us|in this office)(?: on)?{_THE}",
            rf"\b(?:we|I|(?:was|were|been)) (?:logged|registered|recorded)(?: (?:your|the|this) "
            rf"{_REQUEST})? on{_THE}",
            rf"\b(?:receipt|received) (?:of )?your (?:(?!review|complaint|response|"
            rf"clarification)[\w'(),/&-]+ ){{1,24}}?on{_THE}",
            rf"\breceived (?:this|the(?: above)?) (?:[\w-]+ ){{0,4}}{_REQUEST}"
            rf"(?: for [\w ]{{1,60}}?)?,? on{_THE}",
            rf"\breceipt (?:on|of){_THE}",
            rf"\breceived{_OF_US}?(?: on)? the (?:following|next|same) (?:working )?day,? ?"
            rf"(?:\(|(?:i\.e\.|ie|that is|namely|being),? ?)?",
        ),
        "The letter says that the request was received that day.",
    ),
    (
        "request_date",
        _ending(
            r"\bdate of (?:(?:your|the|original|foi) )*(?:request|enquiry|application)",
            r"\brequest(?: for information)? ?\((?:(?:your )?(?:e-?mail|letter)(?: of| dated| "
            r"on)?)?",
            rf"\b(?:following|information|below) (?:\w+ ){{0,3}}(?:was|were|had been) (?:requested|"
            rf"asked for|sought)(?: by you)?(?: (?:from|of) (?:us|the \w+(?: \w+)?))?,? on{_THE}",
            r"\b(?:request(?:ed)?|enquiry|application) \(?(?:date|made|submitted|sent)(?: on)?",
            r"(?:^|\n)[\s*_|•-]{0,8}(?:date )?(?:requested|asked|submitted)(?: on)?",
        ),
        "It stands beside the date of the request.",
    ),
    (
        "request_date",
        _ending(
            rf"\b(?:your|the|a|this) (?:[\w'(),/&-]+ ){{0,26}}?{_REQUEST}(?: [\w'(),/&-]+)"
            rf"{{0,22}}?,? (?:dated|sent on|made on|submitted on|submitted|sent|of|on){_THE}",
            rf"\byour (?:[\w'(),/&-]+ ){{0,26}}?dated{_THE}",
            rf"\byour (?:[\w'-]+ ){{0,4}}?(?:request|question|enquirie|e-?mail)s (?:of|dated)"
            rf"{_THE}",
            rf"\byour questions?\b(?: [\w'(),/&-]+){{0,22}}? (?:sent|put|made|submitted|"
            rf"e-?mailed) to (?:[\w'&(),-]+ ){{1,12}}?on{_THE}",
            rf"\b(?:you|which you) (?:wrote|e-?mailed|submitted|sent|requested|asked|made|"
            rf"contacted)\b(?: [\w'(),/&-]+){{0,22}}?,? on{_THE}",
            rf"(?<!\bmy )(?<!\bour )\b{_REQUEST} (?:for information )?(?:dated|of){_THE}",
            rf"\bthank(?:s| you) for (?:contacting|writing to|getting in touch with|e-?mailing) "
            rf"(?:[\w'&(),-]+ ){{1,12}}?on{_THE}",
            rf"\binformation (?:that )?(?:you (?:have )?)?(?:requested|asked for|sought)"
            rf"(?: by you)?,? (?:on|dated){_THE}",
            rf"\b(?:the )?(?:applicant|requester|you) (?:asked|requested|wrote to|contacted) "
            rf"(?:[\w'(),/&-]+ ){{1,8}}?on{_THE}",
            rf"\b(?:wrote|e-?mailed|written) to (?:us|me|the [\w ]{{2,40}}?|this [\w ]{{2,30}}?)"
            rf"(?: on)?{_THE}",
            rf"^{_REQUEST} (?:for information |under [\w ]{{3,60}} )?(?:dated|of){_THE}",
        ),
        "The letter says that the request was made that day.",
    ),
    (
        "response_date",
        _ending(
            r"\bdate (?:of (?:this |our |the )?(?:response|reply|answer|letter|e-?mail|issue|"
            r"disclosure|release|notice|decision)|responded|released|sent|issued|answered|replied|"
            r"disclosed|completed)",
            r"\b(?:response|reply|disclosure|letter|issue|completed|completion|decision|"
            r"release) date",
            r"\bdate (?:the |our )?(?:response|reply|answer) (?:was )?(?:sent|issued|given)",
            r"\n[^\n]{0,90}\binternal review (?:\(\w{2,4}\) )?(?:decision|response|outcome|reply)"
            r"(?: date)? ?[=:]",
            r"(?:(?:^|\n)[\s*_|•-]{0,8}|[./-]\d{2,4}\s{1,12})(?:responded(?: to)?|"
            r"(?:response|reply) dated(?=:)|(?:response|"
            r"reply|answer) (?:sent|issued)|issued|"
            r"answered|completed|closed|de?ispatched|replied|released)(?: on)?\s?(?::|$|\n|\t)",
            # “Request dated 3 May 2024; response sent 7 May 2024”, in one line.
            r"\n[\s*_|•-]{0,8}(?:request|received|asked)\b[^.\n]{0,40}\d{4}[;,|] ?"
            r"(?:(?:response|reply|answer) )?(?:sent|issued|given|answered|replied|responded)"
            r"(?: on)?\s?(?::|$|\t)",
            r"\n[\s*_|•-]{0,8}(?:disclosed|released) on ?",
            r"\n[\s*_|•-]{0,8}(?:corrected|revised|amended) (?:response|reply|answer)\s?:",
        ),
        "It stands beside the date of the answer.",
    ),
    (
        "response_date",
        later(r"\n[\s*_|•-]{0,8}(?:our )?(?:response|reply|answer)[ \t]\({0,2}$", re.IGNORECASE),
        "It stands beside the date of the answer.",
    ),
    (
        "response_date",
        _ending(
            r"(?:^|\n)[\s*_|•-]{0,8}(?:dyddiad\s?/\s?)?(?:dat ?e|dated)(?:\s?/\s?dyddiad)?\s?"
            r"(?::|$|\n|\t)",
            # The label of a reference that was left empty: “Your ref: Date: …”, “y/r Date …”.
            r"\n[\s*_|•-]{0,8}(?:[ymo]/r(?:ef)?|(?:your|our|my) ref(?:erence)?)\.?:? date\s?"
            r"(?::|$|\n|\t)",
            # "Our ref: FOI 12/21 Date: …" on one line of a letterhead.
            r"\d\S{0,20}[\s|/]{1,40}date\s?:?",
        ),
        BARE_DATE,
    ),
)
OWN_DAY = _ending(
    r"\b(?:date of (?:this|our) (?:letter|response|reply|e-?mail|notice|decision)|"
    r"this (?:letter|response|reply|e-?mail|notice))(?: (?:is |was )?(?:dated|sent on))?:? ?\(?",
    r"\bthis (?:letter|response|reply|e-?mail|notice),? (?:is |was )?(?:dated|sent on)",
    r"\b(?:we|I) (?:have )?dealt with your request\b[^.]{0,80} on(?: the)?",
)
"""“the date of this letter: …”, “this response dated …”, in a sentence."""
OUR_DAY = _ending(
    r"\bour (?:letter|response|reply|e-?mail|notice),? (?:is |was )?(?:dated|sent on)",
)
"""In a review's letter “our response was sent on …” speaks of the first answer."""
