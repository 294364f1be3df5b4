"""What the answer was: from what the authority says it does, never from what it may do."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from foitrack.law.terms import Outcome, Review
from foitrack.reading.findings import Certainty
from foitrack.reading.prose import Span
from foitrack.reading.response.signs import Sign, Signal


@dataclass(frozen=True, slots=True)
class Ground:
    """A provision relied on, and its kind (exemption, exception, refusal, ncnd)."""

    provision: str
    kind: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome of an answer, why, and whether a person should look."""

    outcome: Outcome
    why: str
    certainty: Certainty = Certainty.FOUND
    at: Span | None = None
    """The sentence that says most of it, where no sign does."""


# Grounds that say by themselves what the answer was (FOIA s12, s14; FOISA s12, s14, s17; the
# exceptions for information not held).
_SAYS: tuple[tuple[str, Sign], ...] = (
    ("FOIA s12", Sign.COST),
    ("FOISA s12", Sign.COST),
    ("FOIA s14(2)", Sign.REPEATED),
    ("FOISA s14(2)", Sign.REPEATED),
    ("FOIA s14", Sign.VEXATIOUS),
    ("FOISA s14", Sign.VEXATIOUS),
    ("FOISA s17", Sign.NOT_HELD),
    ("EIR r12(4)(a)", Sign.NOT_HELD),
    ("EISR r10(4)(a)", Sign.NOT_HELD),
)
_AGAINST = {Sign.NCND, Sign.COST, Sign.VEXATIOUS, Sign.REPEATED, Sign.NOT_HELD}
_STRONGEST = (Sign.COST, Sign.VEXATIOUS, Sign.REPEATED, Sign.NCND)
"""Acts of law on the whole request, the surest first."""
_GIVES = {Sign.GIVEN, Sign.ALL, Sign.SOME}
_ANSWERS_ANEW = {Sign.HANDED, Sign.ALL, Sign.NOT_HELD, *_STRONGEST}
_ONE_REASON: dict[Sign, tuple[Outcome, str]] = {
    Sign.NCND: (
        Outcome.NEITHER_CONFIRM_NOR_DENY,
        "It neither confirms nor denies that the information is held.",
    ),
    Sign.COST: (Outcome.COST_LIMIT, "It refuses because of the cost of complying."),
    Sign.VEXATIOUS: (Outcome.VEXATIOUS, "It refuses the request as vexatious."),
    Sign.REPEATED: (Outcome.REPEATED, "It refuses the request as repeated."),
    Sign.NOT_HELD: (Outcome.NOT_HELD, "It says that the information is not held."),
}


def decide(told: Sequence[Signal], grounds: Sequence[Ground], *, shown: bool) -> Decision | None:
    """The outcome that the sentences and the grounds cited give; None where they do not tell.

    `shown` is whether the answer shows a table of data.
    """
    seen = {signal.sign for signal in told}
    against = _against(told, seen, grounds, shown=shown)
    exempt = any(_withholds(ground) for ground in grounds)
    exempt |= Sign.REFUSED in seen and not grounds and not against
    given = shown or bool(seen & _GIVES)
    if (exempt or against) and not shown and not seen & {Sign.ALL, Sign.SOME}:
        given = _hands_over(told, published=all(map(_found_elsewhere, grounds)))
    if Sign.REPEATED in against and not any(_is_vexatious(ground) for ground in grounds):
        against.discard(Sign.VEXATIOUS)
    given = given and not _gives_nothing(told, seen, against, shown=shown)
    if given and (exempt or against or Sign.SOME in seen):
        sure = Certainty.FOUND if exempt and Sign.SOME in seen else Certainty.CHECK
        return Decision(Outcome.PART_DISCLOSED, "Something is given and something is not.", sure)
    if given:
        return Decision(Outcome.DISCLOSED, "It gives what was asked for and refuses nothing.")
    figures = {Sign.FIGURE, Sign.NOTHING_HELD} & seen == {Sign.FIGURE}
    if figures and against in ({Sign.NOT_HELD}, {Sign.NCND}) and not exempt:
        return Decision(
            Outcome.PART_DISCLOSED, "It gives figures; something is not held.", Certainty.CHECK
        )
    elsewhere = exempt and not against and all(_found_elsewhere(g) for g in grounds)
    if Sign.FIGURE in seen and grounds and elsewhere:
        why = "It gives figures; the rest can be had elsewhere."
        return Decision(Outcome.PART_DISCLOSED, why, Certainty.CHECK)
    if against or exempt:
        return _nothing_given(against, exempt, holds=Sign.HOLDS in seen)
    if seen & {Sign.ANSWERS, Sign.HOLDS, Sign.FIGURE}:
        return Decision(Outcome.DISCLOSED, "It answers, and refuses nothing.", Certainty.CHECK)
    return None


def _against(
    told: Sequence[Signal], seen: Set[Sign], grounds: Sequence[Ground], *, shown: bool
) -> set[Sign]:
    """What speaks against an answer, but for exemptions."""
    against = {sign for sign in seen if sign in _AGAINST}
    against |= {sign for ground in grounds if (sign := _said_by(ground))}
    against -= _not_cited(grounds)
    if Sign.VEXATIOUS in seen and Sign.COST not in seen:
        against.discard(Sign.COST)  # Its section is named for what it may not count.
    if any(_withholds(one) for one in grounds) and not any(_is_section_14(one) for one in grounds):
        against -= {Sign.VEXATIOUS, Sign.REPEATED}
    if (shown or seen & {Sign.GIVEN, Sign.ALL, Sign.FIGURE}) and _only_papers(told):
        # There is no policy; what it would say is told all the same.
        against.discard(Sign.NOT_HELD)
    if Sign.FULLY in seen:
        # What is not held, beside all that is given, answers a question: there was none.
        against.discard(Sign.NOT_HELD)
    return against


def _not_cited(grounds: Sequence[Ground]) -> set[Sign]:
    """The acts of law that a letter which cites another does not mean.

    Time spent is also what makes a request vexatious: the section says which it is.
    """
    cited = {_said_by(ground) for ground in grounds} & set(_STRONGEST)
    if Sign.VEXATIOUS in cited:
        cited.add(Sign.REPEATED)
    return set(_STRONGEST) - cited if cited else set()


def _hands_over(told: Sequence[Signal], *, published: bool) -> bool:
    """Whether something is given that is not only said to be published.

    Beside a refusal, that is help to find other things. `published`: it refuses what is so.
    """
    ways = {Sign.PUBLISHED, Sign.LINKED} if published else {Sign.PUBLISHED}
    there = {one.span for one in told if one.sign in ways}
    return any(one.sign is Sign.GIVEN and one.span not in there for one in told)


def _only_papers(told: Sequence[Signal]) -> bool:
    """Whether all that is not held is papers on what is done."""
    papers = {one.span for one in told if one.sign is Sign.NO_PAPER}
    return all(one.span in papers for one in told if one.sign is Sign.NOT_HELD)


def _gives_nothing(
    told: Sequence[Signal], seen: Set[Sign], against: Set[Sign], *, shown: bool
) -> bool:
    """Whether what seems to give something does not, beside a refusal of the whole."""
    burden = Sign.VEXATIOUS in against and not seen & (_GIVES | {Sign.HANDED})
    if shown and not (burden or {Sign.WHOLLY, Sign.COST} <= seen):
        # A table may show why it costs too much, or how many requests were a burden; else it is
        # what was asked for.
        return False
    if shown and burden:
        return True
    if Sign.NOTHING_HELD in seen and not seen & {Sign.HANDED, Sign.ALL}:
        return True
    if against & set(_STRONGEST) and not seen & {Sign.HANDED, Sign.ALL} and not _gives_some(told):
        return True
    if Sign.VEXATIOUS in against and Sign.REFUSED in seen and Sign.SOME not in seen:
        # What was given before is told of to show the burden.
        return True
    if Sign.WHOLLY in seen and not seen & {Sign.HANDED, Sign.ALL}:
        # What else is said to be found somewhere is not what was asked for.
        return True
    # What goes with a repeated request's refusal is the earlier answer.
    return against == {Sign.REPEATED} and Sign.SOME not in seen


def decide_after_review(
    result: Review | None,
    told: Sequence[Signal],
    grounds: Sequence[Ground],
    *,
    shown: bool,
    fact: bool = False,
) -> Decision | None:
    """What stands after a review that ended so; None where the letter does not tell.

    `shown`: it shows data; `fact`: it states figures in plain words.

    What is upheld is the refusal, by the act of law that it was made by; what is overturned is
    answered where the letter itself gives something.
    """
    seen = {signal.sign for signal in told}
    against = (seen & _AGAINST) | {sign for ground in grounds if (sign := _said_by(ground))}
    exempt = any(_withholds(ground) for ground in grounds)
    given = shown or bool(seen & {Sign.ALL, Sign.SOME, Sign.HANDED})
    if result is Review.UPHELD:
        return _nothing_given(against, exempt or not against, holds=Sign.HOLDS in seen)
    if result is Review.OVERTURNED and (given or fact):
        kept = Sign.SOME in seen or (exempt and Sign.REFUSED in seen)
        outcome = Outcome.PART_DISCLOSED if kept else Outcome.DISCLOSED
        return Decision(outcome, "The review gives what was refused before.", Certainty.CHECK)
    if result is Review.PARTLY_UPHELD:
        if (given or fact or Sign.FIGURE in seen) and Sign.WHOLLY not in seen:
            why = "The review gives something and refuses the rest."
            return Decision(Outcome.PART_DISCLOSED, why, Certainty.CHECK)
        holds = Sign.HOLDS in seen or Sign.NCND not in against
        return _nothing_given(against, exempt, holds=holds) if against or exempt else None
    if seen & _ANSWERS_ANEW:
        # The letter does not say how the review ended, but what it does itself.
        found = decide(told, grounds, shown=shown)
        return found and replace(found, certainty=Certainty.CHECK)
    return None


def beside_facts(decided: Decision) -> Decision:
    """A refusal, where figures are given above what it refuses."""
    why = f"It gives figures; of the rest: {decided.why[:1].lower()}{decided.why[1:]}"
    return Decision(Outcome.PART_DISCLOSED, why, Certainty.CHECK)


def _gives_some(told: Sequence[Signal]) -> bool:
    """Whether a part is given: “this part of your request is refused” gives nothing by itself.

    It does where the answer is in another document.
    """
    refused = {one.span for one in told if one.sign in (Sign.REFUSED, *_STRONGEST)}
    encloses = any(one.sign is Sign.ENCLOSES for one in told)
    return any(one.sign is Sign.SOME and (encloses or one.span not in refused) for one in told)


def _said_by(ground: Ground) -> Sign | None:
    if ground.kind == "ncnd":
        return Sign.NCND
    return next((sign for name, sign in _SAYS if ground.provision.startswith(name)), None)


def _is_section_14(ground: Ground) -> bool:
    return _said_by(ground) in (Sign.VEXATIOUS, Sign.REPEATED)


def _is_vexatious(ground: Ground) -> bool:
    """A bare section 14 may be either of its two subsections."""
    return _said_by(ground) is Sign.VEXATIOUS and not ground.provision.endswith("s14")


def _found_elsewhere(ground: Ground) -> bool:
    """Information that the requester can get without asking (FOIA s21, FOISA s25)."""
    return ground.provision.startswith(("FOIA s21", "FOISA s25"))


def _withholds(ground: Ground) -> bool:
    # FOISA s39(2) only hands the request over to the environmental regulations.
    technical = ground.provision.startswith("FOISA s39(2)")
    return ground.kind in ("exemption", "exception") and _said_by(ground) is None and not technical


def _nothing_given(against: set[Sign], exempt: bool, *, holds: bool) -> Decision | None:
    # What is said to be held and withheld is refused, whatever is not confirmed beside it.
    beside = {Sign.NOT_HELD, Sign.COST, Sign.NCND} if holds else {Sign.NOT_HELD, Sign.COST}
    if exempt and against <= beside:
        sure = Certainty.CHECK if against else Certainty.FOUND
        return Decision(
            Outcome.REFUSED, "It withholds what was asked for under an exemption.", sure
        )
    # What is not held, or not recorded so, explains why an answer would cost too much.
    acts = [sign for sign in _STRONGEST if sign in against] or [Sign.NOT_HELD]
    outcome, why = _ONE_REASON[acts[0]]
    sure = Certainty.CHECK if exempt or len(against) > 1 else Certainty.FOUND
    return Decision(outcome, why, sure)
