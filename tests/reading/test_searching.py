"""Searches and lists, as the screen and the command line ask for them."""

from __future__ import annotations

from contextlib import closing

import apsw

from tests.reading.conftest import Desk


def test_a_search_does_without_what_cannot_be_indexed_while_others_write(desk: Desk) -> None:
    with desk.reading.library() as db:
        db.execute("INSERT INTO stale VALUES (?)", (desk.article_id,))
        db.set_busy_timeout(0)
        with closing(apsw.Connection(db.filename)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert len(desk.reading.search("baths").hits) == 1


def test_what_is_typed_over_a_list_is_looked_for_in_titles(desk: Desk) -> None:
    mill = desk.add("mill", "The mill by the baths was sold.\n")
    assert list(desk.reading.ids(typed="mi")) == [mill]
    assert list(desk.reading.ids(typed="bath")) == [desk.article_id]
    assert list(desk.reading.ids("mill", typed="bath")) == []
