"""What is given, published or missing, but not here: at other times, by others, to others."""

from __future__ import annotations

from foitrack.reading.patterns import phrases

_OTHERS = (
    r"(?:(?:an)?other|neighbouring|rival|separate) (?:[\w-]+ ){0,2}(?:authorit(?:y|ies)|councils?|"
    r"forces?|trusts?|bod(?:y|ies)|departments?|universit(?:y|ies)|boards?|"
    r"organisations?|compan(?:y|ies)|persons?|people|requesters?|applicants?)"
)
_OFTEN = (
    r"(?:(?:each|every|once a) (?:year|quarter|month|week|spring|summer|autumn|winter|january|"
    r"february|march|april|may|june|july|august|september|october|november|december)|annually|"
    r"quarterly|monthly|weekly|fortnightly|yearly|regularly|periodically|routinely|"
    r"from time to time|(?:twice|three times) a year)"
)
_MADE_KNOWN = r"(?:publish(?:ed|es)?|released?|disclosed?|reported|issued?|updated?|produced?)"
ELSEWHERE = phrases(
    rf"\bwe (?:also )?publish\b.{{0,80}}\b{_OFTEN}\b",
    rf"\b{_MADE_KNOWN} (?:\w+ )?{_OFTEN}\b(?!.{{0,60}}\b(?:attached|below|enclosed)\b)",
    r"^\W*(?:[\w']+,? ){0,3}you (?:may|might|could) (?:also |perhaps |well )?(?:like|wish|"
    r"want|care|"
    r"be (?:interested|aware)|think|find it (?:useful|helpful))\b",
    r"\byou may have (?:read|heard|seen)\b|\byou have (?:probably|no doubt|perhaps) (?:seen|"
    r"read)\b",
    r"\bin (?:\d+(?:\.\d+)?(?:%| per cent)|most|many|all) (?:of )?(?:cases|requests)\b|"
    r"\ball requests\b|\brequests we (?:receive|get|can)\b",
    rf"\b{_OTHERS}(?:'s)?\b[^.;]{{0,60}}\b(?:{_MADE_KNOWN}|gave|given|sent|supplied|provided)\b",
    rf"\b(?:{_MADE_KNOWN}|gave|given|sent|supplied|provided)\b[^.;]{{0,60}}\bto {_OTHERS}\b",
    r"\b(?:each|every) (?:body|authority|force|council|trust|board) (?:must|has|should|will|"
    r"publishes|holds|makes)\b",
    r"\bin (?:a|our|the|an earlier|my) (?:reply|response|answer|letter) (?:of|dated|from|in|sent)"
    r" (?:\w+ ){0,3}\d",
    r"\bto which (?:we|I|the \w+) (?:gave|sent|replied|responded|answered)\b|"
    r"\b(?:request|questions?) (?:that |which )?you (?:made|sent|put|asked) (?:in|on|last|"
    r"earlier|before)\b",
    r"\b(?:we|I|the \w+) answered (?:the|your) (?:first|earlier|previous|last)\b",
    r"\b(?:was|were) (?:released|published|disclosed|sent|given|answered) (?:last|in the|earlier|"
    r"at the time)\b",
    r"\bwill (?:also |then |next )*(?:be )?(?:publish|disclos|releas)\w*\b|\bto be published\b|"
    r"\bdue (?:to be|for) (?:publi|releas)\w+",
    r"\bpublication scheme\b|\b(?:annual|quarterly) (?:report|data|returns?|statistics) (?:is|are|"
    r"gives?|shows?)\b",
)
"""Words on what is not what this letter gives; beside them nothing that it does is said."""
NOT_ASKED = phrases(
    r"\b(?:counted|included|shown|excluded|provisional|comparable)\b[^.;]{0,60}\b(?:because|as|"
    r"since|where)\b",
    r"\byou (?:did|do|have)(?: not|n't) (?:asked?|request(?:ed)?) (?:about|for)\b|"
    r"\bthat was said (?:about|of)\b|\b(?:told|informed) (?:another|other)\b|"
    r"\byou may have (?:read|heard|seen)\b|\barm's[- ]length bod(?:y|ies) (?:\w+ )?(?:spen[dt]|"
    r"hold|publish|did)\b",
)
"""Nothing of this was asked for, so that it is not held says nothing."""
PUBLISHED = phrases(
    r"\b(?:find|see|view|read|get|access) (?:it|them|this|these) (?:here|there|online)\b|"
    r"\b(?:find|see|view|read|access)\b[^.;]{0,60}\bhere\W*$",
    r"\bpublish(?:ed|es)?\b|\bpublicly available\b|\b(?:web ?sites?|web ?pages?|online|"
    r"disclosure log|publication scheme|public register|open data|GOV\.UK|library|bulletin|"
    r"annual report|www|https?)\b",
)
LINKED = phrases(
    r"\b(?:web ?sites?|web ?pages?|online|publish(?:ed|es)?|reached|accessed|links?)\b[^.;]{0,60}"
    r"\b(?:links?|web ?pages?|address(?:es)?|urls?) (?:\w+ )?(?:below|above|here|following)\W*$|"
    r"\bfollowing (?:links?|web ?pages?|address(?:es)?|urls?)\W*$"
)
"""“It is on our website and can be reached by the links below:”."""
ENCLOSED = phrases(
    r"\b(?:attach\w*|enclos\w*|below|overleaf|annex\w*|append\w*|herewith|with this|as follows|"
    r"pleased to|able to|happy to|(?:I|we) (?:can|now|have) (?:now )?(?:provide|disclose|"
    r"release|give|send|supply)\w*|you (?:asked|requested|seek|sought|want\w*)|"
    r"(?:this|the|requested) information|(?:this|these|requested) (?:data|figures|"
    r"documents?|reports?)|(?:giv|provid|send)\w* (?:you )?(?:with )?(?:the|a) links?|"
    r"your (?:request|questions?)|requested)\b"
)
ASKER = phrases(
    r"\bI know (?:that )?(?:in \w+ )?(?:you|they|universities|councils|forces|authorities|"
    r"the police|trusts|"
    r"departments)\b|\bI want (?:no|you|to know|the|all|a|every)\b|^\W*you will answer\b|"
    r"\byou people\b|\bmy (?:previous|earlier|last|first|original) requests?\b|"
    r"\bI (?:would remind you|say that|put it to you|look forward to (?:your|hearing))\b"
)
"""The words of someone who asks, wherever a letter repeats them."""
