"""Where a text says what was asked for, which an index that keeps no texts cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsreader.library.tokens import BETWEEN_WORDS, IN_WORD, folded, spaced, words
from newsreader.model import Span
from newsreader.search.query import Query
from newsreader.search.tree import And, Field, Node, Not, Or, Term

_LONGEST = 1_000  # characters of a term
# Names are looked for where they stand in the text.
_NAMES = (Field.SPEAKER, Field.ENTITY, Field.PERSON, Field.ORG, Field.PLACE)


@dataclass(frozen=True, slots=True)
class Matcher:
    """What to look for in texts: anywhere, and in quotes alone."""

    anywhere: tuple[re.Pattern[str], ...]
    said: tuple[re.Pattern[str], ...]

    def spans(self, text: str, quotes: Sequence[Span] = ()) -> tuple[Span, ...]:
        """Return the spans of all that is found in `text`, in order; none overlap.

        What is asked of `said` is looked for within `quotes`.
        """
        within = folded(text)
        offsets = _offsets(text, within)
        found = _found(self.anywhere, within, offsets)
        if quotes:
            found |= {
                (start, end)
                for start, end in _found(self.said, within, offsets)
                if any(quote.start <= start and end <= quote.end for quote in quotes)
            }
        return tuple(Span(start, end) for start, end in _apart(found))


def matcher(query: Query) -> Matcher:
    """Return what finds the words of `query` in texts: those that are to be there."""
    terms = list(_asked(query.root)) if query.root else []
    return Matcher(
        _patterns(term for term in terms if term.field in (Field.ANYWHERE, *_NAMES)),
        _patterns(term for term in terms if term.field is Field.SAID),
    )


def _asked(node: Node) -> Iterator[Term]:
    match node:
        case Term(text, Field.NEAR, goes_on):
            *others, last = text.split() or [""]
            yield from map(Term, others)
            yield Term(last, goes_on=goes_on)
        case Term():
            yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from _asked(part)
        case Not():
            return


def _patterns(terms: Iterable[Term]) -> tuple[re.Pattern[str], ...]:
    patterns = {_pattern(term) for term in terms}
    return tuple(re.compile(pattern) for pattern in patterns if pattern)


def _pattern(term: Term) -> str:
    """Return a regular expression for a folded text; "" for a term without words.

    Nobody looks for where a whole pasted page stands, and `re` takes seconds to make sense of one.
    """
    known = words(term.text).split()
    if not known or len(term.text) > _LONGEST:
        return ""
    first, *others = known
    # The look behind comes after the word: so `re` can leap from one beginning to the next.
    begins = f"{first}(?<!{IN_WORD}{first})"
    ends = f"{IN_WORD}*" if term.goes_on else f"(?!{IN_WORD})"
    return f"{BETWEEN_WORDS}+".join((begins, *others)) + ends


def _found(
    patterns: Sequence[re.Pattern[str]], text: str, offsets: Sequence[int]
) -> set[tuple[int, int]]:
    spans = set()
    for pattern in patterns:
        found = pattern.search(text)
        while found:
            start, end = found.span()
            spans.add((offsets[start], max(offsets[end - 1] + 1, offsets[end])))
            found = pattern.search(text, start + 1)
    return spans


def _offsets(text: str, within: str) -> Sequence[int]:
    """Return where in `text` each character of its folded form comes from, and its length."""
    if len(text) == len(spaced(text)) == len(within):
        return range(len(text) + 1)
    return [*(offset for offset, each in enumerate(text) for _ in folded(each)), len(text)]


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, with those that overlap made one."""
    apart: list[tuple[int, int]] = []
    for span in sorted(spans):
        if apart and span[0] < apart[-1][1]:
            start, end = apart.pop()
            apart.append((start, max(end, span[1])))
        else:
            apart.append(span)
    return apart
