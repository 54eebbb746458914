"""What a text says between its quotations, as a string of tags that rules can be written over.

One letter a word (see lexicon.py), one a name, one a passage in marks: `“Go,” said Ann Roe, who
left.` reads `QVN,wx.`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from newsreader.analysis.gazetteer import demonym
from newsreader.analysis.lexicon import BODIES, NOUN_OR_CUE, TAGS, is_many
from newsreader.analysis.marks import Passage
from newsreader.analysis.names import Name
from newsreader.analysis.people import People
from newsreader.analysis.sentences import Layout
from newsreader.model import Entity, Span

_TOKEN = re.compile(
    r"[^\W\d_][a-z]*+[^\W\d_]*+(?:['’-](?!(?:[sS]|re|ve|ll|d|m)\b)[^\W\d_]++)*+"
    r"(?: it\b(?:(?<=\b[Pp]ut it)|(?<=\b[Pp]uts it)))?|[,:;()—–―]|[.!?…][.!?…]*"
    r"|['’](?:[sS]|re|ve|ll|d|m)\b|\n\s*|\d\d*(?:[.,]\d+)*\w*|-(?=[-\s])|@(?<![\w.]@)\w+"
)
"""Each kind of token begins with one of a few characters, to be ruled out at once elsewhere."""

_PUNCTUATION = dict(zip(",:;()—–―-.!?…", ",:;()----....", strict=True))
_ENDINGS = (("ly", "y"), ("ed", "v"), ("ing", "g"))
_ENDS = frozenset(".!?…")
_UNSURE = frozenset("GVs")
"""The letters that depend on the word before."""

_LONG_TITLE = re.compile(
    r"(?:R|(?<=[VD.|])x(?=c[xg]{1,2}R))(?P<rest>(?:p[DdxgtsOR]{0,4}[xdOR]|[,c]O{1,2}|cx{1,3}){1,4}|c[xg]{0,3}R)N"
)
_LINKING = {
    "p": frozenset("of for in at on from".split()),
    "c": frozenset(("and",)),
}
_BEFORE_ANY_NAME = frozenset("late slain murdered young then former future new".split())
_LONGEST_ASIDE = 5
_MATTERS = frozenset("NVGQhf.|")
_MARKS_AND_SPACE = " \t\xa0\"＂“”„‟«»`'‘’"
_LINKS = str.maketrans("p,c", "xxx")
_NEXT = re.compile(r"[ \t\xa0]*[\"“‘'«„(\[]*(\w)")


@dataclass(frozen=True, slots=True)
class Narration:
    """The tags of a text, with where each token stands.

    `starts` and `ends` are offsets into the text. `names` maps a token to the index of the name it
    is; `passages[i]` is the token that the i-th passage is.
    """

    tags: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    names: dict[int, int]
    passages: tuple[int, ...]

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text from token `first` to token `last`, both included."""
        return Span(self.starts[first], self.ends[last])


def narrate(
    layout: Layout,
    names: Sequence[Name],
    people: People,
    entities: Sequence[Entity],
    passages: Sequence[Passage],
) -> Narration:
    """Tag every word outside the passages, every name there, and every passage."""
    writer = _Writer(layout)
    anchors: list[tuple[int, int, int | None]] = [*_wholes(names, people, entities)]
    anchors += [(passage.outer.start, passage.outer.end, None) for passage in passages]
    for start, end, name in sorted(anchors, key=lambda anchor: anchor[0]):
        writer.words_until(start)
        if name is None:
            writer.passage(start, end)
        elif start >= writer.position:
            writer.name(start, end, name, is_person=people.owners[name] is not None)
    writer.words_until(len(layout.text))
    return _with_long_titles(layout.text, writer.narration())


def _wholes(
    names: Sequence[Name], people: People, entities: Sequence[Entity]
) -> Iterator[tuple[int, int, int]]:
    """Yield where each name begins and ends, with its title, and its index.

    The names in "Ministry of Health and Sports" are one token, as the entity they name is one.
    What is no entity at the start of a sentence ("Speaking in Rome"), or says where somebody is
    from ("Honduran citizens"), is left to be a word like others.
    """
    known = sorted(
        (mention.span.start, mention.span.end) for e in entities for mention in e.mentions
    )
    starts = [start for start, _ in known]
    for index, (name, owner) in enumerate(zip(names, people.owners, strict=True)):
        start, end = name.whole.start, name.span.end
        if owner is None:
            at = bisect_right(starts, name.span.start) - 1
            if at >= 0 and known[at][1] >= end:
                start, end = min(start, known[at][0]), known[at][1]
            elif " " not in name.text and (name.opens or demonym(name.text)):
                continue
        yield start, end, index


class _Writer:
    """Writes tags from left to right; `position` is how far it has come in the text."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._tags: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._names: dict[int, int] = {}
        self._passages: list[int] = []
        self.position = 0

    def words_until(self, end: int) -> None:
        """Tag the words up to `end`."""
        if end <= self.position:
            return
        tags, starts, ends, text = self._tags, self._starts, self._ends, self._layout.masked
        for token in _TOKEN.finditer(text, self.position, end):
            start, stop = token.span()
            tag = _tag(token[0])
            if tag in _UNSURE:
                tag = _in_context(tag, token[0], tags[-1] if tags else "|")
            elif tag == "|" and text[stop : stop + 1].islower():
                continue  # a line broken within its sentence
            tags.append(tag)
            starts.append(start)
            ends.append(stop)
            if tag == ")":
                self._drop_aside()

    def name(self, start: int, end: int, index: int, *, is_person: bool) -> None:
        """Tag a name with the title before it."""
        self._names[len(self._tags)] = index
        self._add("N" if is_person else "O", start, end)
        self.position = end

    def passage(self, start: int, end: int) -> None:
        """Tag a passage, and the end of a sentence where one ends inside its marks."""
        self._passages.append(len(self._tags))
        self._add("Q", start, end)
        self.position = end
        if self._sentence_ends(start, end):
            self._add(".", end, end)

    def _sentence_ends(self, start: int, end: int) -> bool:
        text = self._layout.text
        inside = text[start:end].rstrip(_MARKS_AND_SPACE)
        following = _NEXT.match(text, end)
        return inside[-1:] in _ENDS and following is not None and following[1].isupper()

    def _drop_aside(self) -> None:
        """Forget a few words in brackets that only tell who somebody is: "(D-Ohio)", "(WHO)"."""
        tail = "".join(self._tags[-_LONGEST_ASIDE:])
        size = len(tail) - tail.rfind("(")
        if "(" in tail and _MATTERS.isdisjoint(tail[-size:]):
            for column in (self._tags, self._starts, self._ends):
                del column[-size:]
            for token in range(len(self._tags), len(self._tags) + size):
                self._names.pop(token, None)

    def _add(self, tag: str, start: int, end: int) -> None:
        self._tags.append(tag)
        self._starts.append(start)
        self._ends.append(end)

    def narration(self) -> Narration:
        """Return what was written."""
        tags = "".join(self._tags)
        starts, ends = tuple(self._starts), tuple(self._ends)
        return Narration(tags, starts, ends, self._names, tuple(self._passages))


def _with_long_titles(text: str, narration: Narration) -> Narration:
    """Make one noun phrase of a name and the title of many words right before it.

    "The minister for sports and arts Ann Roe" reads `DRxxxxN`, "the leader of the party Ann Roe"
    `DRxxRN`, with no preposition that would part them.
    """
    pieces, done = list[str](), 0
    for found in _LONG_TITLE.finditer(narration.tags):
        tokens = range(found.start(), found.end() - 1)
        words = [narration.span(token, token).of(text).lower() for token in tokens]
        if _is_long_title(found[0], words):
            pieces += (narration.tags[done : found.start("rest")], found["rest"].translate(_LINKS))
            done = found.end("rest")
    return replace(narration, tags="".join((*pieces, narration.tags[done:])))


def _is_long_title(tags: str, words: list[str]) -> bool:
    """Tell it from "a man who saw Ann Roe" and "the widow of the late Ann Roe"."""
    if is_many(words[0]) or words[0] in BODIES or words[-1] in _BEFORE_ANY_NAME:
        return False
    rest = list(zip(tags, words, strict=False))[1:]
    if tags[1] == "c":
        rest.pop()
    return all(
        word in BODIES or is_many(word) if tag == "R" else word in _LINKING.get(tag, (word,))
        for tag, word in rest
    )


@lru_cache(maxsize=1 << 15)
def _tag(token: str) -> str:
    """Return the letter of a word that is no name, or of a punctuation mark."""
    word = token.lower().replace("’", "'")
    return TAGS.get(word) or _unknown(word)


def _in_context(tag: str, token: str, previous: str) -> str:
    """Return the letter of a word that may be another after some words."""
    if tag == "G":
        return "T" if previous in "Ds" else tag
    if tag == "s":
        return "a" if previous in "hfi" else tag
    word = token.lower()
    return "T" if word in NOUN_OR_CUE and _wants_noun(word, previous) else tag


def _wants_noun(word: str, previous: str) -> bool:
    """Tell "his claims" and "a reply" from "he claims" and "they reply"."""
    if previous in "Dspdx":
        return True
    return previous in "NO" and not word.endswith(("s", "ed", "thought"))


def _unknown(word: str) -> str:
    """Return the letter of a word that is in no table, by its ending, or of a mark."""
    first = word[0]
    if first.isalpha():
        if len(word) < 5:
            return "x"
        return next((tag for ending, tag in _ENDINGS if word.endswith(ending)), "x")
    if first.isdigit():
        return "d"
    if first == "@" and len(word) > 1:
        return "O"
    return _PUNCTUATION.get(first, "|")
