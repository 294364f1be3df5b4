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
        r"\b(?:is|are|was|as|be|being|considered|deem(?:ed)?|find|found|treat(?:ed|ing)?|"
        r"refus\w+)\b.{0,90}\bvexatious\b",
        r"\bvexatious\b.{0,60}\b(?:refus|exempt|not obliged)",
    ),
    Sign.REPEATED: phrases(
        r"\b(?:is|as|be|being|considered|deem(?:ed)?|refus\w+|"
        r"under)\b.{0,80}\brepeat(?:ed)? request\b",
        r"\b(?:identical|substantially similar)\b.{0,100}\b(?:previous|earlier|"
        r"recent)\b.{0,60}\brequest\b",
    ),
    Sign.NOT_HELD: phrases(
        rf"\b(?:do|does|did) ?{_NOT} {_NOW}(?:hold|possess|retain|have|record|collect|collate|"
        rf"keep|capture|store)\b.{{0,80}}?\b{_INFO}\b",
        rf"\b(?:do|does|did) ?{_NOT} {_NOW}(?:hold|possess) (?:any|this|these|that|such|what|it|"
        rf"a|an|them|one)\b",
        rf"\b{_INFO}\b.{{0,110}}\b(?:is|are|was|were) ?{_NOT} {_NOW}(?:held|recorded|retained|"
        rf"collected|captured|stored|possessed)\b",
        rf"\bno (?:recorded |relevant |such |requested |further )*{_INFO}\b.{{0,80}}\b(?:held|"
        rf"located|found|identified|retrieved)\b",
        rf"\bholds? no (?:recorded |relevant |such )*{_INFO}\b",
        rf"\b{_INFO}\b.{{0,40}}\bnot held\b|^no information held\b|^not held\b",
        r"\bnot held by\b|\bno trace\b|\bnil return\b",
        rf"\bunable to (?:locate|find|identify|trace) any {_INFO}",
        rf"\b(?:searches?|search) (?:have |has )?(?:failed to|did not) (?:locate|find|identify|"
        rf"reveal)\b.{{0,60}}\b{_INFO}",
    ),
    Sign.SOME: phrases(
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
        r"\b(?:has|have|been|is|are|were|was) (?:also |therefore )?redacted\b|"
        r"\bredactions? (?:has|have|made|under|applied)\b|\bwith (?:some )?redactions?\b|"
        r"\bredacted (?:version|cop(?:y|ies))\b",
        r"\b(?:gesture of goodwill|outside (?:of )?(?:the|our obligations under the) act|"
        r"in order to (?:be helpful|assist))\b.{0,90}\b(?:suppl|provid|disclos|releas)",
        r"\bsome of the information is (?:attached|enclosed|provided)\b",
        r"\bwith the exception of\b.{0,120}\b(?:exempt|withheld|section)\b",
    ),
    Sign.ALL: phrases(
        r"\b(?:disclos\w+|releas\w+|provid\w+|suppl\w+|grant\w+|answer\w+)\b.{0,80}\bin full\b",
        r"\bfull(?:y)? disclos\w+|\bfull release\b",
        rf"\b(?:decided|able|pleased|happy) to (?:disclose|release|provide) (?:all|"
        rf"the (?:located|requested)|all of the) {_INFO}",
    ),
    Sign.REFUSED: phrases(
        r"\brefusal notice\b",
        r"\b(?:is|are|was|were|being|be|been)(?: also| therefore| fully| wholly|"
        r" considered(?: to be)?)* (?:exempt(?:ed)?|withheld)\b",
        r"\b(?:am|are|is|have|has|been|be|being|must|therefore|decided to|decision (?:is )?to|"
        r"will|by)\b.{0,30}\b(?:withh(?:o|e)ld(?:ing)?|refus(?:e|ed|ing))\b",
        r"\b(?:declin(?:e|ed|ing)|refus(?:e|ed|ing)) to (?:provide|disclose|release|supply|"
        r"comply)\b",
        r"\b(?:unable|not able|not going|not in a position|decided not|not obliged|"
        r"not required) to (?:supply|provide|disclose|release|comply)\b",
        r"\b(?:will|can|shall)(?: ?not|n't) (?:therefore |be )*(?:disclos|releas|provid|"
        r"suppl)\w*\b",
        r"\bexempt from (?:disclosure|release)\b",
        r"\b(?:we|I) (?:are |am |have |also )*(?:relying|applying|applied|rely|apply|citing|cite|"
        r"cited|engaged?|engaging)\b.{0,90}\b(?:exemptions?|exceptions?|section|regulation)\b",
        r"\b(?:exemptions?|exceptions?|section \d\d\S*|regulation \d\d\S*)\b.{0,60}\b(?:is|are|"
        r"has been|have been) (?:engaged|applied|applicable|relied)\b",
        r"\b(?:following )?(?:exemptions?|exceptions?) (?:applies|apply)\b",
        r"\brequest (?:is|has been|must be|was) (?:therefore )?refused\b",
    ),
    Sign.GIVEN: phrases(
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
# What a sentence says of rights, of the law in general, or of what might be, it does not do.
NOT_DONE = phrases(
    r"\bif (?:you|we|the|a|an|it|any|this|all|I|your)\b",
    r"\bsubject to the information\b|\bunless\b|\bshould you\b|\bin the event\b|\bwhere (?:a|an|"
    r"the|any) (?:public authority|request|exemption)\b",
    r"\b(?:may|might|could|would) (?:also |not )?be (?:exempt|withheld|refused|redacted)\b|"
    r"\bcan be (?:refused|withheld|exempt)\b",
    r"\b(?:two|following) duties\b|\bpublic authorit(?:y|ies) (?:can|may|must|which|that|is|are|"
    r"to|have|has|holds?)\b|\ba public authority\b",
    r"\bright to (?:ask|request|complain|appeal|refuse)\b|\binternal review\b|\bcomplain|"
    r"\bappeal\b|\bdissatisfied\b|\bnot satisfied\b|\bunhappy\b",
    r"\b(?:act|legislation|regulations|section \d+\S*) (?:provides|states|says|gives|allows|"
    r"requires|places|contains|sets out|enables|permits|lists|defines)\b",
    r"\b(?:act|legislation) also (?:lists|provides|contains)\b",
    r"\bcopyright\b|\bre-?use\b|\bopen government licence\b",
    r"\bfuture requests?\b|\bsimilar requests? (?:may|will)\b",
)
MAY_BE = phrases(
    r"\b(?:may|might|could) (?:also |not |well )?(?:be (?:exempt|withheld|refused|applied|"
    r"engaged|subject|covered)|apply|become)\b",
    r"\bcan be (?:refused|withheld|exempt)\b",
    r"\bif\b.{0,160}\b(?:we|I|it|you|they|this) (?:will|would|may|can|shall)\b|\bunless\b",
    r"\bwhere (?:a|an|any) (?:public authority|request|exemption)\b|\bfuture requests?\b",
)
_ABOUT_FORM = phrases(
    r"\bin (?:the|this|that|a|such|any|an)(?: [\w-]+){0,2} (?:format|form|manner|way|level)\b",
    r"\bin (?:this|that|such) detail\b|\bto (?:this|that|the) level\b|\bto the extent\b|"
    r"\blevel of detail\b",
    r"\bcentrally\b|\bcentral (?:record|database|register)\b|\beasily\b|\breadily\b|"
    r"\b(?:retrievable|searchable|reportable)\b",
    r"\b(?:broken|break) ?down\b|\bspecific (?:field|marker|code|flag)\b|\bother than\b|"
    r"\bother (?:information|data)\b|\bany (?:further|other|additional)\b|\bno (?:further|other|"
    r"additional)\b|\bnot only\b",
    r"\bon an? (?:\w+ )?database\b|(?<!\bno )\binformation is held\b|\bholds?\b.{0,80}\bbut\b",
    r"\bneither confirm|\bwhether (?:or not )?(?:it|we|the|any|this|that|information)\b",
)
_WITHIN_LIMIT = phrases(
    r"(?:\bnot|n't) (?:be )?(?:exceed|over|likely to exceed)",
    r"\b(?:be|is|was|are|falls?|fall|answered|provided|comes?) within the (?:appropriate|cost|"
    r"fees?|time)",
    r"\bbring\b.{0,80}\b(?:within|under|below)\b|\b(?:narrow|refin|"
    r"reduc)\w*\b.{0,80}\b(?:request|scope)\b",
    r"\bmay (?:also )?exceed\b|\bgraduated\b|\b(?:more|longer) than (?:20|40) working days\b",
)
_NOT_VEXATIOUS = phrases(
    r"\bnot (?:be |been )?(?:considered |deemed )?(?:to be )?vexatious\b|\bvexatious (?:or|"
    r"and) repeated requests? (?:guidance|policy)\b|\bwhether\b.{0,60}\bvexatious\b"
)
_NOT_GIVEN = phrases(
    RULES[Sign.ENCLOSES].pattern,
    r"\bcomplain|\bappeal|\breview\b|\byour rights\b|\bexempt|\bwithheld\b|\bnot able\b|"
    r"\bunable\b|\bcannot\b|\bnot (?:be )?(?:provided|disclosed|released|supplied|held)\b|"
    r"\brefusal\b|\bnot obliged\b",
    r"\brefer to\b.{0,80}\b(?:website|guidance|policy|ico|section)\b|"
    r"\bplease see (?:the )?(?:link|section|notes?|explanation)\b",
    r"\b(?:will|shall|to) be (?:provided|disclosed|released|supplied|sent|given)\b|"
    r"\bwhen\b.{0,30}\bprovided\b|\bonce\b",
    r"\byou (?:have )?provided\b|\binformation (?:that )?you (?:have )?(?:provided|supplied)\b|"
    r"\bbeen (?:provided|given) with\b.{0,30}\breference\b",
    r"\bneither confirm|\bprivacy notice\b",
    r"\byour (?:request|e-?mail|letter|enquiry|correspondence|information request)\b.*:$",
    r"\byou (?:seek|sought|asked|requested|would like|want|wanted|wish|are (?:seeking|"
    r"requesting))\b.{0,60}:$",
    r"\byou (?:seek|sought|have (?:asked|requested)) access\b|\brequest(?:ed|ing)? the following\b",
)
UNDONE: dict[Sign, re.Pattern[str]] = {
    Sign.NOT_HELD: _ABOUT_FORM,
    Sign.COST: _WITHIN_LIMIT,
    Sign.VEXATIOUS: _NOT_VEXATIOUS,
    Sign.GIVEN: _NOT_GIVEN,
    Sign.ALL: phrases(r"\bnot\b|\bunable\b|\bcannot\b|\bexempt\b|\bpay\w* in full\b"),
    Sign.HOLDS: phrases(r"\bnot\b|\bneither\b|\bno\b"),
}
FIGURE = phrases(
    r"\b(?:there (?:was|were|are|is|have been|has been)|totals?|totalled|spent|recorded|paid|"
    r"issued|employs?|employed|operates?|bought|purchased|costs?|number (?:of|is|"
    r"was))\b[^.]{0,80}[ £]\d",
    r"^\W*£? ?\d[\d,.]*%?\W*$|^\W*\d[\d,]* \w+\W*$",
)
NOT_FIGURES = phrases(
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH_WORD}\b(?: \d{{4}})?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}",
    r"\b(?:section|s\.?|regulation|article|question|page|annex|part) ?\d\S*|"
    r"\b\d+ (?:working days?|hours?|minutes)|£ ?(?:25|450|600)\b",
)
