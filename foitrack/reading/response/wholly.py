"""How sure a sentence is: whether it refuses the whole request, or hands something over."""

from __future__ import annotations

from foitrack.reading.patterns import phrases

_PART_OF_IT = (
    r"(?! (?:in|at|under|for|by|to) (?:your )?(?:q\d?|questions?|parts?|points?|items?|paragraphs?|"
    r"headings?|\(|\d))"
)
_IT = (
    r"(?:the|all(?: of)? the|any of the) (?:requested )?(?:information|data|documents?|material)"
    r"(?: (?:that |which )?you (?:have |had )?(?:requested|asked for|seek|sought|are seeking|want)|"
    r" requested| sought| asked for)"
)
WHOLLY = phrases(
    rf"\b(?:withhold(?:ing)?|refus(?:e|ed|ing) (?:to (?:provide|release|disclose|supply) )?|"
    rf"not (?:\w+ ){{0,4}}(?:provide|release|disclose|supply|give)|(?:unable to|cannot|"
    rf"declin\w+ to) "
    rf"(?:provide|release|disclose|supply|give)) ?(?:you )?(?:with )?{_IT}\b{_PART_OF_IT}",
    rf"\b{_IT}\b{_PART_OF_IT}[^.;]{{0,40}}\b(?:is|are|has been|must be) (?:being |"
    rf"therefore )?(?:exempt|"
    r"withheld|refused)\b",
    r"\byour request (?:is|has been|must be|is being) (?:therefore |hereby )?(?:refused|declined|"
    r"turned down)\b",
    r"\b(?:refus(?:e|ing)|declin(?:e|ing)|turn(?:ing)? down|not (?:\w+ )?comply(?:ing)? with) your "
    rf"request\b{_PART_OF_IT}",
    r"\bnone of (?:the|this|your|them|these|it)\b[^.;]{0,60}\b(?:released|disclosed|"
    r"provided|supplied|"
    r"given)\b",
    r"\ball (?:of )?(?:the |this )?(?:requested )?(?:information|material|"
    r"documents?)\b[^.;]{0,60}\b(?:is|"
    r"are) (?:being )?(?:withheld|exempt)\b",
    r"\b(?:withh\w+|refus\w+|exempt) (?:[\w']+ ){0,4}in (?:full|(?:its|their) entirety)\b",
    r"\bthe whole of (?:it|your request|the request|this request) (?:is|must be|falls)\b|"
    r"\bnot (?:be )?(?:process|answer|consider|respond)\w* (?:to )?any (?:part )?of (?:it|"
    r"this|your|"
    r"the)\b",
    r"\bwithholding (?:this|the) information as it is exempt under the following\b",
)
"""The whole request is refused, in so many words."""
FULLY = phrases(
    r"^\W*(?:(?:outcome|decision|result|status|response)\W{1,4})?(?:full(?:y)? (?:disclosure|"
    r"disclosed|released?|provided|answered)|(?:all )?(?:information )?(?:disclosed|released|"
    r"provided|supplied|answered) in full|all information (?:provided|disclosed|supplied|sent|"
    r"released)|granted in full)\W*$",
)
"""The answer's own heading or label says that all is given."""
NOTHING_HELD = phrases(
    r"\b(?:does|do) (?:therefore )?not hold (?:any of )?the (?:requested )?information(?: (?:that |"
    r"which )?you (?:have |had )?(?:requested|asked for|seek|sought|want)| requested)?,? (?:for|in|"
    r"on|to) (?:any|all|none) of\b",
    r"\b(?:therefore|accordingly|consequently|so),? (?:[\w']+ ){0,6}(?:does|"
    r"do) not hold (?:any of )?"
    r"the (?:requested )?information(?: (?:that |which )?you (?:have |had )?(?:requested|asked for|"
    r"seek|sought|want)| requested| sought)?\W*$",
    r"\b(?:does|do) (?:therefore |"
    r"accordingly )not hold (?:any of )?the (?:requested )?information(?: "
    r"(?:that |which )?you (?:have |had )?(?:requested|asked for|seek|sought|want)| requested| "
    r"sought)\b",
    r"\b(?:does|do) not hold any of the (?:requested )?information\b",
)
"""Nothing of the request is held, in so many words."""
NO_PAPER = phrases(
    r"\b(?:no|not have an?|not have any|no such) (?:[\w-]+ ){0,4}(?:policy|protocol|procedure|"
    r"guidance)\b|"
    r"\bthere (?:is|was|are|were) no such (?:plans?|strateg(?:y|ies)|schemes?|contracts?|"
    r"agreements?|panels?|teams?|posts?|targets?)\b|"
    r"\b(?:policy|protocol|procedure) (?:document )?(?:that |which )?(?:is|does) not\b",
)
"""What is not there is a paper that would say what is done."""
HANDED = phrases(
    r"\b(?:attach|enclos|disclos|releas|suppl(?:y|ie)|send|sent|provid)\w*",
    r"\b(?:appendix|annex|schedule|tables?|spreadsheet|set out|as follows|below|"
    r"download\w*|answers?)\b",
)
"""Something changes hands: more than a word on where something like it may be read."""
