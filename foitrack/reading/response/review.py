"""Whether the letter offers an internal review, until when, and where to ask for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foitrack.later import later
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.patterns import any_of, phrases
from foitrack.reading.prose import Span, flowing, sentences
from foitrack.reading.response.review_words import is_heading, says_where_to_turn

_ASKS_THEM = phrases(
    r"\b(?:ask|require|request) (?:us|them|that we|(?:that )?the [\w' ]{3,60}?|[A-Z][\w' ]{2,40}?)"
    r" (?:for|to (?:conduct|undertake|carry out|hold)|(?:conducts?|undertakes?|carr(?:y|ies) out)) "
    r"(?:an? |the |its )?(?:\w+ )?review\b",
    r"\b(?:you (?:may|can|could)|please|right to) ask,? .{0,60}\bfor an? (?:\w+ )?review\b",
)
_NAMES_IT = phrases(
    _ASKS_THEM.pattern,
    r"\binternal review\b|\breview procedure\b|\brequirement for review\b",
    r"\breview (?:of|into) (?:the|our|this|my|its|their|how|any|your)\b",
    r"\ban? (?:\w+ )?review (?:will|shall|would|can|may) (?:then )?(?:be )?(?:done|made|held|"
    r"conducted|carried|undertaken|arranged|requested|sought|asked for|applied for|take place|"
    r"follow)\b",
    r"\bwill (?:then )?(?:review|reconsider|re-?examine|look again at) (?:the|this|our|that) "
    r"[^.;]{3,40} (?:if|should) you (?:so )?(?:ask|request|write|wish|want)\b",
    r"\bmake representations to (?:us|the (?!(?:information |scottish )*commissioner))",
    r"\b(?:request|ask for|seek|require|want|like|obtain|conduct|undertake|carry out|entitled to|"
    r"requesting|"
    r"such) (?:an? |the )?(?:\w+ )?review\b",
    r"\b(?:ask|request|require|asking|requiring)(?: that)? (?:us|we|"
    r"the [\w ,]{3,60}?)(?: to)? (?:to )?(?:review|reconsider)",
    r"\bto review (?:our|its|this|the|their|your|it) ?(?:decision|response|handling|actions|case|"
    r"request)?",
    r"\b(?:reconsideration|reconsider) (?:of )?(?:our|the|this|its|your) (?:decision|request|"
    r"response)\b",
    r"\b(?:decision|response|request|handling|complaint|case|it|answer|reply|this) (?:to be |be |"
    r"being )?"
    r"(?:reviewed|reconsidered|re-?examined|looked (?:at|into) (?:again|afresh))\b",
    r"\b(?:look|looks|looked|looking) (?:again|afresh) at\b|\bsecond (?:look|opinion)\b|"
    r"\bre-?examine\b",
)
_COMPLAINT_TO_THEM = phrases(
    r"\b(?:appeals?|complaints?) (?:procedure|process)\b",
    r"\bright (?:of|to) (?:appeal|complain|complaint|redress)\b",
    r"\b(?:appeal|complain|complaint)\b.{0,60}\b(?:to us|to the (?:council|trust|force|"
    r"university|department|authority|constabulary)|against|about (?:our|the|how|this))\b",
)
_COMPLAINT_IN_WRITING = phrases(
    r"\bcomplain\w*\b.{0,80}\b(?:in writing|write|by (?:e-?mail|letter|post)|send it|e-?mail)\b",
    r"\b(?:in writing|write|send|e-?mail)\b.{0,80}\bcomplaint\b",
)
_TO_OTHERS = phrases(r"\b(?:commissioner|ico|tribunal|court|ombudsman)\b")
_TO_US = phrases(
    r"\b(?:to|with|by) us\b|\bour\b|\binternal(?:ly)?\b|\bto (?:the|this) (?:council|trust|force|"
    r"university|department|authority|constabulary|school|board|agency)\b",
)
_OF_NO_ANSWER = phrases(
    r"\b(?:limit|narrow|refine|reduce|rephrase|reword)\b.{0,80}\b(?:look|consider)\w*\b.{0,20}\bagain\b|"
    r"\bnot (?:obliged|required|able) to review\b|\byour internal review request\b|"
    r"\bright to know\b|\ba complaint is\b|\bthe purpose of (?:an?|the|this|our) (?:internal )?"
    r"review\b",
    r"\b(?:if|should) you (?:do not|don't|have not|haven't) (?:have|had|receive[d]?|hear[d]?|"
    r"get|got)\b.{0,160}\breview\b",
    r"\breview\b.{0,40}\b(?:its|our|the|their) (?:failure|lack)\b",
)
"""A review of silence is not one of an answer, nor is one that was had, or need not be."""
_OFFERS = phrases(
    r"\b(?:right|entitled|may|can|able|wish|want|like|could|please|should|write|contact|option|"
    r"must|if|do have|free|seek|(?:begin|start) by|how to (?:appeal|complain|ask|request))\b"
)
_REFUSED = phrases(
    r"\b(?:do(?:es)?|will|shall|can) ?not (?:offer|provide|have|operate|conduct|"
    r"carry out)\b[^.]{0,60}\b(?:internal review|review (?:procedure|process))",
    r"\bno internal (?:review|complaints?) (?:procedure|process|is (?:available|offered))",
)
_ENDED = phrases(
    r"\bthis (?:concludes|completes|exhausts|ends|is the end of) (?:our|the [\w' ]{2,60}?) "
    r"internal (?:complaints? |review |appeals? )*(?:procedures?|process)\b",
    r"\bthis is (?:our|the [\w' ]{2,60}?) final (?:answer|response|decision|position)\b",
)
"""The result of a review, after which nobody within the authority looks again."""
_FURTHER = phrases(
    r"\b(?:further|second|another|stage (?:two|2)|final) (?:[\w-]+ )?(?:review|appeal)\b|"
    r"\b(?:second|next|final)[ -]stage\b|\bstage (?:two|2)\b"
)
"""A review of the review, which few offer."""
_LINKS = re.compile(r"[^|.?!:@]{2,40}(?:\|[^|.?!:@]{2,40})+")
"""A page's own links in one line, with strokes between them."""
_BUTTON = re.compile(r"[^@\d.?!:]{2,30}")
_BUTTON_WORDS = 3
"""“Contact details”, a link below another, sends nobody anywhere."""
_THE_COMMISSIONERS = re.compile(
    r"\W*(?:he|she|they) (?:asks?|expects?|prefers?|normally|will)\b", re.I
)
"""Said of the Commissioner, whom the sentence before it named."""
_ASKED_ALREADY = phrases(
    r"\byou (?:asked|requested|wrote|have (?:asked|requested))\b",
    r"\byour (?:request|e-?mail|letter) (?:for|of|dated|requesting)[^.]{0,40}\breview",
    r"\byour (?:e-?mail|letter|message)\b[^.]{0,60}\b(?:asking|requesting)\b[^.]{0,60}\breview\b",
    r"\byour requirement (?:for|that)\b|\byou did not (?:\w+ )?ask\b|\bI write about your\b|"
    r"\bthank you for\b|\b(?:I|we) have (?:now )?(?:completed|conducted|"
    r"carried out|"
    r"undertaken)\b",
)
_STILL_OFFERS = phrases(
    r"\bif you (?:are|wish|would|want|feel|remain)\b|\bright to\b|\bentitled to\b|\byou (?:can|"
    r"may)\b"
)
_SAYS_WHAT_TO_DO = phrases(r"\byou (?:can|may) (?:ask|request|write|complain)\b")
_ONLY_AFTERWARDS = phrases(
    r"\b(?:after|following|outcome of|result of|content with|unhappy with|dissatisfied with|"
    r"completed)\b[^.]{0,80}\breview\b[^.]{0,240}\b(?:commissioner|ico|tribunal)\b",
    r"\b(?:commissioner|ico)\b[^.]{0,200}\b(?:unless|until|after|exhausted|"
    r"completed)\b[^.]{0,80}\breview\b",
)
_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|ten|twelve|fifteen|twenty(?:[- ]eight)?|thirty|forty|"
    r"fifty|sixty)(?: \(\d{1,3}\))?"
)
_WINDOW = later(
    rf"\b(?P<window>{_NUMBER}[ -](?:(?:calendar|working|business|clear|school) )?(?:days?|weeks?|"
    rf"months?))\b",
    re.IGNORECASE,
)
_BEFORE_WINDOW = later(
    r"\b(?:within|in|no later than|not later than|later than|more than|up to|before|have|has|"
    r"inside|under|by the end of|after|allows?)\b[\w ,()']{0,30}$",
    re.IGNORECASE,
)
_THEIR_TIME = later(
    any_of(
        r"\b(?:we|I)(?: will| shall| aim| hope| endeavour| would|'ll| cannot| can't| could not)\b"
        r"[^.]{0,140}",
        r"\b(?:reviews?|complaints?|response|reply|outcome|decision) (?:will|should|is|are|"
        r"shall)(?: normally| usually)?(?: be)? (?:completed|dealt|responded|answered|conducted|"
        r"provided|carried|concluded|determined|sent(?! to (?!you\b))|take|notified)\b[^.]{0,80}",
        r"\b(?:you (?:will|should|can expect to) (?:receive|have|hear)|aim(?:s|ing)? to|target|"
        r"take up to|takes)\b[^.]{0,100}",
        r"\b(?:will|to|must|should) (?:then )?(?:respond|reply|be answered|complete)\b[^.]{0,80}",
        r"\b(?:ico|commissioner)\b[^.]{0,140}",
    )
    + "$",
    re.IGNORECASE,
)
_ASK_WORDS = phrases(
    r"\b(?:submit\w*|request\w*|made|make|ask\w*|write|writing|contact\w*|lodge\w*|receiv\w*|"
    r"raise\w*|complain\w*|appeal\w*|apply|application|sent|send|notify|do so|review)\b",
    r"\b(?:of the date|of (?:the |this |our |receiving |receipt|date|getting)|from (?:the|"
    r"receipt|receiving|today)|after (?:the|receipt|receiving|you))\b",
)
_MAIL = later(
    r"(?<![\w.+-])[A-Za-z0-9][\w.+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"
)
_ELSEWHERE = later(
    r"@(?:[\w.-]+\.)?(?:ico\.(?:org\.uk|gov\.uk)|itspublicknowledge\.info|foi\.scot|"
    r"whatdotheyknow\.com|wdtk\.com)$|^(?:request-\d+|no-?reply|do-?not-?reply)",
    re.IGNORECASE,
)
_NEAR = 1600
_ABOVE, _BELOW = 300, 700
_SHORTEST = 25
_UNDER_HEADING = 3
"""So many sentences below a heading are still under it."""


def find_review(text: str, said: str, *, done: bool = False) -> tuple[Finding, ...]:
    """The offer of an internal review, its window as printed, and the email to write to.

    `done`: the letter gives the result of a review, and speaks of that one.
    """
    said = flowing(said)
    offers = [one for one in _offers(said) if not done or _FURTHER.search(_flat(said, one))]
    refused = _REFUSED.search(said) or (_ENDED.search(said) if done else None)
    if refused and len(offers) == 0:
        return (
            _review_finding(
                text,
                "review_offer",
                "false",
                Span(*refused.span()),
                "The letter says that there is none.",
            ),
        )
    if not offers:
        return ()
    named = [span for span in offers if _NAMES_IT.search(_flat(said, span))]
    offer = _review_finding(
        text,
        "review_offer",
        "true",
        (named or offers)[0],
        "The letter says that a review may be asked for.",
        Certainty.FOUND if named else Certainty.CHECK,
    )
    return tuple(f for f in (offer, _window(text, said, offers), _contact(text, said, offers)) if f)


def _offers(said: str) -> Iterator[Span]:
    """Every sentence that offers a review, with the heading that it stands below."""
    heading, below = "", 0
    for span in sentences(said):
        flat = " ".join(span.of(said).split())
        if is_heading(flat) and not _SAYS_WHAT_TO_DO.search(flat):
            heading, below = flat, 0
            continue
        below += 1
        if _is_offer(flat, heading if below <= _UNDER_HEADING else ""):
            yield span


def _is_offer(flat: str, heading: str) -> bool:
    turns = says_where_to_turn(flat, heading, window=bool(_WINDOW.search(flat)))
    # Most sentences say nothing of the kind: that is told first.
    if not turns and (len(flat) < _SHORTEST or not _OFFERS.search(flat)):
        return False
    if _REFUSED.search(flat) or _OF_NO_ANSWER.search(flat) or _THE_COMMISSIONERS.match(flat):
        return False
    if _LINKS.fullmatch(flat) or (_BUTTON.fullmatch(flat) and len(flat.split()) <= _BUTTON_WORDS):
        return False
    if turns:
        return not (_ASKED_ALREADY.search(flat) and not _STILL_OFFERS.search(flat))
    if not _NAMES_IT.search(flat) and not _complaint_to_them(flat):
        return False
    if _ASKED_ALREADY.search(flat) and not _STILL_OFFERS.search(flat):
        return False
    return bool(_ASKS_THEM.search(flat)) or not _ONLY_AFTERWARDS.search(flat)


def _complaint_to_them(flat: str) -> bool:
    """Whether a sentence lets one complain, or appeal, to the authority itself."""
    others = _TO_OTHERS.search(flat) and not _TO_US.search(flat)
    complains = _COMPLAINT_TO_THEM.search(flat) or (
        _COMPLAINT_IN_WRITING.search(flat) and _WINDOW.search(flat)
    )
    return bool(complains) and not others


def _window(text: str, said: str, offers: list[Span]) -> Finding | None:
    """How long the requester has: never how long the authority or the Commissioner takes."""
    least, last = max(0, offers[0].start - _ABOVE), min(len(said), offers[-1].end + _BELOW)
    # What a sentence is about stands at its beginning, which may lie farther up.
    first = said.rfind("\n", 0, least) + 1
    reach = said[first:last]
    for span in sentences(reach):
        sentence = span.flat(reach)
        for met in _WINDOW.finditer(sentence):
            before, after = sentence[: met.start()], sentence[met.end() : met.end() + 90]
            start = first + span.start
            if start + met.start() < least or not _BEFORE_WINDOW.search(before):
                continue
            if _THEIR_TIME.search(" ".join(before.split())):
                continue
            if _ASK_WORDS.search(before) or _ASK_WORDS.search(after):
                window = Span(start + met.start(), start + met.end())
                why = "The letter gives this long to ask for the review."
                return _review_finding(text, "review_window", _flat(text, window), window, why)
    return None


def _contact(text: str, said: str, offers: list[Span]) -> Finding | None:
    """The email nearest below the offer; never the Commissioner's."""
    first, last = offers[0].start, min(len(said), offers[-1].end + _NEAR)
    if said.find("@", first, last) < 0:
        return None
    for met in _MAIL.finditer(said, first, last):
        if _ELSEWHERE.search(met.group()):
            continue
        end = met.start() + len(met.group().rstrip(".'-"))
        span = Span(met.start(), end)
        why = "It is the address given for asking."
        return _review_finding(text, "review_contact", span.of(said), span, why)
    return None


def _review_finding(
    text: str, name: str, value: str, span: Span, why: str, certainty: Certainty = Certainty.FOUND
) -> Finding:
    place = Place(start=span.start, end=span.end)
    return Finding(name, value, _flat(text, span), place, why, certainty=certainty)


def _flat(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())
