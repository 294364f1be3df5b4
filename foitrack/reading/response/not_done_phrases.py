"""Sentences that do nothing with a request: of rights and the law, of what may be and what was."""

from __future__ import annotations

from foitrack.reading.dates import MONTH_WORD
from foitrack.reading.patterns import phrases

NOT_DONE = phrases(
    r"\b(?:may|might|could) (?:well )?(?:engage|trigger|exceed|attract|take (?:us|it) over|"
    r"go (?:over|above|beyond|past))\b|\bwhere (?:only )?(?:a |any |some )?parts? of (?:a|any) "
    r"request\b|"
    r"\bmay not be (?:disclosed|released|provided)\b[^.;]{0,60}\b(?:for (?:instance|example)|if)\b|"
    r"\bit may (?:well )?be that\b|\bin the unlikely event\b|"
    r"\bsection 17\b[^.;]{0,60}\brequires\b[^.;]{0,60}\bwhen refusing\b|"
    r"\bcomply with (?:a|the|your|this) request until\b|"
    r"\brequest and (?:our |the )?(?:response|reply|answer) (?:relating|about|on|regarding)\b|"
    r"\blikely to attract\b|\bwould (?:then |also )?(?:likely|probably) (?:be exempt|"
    r"attract|engage)\b|"
    r"\bmight go over\b",
    r"\bif (?:any )?(?:information|data|material) (?:is|are)\b|"
    r"\bmeans (?:that )?it cannot be given\b",
    r"\bat first (?:been )?(?:consider|mind|thought|intend|believ)\w*|\bminded to\b",
    r"\b(?:it|the act|foia?|foisa|the law|section \d+\w?) (?:does|do) not (?:require|extend|give|"
    r"cover)\b",
    r"^\W*there (?:may|might|could) be (?:\w+ )?(?:cases|times|occasions|instances|"
    r"circumstances)\b",
    r"^\W*should (?:you|there|we|any|it|an?|the)\b",
    # What a site that publishes requests says of each.
    r"^the request was (?:partially )?(?:successful|refused)\b|^[A-Z][\w ,&'-]+ did not have the "
    r"information requested\.?$",
    r"\bif (?:you|we|the|a|an|it|any|this|that|all|I|your)\b",
    r"\bsubject to the information\b|\bunless\b|\bshould you\b|\bin the event\b|\bwhere (?:a|an|"
    r"the|any) (?:public authority|authority|request|exemption)\b",
    r"\b(?:may|might|could|would) (?:also |not )?be (?:exempt|withheld|refused|redacted)\b|"
    r"\bcan be (?:refused|withheld|exempt)\b",
    r"\b(?:two|following) duties\b|\bpublic authorit(?:y|ies) (?:can|may|must|which|that|is|are|"
    r"to|have|has|holds?)\b|\ba public authority\b|\ban authority (?:which|that|may|can|need|is|"
    r"must|has|does)\b",
    r"\bright to (?:ask|request|complain|appeal|refuse)\b|(?<!following an )(?<!following the )"
    r"(?<!following my )(?<!following our )(?<!\bat )(?<!\bon )(?<!result of the "
    r")(?<!result of an )"
    r"\binternal review\b|\b(?:to|may|can|you|wish to) complain\b|\bcomplain (?:to|about)\b|"
    r"\b(?:a|your|any|our|the|formal) complaints?\b(?! (?:about|files?|data|records?|register|log|"
    r"database|by (?:\w+ ){0,2}(?:year|month|ward|type|categor\w+|directorate|area|rank)|received|"
    r"recorded|made|against))|\bcomplaints? (?:procedure|process|policy|should|must|can|may|"
    r"team|officer)\b|"
    r"\b(?:right of|to|your|an|the) appeal\b|\bdissatisfied\b|\bnot satisfied\b|\bunhappy\b",
    r"\b(?:act|legislation|regulations|section \d+\S*) (?:provides|states|says|gives|allows|"
    r"requires|places|contains|sets out|enables|permits|lists|defines)\b",
    r"\b(?:act|legislation) also (?:lists|provides|contains)\b",
    r"^\W*you (?:have )?(?:asked|requested|sought|wanted)\b(?!.{0,200}[,;] (?:but |and |"
    r"which )?(?:we|I|"
    r"it|this|that|they|these)\b)|\basked us to (?:withhold|refuse)\b|\bneed more time\b|"
    r"\bconsidered whether\b|\blooked (?:again|afresh) at\b|\bnothing in the act\b|"
    r"\bdoes not oblige "
    r"(?:an? |public )?(?:authorit|us to create)|\bthe exemption covers\b|\b(?:refus\w+|rejected) "
    r"(?:\d+|some|many|several) (?:\w+ ){0,4}requests?\b|\b(?:\d+|zero|"
    r"no) (?:\w+ )?requests? (?:were|was|"
    r"have been) (?:refused|exempt|rejected)\b|"
    r"\bin [A-Z]\w+ (?:v\.? [A-Z]\w+,? )?the (?:upper |first"
    r"-tier )?tribunal\b|\bare told (?:not )?to\b",
    r"\b(?:extend|extension)\b.{0,160}\brefus\w+\b",
    r"\bexempt if\b|\b(?:address|contact details|details) (?:for|of) the information "
    r"commissioner\b",
    r"\bliabilit(?:y|ies)\b|\bviruse?s?\b|\bdisclaimer\b",
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|several|most|"
    r"\d+) (?:was|"
    r"were|have been|had been) (?:answered|refused|complied with)\b",
    r"\b(?:contents? of|information (?:contained )?(?:in|within)) this (?:e-?mail|message)\b|"
    r"\bintended (?:solely |only )?(?:for the )?(?:named |addressee|recipient|individual)|"
    r"\bnotify (?:us|the sender)\b",
    r"\bcopyright\b|\bre-?use\b|\bopen government licence\b",
    # What the requester said, and the subject of a mail.
    r"^\W*(?:and |also |in (?:it|that|your [\w-]+),? )?you (?:also |then |now |further |do not )*"
    r"(?:say|said|state|dispute|argue|quer(?:y|ied)|believe|consider|contend|suggest|"
    r"challenge|feel|point|complain|claim|accept|wrote|note[sd]?|observe)\w*\b",
    r"^\W*(?:subject|re|title)\s?:|^\W*thank you for your (?:request|e-?mail|letter|enquiry)\b"
    r"(?!.*[,;] (?:I|we|please|however))",
    r"(?<!response to your )(?<!answer to your )(?<!reply to your )"
    r"\b(?:request|question|letter|e-?mail)s? (?:\w+ )?(?:was|were|is|reads?|says?) (?:as follows|"
    r"that)\b|^\W*(?:your )?question \d{1,2} ?:.*\?$|\brefer to your (?:letter|e-?mail|request)\b",
    # What others decide, and what words mean.
    r"\bonly (?:if|where|when)\b|\b(?:some|many) requests (?:are|were)\b|\bin that case\b|"
    r"\bdecision notices?\b|^\W*(?:an applicant|a requester|another (?:authority|force|council)|"
    r"each (?:authority|force|council))\b|\bintended to (?:deal|protect|prevent|cover|allow)\b|"
    r"'refusal notice'|\bmeans that\b|\b(?:the )?(?:response|term|phrase)s? may be used\b|"
    r"\bthat may be (?:vexatious|exempt)\b|\b(?:answered|replied) 'not held'",
    r"\b(?:may|might|could) (?:withhold|refuse|be (?:claimed|relied|used|sent))\b|\b(?:not|n't)"
    r"(?: yet| been)* (?:yet )?(?:decided|made|reached|concluded)\b.{0,40}\b(?:whether|yet|"
    r"decision)"
    r"\b|\bno decision\b|\bwill follow\b|\bwherever possible\b|"
    r"\bas much (?:information )?as (?:can|we|it|is|you|possible)\b",
    r"\b(?:must|have to|need to) (?:decide|consider|ask|be satisfied)\b|\bmust be withheld only\b|"
    r"\binvolved in (?:the|that|our)\b|\byour (?:name|identity|details|address)\b|"
    r"\bclarif(?:y|ies) "
    r"why\b|\b(?:satisfaction|feedback) (?:survey|form|questionnaire)\b",
    r"\bpresumption in favour of disclosure\b|\bapplies where\b|\btell you why\b|"
    r"\bstill deciding\b|"
    r"^\W*the (?:information )?commissioner (?:found|decided|ruled|agreed|has said|"
    r"said)\b(?!.*\b(?:we|I) "
    r"(?:now|therefore|have)\b)|^\W*in (?:19|20)\d\d,? the [\w ]{3,30} (?:refused|declined|"
    r"withheld)\b|"
    r"\b(?:press|newspaper|media)\b[^.;]{0,50}\b(?:said|reported|says|stated)\b",
    r"^\W*(?:section|regulation) \d+\w?(?: ?\(\w{1,4}\))*(?: of (?:the )?\w+)? deals with\b",
    r"^\W*section \d+\w? (?:covers|protects|concerns|relates|deals|is (?:about|intended))\b|"
    r"^\W*(?:(?:public interest )?(?:factors?|considerations?|arguments?|reasons?) )?(?:favouring|"
    r"supporting|in favour of|for|against) (?:the )?(?:non-?)?(?:disclos|releas|withhold|confirm|"
    r"maintain|neither)\w*\b[^.;]{0,30}[:-] |"
    r"^\W*factors? (?:favouring|for|against|in favour)\b|\binformation (?:is exempt under "
    r"section \d+ only|covers only)\b|\bcovers only\b",
    # Where the request is printed, which is not its answer.
    r"\b(?:your|the) request\b[^.;]{0,30}\b(?:set out|reproduced|repeated|copied|quoted|"
    r"replicated|listed|outlined|contained|shown) (?:in full )?(?:below|above|at|in|"
    r"overleaf|here)\b|"
    r"\byour request\b[^.;]{0,160}\bwhich (?:is|was) (?:set out|reproduced|repeated|copied|quoted|"
    r"listed|outlined|shown)\b|\bset out (?:each of )?your (?:request|questions?)\b|"
    r"\byour (?:request|questions?),? (?:and|(?:together )?with|followed by) (?:our|the|my) "
    r"(?:response|reply|answer)s?\b|"
    r"\b(?:the|this) act (?:does )?(?:however |also |though )?(?:allows?|permits?|enables?|lets)\b|"
    r"\brequest (?:\w+ ){0,3}as follows\b|\bwhether you mean\b|"
    r"^\W*(?:please )?(?:could|can|would) you (?:please )?(?:confirm|clarify|let us know|tell us|"
    r"specify)\b|"
    r"\blist of (?:recent |our |all )?(?:freedom of information|foi|information)\b[^.;]{0,12}"
    r"\brequests\b|"
    r"^\W*the (?:need|safety|importance) (?:to|of|for)\b|"
    r"\bduty\W{1,4}see below\b|"
    r"\bthis may include\b|\bmay not be able\b|"
    r"\byou said (?:that )?(?:you|your|it|this)\b|"
    r"\bcannot (?:guarantee|be (?:held )?responsible)\b|\bno control over\b|"
    r"\bnot (?:be )?responsible for the (?:content|accuracy|reliability)\b|"
    # A form that names every answer which may be given.
    r"\bin respect of (?:those|any|all) requests\b|"
    r"\bprovided in response to an? (?:\w+ ){0,2}request\b|"
    r"\bfuture requests?\b|\b(?:some|certain) requests (?:may|might|can)\b|"
    r"\bsimilar requests? (?:may|will)\b",
)
MAY_BE = phrases(
    r"\bmay not be (?:disclosed|released|provided)\b[^.;]{0,60}\b(?:for (?:instance|example)|if)\b|"
    r"\bit may (?:well )?be that\b|"
    r"\bsection 17\b[^.;]{0,60}\brequires\b[^.;]{0,60}\bwhen refusing\b",
    r"^\W*should (?:an?|any|the)\b.{0,200}\b(?:we|I|you) (?:will|shall|would)\b|"
    r"\b(?:may|might|could) (?:well )?(?:go|take (?:it|us)|be) (?:over|above|beyond|past)\b|"
    r"\b(?:may|might|could) (?:hold|have|contain|carry|include|involve) (?:an? )?exempt\w+",
    r"\b(?:may|might|could|likely to) attract\b|\bwould (?:likely|probably) be exempt\b",
    r"\b(?:may|might|could) (?:also |not |well |then )?(?:be (?:exempt|withheld|refused|applied|"
    r"engaged|subject|covered|held back|redacted)|apply|become)\b",
    r"\bcan be (?:refused|withheld|exempt)\b",
    r"\bif\b.{0,160}\b(?:we|I|it|you|they|this) (?:will|would|may|can|shall)\b|\bunless\b",
    r"\bwhere (?:a|an|any) (?:public authority|request|exemption)\b|\bfuture requests?\b",
)
HISTORY = phrases(
    r"\b(?:we|I) (?:sent|gave|supplied|answered|provided) (?:it|you|them|this|the)\b[^.;]{0,60}"
    r"\bon (?:the )?\d{1,2}",
    r"\bin which (?:we|I|the \w+) (?:explained|said|told|stated|replied)\b|\b(?:we|I) (?:said|told|"
    r"wrote|replied)(?: to)? (?:another|an earlier|a previous|a different)\b",
    r"\byour (?:previous|earlier|last|first) request\b[^.;]{0,40}\b(?:was|were) (?:refused|"
    r"answered|"
    r"withheld)\b",
    rf"^\W*(?:and |but )?on (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH_WORD}\b[^;:]{{0,12}}"
    r"\b(?:we|you|I|the \w+|it)\b",
    r"\b(?:our|the|its) (?:first|earlier|previous|original|initial) (?:response|reply|"
    r"answer|letter|"
    r"decision),? (?:dated|of|withheld|refused|said|stated|enclosed|relied|cited|applied)\b|"
    r"\bour (?:reply|response|letter|e-?mail|answer)s? (?:of|dated) (?:the )?\d|"
    r"\b(?:we|I) (?:had )?previously (?:told|informed|advised|wrote|said|refused)\b|"
    r"\bapologies for "
    r"(?!the delay).{0,60}\b(?:telling|saying|stating|refusing|withholding)\b|"
    r"\brequest was refused on "
    r"\d|\bwe wrote to you\b|\bwhen you (?:first|last)\b|\bin our (?:first|earlier|previous)\b",
    r"\blast (?:year|month) the\b",
)
"""A sentence of what was done before, unless it says that it stands."""
STANDS = phrases(
    r"\b(?:uph(?:o|e)ld|maintain(?:ed|s)?|stands?|confirm(?:s|ed)?|remains?|continue[sd]?|still|now|"
    r"therefore|repeat(?:ed)?|same)\b"
)
RECITED = phrases(
    r"\b(?:section|s\.?|regulation)\b ?\d.{0,200}\b(?:not (?:be )?(?:obliged|required)|need not|"
    r"(?:does|do) not (?:have to|oblige)|(?:may|can) refuse|entitled to refuse|comply)\b"
)
"""The law of a refusal, recited: what follows may say that it is so here."""
RIGHTS = phrases(
    r"\W*(?:legal annex|explanation of (?:the )?(?:foia?|eirs?|act|law|exemptions?)|(?:fair "
    r"processing|privacy|data protection) (?:statement|notice))\W*$",
    r"\W*(?:(?:your|the|our|complaint|appeal|review|and|of|to|internal|or) ){0,4}(?:rights?(?: of "
    r"(?:complaint|appeal|review))?|complaints?|complain|appeals?|(?:internal )?reviews?|"
    r"procedures?)"
    r"(?: (?:rights?|procedures?|process))?\W*$",
)
"""The heading of what a requester may do next."""
SO_HERE = phrases(
    r"^\W*so,? (?:we|I|the \w+)\b.{0,40}\b(?:unable|not able|cannot|refus\w+|declin\w+|will not|"
    r"not be (?:responding|answering|replying))\b",
    r"^(?:\W*(?:we|I|it|the \w+)\b.{0,40}|\W*)\b(?:therefore|accordingly|consequently|for this "
    r"reason|on this basis|as such)\b.{0,60}\b(?:unable|not able|cannot|refus\w+|declin\w+|not "
    r"(?:obliged|required|comply\w*|proceed\w*)|will not)\b",
    r"\b(?:one|it|that|interval|period|time) (?:has|had) not(?: yet)? (?:passed|gone by|elapsed)\b|"
    r"\bin (?:our|my) view (?:one|it|that) has not\b|\bnot (?:\w+ )?(?:a )?reasonable interval\b|"
    r"\bnot (?:going to |be )?answer(?:ing)? (?:it|this|the request) (?:a second time|again|"
    r"twice)\b|"
    r"\bthat is (?:so|the case) (?:here|in this case)\b|\bthis is the case (?:here|with)\b",
)
ARGUES = phrases(
    r"^\W*against (?:that|this|it)\b|^\W*(?:that|this) interest\b|\binterest is (?:\w+ )?met by\b",
    r"^\W*(?:for|against|in favour(?: of [\w ]{3,40})?|"
    r"factors? (?:for|against|favouring)[\w ]{0,40})\s?[:–-]",
    r"^\W*there is (?:an? |some |no )?(?:\w+ ){0,3}interest in\b",
    r"\bit is (?:only |also )?(?:reasonable|right|fair|in the public interest) (?:that|for)\b",
)
"""What weighs for or against an answer is no answer, whatever it says is shown to the public."""
STILL_GIVES = phrases(r"\b(?:therefore|accordingly|so|have decided|enclosed?|attached|below)\b")
OF_IT_ALL = phrases(
    r"\bnot (?:therefore |now )?(?:obliged|required|bound) to (?:comply with|answer|respond to|"
    r"deal with) (?:your|this|the) (?:\w+ )?request\b|"
    r"^\W*your request is (?:therefore |accordingly |hereby )?refused\b|"
    r"^\W*(?:we|I) (?:are|am) (?:therefore|accordingly) refusing (?:your|this|the) request\b"
    r"(?! (?:under|by|in reliance)\b)",
)
"""“For these reasons we are not obliged to comply with your request”, however far below the law."""
HERE_TOO = phrases(
    r"\band (?:we|I) (?:therefore )?(?:have to|must|am obliged to|are obliged to) (?:refuse|"
    r"withhold|"
    r"decline)\b",
    r",? and (?:we|I|the \w+) (?:do|does|am doing|are doing|is doing) so (?:here|now|in this "
    r"case|with|"
    r"because|on)\b",
)
"""“… allows an authority to refuse …, and we do so here”."""
"""“We are therefore unable to comply with it”, below the law that says when one need not."""
