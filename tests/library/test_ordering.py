"""Lists in every order, against sorting in memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.library import articles, ordering, schema, traits
from newsreader.library.annotations import write_note
from newsreader.library.articles import SAMPLE
from newsreader.library.ordering import Condition, Order
from newsreader.model import Article

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

Facts = tuple[str, int | None, str, bool, int]
"""Title, day of publication, publisher, whether it was read, how many notes there are (0 or 1)."""

FACTS = st.tuples(
    st.sampled_from(["Apples", "apples", "Pears", "älter", "Zoo"]),
    st.none() | st.integers(0, 4),
    st.sampled_from(["The Post", "the post", "Gazette"]),
    st.booleans(),
    st.integers(0, 1),
)


def keep(db: apsw.Connection, number: int, facts: Facts) -> int:
    title, day, publisher, read, notes = facts
    published = None if day is None else START + timedelta(days=day)
    article = Article(
        title, f"Text {number}.", f"/{number}.txt", publisher=publisher, published=published
    )
    article_id = articles.put(db, article, START + timedelta(hours=number)).article_id
    traits.set_read(db, article_id, read=read)
    if notes:
        write_note(db, article_id, None, "A note.")
    return article_id


def folded(text: str) -> str:
    """Fold as SQLite's NOCASE does: ASCII alone."""
    return "".join(character.lower() if character.isascii() else character for character in text)


def expected(kept: dict[int, Facts], order: Order) -> list[int]:
    def moment(article_id: int) -> timedelta:
        day = kept[article_id][1]
        return timedelta(hours=article_id - 1) if day is None else timedelta(days=day)

    keys: dict[Order, Callable[[int], Any]] = {
        Order.DATE: lambda _: 0,
        Order.SOURCE: lambda each: folded(kept[each][2]),
        Order.UNREAD: lambda each: kept[each][3],
        Order.NOTES: lambda each: -kept[each][4],
    }
    if order is Order.TITLE:
        return sorted(kept, key=lambda each: (folded(kept[each][0]), each))
    newest_first = sorted(kept, key=lambda each: (moment(each), each), reverse=True)
    return sorted(newest_first, key=keys[order])


@given(st.lists(FACTS, max_size=8))
def test_every_order_is_what_sorting_gives(facts: list[Facts]) -> None:
    db = schema.connect(None)
    try:
        kept = {keep(db, n, each): each for n, each in enumerate(facts)}
        for order in Order:
            sorted_ids = expected(kept, order)
            assert list(ordering.ids(db, order=order)) == sorted_ids
            assert list(ordering.ids(db, order=order, limit=3)) == sorted_ids[:3]
            unread = [each for each in sorted_ids if not kept[each][3]]
            condition = [Condition("NOT read")]
            assert list(ordering.ids(db, condition, order)) == unread
            assert ordering.count(db, condition) == len(unread)
    finally:
        db.close()


@pytest.mark.parametrize("order", Order)
def test_lists_leave_out_samples_and_the_bin(db: apsw.Connection, order: Order) -> None:
    sample = Article("Sample", "A sample.", "/sample.txt", source=SAMPLE)
    articles.put(db, sample, START)
    assert len(ordering.ids(db, order=order)) == 1
    one, two = (keep(db, n, ("Title", None, "", False, 0)) for n in (1, 2))
    assert set(ordering.ids(db, order=order)) == {one, two}
    db.execute("UPDATE article SET deleted = 1 WHERE id = ?", (one,))
    assert list(ordering.ids(db, order=order)) == [two]
    assert ordering.count(db, []) == 1


def test_only_the_chosen_ones(db: apsw.Connection) -> None:
    kept = [keep(db, n, (f"Title {n}", n, "", False, 0)) for n in range(5)]
    chosen = [kept[3], kept[0], 999]
    assert list(ordering.ids(db, [ordering.among(chosen)])) == [kept[3], kept[0]]
    assert list(ordering.ids(db, [ordering.among([])])) == []


def test_the_first_unread_one_however_far_away(db: apsw.Connection) -> None:
    read = [keep(db, n, ("Title", None, "", True, 0)) for n in range(3)]
    unread = [keep(db, n, ("Title", None, "", False, 0)) for n in range(3, 5)]
    far = [*(read * 1_000), unread[1], unread[0]]
    assert ordering.first_unread(db, far) == unread[1]
    assert ordering.first_unread(db, [unread[0], *far]) == unread[0]
    assert ordering.first_unread(db, read) is None
    assert ordering.first_unread(db, []) is None
