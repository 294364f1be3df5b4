"""The words by which authorities say that they give only a part."""

from __future__ import annotations

import re

from foitrack.reading.patterns import phrases
from foitrack.reading.response.phrase_words import GIVE, INFO, OBJECT, OUT, PART
from foitrack.reading.response.sign import Sign

IN_PART: dict[Sign, re.Pattern[str]] = {
    Sign.SOME: phrases(
        r"^\W*some (?:of (?:the|your|this) )?(?:requested )?information (?:is |was |has been )?"
        r"(?:provided|released|disclosed|supplied|withheld)\b|"
        r"\bfurther breakdown (?:is|has been) (?:exempt|withheld)\b|"
        r"\bsuppressed\b[^.;]{0,30}\bfewer than\b|"
        r"\b(?:enclosed|attached)\b[^.;]{0,60}\b(?:has|have) had\b[^.;]{0,60}\b(?:removed|"
        r"taken out|"
        r"redacted)\b|\bgranted in part\b|\bbanded so that\b",
        r"\b(?:version|copy|copies) with\b[^.;]{0,60}\b(?:removed|taken out|redacted|blanked)\b|"
        r"\b(?:we|I) have (?:therefore |also )?(?:redacted|anonymised|blanked)\b|"
        r"\bshown (?:it |them |these )?as \W?<\s?\d|, less (?:two|three|four|some|a few|"
        r"\d+) (?:pages?|"
        r"lines?|paragraphs?)\b",
        r"\bpart(?:ial)? disclosure\b|\bsuppression of (?:small|low)\b|\b(?:figures?|"
        r"numbers|values|counts?)\b[^.;]{0,40}\bsuppressed\b[^.;]{0,80}\b(?:anonym|individual|identi|"
        r"person|section)|\bout[- ]of[- ]scope\b[^.;]{0,40}\bremoved\b|"
        r"\b(?:edited|"
        r"amended) to (?:take out|remove|exclude)\b|\bpartially redacted\b|\b(?:names?|details|"
        r"passages?|paragraphs?|parts?)\b[^.;]{0,20}\b(?:blacked|blanked|taken|struck) out\b",
        r"\b(?:in )?redacted form\b|\bsubject to (?:\w+ )?redactions?\b|\bedited (?:to remove|"
        r"version|cop(?:y|ies))\b|\bblack boxes\b|\breplaced (?:with|by) (?:an? )?(?:asterisks?|"
        r"\*|symbol|<)|\b(?:figures?|numbers|values|counts?|cells?)\b[^.;]{0,40}\b(?:suppressed|"
        r"masked|rounded)\b[^.;]{0,60}\b(?:section|s\.? ?40|identif|personal)",
        r"^\W*(?:\w{1,3}\W{1,4})?(?:redacted|redactions?)\W{0,3}(?:$|s\b|s\.?\d|section|under|made|"
        r"appl)|^\W*(?:\w{1,3}\W{1,4})?(?:part(?:ly|ially)? (?:withheld|exempt|"
        r"disclosed|released))\b|\b(?:in|only) part\b[^.;]{0,40}\b(?:attached|released|disclosed|"
        r"provided)\b|\b(?:releas|disclos|provid|suppl)\w+\b[^.;]{0,60}\b(?:only )?in part\b|"
        r"\bnot all (?:of )?(?:the|your|this|what)\b[^.;]{0,60}\b(?:disclosed|provided|"
        r"released|held|"
        r"supplied|given)\b|\ba (?:small|limited) (?:amount|number|portion) of\b[^.;]{0,60}\b(?:"
        r"withheld|redacted|exempt|removed)\b",
        r"\b(?:names?|signatures?|personal (?:data|details|information)|contact details|telephone "
        r"numbers?|paragraphs?|passages?|details|lines|material)\b[^.;]{0,50}\b(?:redacted|removed|"
        r"blanked out|taken out|obscured)\b",
        rf"\b{GIVE}\b.{{0,30}}\b{PART} (?:of )?(?:the |your |this |that |it\b|{OBJECT})",
        rf"\b{PART} (?:of )?(?:the |your |this |that |it\b|{OBJECT}|pages?|lines?|"
        rf"names?).{{0,80}}"
        rf"\b(?:is|are|was|were|has|have|be|been|being)\b.{{0,40}}\b(?:{OUT}|attached|enclosed|"
        rf"in (?:the )?annex|below|provided|disclosed|released)\b",
        rf"\b{PART} (?:of )?(?:it|this|that|the|your|{OBJECT})\b.{{0,60}}\b(?:we|I) (?:do not|"
        rf"cannot|can not|are unable|am unable|hold no|will not|are withholding|have withheld|have "
        rf"(?:not|redacted|removed))\b",
        rf"\b(?:to|applie[sd] to|apply to|engaged for|in respect of|for|from|withh\w+|redact\w+|"
        rf"remov\w+) {PART} (?:of )?(?:it|this|that|the|your|what)\b.{{0,90}}\b(?:exempt\w*|"
        rf"exception|section|regulation|withh\w+|we have applied|redact\w+)",
        rf"\b(?:exempt\w*|exception|section|regulation|withh\w+)\b.{{0,120}}\b(?:applie[sd]|apply)"
        rf"\b.{{0,10}}\bto {PART} (?:of )?(?:it|this|that|the|your|what)\b",
        r"\b(?:names?|personal (?:data|details|information)|contact details|telephone numbers?|"
        r"signatures?|addresses)\b[^().]{0,60}\b(?:has|have|is|are|was|were) (?:been |being )?"
        r"(?:redacted|removed|left out|omitted|blacked out|taken out|obscured)\b",
        r"\b(?:one|two|three|four|five|six|\d+|few|these|some) (?:\w+ )?(?:lines?|paragraphs?|"
        r"sentences?|pages?|entries|columns?|words?|names?|items?)\b[^().]{0,60}\b(?:has|have|is|"
        r"are|"
        r"was|were) (?:been |being )?(?:withheld|redacted|removed|left out|omitted|excluded)\b",
        r"\b(?:for|to|of) the (?:parts?|pages?|remainder|rest|other \w+) (?:that (?:is|are) )?not "
        r"(?:released|disclosed|provided)\b",
        r"\b(?:not|cannot|unable|un-?able)\b.{0,40}\b(?:provide|disclose|release|supply|send)\b"
        r".{0,20}\b(?:all|everything|the whole|the rest|every)\b",
        r"\bturn(?:ed|ing)? (?:that|this|one) part\b.{0,20}\bdown\b",
        rf"\b(?:this|that|the (?:first|second|third|last|latter|other)|one) (?:part|element|"
        rf"aspect)\b.{{0,60}}"
        rf"\b(?:is|was|has been) (?:being )?(?:therefore )?{OUT}",
        r"\b(?:this|that|one) part of (?:your|the) request\b.{0,60}\b(?:refus|exempt|withh|"
        r"cannot|unable)|\b(?:refus\w+|exempt\w*|withh\w+|cannot|unable|refusal notice)\b.{0,60}"
        r"\b(?:this|that|one) part of (?:your|the) request\b",
        r"\b(?:part(?:ly|ially)?|partial) (?:success\w*|met|granted|disclosed|released|provided|"
        r"complied)\b",
        r"\b(?:less|except(?:ing)?(?: for)?|apart from|save(?: for)?|other than|minus|without) "
        r"(?:what|that which|those|the|any|some)\b.{0,40}\b(?:is|are) (?:exempt|withheld)\b",
        r"\b(?:the )?(?:rest|remainder|others?|other \w+)\b.{0,60}\b(?:is|are|has been|have been) "
        r"(?:being )?(?:withheld|exempt|refused|redacted|not held)\b",
        r"\b(?:disclos\w+|releas\w+|provid\w+|suppl\w+) (?:you with |to you )?(?:some|part|"
        r"a limited|certain|most|only part|a redacted|partial)\b",
        rf"\b(?:some|part|parts|certain|most) (?:of the |of your |"
        rf"of this )?(?:requested )?{INFO}\b.{{0,110}}\b(?:withheld|exempt|redacted|refused|"
        rf"not (?:be )?(?:disclosed|provided|released))\b",
        r"\bpartial(?:ly)? (?:disclos\w+|releas\w+|exempt\w*|withh\w+|refus\w+|refusal|grant\w*)\b",
        r"\bdisclos\w+ (?:the )?(?:information )?in part\b|\bin part (?:refus|exempt|withh)",
        rf"\b(?:any|all|the) (?:further|other|remaining|additional|rest of the|"
        rf"remainder of the) {INFO}\b.{{0,110}}\b(?:is|are|be|been) (?:withheld|exempt|refused|"
        rf"being withheld)\b",
        r"\bremain(?:ing|der)\b.{0,80}\b(?:withheld|exempt|refused)\b",
        rf"\b(?:declin\w+|refus\w+|unable) (?:to )?(?:provid\w+|disclos\w+|suppl\w+|"
        rf"releas\w+) any (?:further|other) {INFO}",
        rf"\b(?:parts?|elements?|aspects?|sections?) of (?:this|your|the) (?:request|"
        rf"{INFO})\b.{{0,90}}\b(?:exempt|withheld|refused)\b",
        r"\b(?:has|have|been|is|are|were|was) (?:also |therefore |been )*(?:redacted|blacked out|"
        r"edited out|blanked out|obscured|pixelated)\b|"
        r"\bleft out\b[^.;]{0,80}\b(?:sections?|s\.? ?\d|regulations?|exempt\w*|personal|"
        r"identif\w+|confidential\w*)\b|"
        r"\bredactions? (?:has|have|made|under|applied)\b|\bwith (?:some )?redactions?\b|"
        r"\bredacted (?:version|cop(?:y|ies))\b",
        r"\b(?:gesture of goodwill|outside (?:of )?(?:the|our obligations under the) act|"
        r"in order to (?:be helpful|assist))\b.{0,90}\b(?:suppl|provid|disclos|releas)",
        r"\bsome of the information is (?:attached|enclosed|provided)\b",
        r"\bwith the exception of\b.{0,120}\b(?:exempt|withheld|section)\b",
    ),
}
