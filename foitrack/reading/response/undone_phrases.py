"""The words that undo one sign: a sentence has its phrases, and yet does not say it."""

from __future__ import annotations

import re

from foitrack.reading.dates import MONTH_WORD
from foitrack.reading.patterns import phrases
from foitrack.reading.response.sign import Sign
from foitrack.reading.response.sign_phrases import RULES

_ABOUT_FORM = phrases(
    r"\bin (?:the|this|that|a|such|any|an)(?: [\w-]+){0,2} (?:format|form|manner|way|level)\b",
    r"\bin (?:this|that|such) detail\b|\bto (?:this|that|the) level\b|"
    r"\bto the extent (?!that your)|"
    r"\blevel of detail\b",
    r"\bcentrally\b|\bcentral (?:record|database|register)\b|\beasily\b|\breadily\b|"
    r"\b(?:retrievable|searchable|reportable)\b",
    r"\b(?:broken|break) ?down\b|\bspecific (?:field|marker|code|flag)\b|\bother than\b|"
    r"\bother (?:information|data)\b|\bany (?:further|other|additional)\b|\bno (?:further|other|"
    r"additional)\b|\bnot only\b",
    r"\bon an? (?:\w+ )?database\b|"
    r"(?<!\bno )(?<!\bno recorded )(?<!\bno relevant )(?<!\bno such )\binformation is "
    r"held\b|\bholds?\b.{0,80}\bbut\b|"
    r"\bnot have an? (?:\w+ )?(?:policy|document|procedure|protocol)\b.{0,60}\b(?:but|however)\b",
    r"\bneither confirm|\bwhether (?:or not )?(?:it|we|the|any|this|that|information)\b",
    r"\bis or is(?: not|n't) held\b|\binferences?\b|\bdoes or does not\b",
    r"\bnot have an? (?:\w+ )?(?:code|field|marker|flag|category)\b|\bno material (?:effect|change|"
    r"difference|impact)\b",
    r"\bnot (?:\w+ )?have to\b|\balike\b|\bthe same way\b|\bnot applicable,? as no\b|"
    r"\bno (?:\w+ ){0,2}(?:action|"
    r"payments?|arrests?|officers?|staff|individuals?|people|persons?|incidents?|complaints?|"
    r"cases?|charges?|sanctions?|dismissals?|convictions?|fines?|deaths?|injuries|offences?) "
    r"(?:is|are|was|were|has been|have been)\b|\b\d+ (?:\w+ ){0,3}(?:were|was) (?:destroyed|lost|"
    r"deleted)\b|\b(?:can|could) ?not (?:keep|retain|own|maintain)\b|\bwithhold some\b",
)
_WITHIN_LIMIT = phrases(
    r"^\W*over \d+ hours\b",
    r"\bnot (?:saying|suggesting|claiming)\b|\bnor that\b|\bhas (?:already )?taken\b|"
    r"\bhave (?:already )?spent\b",
    r"(?:\bnot|n't) (?:be )?(?:exceed|over|likely to exceed)",
    r"\b(?:be|is|was|are|falls?|fall|answered|provided|comes?) within the (?:appropriate|cost|"
    r"fees?|time)",
    r"\bbring\b.{0,80}\b(?:within|under|below)\b|\b(?:narrow|refin|"
    r"reduc)\w*\b.{0,80}\b(?:request|scope)\b",
    r"\bmay (?:also )?exceed\b|\bgraduated\b|\b(?:more|longer) than (?:20|40) working days\b",
)
_NOT_RELIED_ON = (
    r"\bnot (?:\w+ )?(?:rel(?:y|ied|ying)|cit(?:e|ed|ing)|claimed|sought)\b|\bwithdrawn\b"
)
_NOT_VEXATIOUS = phrases(
    _NOT_RELIED_ON,
    r"\bnot (?:be |been )?(?:considered |deemed )?(?:to be )?vexatious\b|\b(?:not|n't|never|nor) "
    r"(?:to )?(?:say|suggest|treat|consider|regard|call|claim|imply|find|think|believ|accus)\w*\b"
    r"[^.;:]{0,50}\bvexatious\b|\bvexatious (?:or|"
    r"and) repeated requests? (?:guidance|policy)\b|\bwhether\b.{0,60}\bvexatious\b",
)
_EXPLAINS = (
    r"(?:reason(?:s|ing)?|explanations?|explained|arguments?|factors|considerations|guidance|"
    r"notice|details of (?:the|our|your)|"
    r"procedure|leaflet|your rights|public interest(?: test)?|prejudice test|harm|exemptions?|"
    r"appeals?|contact(?:ing)?|advice|terms|licence|full text|legislation)"
)
_NOT_GIVEN = phrases(
    r"\b(?:enclosed|attached) (?:[\w-]+ ){0,2}form\b|"
    r"\bbefore (?:the|it|this|that|these|they|your|any)\b[^.;,]{0,40}\bcan be\b|"
    r"\b(?:send|sending|give|giving|releas\w+|disclos\w+) (?:it|this|them|these) to the (?:right|"
    r"correct|wrong)\b",
    r"\b(?:response|reply|answer)s? (?:provided|given|set out) (?:below|above)\b|"
    r"^\W*you may find (?:that )?\b",
    r"\b(?:response|reply|answer|decision) of [^.;:]{3,60}? (?:is|are) (?:as follows|(?:set out |"
    r"given )?below)\W*$|\bno (?:\w+ )?information (?:that |which )?(?:we|I) (?:can|could|(?:are|"
    r"am) able to) (?:\w+ )?(?:provide|give|supply|release)\b",
    r"\b(?:attached|appended|linked) to (?:the|each|every|a|that) (?:\w+ ){0,3}(?:file|record|log|"
    r"incident|entry)s?\b|\bpersonal (?:data|details|information) (?:provided|supplied|given)\b",
    r"\b(?:additional|further|more) (?:information|details?) (?:about|on) (?:the )?(?:sections?|"
    r"act|exempt\w+|regulations?|how)\b|\b(?:given|provided|supplied|sent)\b[^.;]{0,40}\bin "
    r"confidence\b",
    r"\bbefore (?:we|I) can\b|"
    r"^\W*(?:its|the|your) (?:full |exact |own )?(?:wording|words|terms) (?:is|are)\b|"
    r"\bthat would (?:\w+ )?answer\b|\bnot routinely\b|"
    r"\byou were (?:also )?(?:given|sent|provided|supplied)\b|"
    rf"\b(?:given|sent|provided|supplied) to you (?:(?:back )?in (?:the (?:proceedings|course)|"
    rf"(?:early |late )?(?:{MONTH_WORD}\b|20\d\d))|on (?:the )?\d|last |at the (?:time|hearing|"
    rf"trial)|during |earlier|previously|already|by (?:another|the court))|"
    r"\bthat (?:it|they|he|she) (?:was|were) given\b",
    r"\bmy (?:\w+ )?(?:request|e-?mail|letter)\b",
    r"\bno (?:\w+ ){1,3}(?:was|were|has been|have been) (?:given|sent|issued|provided)\b|"
    r"\bnothing (?:is|was|has been|will be|can be) (?:being )?(?:sent|given|provided|enclosed|"
    r"attached|disclosed|released)\b",
    r"\bhas led to\b|\bin future\b|\bremains the property\b",
    r"\b(?:response|reply|answer)s? to (?:your|this|the|it|them) ?[^.;:]{0,40}\b(?:is|"
    r"are) (?:as follows|set out "
    r"below|below)\W*$",
    r"\bno means of\b|\bto which it relates\b|\bidentifying whether\b|\blegal annex\b|"
    r"\bsections? of the act\b|"
    r"\bgiven to (?:us|the \w+) by\b|\bbreach of confid",
    r"\b(?:earlier|previous) requests? (?:from|by|made)\b|\banother (?:applicant|requester|"
    r"request)\b|"
    r"\bset out in (?:article|section|schedule|regulation|part|the (?:act|regulations|code|"
    r"legislation|"
    r"gdpr))\b",
    r"\bthis (?:answer|response|reply|letter|decision) is (?:given|provided|sent|made)\b",
    r"\binformation (?:that |which )?(?:we|I) (?:are|am) able to (?:provide|give|supply)\b.{0,60}"
    r"\b(?:given|set out|provided|listed) below\b",
    r"\bestimat\w+ (?:is|was|are)\b|\b(?:calculation|workings?) (?:is|are|was|were)\b",
    r"\b(?:wording|text|extracts?) (?:of|from) (?:so much of )?the (?:act|legislation|regulations|"
    r"sections?|exemptions?)\b|\badditional information\b.{0,80}\bguidance\b",
    r"\bprovided (?:you with )?(?:a|our) (?:full |further )?(?:answer|response|reply) to\b",
    r"\bwhen (?:it|they|information|data) (?:is|are) (?:disclosed|released|provided)\b",
    r"\b(?:given|released|supplied|provided) to (?:other|another|previous)\b|\bdisclosure ?log\b|"
    r"\bI note\b|\b(?:are|were|is|was) attached to (?!this|the (?:e-?mail|letter|reply|"
    r"response)|our)|"
    r"\bcopied your request\b|\bfor (?:more|further) (?:about|information|details|on)\b|"
    r"\b(?:is|are) "
    r"given to (?!you\b)|\bour (?:response|reply) is below\b",
    r"\bno longer (?:held|available|provid|publish)\w*|\b(?:provided|given) by law\b|"
    r"\b(?:supplied|provided) by\b|\bthat would "
    r"answer\b|\bnot answer\b",
    r"\bno (?:recorded |relevant |such )?(?:information|data|documents?|records?) (?:has been|have "
    r"been|is|are|was|can be) (?:provided|supplied|given|disclosed|released)\b|\bsooner\b",
    r"\b(?:consideration|thought|weight|regard|opportunity|acknowledge\w*|reminder|assurance)\b",
    rf"\b(?:set out|outlined?|explain(?:ed)?|describe[sd]?)\b.{{0,70}}\b(?:how|why|{_EXPLAINS})\b",
    rf"\b{_EXPLAINS}\b.{{0,60}}\b(?:attached|enclosed|below|above|annex|here|overleaf|follow\w*|"
    rf"set out|outlined|provided|given)\b|\b(?:attached|enclosed|below|above|"
    rf"(?:annex|appendix)\b.{{0,12}}|"
    rf"following|overleaf|set out|outline|provide|give)\b.{{0,30}}\b{_EXPLAINS}\b",
    r"^(?:a copy of |the (?:text|wording|details|full text) of |details of )?your (?:[\w-]+ ){0,4}"
    r"(?:requests?|e-?mails?|letters?|questions?)\b(?!'s)",
    r"\b(?:opens|applies|is|goes) (?:out )?to (?:the (?:public|world)|the whole|anyone|everyone)\b|"
    r"\b(?:act|foia?|eirs?) (?:opens|gives|is about)\b|\bfor anyone\b|\bpublic at large\b",
    r"\b(?:would|should|could|might|must|may|whether|how) (?:\w+ ){0,3}(?:provide|disclose|"
    r"release|supply|enclose|send|give)\b|\bto (?:release|disclose|provide|publish|supply|give) "
    r"(?:it|this|them|these|the)\b.{0,60}\b(?:would|could|will|might|may)\b|\bto find\b",
    r"\b(?:disclosed|released|provided|given|supplied) (?:under|goes|through|by) (?:the |this |"
    r"foi|an )",
    r"^\W*(?:I|we) (?:do )?(?:hope|trust)\b|\bnot yet\b|\b(?:hop(?:e|ing)|expect|plan|propose|"
    r"intend) to (?:be able to )?\w+\b|\bwill be "
    r"(?:more than )?(?:able|in a position|happy|pleased|glad) to\b|\bit may not be\b|"
    r"\bwas requested\b|^\W*general (?:information|guidance|advice)\b",
    r"\baim(?:s|ed)? to provide\b|\btry to (?:provide|give)\b|\bneed not\b",
    RULES[Sign.ENCLOSES].pattern,
    r"\bcomplain|\bappeal|\breview\b|\byour rights\b|\bexempt|\bwithheld\b|\bnot (?:\w+ )?able\b|"
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
BESIDES = phrases(
    r"\b(?:is|are|was|were) not (?:\w+ )?(?:within|part of|covered by) (?:the scope|what|"
    r"your request)\b|\bnot (?:what you |within what )(?:have |had )?asked\b|"
    r"\boutside (?:of )?(?:the scope|what you)|\byou may (?:also )?be interested\b|"
    r"\byou may (?:also )?find it (?:useful|"
    r"helpful)\b|\byou (?:may|might) (?:also )?find\b[^.;]{0,60}\b(?:useful|helpful|"
    r"of interest)\b|\boutside (?:of )?our obligations\b|\bto assist you\b|\bto be helpful\b|"
    r"\badvice and assistance\b|\bsection 16\b|\bduty to (?:provide )?advi[sc]e\b|"
    r"\badvise and assist\b|\b(?:attached|enclosed) again\b|\bfor (?:your )?convenience\b|"
    r"\bby way of (?:advice|assistance)\b|\bdiscretionary basis\b",
)
"""What is given beyond what was asked, or outside the law, answers nothing."""
UNDONE: dict[Sign, re.Pattern[str]] = {
    Sign.NCND: phrases(
        r"\bnot (?:found|thought|think|consider)\w*\b.{0,30}\b(?:needful|necessary|needed)\b|"
        r"\byet\b|\bat this (?:stage|point)\b|not (?:easily|readily|always|reliably|"
        r"accurately)\b|"
        r"\bduties\b|\bwhether (?:or not )?(?:we|it|they|the \w+) (?:do|does),? or,? (?:we |it )?"
        r"(?:do|does) not\b",
    ),
    Sign.NOT_HELD: phrases(
        _ABOUT_FORM.pattern,
        r"^\W*(?:in|for|of) (?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten)\b"
        r"[^.;]{0,60}\bnot (?:recorded|known|stated)\b|"
        r"\byour (?:message|request|e-?mail|letter) (?:did|does) not\b|"
        r"\bno documents (?:for|with|attached to|in) this (?:release|request|response|page)\b|"
        r"\b\d+ had none\b|\bno changes? (?:to|in)\b|"
        r"\bno (?:\w+ )?(?:source|cause|suspect|culprit|offender|fault|defect|leak|breach|"
        r"wrongdoing|trace|sign)s? (?:of [\w ]{2,40} )?(?:had|has|have|was|were|is|are)\b|"
        r"\b(?:contractor|supplier|landlord|operator)s? (?:does|do|did) not (?:record|note)\b",
        r"\bidentify (?:the |what |any )?(?:\w+ )?(?:information |records? |data )?(?:that |"
        r"which )?you (?:are (?:seeking|asking|requesting|looking)|seek|want|require|request|"
        r"mean|need)\b[^.;]{0,60}\b(?:descri\w+|wording|worded|"
        r"from (?:your|the) (?:request|e-?mail))",
        r"\b(?:will|would|may|might|could) not (?:have been|be) (?:found|identified|captured|"
        r"located)\b",
        r"\bno (?:\w+ )?(?:hearings?|meetings?|elections?|events?|trials?|inquests?|interviews?|"
        r"courses?|exercises?) (?:had|has|have|was|were|is|are)\b",
        r"\bnot (?:\w+ )?own (?!any (?:information|data|records?)\b)",
        r"\bwhere (?:nothing|no information|none|it) is (?:not )?held\b|"
        r"\b(?:taken|regarded|seen|read|inferred|construed|interpreted) as\b|"
        r"\bexists? or (?:does|do) not exist\b",
    ),
    Sign.COST: _WITHIN_LIMIT,
    Sign.VEXATIOUS: _NOT_VEXATIOUS,
    Sign.REPEATED: phrases(_NOT_RELIED_ON, r"\b(?:could|would|might) be\b|\bof this kind\b"),
    Sign.GIVEN: _NOT_GIVEN,
    Sign.ANSWERS: phrases(RULES[Sign.ENCLOSES].pattern, r"\byou (?:have )?re-?worded\b"),
    Sign.SOME: phrases(
        r"^\W*personal (?:details|data|information) (?:is|are) (?:always )?removed\b|"
        r"\b(?:by|through|from) other (?:means|sources)\b|\bwhat (?:is|was) (?:kept|left out)\b",
        r"^\W*(?:the|your|this) requests? (?:above |below |shown )?(?:has|have|was|were) (?:been )?"
        r"(?:edited|redacted|shortened)\b|\bduplicates (?:are|were|have been|being) (?:taken|left) "
        r"out\b",
        r"\b(?:for|to|in respect of|regarding|answers?) (?:the )?(?:first|second|third|last|other|"
        r"remaining) (?:\w+ )?(?:parts?|questions?|points?)\b|\bas part of (?:this|your|the) "
        r"request\b",
        r"[<\[][^>\]\n]{0,40}\b(?:removed|redacted)\b[^>\]\n]{0,20}[>\]]|\bmay be able\b|"
        r"\b(?:provided|supplied|given|sent)\b[^.;]{0,40}\bin confidence\b|"
        r"\bmay apply\b|\b(?:expect|hope|plan|intend|aim) to\b",
        r"\bnote that\b.{0,80}\bleft out\b|"
        r"^\W*(?:people|officers|staff|those|cases|persons|patients|pupils|anyone)\b[^.;]{0,60}"
        r"\bleft out\b|\bdisclosure log\b|^\W*(?:nobody|no one)\b|\bwould be considered\b|"
        r"^\W*even (?:with|"
        r"if)\b|\bnothing (?:was|is)\b|"
        r"\bsome of the language\b|"
        r"\b(?:could|would|might) identify you\b|\bpublish(?:ed|es)?\b[^.;]{0,80}\bremoved\b|"
        r"\bmay appear\b|\bin part (?:of an?|because)\b|\bwhether\b|\bconsideration was given\b|"
        r"\bbefore publish\w*|\bwill be removed\b",
        r"\b(?:each|every|all) parts? of (?:the|your)\b|\bwill be published\b|\byour (?:personal )?"
        r"(?:details|name)\b",
        r"\bleft out of(?: account\b|$)|\bnothing has been\b|\bcould be sent\b",
        r"\bthe whole of (?:it|them|the|your)\b|\b(?:sent|gave|given) us\b|\b(?:much|most|"
        r"some|part) of the (?:concern|interest|debate|"
        r"arguments?|costs?|time|work|public)\b",
        r"\bnot (?:been )?redacted\b|\bno redactions?\b|\bwithout (?:any )?redactions?\b|"
        r"\bunredacted\b|\bsooner\b",
    ),
    Sign.ALL: phrases(
        rf"\b(?:answered|disclosed|provided|released|supplied) in full (?:in|on|last|at) (?:the )?"
        rf"(?:{MONTH_WORD}\b|\d|year|time)",
        r"\boriginal\b|\brefer back\b|"
        r"^\W*this (?:answers|completes|concludes|deals with) (?:your|the) request\b",
        r"\b(?:requests|of (?:which|them|these|those)|previous(?:ly)?|earlier|already|past)\b"
        r".{0,60}\b(?:was|were|had been|have been) (?:answered|disclosed|released|provided|"
        r"complied|dealt|supplied)\b",
        r"\bnot\b|\bunable\b|\bcannot\b|\bexempt\b|\bpay\w* in full\b",
    ),
    Sign.REFUSED: phrases(
        r"\bimprac\w+ to (?:comply|answer|reply|respond)\b|\bdecide to refuse\b|"
        r"\bnot practicabl[ey] (?:to )?(?:comply|answer|reply|respond)\b|"
        r"\bnot (?:\w+ )?(?:for|with) (?:the purposes? of )?(?:answering|replying|responding)\b",
        r"\byour (?:message|request|e-?mail|letter) (?:did|does) not\b|"
        r"\bcomply with (?:a|the|your|this) request until\b",
        r"\b(?:that|this|the|those|these|any|external|other|linked) (?:web ?)?sites?\b[^.;]{0,60}\b"
        r"(?:links?|pages?|contents?)\b|\b(?:answer|responsible|responsibility) for the (?:content|"
        r"accuracy|reliability)\b",
        r"\bsubject to (?:it|this|them|the \w+|your \w+) not being\b",
        r"\bnot (?:\w+ ){0,3}charged?\b|\bcomply\b[^.;]{0,60}\buntil\b|"
        r"\backnowledgements?\b|\bin full (?:at|by) this (?:stage|point|time)\b|"
        r"\bnot been possible to (?:answer|respond|reply)\b[^.;]{0,60}\b(?:stage|yet|time)\b",
        r"\bdate of (?:the|this|that|our) refusal notice\b|\bimpracticable\b|"
        r"\b(?:come to|reach|make|making|reaching) (?:a|the|any) decision "
        r"(?:on |as to )?(?:whether )?to refuse\b",
        r"^\W*(?:refused|rejected|withdrawn|withheld)\W{1,3}\d[\d,]*\W*$",
        r"\b(?:does|do|did) not charge\b|"
        r"\b(?:child(?:ren)?|adults?|officers?|suspects?|persons?|applicants?|complainants?|"
        r"witness(?:es)?|victims?|individuals?|detainees?|partners?|court|CPS|parents?|"
        r"contractor|supplier|company|tenant|owner|third part(?:y|ies)|councillors?|"
        r"staff|patients?|"
        r"drivers?|members?|they) (?:has |have |had )?(?:declin\w+|refus\w+)\b",
        r"\b(?:no|nothing)\b(?: \w+){0,3} (?:has been|have been|is|are|was|were) (?:being "
        r")?(?:applied|"
        r"withheld|engaged|refused|exempt|redacted|removed|relied)\b",
        r"\b(?:sooner|in full yet|respond yet|answer yet)\b",
        r"\b(?:do not|don't) want to (?:send|give|provide)\b|"
        r"\bgive (?:you )?an? (?:\w+ )?(?:date|answer|reply|response)\b",
    ),
    Sign.HOLDS: phrases(r"\bnot\b|\bneither\b|\bno\b"),
}
OF_INFORMATION = phrases(
    r"\b(?:we|I|our|us|you|your|it|this|that|these|they|sections?|s\.? ?\d+|ss|reg\w*|"
    r"r\.? ?\d+|exemptions?|"
    r"exceptions?|information|requests?|questions?|q\d*|parts?|points?|items?|disclos\w+|releas\w+|"
    r"documents?|records?|data|names?|details?|reports?|cop(?:y|ies)|minutes|e-?mails?|figures?|"
    r"notice|material|act|foia?|foisa|eirs?|breakdown|values?|prices?|remainder|rest|file|files|"
    r"correspondence|addresses|signatures|in full|outcome|decision)\b|"
    r"^\W*(?:\w{1,3}\W+)?(?:refused|withheld|"
    r"exempt)\b"
)
"""What a refusal is of: not the words of other refusals, of payments and of entry."""
OF_HOLDING = phrases(
    r"\b(?:confirm\w*|den(?:y|ies|ied|ial|ying)|hold|holds|held|exists?|information|NCND|"
    r"one way or|"
    r"either way|whether or not|exempt\w*|section|s\.? ?\d+|such)\b"
)
"""What is neither confirmed nor denied: that information is held."""
