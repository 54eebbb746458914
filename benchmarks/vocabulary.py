"""Made-up words that fall as those of a language do, and how often each is to be expected.

The most frequent are the small words of English; the rest are made of syllables. Some stand in
pairs, as phrases do that everybody uses.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate, islice
from math import exp

_SMALL = (
    "the of to and a in for that on is was with as it at by from be were are has an his this which"
    " have had not who will their been but they her its more would about after when or one than he"
    " over there all into two could last out up new also first some other what before three under"
    " between so only years people government during against since them because where while most"
    " year time week country public city month state now may being just through can many those"
).split()
_SIZE = 120_000
_SINGLE = 400  # words, the most frequent ones, that are in no pair
_PAIRED_BELOW = 6_000  # the rank of the least frequent word in a pair
_PAIR_EVERY = 8  # ranks
_FLATNESS, _STEEPNESS = 2.7, 1.15  # of the law of Zipf, as Mandelbrot gave it
_ONSETS = "b c d f g h j k l m n p r s t v w z br ch dr fl gr pl pr sh sk st tr".split()
_VOWELS = "a a a e e e i i o o u ai ea ou".split()
_CODAS = ("", "", "", "n", "r", "l", "s", "t", "nd", "rk", "m")
_AT_ONCE = 800
_SYLLABLES = [onset + vowel for onset in _ONSETS for vowel in "aeiou"]
_STEP = 1_000_003  # shares no factor with the number of syllables


class Vocabulary:
    """Words and pairs of words by rank, the most frequent first; the same seed makes the same."""

    def __init__(self, seed: int) -> None:
        coined = _coined(random.Random(seed))  # noqa: S311 - no secret
        self._items = [*_SMALL, *islice(coined, _SIZE - len(_SMALL))]
        self.names = [word.capitalize() for word in islice(coined, 15_000)]
        """Words that are in nothing that is drawn."""
        single = self._items[_SINGLE:_PAIRED_BELOW]
        chance = random.Random(seed)  # noqa: S311
        for rank in range(_SINGLE, _SIZE, _PAIR_EVERY):
            self._items[rank] = " ".join(chance.sample(single, 2))
        weights = [1 / (rank + _FLATNESS) ** _STEEPNESS for rank in range(1, _SIZE + 1)]
        self._reach = list(accumulate(weights))

    def draw(self, chance: random.Random) -> Iterator[str]:
        """Yield words and pairs without end, each as often as its rank allows."""
        while True:
            yield from chance.choices(self._items, cum_weights=self._reach, k=_AT_ONCE)

    def shares(self, drawn: int) -> dict[str, float]:
        """Return the share of texts to expect each word and each pair in.

        `drawn` is how many words and pairs make a text.
        """
        often: defaultdict[str, float] = defaultdict(float)
        reach = [0.0, *self._reach]
        for rank, item in enumerate(self._items):
            weight = (reach[rank + 1] - reach[rank]) / reach[-1]
            for part in {item, *item.split()}:
                often[part] += weight
        return {item: 1 - exp(-drawn * weight) for item, weight in often.items()}


def place_name(number: int) -> str:
    """Return the name of a place, another for each number below a million."""
    digits = number * _STEP % len(_SYLLABLES) ** 3
    name = ""
    for _ in range(3):
        digits, digit = divmod(digits, len(_SYLLABLES))
        name += _SYLLABLES[digit]
    return name.capitalize() + "wick"


def _coined(chance: random.Random) -> Iterator[str]:
    """Yield words without end, none twice, longer and longer."""
    seen = set(_SMALL)
    while True:
        most = 2 if len(seen) < 5_000 else 3
        word = "".join(
            chance.choice(_ONSETS) + chance.choice(_VOWELS)
            for _ in range(chance.randint(most - 1, most))
        )
        word += chance.choice(_CODAS)
        if word not in seen:
            seen.add(word)
            yield word
