from __future__ import annotations

from datetime import UTC, datetime

import apsw
import pytest

from newsreader.errors import LibraryError
from newsreader.library import articles
from newsreader.library.anchoring import make_anchor
from newsreader.library.annotations import (
    add_highlight,
    annotated_ids,
    highlight,
    highlights,
    notes,
    remove_highlight,
    set_colour,
    set_highlight_tags,
    write_note,
)
from newsreader.model import Anchor, Article, Span

TEXT = "The bridge is open again, the mayor said. Nobody was hurt."
ARTICLE = Article("Bridge reopens", TEXT, "/news/bridge.txt")


@pytest.fixture
def article_id(db: apsw.Connection) -> int:
    return articles.put(db, ARTICLE, datetime(2026, 3, 1, tzinfo=UTC)).article_id


def anchor(start: int, end: int) -> Anchor:
    return make_anchor(TEXT, Span(start, end), ARTICLE.sha256)


def test_a_highlight_is_kept_with_its_anchor(db: apsw.Connection, article_id: int) -> None:
    made = add_highlight(db, article_id, anchor(4, 10), "green")
    assert (made.anchor, made.colour, made.tags) == (anchor(4, 10), "green", ())
    assert made.created == made.updated
    assert highlights(db, article_id) == [made]


def test_highlights_come_in_the_order_of_their_passages(
    db: apsw.Connection, article_id: int
) -> None:
    late = add_highlight(db, article_id, anchor(42, 48), "yellow")
    early = add_highlight(db, article_id, anchor(4, 10), "yellow")
    assert [one.id for one in highlights(db, article_id)] == [early.id, late.id]


def test_colour_and_tags_can_be_changed(db: apsw.Connection, article_id: int) -> None:
    made = add_highlight(db, article_id, anchor(4, 10), "yellow")
    assert set_colour(db, made.id, "pink").colour == "pink"
    tagged = set_highlight_tags(db, made.id, ["roads", " claim ", "roads", ""])
    assert tagged.tags == ("claim", "roads")
    assert tagged.updated >= made.updated
    assert highlights(db, article_id) == [tagged]
    assert set_highlight_tags(db, made.id, []).tags == ()


def test_a_target_has_one_note(db: apsw.Connection, article_id: int) -> None:
    made = add_highlight(db, article_id, anchor(4, 10), "yellow")
    first = write_note(db, article_id, made.id, "which bridge?")
    about_all = write_note(db, article_id, None, "follow up")
    second = write_note(db, article_id, made.id, "the old one\n\nsee map")
    assert first is not None
    assert second is not None
    assert (second.id, second.created) == (first.id, first.created)
    assert second.text == "the old one\n\nsee map"
    assert notes(db, article_id) == [second, about_all]


def test_an_unchanged_note_keeps_its_time(db: apsw.Connection, article_id: int) -> None:
    assert write_note(db, article_id, None, "same") == write_note(db, article_id, None, "same")


def test_an_empty_note_is_removed(db: apsw.Connection, article_id: int) -> None:
    write_note(db, article_id, None, "follow up")
    assert write_note(db, article_id, None, " \n") is None
    assert notes(db, article_id) == []


def test_a_highlight_goes_with_its_note_and_tags(db: apsw.Connection, article_id: int) -> None:
    made = add_highlight(db, article_id, anchor(4, 10), "yellow")
    write_note(db, article_id, made.id, "which bridge?")
    set_highlight_tags(db, made.id, ["roads"])
    kept = write_note(db, article_id, None, "follow up")
    remove_highlight(db, made.id)
    assert highlights(db, article_id) == []
    assert notes(db, article_id) == [kept]
    remove_highlight(db, made.id)


def test_what_is_gone_is_said(db: apsw.Connection, article_id: int) -> None:
    with pytest.raises(LibraryError, match="no longer in the library"):
        highlight(db, "gone")
    with pytest.raises(LibraryError, match="no longer in the library"):
        set_colour(db, "gone", "pink")
    with pytest.raises(LibraryError, match="no longer"):
        set_highlight_tags(db, "gone", ["roads"])
    with pytest.raises(LibraryError, match="no longer"):
        write_note(db, article_id, "gone", "why?")
    with pytest.raises(LibraryError, match="no longer"):
        add_highlight(db, 99, anchor(4, 10), "yellow")


def test_annotated_articles_come_with_the_latest_change_last(
    db: apsw.Connection, article_id: int
) -> None:
    fetched = datetime(2026, 3, 1, tzinfo=UTC)
    storm = articles.put(db, Article("Storm", "It passed.", "/storm"), fetched).article_id
    articles.put(db, Article("Quiet", "Nothing happened.", "/quiet"), fetched)
    add_highlight(db, article_id, anchor(4, 10), "yellow")
    write_note(db, storm, None, "where?")
    assert annotated_ids(db) == [article_id, storm]
    write_note(db, article_id, None, "when?")
    assert annotated_ids(db) == [storm, article_id]
