"""The words of refusals of a whole request: not confirmed, cost, vexatious, repeated."""

from __future__ import annotations

import re

from foitrack.reading.patterns import phrases
from foitrack.reading.response.sign import Sign

OF_LAW: dict[Sign, re.Pattern[str]] = {
    Sign.NCND: phrases(
        r"\b(?:will not|cannot|unable to|not able to|not going to) (?:be drawn on|say|"
        r"reveal|state|tell you|"
        r"disclose) whether (?:or not )?(?:such|any|we (?:have|hold)|it (?:has|holds)|"
        r"there is (?:any|such))\b",
        r"\bneither (?:to )?confirm(?:s|ed|ing)? (?:n?or|and) (?:to )?den(?:y|ies|ied|ying)\b",
        r"\b(?:can|will|would|must) neither confirm\b",
        r"\b(?:unable|not able|cannot|not in a position) to (?:either )?confirm (?:n?or) deny\b",
        r"\bremoves? the (?:duty|obligation|requirement)\b.{0,60}\bconfirm",
        r"\brefus\w+ to (?:either )?confirm (?:n?or) deny\b",
        r"\bduty\b.{0,120}\bconfirm (?:or|nor|and|/) ?deny\b.{0,160}\bdoes not (?:arise|apply)\b",
        r"\b(?:exempt\w*|excluded|excused|relieve[sd]?)\b.{0,60}\b(?:duty|obligation|"
        r"requirement)\b.{0,60}\bconfirm",
        r"\bnot (?:obliged|required|under (?:a|any) (?:duty|obligation)) to (?:confirm|say|"
        r"state) (?:(?:or|nor) deny )?whether\b",
        r"\bwithout confirming (?:n?or) denying\b",
        r"\bNCND\b|\bneither[ -]confirm[ -]nor[ -]deny (?:response|refusal|position|stance)\b|"
        r"\bconfirmation (?:n?or) denial\b.{0,60}\bnot\b|"
        r"\bno confirmation (?:n?or) denial\b|\bneither (?:reveal|state|disclose|say)s? (?:n?or) "
        r"den(?:y|ies)\b",
    ),
    Sign.COST: phrases(
        r"\b(?:hence|thus|total of|"
        r"equates? to)\b[^.;]{0,20}?(?:c\. ?)?"
        r"(?<!\d)(?:19|[2-9]\d|\d{3,5})(?:\.\d+)? hours\b",
        r"^\W*outcome ?:\W*(?:cost|appropriate) limit\b|\bcost of (?:answering|complying|doing so|"
        r"compliance)\b[^.;]{0,60}\b(?:(?:greater|more|higher) than £|exceeds)|"
        r"\bcost (?:us |the [\w ]{3,40} )?"
        r"too much\b|\btake us over the limit\b|\bs\.? ?12 applied\b",
        r"\bestimat\w+\b[^.;]{0,60}\b(?:19|[2-9]\d|\d{3,4})(?:\.\d+)? (?:\w+ ){0,2}hours\b",
        r"\b(?:exceeds?|exceeding|exceeded|past|over|beyond|above|more than|greater than|"
        r"outside)\b.{0,60}\b(?:appropriate|cost|costs|fees?|statutory|prescribed|18|24|"
        r"eighteen|\d\d[- ]hour|time|legal)\b[ ()a-z/-]{0,20}\b(?:limits?|level|threshold|"
        r"ceiling|cap)\b",
        r"\bexceed\b.{0,40}\bamount (?:of time )?(?:to|for) which we are (?:legally )?required\b",
        r"\b(?:more than|over|exceed\w*|beyond|in excess of|longer than|upwards of)\b.{0,60}\b"
        r"(?:18|24|eighteen|twenty[- ]four|40)(?:\.0)? ?-?hours?\b",
        r"\b(?:not|cannot|unable|impossible|no way)\b.{0,160}\bwithin (?:the|that|this) "
        r"(?:\w+ )?(?:18|24|eighteen)[- ]hours?\b",
        r"\b(?:cost|section 12|s\.?12|time) (?:refusal|exemption)\b.{0,40}\b(?:applies|applied|"
        r"applying|as|because|engaged)\b|\b(?:citing|applying|apply|cite|claim(?:ing)?|"
        r"rely(?:ing)? "
        r"on|engag\w+)\b.{0,30}\b(?:cost refusal|costs? (?:exemption|limit)|section 12\b|s\.? "
        r"?12\b)",
        r"\b(?:exceeds?|exceeding|exceeded|in excess of|over|beyond|above|"
        r"more than)\b.{0,110}\b(?:appropriate|cost|costs|fees?|time|statutory|prescribed|upper|"
        r"hour|set|threshold|18-hour|24-hour) ?-?(?:limit|level|threshold|ceiling)s?\b",
        r"\b(?:exceeds?|exceeding|exceeded|in excess of|over|beyond|above|more than|"
        r"longer than)\b.{0,60}\b(?:18|eighteen|24|twenty[- ]four|"
        r"40)(?:\.0)? ?(?:\(\d+\) )?(?:working |staff |person )?hours\b",
        r"\b(?:exceeds?|exceeding|exceeded|in excess of|over|beyond|above|"
        r"more than)\b.{0,60}£ ?(?:450|600)\b",
        r"\b(?:refus\w+|declin\w+|exempt\w*|not obliged to comply)\b.{0,140}\b(?:section|"
        r"s\.?) ?12\b",
        r"\bsection 12(?: ?\(1\))?(?: of the (?:act|foia|"
        r"freedom of information act(?: 2000)?))?,? (?:is engaged|applies|is applied|"
        r"has been applied|therefore)",
        r"\bexempt\w*\b.{0,60}\b(?:excess(?:ive)?|grounds of) cost",
        r"\b(?:not|unable|cannot)\b.{0,160}\bwithin the (?:\w+ )?\(?(?:appropriate|cost|costs|"
        r"fees?|time)\)?[ ()a-z]{0,14}\b(?:limit|constraints?|threshold)",
        r"\b(?:exceeds?|exceeding|over|beyond)\b.{0,40}\b(?:18|24|eighteen)[- ]hours?\b",
        r"\b(?:section|s\.?) ?12\b(?: ?\(\d\))?[^.;]{0,60}\b(?:is|are|has been|been|was) (?:\w+ )?"
        r"(?:applied|engaged|relied)|\b(?:applied|applies|applying|"
        r"apply) (?:the )?(?:section|s\.?) "
        r"?12\b|\b(?:fees?|cost|costs) threshold\b|\bexcess(?:ive)? costs?\b|"
        r"\b(?:refus\w+|exempt\w*|declin\w+|turned down)\b[^.;]{0,30}\b(?:on|for|because of|due to|"
        r"by reason of) (?:the )?(?:grounds of )?(?:excess(?:ive)? )?costs?\b|\bcost (?:grounds|"
        r"refusal)\b|\bcosts? (?:is|are|would be) (?:over|above|beyond) the limit\b",
        r"\btoo costly\b|\bcost threshold\b.{0,60}\bexcess\b",
    ),
    Sign.VEXATIOUS: phrases(
        r"\b(?:section|s\.?) ?14 ?\(1\) (?:was|has been|is) (?:\w+ )?(?:applied|engaged|relied)\b",
        r"^\W*(?:\w{1,3}\W{1,4})?vexatious\b\W{0,3}(?:s\b|s\.?\d|section|\(|$)",
        r"\b(?:section|s\.?) ?14 ?(?:\(1\))?(?! ?\(2)(?: of the [\w() ]{3,60}?)?(?: \w+){0,2} "
        r"(?:applies|is "
        r"engaged|is applied|not obliged)\b|\b(?:rely|relies|relying|applied|applying|apply) "
        r"(?:on |to )?"
        r"(?:section|s\.?) ?14 ?\(1\)",
        r"\b(?:is|are|was|as|be|being|considered|deem(?:ed)?|find|found|treat(?:ed|ing)?|"
        r"refus\w+)\b.{0,90}\bvexatious\b",
        r"\bvexatious\b.{0,60}\b(?:refus|exempt|not obliged|declin)",
        r"\b(?:refus\w+|declin\w+|reject\w*)\b.{0,60}\b(?:section|s\.?) ?14 ?(?:\(1\))?(?! ?\(2)",
    ),
    Sign.REPEATED: phrases(
        r"\byou (?:have )?(?:already )?(?:made|sent|put|asked) (?:us )?(?:exactly )?the same "
        r"(?:requests?|questions?)\b",
        r"\b(?:the same as|identical to|repeats?|a repeat of|duplicates?|"
        r"repetition of) (?:a|an|the|"
        r"your|one) (?:\w+ ){0,3}request (?:that |which )?(?:you |we |of |dated |made |"
        r"from |already|"
        r"was |has )",
        r"\b(?:treat\w*|refus\w+|regard\w*) (?:\w+ ){0,4}as (?:a )?repeat(?:ed)?\b",
        r"\b(?:identical|(?:substantially |very )similar|the same)\b.{0,60}\b(?:one|request|that|"
        r"those)\b.{0,60}\b(?:already|previously|earlier|complied|answered|replied|responded|"
        r"before|dealt)\b",
        r"\b(?:exempts?|refuse[sd]?)\b.{0,60}\brepeated\b",
        r"\b(?:section|s\.?) ?14 ?\(2\)",
        r"\b(?:is|as|be|being|considered|deem(?:ed)?|refus\w+|"
        r"under|are)\b.{0,80}\brepeat(?:ed)? requests?\b",
        r"\b(?:identical|substantially similar)\b.{0,100}\b(?:previous|earlier|"
        r"recent)\b.{0,60}\brequest\b",
    ),
}
