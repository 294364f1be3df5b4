"""Word classes by which a letter tells a requester where to turn if they disagree.

An offer is told by its parts and not by its phrases: someone may be displeased, may turn to the
authority, and may do so in writing, to an address, or by a date.
"""

from __future__ import annotations

import re

from foitrack.reading.patterns import phrases

DISPLEASED = phrases(
    r"\b(?:dis|un|dis-|un-)(?:satisfied|happy|content(?:ed)?)\b|\bdissatisfaction\b",
    r"\bnot (?:\w+ ){0,3}(?:satisfied|content|happy|pleased|accept|agree|satisfactory)\b|"
    r"\bnot (?:\w+ ){0,2}to your satisfaction\b|\bdon't agree\b",
    r"\bcause (?:to complain|for complaint)\b|\b(?:disagrees?|aggrieved|disappointed|"
    r"unsatisfactory|take issue|challeng(?:e|ing)|dispute|"
    r"disputing|contest|query|object to)\b",
    r"\b(?:think|believe|feel|consider)\b.{0,60}\b(?:wrong(?:ly)?|incorrect(?:ly)?|mistaken|"
    r"not been|should have|ought|unfair|improper)",
)
"""The requester, who may not like the answer."""

AGAIN = phrases(
    r"\b(?:re-?view(?:ed|s|ing)?|re-?consider(?:ed|s|ation)?|re-?examin(?:e[ds]?|ation)|"
    r"re-?assess(?:ed)?|re-?think|re-?visit(?:ed)?|representations?)\b",
    r"\blook(?:s|ed)?\b(?: \w+){0,3} (?:again|afresh|anew|once more)\b|\blook into it\b|"
    r"\b(?:decision|answer|response|reply) looked at\b|"
    r"\b(?:second|fresh) (?:look|opinion|pair)\b|\bthink again\b",
    r"\b(?:appeal|complain(?:t|ts|ing)?|grievance)\b",
)
"""What the authority would then do."""

TURNS = phrases(
    r"\b(?:write|writing|contact|e-?mail|address(?:ed)?|tell us|let (?:\w+ ){1,5}know|(?:go|"
    r"goes|directed|referred) to|(?:get|be) in "
    r"touch|send|sent|submit(?:ted)?|lodged?|return|speak|telephone|ring|say "
    r"so|raised?|notify|inform us|apply|made)\b",
    r"[\w.+'-]@[\w-]{1,63}\.\w|\breach us\b",
)
"""How one turns to the authority."""

MAY = phrases(
    r"\byou (?:may|can|could|have|are (?:free|entitled|able|welcome)|should|must|need|wish|want|"
    r"would|do have|might)\b|\b(?:please|entitled|entitles?|your right)\b|\bright (?:to|of) \b|"
    r"^(?:write|contact|e-?mail|ask|send|address(?! ?:)|apply|appeal|complain|submit|tell|reply)\b",
    r"\b(?:reviews?|appeals?|complaints?|representations?|requests?|it|this)\b.{0,40}\b(?:must|"
    r"should|may|can|has to|have to|ought to|are to|is to) (?:first |then |also )?be "
    r"(?:\w+ )?(?:made|asked|requested|sent|submitted|received|lodged|addressed|raised|sought|in "
    r"writing)\b",
    r"\b(?:asks?|wish\w*|wants?|requests?) for (?:an? )?(?:\w+ )?review\b",
    r"\boffers? (?:you )?(?:an? |the )?(?:right (?:of|to) )?(?:(?:internal )?review|"
    r"re-?examination)\b",
    r"\b(?:reviews?|appeals?|complaints?)\b.{0,40}\b(?:should|must) reach us\b",
)
"""That one may."""

HEADING = phrases(
    r"^\W*(?:\d{1,2}[.)]?\s)?(?=.{0,70}$)(?:(?!\b(?:outcome|result|ref|reference|request for "
    r"information|policy|statistics|published|annual)\b).)*?"
    r"(?:\b(?:your )?(?:rights?|how|ways?|wish|want|entitled)\b.{0,30}\b(?:review|appeal|"
    r"complain\w*|challenge|redress)\b|"
    r"\b(?:review|appeals?|complain\w*|reconsideration|representations|challenging)\b.{0,20}\b"
    r"(?:rights?|procedures?|process|requests?|details|decision|this)\b|"
    r"(?:internal |request for |requirement for |right of )?(?:review|complaints?|appeals?|"
    r"reconsideration|representations|dissatisfied|unhappy|not satisfied|not happy))[^.]{0,45}$",
)
"""A heading, or the words before a colon, under which such advice stands."""

OTHERS = phrases(r"\b(?:commissioner|ico|tribunal|court|ombudsman|osic)\b")
OF_THE_REVIEW = phrases(
    r"\b(?:after|following|outcome of|result of|content with|satisfied with|happy with|about|"
    r"completed|against)\b[^.]{0,60}\breview\b|\bappeal to the (?:information|commissioner|"
    r"scottish|"
    r"first|upper|court|high|ico|tribunal)\b|\bupheld\b|\boverturn"
)
NOT_OF_IT = phrases(
    r"\b(?:survey|feedback|bill|tax|invoice|website|cookies?|web ?page|planning|penalty|parking)\b"
)
_SUPPOSES = phrases(
    r"\b(?:if|should|anyone|where|please|in case|may|can|free|entitled|right to|complaints? about|"
    r"any (?:complaint|challenge|disagreement))\b|\?|^\W*(?:un|dis)\w+,? |"
    r"\b(?:write|contact|e-?mail|ask) (?:to )?(?:us|me|the)\b"
)
"""It speaks of one who may not like the answer, not of what happened."""
_TELLS = phrases(
    r"\b(?:I|we|it|the \w+) (?:have|has|had) (?:\w+ )?(?:reviewed|reconsidered|re-?examined|looked|"
    r"treated|considered|received|carried)\b",
    r"\byou (?:have )?(?:ask|asked|wrote|requested|argued?|sa(?:y|id))\b(?! for it)|\b(?:about|for|"
    r"to|of) your (?:requirement|e-?mail|letter|complaint)\b|"
    r"\b(?:but|as|that) you (?:remain|are)\b",
)
_LEAST = 12


_SUBJECT = re.compile(r"(?:subject|re|title|topic)\s?:", re.IGNORECASE)
"""What the request is about may be appeals itself."""


def is_heading(line: str) -> bool:
    """Whether a line heads advice on reviews and complaints."""
    line = line.strip(" *_#\t:-?")
    return len(line) >= 5 and bool(HEADING.search(line)) and not _SUBJECT.match(line)


def says_where_to_turn(sentence: str, heading: str, *, window: bool) -> bool:
    """Whether a sentence, below a heading, sends those who disagree to the authority itself.

    `window`: it says until when.
    """
    if len(sentence) < _LEAST:
        return False
    turns = bool(TURNS.search(sentence))
    again = bool(AGAIN.search(sentence))
    if not (turns or again or ":" in sentence):
        return False
    if OTHERS.search(sentence) or NOT_OF_IT.search(sentence) or OF_THE_REVIEW.search(sentence):
        return False
    if _TELLS.search(sentence):
        return False
    if DISPLEASED.search(sentence) and (turns or again):
        supposes = _SUPPOSES.search(sentence) is not None
        if supposes or not window:
            return supposes
    before, colon, after = sentence.partition(":")
    if colon and is_heading(before) and (window or TURNS.search(after) or _AN_OFFICE.search(after)):
        return True
    may = bool(MAY.search(sentence))
    if is_heading(heading) and turns and (window or may):
        return True
    return again and _asks_again(sentence, turns=turns, may=may, window=window)


def _asks_again(sentence: str, *, turns: bool, may: bool, window: bool) -> bool:
    """Whether a sentence that speaks of looking again lets one ask for it."""
    if not may:
        return window and turns
    sought_so = _AFRESH.search(sentence) or _MAY_SEEK.search(sentence)
    return window or bool(sought_so) or (turns and bool(_OF_REVIEW.search(sentence)))


_AN_OFFICE = phrases(
    r"\b(?:officer|head of|secretary|clerk|manager|director|team|unit|registrar|chair|house|office|"
    r"road|street|department)\b"
)
_AFRESH = phrases(
    r"\b(?:reconsider\w*|re-?examin\w*|(?:decision|answer|reply) looked at\b|"
    r"look\w*\b.{0,20}\b(?:again|afresh|once more))\b"
)
_MAY_SEEK = phrases(
    r"\boffers? (?:you )?(?:an? |the )?(?:right (?:of|to) )?(?:(?:internal )?review|"
    r"re-?examination)\b",
    r"^\W*(?:please )?(?:reply|write|respond|"
    r"e-?mail)\b[^.]{0,60}\bask for an? (?:internal )?review\b",
    r"\byou (?:may|can) (?:also |now |then )?(?:seek|ask for|request|require|apply for) (?:an? )?"
    r"(?:internal )?review\b",
)
_OF_REVIEW = phrases(
    _AFRESH.pattern,
    r"\breview\w*\b|"
    r"\bcomplaint about (?:this|our|the) (?:decision|response|handling|reply)\b",
)
