"""The words by which letters of each kind say what they are."""

from __future__ import annotations

from foitrack.reading.dates import MONTH_WORD
from foitrack.reading.patterns import phrases

_ANSWER = r"(?:respon[ds]\w*|repl(?:y|ies|ied)|answer\w*)"
_TIME = (
    r"(?:time|deadline|period|limit|date|extension|working days|days|weeks|longer|response|"
    r"timescale|clock)"
)
_SOON = (
    rf"(?:20|twenty|statutory|working days?|as soon as|shortly|promptly|in due course|"
    rf"no later than|within|at the latest|by the end of|before (?:the )?(?:end|\d)|by (?:the "
    rf")?\d|by (?:or on|{MONTH_WORD})|"
    rf"when (?:we|it)|deadline|timescale)"
)

FEES = phrases(
    r"\bfees? notice\b(?! will)|\b(?:fee|charge|disbursements?|cost) of £\s?\d.{0,140}\b(?:payable|"
    r"required|due|before|must be paid|pay|receive|in advance)\b",
    r"\b(?:fee|charge|disbursements?)\b.{0,60}\b(?:is|are|will be|of|comes? to|amounts? to) "
    r"£\s?\d.{0,"
    r"160}\b(?:pay\w*|before|in advance|on receipt)\b",
    r"\bupon (?:receipt of )?payment\b[^.]{0,80}\b(?:process|provide|send|release)",
    r"\b(?:once|when|until|after) (?:the |your |we (?:have )?|you (?:have )?)+(?:fee|pa(?:y|id)\w*|"
    r"receiv\w+ (?:the |your )?(?:fee|pay\w*|money))\b[^.]{0,80}\b(?:process|provide|send|"
    r"release|begin|"
    r"start|proceed|work)",
)
FEE_DUE = phrases(
    r"\bplease (?:pay|send|make (?:a |the )?payment of|remit)\b[^.]{0,30}£\s?\d",
    r"\b(?:fee|charge) (?:that is )?(?:payable|due|to be paid|required) (?:is|of) (?:therefore )?£"
    r"\s?\d",
    r"\b£\s?\d[\d,.]* (?:is|must be|should be|has to be) (?:payable|paid)\b",
)
"""A fee to be paid before anything is given, whatever is shown of how it was reckoned."""
PAID = phrases(
    r"\b(?:thank you for|received|receipt of) (?:your |the )?(?:payment|fee|cheque)\b",
    r"\byou (?:have )?paid\b",
)
EXTENDS = phrases(
    rf"\b(?:extend(?:ing|s)?|extension (?:of|to|in)|extended (?:by|to|"
    rf"until))\b[^.]{{0,100}}\b{_TIME}\b",
    rf"\b{_TIME}\b[^.]{{0,60}}\b(?:(?:is|be|been|being|has|need|must) (?:now )?(?:be )?extend\w*|"
    rf"extension)\b",
    r"\b(?:need|needs|require|requires|take|taking|want|have to take|allows? us|lets? us(?: take)?|"
    r"permits? us|seek(?:ing)?) (?:for |to take |to have |a |an |some |a little |a further |our )*"
    r"(?:more|further|additional|extra|longer) (?:time|period|working days|\d+ working days|days|"
    r"weeks|to (?:consider|complete|weigh|decide|respond|reply|answer|assess|reach))",
    r"\b(?:beyond|past|over) (?:the )?(?:usual |normal |statutory |initial )*(?:20|twenty|"
    r"twentieth|"
    r"20th)(?: \(20\))?(?:[ -]working)?[ -]day",
    r"\bnew (?:deadline|due date|target date|response date|date for)\b",
    r"\bregulation 7\b",
    r"\b(?:further|additional|extra|another) (?:\d+|ten|twenty) working days\b",
)
MISSED = phrases(
    r"\b(?:not|unable|cannot)\b[^.]{0,40}\b(?:respond|reply|answer|response)\b[^.]{0,40}\bwithin "
    r"(?:the )?(?:usual |normal |statutory )*(?:20|twenty)\b",
)
"""More time is taken, or the time was missed: what else is said tells which."""
NOT_YET_WEIGHED = phrases(
    r"\bnot (?:yet )?(?:come to|reached|made|taken|formed|been able to (?:come to|reach|make))"
    r"(?: a| any| our)? (?:final )?(?:decision|conclusion|view|judgment|determination)\b[^.]{0,60}"
    r"\b(?:balance|public interest)\b",
    r"\bno (?:final )?(?:decision|conclusion|view|judgment|determination) (?:has|have) (?:yet |"
    r"so far )?been (?:made|reached|come to|taken|formed)\b[^.]{0,60}\b(?:balance|public "
    r"interest)\b",
)
OF_COMPLEXITY = phrases(r"\bregulation 7\b|\bcomplexity\b|\bvolume\b|\b(?:40|forty) working days\b")
PUBLIC_INTEREST = phrases(r"\bpublic interest\b|\bsection 10 ?\(3\)|\bs\.? ?10 ?\(3\)")
IF_NEEDED = phrases(r"\bsome requests\b|\bmay need (?:a|the)\b")
PAST = phrases(
    r"\b(?:told|informed|advised|wrote|notified|had|previously|earlier|already|apologi[sz]e|was|"
    r"were|"
    r"did|last|took|taken)\b"
)
"""What was said of time before is history in a letter that decides."""
TRANSFERRED = phrases(
    r"\b(?:I|we) (?:have |are )?(?:therefore |now |today |also |since |already )*(?:passed|"
    r"forwarded|sent|passing|forwarding|sending) your (?:e-?mail|letter|enquiry|request) (?:on )?"
    r"to (?!me\b|us\b|my\b|our\b|[^.]{0,60}\b(?:team|department|officer|colleagues?)\b)",
    r"\b(?:have|has|been|am|are|be|was) (?:now |formally |therefore |today )*transferr(?:ed|"
    r"ing)\b[^.]{0,80}\brequest\b|\btransferred your (?:request|enquiry)\b",
    r"\b(?:(?:request|enquiry|letter)\b[^.]{0,40}|(?-i:it|this) )\b(?:has|have|was|is) (?:now |"
    r"been |formally |therefore |being |today )*transferred\b[^.]{0,40}\bto\b",
    r"\b(?:have|am|are) (?:now |formally |therefore |today )*transferr(?:ed|ing) (?:it|this|them|"
    r"part|the)\b",
    r"\byour (?:request|enquiry|e-?mail|letter) (?:has|was|is) (?:\w+ ){0,3}?(?:been |being )?"
    r"(?:\w+ )?(?:passed|"
    r"forwarded|transferred|redirected|sent on|referred) (?:on )?to (?!me\b|us\b|my\b|our\b|"
    r"[^.]{0,60}\bteam\b)",
    r"\b(?:I|we) (?:have |are )?(?:therefore |now |today |also |since |already )*(?:passed|"
    r"forwarded|forwarding|passing|"
    r"redirected|"
    r"sent on|referred)\b[^.]{0,30}\b(?:request|enquiry|it)\b[^.]{0,20}\b(?:on )?to (?!(?:our|the "
    r"(?:relevant|appropriate|service|team|department(?! (?:for|of))|officer|section))\b)",
)
_UNCLEAR = (
    r"(?:clarif\w+|clarity|specif\w+|time ?-?(?:frame|period|scale)s?|date range|"
    r"(?:more|further|additional|extra) (?:details?|information|particulars)|which (?:\w+ "
    r"){1,5}you|"
    r"what (?:\w+ ){0,4}you (?:mean|want|seek|are|need|would)|exactly what|narrow|refine|rephrase|"
    r"explain what|whether you (?:want|mean|would|are|wish|need)|what is meant)"
)
CLARIFICATION = phrases(
    r"\b(?:request|it|this|terms|wording|phrase|question)s? (?:is|are|was) (?:\w+ )?too (?:general|"
    r"broad|vague|wide|unclear|imprecise)\b|\bformulated in too general\b",
    r"\b(?:could|would|can|will) you (?:please |kindly |also )*(?:tell|let (?:me|us) know|say|give "
    r"(?:me|us)|indicate|state)\b",
    r"\b(?:not|un)(?: been)? ?able to identify (?:the |what |which |any )?(?:\w+ )?(?:that |"
    r"which )?you (?:are (?:seeking|asking|requesting|looking)|seek|want|require|mean|need)\b",
    r"\b(?:tell us|say|know) more about what you\b|\bcannot identify (?:the|what|which)\b",
    r"\btreat (?:the|your|this) request as (?:withdrawn|closed|lapsed)\b",
    r"\b(?:when|once|until|unless) (?:we|I) (?:have|get|receive) your (?:answer|reply|details)\b",
    r"\b(?:section|s\.?) ?1 ?\(3\)|\bask(?:ing)? you to (?:describe|say|state|tell|explain|"
    r"specify|be more|set "
    r"out)\b|\bdescribe (?:it |them |this )?more\b|\bcannot tell (?:what|which|whether)\b",
    r"\b(?:what|which) (?:precisely|exactly)\b|\bif you (?:can|could|would|will) (?:please "
    r")?(?:tell|let|say|"
    r"give|confirm|specify|indicate|narrow|explain)\b",
    r"\b(?:require|need|seek(?:ing)?|request(?:ing)?|ask(?:ing)? (?:you )?for|would appreciate|"
    r"grateful for|must have) (?:further |some |additional |your |the following |a little |"
    r"more )*(?:clarification|clarity|clarify)\b",
    r"\b(?:please|could you|can you|grateful if you (?:could|would)|would you|ask you to|ask "
    r"that you|"
    r"you to)\s+(?:please |kindly |therefore |also |first )*clarify\b",
    r"\bclarification (?:is )?(?:required|needed|sought|requested)\b",
    r"\b(?:until|once|when) (?:we|I) (?:have )?(?:receive[d]?|heard?|got|get) (?:this|your|the|"
    r"such|"
    r"from you|that)\b[^.]{0,40}\b(?:clarif\w*|further|reply|answer|details?|information|what we "
    r"need)\b",
    rf"\b(?:please|could you|can you|would you|grateful if you|need(?: you)? to know|ask you to|"
    rf"help "
    rf"us if you|must ask|need you to|asking you to|let us know|so that we "
    rf"can)\b[^.?]{{0,80}}\b{_UNCLEAR}",
    r"\bbefore (?:we|I) can (?:proceed|process|deal|begin|start|go|answer|search|"
    r"look)\b[^.]{0,90}",
    r"\b(?:request|enquiry|it|case) (?:will|shall|may) (?:then )?(?:be )?(?:closed?|lapse|be "
    r"treated as "
    r"(?:withdrawn|closed)|considered (?:withdrawn|closed)|deemed (?:withdrawn|closed)|placed on "
    r"hold)\b",
    r"\b(?:request|clock) (?:is|has been|will be) (?:now )?(?:put |placed )?(?:on hold|paused|"
    r"stopped|"
    r"suspended)\b",
    r"\b(?:not|un)(?: entirely| quite| wholly| sufficiently| completely)? ?-?(?:clear|certain|"
    r"sure)\b"
    r"[^.]{0,60}\b(?:what|which|from|request|want|seek|mean)",
)
ACKNOWLEDGES = phrases(
    r"\b(?:acknowledge(?:ment|s)?|acknowledging) (?:of )?(?:the )?(?:receipt|your|that)\b|"
    r"\backnowledgement\b",
    r"\b(?:request|enquiry|it|this|e-?mail) (?:will (?:now )?be|shall (?:now )?be|"
    r"is (?:now |currently )?being) (?:considered|processed|dealt with|handled|looked|answered|"
    r"managed|treated|logged|passed|allocated|assigned)\b",
    r"\b(?:request|enquiry|it|this) (?:has been|is|was) (?:now )?(?:recorded|logged|registered|"
    r"allocated|assigned|passed to (?:the|our)|given (?:the|a) reference)\b",
    r"\b(?:we|I) (?:are|am) (?:now |currently )*(?:handling|dealing with|processing|considering|"
    r"looking "
    r"into|treating) (?:it|this|your|the)\b",
    r"\b(?:we|I) (?:will|shall) (?:now )?(?:consider|process|deal with|handle|look into|treat|log) "
    r"(?:it|this|your|the)\b",
    rf"\b(?:you (?:will|should|shall|(?:can|may) expect to)|(?:we|I|team|office|unit|council|"
    rf"department|service|trust|force|university|board|agency|commission|authority|ministry|"
    rf"college|school|constabulary|police|commissioner) (?:will|shall|should|aims?|tr(?:y|ies)|"
    rf"expects?|"
    rf"hopes?|intends?|endeavours?|undertakes?)|(?:a|the|our|your|any|full) (?:full |formal |"
    rf"substantive |final |written )*(?:response|reply|answer) (?:will|shall|should|is due|can be "
    rf"expected|must))\b[^.]{{0,90}}\b{_SOON}",
    rf"\b(?:may|can|should) expect (?:a|an|our|the|your) (?:\w+ )?{_ANSWER}\b[^.]{{0,90}}\b{_SOON}",
    rf"\b{_ANSWER}\b[^.]{{0,40}}\b(?:due|expected|sent to you) (?:by|on|within|before)\b",
)
RECEIVED = phrases(
    r"\byour (?:[\w-]+ ){0,5}(?:request|e-?mail|enquiry) (?:has )?(?:came|come|arrived|reached)\b",
    r"\b(?:we|I) (?:have|has) (?:now )?received your (?:[\w-]+ ){0,5}(?:request|e-?mail|enquiry)\b",
    r"\byour (?:[\w-]+ ){0,5}(?:request|e-?mail|enquiry) (?:has been|was|is) (?:safely "
    r")?received\b",
)
"""An acknowledgement where nothing else is said."""
OF_ANSWERING = phrases(
    rf"\b(?:{_ANSWER}|hear(?:d)? from|information|receipt|received?|acknowledg\w+|consider\w*|"
    rf"process\w*|"
    rf"handl\w+|deal\w*|logged|recorded|registered|allocated|assigned|passed|treat\w*|look\w*)\b"
)
HOLDING = phrases(
    r"\b(?:apolog(?:i[sz]e|ies)|sorry|regret)\b[^.]{0,80}\b(?:delay|late|still|not yet|"
    r"overdue)\b[^.]{0,120}",
    r"\b(?:was|were|is) due (?:for an answer|to (?:be answered|receive)|on|by|"
    r"last)\b[^.]{0,80}\b(?:not|"
    r"sorry|apolog)",
    r"\bbehind (?:with|on|in)\b|\bbacklog\b|\bnot (?:been )?forgotten\b",
    r"\bmissed the (?:date|deadline)\b|\b(?:response|reply|answer) is (?:drafted|nearly|almost|"
    r"with|being)\b",
    r"\b(?:have|has) (?:still )?not yet\b|\byet to (?:respond|reply|answer|complete|finish|send)\b|"
    r"\btaking longer\b|\bnot yet (?:ready|complete|finished|been able)\b",
    r"\bstill (?:being )?(?:put|wait|pull|bring|check|clear|trac|look|compil)\w*",
    r"\b(?:still|currently|continuing to) (?:being )?(?:work\w*|process\w*|consider\w*|collat\w+|"
    r"await\w*|gather\w*|search\w*|prepar\w+|finali[sz]\w+|outstanding)\b",
    r"\bnot (?:yet )?(?:been )?(?:in a position|able) to (?:respond|reply|answer|"
    r"provide|send|complete|finish) (?:a|you|to|our|the)[^.]{0,60}(?:at this (?:time|stage)|yet|"
    r"within|"
    r"today)\b",
    r"\b(?:delayed|overdue)\b[^.]{0,80}\b(?:response|reply|answer|request)\b|\b(?:response|reply|"
    r"answer|request)\b[^.]{0,60}\b(?:delayed|overdue|late)\b",
    r"\b(?:hope|aim|expect) to (?:send|provide|let you have|respond|reply|answer|be "
    r"able)\b[^.]{0,80}\b"
    r"(?:by|within|soon|shortly|next|as soon)\b",
)
ANSWER_ATTACHED = phrases(
    r"\b(?:I|we) (?:have )?(?:now )?(?:attach(?:ed)?|enclosed?) (?:is )?(?:my|our|the|a) "
    r"(?:(?!holding|interim|automatic|initial)\w+ ){0,2}(?:response|reply|answer)\b",
    r"\b(?:attached|enclosed) is (?:my|our|the) (?:(?!holding|interim|automatic|initial)\w+ ){0,2}"
    r"(?:response|reply|answer)\b",
)
"""What only covers an answer, however late it is."""
ABOUT_LAW = phrases(
    r"\b(?:occasionally|sometimes|from time to time|now and then)\b|"
    r"\bcan be extended\b|\bin some cases\b|\bunless\b.{0,60}\b(?:we|I) (?:need|require)\b|"
    r"\bif an? fees? notice\b|"
    r"\bshould (?:this|that) be\b|\bif so,? you\b|\bthere may be\b|\bif (?:that|this) is so\b|"
    r"\bif a fee\b",
    r"\bwe may (?:also )?(?:need|have|ask|contact)\b",
    r"\b(?:if we (?:need|require) (?:any|you|more|further|clarification|to (?:clarify|ask|"
    r"contact))\b|if you (?:are|require|wish|remain|would|need|feel|"
    r"were|have any|believe|do not agree)|"
    r"should you|you (?:have|may|can) (?:the right|ask|request|appeal)|right to|may (?:be "
    r")?(?:request|"
    r"extend|charge)|unless it|dissatisfied|unhappy|not satisfied|not content|complain\w*|"
    r"appeal)\b",
    r"\b(?:after|following|once) (?:the|an|your|any) (?:internal )?review\b",
)
ABOUT_REVIEWS = phrases(r"\b(?:internal )?reviews?\b|\bcomplaints?\b|\bcommissioner\b|\bappeals?\b")
FOI = phrases(
    r"freedom of information|\bfoi(?:a|sa)?(?:\b|(?=\d))|environmental information|\binformation "
    r"request\b|"
    r"\beirs?\b|request for information|internal review|information commissioner",
)
