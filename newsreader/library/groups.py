"""Articles by what they share: a source or a tag, each with as many as a search for it finds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import apsw

from newsreader.library.statements import run
from newsreader.library.tokens import words

_FROM = (
    "SELECT origin, count(*) AS times FROM article WHERE article.id NOT IN hidden"
    " GROUP BY origin ORDER BY times DESC, origin"
)
_TAGGED = (
    "SELECT tag, article_id FROM ("
    "SELECT tag, article_id FROM article_tag UNION"
    " SELECT tag, article_id FROM highlight_tag JOIN highlight ON highlight.id = highlight_id)"
    " WHERE article_id NOT IN hidden ORDER BY tag"
)


@dataclass(frozen=True, slots=True)
class Group:
    """So many articles whose source, or one of whose tags, has the words of this name in it."""

    name: str
    count: int


def sources(db: apsw.Connection, most: int) -> list[Group]:
    """Return the sources with the most articles, at most so many, the largest first."""
    names: dict[str, str] = {}
    counts = Counter[str]()
    for origin, count in run(db, _FROM):
        names.setdefault(words(origin), origin)
        counts[words(origin)] += count
    largest = [asked for asked, _ in counts.most_common(most) if asked.strip()]
    return _by_size(
        Group(names[asked], sum(counts[other] for other in counts if asked in other))
        for asked in largest
    )


def tags(db: apsw.Connection, most: int) -> list[Group]:
    """Return the tags with the most articles, at most so many, the largest first."""
    names: dict[str, str] = {}
    tagged = defaultdict[str, set[int]](set)
    for tag, article_id in run(db, _TAGGED):
        names.setdefault(words(tag), tag)
        tagged[words(tag)].add(article_id)
    groups = [
        Group(names[asked], len(set[int]().union(*(tagged[o] for o in tagged if asked in o))))
        for asked in names
        if asked.strip()
    ]
    return _by_size(groups)[:most]


def _by_size(groups: Iterable[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: (-group.count, group.name.casefold()))
