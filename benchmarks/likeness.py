"""How well the wording of whole letters tells their kind and their outcome; learns it anew.

Run: python -m benchmarks.likeness [--folds 12] [--write]     (needs the extra `learn`)

Learns from the letters of `tests/reading/letters`, each with what people wrote down of it. Letters
that were written together stay together: each lot of them is told by weights that were learned
from all others, as a letter that was never met. Printed are how many of these are told rightly,
and how many of those of which the weights are sure (decision 021). `--write` learns from all of
them and writes `resources/likeness`.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from zlib import crc32

import numpy
from sklearn.feature_selection import chi2
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from foitrack import assets
from foitrack.law.terms import LetterKind
from foitrack.reading.likeness import Likely, Likeness, words_of
from foitrack.reading.reader import ReadingContext, read_document

LETTERS = Path("tests/reading/letters")
MOST_WORDS, FEWEST_LETTERS = 5000, 5
RARITY = 32
STRENGTH = 30.0
SURE = (0.5, 0.75, 0.85, 0.95)


@dataclass(frozen=True)
class Met:
    """A letter's own words and marks, as its reader looks at them, and what it is."""

    lot: str
    said: str
    marks: tuple[str, ...]
    value: str

    def counts(self) -> dict[str, int]:
        """How often each word and pair stands in it."""
        found: dict[str, int] = {}
        for word in (*words_of(self.said), *self.marks):
            found[word] = found.get(word, 0) + 1
        return found


class Listener:
    """Stands where a likeness would, and keeps what a letter's reader asks it."""

    def __init__(self) -> None:
        self.asked: tuple[str, tuple[str, ...]] | None = None

    def of(self, said: str, marks: Iterable[str] = ()) -> Likely | None:
        """Nothing: it only listens."""
        self.asked = said, tuple(marks)
        return None


def main() -> None:
    """Print what is told rightly; write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folds", type=int, default=12)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    for field, letters in met_letters().items():
        _tried(field, letters, args.folds)
        if args.write:
            written(learned(letters), assets.resource("likeness") / f"{field}.tsv")


def met_letters() -> Mapping[str, list[Met]]:
    """The letters by field: each with the words that its reader looks at for it."""
    found: dict[str, list[Met]] = {"letter": [], "outcome": []}
    for file in sorted(LETTERS.glob("*.toml")):
        data = tomllib.loads(file.read_text("utf-8"))
        expected = data["expect"]
        listeners = {field: Listener() for field in found}
        context = ReadingContext(
            assets.catalogue(),
            assets.directory(),
            assets.schemas(),
            likeness=listeners,  # type: ignore[arg-type]
        )
        read_document(data["text"].lstrip("\n").encode(), "letter.txt", context)
        lot = re.split(r"-\d", file.stem)[0]
        for field, listener in listeners.items():
            of_answer = expected.get("letter", LetterKind.RESPONSE) == LetterKind.RESPONSE
            value = expected.get(field) if field == "letter" or of_answer else None
            if value and listener.asked:
                found[field].append(Met(lot, *listener.asked, value))
    return found


def learned(letters: Sequence[Met]) -> Likeness:
    """The weights of the words that tell most, in whole numbers, as they are kept."""
    counted = [letter.counts() for letter in letters]
    values = sorted({letter.value for letter in letters})
    targets = numpy.array([values.index(letter.value) for letter in letters])
    words = _telling_words(counted, targets)
    rarity = _rarities(counted, words)
    fitted = LogisticRegression(C=STRENGTH, max_iter=3000, class_weight="balanced")
    fitted.fit(_matrix(counted, words, rarity), targets)
    step = float(numpy.abs(fitted.coef_).max()) / 127
    weights = numpy.rint(fitted.coef_ / step).astype(int)
    return Likeness(
        tuple(values),
        tuple(float(one) for one in fitted.intercept_),
        1 / RARITY,
        step,
        {
            word: "\t".join(map(str, (rarity[n], *weights[:, n])))
            for n, word in enumerate(words)
            if weights[:, n].any()
        },
    )


def written(likeness: Likeness, file: Path) -> None:
    """Keep weights where the program finds them."""
    rows = [
        "\t".join(("word", *likeness.values)),
        "\t".join(("bias", *(f"{one:.4f}" for one in likeness.bias))),
        f"scales\t{likeness.rarity:.5f}\t{likeness.step:.6f}",
    ]
    rows += [f"{word}\t{weights}" for word, weights in likeness.words.items()]
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join(rows) + "\n", "utf-8")


def _telling_words(counted: Sequence[Mapping[str, int]], targets: numpy.ndarray) -> list[str]:
    """Those that stand in several letters and differ most from value to value."""
    letters: dict[str, int] = {}
    for counts in counted:
        for word in counts:
            letters[word] = letters.get(word, 0) + 1
    words = sorted(word for word, number in letters.items() if number >= FEWEST_LETTERS)
    every = _matrix(counted, words, _rarities(counted, words))
    scores = numpy.nan_to_num(chi2(every, targets)[0])
    best = numpy.argsort(-scores, kind="stable")[:MOST_WORDS]
    return [words[n] for n in sorted(best)]


def _rarities(counted: Sequence[Mapping[str, int]], words: Sequence[str]) -> list[int]:
    number = dict.fromkeys(words, 0)
    for counts in counted:
        for word in counts.keys() & number.keys():
            number[word] += 1
    whole = len(counted) + 1
    return [round(RARITY * (log(whole / (number[word] + 1)) + 1)) for word in words]


def _matrix(
    counted: Sequence[Mapping[str, int]], words: Sequence[str], rarity: Sequence[int]
) -> numpy.ndarray:
    place = {word: n for n, word in enumerate(words)}
    found = numpy.zeros((len(counted), len(words)), dtype=numpy.float32)
    for row, counts in enumerate(counted):
        for word in counts.keys() & place.keys():
            n = place[word]
            found[row, n] = rarity[n] / RARITY * (1 + log(counts[word]))
    return normalize(found, copy=False)


def _tried(field: str, letters: Sequence[Met], folds: int) -> None:
    told: list[tuple[Met, Likely]] = []
    for fold in range(folds):
        known = [one for one in letters if crc32(one.lot.encode()) % folds != fold]
        likeness = learned(known)
        for letter in letters:
            if crc32(letter.lot.encode()) % folds == fold:
                likely = likeness.of(letter.said, letter.marks)
                if likely:
                    told.append((letter, likely))
    right = sum(letter.value == likely.value for letter, likely in told)
    print(f"{field}: {right} of {len(told)} told rightly, {right / len(told):.1%}")
    for least in SURE:
        sure = [(one, likely) for one, likely in told if likely.share >= least]
        true = sum(one.value == likely.value for one, likely in sure)
        print(f"  sure by {least:.0%}: {true} of {len(sure)}, {true / len(sure):.1%}")


if __name__ == "__main__":
    main()
