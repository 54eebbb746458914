"""An article as a reference manager keeps it: under a key, with what the reader wrote beside it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from newsreader.export.address import web_address
from newsreader.export.authors import authors
from newsreader.export.entries import Entry, entries
from newsreader.export.lines import lines, one_line
from newsreader.export.provenance import provenance, remarks
from newsreader.model.evidence import Evidence

_SMALL = frozenset(
    "a an and as at but by for from how in into is of on or over the to what who why with".split()
)
"""Words that say little of what an article is about."""


def keys(evidence: Sequence[Evidence]) -> list[str]:
    """Return a key for each article: author, year, and the first word that matters (roe2024budget).

    Keys are of ASCII letters and digits. Where several would be the same, those of the articles
    that came into the library later have a number behind them, whatever their order here.
    """
    order = sorted(
        range(len(evidence)), key=lambda n: (evidence[n].article_id, evidence[n].location)
    )
    used: Counter[str] = Counter()
    found = [""] * len(evidence)
    for n in order:
        key = _key(evidence[n])
        used[key] += 1
        found[n] = key if used[key] == 1 else f"{key}-{used[key]}"
    return found


def _key(article: Evidence) -> str:
    wrote = next((_ascii(author.family) for author in authors(article.byline)), "")
    name = wrote or _ascii(article.publisher) or "article"
    year = str(article.published.year) if article.published else "nd"
    words = [_ascii(word) for word in re.split(r"\W+", article.title)]
    telling = [word for word in words if word and word not in _SMALL]
    return name[:30] + year + (telling[0][:30] if telling else "")


def _ascii(text: str) -> str:
    """Return the letters and digits of a text in ASCII, what has none left out."""
    folded = unicodedata.normalize("NFKD", text.lower())
    return "".join(re.findall("[a-z0-9]", folded))


def kept_of(article: Evidence) -> list[str]:
    """Return what the reader kept of an article, a text of some lines for each entry.

    Where the article has no address to be looked up at, where it was read comes first.
    """
    location = "" if web_address(article) else one_line(article.location)
    read_from = [f"Read from {location}"] if location else []
    return read_from + ["\n".join(_annotation(entry)) for entry in entries([article])]


def _annotation(entry: Entry) -> Iterator[str]:
    """Yield the passage and who says it, how that is known, and what the reader wrote."""
    if entry.passage:
        who = one_line(entry.quote.who) if entry.quote else ""
        yield f"“{one_line(entry.exact)}”" + (f" — {who}" if who else "")
        yield provenance(entry)
        yield from remarks(entry.passage)
        if entry.tags:  # those of the article are its keywords
            yield "Tags: " + ", ".join(map(one_line, entry.tags))
    if entry.note:
        yield from lines(entry.note.text)
