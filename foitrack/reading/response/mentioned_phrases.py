"""The words by which a letter names a provision that it does not rely on."""

from __future__ import annotations

from foitrack.reading.patterns import phrases

NOT_RELIED_ON = phrases(
    r"\bcannot be (?:counted|taken into account)\b[^.;]{0,60}\b(?:section|under)\b|"
    r"\binitially (?:engaged|considered|relied|applied|thought|cited|refused)\b|"
    r"\b(?:have|has|is|are) (?:been )?disregarded\b",
    r"\b(?:do|did|have|has|are|am) not (?:(?:now|seek|seeking|sought|intend|wish) (?:to )?)?"
    r"(?:rely|relying|relied|applied)\b",
    r"\b(?:we|I) (?:do|did) not (?:seek to |wish to )?apply\b",
    r"\b(?:do|does|did) not (?:consider|find|think|believe|accept) that [^.;]{0,60}"
    r"\b(?:appl(?:y|ies|ied)|(?:is|was|are|were) engaged)\b",
    r"\bmake no (?:finding|decision) (?:on|about|as to)\b",
    r"\bwould (?:ordinarily|normally|usually|otherwise)\b[^.;]{0,80}\bbut\b",
    r"\b(?:wrongly|incorrectly) (?:applied|relied|cited|used|withheld|refused)\b",
    r"\bsome requests\b",
    r"\b(?:not|n't) (?:say|saying|suggest|suggesting|claim|claiming|argue|arguing) that\b",
)
"""It is named to say that it is not relied on."""
RECITES = phrases(
    r"\byou said (?:that )?(?:you|your|it|this)\b|"
    r"\b(?:removes|excludes|lifts) (?:that|the|this) duty\b[^.;]{0,60}\bif\b|"
    r"\b(?:we|I) told you\b[^.;]{0,80}\bwould\b|\bconsidered\b.{0,200}\b(?:does not|do not|"
    r"did not) "
    r"(?:fit|apply|arise)\b",
    # Thought of, and not relied on.
    r"\b(?:thought (?:to|about|of)|did consider|considered|considering|consideration|looked at)\b"
    r".{0,200}\b(?:neither|not|nobody|no one|none|cannot) (?:\w+ ){0,2}(?:engaged|apply|applies|"
    r"applied|identif\w+|be (?:identified|picked)|needed|necessary|justified)\b",
    r"\bat first (?:been )?(?:consider|mind|thought|intend|believ)\w*|\b(?:could|would|might) "
    r"probably\b|\b(?:need not be|(?:do|does|did) not need to) (?:rel(?:y|ied)|invoked?|cited?|"
    r"appl(?:y|ied)|claimed)\b|\bunlike (?:section|regulation|s\.)",
    r"\b(?:was|were|been) not considered\b|\bno need\b.{0,60}\bmention\b|\bset it aside\b",
    r"\bconsider(?:ed)? whether\b.{0,200}\bnot\b|\b(?:did )?think about whether\b|"
    r"\bhave not used (?:that|it|this)\b",
    r"\b(?:thought about|considered) whether (?:it would be|to|it could|the|this|"
    r"we (?:might|could|should))\b|"
    r"\bwould be considered\b|\bnot consider\b[^.;]{0,40}\bvexatious\b|"
    r"\bnot thought about whether\b",
    r"^(?!.*\b(?:duty|obligation|confirm)\b).*\bdoes not (?:now )?arise\b|"
    r"\bnever (?:been )?relied\b|\bnothing to do with you\b",
    r"\b(?:probable|likely|possible) that\b.{0,60}\bwould\b|\bmay be found to apply\b|"
    r"\bwould (?:then )?be looked at\b|\bcan be (?:put together|aggregated|added together)\b",
    # In the asker's words.
    r"(?:^\W*|[(;]\d?\)? ?)(?:and |also )?you (?:also )?(?:mention(?:ed)?|refer(?:red)? to|"
    r"cited?|suspect|believe|feel|contend|say|"
    r"said|argue|suggest|ask|maintain|complain|"
    r"quer(?:y|ied)|claim|challenge|have (?:before now|previously) (?:answered|told|refused))\b",
    r"^\W*(?:anticipating|if refused|please (?:do not|don't) (?:cite|rely|use))\b",
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|several|most|"
    r"\d+) (?:was|"
    r"were|have been|had been) (?:answered|refused)\b",
    r"\bwhich relies on a claim\b",
    r"\bnot (?:yet )?been considered\b|\bturns? out to be exempt\b|"
    r"\bno (?:\w+ )?limit in\b[^.;]{0,60}\bsuch as\b",
    # What the Act has, told of in general.
    r"\b(?:rights?|these|they|it|duty|access) (?:is|are)\b[^.;]{0,60}\bsubject to (?:a number of |"
    r"certain |various |several |some |the )?exemptions\b",
    r"\bsome of (?:these|them|the exemptions)\b[^.;]{0,80}\b(?:absolute|qualified)\b|"
    r"\bdoes not exempt (?:the|a) public authority from\b",
    r"^\W*(?:if|should|where) any (?:of it|of this|information|part)\b[^.;(]{0,60}\bnot (?:be )?"
    r"(?:released|disclosed|given|provided|sent)\b",
    r"\bhow (?:often|many times|frequently)\b|\b(?:to|we) count\b|\bnumber of times\b",
    r"\b(?:should|would) (?:need|have) to (?:be |manually )?(?:read|checked|check|reviewed|"
    r"review|opened|"
    r"open|examined?)\b[^.]{0,120}\b(?:section|exemption)",
    r"\bexemptions? (?:used|applied) (?:in|by) (?:our|other|past|previous)\b",
)
"""It is told of, weighed, or in the asker's words."""
