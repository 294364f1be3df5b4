"""The words by which authorities say what they do, and those by which they say nothing yet."""

from __future__ import annotations

import re
from enum import StrEnum

from foitrack.reading.dates import MONTH_WORD
from foitrack.reading.patterns import phrases


class Sign(StrEnum):
    """What a sentence says was done."""

    GIVEN = "given"
    SOME = "some"
    ALL = "all"
    REFUSED = "refused"
    NOT_HELD = "not-held"
    NCND = "ncnd"
    COST = "cost"
    VEXATIOUS = "vexatious"
    REPEATED = "repeated"
    ANSWERS = "answers"
    """It announces an answer without saying which."""
    HOLDS = "holds"
    FIGURE = "figure"
    """It states a figure in plain words."""
    ENCLOSES = "encloses"
    """It says that the answer is in another document."""


_INFO = (
    r"(?:information|data|records?|documents?|documentation|figures?|details?|material|reports?|"
    r"cop(?:y|ies)|statistics|answers?|correspondence|e-?mails?|minutes|spreadsheets?)"
)
_ASKED = (
    r"(?:(?:what|that which|everything|anything|all|that) (?:that )?you (?:have |had |are |were )?"
    r"(?:requested|ask(?:ed)?(?: us)?(?: for)?|seek(?:ing)?|sought|want(?:ed)?|requir(?:e|ed)|"
    r"request|after|looking for)|what (?:was|is|has been|your request) (?:requested|asked for|"
    r"located|sought|held|covers|seeks|asks for)|your (?:\w+ )?(?:request|questions?))"
)
_OBJECT = rf"(?:{_INFO}|{_ASKED}|it|them|this|these|those|both|all|(?:the|a) links?|extracts?)"
_PART = (
    r"(?:part|parts|some|most|much|a (?:small |large )?(?:portion|proportion|number|part)|several|"
    r"the (?:majority|bulk|greater part)|certain|elements?|many|(?:one|two|three|four|five|six|"
    r"\d{1,3}) of the|a (?:redacted|partial))"
)
_GIVE = r"(?:provid|disclos|releas|suppl(?:y|i)|enclos|attach|send|sent|publish|shar|giv)\w{0,3}"
_OUT = (
    r"(?:withheld|exempt(?:ed)?|redacted|refused|removed|left out|omitted|blacked out|excluded|"
    r"excised|taken out|obscured|not (?:being |been |be )?(?:disclosed|provided|released|"
    r"supplied|sent|given|enclosed|included|held))"
)
_NOW = (
    r"(?:now |currently |actually |also |therefore |only |hereby |unfortunately |routinely |"
    r"regrettably )*"
)
_NOT = r"(?:not|n't)"
RULES: dict[Sign, re.Pattern[str]] = {
    Sign.NCND: phrases(
        r"\bneither (?:to )?confirm(?:s|ed|ing)? (?:n?or|and) (?:to )?den(?:y|ies|ied|ying)\b",
        r"\b(?:can|will|would|must) neither confirm\b",
        r"\b(?:unable|not able|cannot|not in a position) to (?:either )?confirm (?:n?or) deny\b",
        r"\bremoves? the (?:duty|obligation|requirement)\b.{0,60}\bconfirm",
        r"\brefus\w+ to (?:either )?confirm (?:n?or) deny\b",
        r"\bduty\b.{0,120}\bconfirm (?:or|nor|and|/) ?deny\b.{0,160}\bdoes not (?:arise|apply)\b",
        r"\b(?:exempt\w*|excluded|excused|relieve[sd]?)\b.{0,60}\b(?:duty|obligation|"
        r"requirement)\b.{0,60}\bconfirm",
        r"\bnot (?:obliged|required|under (?:a|any) (?:duty|obligation)) to (?:confirm|say|"
        r"state) (?:(?:or|nor) deny )?whether\b",
        r"\bwithout confirming (?:n?or) denying\b",
    ),
    Sign.COST: phrases(
        r"\b(?:exceeds?|exceeding|exceeded|past|over|beyond|above|more than|greater than|"
        r"outside)\b.{0,60}\b(?:appropriate|cost|costs|fees?|statutory|prescribed|18|24|"
        r"eighteen|\d\d[- ]hour|time|legal)\b[ ()a-z/-]{0,20}\b(?:limits?|level|threshold|"
        r"ceiling|cap)\b",
        r"\bexceed\b.{0,40}\bamount (?:of time )?(?:to|for) which we are (?:legally )?required\b",
        r"\b(?:more than|over|exceed\w*|beyond|in excess of|longer than|upwards of)\b.{0,60}\b"
        r"(?:18|24|eighteen|twenty[- ]four|40)(?:\.0)? ?-?hours?\b",
        r"\b(?:not|cannot|unable|impossible|no way)\b.{0,160}\bwithin (?:the|that|this) "
        r"(?:\w+ )?(?:18|24|eighteen)[- ]hours?\b",
        r"\b(?:cost|section 12|s\.?12|time) (?:refusal|exemption)\b.{0,40}\b(?:applies|applied|"
        r"applying|as|because|engaged)\b|\b(?:citing|applying|apply|cite|claim(?:ing)?|"
        r"rely(?:ing)? "
        r"on|engag\w+)\b.{0,30}\b(?:cost refusal|costs? (?:exemption|limit)|section 12\b|s\.? "
        r"?12\b)",
        r"\b(?:exceeds?|exceeding|exceeded|in excess of|over|beyond|above|"
        r"more than)\b.{0,110}\b(?:appropriate|cost|costs|fees?|time|statutory|prescribed|upper|"
        r"hour|set|threshold|18-hour|24-hour) ?-?(?:limit|level|threshold|ceiling)s?\b",
        r"\b(?:exceeds?|exceeding|exceeded|in excess of|over|beyond|above|more than|"
        r"longer than)\b.{0,60}\b(?:18|eighteen|24|twenty[- ]four|"
        r"40)(?:\.0)? ?(?:\(\d+\) )?(?:working |staff |person )?hours\b",
        r"\b(?:exceeds?|exceeding|exceeded|in excess of|over|beyond|above|"
        r"more than)\b.{0,60}£ ?(?:450|600)\b",
        r"\b(?:refus\w+|declin\w+|exempt\w*|not obliged to comply)\b.{0,140}\b(?:section|"
        r"s\.?) ?12\b",
        r"\bsection 12(?: ?\(1\))?(?: of the (?:act|foia|"
        r"freedom of information act(?: 2000)?))?,? (?:is engaged|applies|is applied|"
        r"has been applied|therefore)",
        r"\bexempt\w*\b.{0,60}\b(?:excess(?:ive)?|grounds of) cost",
        r"\b(?:not|unable|cannot)\b.{0,160}\bwithin the (?:\w+ )?\(?(?:appropriate|cost|costs|"
        r"fees?|time)\)?[ ()a-z]{0,14}\b(?:limit|constraints?|threshold)",
        r"\b(?:exceeds?|exceeding|over|beyond)\b.{0,40}\b(?:18|24|eighteen)[- ]hours?\b",
        r"\btoo costly\b|\bcost threshold\b.{0,60}\bexcess\b",
    ),
    Sign.VEXATIOUS: phrases(
        r"\b(?:section|s\.?) ?14 ?(?:\(1\))?(?! ?\(2)(?: of the [\w() ]{3,60}?)?(?: \w+){0,2} "
        r"(?:applies|is "
        r"engaged|is applied|not obliged)\b|\b(?:rely|relies|relying|applied|applying|apply) "
        r"(?:on |to )?"
        r"(?:section|s\.?) ?14 ?\(1\)",
        r"\b(?:is|are|was|as|be|being|considered|deem(?:ed)?|find|found|treat(?:ed|ing)?|"
        r"refus\w+)\b.{0,90}\bvexatious\b",
        r"\bvexatious\b.{0,60}\b(?:refus|exempt|not obliged|declin)",
        r"\b(?:refus\w+|declin\w+|reject\w*)\b.{0,60}\b(?:section|s\.?) ?14 ?(?:\(1\))?(?! ?\(2)",
    ),
    Sign.REPEATED: phrases(
        r"\b(?:identical|(?:substantially |very )similar|the same)\b.{0,60}\b(?:one|request|that|"
        r"those)\b.{0,60}\b(?:already|previously|earlier|complied|answered|replied|responded|"
        r"before|dealt)\b",
        r"\b(?:exempts?|refuse[sd]?)\b.{0,60}\brepeated\b",
        r"\b(?:section|s\.?) ?14 ?\(2\)",
        r"\b(?:is|as|be|being|considered|deem(?:ed)?|refus\w+|"
        r"under|are)\b.{0,80}\brepeat(?:ed)? requests?\b",
        r"\b(?:identical|substantially similar)\b.{0,100}\b(?:previous|earlier|"
        r"recent)\b.{0,60}\brequest\b",
    ),
    Sign.NOT_HELD: phrases(
        r"\b(?:do|does|did) ?(?:not|n't) (?:\w+ )?(?:record|log|collect|monitor|capture|track|"
        r"measure|"
        r"count) (?:where|how|whether|which|what|when|why|who|this|such|it|them|any|these)\b",
        r"\bno longer (?:have|has|holds?|keeps?|retains?|possess\w*|exists?)\b|\b(?:has|have|was|"
        r"were) (?:since |"
        r"all |already )*been destroyed\b",
        rf"\b(?:we|I|it|and|[A-Z]\w+|(?i:council|trust|force|university|department|service|"
        rf"college|board|authority|agency|school)) (?:do|does|did) ?{_NOT} {_NOW}(?:hold|possess|"
        rf"have) .{{0,60}}?(?:{_ASKED}|\b(?:such|any) [a-z]+s?\b)",
        rf"\b(?:have|has|had|hold|holds|held|keeps?|found|located?|identified) no (?:recorded |"
        rf"relevant |such |record of |\w+ )?(?:{_INFO}|policy|policies|list|register|contracts?|"
        rf"record)\b",
        rf"{_ASKED}.{{0,40}}\b(?:is|are|was|were) ?{_NOT} (?:information )?(?:\w+ )?(?:held|"
        rf"recorded|kept)\b",
        rf"\b{_INFO}\b.{{0,20}} (?:you|we)\b.{{0,60}}\bwe (?:do|did) not (?:hold|have|keep)\b",
        r"\b(?:of|for) (?:what|which) you (?:seek|ask|want|request).{0,30} we (?:do not|hold no)",
        r"\bwhat you (?:seek|ask for|requested|want)\b.{0,20}\bwe do not hold\b",
        r"\b(?:is|are|was|were) not (?:information|something|data|an? \w+) (?:that |which )?"
        r"(?:we|the \w+|it|this \w+) (?:holds?|records?|keeps?|collects?)\b",
        r"\b(?:we|I|the \w+) (?:have|has) (?:found|located|identified|traced) (?:nothing|none)\b",
        rf"\b{_INFO} (?:does|do|did) not exist\b|\bno such {_INFO} (?:exists?|is|are)\b|\bthere "
        rf"(?:is|are) no "
        rf"(?:such |relevant |recorded )*{_INFO}\b|\bnothing to (?:send|disclose|release|"
        rf"provide)\b",
        r"\bnothing (?:is |was |has been )?(?:held|found|located|recorded)\b",
        r"\bholds? nothing\b",
        rf"\b(?:do|does|did) ?{_NOT} {_NOW}(?:hold|possess|retain|have|record|collect|collate|"
        rf"keep|capture|store)\b.{{0,80}}?\b{_INFO}\b",
        rf"\b(?:do|does|did) ?{_NOT} {_NOW}(?:hold|possess) (?:any|this|these|that|such|what|it|"
        rf"a|an|them|one)\b",
        rf"\b{_INFO}\b.{{0,110}}\b(?:is|are|was|were) ?{_NOT} {_NOW}(?:held|recorded|retained|"
        rf"collected|captured|stored|possessed)\b",
        rf"\bno (?:recorded |relevant |such |requested |further )*{_INFO}\b.{{0,80}}\b(?:held|"
        rf"located|found|identified|retrieved)\b",
        rf"\bholds? no (?:recorded |relevant |such )*{_INFO}\b",
        rf"\b{_INFO}\b.{{0,40}}\bnot held\b|^no information held\b|"
        rf"^(?:\W*\w{{1,3}}\W{{1,4}})?not held\b",
        r"\bnot held by\b|\bno trace\b|\bnil return\b",
        rf"\bunable to (?:locate|find|identify|trace) any {_INFO}",
        rf"\b(?:searches?|search) (?:have |has )?(?:failed to|did not) (?:locate|find|identify|"
        rf"reveal)\b.{{0,60}}\b{_INFO}",
    ),
    Sign.SOME: phrases(
        rf"\b{_GIVE}\b.{{0,30}}\b{_PART} (?:of )?(?:the |your |this |that |it\b|{_OBJECT})",
        rf"\b{_PART} (?:of )?(?:the |your |this |that |it\b|{_OBJECT}|pages?|lines?|"
        rf"names?).{{0,80}}"
        rf"\b(?:is|are|was|were|has|have|be|been|being)\b.{{0,40}}\b(?:{_OUT}|attached|enclosed|"
        rf"in (?:the )?annex|below|provided|disclosed|released)\b",
        rf"\b{_PART} (?:of )?(?:it|this|that|the|your|{_OBJECT})\b.{{0,60}}\b(?:we|I) (?:do not|"
        rf"cannot|can not|are unable|am unable|hold no|will not|are withholding|have withheld|have "
        rf"(?:not|redacted|removed))\b",
        rf"\b(?:to|applie[sd] to|apply to|engaged for|in respect of|for|from|withh\w+|redact\w+|"
        rf"remov\w+) {_PART} (?:of )?(?:it|this|that|the|your|what)\b.{{0,90}}\b(?:exempt\w*|"
        rf"exception|section|regulation|withh\w+|we have applied|redact\w+)",
        rf"\b(?:exempt\w*|exception|section|regulation|withh\w+)\b.{{0,120}}\b(?:applie[sd]|apply)"
        rf"\b.{{0,10}}\bto {_PART} (?:of )?(?:it|this|that|the|your|what)\b",
        r"\b(?:names?|personal (?:data|details|information)|contact details|telephone numbers?|"
        r"signatures?|addresses)\b[^().]{0,60}\b(?:has|have|is|are|was|were) (?:been |being )?"
        r"(?:redacted|removed|left out|omitted|blacked out|taken out|obscured)\b",
        r"\b(?:one|two|three|four|five|six|\d+|few|these|some) (?:\w+ )?(?:lines?|paragraphs?|"
        r"sentences?|pages?|entries|columns?|words?|names?|items?)\b[^().]{0,60}\b(?:has|have|is|"
        r"are|"
        r"was|were) (?:been |being )?(?:withheld|redacted|removed|left out|omitted|excluded)\b",
        r"\b(?:for|to|of) the (?:parts?|pages?|remainder|rest|other \w+) (?:that (?:is|are) )?not "
        r"(?:released|disclosed|provided)\b",
        r"\b(?:not|cannot|unable|un-?able)\b.{0,40}\b(?:provide|disclose|release|supply|send)\b"
        r".{0,20}\b(?:all|everything|the whole|the rest|every)\b",
        r"\bturn(?:ed|ing)? (?:that|this|one) part\b.{0,20}\bdown\b",
        rf"\b(?:this|that|the (?:first|second|third|last|latter|other)|one) (?:part|element|"
        rf"aspect)\b.{{0,60}}"
        rf"\b(?:is|was|has been) (?:being )?(?:therefore )?{_OUT}",
        r"\b(?:this|that|one) part of (?:your|the) request\b.{0,60}\b(?:refus|exempt|withh|"
        r"cannot|unable)|\b(?:refus\w+|exempt\w*|withh\w+|cannot|unable|refusal notice)\b.{0,60}"
        r"\b(?:this|that|one) part of (?:your|the) request\b",
        r"\b(?:part(?:ly|ially)?|partial) (?:success\w*|met|granted|disclosed|released|provided|"
        r"complied)\b",
        r"\b(?:less|except(?:ing)?(?: for)?|apart from|save(?: for)?|other than|minus|without) "
        r"(?:what|that which|those|the|any|some)\b.{0,40}\b(?:is|are) (?:exempt|withheld)\b",
        r"\b(?:the )?(?:rest|remainder|others?|other \w+)\b.{0,60}\b(?:is|are|has been|have been) "
        r"(?:being )?(?:withheld|exempt|refused|redacted|not held)\b",
        r"\b(?:disclos\w+|releas\w+|provid\w+|suppl\w+) (?:you with |to you )?(?:some|part|"
        r"a limited|certain|most|only part|a redacted|partial)\b",
        rf"\b(?:some|part|parts|certain|most) (?:of the |of your |"
        rf"of this )?(?:requested )?{_INFO}\b.{{0,110}}\b(?:withheld|exempt|redacted|refused|"
        rf"not (?:be )?(?:disclosed|provided|released))\b",
        r"\bpartial(?:ly)? (?:disclos\w+|releas\w+|exempt\w*|withh\w+|refus\w+|refusal|grant\w*)\b",
        r"\bdisclos\w+ (?:the )?(?:information )?in part\b|\bin part (?:refus|exempt|withh)",
        rf"\b(?:any|all|the) (?:further|other|remaining|additional|rest of the|"
        rf"remainder of the) {_INFO}\b.{{0,110}}\b(?:is|are|be|been) (?:withheld|exempt|refused|"
        rf"being withheld)\b",
        r"\bremain(?:ing|der)\b.{0,80}\b(?:withheld|exempt|refused)\b",
        rf"\b(?:declin\w+|refus\w+|unable) (?:to )?(?:provid\w+|disclos\w+|suppl\w+|"
        rf"releas\w+) any (?:further|other) {_INFO}",
        rf"\b(?:parts?|elements?|aspects?|sections?) of (?:this|your|the) (?:request|"
        rf"{_INFO})\b.{{0,90}}\b(?:exempt|withheld|refused)\b",
        r"\b(?:has|have|been|is|are|were|was) (?:also |therefore |been )*(?:redacted|blacked out|"
        r"left out|edited out|blanked out|obscured|pixelated)\b|"
        r"\bredactions? (?:has|have|made|under|applied)\b|\bwith (?:some )?redactions?\b|"
        r"\bredacted (?:version|cop(?:y|ies))\b",
        r"\b(?:gesture of goodwill|outside (?:of )?(?:the|our obligations under the) act|"
        r"in order to (?:be helpful|assist))\b.{0,90}\b(?:suppl|provid|disclos|releas)",
        r"\bsome of the information is (?:attached|enclosed|provided)\b",
        r"\bwith the exception of\b.{0,120}\b(?:exempt|withheld|section)\b",
    ),
    Sign.ALL: phrases(
        rf"\b(?:all|everything) (?:of )?(?:the |that )?(?:{_INFO}|you|we hold|requested).{{0,60}}\b"
        rf"(?:is|are) (?:being )?(?:attached|enclosed|disclosed|released|provided|below)\b",
        r"\b(?:disclos\w+|releas\w+|provid\w+|suppl\w+|grant\w+|answer\w+)\b.{0,80}\bin full\b",
        r"\bfull(?:y)? disclos\w+|\bfull release\b",
        rf"\b(?:decided|able|pleased|happy) to (?:disclose|release|provide) (?:all|"
        rf"the (?:located|requested)|all of the) {_INFO}",
    ),
    Sign.REFUSED: phrases(
        r"\b(?:is|are|was|were) (?:therefore |also )?not (?:being |been )?(?:supplied|disclosed|"
        r"released|"
        r"enclosed|attached|sent|going to be \w+)\b",
        r"\b(?:keep(?:ing)?|hold(?:ing)?) (?:it|them|this|these|that|those|the \w+|back)(?: "
        r"\w+)? ?back\b|"
        r"\bturn(?:ed|ing)? (?:\w+ ){1,4}down\b|\bnot (?:prepared|willing) to\b",
        r"\brefusal notice\b",
        r"\b(?:is|are|was|were|being|be|been)(?: also| therefore| fully| wholly|"
        r" considered(?: to be)?)* (?:exempt(?:ed)?|withheld)\b",
        r"\b(?:am|are|is|have|has|been|be|being|must|therefore|decided to|decision (?:is )?to|"
        r"will|by)\b.{0,30}\b(?:withh(?:o|e)ld(?:ing)?|refus(?:e|ed|ing))\b",
        r"\b(?:declin(?:e|ed|ing)|refus(?:e|ed|ing)) to (?:provide|disclose|release|supply|"
        r"comply)\b",
        r"\b(?:unable|not able|not going|not in a position|decided not|not obliged|"
        r"not required) to (?:supply|provide|disclose|release|comply|respond|answer)\b",
        r"\b(?:will|can|shall)(?: ?not|n't) (?:therefore |be )*(?:disclos|releas|provid|"
        r"suppl)\w*\b",
        r"\bexempt(?:ed)? (?:from (?:disclosure|release)|under|by (?:virtue|section))\b",
        rf"\b(?:will|can|could|may|must|shall|(?:we|I) d(?:o|id)) ?(?:not|n't) (?:\w+ "
        rf"){{0,3}}(?:{_GIVE}|"
        rf"(?:be )?(?:disclosed|released|provided|supplied|published))\b",
        r"\bneed not (?:supply|provide|disclose|release|comply|give)\b",
        r"\bdecided (?:not|against) (?:to )?(?:suppl|provid|disclos|releas|giv|send|shar)\w*",
        r"\b(?:I|we) (?:therefore |must |have to |also )*(?:withhold|refuse|decline)\b",
        r"\bshould (?:therefore )?be withheld\b|\bnot in the public interest to (?:disclose|"
        r"release|"
        r"provide|supply)\b|\bpublic interest (?:lies|favours|is (?:in|better served by)|falls) in "
        r"(?:favour of )?(?:withholding|non-?disclosure|maintaining|not)\b",
        r"^(?:withholding information|notice of refusal|information withheld|exemptions? "
        r"applied)\b",
        r"\bdoes not oblige\b.{0,40}\bto (?:disclose|supply|provide|release)\b",
        r"\b(?:we|I) (?:are |am |have |also )*(?:relying|applying|applied|rely|apply|citing|cite|"
        r"cited|engaged?|engaging)\b.{0,90}\b(?:exemptions?|exceptions?|section|regulation)\b",
        r"\b(?:exemptions?|exceptions?|section \d\d\S*|regulation \d\d\S*)\b.{0,60}\b(?:is|are|"
        r"has been|have been) (?:engaged|applied|applicable|relied)\b",
        r"\b(?:following )?(?:exemptions?|exceptions?) (?:applies|apply)\b",
        r"\brequest (?:is|has been|must be|was) (?:therefore )?refused\b",
    ),
    Sign.GIVEN: phrases(
        r"\byou(?:'ll| will| can| should|r)? (?:\w+ )?find\b.{0,80}\b(?:attached|enclosed|below|"
        r"with this|"
        r"annex|overleaf|herewith|here)\b",
        r"\banswers? your (?:first|second|third|fourth|other|only|main|question|q)",
        rf"\b(?:I|we) (?:do |now |also |hereby |therefore |gladly |can |here |have )*(?:enclos|"
        rf"attach|"
        rf"releas|disclos|suppl(?:y|i)|provid|giv|send|sent|set out|list)\w{{0,3}}\b(?! (?:advice|"
        rf"guidance|assistance|you with advice)).{{0,40}}?\b{_OBJECT}\b",
        r"\b(?:I|we) (?:do )?hold .{0,60}\band (?:enclose|attach|provide|set (?:it|this) out|"
        r"give)\b",
        r"\b(?:enclose[sd]?|attach(?:ed)?)\b.{0,20}\b(?:it|them|part|most|all|both|the|a copy|"
        r"copies)\b",
        rf"(?:{_INFO}|{_ASKED}|minutes|tables?|charts?|lists?|breakdown|it).{{0,60}}\b(?:is|are) "
        rf"(?:\w+ly )?(?:overleaf|attached|enclosed|(?:here|below|above)(?= ?(?:[.,;:)]|$|and\b|"
        rf"in\b|"
        rf"as\b|at\b))|(?:in|at|on|within) (?:the |our |an? |one |two |three |your |this "
        rf")?(?:attached|"
        rf"enclosed|accompanying|annex|appendix|tables?|spreadsheets?|schedules?|following|lists?|"
        rf"links?|web ?site|web ?page|documents?|files?|pdf)\b)",
        r"\b(?:attached|enclosed) (?:tables?|documents?|spreadsheets?|files?|data ?sets?|sheets?|"
        r"charts?|reports?|lists?|minutes|annex|schedule|workbook|letters?|papers?|"
        r"e-?mails?)\b.{0,40}"
        r"\b(?:has|have|contains?|shows?|gives?|sets?|lists?|counts?|holds?|answers?|covers?|"
        r"includes?|details?|provides?)\b",
        r"\b(?:goes?|comes?|sent|provided|supplied|included|travels?) with this (?:letter|e-?mail|"
        r"reply|response|message)\b|\baccompan(?:y|ies|ying) this\b",
        r"\b(?:tables?|documents?|spreadsheets?|files?|data) (?:attached|enclosed|below|"
        r"overleaf)\b",
        r"\b(?:is|are|was|were) (?:being |now |hereby |also |today )*(?:released|disclosed|"
        r"supplied|"
        r"provided|sent|given)(?: to you| with this| herewith|,| below|:|\.|$)",
        rf"\b(?:attached|enclosed|below|overleaf|following|herewith)\b.{{0,30}}\b(?:is|are) "
        rf"(?:the|our|a|"
        rf"all|some|{_INFO}|{_ASKED})\b",
        r"\b(?:is|are|has been|have been|was|were|can be found) (?:provided|set out|shown|"
        r"detailed|given|listed|outlined|presented|contained|included)"
        r" (?:below|above|in the (?:attached|enclosed|table|following|spreadsheet)|(?:at|"
        r"in) (?:annex|appendix))\b",
        r"\b(?:is|are) (?:also |now )?(?:attached|enclosed)\b",
        r"\b(?:I|we) (?:have )?(?:provided|supplied|disclosed|released)\b.{0,80}\b(?:attached|"
        r"enclosed|below|what (?:we|I) can)\b",
        rf"\bplease (?:see|find|refer to)\b.{{0,90}}\b(?:attached|enclosed|below|following|above|"
        rf"table|spreadsheet|appendix|annex|{_INFO})\b",
        rf"\b(?:attached|enclosed) (?:is|are|please find|herewith|"
        rf"you will find)\b.{{0,80}}\b{_INFO}\b",
        rf"\b(?:I|we) (?:have )?(?:attach(?:ed)?|enclosed?)\b.{{0,80}}\b{_INFO}\b",
        rf"\b{_INFO}\b.{{0,90}}\b(?:is|are|has been|have been|was|were|"
        rf"can be found) {_NOW}(?:provided|set out|shown|detailed|given|below|attached|enclosed|"
        rf"as follows|outlined|listed|disclosed|released|supplied|contained|included|presented|"
        rf"tabled)\b",
        r"\b(?:table|figures?|list|breakdown|chart|graph)s? (?:below|above)\b|\b(?:below|"
        r"following|above) (?:is|are) (?:the|a|our)\b|\bthe (?:below|following|above) (?:table|"
        r"figures|list|information|data)\b",
        rf"\b(?:pleased|able|happy|decided|decision(?: is)?) to {_NOW}(?:provide|disclose|"
        rf"release|supply|enclose|attach)\b",
        r"\b(?:I|we) (?:can|are able to) (?:now )?(?:disclose|provide)\b",
        rf"\b(?:I|we) (?:have )?provided? (?:you with |below )?(?:the|this|all|"
        rf"following) {_INFO}\b",
    ),
    Sign.ANSWERS: phrases(
        r"\b(?:response|reply|answers?)\b.{0,80}\b(?:as follows|(?:is|are) (?:set out |provided |"
        r"detailed |given |shown )?(?:below|attached))",
        r"\b(?:this|that) is (?:all|everything)\b.{0,40}\b(?:we|I|hold|held|have)\b",
        r"\bthis (?:answers|completes|concludes) (?:your|the|our)\b",
        r"\b(?:has|have) been (?:fully )?answered\b|\bis as follows\b|\bas follows ?:",
        r"\b(?:set out|provided|detailed|responded to|answered|addressed) (?:below|in turn)\b",
        r"^(?:our |the )?(?:response|answer|reply)s?(?: \d{1,2})?(?: ?:|$)",
        r"^a ?\d{1,2} ?[:.)-] ",
    ),
    Sign.ENCLOSES: phrases(
        r"\b(?:our|the|my) (?:full |formal |final )?(?:response|reply|letter|"
        r"decision)\b.{0,60}\b(?:is|are) (?:attached|enclosed)\b",
        r"\b(?:please find|see|attached|enclosed)\b.{0,40}\b(?:our|the|a|my) (?:full |formal |"
        r"final )?(?:response|reply|letter|decision)\b",
    ),
    Sign.HOLDS: phrases(
        r"\b(?:can confirm that|confirms? that|does|do)\b.{0,60}\b(?:holds?|hold some|has|"
        r"have)\b.{0,40}\binformation\b",
        r"\bcan confirm (?:that |the )",
    ),
}
_COUNT = r"(?:none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
FIGURE = phrases(
    r"\b(?:is|was|are|were|stands? at|stood at|came to|comes to|amount(?:s|ed) to|averaged?) "
    r"(?:about |around |some |approximately )?£?\d[\d,.]*\b",
    r"^\W*£?\d[\d,.]*(?: million| per cent|%)? (?-i:[a-z]+)\b.{3,}",
    r"\b(?:there (?:was|were|are|is|have been|has been)|totals?|totalled|spent|recorded|paid|"
    r"issued|employs?|employed|operates?|bought|purchased|costs?|number (?:of|is|"
    r"was))\b[^.]{0,80}[ £]\d",
    r"^\W*(?:(?:q(?:uestion)? ?\d{1,2}|[a-h]|[ivx]{1,4})[.):]\s{0,3})?£? ?\d[\d,.]*%?\W*$|"
    r"^\W*\d[\d,]* \w+\W*$",
)
COUNTED = phrases(
    rf"(?:in |for )?(?:19|20)\d\d(?:[/-]\d{{2,4}})?\s?[:-]\s?(?:no|none|nil|{_COUNT})\b",
    rf"the (?:information|answer|number|figure)\b[^.]{{0,40}}\b(?:is|was):? {_COUNT}\W*$",
    rf"{_COUNT} (?:were|was|have|has|had|did|of (?!us\b|(?:the|this|that|these|those)\b.{{0,30}}"
    rf"\b(?:should|above|may|must|can)\b))\b",
    rf"\(?(?:[ivx]{{1,4}}|[a-h]|"
    rf"\d{{1,2}})[.)]\s{_COUNT}\W*$",
)
"""A figure written as a word, at the beginning of a sentence."""
ITEM = re.compile(r"\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})[.)]\s", re.IGNORECASE)
WORKINGS = phrases(r"\b(?:hours?|minutes|limit|emails|files|records to)\b")
"""What stands beside figures that reckon the cost of answering."""
NOT_FIGURES = phrases(
    r"\b(?:in|since|from|until|during|of|to|before|after|years?|for|and) (?:19|"
    r"20)\d\d(?:[/-]\d\d(?:\d\d)?)?\b",
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH_WORD}\b(?: \d{{4}})?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}",
    r"\b(?:section|s\.?|regulations?|article|question|page|annex|part|act|limit is) ?£?\d\S*|"
    r"\b\d+(?:\.\d+)? ?(?:working days?|days|hours?|minutes)|£ ?(?:25|450|600)\b",
)
REFERS_BACK = phrases(
    r"(?:they|it|these|this|a copy|copies|both) (?:is|are)\b.{0,40}\b(?:attached|enclosed|below)"
)
"""“They are attached”, of what the sentence before named."""
YOUR_REQUEST = phrases(
    r"\byour (?:[\w-]+ ){0,4}(?:requests?|e-?mails?|letters?)\b(?!.*\b(?:information|data|"
    r"figures|answer)\b"
    r"(?! (?:act|request)).{0,40}$)"
)
