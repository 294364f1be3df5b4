"""The words around a name by which its letter tells whose it is, and what each is worth."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.reading.patterns import phrases

TOP, CLOSE, TITLE, ITSELF, OFFICE, SUBJECT, NAMED = 8, 6, 5, 5, 3, 2, 1
IN_HEAD, AT_CLOSE = "It stands in the letterhead.", "It stands at the close."
IN_TITLE, _IN_NAME = "The page's title names it.", "The letter closes in its name."
IN_MESSAGE = "The head of the message names it."
OWN_PLACES = frozenset((IN_HEAD, AT_CLOSE, IN_TITLE, _IN_NAME, IN_MESSAGE))
GIVEN_A_SHORT_NAME = "The letter gives it a short name of its own."
OWN_REASONS = OWN_PLACES | {GIVEN_A_SHORT_NAME}
BEFORE: tuple[tuple[int, re.Pattern[str], str], ...] = (
    (
        CLOSE,
        phrases(
            r"(?:thank you for your interest in|signed for) (?:the )?$",
            r"(?:^\W*|\b(?:for and|officer|manager|team|unit|department|office|governance|"
            r"sincerely|faithfully|regards|requests)\W+)on behalf of (?:the )?$",
            r"\b(?:I|we|me|us|writ\w+|repl\w+|respon\w+|sent|signed|issued|given|made|"
            r"answer\w*)\b[^.,]{0,30}\bon behalf of (?:the )?$",
        ),
        _IN_NAME,
    ),
    (
        ITSELF,
        phrases(
            r"\b(?:your|the|this) (?:recent |foi )?(?:request|enquiry|e-?mail|letter|"
            r"correspondence)\b[^.]{0,110}\b(?:submitted to|sent to|made to|addressed to|reached|"
            r"came to|"
            r"received (?:by|at)|to) (?:the )?$",
            r"\b(?:your|this) (?:[\w-]+ ){0,3}request\b[^.]{0,80}\breceived\b[^.]{1,40}"
            r"\bby (?:the )?$",
            r"\b(?:response|answers?|reply) (?:from|of|by) (?:the )?$",
            r"\bsearch(?:es)? [^.;]{0,40}\b(?:completed|conducted|carried out|undertaken|made) "
            r"(?:by|within|at) (?:the )?$",
            r"\b(?:response|answer|reply|letter) is (?:made|given|sent|issued) (?:by|on behalf of) "
            r"(?:the )?$",
            r"\breceived (?:by|at|in) (?:the )?$",
            r"\b(?:in which|where|when|which) you ask (?:the )?$",
            r"\bthank(?:s| you) for (?:contacting|writing to|getting in touch with|"
            r"asking) (?:the )?$",
            r"\b(?:you|applicant|requester|who) (?:have |had )?(?:asked|wrote to|contacted|"
            r"e-?mailed|"
            r"requested (?:from|of)) (?:the )?$",
            r"\bi\.?e\.?,? (?:the )?$",
            r"\byour (?:[\w-]+ ){0,2}request (?:for information )?(?:from|of) (?:the )?$",
            r"\byou (?:have |had )?(?:requested|asked for|sought|seek|request) (?:the following )?"
            r"(?:information|details|data|copies) (?:from|of) (?:the )?$",
        ),
        "The request was made to it.",
    ),
    (
        ITSELF,
        phrases(
            r"\bnot (?:currently |centrally )?held (?:centrally )?(?:by|at|within) (?:the )?$",
            r"\b(?:act|foia?|foisa)(?: (?:2000|2002))? requires (?:that )?(?:the )?$",
            r"\b(?:complaints?|review|appeals?) (?:procedure|process|policy|scheme) (?:provided|"
            r"operated|offered) by (?:the )?$",
            r"\b(?:confirm|provide|disclose|release) the following (?:the )?$",
            r"\bthe (?:council|trust|force|university|board|college) \( ?(?:the )?$",
        ),
        "It is spoken of as the one that answers.",
    ),
    (
        OFFICE,
        phrases(
            r"\bcopyright (?:in|of) (?:\w+ ){0,3}(?:documents?|information|material|response|"
            r"letter|data)\b[^.]{0,60}\b(?:owned by|held by|belongs? to|vested in) (?:the )?$",
            r"(?:©|\(c\)|\bcopyright)(?: 20\d\d)? (?:the )?$",
            r"\bwithout the (?:\w+ ){0,3}(?:consent|permission|agreement) (?:of|from) (?:the )?$",
            r"\b(?:most|many|all) (?:of the )?(?:documents|materials?|information)"
            r"(?: (?:which|that) (?:is|are))? (?:supplied|released|disclosed) (?:to you )?by "
            r"(?:the )?$",
        ),
        "What is released is called its own.",
    ),
    (
        OFFICE,
        phrases(
            r"\b(?:published on|visit|on) the $",
            r"\b(?:here at|(?:every|any)(?:one|body) (?:at|in|within)|officers? (?:of|from|"
            r"within)|employed by|staff (?:of|at|within)|"
            r"employees? of) (?:the )?$",
            r"\b(?:information|data|records?) (?:is |are |was )?(?:not )?held (?:by|"
            r"within) (?:the )?$",
            r"\bwithin (?:the )?$",
        ),
        "It is spoken of as the letter's own body.",
    ),
)
AFTER: tuple[tuple[int, re.Pattern[str], str], ...] = (
    (
        ITSELF,
        phrases(
            r"'s? (?:response|reply|answer|decision|handling|position)\b|"
            r" (?:response|reply|decision) to (?:your|this) (?:\w+ ){0,2}request\b|"
            r" position is\b",
            r" (?:response|reply|answer)s? (?:is |are )?(?:set out |given |provided )?"
            r"(?:below|as follows|attached|follows)\b",
            r",? as (?:a|any|every) (?:other )?public (?:authority|body)\b",
            r",? to (?:(?:carry out|conduct|undertake|hold) (?:an? )?(?:internal )?review|"
            r"(?:review|reconsider|look again at) (?:its|our|this|the))\b",
            r" (?:internal |own )?(?:review|complaints?|appeals?) (?:procedure|process|policy|team|"
            r"department|manager)\b",
            r",? (?:\(c\) |© )?20\d\d,? licensed under\b",
            r" ?\.? all content is (?:available|licensed) under\b",
            r" endorses? you or your use\b",
            r" provides you with (?:the|a) right\b",
            r",? (?:would like to|wishe?s? to|must|must now) (?:apologise|thank you|take this "
            r"opportunity|advise you|inform you|confirm)\b",
            r",? the (?:cost |appropriate |statutory )*limit\b",
            r" (?:has |have |was |did )?(?:received?|replied|reply|responded|respond|answered|"
            r"answer|"
            r"logged|not answer|not reply|not respond|wrote to you)\b",
        ),
        "The answer is called its own.",
    ),
    (
        ITSELF,
        phrases(
            r"(?: \([^)\n]{1,40}\))?,? (?:(?:can|do|does|did|has|have|is|are|will|would|"
            r"currently|therefore|also|hereby|now|wishes to|unable to|able to|"
            r"today),? ){0,4}(?:not )?"
            r"(?:confirms?|holds?|held|provide|neither|completed|disclose|consider(?:s|ed)?|"
            r"estimate[sd]?|searched|decided|advises?|apologises?|aims?|refus(?:es|ing)|"
            r"acknowledges?|located|conducted|withhold\w*|relying|applying|applies|gives an? "
            r"(?:\w+ )?"
            r"response|regrets?|finds|believes|intends|recognises|finished|carried out|identified|"
            r"(?:not|no longer) (?:have|record|collect|log|keep|capture|store|maintain|retain|use|"
            r"publish|operate|monitor|accept)|has no (?:record|information|data|policy|plans))\b"
        ),
        "It is the one that holds, confirms or refuses.",
    ),
    (
        OFFICE,
        phrases(
            r" (?:website|headquarters|hq|publication scheme|disclosure log|"
            r"information (?:governance|access|rights|management|compliance)|"
            r"freedom of information|foi|legal services|data protection|"
            r"(?:central )?disclosure (?:unit|team|office))\b"
        ),
        "Its own office or website is named.",
    ),
    (
        SUBJECT,
        phrases(r" (?:is|are|has|have|was|were|will|does|do|takes?|only|policy|record)\b"),
        "It is spoken of as the letter's own body.",
    ),
)
OF_OTHERS = phrases(
    r"\b(?:contact|ask|approach|write to|visit|unlike|including|such as|other than|against|"
    r"versus|former|previously|between|from|with|to|and|or|like|by|than) (?:the )?$",
    r"\b(?:responsibility of|matter for|enquiries of|seconded to|appeal to|complain to|"
    r"complaint to|held by|transferr?ed to|passed to|forwarded to) (?:the )?$",
)
SENT_ON = phrases(
    r"\b(?:forward|pass|transferr?|redirect|refer(?!\w* to your)|(?:we|I) (?:have "
    r")?sen[dt])\w*\b[^.]{0,60}\b(?:on )?to "
    r"(?:the )?$"
)
OTHER_CLAUSE = phrases(
    r"\b(?:you (?:may|might|could) (?:wish|want|like) to|we suggest|transferred your|redirect|"
    r"seek this from|available from|published by|you asked|you requested)\b[^.]{0,80}$"
)
NEVER = phrases(
    r"^(?:FAO|attn|attention)\b|information commissioner|^ico$|(?:first-tier|upper|"
    r"information|rights) tribunal|^tribunal|"
    r"^court"
)
NOT_OURSELVES = phrases(
    r",? (?:and|but|rather|who|which|instead|not)\b[^.]{0,40}\b(?:us|contact|ask)\b"
)
"""“… is held by Northgate Council and not by us.”"""
OFTEN_NAMED = phrases(
    r"ombudsman|police chiefs|^npcc$|^acpo|independent office for police|^iopc$|^ipcc$|"
    r"college of policing"
)
"""Bodies that others' letters name: theirs is only a letter that says so."""
HEAD_OFFICE = later(
    r"\b(?:(?:head|registered|principal) (?:office|address)|headquarters)\s?:\s?$", re.IGNORECASE
)
"""The label of the address at a page's foot."""
_OUR_ANSWER = (
    r"[^.]{0,80}?\b(?:response|reply|answer|decision|request|handl(?:ed|ing)|outcome|dealt|"
    r"information|service you)\b"
)
REVIEW_ASKED = phrases(
    r"\binternal review\b",
    r"\b(?:un|not )happy,",
    rf"\b(?:review|complain\w*|(?:un|not )happy|dissatisfied|not (?:content|satisfied)|"
    rf"concerns?|concerned)\b{_OUR_ANSWER}",
    r"\b(?:formal complaint|right (?:of|to) appeal|to appeal|your appeal)\b",
)
REVIEW_SENT_TO = later(
    r"\b(?:write|writing|address(?:ed)?|send|sent|contact(?:ing)?|submit\w*|e-?mail)\b"
    r"(?:(?!Commissioner|Ombudsman|Tribunal|[.?!]\s+[A-Z]).){0,160}"
    r"(?:(?:Officer|Office|Manager|Team|Secretary|Head|Director|Clerk|Services|Department|"
    r"Solicitor|Governance|Unit)\b(?:(?!Commissioner|Ombudsman|[.?!]\s+[A-Z]).){0,60}?"
    r"(?:,| at|\n)|:|\n)\s*(?:the )?$",
    re.DOTALL,
)
"""Where to send a complaint about the answer: to an office of the one that answers."""
AS_AN_ADDRESS = re.compile(r"(?: \([^)\n]{1,30}\))?(?:,|[ \t]*\n|\.?\s*$|[ ][A-Z][\w'-]+ [A-Z])")
WITH_ADDRESS = later(
    r"(?:[ ,\n]{1,3}(?:[A-Z\d][\w'/.&-]*|of|and|the|on|upon|in|le)){1,16}?"
    r"[ ,\n]{1,3}[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"
)
"""An address and nothing else, down to its postcode."""
NOT_ALONE = phrases(r"dear\b|subject\b|re:|to:|title|request\b|foi\b|freedom|ref")
OFFICE_OF = phrases(
    r"(?:[\w&'-]+ ){0,5}(?:team|office|officer|unit|department|section|branch|directorate|"
    r"compliance|"
    r"governance|rights|services|manager|coordinator|co-ordinator|secretariat|centre)$"
)
IN_A_SENTENCE = re.compile(r"\b(?:is|are|was|were|by|from|has|have|with|you|we|our|see)\b")
NAME_LINE = later(
    r"(?!.*\b(?:Information|Freedom|Office|Team|Department|House|Centre|Headquarters|Hall|Street|"
    r"Road|"
    r"Governance|Legal|Services|Request|Response|Unit|Section|FOI|Disclosure|Log|Chief|Clerk|"
    r"Email)\b)"
    r"[A-Z][\w'&-]+(?: (?:and|of|the|for|&|[A-Z][\w'&-]+)){1,8}"
)
COMPANY = re.compile(r"\b(?:Limited|Ltd|plc|LLP|CIC)$", re.IGNORECASE)
CALLED = phrases(
    r" ?\([\"']?the (?:council|trust|service|force|department|university|college|board|authority|"
    r"agency|constabulary|commission|ministry|fund|office|school|company)[\"']?\)"
)
