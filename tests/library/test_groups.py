from __future__ import annotations

from datetime import UTC, datetime

import apsw

from newsreader.library import articles, groups, traits
from newsreader.library.anchoring import make_anchor
from newsreader.library.annotations import add_highlight, set_highlight_tags
from newsreader.library.groups import Group
from newsreader.model import Article, Span, sha256_of

MOMENT = datetime(2026, 3, 1, tzinfo=UTC)


def keep(db: apsw.Connection, number: int, publisher: str = "", *tags: str) -> int:
    article = Article("Title", f"Text {number}.", f"https://a.example/{number}")
    article_id = articles.put(db, article, MOMENT).article_id
    db.execute("UPDATE article SET origin = ? WHERE id = ?", (publisher, article_id))
    traits.set_tags(db, article_id, tags)
    return article_id


def test_sources_by_how_much_there_is_of_them(db: apsw.Connection) -> None:
    for n, name in enumerate(["Gazette", "The Post", "the post", "The Post", "", "The Post Extra"]):
        keep(db, n, name)
    assert groups.sources(db, 9) == [
        Group("The Post", 4),  # a search for it finds the Extra too
        Group("Gazette", 1),
        Group("The Post Extra", 1),
    ]
    assert groups.sources(db, 1) == [Group("The Post", 4)]


def test_tags_of_articles_and_of_highlights(db: apsw.Connection) -> None:
    keep(db, 1, "", "river", "river bank")
    keep(db, 2, "", "bank")
    marked = keep(db, 3)
    anchor = make_anchor("Text 3.", Span(0, 4), sha256_of("Text 3."))
    highlight = add_highlight(db, marked, anchor, "yellow")
    set_highlight_tags(db, highlight.id, ["river"])
    assert groups.tags(db, 9) == [Group("bank", 2), Group("river", 2), Group("river bank", 1)]
    assert groups.tags(db, 1) == [Group("bank", 2)]


def test_what_is_in_the_bin_is_not_counted(db: apsw.Connection) -> None:
    article_id = keep(db, 1, "The Post", "river")
    assert len(groups.sources(db, 9)) == len(groups.tags(db, 9)) == 1
    db.execute("UPDATE article SET deleted = 1 WHERE id = ?", (article_id,))
    assert groups.sources(db, 9) == groups.tags(db, 9) == []
