"""Names in lines of capitals only, where every word looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsreader.analysis import gazetteer
from newsreader.analysis.names import Name
from newsreader.model import Span

_WORD = re.compile(r"[^\s,]+")
_LONGEST = 3
_ROW = re.compile(r"[^a-z\n]+?(?: -?\d[\d. -]*| (?:AT|V|VS) [^a-z\n]+)(?:\n|$)")
_LONGEST_LINE = 200


def is_shouted(text: str, name: Name) -> bool:
    """Tell whether a name stands in a line of capitals only, with other words or as a long one."""
    if not name.text.isupper():
        return False
    low, high = max(0, name.span.start - _LONGEST_LINE), name.span.end + _LONGEST_LINE
    start = max(low, text.rfind("\n", low, name.span.start) + 1)
    end = text.find("\n", name.span.end, high)
    line = text[start : end if end >= 0 else high]
    return line.isupper() and (len(line) > len(name.text) + 1 or name.text.count(" ") > 1)


def words_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where each word of a stretch of `text` stands."""
    return [found.span() for found in _WORD.finditer(text, start, end)]


def known_within(text: str, whole: Span) -> Iterator[tuple[int, int]]:
    """Yield where the known names within a stretch of capitals stand, the longest first."""
    words = words_in(text, whole.start, whole.end)
    is_row = _is_row(text, whole)
    at = 0
    while at < len(words):
        for count in range(min(_LONGEST, len(words) - at), 0, -1):
            start, end = words[at][0], words[at + count - 1][1]
            if _is_known(text[start:end].split(), is_row=is_row):
                yield start, end
                at += count - 1
                break
        at += 1


def _is_row(text: str, whole: Span) -> bool:
    """Tell a row of a table ("HARTFORD 12 7 6", "CHICAGO AT UTAH"), which is all names."""
    low, high = max(0, whole.start - _LONGEST_LINE), whole.end + _LONGEST_LINE
    start, end = text.rfind("\n", low, whole.start) + 1, text.find("\n", whole.end, high)
    is_long = (start == 0 and low > 0) or (end < 0 and high < len(text))
    return not is_long and _ROW.match(text, start, end if end >= 0 else high) is not None


def _is_known(words: list[str], *, is_row: bool) -> bool:
    usual = " ".join(words).title()
    if gazetteer.is_place(usual) and (is_row or len(words) > 1 or gazetteer.is_major_place(usual)):
        return True
    if gazetteer.is_club(usual) and (is_row or len(words) > 1):
        return True
    if len(words) == 1:
        return len(usual) > 2 and gazetteer.is_organisation(words[0])
    if gazetteer.is_organisation(usual):
        return True
    known = gazetteer.forename_sex(words[0]) is not None and gazetteer.is_surname(words[-1])
    return known and not gazetteer.is_place(words[-1].title())
