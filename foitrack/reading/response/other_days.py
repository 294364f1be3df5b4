"""Days that a letter tells of something else than the request that it answers."""

from __future__ import annotations

import re

from foitrack.later import later

_OTHER_MATTER = later(
    r"\b(?:previous|earlier|another|identical|similar|same (?:request|thing|question|matter)|"
    r"decision of|"
    r"internal review|review request|requirement for|(?:request|ask)(?:ed|ing)? "
    r"(?:us )?(?:for |to )?(?:an? )?(?:internal )?review|complaint|clarification|clarified|"
    r"decision notice|"
    r"judg)\b",
    re.IGNORECASE,
)
_OF_A_TIME = later(
    r"\b(?:between|since|from(?! (?:us\b|you\b|(?:the |your )?request))|period|prior|"
    r"extend|extension|due|deadline|by no later)\b",
    re.IGNORECASE,
)
# "The Trust replied by email on 3 May": the day of an answer, whatever stands before the date.
_ANSWERED = later(
    r"\b(?:we|I|you were|was|has|[A-Z]\w+) (?:replied|responded|answered|sent you|were sent|given|"
    r"told you|informed you|advised you|wrote to you|dealt with)\b"
    r"(?! to your [\w ]{3,40}(?:dated|of|on)$)",
)
_ABOUT_REVIEW = later(
    r"\W{0,3}(?:in which )?you (?:asked|requested|wanted)\b[^.;]{0,80}\b(?:review|reconsider)"
    r"(?:ed)?\b|"
    r"\W{0,3}(?:asking|requesting|inviting) (?:us|me|the [\w ]{2,40}?|that) (?:to )?[^.;]{0,40}"
    r"\b(?:review|reconsider)(?:ed)?\b|"
    r"\W{0,3}you (?:then |now )?(?:asked|requested|sought|want(?:ed)?)(?: us)? (?:for |to )?"
    r"(?:an? )?(?:internal )?review\b|"
    r"\W{0,3}an? (?:[\w-]+ ){0,3}?(?:request|enquiry|e-?mail) (?:in|for|with|on|about) the same\b|"
    r"(?!\W{0,2}and\b[^.;]{0,30}\byou (?:have )?(?:provided clarification|clarified)\b)"
    r"[^.;]{0,50}\b(?:internal review|to complain|complain(?:ing|ed)|"
    r"(?:your|this|the|a) "
    r"complaint|clarif\w+|"
    r"for a review|dissatisfaction)\b",
    re.IGNORECASE,
)
_REVIEW_OF = re.compile(r"\brequest for (?:an? )?(?:internal )?review of\b[^.;]{0,120}$", re.I)
"""“… your request for a review of the above request, which was received on …”."""
_ANSWER_TO = later(
    r"\b(?:decision|response|reply|answer|refusal)\b[^.;]{0,60}\b(?:up)?(?:on|to) your "
    r"(?:(?:original|first|initial|foi|information) )*request "
    r"(?:of|dated|made on|sent on)(?: the)?\W*$",
    re.IGNORECASE,
)
"""“… our decision of 4 March upon your request of …”: the request, whatever was decided."""
_RELATIVE = re.compile(r", which (?:\w+ ){1,6}", re.IGNORECASE)
"""“… the repairs since 2005, which we received on …”: the years are the request's own matter."""


def of_another_matter(tight: str, at: int, after: str) -> bool:
    """Whether words that stand before a date, from `at` on, speak of another matter.

    `after`: what follows the date.
    """
    if _ABOUT_REVIEW.match(after):
        return True
    if _ANSWER_TO.search(tight):
        return False
    begins = max(0, at - 50)
    clause = max((met.start() for met in _RELATIVE.finditer(tight)), default=0)
    return bool(
        _OTHER_MATTER.search(tight[begins:])
        or _OF_A_TIME.search(tight[max(begins, clause) :])
        or _ANSWERED.search(tight[max(0, at - 25) :])
        or _REVIEW_OF.search(tight[:at])
    )
