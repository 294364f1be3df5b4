"""Words beside a number which show that it is not a provision of ours."""

from __future__ import annotations

import re

from foitrack.later import later

THING = later(
    r"(?:\s?\([^()\n]{2,60}\))?\s{1,2}(?:(?:type|style|related|approved|possession|planning|police|criminal)\s)?"
    r"(?:notices?|agreements?|orders?|grants?|enquir(?:y|ies)|inquir(?:y|ies)|assessments?|consents?"
    r"|dispersals?|stops?|stop[\s-]and[\s-]search\w*|search(?:es)?|powers?|hearings?|licen[cs]es?|officers?"
    r"|offences?|arrests?|warrants?|evictions?|possessions?|funding|money|monies|contributions?|obligations?"
    r"|detentions?|dismissals?|discharges?|patients?|doctors?|leave|assaults?|woundings?|gbh|abh|permit|accommodation"
    r"|placements?|visas?|interviews?|remands?|referrals?|bail|certificates?|meetings?|directions?"
    r"|resolutions?|payments?|consultations?|applications?|schools?|roads?|highways?|workers?|teams?|reports?"
    r"|recommendations?|interventions?|support|pages?|sites?|drawdowns?|settlements?|bids?|charges?)\b"
    r"(?!\s(?:an?|the|us|public|authorities)\b)",
    re.IGNORECASE,
)
REFUSAL_THING = later(
    r"\s{1,2}(?:reports?|charges?|pages?)\b",
    re.IGNORECASE,
)
DONE_UNDER = later(
    r"\b(?:offen[cs]es?|contrary|arrest\w*|detain\w*|charged|convict\w*|stopped|searched|sectioned"
    r"|prosecut\w+|powers?|licen[cs]ed|served|evict\w+|granted|sentenced|bailed|fined|dispersed"
    r"|constituted|appointed|authoris\w+|stop(?:s|ped)?\s+and\s+search\w*|summoned)"
    r"\s+(?:\w+\s+){0,2}?(?:under|by|of|to|in|within|with|pursuant\s+to|using)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
FILLED_IN = later(
    r"\b(?:complet\w+|fill(?:ed|ing)?(?:\s+in|\s+out)?|skip|go\s+to|turn\s+to|scroll(?:\s+\w+)?\s+to"
    r"|tick|sign(?:ed)?|answer(?:ed)?|read|chapter|schedule|clause|handbook|manual|contract"
    r"|constitution|standing\s+orders?|questionnaire|form|policy|volume|appendix|our|your|my|this"
    r"|its|lot|plot|(?:application|claim)\s+form|rule|rules|byelaws?|local\s+plan|tender"
    r"|financial|building|planning|conduct|specification|prospectus|brochure|syllabus|module)"
    r"(?:\s?\d{1,3}[a-z]?)?[\s,:]{1,2}(?:(?:at|in|to|see|the|of)\s+){0,2}$",
    re.IGNORECASE,
)
PRODUCT = later(
    r"\b(?:galaxy|samsung|volvo|mercedes|audi|jaguar|nokia|phones?|cars?|vehicles?|bus|buses|routes?|room"
    r"|rooms|bay|block|unit|tyres?|sizes?|grade|model|models|platform|gate|flight|ward|junction|coach"
    r"|form|type|class|code|road|band|bands|size|key\s?stage|iphone|tablet|ultra|refrigerants?)\b",
    re.IGNORECASE,
)
PRODUCT_AFTER = later(
    r"\s?(?:ultra|plus|fe|phones?|smartphones?|handsets?|saloon|estate|bus|buses|tyres?)\b|\+(?!\w)",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:https?:|www\.|@|\w\.\w{2,4}/)[^\s<>()]*$", re.IGNORECASE)
IN_THIS_DOCUMENT = later(
    r"\b(?:described|set\s+out|shown|explained|outlined|detailed|listed|see|refer\s+to|follow)"
    r"(?:\s+(?:in|at|under|by))?\s+$",
    re.IGNORECASE,
)
ABOVE_OR_BELOW = re.compile(r"\s(?:above|below|overleaf|hereof|thereof)\b", re.IGNORECASE)
POSTCODE = re.compile(r"\s?\d[A-Z]{2}\b")
BEFORE_A_BARE_NUMBER = later(
    r"\b(?:paragraphs?|paras?|clauses?|articles?|arts?|rules?|pages?|pp?|schedules?|questions?|qs?|items?|tables?"
    r"|figures?|fig|annex\w*|appendi\w+|chapters?|parts?|steps?|orders?|polic\w+|conditions?|principles?|notes?"
    r"|footnotes?|refs?|references?|no|nos|numbers?|options?|version|volume|vol|issue|box|row|column|line|levels?"
    r"|bands?|criteri\w+|objectives?|recommendations?|points?|standards?|grounds?\s+\d|protocols?|rates?|cpr|form)"
    r"[.:]?\s?[(\[]?$",
    re.IGNORECASE,
)
LIMB = later(
    r"\b(?:limbs?|heads?|sub[-\s]?sections?|provisions?)\s(?:\w+\s){0,3}?(?:is|are|being|at|in|under)\s$"
    r"|\b(?:limbs?|heads?)\b[^.;\n]{0,30}\s$",
    re.IGNORECASE,
)
APPLIES = re.compile(r"\s(?:also\s|therefore\s)?(?:appl(?:y|ies|ied)|is engaged)\b")
FIGURES = re.compile(r"\d{3,}|[£%$€]")
_COMMON_WORDS = (
    "within with from that which further provision respects conduct public effective united kingdom"
    " court other functions future notice"
)
COMMON = frozenset(_COMMON_WORDS.split())
_PLAIN_WORDS = (
    "section sections regulation regulations reg exemption exemptions and the by virtue of read"
    " with ss subsection ii iii iv aa ab ac ad to or in either both neither"
)
PLAIN = frozenset(_PLAIN_WORDS.split())
SET_OUT_AT = later(
    r"\b(?:is|are|appears?|found|set\s+out|shown|listed|described|recorded|explained|contained)\s+(?:at|in)\s+$",
    re.IGNORECASE,
)
