"""Figures stated in plain words, and figures that answer nothing."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.reading.dates import MONTH_WORD
from foitrack.reading.patterns import phrases

_COUNT = r"(?:none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
FIGURE = phrases(
    r"\b(?:is|was|are|were|being|stands? at|stood at|came to|comes to|amount(?:s|ed) to|averaged?) "
    r"(?:about |around |some |approximately )?£?\d[\d,.]*\b",
    r"^\W*£?\d[\d,.]*(?: million| per cent|%)? (?-i:[a-z]+)\b.{3,}",
    r"\b(?:there (?:was|were|are|is|have been|has been)|totals?|totalled|spent|recorded|paid|"
    r"issued|employs?|employed|operates?|bought|purchased|costs?|number (?:of|is|"
    r"was))\b[^.]{0,80}[ £]\d",
    r"^\W*(?:(?:q(?:uestion)? ?\d{1,2}|[a-h]|[ivx]{1,4})[.):]\s{0,3})?£? ?\d[\d,.]*%?\W*$|"
    r"^\W*\d[\d,]* (?-i:[a-z]\w*)\W*$",
)
COUNTED = phrases(
    rf"(?:in |for )?(?:19|20)\d\d(?:[/-]\d{{2,4}})?\s?[:-]\s?(?:no|none|nil|{_COUNT})\b",
    rf"the (?:information|answer|number|figure)\b[^.]{{0,40}}\b(?:is|was):? {_COUNT}\W*$",
    rf"(?!none of (?:them|these|those)\b){_COUNT} (?:were|was|have|has|had|did|of (?!us\b|"
    rf"(?:the|this|that|these|those)\b.{{0,30}}"
    rf"\b(?:should|above|may|must|can)\b))\b",
    rf"\(?(?:[ivx]{{1,4}}|[a-h]|"
    rf"\d{{1,2}})[.)]\s{_COUNT}\W*$",
)
"""A figure written as a word, at the beginning of a sentence."""
ITEM = later(
    r"\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})[.)]\s|a(?:ns(?:wer)?)?\s?\d{0,2}\s?:\s", re.IGNORECASE
)
LABEL_AND_FIGURE = re.compile(r"[A-Z][\w' ()/-]{2,50}: ?(?:£ ?)?\d[\d,.]*(?:%|[, ].{0,60})?")
"""“Total spend: £411,863”."""
WORKINGS = phrases(r"\b(?:hours?|minutes|limit|emails|files|records to)\b")
"""What stands beside figures that reckon the cost of answering."""
NOT_FIGURES = phrases(
    r"^\W*\(\d{1,2}\)\W*$",
    r"^\W*(?:q(?:uestions?)? ?)?\d{1,2}(?: ?(?:to|and|&|-|,) ?\d{1,2})+\W*$",
    r"\b(?:in|since|from|until|during|of|to|before|after|years?|for|and) (?:19|"
    r"20)\d\d(?:[/-]\d\d(?:\d\d)?)?\b",
    rf"\b{MONTH_WORD},? (?:19|20)\d\d\b",
    rf"\d{{1,2}} ?(?:st|nd|rd|th)?(?: of)? {MONTH_WORD}\b(?: \d{{4}})?|"
    rf"\d{{1,2}}/\d{{1,2}}/\d{{2,4}}",
    r"\b(?:stage|phase|level|band|grade|tier|type|category|class|tab|sheet|version|section|s\.?|"
    r"regulations?|article|question|page|annex|part|act|limit is) ?£?\d\S*|"
    r"\b\d+(?:\.\d+)? ?(?:working days?|days|hours?|minutes)|£ ?(?:25|450|600)\b|"
    r"\b(?:below|under|above) £ ?\d[\d,.]*|\b\d+(?:st|nd|rd|th)\b",
)
POINTS_BELOW = phrases(
    r".{0,120}\b(?:the|our) (?:response|reply|answer) (?:is|can be found) (?:set out |given |"
    r"provided |detailed )?below\W*$",
    r"\W*(?:(?:our |the )?(?:response|reply|answer)s?\W{1,3})?(?:please )?(?:see|refer to) "
    r"(?:(?:the |our )?(?:response|reply|answer|text|explanation) )?below\W*$",
)
"""“Answer: please see below”: what stands there is the answer, or a refusal."""
LABELLED = phrases(r"\W*(?:our |the )?(?:response|reply|answer)\s?:\s")
"""What follows is called the answer."""
REFERS_BACK = phrases(
    r"(?:they|it|these|this|a (?:full )?copy(?: of it)?|copies|both) (?:is|are|can be)\b.{0,40}\b"
    r"(?:attached|enclosed|below|annex|appendix)"
)
"""“They are attached”, of what the sentence before named."""
DETAILS_AT = phrases(
    r"\W*(?:(?:further|full|fuller|more|the) )*details? (?:(?:is|are|can be found) )?(?:(?:set out|"
    r"given|shown|listed) )?(?:at|in|below|overleaf)\b"
)
OF_THE_TEST = phrases(r"\b(?:exempt\w*|exceptions?|public interest)\b")
"""“The exception is subject to the public interest test. Details are at Annex 1.”"""
GO_AND_SEE = phrases(r"\W*(?:please )?(?:see|visit|go to) (?:https?:|www\.)")
"""A page to look at, below words on what is not the answer."""
SEE_BELOW = phrases(r"\W*(?:please )?see (?:below|above|overleaf)(?: for [^.]{3,40})?\W*$")
"""“Exempt. Please see below.”: for the reasons."""
YOUR_REQUEST = phrases(
    r"\byour (?:[\w-]+ ){0,4}(?:requests?|e-?mails?|letters?)\b(?!.*\b(?:information|data|"
    r"figures|answer)\b"
    r"(?! (?:act|request)).{0,40}$)"
)
