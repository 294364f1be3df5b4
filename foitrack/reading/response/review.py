"""Whether the letter offers an internal review, until when, and where to ask for one."""

from __future__ import annotations

import re

from foitrack.reading.findings import Certainty, Finding, Place
from foitrack.reading.prose import Span, sentences

_REVIEW = (
    r"(?:internal review|(?:review|reconsider|reconsideration|re-?examin\w+)\b[^.]{0,60}\b(?:decision|request|response|handling|handled|matter|way)|request(?:ing)? (?:for )?a review|"
    r"ask(?:ing)? for a review|require(?:ment)? (?:for )?(?:a |us to |the [\w ]{3,40} to )?review|independent review|review procedure|formal review|requirement for review|appeal|complain)"
)
_OFFERED = re.compile(
    rf"\b(?:right|entitled|may|can|able|wish|want|like|could|please|should|write|contact|ask|request|option|must|if)\b[^.]{{0,160}}\b{_REVIEW}",
    re.IGNORECASE,
)
_REVIEW_ITSELF = re.compile(
    r"\binternal review\b|\breview (?:of|into) (?:the|our|this|my|its|their|how|any|your)\b|\b(?:request|ask for|seek|require|conduct|undertake|carry out|entitled to) (?:an? |the )?(?:\w+ )?review\b|\bask (?:us|the [\w ]{3,40}) to (?:review|reconsider)|\brequire (?:us|the [\w ,]{3,60}) to review|\bto review (?:our|its|this|the|their) (?:decision|response|handling|actions)|\breview procedure\b|\bappeal(?:s)? (?:procedure|process)\b|\bcomplaints? (?:procedure|process)\b|\b(?:appeal|complain) (?:against|about|to us)\b|\bhave your (?:request|complaint) reviewed\b|\b(?:decision|response|request|handling) reviewed\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:do(?:es)?|will|shall|can) not (?:offer|provide|have|operate|conduct|carry out)\b[^.]{0,60}\b(?:internal review|review (?:procedure|process))|\bno internal (?:review|complaints?) (?:procedure|process|is (?:available|offered))",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:you (?:asked|requested|wrote|have (?:asked|requested))|your (?:request|e-?mail|letter) (?:for|of|dated|requesting)[^.]{0,40}\breview|thank you for your)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|ten|twelve|twenty(?:[- ]eight)?|twenty|thirty|forty|fifty|sixty|twenty-eight)(?: \(\d{1,3}\))?"
_WINDOW = re.compile(
    rf"\b(?P<window>{_NUMBER}[ -](?:(?:calendar|working|business|clear|school) )?(?:days?|weeks?|months?))\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\b(?:within|in|no later than|not later than|up to|before|have|has|inside|under|by the end of|allows?|after)\b[\w ,()']{0,30}$|\bwithin\b[^.]{0,20}$",
    re.IGNORECASE,
)
_THEIR_TIME = re.compile(
    r"\b(?:we|I)(?: will| shall| aim| hope| endeavour| would| have|'ll)\b[^.]{0,140}$|\b(?:reviews?|complaints?|response|reply|outcome|decision) (?:will|should|is|are|shall)(?: normally| usually)?(?: be)? (?:completed|dealt|responded|answered|conducted|provided|carried|concluded|determined|sent|take|notified)\b[^.]{0,80}$|"
    r"\b(?:you (?:will|should|can expect to) (?:receive|have|hear)|aim(?:s|ing)? to|target|respond(?:ed)?|complete[d]?|take up to|takes|(?:will|must|should) (?:respond|reply|be answered|write))\b[^.]{0,100}$|"
    r"\b(?:will|to|must) (?:respond|reply)\b[^.]{0,80}$|\b(?:ico|commissioner)\b[^.]{0,120}$",
    re.IGNORECASE,
)
_ASK_WORDS = re.compile(
    r"\b(?:submit|request|made|make|ask|write|writing|contact|lodge|receive[d]?|raise|complain|appeal|apply|sent|send|notify|do so|of the date|of (?:the |this |our |receiving |receipt|date)|from (?:the|receipt|receiving)|after (?:the|receipt|receiving|you))\b",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9][\w.+'-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"
)
_ELSEWHERE = re.compile(
    r"@(?:[\w.-]+\.)?(?:ico\.(?:org\.uk|gov\.uk)|itspublicknowledge\.info|foi\.scot|whatdotheyknow\.com|wdtk\.com)$|^(?:request-\d+|no-?reply|do-?not-?reply)",
    re.IGNORECASE,
)
_NEAR = 1600


def find_review(text: str, said: str) -> tuple[Finding, ...]:
    """The offer of an internal review, its window as printed, and the email to write to."""
    offers = [span for span in sentences(said) if _is_offer(span.of(said))]
    refused = _REFUSED.search(said)
    if refused and not any(_is_window(said, s) for s in offers):
        place = Place(start=refused.start(), end=refused.end())
        return (
            Finding(
                "review_offer",
                "false",
                _flat(text, refused.span()),
                place,
                "The letter says that there is none.",
            ),
        )
    if not offers:
        return ()
    first = offers[0]
    sure = Certainty.FOUND if any(_NAMES_IT.search(s.of(said)) for s in offers) else Certainty.CHECK
    offer = Finding(
        "review_offer",
        "true",
        _flat(text, (first.start, first.end)),
        Place(start=first.start, end=first.end),
        "The letter says that a review may be asked for.",
        certainty=sure,
    )
    return tuple(f for f in (offer, _window(text, said, offers), _contact(text, said, offers)) if f)


_NAMES_IT = re.compile(r"\breview\b", re.IGNORECASE)


def _is_offer(sentence: str) -> bool:
    flat = " ".join(sentence.split())
    if len(flat) < 25 or not _REVIEW_ITSELF.search(flat) or _REFUSED.search(flat):
        return False
    if _PAST.search(flat) and not re.search(r"\bif you\b|\bright\b", flat, re.I):
        return False
    if re.search(
        r"\bafter\b[^,]{0,60}\b(?:internal )?review\b[^.]{0,200}\b(?:commissioner|ico)\b",
        flat,
        re.I,
    ) and not re.search(r"\bright to\b", flat, re.I):
        return False
    return bool(_OFFERED.search(flat))


def _is_window(said: str, span: Span) -> bool:
    return bool(_WINDOW.search(span.of(said)))


def _window(text: str, said: str, offers: list[Span]) -> Finding | None:
    """How long the requester has: never how long the authority or the Commissioner takes."""
    reach = Span(offers[0].start, min(len(said), offers[-1].end + 700))
    for span in sentences(reach.of(said)):
        sentence = said[reach.start + span.start : reach.start + span.end]
        for met in _WINDOW.finditer(sentence):
            before = " ".join(sentence[: met.start()].split())
            if _THEIR_TIME.search(before) or not _ASKING.search(before + " "):
                continue
            if not _ASK_WORDS.search(before) and not _ASK_WORDS.search(
                sentence[met.end() : met.end() + 80]
            ):
                continue
            start = reach.start + span.start + met.start()
            end = reach.start + span.start + met.end()
            return Finding(
                "review_window",
                _flat(text, (start, end)),
                _flat(text, (start, end)),
                Place(start=start, end=end),
                "The letter gives this long to ask for the review.",
            )
    return None


def _contact(text: str, said: str, offers: list[Span]) -> Finding | None:
    """The email nearest below the offer, then nearest above; never the Commissioner's."""
    spans = [m.span() for m in _MAIL.finditer(said) if not _ELSEWHERE.search(m.group())]
    below = [s for s in spans if offers[0].start <= s[0] <= offers[-1].end + _NEAR]
    if not below:
        return None
    start, end = below[0]
    value = said[start:end].rstrip(".'-")
    end = start + len(value)
    return Finding(
        "review_contact",
        value,
        text[start:end],
        Place(start=start, end=end),
        "It is the address given for asking.",
    )


def _flat(text: str, span: tuple[int, int]) -> str:
    return " ".join(text[span[0] : span[1]].split())
