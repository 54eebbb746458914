"""What a reader types to search the library. Any text is a valid query."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TERM = re.compile(
    """
      ["“”„] (?P<phrase> [^"“”„]*) (?: ["“”„] (?P<phrase_goes_on> \\*?) | $ )
    | (?P<word> [^\\s"“”„*]+ ) (?P<word_goes_on> \\*? )
    """,
    re.VERBOSE,
)
_UNSEARCHABLE = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand together in an article, in this order, whatever is between them.

    `goes_on`: the last of them may be only the beginning of a word (typed as `coun*`).
    """

    text: str
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for: every term must be found."""

    terms: tuple[Term, ...]

    def expression(self) -> str:
        """Return the query as an FTS5 expression (sqlite.org/fts5.html, section 3).

        Every term is an FTS5 string, so nothing a reader types is taken for an operator; terms
        without a letter or digit ask for nothing.
        """
        return " ".join(f'"{term.text}"{"*" if term.goes_on else ""}' for term in self.terms)


def parse(text: str) -> Query:
    """Read words, "exact phrases" (straight or curly marks) and beginnings* out of any text.

    A mark that is never closed opens a phrase to the end. A word with punctuation within
    (O'Brien, counter-terrorism) is looked for as a phrase.
    """
    terms = []
    for found in _TERM.finditer(_UNSEARCHABLE.sub(" ", text)):
        words = found["word"] or found["phrase"] or ""
        if any(character.isalnum() for character in words):
            terms.append(
                Term(words.strip(), bool(found["word_goes_on"] or found["phrase_goes_on"]))
            )
    return Query(tuple(terms))
