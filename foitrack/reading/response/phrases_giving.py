"""The words by which authorities give what was asked for, or announce it."""

from __future__ import annotations

import re

from foitrack.reading.patterns import phrases
from foitrack.reading.response.phrase_words import ASKED, INFO, NOW, OBJECT
from foitrack.reading.response.sign import Sign

GIVING: dict[Sign, re.Pattern[str]] = {
    Sign.ALL: phrases(
        r"\bnothing (?:has been |is |was )?(?:taken|left|blacked|blanked|struck|edited) out\b",
        rf"\b(?:all|everything) (?:of )?(?:the |that )?(?:{INFO}|you|we hold|requested).{{0,60}}\b"
        rf"(?:is|are) (?:being )?(?:attached|enclosed|disclosed|released|provided|below)\b",
        r"\b(?:disclos\w+|releas\w+|provid\w+|suppl\w+|grant\w+|answer\w+)\b.{0,80}\bin full\b",
        r"\bfull(?:y)? disclos\w+|\bfull release\b",
        rf"\b(?:decided|able|pleased|happy) to (?:disclose|release|provide) (?:all|"
        rf"the (?:located|requested)|all of the) {INFO}",
    ),
    Sign.GIVEN: phrases(
        r"\b(?:response|reply|answers?|information) (?:is |are )?(?:attached|enclosed) (?:in|as) "
        r"(?:an? )?(?:excel|spreadsheet|csv|xlsx?|tabular)\b",
        r"\b(?:cop(?:y|ies)|chain|lists?|reports?|minutes|files?|data|it|they|them|all|versions?|"
        r"invoices?|spreadsheets?|maps?|plans?|contracts?|letters?|tables?|documents?|workbook)\b"
        r"[^.;]{0,80}\b(?:enclosed|attached)\W*$",
        r"\b(?:now|hereby|am|are) (?:disclosing|releasing|supplying)\b|\bwhich (?:I|we) (?:now )?"
        r"(?:enclose|attach)\b",
        r"\b(?:pasted|copied) (?:in|below|underneath|beneath)\b|"
        r"\bhave copied\b[^.;]{0,60}\b(?:below|"
        r"here)\b|\bdetails follow\b|\blinks? to [^.;]{3,60} (?:is|are) (?:given|set out|provided|"
        r"listed|below)\b",
        r"\byou will find (?:what|all|everything)\b|"
        r"\b(?:have )?answered your (?:\w+ )?questions? in\b|"
        r"\blet(?:ting)? you have (?:the lot|it all|all of it|everything)\b|"
        r"\bcomes? to you (?:whole|"
        r"in full|complete)\b",
        r"\b(?:this|that|the|requested) information\b[^.;]{0,60}\b(?:following link|link below|"
        r"(?:at|from|here):?\s(?:https?:|www\.)(?!\S*(?:ico\.|legislation\.|itspublic)))",
        r"\byou (?:can|may) (?:view|read|download|see|obtain|access) (?:the|it|them|these|"
        r"this|what|"
        r"all)\b[^.;]{0,80}\b(?:web ?site|links?|www|https?|from)\b",
        r"\b(?:tables?|charts?|figures|spreadsheet|list) (?:\d+ )?(?:below|overleaf|above|"
        r"which follows|that "
        r"follows)\b[^.;]{0,20}\b(?:breaks?|sets?|shows?|gives?|lists?|details?|"
        r"provides?)\b|\btabulated "
        r"(?:below|above)\b|\bsupplied\W+see\b|\brefer to (?:the )?attach\w+\b|"
        r"\bplease find (?:it|them|"
        r"this|these) (?:attached|enclosed|below)\b|\b(?:data ?sets?|workbook|bundle|chain|"
        r"letters?|"
        r"version|files?|papers) (?:is|are) (?:\w+ )?(?:attached|enclosed)\b",
        r"\b(?:you (?:asked|requested|wanted|seek|sought|want)|questions?|in question|answers?|"
        r"polic(?:y|ies)|data|figures|reports?|documents?|statistics|minutes|requested)\b[^;]{0,80}"
        r"\b(?:download(?:ed)?|view(?:ed)?|access(?:ed)?|obtained|read|found|published|available|open)\b"
        r"[^;]{0,60}\b(?:here|at|link|from|via)\b\W{0,3}[^;]{0,40}(?:https?:|www\.)(?!\S*(?:ico\.|"
        r"itspublicknowledge|legislation\.))",
        r"(?:^|[-:;,.] ?|\b(?:please|and|or) )(?:see|refer to|click(?: on)?|open|"
        r"follow) (?:the |our |"
        r"this |that )*(?:attached|enclosed|following|tabs?|annex|appendix|sheet|column|"
        r"tables?|links?|"
        r"below|spreadsheet|pdf|schedule|files?|https?:|www)\b(?! (?:for (?:your|the) (?:right|"
        r"compl|internal)|complaint|leaflet))",
        r"\bthe following (?:tables?|figures?|list|information|data|breakdown|"
        r"spreadsheet) (?:details?|"
        r"shows?|gives?|sets? out|provides?|lists?|answers?|is (?:provided|held))\b|"
        r"\bprovides? the "
        r"following\b|\b(?:is|are) (?:reproduced|released to you|disclosing|enclosed)\b|"
        r"\bdisclosing "
        r"all\b|\b(?:cop(?:y|ies)|data|figures|list|table|document|spreadsheet|report|policy) "
        r"(?:is |are |now )?(?:attached|enclosed|provided)\b|\b(?:in|into) the attached (?!survey|"
        r"feedback|leaflet|complain)\w+|\bprovided (?:in|at) (?:the )?(?:annex|appendix|"
        r"schedule|tab|"
        r"table|attach)\w*|\bfigures are provided\b",
        r"\b(?:download|view|access|find) (?:it|them|the|this|these|"
        r"all)\b[^.;]{0,60}\b(?:here|at the "
        r"(?:link|following)|via this link|at ?:)|\bvia this link\b|\bfollowing link to access\b",
        r"\byou(?:'ll| will| can| should|r)? (?:\w+ )?find\b.{0,80}\b(?:attached|enclosed|below|"
        r"with this|"
        r"annex|overleaf|herewith|here)\b",
        r"\banswers? your (?:first|second|third|fourth|other|only|main|question|q)",
        rf"\b(?:I|we) (?:do |now |also |hereby |therefore |gladly |can |here |have )*(?:enclos|"
        rf"attach|"
        rf"releas|disclos|suppl(?:y|i)|provid|giv|send|sent|set out|list)\w{{0,3}}\b(?! (?:advice|"
        rf"guidance|assistance|you with advice)).{{0,40}}?\b{OBJECT}\b",
        r"\b(?:I|we) (?:do )?hold .{0,60}\band (?:enclose|attach|provide|set (?:it|this) out|"
        r"give)\b",
        r"\b(?:enclose[sd]?|attach(?:ed)?)\b.{0,20}\b(?:it|them|part|most|all|both|the|a copy|"
        r"copies)\b",
        rf"(?:{INFO}|{ASKED}|minutes|tables?|charts?|lists?|breakdown|it).{{0,60}}\b(?:is|are) "
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
        r"\b(?:is|are|come) (?:\w+ )?with this (?:letter|e-?mail|reply|response|note)\b",
        r"\b(?:goes?|comes?|sent|provided|supplied|included|travels?) with this (?:letter|e-?mail|"
        r"reply|response|message)\b|\baccompan(?:y|ies|ying) this\b",
        r"\b(?:tables?|documents?|spreadsheets?|files?|data) (?:attached|enclosed|below|"
        r"overleaf)\b",
        r"\b(?:is|are|was|were) (?:being |now |hereby |also |today )*(?:released|disclosed|"
        r"supplied|"
        r"provided|sent|given)(?: to you| with this| herewith|,| below|:|\.|$)",
        rf"\b(?:attached|enclosed|below|overleaf|following|herewith)\b.{{0,30}}\b(?:is|are) "
        rf"(?:the|our|a|"
        rf"all|some|{INFO}|{ASKED})\b",
        r"\b(?:is|are|has been|have been|was|were|can be found) (?:provided|set out|shown|"
        r"detailed|given|listed|outlined|presented|contained|included)"
        r" (?:below|above|in the (?:attached|enclosed|table|following|spreadsheet)|(?:at|"
        r"in) (?:annex|appendix))\b",
        r"\b(?:is|are) (?:also |now )?(?:attached|enclosed)\b",
        r"\b(?:I|we) (?:have )?(?:provided|supplied|disclosed|released)\b.{0,80}\b(?:attached|"
        r"enclosed|below|what (?:we|I) can)\b",
        rf"\bplease (?:see|find|refer to)\b.{{0,90}}\b(?:attached|attachments?|enclosed|"
        rf"below|following|above|"
        rf"table|spreadsheet|appendix|annex|{INFO})\b",
        rf"\b(?:attached|enclosed) (?:is|are|please find|herewith|"
        rf"you will find)\b.{{0,80}}\b{INFO}\b",
        rf"\b(?:I|we) (?:have )?(?:attach(?:ed)?|enclosed?)\b.{{0,80}}\b{INFO}\b",
        rf"\b{INFO}\b.{{0,90}}\b(?:is|are|has been|have been|was|were|"
        rf"can be found) {NOW}(?:provided|set out|shown|detailed|given|below|attached|enclosed|"
        rf"as follows|outlined|listed|disclosed|released|supplied|contained|included|presented|"
        rf"tabled)\b",
        r"\b(?:table|figures?|list|breakdown|chart|graph)s? (?:below|above)\b|\b(?:below|"
        r"following|above) (?:is|are) (?:the|a|our)\b|\bthe (?:below|following|above) (?:table|"
        r"figures|list|information|data)\b",
        rf"\b(?:pleased|able|happy|decided|decision(?: is)?) to {NOW}(?:provide|disclose|"
        rf"release|supply|enclose|attach)\b",
        r"\b(?:I|we) (?:can|are able to) (?:now )?(?:disclose|provide)\b",
        rf"\b(?:I|we) (?:have )?provided? (?:you with |below )?(?:the|this|all|"
        rf"following) {INFO}\b",
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
        r"\b(?:our|the|my|an?) (?:full |formal |final )?(?:response|reply|answer|letter|"
        r"decision)\b.{0,60}\b(?:is|are) (?:attached|enclosed)\b",
        r"\b(?:please find|see)\b.{0,80}'s (?:full |formal |final )?(?:response|reply|decision)\b",
        r"\b(?:please find|see|attached|enclosed)\b.{0,40}\b(?:our|the|a|my) (?:full |formal |"
        r"final )?(?:response|reply|letter|decision)\b(?!.{0,30}\b(?:excel|spreadsheet|csv|xls))",
    ),
    Sign.HOLDS: phrases(
        r"\b(?:can confirm that|confirms? that|does|do)\b.{0,60}\b(?:holds?|hold some|has|"
        r"have)\b.{0,40}\binformation\b",
        r"\bcan confirm (?:that |the )",
    ),
}
