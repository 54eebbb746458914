"""What a reader types over their notes: words, #tags, and colours by their names.

Words are looked for in passage, note, tags and title, as they stand there, in any order; accents
and capitals make no difference. `#harbour` is a tag that begins so, `colour:claim` a colour; what
has a space in it stands in quotation marks: `#"old harbour"`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from newsreader.library.entries import ListedEntry
from newsreader.library.tokens import folded
from newsreader.model import COLOURS

_PART = re.compile(
    r'(?P<sort>#|colou?r:)?(?:"(?P<quoted>[^"]*)"?|(?P<word>\S+)|(?<=[#:]))', re.IGNORECASE
)
_APART = re.compile(r'(?<!\S)(?P<sort>#|colou?r:)(?:"[^"]*"?|\S+)|"[^"]*"?|\S+', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which entries are asked for: those with all these words and tags, in one of the colours.

    `colours` None: in any, and notes on articles too. `remarks` say what was not understood.
    """

    words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    colours: frozenset[str] | None = None
    remarks: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether all entries are asked for."""
        return not (self.words or self.tags) and self.colours is None

    def fits(self, entry: ListedEntry) -> bool:
        """Tell whether this entry is asked for."""
        if self.colours is not None and entry.colour not in self.colours:
            return False
        if not all(word in entry.words for word in self.words):
            return False
        return all(any(_folded(tag).startswith(begun) for tag in entry.tags) for begun in self.tags)


def narrowing(typed: str, called: Mapping[str, str]) -> Narrowing:
    """Return what is asked for by what was typed. `called`: the reader's names of the COLOURS."""
    words, tags, remarks = [], [], []
    colours: frozenset[str] | None = None
    for part in _PART.finditer(typed):
        value = _folded(part["quoted"] or part["word"] or "")
        sort = (part["sort"] or "").lower()
        if not value:
            continue
        if not sort:
            words.append(value)
        elif sort == "#":
            tags.append(value)
        else:
            meant = _meant(value, called)
            colours = meant if colours is None else colours & meant
            if not meant:
                names = ", ".join(called.get(colour, colour) for colour in COLOURS)
                remarks.append(f"No colour is called “{value}”; there are {names}.")
    return Narrowing(tuple(words), tuple(tags), colours, tuple(remarks))


def apart(query: str, called: Mapping[str, str]) -> tuple[Narrowing, str]:
    """Take the #tags and colours out of a query; return what they ask for, and what is left."""
    taken = [part for part in _APART.finditer(query) if part["sort"]]
    left = _APART.sub(lambda part: "" if part["sort"] else part[0], query)
    return narrowing(" ".join(part[0] for part in taken), called), " ".join(left.split())


def _meant(value: str, called: Mapping[str, str]) -> frozenset[str]:
    """Return the colours whose name, the reader's or their own, begins so."""
    return frozenset(
        colour
        for colour in COLOURS
        if colour.startswith(value) or _folded(called.get(colour, "")).startswith(value)
    )


def _folded(text: str) -> str:
    return " ".join(folded(text).split())
