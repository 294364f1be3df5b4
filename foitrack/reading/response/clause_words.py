"""Word classes of what an authority does with a request, and who and what stands around it."""

from __future__ import annotations

from foitrack.reading.patterns import phrases

_GIVES = (
    r"(?:provid(?!er)\w+|disclos(?:e|es|ed|ing)|releas(?:e|es|ed|ing)|suppl(?:y|ies|ied|ying)|"
    r"enclos(?:e|ed|ing)|attach(?:ed|ing)?|annex(?:ed|ing)?|append(?:ed|ing)?|send(?:ing)?|sent|"
    r"publish(?:ed|ing)?|shar(?:e|ed|ing)|giv(?:e|en|ing)|gave|reveal(?:ed|ing)?|hand(?:ed|ing)? "
    r"over|copied|let(?:ting)? you (?:have|see)|tell(?:ing)? you|ma(?:ke|de|king) (?:\w+ ){0,3}"
    r"(?:available|public)|put (?:\w+ ){0,3}in(?:to)? the public domain|part with|comply|complied|"
    r"(?<!first )(?<!our )(?<!the )(?<!an )answer(?:ed|ing)?|meet (?:your|the|this)|grant(?:ed|"
    r"ing)?|accede)"
)
_GIVEN = (
    r"(?:provided|disclosed|released|supplied|enclosed|attached|annexed|appended|sent|published|"
    r"shared|given|revealed|handed over|made (?:\w+ )?(?:available|public)|put in(?:to)? the "
    r"public "
    r"domain|answered|complied with|met)"
)
_HERE = (
    r"(?:attached|enclosed|annexed|appended|below|overleaf|herewith|hereto|tabulated|"
    r"(?:set out|shown) (?:below|above|in (?:the|an?) (?:attached|enclosed|table|annex))|as "
    r"follows|in the (?:\w+ )?(?:table|annex|appendix|schedule|spreadsheet|attachment|"
    r"workbook|enclosure)s?|(?:in|at) (?:annex|appendix|schedule|table|enclosure)|on our "
    r"disclosure "
    r"log)"
)
_THING = (
    r"(?:information|data|records?|documents?|documentation|papers?|figures?|details?|material|"
    r"reports?|cop(?:y|ies)|statistics|answers?|correspondence|e-?mails?|letters?|minutes|notes?|"
    r"spreadsheets?|lists?|logs?|registers?|polic(?:y|ies)|contracts?|files?|numbers?|totals?|"
    r"counts?|tables?|schedules?|plans?|maps?|accounts?|assessments?|surveys?|photographs?|"
    r"pages?|footage|recordings?|agreements?|invoices?|requests?|case|cases|entry|entries|trace|"
    r"results?|submissions?|briefings?|extracts?|one|items?|inspection|order)"
)
_IT = (
    rf"(?:{_THING}|it|them|they|this|these|those|both|all|everything|that|what|any|which|"
    r"questions?|parts?|\d{1,4}|(?:one|two|three|four|five|six|some|most|several)(?! of us))"
)
_HELD = (
    r"(?:hold|holds|held|holding|possess(?:es|ed)?|record(?:s|ed)?|retain(?:s|ed)?|keep|keeps|kept|"
    r"collect(?:s|ed)?|collate[sd]?|compile[sd]?|captured?|stored?|own|owns|maintain(?:s|ed)?|"
    r"exist(?:s|ed)?|locate[sd]?|found|find|identified|trace[sd]?|produced?|created?|"
    r"minuted?)"
)
_WITHIN = r"(?:[\w'/&.-]+ ){0,5}?"
_NEAR = r"(?:[\w'/&.-]+ ){0,2}?"
_NEVER = r"(?:not|n't|never|cannot|unable|nor|no longer|neither)"
_DO = r"(?:do|does|did|has|have|had|is|are|was|were|been|being|be|can|could)"

GIVES = phrases(
    rf"\b(?:pleased|able|happy|glad|decided|agreed|content|delighted|in a position|willing|"
    rf"prepared|decision is) to {_NEAR}(?!comply\b|meet\b|answer\b){_GIVES}\b",
    rf"\b(?:I|we|trust|council|university|force|department|authority|school|service|board) "
    rf"(?:am |are |is |have |has |can |do |now |also |hereby |therefore |today )*"
    rf"(?!comply|complied|meet|answer|publish|share|grant|tell|accede){_GIVES}\b(?! (?:us|me|rise|"
    rf"way|effect|weight|consideration|advice|notice|you (?:notice|advice|time))\b) "
    rf"{_WITHIN}{_IT}\b",
    rf"\b{_IT} {_WITHIN}(?:is|are|has been|have been|come|comes|follows?|go(?:es)?) {_NEAR}(?:now |"
    rf"being )?(?:{_HERE}|with this (?:letter|e-?mail|reply|message)|in full)\b",
    r"^\W*(?:[\w(]{1,3}[.)]? )?(?:please )?(?:see |find |as )?(?:attached|enclosed|released|"
    r"disclosed|supplied|provided|see below|fully disclosed|disclosed in full|released in full)"
    r"(?: (?:below|herewith|in full))?\W*$",
    r"\bplease (?:see|find) (?:\w+ ){0,2}(?:attached|enclosed|appended|below)\b"
    r"(?!\W*$)(?!.{0,80}\b(?:response|reply|letter|decision)\b)",
    rf"\b(?:attached|enclosed|annexed|accompanying|overleaf|below)\b {_NEAR}(?:is|are|shows?|"
    rf"gives?|"
    rf"contains?|sets? out|lists?)\b",
    rf"\baccompan(?:y|ies) this\b|^\W*here (?:is|are) (?:the|a|our|your)\b|"
    rf"\bhere (?:they are|it is)\b|\b(?:is|are) (?:dealt "
    rf"with|"
    rf"answered|covered|addressed) {_NEAR}{_HERE}\b",
    r"\bin (?:full|its entirety|their entirety)\b(?=.{0,40}\b(?:attached|below)\b)",
    rf"\b(?:request|foi|application)\b {_WITHIN}(?:is|has been) {_NEAR}(?:granted|allowed|met) in "
    rf"(?:full|its entirety)\b",
    r"\byou (?:may|can) (?:now )?(?:download|view) (?:it|them|this|these)\b",
    rf"\b(?:{_THING}) (?:that )?you (?:have )?(?:asked for|requested|sought|wanted|seek|"
    rf"asked) (?:is|are)\W*$|\bcan (?:now )?be downloaded\b",
)
REFUSES = phrases(
    rf"\b(?:not|n't|never|cannot|unable|nor) {_WITHIN}{_GIVES}\b",
    rf"\b(?:not|n't|never|cannot) {_WITHIN}(?:be|been|being) {_NEAR}{_GIVEN}\b",
    rf"\b(?:no|nothing|none) {_WITHIN}(?:will|shall|can) {_NEAR}be {_NEAR}{_GIVEN}\b",
    rf"\b(?:prevents?|prohibits?|preclud(?:e|es|ed)|bars?|forbids?) {_NEAR}(?:us|me|the "
    rf"\w+|its|our|disclosure|release)\b",
    r"\b(?:withhold(?:s|ing)?|withheld)\b|\b(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing))\b(?! "
    r"notice)(?! to confirm)",
    r"\b(?:keep(?:ing)?|stay(?:s|ing)?|remain(?:s|ing)?|held) (?:\w+ ){0,3}(?:back|to ourselves|"
    r"confidential|closed|private)\b",
    r"\b(?:(?:sections?|regulations?|exemptions?|exceptions?|act|foia?|foisa|eirs?)\b|(?:s|ss|"
    r"reg|r)(?=\.? ?\d))\.? ?(?:[\d()a-zA-Z, ]{0,24}?) ?(?:\([^)]{3,60}\) )?(?:therefore |"
    r"also |thus |then |fully )*(?:appl(?:y|ies)|"
    r"(?:is|"
    r"are|was|has been) (?:engaged|relied|claimed|applied)|exempts?|shields?|protects?|covers?|"
    r"excludes?|prevents?|prohibits?|bars?)\b",
    r"\brel(?:y|ies|ying|iance) (?:up)?on (?:\w+ ){0,3}(?:section|regulation|s\.?|exemption|"
    r"exception)\b",
    r"\b(?:caught|covered|excepted|exempt(?:ed)?|protected) (?:from \w+ )?(?:by|under) (?:\w+ "
    r"){0,3}"
    r"(?:section|regulation|reg|s\.?|r\.?|the exemption) ?\d?",
    r"\bon the side of non-?disclosure\b|\b(?:does|do|did) not succeed\b|\bfavour\w* (?:of )?"
    r"(?:withholding|non-?disclosure|maintaining)\b",
)
NOT_HELD = phrases(
    r"\bnone of (?:[\w']+ ){1,4}?(?:has|have|had|holds?|keeps?|could find|found) (?:anything|"
    r"any|it|them)"
    r"\b|\b(?:cannot|unable to|not able to) say\b(?! (?:yet|whether|if|that|more|so)\b)|\bno "
    r"(?:information|record|data) (?:that )?(?:we|I) (?:can|could) (?:give|send|provide)\b",
    rf"\b{_DO} ?(?:not|n't|never)(?: \w+ly| currently| now| itself| in fact| already)? "
    rf"(?:been )?{_HELD}\b(?! (?:that|to|it (?:to|neces))\b)",
    r"\bnot (?:been )?able to (?:locate|find|trace)\b|\bnot aware of any\b",
    rf"\b(?:never|no longer) {_NEAR}{_HELD}\b",
    r"\b(?:unable|failed|not able) to (?:locate|find|identify|trace)\b",
    rf"\b(?:hold|holds|held|has|have|had|keeps?|kept|found|find|located?|identified|traced|"
    rf"possess(?:es)?|owns?|came across|uncovered|brought|revealed|produced|returned) {_NEAR}(?:no|"
    rf"none|nothing|neither|no such)\b ?(?!to (?:add|do)\b){_WITHIN}(?:{_THING}|to light|of (?:the|"
    rf"this|what|these|"
    rf"them))\b",
    r"\b(?:holds?|held|found|located|hold|have|has|revealed|traced) (?:none|nothing)\b(?! to )",
    r"\bneither (?:of \w+ )?(?:has|have) (?:come across|found|seen|located)\b",
    rf"\b(?:no|nothing|none|neither) (?!redact|exempt|exception|charge|fee|account|"
    rf"notice){_WITHIN}(?:is|are|was|were|has been|have been|ha[sd]|exists?|"
    rf"came|holds?|could be) {_NEAR}(?:{_HELD}|made|taken(?! out)|carried out|to light)\b(?! to\b)",
    rf"\bno (?:\w+ ){{0,3}}{_THING} (?:\w+ ){{0,3}}exists?\b|\bnothing (?:that )?(?:we|I) (?:can|"
    rf"could) (?:give|send|provide)\b|\bthere (?:is|are|was|were) no (?:\w+ )?"
    rf"(?:information|records?|documents?|data|papers)\b",
    r"\b(?:were|was) never (?:carried out|made(?! out)|taken|written|produced|done)\b|"
    r"\b(?:was|were|been) "
    r"(?:lost|destroyed|deleted|disposed of)\b",
    r"\bnot something (?:of which|that|for which) (?:the |this )?\w+ (?:has|have|holds?|records?|"
    r"keeps?)\b",
)
NCND = phrases(
    r"\b(?:neither|not|n't|cannot|unable|excus\w+|exempt\w*|reliev\w+|remov\w+|without|exclud\w+|"
    r"refus\w+|declin\w+|free(?:d|s|ing)?\b|released|absolv\w+|no (?:duty|obligation)|"
    r"nor)\b.{0,90}?\b(?:to |"
    r"from )?(?:confirm\w*|say(?:ing)?|stat(?:e|ing)|disclos(?:e|ing)|tell(?:ing)?|indicat(?:e|"
    r"ing)|reveal(?:ing)?|comment(?:ing)?)\b.{0,40}?\b(?:whether|if|n?or (?:to )?den\w+)\b"
    r"(?! you\b)",
)
ELSEWHERE = phrases(
    r"\b(?:otherwise|reasonably|already|readily|easily|publicly) (?:\w+ )?(?:accessible|"
    r"available)\b"
)
"""What can be had without asking: given where nothing refuses it, refused where section 21 is."""

NOT_YET = phrases(
    r"\b(?:not yet|(?:not|n't|cannot|unable)\b.{0,60}\b(?:yet|at (?:this|present|the moment)))\b|"
    r"\b(?:hope|hoping|aim|aiming|expect|plan|propose|trying|try|endeavour|undertake) to\b|"
    r"\bwill be (?:more than )?(?:able|in a position|happy|pleased|glad) to\b|\buntil\b"
)
"""A clause of what is still to come."""
_SERVED = (
    r"(?:support|services?|care|treatments?|training|accommodation|transport|meals?|pupils?|"
    r"patients?|children|people|staff|officers|funding|grants?|loans?|facilit(?:y|ies)|equipment|"
    r"parking|insurance|vehicles?|housing|beds?|wards?|discounts?|home)"
)
NOT_REFUSED = phrases(
    r"\bregulation 5\b(?! ?\()|\bsections? (?:1|8|10|16|17|45)\b[^.;]{0,40}\bappl(?:y|ies)\b",
    r"\bnot always\b",
    rf"\bnot (?:\w+ ){{0,2}}(?:provide|give|send|supply|offer|share|publish)\w* "
    rf"(?:[\w'-]+ ){{0,4}}?{_SERVED}\b(?! (?:data|information|records?|figures|statistics|numbers|"
    r"names?|details|policy|policies|plans?|logs?|contracts?))",
    r"\bno (?:exemptions?|exceptions?|redactions?|part|reason|public interest)\b|\bnot (?:be |been "
    r")?(?:engaged|exempt|withheld|withhold\w*|refus\w+|appl(?:y|ied)|rel(?:y|ied|ying)|claimed)\b|"
    r"\b(?:no|nothing)\b(?: \w+){0,3} (?:has been|have been|is|are|was|were) (?:being )?(?:applied|"
    r"withheld|engaged|refused|exempt|redacted|removed|relied)\b|"
    r"\b(?:sooner|yet|earlier|by then|before now)\b|\b(?:no longer|wrong\w*|incorrect\w*|"
    r"withdraw\w*)\b|\bexpect(?:s|ed)?\b|\b(?:victim|witness|complainant|suspect|"
    r"patient|tenant|applicant|customer|officer|owner|driver|person|supplier)s?\b (?:\w+ )?(?:"
    r"declin\w+|refus\w+|withdr\w+)|\bdeclines/|\bexempt from (?!disclosure|release|"
    r"the (?:act|duty|"
    r"right)|publication|section)|\brefuse (?:collection|bins?|vehicles?|lorr)|\b(?:payments?|"
    r"wages|licen[cs]es?|benefits?|consent|permission|entry)\b.{0,30}\b(?:withheld|refused)\b|"
    r"\b(?:oblige|give you a (?:date|time)|be set beside|not comparable|compared)\b|"
    r"\b(?:policy|right|guidance|legislation|procedure) (?:applies|covers)\b",
)
"""A clause with the words of a refusal that refuses nothing."""
HOPES = phrases(r"\W*(?:I|we) (?:do )?(?:hope|trust)\b")
"""A sentence of good wishes at the end."""
SUPPOSED = phrases(
    r"^\W*(?:if|unless|until|when|where|should|whether|once|in case|were|had|provided that|as soon "
    r"as|after)\b",
    r"\b(?:would|might|may|should|must not|likely to|intend\w*|in order to|so as to)\b",
)
"""A clause of what may be."""
PAST = phrases(
    r"\b(?:previous(?:ly)?|earlier|originally|already (?:been )?(?:sent|answered|supplied)|last "
    r"(?:year|month|time)|in our (?:first|initial|original))\b|\b(?:was|were) (?:\w+ )?(?:sent|"
    r"answered|supplied|refused|told|given|provided|disclosed|withheld)\b.{0,40}\b(?:on|in) (?:the "
    r")?\d|\bhad (?:been )?\w+ed\b"
)
"""A clause of what was done before this letter."""
OF_OTHERS = phrases(
    r"^\W*(?:and |that |which |as |because |since |so |but |where )?(?:you|they(?! are| were| "
    r"have been| come)|he|she|who|"
    r"anyone|people|applicants?|authorities|"
    r"requesters?|a public authority|public authorities|an authority)\b",
)
