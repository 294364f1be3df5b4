"""Word classes that the phrases of answers are made of."""

from __future__ import annotations

INFO = (
    r"(?:information|data|records?|documents?|documentation|figures?|details?|material|reports?|"
    r"cop(?:y|ies)|statistics|answers?|correspondence|e-?mails?|minutes|spreadsheets?)"
)
ASKED = (
    r"(?:(?:what|that which|everything|anything|all|that) (?:that )?you (?:have |had |are |were )?"
    r"(?:requested|ask(?:ed)?(?: us)?(?: for)?|seek(?:ing)?|sought|want(?:ed)?|requir(?:e|ed)|"
    r"request|after|looking for)|what (?:was|is|has been|your request) (?:requested|asked for|"
    r"located|sought|held|covers|seeks|asks for)|your (?:\w+ )?(?:request|questions?))"
)
OBJECT = rf"(?:{INFO}|{ASKED}|it|them|this|these|those|both|all|(?:the|a) links?|extracts?)"
PART = (
    r"(?:part|parts|some|most|much|a (?:small |large )?(?:portion|proportion|number|part)|several|"
    r"the (?:majority|bulk|greater part)|certain|elements?|many|(?:one|two|three|four|five|six|"
    r"\d{1,3}) of the|a (?:redacted|partial))"
)
GIVE = r"(?:provid|disclos|releas|suppl(?:y|i)|enclos|attach|send|sent|publish|shar|giv)\w{0,3}"
OUT = (
    r"(?:withheld|exempt(?:ed)?|redacted|refused|removed|left out|omitted|blacked out|excluded|"
    r"excised|taken out|obscured|not (?:being |been |be )?(?:disclosed|provided|released|"
    r"supplied|sent|given|enclosed|included|held))"
)
NOW = (
    r"(?:now |currently |actually |also |therefore |only |hereby |unfortunately |routinely |"
    r"regrettably )*"
)
NOT = r"(?:not|n't)"
