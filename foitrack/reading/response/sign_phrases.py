"""The words by which authorities say what they do, all together."""

from __future__ import annotations

import re

from foitrack.reading.response.phrases_against import AGAINST
from foitrack.reading.response.phrases_giving import GIVING
from foitrack.reading.response.phrases_in_part import IN_PART
from foitrack.reading.response.phrases_of_law import OF_LAW
from foitrack.reading.response.sign import Sign

RULES: dict[Sign, re.Pattern[str]] = {**OF_LAW, **AGAINST, **IN_PART, **GIVING}
"""The phrases of each sign, in the order in which they are looked for."""
