"""The words by which authorities say that they hold nothing, or refuse."""

from __future__ import annotations

import re

from foitrack.reading.patterns import phrases
from foitrack.reading.response.phrase_words import ASKED, GIVE, INFO, NOT, NOW, OBJECT
from foitrack.reading.response.sign import Sign

AGAINST: dict[Sign, re.Pattern[str]] = {
    Sign.NOT_HELD: phrases(
        r"\bnot (?:an? )?(?:subject|matter|topic|area|thing|something|issue|question) (?:on|"
        r"about|of|"
        r"for|over) which (?:the |this )?\w+ (?:keeps?|holds?|has|have|collects?|records?|"
        r"gathers?)\b",
        r"\b(?:nothing|none of (?:this|it)) (?:has been|was|is) (?:ever )?(?:written down|"
        r"(?:put|set) (?:down )?(?:on paper|in writing)|noted|documented|minuted|kept)\b",
        r"\b(?:isn't|aren't|wasn't|weren't) held\b|\bnot in (?:the )?possession of\b|"
        r"\binfo(?:rmation)? "
        r"not held\b|\bn/k\b|\bnor is it held\b",
        r"\b(?:do|does|did) ?(?:not|n't) have (?:it|them|this|that|these|any)\W*$",
        r"^\W*(?:\w{1,3}\W{1,4})?n/h\b|\bheld neither by\b|"
        r"\bis not information (?:that is )?held\b",
        r"\b(?:do|does|did) ?(?:not|n't) (?:\w+ )?(?:record|log|collect|monitor|capture|track|"
        r"measure|"
        r"count) (?:where|how|whether|which|what|when|why|who|this|such|it|them|any|these)\b",
        r"\bno longer (?:have|has|holds?|keeps?|retains?|possess\w*|exists?)\b|\b(?:has|have|was|"
        r"were) (?:since |"
        r"all |already )*been destroyed\b",
        rf"\b(?:we|I|it|and|[A-Z]\w+|(?i:council|trust|force|university|department|service|"
        rf"college|board|authority|agency|school)) (?:do|does|did) ?{NOT} {NOW}(?:hold|possess) "
        rf".{{0,60}}?(?:{ASKED}|\b(?:such|any) [a-z]+s?\b)",
        rf"\b(?:do|does|did) ?{NOT} {NOW}have (?:\w+ ){{0,3}}?(?:{ASKED}|such {INFO}|any "
        rf"{INFO}|(?:any |such )?(?:polic(?:y|ies)|plans?|contracts?|registers?|lists?))",
        rf"\b(?:have|has|had|hold|holds|held|keeps?|found|located?|identified) no (?:recorded |"
        rf"relevant |such |record of |\w+ )?(?:{INFO}|policy|policies|list|register|contracts?|"
        rf"record)\b",
        rf"{ASKED}.{{0,40}}\b(?:is|are|was|were) ?{NOT} (?:information )?(?:\w+ )?(?:held|"
        rf"recorded|kept)\b",
        rf"\b{INFO}\b.{{0,20}} (?:you|we)\b.{{0,60}}\bwe (?:do|did) not (?:hold|have|keep)\b",
        r"\b(?:of|for) (?:what|which) you (?:seek|ask|want|request).{0,30} we (?:do not|hold no)",
        r"\bwhat you (?:seek|ask for|requested|want)\b.{0,20}\bwe do not hold\b",
        r"\b(?:is|are|was|were) not (?:information|something|data|an? \w+) (?:that |which )?"
        r"(?:we|the \w+|it|this \w+) (?:holds?|records?|keeps?|collects?)\b",
        r"\b(?:we|I|the \w+) (?:have|has) (?:found|located|identified|traced) (?:nothing|none)\b",
        rf"\b{INFO} (?:does|do|did) not exist\b|\bno such {INFO} (?:exists?|is|are)\b|\bthere "
        rf"(?:is|are) no "
        rf"(?:such |relevant |recorded )*{INFO}\b|\bnothing to (?:send|disclose|release|"
        rf"provide)\b",
        r"^\W*(?:(?:as above|likewise|again|also|similarly),? |(?:outcome|decision|response|"
        r"result|status|answer) ?:\W*|(?:q|"
        r"a)?\W?\w{1,3}\W{1,4})?"
        r"(?:not (?:held|recorded|known)|none held|nil return|no (?:records?|"
        r"information) held)\W*$",
        r"\bnil return(?:s? from\b|\W*$)|\b(?:drawn|drew) a blank\b|\b(?:come|came|"
        r"turned) up (?:with )?nothing\b|"
        r"\bnot brought\b[^.;]{0,40}\bto light\b|\bnothing (?:has )?(?:come|came) to light\b",
        rf"\b(?:has|have|holds?) no (?:\w+ )?(?:paperwork|{INFO}|advice|contracts?|agreements?|"
        rf"polic(?:y|ies))\b",
        r"\bno such (?:\w+ )?(?:policy|document|report|contract|record|agreement|list|"
        r"guidance|plan|"
        r"letter|e-?mail|review)s? (?:was|were|has|have|exists?)\b|\bthere (?:is|are|was) no such "
        r"(?:policy|document|report|contract|record|agreement|list|guidance|plan|letter)",
        r"\b(?:breakdown|ethnicity|age|reasons?|detail|list|register|"
        r"policy) (?:\w+ ){0,3}(?:is|are|was) "
        r"not held\b",
        r"\bnothing (?:is |was |has been )?(?:held|found|located|recorded)\b|"
        r"\bnothing on our files\b",
        r"\bholds? nothing\b",
        rf"\b(?:do|does|did) ?{NOT} {NOW}(?:hold|possess|retain|have|record|collect|collate|"
        rf"keep|capture|store)\b.{{0,80}}?\b{INFO}\b",
        rf"\b(?:do|does|did) ?{NOT} {NOW}(?:hold|possess) (?:any|this|these|that|such|what|it|"
        rf"a|an|them|one)\b",
        rf"\b{INFO}\b.{{0,110}}\b(?:is|are|was|were) ?{NOT} {NOW}(?:held|recorded|retained|"
        rf"collected|captured|stored|possessed)\b",
        rf"\bno (?:recorded |relevant |such |requested |further )*{INFO}\b.{{0,80}}\b(?:held|"
        rf"located|found|identified|retrieved)\b",
        rf"\bholds? no (?:recorded |relevant |such )*{INFO}\b",
        rf"\b{INFO}\b.{{0,40}}\bnot held\b|^no information held\b|"
        rf"^(?:\W*\w{{1,3}}\W{{1,4}})?not held\b",
        r"\bnot held by\b|\bno trace\b",
        rf"\bunable to (?:locate|find|identify|trace) any {INFO}",
        rf"\b(?:searches?|search) (?:have |has )?(?:failed to|did not) (?:locate|find|identify|"
        rf"reveal)\b.{{0,60}}\b{INFO}",
    ),
    Sign.REFUSED: phrases(
        r"\b(?:this|that|which) is (?:our|the) refusal\b|\bshould be (?:held|kept) back\b",
        r"^\W*(?:outcome|decision|response|result|status) ?:\W*(?:refused|exempt|withheld)\b",
        r"\b(?:stays?|remains?|kept) (?:exempt|withheld)\b",
        r"\b(?:conclud\w+|find|found|consider\w*|determin\w+|view|decid\w+|therefore|balance|"
        r"satisfied|believ\w+)\b[^.;]{0,60}\bpublic interest in (?:maintaining|withholding|"
        r"upholding)\b"
        r"[^.;]{0,60}\b(?:outweighs?|is greater|prevails)\b",
        r"\b(?:I|we) have (?:therefore|accordingly|now) (?:applied|relied on|"
        r"engaged) (?:the |section|s\.|"
        r"exemption|regulation)",
        r"\b(?:will|shall|can)(?: ?not|n't) be (?:publishing|sharing|sending|giving)\b",
        r"\b(?:cannot|will not|unable to) tell you (?:the|their|his|her|who|what)\b",
        r"\bshould not be (?:disclosed|released|provided|(?:put|placed|made) (?:in\b|into|"
        r"available|"
        r"public))|\bnon-?disclosure of\b[^.;]{0,60}\b"
        r"(?:maintained|upheld|justified)\b|\bexemptions? (?:applied|relied (?:up)?on|claimed|used|"
        r"cited)\b[^.;]{0,40}(?:\bis\b|\bare\b|:)|\b(?:our|a|this|as) refusal of\b|"
        r"\bclaims? (?:the )?"
        r"(?:exemption|exception|section|s\.? ?\d|regulation)\b|"
        r"[-:,] ?exempt,? (?:under )?(?:s\b|s\.|"
        r"section|reg|\()|\b(?:section|s\.?|regulation) ?\d\S* prohibits\b",
        r"\b(?:is|are|was|were) (?:therefore |also )?not (?:being |been )?(?:supplied|disclosed|"
        r"released|"
        r"enclosed|attached|sent|going to be \w+)\b",
        r"\b(?:keep(?:ing)?|hold(?:ing)?) (?:it|them|this|these|that|those|the \w+|back)(?: "
        r"\w+)? ?back\b|"
        r"\bturn(?:ed|ing)? (?:\w+ ){1,4}down\b|\bnot (?:prepared|willing) to\b",
        r"\brefusal notice\b|\b(?:is|as|constitutes?|represents?) (?:an? )?(?:formal )?refusal\b",
        r"^\W*(?:(?:q(?:uestion)?|part)?\W?\w{1,3}\W{1,4})?(?:exempt|withheld|refused)\b\W{0,3}"
        r"(?:s\b|s\.?\d|section|under|reg|in full|$)",
        r"\b(?:s|ss|reg|r)\.? ?\d\d\w?(?: ?\(\w{1,3}\)){0,4}[^.;]{0,60}\b(?:is|are|was|"
        r"has been|have "
        r"been)(?: being)? (?:engaged|applied|relied|claimed)\b|\bappl(?:y|ying|ied) (?:an|the) "
        r"exemptions?\b|\b(?:exemptions?|exceptions?|"
        r"sections? \d\d\S*(?: and \d\d\S*)?)\b[^.;]{0,60}"
        r"\b(?:being applied|(?:is|are) engaged)\b|\b(?:cannot|can't|won't|will not) (?:give|let|"
        r"provide|send|supply|disclose|release)\b",
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
        rf"\b(?:we|I) d(?:o|id) ?(?:not|n't) (?:\w+ ){{0,3}}{GIVE}\b[^.;]{{0,60}}\b(?:{OBJECT}|"
        rf"names?|addresses|identit(?:y|ies)|figures)\b",
        rf"\b(?:will|can|could|may|must|shall) ?(?:not|n't) (?:\w+ "
        rf"){{0,3}}(?:{GIVE}|"
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
}
