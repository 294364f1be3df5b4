"""All fields of a letter, each a finding; the reading's values are those of its findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from foitrack.law.authorities import Directory
from foitrack.law.provisions import Catalogue
from foitrack.law.terms import LetterKind, Outcome, Regime, Review
from foitrack.reading.excerpt import excerpt_of
from foitrack.reading.findings import Finding, Place, QuestionAnswer
from foitrack.reading.likeness import Likeness
from foitrack.reading.prose import Prose, Span
from foitrack.reading.response.addressed import answering
from foitrack.reading.response.after_review import now, still_relied_on
from foitrack.reading.response.asked_back import before_own_questions
from foitrack.reading.response.attachments import find_attachments
from foitrack.reading.response.authority import find_authority
from foitrack.reading.response.authority_phrases import OWN_REASONS
from foitrack.reading.response.dates import find_letter_dates
from foitrack.reading.response.exemptions import Provisions, find_provisions, regime_of
from foitrack.reading.response.house_marks import find_by_headed_paper, find_by_marks
from foitrack.reading.response.letter import find_letter_kind
from foitrack.reading.response.listed_figures import find_listed
from foitrack.reading.response.outcome import (
    Decision,
    beside_facts,
    decide,
    decide_after_review,
)
from foitrack.reading.response.outcome_told import outcome_finding
from foitrack.reading.response.plain_answers import (
    find_fact,
    find_fact_before,
    find_plain_answer,
)
from foitrack.reading.response.questions import find_questions
from foitrack.reading.response.reference import find_reference
from foitrack.reading.response.request_text import RequestText
from foitrack.reading.response.review import find_review
from foitrack.reading.response.review_outcome import find_review_result
from foitrack.reading.response.second_look import SecondLook
from foitrack.reading.response.signs import Sign, Signal, signals
from foitrack.reading.response.workings import is_of_time


@dataclass(frozen=True, slots=True)
class Fields:
    """What a letter's text says: findings, answers by question, and what is odd about it."""

    findings: tuple[Finding, ...]
    mentioned: tuple[str, ...]
    questions: tuple[QuestionAnswer, ...]
    warnings: tuple[str, ...]

    def value(self, name: str) -> str | None:
        """The value of a field's first finding; None where there is none or it is no value."""
        return next((f.value for f in self.findings if f.field == name and f.value), None)

    def values(self, name: str) -> tuple[str, ...]:
        """The values of a field with several findings, in the order of the letter."""
        return tuple(f.value for f in self.findings if f.field == name and f.value)


def find_fields(
    prose: Prose,
    spoken: str,
    request: RequestText | None,
    *,
    shown: Span | None,
    catalogue: Catalogue,
    directory: Directory,
    regime: Regime | None,
    likeness: Mapping[str, Likeness],
) -> Fields:
    """Every field of a letter. `spoken` is what the authority says, without its
    tables; `shown` is where the first of these stands.
    """
    least = request.first.end if request else 0
    excerpt = excerpt_of(prose, spoken, catalogue, shown, least)
    if excerpt is None:
        writer = cache(partial(find_authority, prose.text, prose.said, directory))
        law = regime or regime_of(spoken, partial(_home, writer, directory))
        provided = partial(find_provisions, prose.text, spoken, law, catalogue)
        return _find(prose, spoken, request, shown, provided, writer, directory, likeness)
    whole, letter = excerpt.prose, excerpt.letter
    pages, said = whole.beginning(letter), excerpt.spoken[:letter]
    writer = cache(partial(find_authority, pages.text, pages.said, directory))
    law = regime or regime_of(excerpt.spoken, partial(_home, writer, directory))
    provided = partial(find_provisions, whole.text, excerpt.spoken, law, catalogue)
    first = excerpt.into(shown)
    found = _find(pages, said, request, first, provided, writer, directory, likeness)
    placed = [replace(one, place=excerpt.out(one.place)) for one in found.findings]
    return replace(found, findings=tuple(placed))


def _home(writer: Callable[[], Finding | None], directory: Directory) -> Regime | None:
    """The law that binds the authority that writes; None where that is not known."""
    found = writer()
    entry = directory.match(found.value) if found else None
    return entry.regime if entry else None


def _find(
    prose: Prose,
    spoken: str,
    request: RequestText | None,
    shown: Span | None,
    provided: Callable[[set[Sign]], Provisions],
    writer: Callable[[], Finding | None],
    directory: Directory,
    likeness: Mapping[str, Likeness],
) -> Fields:
    """`provided` gives the provisions relied on, which may stand beyond the letter's own pages;
    `writer` the authority that writes.
    """
    text = prose.text
    told = tuple(signals(spoken))
    signs = {signal.sign for signal in told}
    of_time = shown is not None and is_of_time(shown.of(text))
    telling = shown is not None and not of_time
    again = SecondLook(likeness, spoken, shown=telling, asked=request is not None)
    provisions = provided(signs | again.acts())
    if of_time and (Sign.COST in signs or provisions.by_cost):
        shown = None
    above = before_own_questions(prose, spoken)
    plain = None if shown else find_plain_answer(above) or find_listed(spoken)
    questions = _by_question(above, request, signs, provisions)
    answered = any(answer.outcome is Outcome.DISCLOSED for answer in questions)
    if answered and not all(answer.outcome is Outcome.DISCLOSED for answer in questions):
        # What is refused whole there is one question's answer.
        told = tuple(one for one in told if one.sign not in (Sign.WHOLLY, Sign.NOTHING_HELD))
    given = answered or shown is not None or plain is not None
    decided = decide(told, provisions.grounds, shown=given)
    letter = find_letter_kind(
        text,
        spoken,
        told,
        shown=shown,
        asked=request is not None,
        plain=plain,
        answered=bool(questions),
        exempting=bool(provisions.findings),
    )
    letter = again.at_kind(letter, text)
    kind = letter.value if letter else None
    answers = kind == LetterKind.RESPONSE
    reviewed = find_review_result(text, spoken) if kind == LetterKind.REVIEW_OUTCOME else None
    if kind == LetterKind.REVIEW_OUTCOME:
        provisions, told, decided = _after_review(reviewed, spoken, told, provisions, given=given)
    if answers:
        decided, fact = _with_facts(decided, spoken, told, provisions)
        decided = again.at_outcome(decided, exempting=bool(provisions.findings))
        shown = shown or fact
    decides = answers or kind == LetterKind.REVIEW_OUTCOME
    # A page that answers nobody relies on nothing, whatever law it explains.
    if kind == LetterKind.OTHER and not answering(spoken):
        provisions = provisions.none_relied_on()
        reviews: tuple[Finding, ...] = ()
    else:
        reviews = find_review(text, spoken, done=kind == LetterKind.REVIEW_OUTCOME)
    dates = find_letter_dates(text, prose.said)
    found: list[Finding | None] = [
        letter,
        find_reference(text, prose.said),
        _writing(writer(), prose, directory),
        *dates.findings,
        _request_finding(request),
        outcome_finding(text, told, decided, shown) if decides and decided else None,
        reviewed,
        *(_of_question(finding, questions) for finding in provisions.findings),
        *reviews,
        *find_attachments(text, spoken),
    ]
    return Fields(
        tuple(finding for finding in found if finding is not None),
        provisions.mentioned,
        questions if answers else (),
        dates.warnings,
    )


def _by_question(
    prose: Prose, request: RequestText | None, signs: set[Sign], provisions: Provisions
) -> tuple[QuestionAnswer, ...]:
    """The answer of each question, with what the letter does as a whole in mind."""
    whole = bool(signs & {Sign.COST, Sign.VEXATIOUS, Sign.REPEATED})
    whole |= bool(signs & {Sign.WHOLLY, Sign.NOTHING_HELD}) and Sign.HANDED not in signs
    withholds = bool(signs & {Sign.REFUSED, Sign.NCND}) and bool(provisions.findings)
    cited = provisions.everywhere
    return find_questions(prose, request, cited, whole=whole, withholds=withholds)


def _writing(named: Finding | None, prose: Prose, directory: Directory) -> Finding | None:
    """The authority that writes: as the letter names itself, else by the marks of its paper."""
    if named is None:
        return find_by_marks(prose.text, prose.said, prose.own, directory)
    if named.why in OWN_REASONS:
        return named
    # A body that the letter only speaks of is not the one whose site heads it.
    headed = find_by_headed_paper(prose.text, prose.said, directory)
    # The police of a ministry write from the ministry's address.
    return named if headed is None or named.value.startswith(headed.value) else headed


def _after_review(
    reviewed: Finding | None,
    spoken: str,
    told: tuple[Signal, ...],
    provisions: Provisions,
    *,
    given: bool,
) -> tuple[Provisions, tuple[Signal, ...], Decision | None]:
    """What a review leaves: the provisions still relied on, what its letter does, the outcome."""
    result = Review(reviewed.value) if reviewed else None
    left = still_relied_on(provisions, spoken, result)
    does = now(told, spoken, result)
    stated = given or find_fact(spoken) is not None
    return left, does, decide_after_review(result, does, left.grounds, shown=given, fact=stated)


def _with_facts(
    decided: Decision | None, spoken: str, told: tuple[Signal, ...], provisions: Provisions
) -> tuple[Decision | None, Span | None]:
    """What an answer decides, with the plain facts that it states in mind; and the first of them,
    where that changes it.
    """
    if decided is None and all(one.sign is not Sign.ENCLOSES for one in told):
        fact = find_fact(spoken)
        return (decide((), (), shown=True) if fact else None), fact
    if decided and (fact := _fact_beside(spoken, told, decided, provisions)):
        return beside_facts(decided), fact
    return decided, None


_REFUSALS = (Outcome.REFUSED, Outcome.NEITHER_CONFIRM_NOR_DENY)


def _fact_beside(
    spoken: str, told: tuple[Signal, ...], decided: Decision, provisions: Provisions
) -> Span | None:
    """A plain fact that is given above a refusal of something else."""
    by_number = decided.outcome is Outcome.COST_LIMIT
    if not (by_number or decided.outcome in _REFUSALS):
        return None
    against = (Sign.REFUSED, Sign.NCND, Sign.COST)
    refused = [one.span.start for one in told if one.sign in against]
    refused += [one.place.start for one in provisions.findings if one.place.start is not None]
    return find_fact_before(spoken, min(refused, default=0), other_number=by_number)


def _of_question(finding: Finding, questions: tuple[QuestionAnswer, ...]) -> Finding:
    """An exemption with the number of the one question that it answers, where that is plain."""
    numbers = [answer.number for answer in questions if finding.value in answer.exemptions]
    return replace(finding, question=numbers[0]) if len(numbers) == 1 else finding


def _request_finding(request: RequestText | None) -> Finding | None:
    if request is None:
        return None
    place = Place(start=request.first.start, end=request.first.end)
    printed = " ".join(request.text.split())
    return Finding("request_text", request.text, printed, place, request.why)
