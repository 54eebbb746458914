from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import apsw
import pytest

from newsreader.library import articles, index
from newsreader.library.analyses import Made, encode
from newsreader.library.index import NOTHING_CLAIMED, Claims, claims_of
from newsreader.library.statements import run
from newsreader.model import (
    Analysis,
    Article,
    Entity,
    EntityType,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Speaker,
)

FETCHED = datetime(2026, 3, 1, tzinfo=UTC)
ARTICLE = Article("Bridge", "The café by the river is open.", "/news/bridge.txt", byline="Quill")
CLAIMS = Claims(
    quotes=(("Tolls must rise", "Jane Roe"), ("", "Tobias Renn")),
    names=(("person", ("Jane Roe", "Roe"), 3), ("place", ("Weir",), 1)),
    speakers=(("Jane Roe", 1), ("Tobias Renn", 1)),
)
MADE = Made(1, encode(Analysis()), CLAIMS)


def found(db: apsw.Connection, expression: str) -> list[int]:
    rows = run(db, "SELECT rowid FROM article_index WHERE article_index MATCH ?", (expression,))
    return [article_id for (article_id,) in rows]


def quotes_found(db: apsw.Connection, expression: str) -> list[tuple[int, int]]:
    rows = run(db, "SELECT rowid FROM quote_index WHERE quote_index MATCH ?", (expression,))
    return [divmod(row, 1 << index.QUOTE_BITS) for (row,) in rows]


def test_title_byline_and_text_are_found(db: apsw.Connection) -> None:
    key = articles.put(db, ARTICLE, FETCHED).article_id
    for word in ("bridge", "quill", "river", "cafe", "CAFÉ"):
        assert found(db, word) == [key]
    assert found(db, "storm") == []


def test_only_the_latest_version_is_found(db: apsw.Connection) -> None:
    key = articles.put(db, ARTICLE, FETCHED).article_id
    articles.put(db, replace(ARTICLE, text="The bakery is open.", title="Bakery"), FETCHED)
    assert found(db, "river") == []
    assert found(db, "bridge") == []
    assert found(db, "bakery") == [key]
    assert index.stale(db, 9) == []


def test_claims_are_found_in_columns_of_their_own(db: apsw.Connection) -> None:
    key = articles.put(db, ARTICLE, FETCHED, MADE).article_id
    assert found(db, "said : tolls") == [key]
    assert found(db, 'speaker : "tobias renn"') == [key]
    assert found(db, "{person org} : roe") == [key]
    assert found(db, "place : weir") == [key]
    assert found(db, "text : tolls") == found(db, "org : weir") == []


def test_no_phrase_runs_from_one_name_into_the_next(db: apsw.Connection) -> None:
    articles.put(db, ARTICLE, FETCHED, MADE)
    assert found(db, 'person : "roe roe"') == []
    assert found(db, 'speaker : "roe tobias"') == []


def test_words_and_speaker_are_found_in_one_quote(db: apsw.Connection) -> None:
    key = articles.put(db, ARTICLE, FETCHED, MADE).article_id
    assert quotes_found(db, "said : rise AND speaker : roe") == [(key, 0)]
    assert quotes_found(db, "said : rise AND speaker : renn") == []
    assert quotes_found(db, "speaker : renn") == [(key, 1)]


def test_an_article_indexed_anew_has_only_what_is_claimed_now(db: apsw.Connection) -> None:
    key = articles.put(db, ARTICLE, FETCHED, MADE).article_id
    index.put(db, {key: Claims(speakers=(("Mia Sand", 2),))})
    assert not found(db, "speaker : roe") + found(db, "said : rise")
    assert quotes_found(db, "roe") == []
    assert found(db, "river") == [key]
    rows = run(db, "SELECT kind, name, times FROM article_name JOIN name ON name.id = name_id")
    assert rows == [("speaker", "Mia Sand", 2)]


def test_scripts_without_spaces_are_found_by_any_of_their_words(db: apsw.Connection) -> None:
    key = articles.put(db, replace(ARTICLE, text="東京都知事は橋を再開した。"), FETCHED).article_id
    assert found(db, '"京 都"') == [key]
    assert found(db, '"京 橋"') == []


def test_a_removed_article_is_not_found(db: apsw.Connection) -> None:
    key = articles.put(db, ARTICLE, FETCHED, MADE).article_id
    run(db, "DELETE FROM article WHERE id = ?", (key,))
    assert found(db, "river") == []
    assert quotes_found(db, "roe") == []
    assert run(db, "SELECT * FROM article_name") == run(db, "SELECT * FROM stale") == []


def test_what_changes_an_article_makes_it_stale(db: apsw.Connection) -> None:
    key = articles.put(db, ARTICLE, FETCHED).article_id
    assert index.stale(db, 9) == []
    articles.put(db, replace(ARTICLE, title="Bridge reopens"), FETCHED)
    assert index.stale(db, 9) == [key]
    index.put(db, {key: NOTHING_CLAIMED})
    assert found(db, "reopens") == [key]
    assert index.stale(db, 9) == []


@pytest.mark.parametrize(
    ("kind", "words"), [(QuoteKind.DIRECT, "Open it"), (QuoteKind.INDIRECT, "")]
)
def test_claims_hold_the_words_of_direct_quotes_only(kind: QuoteKind, words: str) -> None:
    text = "“Open it,” Roe said."
    speaker = Speaker(Mention(Span(11, 14), "Roe"), "Jane Roe")
    analysis = Analysis(
        (Quote(Span(1, 8), kind, speaker), Quote(Span(1, 5), QuoteKind.SCARE)),
        (Entity("Jane Roe", EntityType.PERSON, (Mention(Span(11, 14), "Roe"),), ("Roe",)),),
    )
    assert claims_of(text, analysis) == Claims(
        ((words, "Jane Roe"),), (("person", ("Jane Roe", "Roe"), 1),), (("Jane Roe", 1),)
    )
