"""What an article said before is kept, and can be gone back to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import apsw
import pytest

from newsreader.errors import LibraryError
from newsreader.library import articles, index, traits, versions
from newsreader.library.articles import Stored
from newsreader.library.undo import action, undo
from newsreader.model import Article

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
FIRST = Article("Weir", "Twelve gates were shut.", "/news/weir.txt")
SECOND = replace(FIRST, text="Seventeen gates were shut.")
THIRD = replace(FIRST, text="All gates were shut.")


@pytest.fixture
def first(db: apsw.Connection) -> Stored:
    return articles.put(db, FIRST, MONDAY)


@pytest.fixture
def second(db: apsw.Connection, first: Stored) -> Stored:
    stored = articles.put(db, SECOND, TUESDAY)
    assert stored == replace(first, version_id=stored.version_id, new=False, edited=True)
    return stored


def go_back(db: apsw.Connection, to: Stored) -> None:
    with action(db, "Version restored"):
        versions.restore(db, to.article_id, to.version_id)


def test_the_history_of_an_article(db: apsw.Connection, first: Stored) -> None:
    history = versions.history(db, first.article_id)
    assert (history.ids, history.latest_id, history.edits) == (
        (first.version_id,),
        history.ids[0],
        0,
    )
    second = articles.put(db, SECOND, TUESDAY)
    history = versions.history(db, first.article_id)
    assert history.ids == (first.version_id, second.version_id)
    assert (history.latest_id, history.edited, history.edits) == (second.version_id, TUESDAY, 1)
    assert [history.number(key) for key in history.ids] == [1, 2]
    assert articles.listing(db)[0].versions == 2


def test_an_edit_is_news_until_it_is_read(db: apsw.Connection, first: Stored) -> None:
    def is_news() -> bool:
        return versions.history(db, first.article_id).is_news

    articles.put(db, SECOND, TUESDAY)
    assert not is_news()  # there is nothing it would differ from for this reader
    traits.set_read(db, first.article_id, read=True)
    assert not is_news()
    articles.put(db, THIRD, WEDNESDAY)
    assert is_news()
    traits.set_read(db, first.article_id, read=False)
    assert is_news()
    traits.set_read(db, first.article_id, read=True)
    assert not is_news()


def test_an_older_version_is_read_again(db: apsw.Connection, first: Stored, second: Stored) -> None:
    traits.set_read(db, first.article_id, read=True)
    go_back(db, first)
    assert versions.latest(db, first.article_id).text == FIRST.text
    assert [one.id for one in versions.every(db, first.article_id)] == [
        first.version_id,
        second.version_id,
    ]
    assert index.stale(db, 9) == [first.article_id]
    history = versions.history(db, first.article_id)
    assert (history.latest_id, history.is_news) == (first.version_id, False)


def test_going_back_can_be_undone(db: apsw.Connection, first: Stored, second: Stored) -> None:
    traits.set_read(db, first.article_id, read=True)
    go_back(db, first)
    index.put(db, {first.article_id: index.NOTHING_CLAIMED})
    assert undo(db) == "Version restored"
    history = versions.history(db, first.article_id)
    assert (history.latest_id, history.is_news) == (second.version_id, False)
    assert index.stale(db, 9) == [first.article_id]


def test_going_back_is_over_when_another_version_comes_in(
    db: apsw.Connection, first: Stored, second: Stored
) -> None:
    traits.set_read(db, first.article_id, read=True)
    go_back(db, first)
    third = articles.put(db, THIRD, WEDNESDAY)
    assert undo(db) == "Version restored"
    history = versions.history(db, first.article_id)
    assert (history.latest_id, history.is_news) == (third.version_id, True)
    assert articles.put(db, SECOND, WEDNESDAY).version_id == second.version_id
    assert versions.latest(db, first.article_id).id == second.version_id


def test_the_location_saying_the_same_does_not_undo_it(
    db: apsw.Connection, first: Stored, second: Stored
) -> None:
    go_back(db, first)
    again = articles.put(db, SECOND, WEDNESDAY)
    assert (again.version_id, again.edited) == (second.version_id, False)
    assert versions.latest(db, first.article_id).text == FIRST.text
    third = articles.put(db, THIRD, WEDNESDAY)
    assert third.edited
    assert versions.latest(db, first.article_id).text == THIRD.text


def test_the_location_says_again_what_the_reader_went_back_to(
    db: apsw.Connection, first: Stored, second: Stored
) -> None:
    go_back(db, first)
    assert not articles.put(db, FIRST, WEDNESDAY).edited
    assert articles.put(db, SECOND, WEDNESDAY).edited
    assert versions.latest(db, first.article_id).id == second.version_id


def test_restoring_the_latest_is_no_action(db: apsw.Connection, second: Stored) -> None:
    go_back(db, second)
    assert undo(db) is None


def test_a_version_of_another_article_is_refused(db: apsw.Connection, first: Stored) -> None:
    other = articles.put(db, Article("Storm", "It passed.", "/news/storm.txt"), MONDAY)
    with pytest.raises(LibraryError, match="no version of this article"):
        versions.restore(db, first.article_id, other.version_id)
    assert versions.latest(db, first.article_id).id == first.version_id
