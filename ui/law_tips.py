"""What the law says of a date or a button, in one sentence with its section, for tool tips."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from foitrack.law.terms import Regime
from ui.counting import for_later

ANSWER, ASK, REVIEW, COMMISSIONER, REFUSAL, LAW = (
    "response",
    "review-request",
    "review",
    "commissioner",
    "refusal",
    "law",
)
"""Topics; the first four are named as the periods of resources/law/regimes.toml."""
TIPS: dict[str, dict[Regime, str]] = {
    ANSWER: {
        Regime.FOIA: for_later(
            "The authority must answer promptly, and at the latest on the 20th working day after "
            "it received the request (FOIA s10(1))."
        ),
        Regime.EIR: for_later(
            "The authority must answer as soon as possible, and at the latest 20 working days "
            "after it received the request (EIR r5(2))."
        ),
        Regime.FOISA: for_later(
            "The authority must answer promptly, and at the latest on the 20th working day after "
            "it received the request (FOISA s10(1))."
        ),
        Regime.EISR: for_later(
            "The authority must answer as soon as possible, and at the latest 20 working days "
            "after it received the request (EISR r5(2))."
        ),
    },
    ASK: {
        Regime.FOIA: for_later(
            "The Act sets no day; under its code of practice an authority need not take a request "
            "for review that comes later than 40 working days after its answer (s45 Code 5)."
        ),
        Regime.EIR: for_later(
            "Ask in writing within 40 working days of the day on which, as you see it, the "
            "authority did not do what it must (EIR r11(2))."
        ),
        Regime.FOISA: for_later(
            "Ask no later than the 40th working day after the time for an answer ended, or after "
            "an answer that came later (FOISA s20(5))."
        ),
        Regime.EISR: for_later(
            "Ask in writing within 40 working days of the day on which, as you see it, the "
            "authority did not do what it must (EISR r16)."
        ),
    },
    REVIEW: {
        Regime.FOIA: for_later(
            "The Act sets no time; its code of practice expects the answer to a review within 20 "
            "working days, and within 40 where it is complex (s45 Code 5)."
        ),
        Regime.EIR: for_later(
            "The authority must answer as soon as possible, and at the latest 40 working days "
            "after it received what you put to it (EIR r11(4))."
        ),
        Regime.FOISA: for_later(
            "The authority must answer promptly, and at the latest on the 20th working day after "
            "it received the request for review (FOISA s21(1))."
        ),
        Regime.EISR: for_later(
            "The authority must answer as soon as possible, and at the latest 20 working days "
            "after it received what you put to it (EISR r16)."
        ),
    },
    COMMISSIONER: {
        Regime.FOIA: for_later(
            "The ICO need not take a complaint made after undue delay: its guidance asks for it "
            "within six weeks (FOIA s50(2)(b), ICO guidance)."
        ),
        Regime.EIR: for_later(
            "The ICO need not take a complaint made after undue delay: its guidance asks for it "
            "within six weeks (FOIA s50(2)(b) as applied by EIR r18, ICO guidance)."
        ),
        Regime.FOISA: for_later(
            "After a review you have six months to appeal to the Scottish Information Commissioner "
            "(FOISA s47(4))."
        ),
        Regime.EISR: for_later(
            "After a review you have six months to appeal to the Scottish Information Commissioner "
            "(FOISA s47(4) as applied by EISR r17)."
        ),
    },
    REFUSAL: {
        Regime.FOIA: for_later(
            "A refusal must say which exemption it rests on and, where that is not plain, why it "
            "applies (FOIA s17(1))."
        ),
        Regime.EIR: for_later(
            "A refusal must be in writing, with the exception it rests on and how the public "
            "interest was weighed (EIR r14)."
        ),
        Regime.FOISA: for_later(
            "A refusal must say which exemption it rests on and, where that is not plain, why it "
            "applies (FOISA s16(1))."
        ),
        Regime.EISR: for_later(
            "A refusal must be in writing, with the exception it rests on and how the public "
            "interest was weighed (EISR r13)."
        ),
    },
    LAW: {
        Regime.FOIA: for_later(
            "Anyone may ask a public authority whether it holds information, and have it "
            "communicated (FOIA s1(1))."
        ),
        Regime.EIR: for_later(
            "Environmental information must be made available on request (EIR r5(1)); the Act "
            "leaves it to these Regulations (FOIA s39)."
        ),
        Regime.FOISA: for_later(
            "Anyone who asks a Scottish public authority for information it holds is entitled to "
            "be given it (FOISA s1(1))."
        ),
        Regime.EISR: for_later(
            "Environmental information must be made available on request (EISR r5(1)); the Act "
            "leaves it to these Regulations (FOISA s39(2))."
        ),
    },
}
GENERAL: dict[str, str] = {
    ANSWER: for_later(
        "The last day for an answer: as a rule the 20th working day after the request came in "
        "(FOIA s10(1), FOISA s10(1), EIR r5(2), EISR r5(2))."
    ),
    ASK: for_later(
        "Until when you may ask the authority to look at its answer again, and how that stands "
        "(s45 Code 5, EIR r11, FOISA s20, EISR r16)."
    ),
    REFUSAL: for_later(
        "What the answer rests a refusal on, which it must name "
        "(FOIA s17(1), EIR r14, FOISA s16(1), EISR r13)."
    ),
    COMMISSIONER: for_later(
        "Until when the Commissioner can be asked, after the review "
        "(FOIA s50, EIR r18, FOISA s47, EISR r17)."
    ),
}
"""For headings over requests of all four laws."""


def tip(topic: str, regime: Regime | None = None) -> str:
    """The sentence for a topic, under one law or for all of them, in the window's language."""
    said = GENERAL[topic] if regime is None else TIPS[topic][regime]
    return QCoreApplication.translate("LawTips", said)


def teach(widget: QWidget, topic: str, regime: Regime | None = None) -> None:
    """Give a widget the sentence, to the eye and to a screen reader."""
    widget.setToolTip(tip(topic, regime))
    widget.setAccessibleDescription(widget.toolTip())
