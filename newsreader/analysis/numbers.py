"""Numbers as news have them: amounts, percentages, dates and times, in figures or in words."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from newsreader.model import Span


class NumberKind(Enum):
    """What a number counts."""

    MONEY = "money"
    PERCENT = "percent"
    TIME = "time"
    DATE = "date"
    PLAIN = "plain"


class Number(NamedTuple):
    """A number in a text, as written there."""

    span: Span
    kind: NumberKind
    written: str

    @property
    def value(self) -> str:
        """What is the same for "12" and "twelve", for "1,200" and "1200"."""
        small = re.sub(r"([ap])\.?m\b\.?", r"\1m", self.written.lower())
        small = re.sub(r"(?<=\d),(?=\d{3}\b)|(?<=\d)(?:st|nd|rd|th)\b", "", small)
        if self.kind is NumberKind.TIME:
            small = small.replace(".", ":")
        parts = _PART.findall(re.sub(r"(?<=\d)(?=[a-z])", " ", small))
        return " ".join(sorted(filter(None, (_SAME.get(part, part) for part in parts))))


_UNITS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_IN_WORDS = {
    **{word: str(n) for n, word in enumerate(_UNITS, 2)},
    **{word: str(10 * n) for n, word in enumerate(_TENS, 2)},
    **{
        f"{tens}-{unit}": str(10 * n + m)
        for n, tens in enumerate(_TENS, 2)
        for m, unit in enumerate(["one", *_UNITS[:8]], 1)
    },
}
"""Without "one", which mostly counts nothing."""

_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[.]?)"
)
_BEFORE_MONTHS = "in In by By of to from From since Since until Until last next early late".split()
"""What tells a month from a person or a verb: "in May"."""

_FIGURES = r"(?<![A-Za-z0-9_.,])(?<![A-Za-z]-)\d+(?:[.,]\d+)*"
_WORDS = rf"(?i:\b(?:{'|'.join(sorted(_IN_WORDS, reverse=True))})\b(?!-))"
_MANY = "(?:hundred|thousand|million|billion|trillion)"
_TIMES = rf"(?:[ \u00a0-]?(?:{_MANY}|bn|mn|[mk])\b)*"
_AMOUNT = rf"(?:{_FIGURES}|{_WORDS}|(?i:\b(?:an?|one)(?=[ ]{_MANY}\b))){_TIMES}"
_CURRENCY = (
    "(?:dollars?|cents?|euros?|pounds?|pence|yen|yuan|rupees?|r[ou]+bles?|pesos?|francs?|marks"
    "|crowns?|kron(?:a|or|e|er)|USD|EUR|GBP)"
)
_PATTERNS = {
    NumberKind.MONEY: rf"[$€£¥₹₩₽] ?\d+(?:[.,]\d+)*{_TIMES}|{_AMOUNT} ?(?:[€£₹₽]|{_CURRENCY}\b)",
    NumberKind.PERCENT: rf"{_AMOUNT} ?(?:%|per ?cent\b|percentage points?\b)",
    NumberKind.TIME: (
        rf"{_FIGURES}(?::\d\d)? ?[ap]\.?m\b\.?|{_FIGURES}:\d\d(?![\w:])|\b(?:noon|midnight)\b"
    ),
    NumberKind.DATE: (
        rf"{_FIGURES}(?:-\d\d-|/\d\d?/)\d\d+\b"
        rf"|{_FIGURES}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? \d{{4}})?(?!\w)"
        rf"|\b{_MONTH} \d+(?:st|nd|rd|th)?(?:,? \d{{4}})?(?!\w)"
        rf"|(?:{'|'.join(f'(?<={word} )' for word in _BEFORE_MONTHS)}){_MONTH}(?!\w)"
        r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    ),
    NumberKind.PLAIN: rf"{_AMOUNT}|(?i:\b(?:dozen|score|{_MANY})s\b)",
}
_NUMBER = re.compile("|".join(f"(?P<{kind.name}>{each})" for kind, each in _PATTERNS.items()))

_FIRST = re.compile(r"\d+|[^\W\d_]+|[$€£¥₹₩₽]")
_FIRST_WORDS = frozenset(
    "a an one noon midnight dozens scores hundreds thousands millions billions trillions monday"
    " tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december jan feb mar apr jun jul aug sep sept oct nov"
    " dec".split()
).union(_UNITS, _TENS)
"""What numbers begin with, to look closer at nothing else: most of a text is no number."""

_PART = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d]+(?:-[^\W\d]+)*|[%$€£¥₹₩₽]")
_SAME = {
    **_IN_WORDS,
    "a": "1", "an": "1", "one": "1", "of": "", "per": "", "percent": "%", "cent": "%",
    "k": "thousand", "m": "million", "mn": "million", "bn": "billion",
    "dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pound": "£", "pounds": "£",
}  # fmt: skip


def find_numbers(text: str, within: Span) -> list[Number]:
    """Return the numbers in a part of a text."""
    numbers: list[Number] = []
    end = within.start
    for first in _FIRST.finditer(text, within.start, within.end):
        if first.start() < end or (first[0].isalpha() and first[0].lower() not in _FIRST_WORDS):
            continue
        found = _NUMBER.match(text, first.start(), within.end)
        if found:
            end = found.end()
            kind = NumberKind[found.lastgroup or "PLAIN"]
            numbers.append(Number(Span(*found.span()), kind, found[0]))
    return numbers
