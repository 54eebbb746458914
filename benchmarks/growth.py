"""Measure how the analysis grows on texts made to be hard: `python benchmarks/growth.py [SIZE]`.

For each kind of text, prints the CPU seconds for SIZE characters (100,000 by default) and for four
times as many, and their ratio: 4 is linear, 16 is quadratic. Exits with 1 where a ratio is above 6.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from time import process_time
from types import MappingProxyType

from newsreader.analysis import analyze

LINEAR_ENOUGH = 6.0
FACTOR = 4
_TOO_SHORT = 0.002
"""Seconds under which a ratio says nothing."""

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "prose without a break": "The mayor, Ann Roe, said that the plan “was dead” and left. ",
        "prose in paragraphs": "“We go,” said Ann Roe. She told John Doe that it was over.\n\n",
        "straight double marks": '"',
        "spaced double marks": 'a " b ',
        "straight single marks": "'",
        "spaced single marks": " 'a b ",
        "opening marks": "“a ",
        "opening single marks": "‘a ",
        "closing marks": "a” ",
        "alternating marks": "“a ‘b ",
        "marks that open paragraphs": "“One goes on\n\n",
        "passages and cues": "“a,” said he, “b,” ",
        "passages in one sentence": "“a” and ",
        "said": "said ",
        "said and that": "said that ",
        "Ann Roe said": "Ann Roe said ",
        "he said": "he said, ",
        "according to": "according to ",
        "who": "Roe, who ",
        "capitals": "ROE ",
        "lines of capitals": "ROE DOE\n",
        "capitalised words": "Roe Doe ",
        "one word": "roe ",
        "one long word": "a",
        "one long capital word": "A",
        "commas": ",",
        "spaced commas": "roe , ",
        "full stops": ".",
        "initials": "A.",
        "spaced initials": "A. ",
        "dashes": "— ",
        "brackets": "(",
        "spaced brackets": "( a ) ",
        "hyphens": "a-",
        "apostrophes": "a’s ",
        "digits": "1,",
        "spaces": " ",
        "line breaks": "\n",
        "hyphenated capitals": "A-",
        "apostrophes in names": "O'B",
        "addresses": "http://a.org Roe ",
        "firms": "Roe & Doe ",
        "owners": "Roe's mayor's ",
        "relative clauses": "which that who ",
        "determiners": "the ",
        "adverbials": "of the day ",
        "labels": "ROE: Yes.\n\n",
        "labels in a line": "ROE: ",
        "label-like words": "Ann Roe: go ",
        "colons": ": ",
        "questions and answers": "Q: Why?\n\nA: So.\n\n",
        "names in apposition": "Ann Roe, the mayor, ",
        "titles": "Mr. ",
        "of": "Ministry of ",
        "particles": "van der Roe ",
        "Cyrillic": "Он сказал: «Мы едем», — и Анна Роу уехала. ",
        "Chinese": "她说：“我们走吧。”市长没有回答。",
        "Arabic": "قالت «سنذهب» ثم غادرت المدينة. ",
        "Hindi": "उसने कहा, “हम जाएँगे।” और वह चली गई। ",
    }
)
"""What each kind of text repeats."""


def repeated(piece: str, size: int) -> str:
    """Return `size` characters of `piece` over and over."""
    return (piece * (size // len(piece) + 1))[:size]


def crowded(size: int) -> str:
    """Return about `size` characters in which every sentence is about somebody else."""
    sentence = "“We go,” said Ann {0}. Mr. {0} of Port {0} told John {0} that he left.\n\n"
    return "".join(sentence.format(_name(number)) for number in range(size // len(sentence)))


def _name(number: int) -> str:
    """Return another name for each number."""
    syllables = ("ba", "de", "fi", "go", "lu", "mar", "nes", "ri", "sol", "tu")
    return "".join(syllables[int(digit)] for digit in str(number)).title()


def seconds(text: str) -> float:
    """Return the CPU seconds that the analysis of `text` takes."""
    start = process_time()
    analyze(text)
    return process_time() - start


def main() -> int:
    """Measure each kind, print a row for it, and tell whether all are linear."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    analyze("“We go,” said Ann Roe of London.")  # reads the tables
    steep = 0
    texts: dict[str, Callable[[int], str]] = {"a new person each time": crowded}
    texts |= {kind: partial(repeated, piece) for kind, piece in KINDS.items()}
    for kind, text in texts.items():
        short, long = seconds(text(size)), seconds(text(size * FACTOR))
        ratio = long / max(short, _TOO_SHORT)
        is_steep = ratio > LINEAR_ENOUGH
        steep += is_steep
        print(f"{kind:28} {short:8.2f} s {long:8.2f} s {ratio:6.1f}{'  !' if is_steep else ''}")
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
