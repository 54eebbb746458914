"""What the articles found have in common: who speaks, what is named, where and when."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date

import apsw

from newsreader.library.statements import run
from newsreader.search.finding import newest
from newsreader.search.query import Query
from newsreader.search.tree import Field

COUNTED = 10_000
"""How many articles are counted at most, the newest: more would keep a reader waiting."""

_NAMED = (Field.SPEAKER, Field.PERSON, Field.ORG, Field.PLACE)
_FOUND = "FROM json_each(?) AS found CROSS JOIN "
# One text for all of them: a row each would take twice as long.
_NAMES = f"SELECT group_concat(name_id) {_FOUND} article_name ON article_id = found.value"
_CALLED = (
    "SELECT name.id, kind, name FROM json_each(?) AS wanted JOIN name ON name.id = wanted.value"
)
_ARTICLES = (
    "SELECT origin, strftime('%Y-%m', coalesce(published, added) / 1000000, 'unixepoch')"
    f" {_FOUND} article ON article.id = found.value"
)
_ENOUGH = 1_000  # names, the most frequent ones, among which each kind has its share


@dataclass(frozen=True, slots=True)
class Facet:
    """The values that occur most in one field, each with the number of articles that have it.

    Those of `Field.ON` are months, as `2024-06`, the latest first.
    """

    field: Field
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """What the articles found have in common; `counted` of them were looked at, the newest."""

    facets: tuple[Facet, ...] = ()
    counted: int = 0


def facets(db: apsw.Connection, query: Query, today: date, most: int) -> Facets:
    """Return the facets of the articles that a query finds, at most so many values each.

    Fields in which there is nothing are left out. Raises LibraryError.
    """
    ids = newest(db, query, today, COUNTED)
    found = json.dumps(ids)
    values = _names(db, found)
    rows = run(db, _ARTICLES, (found,))
    values[Field.SOURCE] = Counter(origin for origin, _ in rows if origin).most_common(most)
    months = Counter(month for _, month in rows)
    values[Field.ON] = sorted(months.items(), reverse=True)
    return Facets(
        tuple(Facet(field, tuple(each[:most])) for field, each in values.items() if each),
        len(ids),
    )


def _names(db: apsw.Connection, found: str) -> dict[Field, list[tuple[str, int]]]:
    """Return the names of each kind in these articles, the most frequent first."""
    [(ids,)] = run(db, _NAMES, (found,))
    counts = Counter(ids.split(",") if ids else ())
    frequent = {int(name_id): times for name_id, times in counts.most_common(_ENOUGH)}
    names: dict[Field, list[tuple[str, int]]] = {field: [] for field in _NAMED}
    for name_id, kind, name in run(db, _CALLED, (json.dumps(list(frequent)),)):
        names[Field(kind)].append((name, frequent[name_id]))
    return {kind: sorted(each, key=lambda row: (-row[1], row[0])) for kind, each in names.items()}
