"""What the names of one text say about one another: short forms, surnames, acronyms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from newsreader.model import EntityType

Words = tuple[str, ...]
_Said = defaultdict[str, dict[str, None]]
"""Evidence by the word that it is about, in the order in which it was found."""

_IN_BRACKETS = re.compile(r"\s\(([A-Z][A-Za-z.&-]{1,9})(?:[;,][^)]{0,20})?\)")


def initials(words: Iterable[str]) -> str:
    """Return the first letters of the words that begin with a capital: "WHO"."""
    return "".join(word[0] for word in words if word[0].isupper())


def acronym_after(text: str, end: int) -> tuple[int, int] | None:
    """Return the span of the acronym in brackets that follows the name ending at `end`."""
    found = _IN_BRACKETS.match(text, end)
    return None if found is None else found.span(1)


class Relations:
    """The verdicts on the longer names of a text, ready to be asked about a shorter one."""

    def __init__(self, verdicts: Mapping[Words, EntityType | None]) -> None:
        self._ends: _Said = defaultdict(dict)
        self._begins: _Said = defaultdict(dict)
        self._holds: _Said = defaultdict(dict)
        self._initials: _Said = defaultdict(dict)
        for words, kind in verdicts.items():
            if kind is not None and len(words) > 1:
                named = kind.lower()
                self._begins[words[0]][f"begins {named}"] = None
                self._ends[words[-1]][f"ends {named}"] = None
                for word in words[1:-1]:
                    self._holds[word][f"within {named}"] = None
                self._initials[initials(words)][f"initials {named}"] = None

    def of(self, words: Words) -> list[str]:
        """Return what the longer names say about the name of one word that these are."""
        if len(words) != 1:
            return []
        word = words[0]
        usual = word.title() if word.isupper() else word
        found: list[str] = []
        for said in (self._ends, self._begins, self._holds):
            found += said.get(word) or said.get(usual, {})
        found += self._initials.get(word.replace(".", ""), {})
        return found
