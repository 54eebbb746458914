"""Which articles a list shows, by their ids alone, in the order it shows them.

Ids are cheap: those of a hundred thousand articles are there in a tenth of a second, while what
is shown of them (`articles.listing`) is read for a window at a time.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import apsw

from newsreader.library.statements import run

_LOOKED_AT = 1_000  # articles at a time, on the way to an unread one
_NO_LIMIT = -1

_ALL_IDS = "SELECT json_group_array(id) FROM (SELECT article.id FROM article WHERE"
_COUNT = "SELECT count(*) FROM article WHERE"


class Order(StrEnum):
    """How a list is sorted; articles that are equal in it by date, the newest first."""

    DATE = "date"
    SOURCE = "source"
    TITLE = "title"
    UNREAD = "unread"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be true of an article, in SQL, with the values for its `?`."""

    sql: str
    values: tuple[Any, ...] = ()


_MOMENT = "coalesce(published, added) DESC, article.id DESC"  # has an index
_NOTED = (
    "(SELECT count(*) FROM highlight WHERE article_id = article.id)"
    " + (SELECT count(*) FROM note WHERE article_id = article.id)"
)
_SORTED = {
    Order.DATE: _MOMENT,
    Order.SOURCE: f"origin COLLATE NOCASE, {_MOMENT}",
    Order.TITLE: "title COLLATE NOCASE, article.id",  # as its index has it: ten times as fast
    Order.UNREAD: f"read, {_MOMENT}",
    Order.NOTES: f"{_NOTED} DESC, {_MOMENT}",
}


def ids(
    db: apsw.Connection,
    conditions: Sequence[Condition] = (),
    order: Order = Order.DATE,
    *,
    in_bin: bool = False,
    limit: int | None = None,
) -> array[int]:
    """Return the ids of the articles for which all `conditions` hold, in `order`.

    What lists leave out (the bin; samples beside other articles) is not among them, unless those
    in the bin are asked for.
    """
    sql, values = _chosen(conditions, in_bin=in_bin)
    # The plus keeps an index from setting the order where few rows are to be sorted.
    sorting = ("+" if conditions or in_bin else "") + _SORTED[order]
    # One row for all of them: a row each would let go of the interpreter as often.
    rows = run(db, f"{_ALL_IDS} {sql} ORDER BY {sorting} LIMIT ?)", (*values, limit or _NO_LIMIT))
    return array("q", json.loads(rows[0][0]))


def count(db: apsw.Connection, conditions: Sequence[Condition], *, in_bin: bool = False) -> int:
    """Return how many ids `ids` would return."""
    sql, values = _chosen(conditions, in_bin=in_bin)
    return int(run(db, f"{_COUNT} {sql}", values)[0][0])


def among(chosen: Sequence[int]) -> Condition:
    """Return the condition that an article is one of these."""
    return Condition("article.id IN (SELECT value FROM json_each(?))", (json.dumps(list(chosen)),))


def first_unread(db: apsw.Connection, chosen: Sequence[int]) -> int | None:
    """Return the first of these ids whose article has not been read."""
    for start in range(0, len(chosen), _LOOKED_AT):
        some = json.dumps(list(chosen[start : start + _LOOKED_AT]))
        rows = run(
            db,
            "SELECT article.id FROM json_each(?) JOIN article ON article.id = value"
            " WHERE NOT read ORDER BY key LIMIT 1",
            (some,),
        )
        if rows:
            return int(rows[0][0])
    return None


def _chosen(conditions: Sequence[Condition], *, in_bin: bool) -> tuple[str, tuple[Any, ...]]:
    where = "deleted IS NOT NULL" if in_bin else "article.id NOT IN hidden"
    sql = " AND ".join([where, *(f"({each.sql})" for each in conditions)])
    return sql, tuple(value for each in conditions for value in each.values)
