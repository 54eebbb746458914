"""Lists of articles: which ones, in what order, and what is shown of each."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsreader.library import articles, ordering, undo
from newsreader.library.articles import ListedArticle
from newsreader.library.ordering import Condition, Order
from newsreader.library.times import now
from newsreader.reading.held import Held

if TYPE_CHECKING:
    from newsreader.library.groups import Group
    from newsreader.library.queries import SavedQuery

# What the first frame of the screen can do without is imported where it is used.


class Listing(Held):
    """Gives lists piece by piece, so that one of any length is there at once."""

    def ids(
        self,
        query: str = "",
        order: Order = Order.DATE,
        *,
        typed: str = "",
        chosen: Sequence[int] | None = None,
        in_bin: bool = False,
        limit: int | None = None,
    ) -> array[int]:
        """Return the ids of the articles that answer `query` (an empty one: of all), in `order`.

        `typed` narrows them further, as a reader types it over a list: its words are looked for in
        titles. `chosen`: only of these. `in_bin`: of those in the bin, which are left out
        otherwise. Raises LibraryError.
        """
        with self.library() as db:
            conditions = _conditions(query, typed, chosen)
            return ordering.ids(db, conditions, order, in_bin=in_bin, limit=limit)

    def count(self, query: str = "", *, in_bin: bool = False) -> int:
        """Return how many ids `ids` would return."""
        with self.library() as db:
            return ordering.count(db, _conditions(query), in_bin=in_bin)

    def listing(self, ids: Sequence[int] | None = None) -> list[ListedArticle]:
        """Return these articles in this order; None: all, newest first."""
        with self.library() as db:
            return articles.listing(db, ids)

    def first_unread(self, ids: Sequence[int]) -> int | None:
        """Return the first of these ids whose article has not been read."""
        with self.library() as db:
            return ordering.first_unread(db, ids)

    def sources(self, most: int) -> list[Group]:
        """Return the sources with the most articles, at most so many, the largest first."""
        from newsreader.library import groups

        with self.library() as db:
            return groups.sources(db, most)

    def tags(self, most: int) -> list[Group]:
        """Return the tags with the most articles, at most so many, the largest first."""
        from newsreader.library import groups

        with self.library() as db:
            return groups.tags(db, most)

    def save_query(self, name: str, query: str) -> SavedQuery:
        """Keep a query under a name, in place of the one that has this name already."""
        from newsreader.library import queries

        with self.library() as db, undo.action(db, "Saved query"):
            return queries.save(db, name, query)

    def saved_queries(self) -> list[SavedQuery]:
        """Return all saved queries by name."""
        from newsreader.library import queries

        with self.library() as db:
            return queries.saved(db)

    def remove_saved_query(self, name: str) -> None:
        """Forget the saved query of this name."""
        from newsreader.library import queries

        with self.library() as db, undo.action(db, "Saved query removed"):
            queries.remove(db, name)


def _conditions(
    query: str, typed: str = "", chosen: Sequence[int] | None = None
) -> list[Condition]:
    conditions = [] if chosen is None else [ordering.among(chosen)]
    if not query and not typed:
        return conditions
    from newsreader.search.query import parse
    from newsreader.search.statement import as_condition, statement
    from newsreader.search.titles import in_titles

    for each in (parse(query), in_titles(parse(typed))):
        asked = as_condition(statement(each, now().date()))
        if asked.condition:
            conditions.append(Condition(asked.condition, asked.parameters))
    return conditions
