"""Whose voice a line is in: the authority's, answering, or the requester's, asking."""

from __future__ import annotations

import re

from foitrack.later import later
from foitrack.reading.patterns import any_of, phrases

_BODY = any_of(
    "force",
    "council",
    "trust",
    "university",
    "college",
    "department",
    "board",
    "agency",
    "authority",
    "service",
    "constabulary",
    "police",
    "ministry",
    "school",
    "commission",
    "commissioner",
    "executive",
    "hospital",
    "office",
    "government",
)
_ANSWER_HEADING = phrases(
    r"(?:(?:our|the|foi|final|full|formal|council|force|trust|university)\s+)*"
    r"(?:response|reply|answer|decision|disclosure|result of searches|searches(?: made)?|"
    r"reason(?:s|ing)? for (?:decision|refusal)|information (?:provided|disclosed|released))"
    r"(?:\(?s\)?)?(?:\s+(?:\d{1,2}|to (?:your|the|this) (?:request|question|enquiry|"
    r"quer).{0,20}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:to |for )?(?:questions?|parts?|"
    r"points?|items?|q)s? ?\d[\da-z ,&-]{0,24}))?"
    r"\s*[:.-]*$",
    r"(?:answer|response|reply|our response|ans)\s?\d{0,2}\s?[:.)-](?:\s|$)",
    r"a\s?\d{1,2}\s?[:.)-](?:\s|$)",
    r"(?:[a-z&'.-]{1,24}\s){1,6}(?:response|reply|answer)(?:\s+to your request)?\s*[:.-]*$",
    r"a[:.)]\s",
    r"in response\s*:?$",
    r"(?:reply|response|answer) (?:sent|given|issued)\b.{0,30}:\s*$",
    r"(?:the )?(?:original|first|initial|review) (?:decision|response|reply)\s*:?$",
    r"(?:decision|outcome|findings?) of (?:the|this|my|our) (?:internal )?review\s*:?$",
)
_WE_DO = any_of(
    r"can (?:now )?(?:confirm|advise|disclose|inform|provide|tell)",
    r"confirm\b",
    r"(?:are|am) (?:able|pleased|unable|not|now|sorry|obliged|withholding|refusing|required|"
    r"currently|satisfied|treating|dealing|processing|declining|afraid)",
    r"(?:are|am) writing (?:to (?:inform|advise|confirm|respond|let|tell|provide|acknowledge|"
    r"you)|in (?:response|reply|respect|relation|connection))",
    r"write (?:in (?:response|reply|connection|respect|relation)|to (?:inform|advise|confirm|"
    r"respond))",
    r"have (?:today|now|decided|considered|completed|enclosed|attached|searched|conducted|made|"
    r"established|carried|undertaken|contacted|consulted|dealt|processed|checked|located|"
    r"determined|provided|concluded|set out|answered|reviewed|interpreted)",
    r"have (?:also |previously )?been (?:advised|informed|unable|able)",
    r"(?:do|does|did) (?:not )?hold",
    r"hold\b",
    r"(?:hereby )?acknowledge",
    r"regret|apologise|estimate|cannot|neither",
    r"(?:do|did|will|shall|can|could|would|are|were|have) not\b",
    r"(?:spent|paid|recorded|received|employ|own|issued|found|asked|searched|looked) ",
    r"consider(?:ed)? that",
    r"will (?:now )?(?:respond|consider|process|aim|be (?:processing|considering))",
    r"aim to",
    r"attach\b|enclose\b",
    r"note that",
    r"wish to (?:inform|advise|apologise|confirm)",
    r"would (?:like to (?:inform|advise|confirm|apologise)|advise)",
)
_ANSWER_VOICE = phrases(
    r"for (?:the|our) (?:response|answer|reply)s? to (?:your )?(?:questions?|parts?|points?|items?|"
    r"q) ?\d",
    rf"(?:I|we) {_WE_DO}",
    r"(?:it|this|your request|the request) (?:will|shall) (?:now )?be (?:considered|processed|"
    r"dealt with|handled|answered|responded)\b",
    r"following (?:receipt of|your|a|our|an)\b",
    r"in our (?:\w+ )?(?:response|reply|answer|refusal|decision)\b|"
    r"in (?:(?:response|answer|reply),|response to|accordance with|answer to|reply to|"
    r"respect of your|line with)",
    r"in relation to (?:your|the|this) (?:request|question)",
    r"(?:for|to|on|regarding|with regard to|as (?:to|for)) (?:(?:your )?(?:questions?|parts?|"
    r"points?|items?)|q)"
    r" ?\d{1,2}[a-z]?(?:[,&a-z0-9 -]{0,14})?,? (?:please|we|the|see|our|I|this|it|you|no)\b",
    r"(?:my|our) decision (?:is|today|on|was)\b",
    r"(?:my|our|the) (?:full )?(?:answers?|repl(?:y|ies)|responses?|findings) (?:is|are|to|"
    r"follows?)\b",
    r"(?:to comply|complying|answering|compliance) with (?:this|your|the) request\b",
    r"we (?:regret|believe|think|found|find|must|need|shall|did|were|had)\b|I (?:regret|believe|"
    r"shall|must)\b",
    r"under (?:the (?:terms|provisions) of|section|s\.?\s?\d)",
    r"under the (?:act|regulations|legislation|law),? (?:we|I|the|a public)\b",
    r"under the freedom of information (?:\(scotland\) )?act(?: 200[02])?,? (?:we|i|a public|"
    r"you (?:are|have)|public auth)",
    r"section \d",
    r"having (?:considered|completed|conducted|searched|made|reviewed)",
    r"unfortunately|regrettably",
    r"it is (?:estimated|our|with regret)",
    r"please (?:see|find|be (?:advised|aware)|refer to)",
    r"in order (?:to|that we can) (?:ensure|process|deal|answer|help|be sure|make sure)\b.{0,80}"
    r"\b(?:your request|you asked|we (?:have|would|need|can))\b",
    r"(?:we|our)\b(?! (?:would (?:also |still )?(?:like|be grateful)|wish to (?:request|ask|"
    r"know|make|"
    r"submit)|are (?:also |still )?(?:seeking|requesting|asking|submitting|making|"
    r"interested|writing "
    r"to (?:request|ask|make))|request|ask\b|seek|want))",
    r"there (?:is|are|was|were|has been|have been)\b(?!.*\?\s*$)",
    r"(?:nil|not applicable|n/a|not held|none held|no information held)\b",
    r"please accept (?:my|our)",
    r"where (?:we|information|the information) (?:hold|is|are|can|do|have)\b",
    r"if you (?:have any|are (?:un|dis)|would like to|wish to|remain)",
    r"(?:below|above|attached) is (?:the|a|our)\b",
    r"the (?:(?:table|chart|graph|list|breakdown|spreadsheet|figures) (?:below|above|overleaf|"
    r"attached|that follows)|(?:following|attached|enclosed|accompanying) (?:table|chart|graph|"
    r"list|breakdown|spreadsheet|figures)|table (?:shows|gives|sets))\b",
    r"before (?:we|I) can\b",
    r"our (?:data|records|systems|figures)\b",
    r"please note,? (?:that )?(?:we|the|this|some|any|all|our|data|information|your|figures)\b",
    r"your (?:request|enquiry|e-?mail|letter|correspondence)(?: for information)?(?: dated "
    r"[^.]{4,20})? (?:has|was|is|will|falls)\b",
    r"this is (?:the|our|my|a) (?:full |formal |final )*(?:reply|response|answer)\b",
    r"(?:by|in) (?:an? )?(?:e-?mail|letter|message) (?:of|dated) [\w ]{4,20},? the (?:applicant|"
    r"requester) (?:asked|requested|sought|wrote)\b(?!.*[:;]$)",
    r"this (?:letter|response|email|request|information) (?:is|serves|has|was|acts|will)",
    r"the (?:information|data|figures?|answers?) (?:you|requested|(?:is|are) (?:held|not|as|"
    r"provided|attached|set|exempt|below)|below|attached)",
    r"thank(?:s| you) for (?:your|contacting)",
    r"(?:a |this )?search(?:es)? (?:of|was|were|has|have)",
    r"(?:the )?response to your",
    r"with regards? to your",
    r"as (?:you (?:may|will) (?:be|know)|per|stated|set out)",
    r"attached (?:is|are|please|you)|enclosed (?:is|are|please)",
    r"(?:no information|information) (?:is |was )?(?:not )?held",
    r"(?:the )?(?:freedom of information |foi )?act (?:2000 )?(?:does |also |"
    r"however )?(?:is|gives?|"
    r"provides?|places?|creates?|asks|requires?|obliges|allows?|permits?|says|states|entitles)\b",
    r"(?:the |a )?public authorit",
)
_BODY_VOICE = later(
    rf"(?!(?:Whether|If|How|What|Which|When|Where|Who|Has|Have|Does|Do|Is|"
    rf"Are)\b)(?:[Tt]he )?"
    rf"(?:[A-Z][\w&'.-]{{0,30}},? (?:(?:and|of|for|the|on|&) )?){{0,7}}(?:(?i:{_BODY})|"
    rf"[A-Z]{{2,6}})(?: \([A-Z]{{2,6}}\))?(?:'s)?(?: [A-Z][\w&'-]{{0,30}}){{0,3}} "
    r"(?:response (?:to|is)|(?:can )?confirms?|(?:does|do|did) (?:not\b|hold)|holds?|"
    r"has (?:considered|decided|conducted|now|searched|completed|estimated|received|recorded|spent|"
    r"paid|issued|made|had|no\b)|(?:spent|paid|recorded|received|issued|uses?|employs?|owns?|refuses|declines|withholds|estimates)\b|"
    r"(?:can|is able to|is unable|cannot|neither|will|considers)\b)",
)
_ASKING = phrases(
    r"if refused\b|anticipating\b|in case you\b",
    r"(?:if|should|where) .{0,240}\bplease (?:provide|advise|let|tell|treat|could|contact|state|"
    r"specify)\b.{0,160}\b(?:my (?:request|enquiry)|how I|I (?:can|could|may))\b",
    r"if (?:you (?:refuse|withhold|cannot|can't|do not|don't|are unable|decide|rely|need|are going|"
    r"intend|redact|hold|answer|say)|any(?:thing| part)? (?:is|of)|exempt|not held)\b.{0,200}"
    r"\b(?:please|say|I (?:would|want|ask|expect))\b",
    r"(?:specifically,? )?(?:we|I) (?:am|are) (?:also |still )?(?:submitting|requesting|seeking|"
    r"asking for)\b",
    r"(?:dear .{0,40}\s)?I (?:kindly |hereby |also |formally |"
    r"respectfully )?(?:would (?!draw|point|refer|add|remind|note|hope|suggest|advise|"
    r"recommend|also (?:draw|point|refer))|ask|make an? |am (?:writing to (?:request|ask|"
    r"make)|seeking|asking for|"
    r"looking|"
    r"requesting|interested|making)|wish to (?:request|know|see|ask|make)|request|hope to obtain|"
    r"want)",
    r"(?:please )?(?:can|could|would|will) you (?:please|kindly|tell|provide|confirm|supply|send|"
    r"let|also)",
    r"please (?!send (?:£|us|the|a|your|payment|any)|state (?:your|the reason)|"
    r"provide (?:your|us|me|"
    r"proof))(?:could|can|would|provide|supply|send|list|tell|confirm|state|include|break|use|give|"
    r"specify|show|separate|exclude|indicate|detail|limit|express|also|answer|advise|forward)\b",
    r"if (?:possible|available|so|not|yes|no),? (?:please|could|can|what|how|which|when|I)\b",
    r"under the (?:provisions of the |terms of the )?(?:freedom of information|"
    r"foi).{0,50}(?:please|I |could|can)",
    r"how (?:many|much|often)\b.{0,600}\?",
    r"for (?:each|the) .{3,60}(?:please|how many)",
)
_NOTED = phrases(
    r"(?:I|we) note (?:that )?you",
    r"thank you for your .{0,240}:$",
    r"your request .{0,120}:$",
    r"in your .{0,120}:$",
)


def answers(line: str) -> bool:
    """Whether a line, without its list marks, begins in the authority's voice."""
    if _NOTED.match(line) or (_LETTERED.match(line) and _wants(_LETTERED.sub("", line, count=1))):
        return False
    if (
        _OF_THE_LAW.search(line)
        and not _ASKING.match(_MARK.sub("", line))
        and line.rstrip()[-1:] != "?"
    ):
        return True
    return bool(_ANSWER_HEADING.match(line) or _ANSWER_VOICE.match(line) or _BODY_VOICE.match(line))


def heads_answer(line: str) -> bool:
    """Whether a line is a heading under which the answer stands."""
    return bool(_ANSWER_HEADING.match(line))


_OF_THE_LAW = phrases(
    r"\bexempt from disclosure\b|\bexempt(?:ed)? (?:under|by virtue of)\b",
    r"\b(?:(?:is|are|was|were|been) (?:refused|withheld|excepted|removed|redacted)|"
    r"rel(?:y|ies|ied|ying) (?:on|upon)|uphold the (?:use|application) of) "
    r"(?:under |by virtue of )?(?:the exemptions? (?:at|in) )?"
    r"(?:section|s\.? ?\d|reg(?:ulation|\.)? ?\d)",
    r"\b(?:refused|withheld|removed|redacted) under (?:section|s\.? ?\d|reg(?:ulation|\.)? ?\d)",
    r"\brefusal notice\b|\bneither confirm nor deny\b|\bthis response is\b",
    r"\b(?:exceeds?|beyond|above) the (?:appropriate|cost) limit\b",
)


_ASKS_BACK = phrases(
    r"\b(?:let us know|tell us|advise us)(?: whether\b|\W*$)|\bwhether you mean\b|"
    r"\bclarify\b|\bdo you (?:mean|require|want)\b|\b(?:which|what)\b[^.?]{0,40}\byou (?:mean|"
    r"require|are (?:seeking|asking|looking|interested)|would like (?:us|the \w+) to)\b",
)
"""The authority asks what is meant."""
_SAYS_WHAT_IS_MEANT = phrases(
    r"\b(?:whether|if) (?:by \W.{2,60}\W )you (?:mean|meant|want)\b|^\W*what is meant by\b"
)
_GRANTS = phrases(
    r"\byou (?:may|can|could|are entitled to|have (?:the|a) right to) (?:\w+ )?(?:seek|ask for|"
    r"request|require|apply for|complain|appeal)\b[^.?]{0,40}\b(?:review|complain\w*|appeal\w*)\b"
)
"""“If you do not agree you may seek an internal review. Please write to …”."""


def asks(line: str) -> bool:
    """Whether a line begins in the voice of someone asking for information."""
    return bool(_ASKING.match(line)) and not (
        answers(line) or _ASKS_BACK.search(line) or _GRANTS.search(line)
    )


def _wants(line: str) -> bool:
    return asks(line) or names_a_wish(line)


def names_a_wish(line: str) -> bool:
    """Whether a list's item names what is wanted, and says nothing of it: “The number of …”."""
    if _SAYS_WHAT_IS_MEANT.search(line):
        return False
    return bool(_WISH.match(line)) and not _TOLD.search(line) and not answers(line)


_MARK = re.compile(r"\W{0,3}(?:\d{1,2}|[a-z])[.):]\s+", re.IGNORECASE)
_LETTERED = re.compile(r"a\)\s+", re.IGNORECASE)
"""The first of a lettered list, or else “A) ” for an answer."""
_WISH = phrases(
    r"(?:(?:the|a|an|any|all|your|total|full|overall|annual|current|exact|latest|both|and) )*(?:"
    r"numbers?|amounts?|costs?|totals?|lists?|cop(?:y|ies)|names?|protocols?|polic(?:y|ies)|"
    r"details?|breakdown|dates?|reasons?|values?|outcomes?|percentages?|proportion|budget|"
    r"expenditure|spend|salary|correspondence|e-?mails?|minutes|records|documents|reports?|data|"
    r"figures|statistics|information) (?:of|for|to|by|and|in|on|spent|who|that|which|between|"
    r"regarding|relating|about|held|from|with|or)\b",
    r"(?:how|what|which|who|when|where|why|whether|if|of (?:these|those|this))\b",
)
_TOLD = later(
    r"\b(?:is|are|was|were|has been|have been)\b.{0,40}(?:\d|\bnone\b|\bnil\b|\bnot\b|attached|"
    r"below|enclosed|exempt|withheld|held)|[:=-]\s{0,4}(?:c\.? ?)?£?\d[\d,.]*\s?(?:million|"
    r"billion|m|k|bn|%|per cent)?\W*$|"
    r":\s+(?:exempt|withheld|not held|none|nil|see|refused)\b|\b(?:we|I can|section \d)",
    re.IGNORECASE,
)
