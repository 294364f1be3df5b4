"""What a letter of each kind is called where it is recorded: only an answer is a response."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from foitrack.law.terms import LetterKind


def _mark(words: str) -> str:
    return str(QT_TRANSLATE_NOOP("letters", words))


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The words for one kind of letter, in English; see `called`."""

    record: str
    save: str
    date: str
    recorded: str
    needed: str
    """What is said while its date is neither given nor said to be unknown."""


_ANSWER = LetterWords(
    _mark("Record response"),
    _mark("Save response"),
    _mark("Date of response"),
    _mark("This response is recorded"),
    _mark("Still needed: the date of response, or “Not known”"),
)


def _other(record: str, save: str) -> LetterWords:
    return LetterWords(
        record,
        save,
        _mark("Date of letter"),
        _mark("This letter is recorded"),
        _mark("Still needed: the date of letter, or “Not known”"),
    )


_EXTENSION = _other(_mark("Record extension"), _mark("Save extension"))
_WORDS = {
    LetterKind.ACKNOWLEDGEMENT: _other(
        _mark("Record acknowledgement"), _mark("Save acknowledgement")
    ),
    LetterKind.CLARIFICATION_ASKED: _other(
        _mark("Record request for clarification"), _mark("Save letter")
    ),
    LetterKind.FEES_NOTICE: _other(_mark("Record fees notice"), _mark("Save fees notice")),
    LetterKind.EXTENSION: _other(_mark("Record extension"), _mark("Save extension")),
    LetterKind.PUBLIC_INTEREST_EXTENSION: _other(
        _mark("Record extension"), _mark("Save extension")
    ),
    LetterKind.TRANSFERRED: _other(_mark("Record transfer"), _mark("Save transfer")),
    LetterKind.HOLDING: _other(_mark("Record holding letter"), _mark("Save holding letter")),
    LetterKind.OTHER: _other(_mark("Record letter"), _mark("Save letter")),
    LetterKind.REVIEW_OUTCOME: LetterWords(
        _mark("Record review outcome"),
        _mark("Save review outcome"),
        _mark("Date of review outcome"),
        _mark("This review outcome is recorded"),
        _mark("Still needed: the date of review outcome, or “Not known”"),
    ),
}


def called(kind: LetterKind | None) -> LetterWords:
    """The words for a kind of letter, in the language of the window; None counts as an answer."""
    words = _WORDS.get(kind, _ANSWER) if kind is not None else _ANSWER
    translate = QCoreApplication.translate
    return LetterWords(
        translate("letters", words.record),
        translate("letters", words.save),
        translate("letters", words.date),
        translate("letters", words.recorded),
        translate("letters", words.needed),
    )
