"""Words drawn together, as mails have them, written out: “we've” is “we have”."""

from __future__ import annotations

import re

from foitrack.later import later

_WHOLE = {"can't": "cannot", "won't": "will not", "shan't": "shall not", "let's": "let us"}
_ENDS = {"n't": " not", "'ve": " have", "'m": " am", "'re": " are", "'ll": " will"}
_IS = ("it", "that", "there", "here", "what", "this", "he", "she", "who")
_DRAWN = later(
    rf"\b(?:(?P<whole>{'|'.join(_WHOLE)})|(?P<said>[a-z]+?)(?P<end>{'|'.join(_ENDS)})|"
    rf"(?P<is>{'|'.join(_IS)})'s)\b",
    re.IGNORECASE,
)


def spelt_out(sentence: str) -> str:
    """The sentence with such words in full; “'s” only where it can be no possessive."""
    return _DRAWN.sub(_in_full, sentence) if "'" in sentence else sentence


def _in_full(met: re.Match[str]) -> str:
    if whole := met["whole"]:
        full = _WHOLE[whole.lower()]
        return full.capitalize() if whole[0].isupper() else full
    if met["is"]:
        return f"{met['is']} is"
    return met["said"] + _ENDS[met["end"].lower()]
