from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import apsw
import pytest
from hypothesis import given

from newsreader.library import articles, corrections, schema
from newsreader.library.statements import storable
from newsreader.library.times import unpacked
from newsreader.model import Article, Correction, CorrectionKind, CorrectionScope
from tests.export import strategies

FETCHED = datetime(2026, 3, 1, tzinfo=UTC)
ARTICLE = Article("Baths", "The baths will close.", "/news/baths.txt", publisher="The Ledger")
MADE = Correction(
    id="c" * 32,
    kind=CorrectionKind.RENAME,
    scope=CorrectionScope.ARTICLE,
    article_id=None,
    source="",
    anchor=None,
    name="Delia Pruett",
    value="Delia Prewitt",
    created=FETCHED,
    title="Baths",
    location=ARTICLE.location,
    sha256=ARTICLE.sha256,
)


@strategies.unhurried
@given(strategies.corrections())
def test_one_comes_back_as_it_was(made: Correction) -> None:
    with closing(schema.connect(None)) as db:
        assert corrections.add(db, made)
        assert not corrections.add(db, made)
        assert [storable(repr(each)) for each in corrections.every(db)] == [storable(repr(made))]


@pytest.mark.parametrize(
    ("article", "source"),
    [
        (Article("", "", "/n/a.txt", publisher=" The  Ledger "), "The Ledger"),
        (Article("", "", "/n/a.txt", url="https://www.Ledger.example:81/a"), "ledger.example"),
        (Article("", "", "http://ledger.example/a"), "ledger.example"),
        (Article("", "", "/n/a.txt"), "/n"),
        (Article("", "", "/n/a.txt", url="https://[broken"), "/n"),
        (Article("", "", "stdin:0123456789ab"), ""),
    ],
)
def test_a_source_is_the_publisher_or_the_site_or_the_folder(article: Article, source: str) -> None:
    assert corrections.source_of(article) == source


def test_one_belongs_to_the_article_with_its_text_before_one_at_its_location(
    db: apsw.Connection,
) -> None:
    corrections.add(db, MADE)
    assert [each.article_id for each in corrections.every(db)] == [None]
    elsewhere = articles.put(db, replace(ARTICLE, location="/copy.txt"), FETCHED).article_id
    there = articles.put(db, replace(ARTICLE, text="Other words."), FETCHED).article_id
    assert there != elsewhere
    assert corrections.that_hold_for(db, elsewhere, "") == [replace(MADE, article_id=elsewhere)]
    assert corrections.that_hold_for(db, there, "") == []


def test_one_belongs_to_the_article_at_its_location_whatever_it_says_now(
    db: apsw.Connection,
) -> None:
    corrections.add(db, MADE)
    there = articles.put(db, replace(ARTICLE, text="Other words."), FETCHED).article_id
    assert corrections.that_hold_for(db, there, "") == [replace(MADE, article_id=there)]


def test_those_of_the_source_hold_for_whatever_is_from_it(db: apsw.Connection) -> None:
    wide = replace(MADE, id="d" * 32, scope=CorrectionScope.SOURCE, source="The Ledger")
    corrections.add(db, wide)
    assert corrections.that_hold_for(db, None, "The Ledger") == [wide]
    assert corrections.that_hold_for(db, None, "") == []


def test_they_come_in_the_order_made_whatever_the_clock_says(db: apsw.Connection) -> None:
    ahead = datetime(2100, 1, 1, tzinfo=UTC)
    corrections.add(db, replace(MADE, created=ahead))
    later = unpacked(corrections.next_moment(db))
    assert later > ahead
    corrections.add(db, replace(MADE, id="0" * 32, created=later))
    assert [each.id for each in corrections.every(db)] == ["c" * 32, "0" * 32]
