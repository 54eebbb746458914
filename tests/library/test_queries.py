from __future__ import annotations

import apsw

from newsreader.library import queries, undo
from newsreader.library.queries import SavedQuery


def test_queries_are_kept_by_name(db: apsw.Connection) -> None:
    queries.save(db, "  Harbour \n news ", " harbour is:unread ")
    queries.save(db, "alms", "tag:alms")
    assert queries.saved(db) == [
        SavedQuery("alms", "tag:alms"),
        SavedQuery("Harbour news", "harbour is:unread"),
    ]


def test_a_name_has_one_query(db: apsw.Connection) -> None:
    queries.save(db, "Harbour", "harbour")
    queries.save(db, "Harbour", "port OR harbour")
    assert queries.saved(db) == [SavedQuery("Harbour", "port OR harbour")]


def test_a_query_without_a_name_is_called_by_what_it_asks(db: apsw.Connection) -> None:
    assert queries.save(db, " ", "is:starred").name == "is:starred"


def test_removing_and_bringing_back(db: apsw.Connection) -> None:
    with undo.action(db, "Saved query"):
        queries.save(db, "Harbour", "harbour")
    with undo.action(db, "Saved query"):
        queries.save(db, "Harbour", "port")
    with undo.action(db, "Saved query removed"):
        queries.remove(db, "Harbour")
    assert queries.saved(db) == []
    for left in (["port"], ["harbour"], []):
        undo.undo(db)
        assert [saved.query for saved in queries.saved(db)] == left
