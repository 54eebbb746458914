"""What the names of one text say about one another: short forms, surnames, acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from newsreader.model import EntityType

Words = tuple[str, ...]

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
        self._ends: dict[str, set[EntityType]] = {}
        self._begins: dict[str, set[EntityType]] = {}
        self._holds: dict[str, set[EntityType]] = {}
        self._initials: dict[str, set[EntityType]] = {}
        for words, kind in verdicts.items():
            if kind is not None and len(words) > 1:
                self._begins.setdefault(words[0], set()).add(kind)
                self._ends.setdefault(words[-1], set()).add(kind)
                for word in words[1:-1]:
                    self._holds.setdefault(word, set()).add(kind)
                self._initials.setdefault(initials(words), set()).add(kind)

    def of(self, words: Words) -> Iterator[str]:
        """Yield what the longer names say about the name of one word that these are."""
        if len(words) != 1:
            return
        for relation, known in (
            ("ends", self._ends),
            ("begins", self._begins),
            ("within", self._holds),
        ):
            word = words[0]
            if word.isupper() and word not in known:
                word = word.title()
            for kind in known.get(word, ()):
                yield f"{relation} {kind.lower()}"
        for kind in self._initials.get(words[0].replace(".", ""), ()):
            yield f"initials {kind.lower()}"
