"""The line that says who wrote an article: the paper it names is not what the article is about."""

from __future__ import annotations

import re
from itertools import islice

from newsreader.model import Span

_BYLINE = re.compile(
    r"^(?:(?:Written|Reported|Words|Text|Story)[ \xa0])?(?:By|BY|by)[ \xa0]"
    r"(?:[^\W\d_a-z]|our\b|a[ \xa0]staff\b)[^\n]{2,100}(?<![.!?:])$",
    re.MULTILINE,
)
_WROTE = re.compile(
    r"\b(?:staff|reporters?|correspondents?|editors?|writers?|bureau|desk|agencies|agency|service)\b"
    r"|(?:,|[ \xa0](?:\||/|-|–|—|·|•|for|of)[ \xa0])",
    re.IGNORECASE,
)
"""What parts the writer from the paper, or says that there is one."""

_HEAD = 1_500
"""Characters from the start within which bylines stand."""

_MOST = 2


def bylines(text: str) -> list[Span]:
    """Return the lines at the head of `text` that say who wrote it and for which paper."""
    lines = (found for found in _BYLINE.finditer(text, 0, _HEAD) if _WROTE.search(found[0]))
    return [Span(*found.span()) for found in islice(lines, _MOST)]
