"""The provisions cited in a response: what each asks of the authority, and its own sentence."""

from __future__ import annotations

from reportlab.platypus.flowables import CondPageBreak, Flowable

from foitrack.law.terms import Standing
from foitrack.law.wording import short_provision
from foitrack.reporting.cells import ChipsCell, TextCell
from foitrack.reporting.contents import SummaryProvision, SummaryResponse
from foitrack.reporting.fonts import Lettering
from foitrack.reporting.ledger import Column, Ledger, Row
from foitrack.reporting.prose import Prose, Quote, heading
from foitrack.reporting.styles import BODY_STRONG, CELL, CELL_SOFT, QUOTE

NOT_KNOWN = "not known"
HARM = {
    "prejudice": "must be shown",
    "class": "not needed",
    "mixed": "depends on the limb",
    "n/a": "does not apply",
}
PUBLIC_INTEREST = {
    "qualified": "must be weighed",
    "absolute": "not needed",
    "mixed": "depends on the condition",
    "n/a": "does not apply",
    "not an exemption": "does not apply",
}
EFFECT = {
    "qualified": "qualified",
    "absolute": "absolute",
    "mixed": "absolute or qualified",
}
KIND = {
    "exemption": "exemption",
    "exception": "exception",
    "ncnd": "neither confirm nor deny",
    "refusal": "ground of refusal",
}
STANDING = {
    Standing.WITHDRAWN: "Withdrawn since.",
    Standing.UPHELD: "Upheld at review.",
    Standing.OVERTURNED: "Overturned at review.",
}


def _section(provision: str) -> str:
    return provision.split(" ", 1)[-1]


def cited_as(provision: SummaryProvision) -> str:
    """The provision with its purposes: "s31(1)(g) by virtue of s31(2)(b)"."""
    words = _section(provision.provision)
    if provision.with_provisions:
        words += " by virtue of " + ", ".join(map(_section, provision.with_provisions))
    return words


def kind_words(provision: SummaryProvision) -> str:
    """What kind of ground it is: "exemption, qualified"."""
    kind = KIND.get(provision.kind, NOT_KNOWN)
    effect = EFFECT.get(provision.effect)
    return f"{kind}, {effect}" if effect else kind


def _name(provision: SummaryProvision) -> str:
    words = f"{provision.title or 'Title not known'}, {cited_as(provision)}"
    if provision.standing in STANDING:
        words += f"\n{STANDING[provision.standing]}"
    if not provision.confirmed:
        words += "\n? Read by the app; not confirmed by a person."
    return words


def _row(provision: SummaryProvision, lettering: Lettering) -> Row:
    chip = short_provision(provision.provision)
    harm = HARM.get(provision.basis, NOT_KNOWN)
    interest = PUBLIC_INTEREST.get(provision.effect, NOT_KNOWN)
    return Row(
        [
            ChipsCell(lettering, ((chip, provision.confirmed),)),
            TextCell(lettering, _name(provision), CELL),
            TextCell(lettering, kind_words(provision), CELL_SOFT),
            TextCell(lettering, harm, CELL_SOFT),
            TextCell(lettering, interest, CELL_SOFT),
            TextCell(lettering, provision.where or NOT_KNOWN, CELL_SOFT),
        ]
    )


def provisions_table(response: SummaryResponse, lettering: Lettering) -> list[Flowable]:
    """Each provision cited, its kind, and what the law asks of an authority that relies on it."""
    words = heading(lettering, "Reasons given", needs=60)
    if not response.provisions:
        none = "No exemption, exception or other ground of refusal is recorded as cited."
        return [*words, Prose(lettering, none, CELL_SOFT)]
    columns = [
        Column("Cited", fixed=50),
        Column("Name", 1.6),
        Column("Kind", 0.75),
        Column("Harm", fixed=62),
        Column("Public interest", fixed=70),
        Column("Where", fixed=78),
    ]
    body = [_row(provision, lettering) for provision in response.provisions]
    return [*words, Ledger(lettering, columns, body)]


def in_their_words(response: SummaryResponse, lettering: Lettering) -> list[Flowable]:
    """The sentence each provision stands in, as the authority wrote it; the same one once."""
    by_sentence: dict[str, list[str]] = {}
    for provision in response.provisions:
        if provision.sentence.strip():
            named = by_sentence.setdefault(provision.sentence.strip(), [])
            named.append(_section(provision.provision))
    if not by_sentence:
        return []
    story: list[Flowable] = heading(lettering, "In their words")
    for sentence, provisions in by_sentence.items():
        story += [
            CondPageBreak(45),
            Prose(lettering, ", ".join(dict.fromkeys(provisions)), BODY_STRONG, after=2),
            Quote(lettering, sentence, QUOTE, after=7),
        ]
    return story
