"""Letters about an internal review that was asked for: whether one is, and how it ended."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.law.terms import Review
from foitrack.reading.contractions import spelt_out
from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.patterns import phrases
from foitrack.reading.prose import Span, paragraphs, sentences

_REVIEW = r"(?:internal |independent |formal )?review"
_DECISION = (
    r"(?:(?:original|initial|first|earlier|previous|foi|council's|trust's|force's|our) )*"
    r"(?:decision|response|refusal|reply|answer|outcome|position|notice|application of|use of|"
    r"reliance on)"
)
_ASKED = phrases(
    r"\byou (?:have |then |subsequently |also |did not directly )*(?:asked|requested|ask|"
    r"request|"
    r"applied|wrote|e-?mailed)\b[^.]{0,80}\b(?:internal review|an? (?:\w+ )?review|review of "
    r"(?:our|this|that|how|the (?:decision|response|refusal|handling|way|answer|reply|request|"
    r"\w+'s (?:decision|response|refusal|handling)))|review (?:the|our|this|"
    r"that) (?:decision|response|refusal|handling))\b",
    rf"\b(?:thank you for|received|regarding|respect of|relation to|response to|to|of|with) "
    rf"(?:your |"
    rf"the )?(?:[\w-]+ ){{0,4}}(?:asking for|requesting|request(?: dated [^.]{{4,20}})? (?:for|"
    rf"that)|seeking)"
    rf" (?:an? |the )?(?:[\w-]+ )?{_REVIEW}\b",
    r"\byour (?:[\w-]+ ){0,3}(?:e-?mail|letter|message|correspondence|request|requirement)\b"
    r"[^.]{0,60}\b(?:asking for|requesting|seeking|requiring) (?:an? |the )?(?:[\w-]+ )?review\b",
    rf"\b{_REVIEW} (?:that |which )?you (?:have )?(?:asked|requested|sought)\b",
    r"\byour (?:internal )?review request\b|\byou (?:asked|applied) for (?:a )?reconsideration\b",
    r"\byour (?:request|application|appeal|email|letter) (?:for|requesting|seeking) (?:an? )?"
    r"(?:internal )?review\b",
    r"\byou (?:have )?(?:asked|wanted|invited) us to (?:review|reconsider|look again|think "
    r"again)\b",
    r"\byour requirement (?:for|that|to)\b[^.]{0,40}\breview\b",
    r"\bcomplaint in respect of\b|\byour (?:complaint|appeal)\b[^.]{0,60}\b(?:about|against|in "
    r"respect|regarding|concerning|dated|received|of \d)",
)
_OUR_REVIEW = r"(?:(?:internal|independent|formal|the|this|that|my|our|your|requested) )+review"
_CARRIED_OUT = phrases(
    r"\byour (?:complaint|appeal|request for (?:an? )?(?:internal )?review) (?:is|was|"
    r"has been) (?:\w+ )?"
    r"(?:not )?(?:partly |partially )?(?:upheld|dismissed|allowed)\b",
    rf"\b(?:the|this|our) (?:[\w&'-]+ ){{1,8}}(?:has |have )?(?:conducted|carried out|completed|"
    rf"undertook|undertaken|held) an? {_REVIEW}\b",
    rf"\b(?:I|we) have (?:now |also |since )*(?:completed|concluded|conducted|carried out|"
    rf"undertaken|"
    rf"held|finished)\b[^.]{{0,30}}\b{_REVIEW}\b",
    rf"\bdecision (?:on|following|after) (?:the |this |your )?{_REVIEW}\b|"
    rf"\bas requested,? (?:I|we) "
    r"have reviewed\b|\b(?:I|we) have (?:now )?reviewed (?:our|the|that|this) (?:original |"
    r"initial |"
    r"first )?(?:response|decision|reply|handling)\b",
    rf"\b(?:outcome|result|conclusions?|findings?|decision) of (?:the|my|our|your|this|an?) "
    rf"{_REVIEW}\b",
    rf"\b{_OUR_REVIEW} (?:outcome|decision|response|findings?|result|conclusions?|"
    rf"has (?:now )?(?:been "
    rf"(?:completed|carried|conducted)|concluded|found|upheld)|upholds|finds|found|conclude[sd]|"
    rf"was "
    rf"(?:carried|conducted|undertaken))\b",
    r"\bas (?:the )?(?:reviewing officer|reviewer)\b|\bissues? (?:on|for|under) review\b",
    rf"\b(?:uphold(?:ing)?|overturn|upheld|overturned)\b.{{0,60}}\b(?:{_DECISION}|"
    rf"your (?:complaint|"
    rf"appeal))\b",
    r"\b(?:original|initial) (?:decision|response|refusal)\b.{0,60}\b(?:is|was|be|been|"
    r"has been) (?:therefore )?(?:upheld|overturned|correct|maintained)\b",
    r"\bdecided to (?:hold|carry out|conduct|undertake) one\b",
)
_LOOKED_AGAIN = phrases(
    r"\b(?:I|we) (?:have )?(?:now |also |therefore |carefully )*(?:reviewed|reconsidered|"
    r"re-?examined|"
    r"investigated|considered|examined|looked (?:again|afresh|at)|re-?assessed|revisited|gone "
    r"through|found|"
    r"find|"
    r"concluded?|agree|accept|am satisfied|am content|will take each)\b",
    r"\b(?:different|the same|another) (?:view|conclusion|decision)\b|\bfresh eyes\b",
    r"\bthe (?:review )?(?:panel|reviewer|review(?:ing)? (?:officer|board|panel))(?:'s view\b| "
    r"(?:has|was|is|read|agree[sd]?|finds?|found|considere?[sd]?|accept(?:s|ed)?|decided|"
    r"substitutes?)\b)",
)
_TITLE = later(
    r"(?!.*(?:@|\brequests?\s?:|\bfile (?:type|size)\b|\brequests? for\b|\brequest(?:ing)? "
    r"an?\b|^(?:please|to|if|"
    r"for|you|how)\b|^\s*[-•*·] |\bprocedure\b|\bpolicy\b|\bright to\b|"
    r"\bif you\b|\bhow to\b|\bappeals and\b|\bfees\b|\?))"
    r".{0,90}\b(?:internal review|review of (?:foi|foia|freedom|information|request|eir|"
    r"decision|"
    r"your)|review (?:outcome|decision|notice|under section|under regulation)|(?:requirement for|"
    r"notice of) review)\b.{0,90}",
    re.IGNORECASE,
)
_TO_COME = phrases(
    r"\b(?:will|shall|aim|should|expect|hope|intend)\b[^.]{0,80}\b(?:review|respond|reply|"
    r"outcome|"
    r"consider|complete|carry out|conduct|receive|hear)\w*",
    rf"\b{_REVIEW} (?:is|has been) (?:now )?(?:being |passed|allocated|assigned|logged|arranged)",
)
_LETTERHEAD = 14
_OF_A_MAIL = re.compile(r"(?:from|to|cc|date|sent)\s?:", re.IGNORECASE)

_STANDS = phrases(
    r"\b(?:properly|rightly|correctly) taken\b|\bnothing\b[^.;]{0,60}\bto depart from\b",
    rf"\b(?:uphold|upheld|upholds|maintain(?:s|ed)?|agree with|endorse|support|confirm)\b(?: the|"
    rf" our| "
    rf"that| its| this|ing)?[^.]{{0,30}}\b{_DECISION}\b",
    rf"\b{_DECISION}\b[^.]{{0,80}}\b(?:(?:is|was|were|has been|should be|be) (?:therefore "
    rf")?(?:upheld|"
    rf"correct|right|maintained|appropriate|justified)|stands|should stand)\b",
    r"\b(?:exemptions?|exceptions?|section \S+|regulation \S+|information)\b[^.]{0,60}\b(?:was|"
    r"were|has "
    r"been|have been|is) (?:correctly|properly|rightly|appropriately) (?:applied|engaged|withheld|"
    r"refused|relied)",
    r"\b(?:correctly|properly|rightly|right to|correct to|justified in) (?:applied|apply|withh\w+|"
    r"refus\w+|rel\w+|engag\w+|cit\w+)",
    r"\b(?:do not|cannot|not) uphold(?: any (?:part|element) of)? (?:your|the) (?:complaint|"
    r"appeal)\b|"
    r"\b(?:complaint|appeal)\b[^.]{0,30}\b(?:is|was|has) (?:been )?not (?:been )?upheld\b|"
    r"\bremains? (?:exempt|withheld)\b|\bcontinue to (?:withhold|rely)\b|\bcontent "
    r"that\b[^.]{0,80}\b"
    r"(?:search|reasonable|correct)",
)
_FALLS = phrases(
    r"\bdifferent (?:decision|response|answer)\b[^.;]{0,40}\bsubstituted\b",
    rf"\b(?:not|cannot|n't|unable to) (?:\w+ )?(?:uphold|support|agree with|endorse|maintain|"
    rf"defend)\b[^.]{{0,30}}\b(?:{_DECISION})\b",
    r"\b(?:not|cannot|n't) (?:consider|think|find|accept|agree|believe) that [^.;]{0,60}\b"
    r"(?:section|regulation|s\.|exemption|exception)[^.;]{0,40}\b(?:appl(?:y|ies|ied)|(?:is|was|"
    r"are|were) "
    r"engaged)\b|\b(?:exemption|exception|section \S+|regulation \S+) (?:is|was) not engaged\b",
    rf"\boverturn(?:ed|s|ing)?\b|\bset(?:ting)? (?:\w+ ){{0,4}}aside\b|"
    rf"\bsubstitut\w+ (?:an? |this |the )?(?:\w+ ){{0,2}}(?:decision|response|reply|answer)\b|"
    r"\b(?:was|were|is|are|has|have) not (?:been )?made out\b|"
    rf"\breverse[sd]?\b[^.]{{0,30}}\b{_DECISION}\b",
    r"(?<!not )(?<!cannot )\b(?:uphold|upheld|upholding|allow) (?:your|the) (?:complaint|appeal)\b|"
    r"\b(?:your|the) (?:complaint|appeal|"
    r"(?:request for (?:an? )?(?:internal )?)?review)\b[^.]{0,40}\b(?:is|was|"
    r"has been) (?:therefore )?upheld\b",
    r"\bshould (?:not )?have (?:been )?(?:disclosed|released|provided|withheld|refused|"
    r"supplied|used|"
    r"applied)\b",
    r"\b(?:was|were|is|are) (?:not (?:correct|properly|correctly|engaged|right)|incorrect(?:ly)?|"
    r"wrong(?:ly)?)"
    r"\b[^.]{0,40}\b(?:appl\w+|withh\w+|refus\w+|engag\w+|rel\w+|cit\w+|to)\b|\bwrong to\b",
    r"\b(?:now|have decided to|able to|can) (?:now )?(?:disclose|release|provide|"
    r"enclose)\b[^.]{0,60}\b"
    r"(?:withheld|previously|refused|originally)\b|\bpreviously withheld\b[^.]{0,60}\b(?:releas|"
    r"disclos|"
    r"provid|enclos|attach)",
    r"\b(?:no longer|withdraw\w*)\b[^.]{0,40}\b(?:rel(?:y|ied|iance)|appl(?:y|ies|ied)|exempt\w*|"
    r"section)\b",
)
_PARTLY = phrases(
    r"\b(?:substitut\w+|made|reached) an? different decision in part\b",
    r"\b(?:upheld|uphold|upholds|stands?|maintained)\b[^.;]{0,60}\bonly\b|"
    r"\botherwise (?:upheld|maintained|stands?|correct)\b|"
    r"\bupheld (?:for|on|in)\b.{0,60}\b(?:and|but) not (?:upheld|for|on)\b",
    r"\b(?:part(?:ly|ially)?|in part|to (?:some|a limited|that) extent)\b[^.]{0,40}\b(?:upheld|"
    r"uphold(?:s|ing)?|"
    r"overturn\w*)\b|\b(?:upheld|upholds?|overturn\w*)\b[^.]{0,60}\b(?:in part|part(?:ly|ially)|to "
    r"(?:some|a "
    r"limited|that) extent|part of)\b",
)
_OF_TIME = phrases(
    r"\b(?:time|delay\w*|late(?:ness)?|20 working days|section 10|deadline|timescale|handling|"
    r"section 17)\b"
)
_NOT_SAID = phrases(
    r"\bif (?:you|the)\b|\bwhether\b|\bmay\b|\bmight\b|\bcould\b|\bcommissioner\b|\btribunal\b|"
    r"\bwill "
    r"(?:be|consider|review)\b|\byou (?:asked|said|argue|state|believe|consider|feel|say|contend)\b"
)


def review_asked(said: str) -> bool:
    """Whether the letter is about an internal review that the requester asked for."""
    if _titled(said):
        return True
    if _said(_CARRIED_OUT, said):
        return True
    return bool(_said(_ASKED, said)) and bool(_LOOKED_AGAIN.search(said) or _TO_COME.search(said))


def review_to_come(said: str) -> bool:
    """Whether such a letter only says that the review will be carried out."""
    if _said(_CARRIED_OUT, said) or find_review_result(said, said) is not None:
        return False
    return bool(_TO_COME.search(said)) and not _LOOKED_AGAIN.search(said)


def find_review_result(text: str, said: str) -> Finding | None:
    """How the review ended, as the desk's word for it; None where the letter does not say.

    "Upheld" is the decision's: a complaint that is upheld overturns it. What is upheld of the
    time taken alone says nothing of the decision.
    """
    stands: Span | None = None
    falls: Span | None = None
    for span in sentences(said):
        sentence = spelt_out(" ".join(span.of(said).split()))
        if _NOT_SAID.search(sentence):
            continue
        if _PARTLY.search(sentence):
            return _found(text, Review.PARTLY_UPHELD, span)
        if _FALLS.search(sentence):
            if not _OF_TIME.search(sentence):
                falls = falls or span
        elif stands is None and _STANDS.search(sentence):
            stands = span
    if stands and falls:
        return _found(text, Review.PARTLY_UPHELD, falls, Certainty.CHECK)
    if falls:
        return _found(text, Review.OVERTURNED, falls)
    return _found(text, Review.UPHELD, stands) if stands else None


def _titled(said: str) -> bool:
    """Whether a line of the letter's head names the review as its subject."""
    rows = [line for row in paragraphs(said) if (line := row.flat(said).strip(" *_#\t"))]
    rows = [line for line in rows[: _LETTERHEAD * 2] if not _OF_A_MAIL.match(line)]
    return any(
        _TITLE.fullmatch(line)
        and not (line.endswith(".") or ". " in line or _OFFERED.search(below))
        for line, below in zip(rows[:_LETTERHEAD], [*rows[1:], ""], strict=False)
    )


def _said(pattern: re.Pattern[str], said: str) -> bool:
    """Whether a sentence that says what is, and not what may be, has the pattern."""
    return any(
        pattern.search(sentence) and not _OFFERED.search(sentence)
        for span in sentences(said)
        if "review" in (sentence := spelt_out(" ".join(span.of(said).split()))).lower()
        or "complaint" in sentence.lower()
        or "uph" in sentence.lower()
        or "overturn" in sentence.lower()
        or "again" in sentence.lower()
        or "reconsider" in sentence.lower()
        or "original" in sentence.lower()
        or "one" in sentence.lower()
    )


_OFFERED = phrases(
    r"\byour (?:request|requirement|application) for (?:an? )?(?:internal )?review (?:must|"
    r"should|needs?|"
    r"has to|may|can|will)\b",
    r"\b(?:if|should) you\b|\byou (?:may|can|could|might|have the right|are entitled|wish)\b|"
    r"\bright to\b|"
    r"\bexpect to receive\b|\bnot treated\b|\bunless (?!otherwise)|\b(?:after|following|"
    r"once) (?:the|an|"
    r"any|this|that) "
    r"(?:internal )?review\b|\b(?:dis|un)?satisfied with the (?:outcome|result)\b|"
    r"\bcommissioner\b|\bICO\b|\bindependent office\b|\bIOPC\b|\bombudsman\b|\bcourt\b|"
    r"\btribunal\b",
)


def _found(
    text: str, result: Review, span: Span, certainty: Certainty = Certainty.FOUND
) -> Finding:
    return Finding(
        "review_result",
        result.value,
        " ".join(span.of(text).split()),
        Place(start=span.start, end=span.end),
        "The letter says how the review ended.",
        certainty=certainty,
    )
