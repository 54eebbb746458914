from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.library import analyses, articles, corrections, index
from newsreader.library.articles import Incoming
from newsreader.library.statements import run
from newsreader.model import (
    Analysis,
    Article,
    Correction,
    CorrectionKind,
    CorrectionScope,
    Entity,
    EntityType,
    Mention,
    MentionKind,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
    sha256_of,
)

offsets = st.integers(0, 2**40)
spans = st.tuples(offsets, offsets).map(lambda ends: Span(min(ends), max(ends)))
confidences = st.floats(0, 1)
words = st.text(st.characters(), max_size=12)  # lone surrogates too
mentions = st.builds(Mention, spans, words, st.sampled_from(MentionKind))
speakers = st.builds(Speaker, mentions, words, confidences, words, st.sampled_from(SpeakerKind))
quotes = st.builds(
    Quote,
    spans,
    st.sampled_from(QuoteKind),
    st.none() | speakers,
    st.none() | spans,
    confidences,
    words,
)
entities = st.builds(
    Entity,
    words,
    st.sampled_from(EntityType),
    st.lists(mentions, max_size=4).map(tuple),
    st.lists(words, max_size=3).map(tuple),
    st.lists(words, max_size=3).map(tuple),
    confidences,
    words,
)
all_analyses = st.builds(
    Analysis, st.lists(quotes, max_size=4).map(tuple), st.lists(entities, max_size=4).map(tuple)
)

FETCHED = datetime(2026, 3, 1, tzinfo=UTC)
ONE = Analysis(quotes=(Quote(Span(0, 3), QuoteKind.DIRECT, cue=Span(4, 8)),))
TEXT = "Yes it reopens."
OTHER = Analysis(entities=(Entity("Ada Quill", EntityType.PERSON, ()),))


@given(all_analyses)
def test_an_analysis_comes_back_as_it_was(analysis: Analysis) -> None:
    assert analyses.decode(analyses.encode(analysis)) == analysis


@pytest.fixture
def version_id(db: apsw.Connection) -> int:
    article = Article("Bridge", TEXT, "/news/bridge.txt")
    return articles.put(db, article, FETCHED).version_id


def test_it_is_kept_for_the_version_of_the_analysis_that_made_it(
    db: apsw.Connection, version_id: int
) -> None:
    assert analyses.load(db, version_id, 1) is None
    analyses.store(db, {version_id: analyses.made(TEXT, ONE, 1)})
    assert analyses.load(db, version_id, 1) == ONE
    assert analyses.load(db, version_id, 2) is None


def test_a_later_one_takes_its_place(db: apsw.Connection, version_id: int) -> None:
    analyses.store(db, {version_id: analyses.made(TEXT, ONE, 1)})
    analyses.store(db, {version_id: analyses.made(TEXT, OTHER, 2)})
    assert analyses.load(db, version_id, 1) is None
    assert analyses.load(db, version_id, 2) == OTHER


def test_without_its_text_it_is_not_kept(db: apsw.Connection) -> None:
    analyses.store(db, {99: analyses.made(TEXT, ONE, 1)})
    assert analyses.load(db, 99, 1) is None


def test_the_latest_version_of_each_article_misses_one(
    db: apsw.Connection, version_id: int
) -> None:
    edited = Article("Bridge", "No, it stays shut.", "/news/bridge.txt")
    latest = articles.put(db, edited, datetime(2026, 3, 2, tzinfo=UTC)).version_id
    other = Article("Baths", "They close.", "/news/baths.txt")
    added_last = articles.put(db, other, datetime(2026, 3, 3, tzinfo=UTC)).version_id
    analyses.store(db, {version_id: analyses.made(TEXT, ONE, 1)})
    assert analyses.missing(db, 1) == [added_last, latest]
    analyses.store(db, {latest: analyses.made(TEXT, ONE, 1)})
    assert analyses.missing(db, 1) == [added_last]
    assert analyses.missing(db, 2) == [added_last, latest]


def test_it_is_indexed_at_once_and_again_where_corrections_hold(
    db: apsw.Connection, version_id: int
) -> None:
    assert corrections.add(db, made_of(CorrectionScope.ARTICLE, sha256_of(TEXT)))
    assert corrections.add(db, made_of(CorrectionScope.SOURCE, sha256_of("Elsewhere.")))
    analyses.store(db, {version_id: analyses.made(TEXT, OTHER, 1)})
    [corrected] = index.stale(db, 9)
    texts = {"The Ledger": "They close.", "The Echo": "They stay open."}
    others = [
        Incoming(Article("Baths", text, f"/news/{paper}.txt", publisher=paper), FETCHED)
        for paper, text in texts.items()
    ]
    incoming = [replace(each, made=analyses.made("", OTHER, 1)) for each in others]
    of_source, of_none = [each.article_id for each in articles.put_all(db, incoming)]
    assert index.stale(db, 9) == [corrected, of_source]
    named = run(db, "SELECT rowid FROM article_index('person : quill') ORDER BY rowid")
    assert named == [(corrected,), (of_source,), (of_none,)]


def made_of(scope: CorrectionScope, sha256: str) -> Correction:
    return Correction(
        id=scope.value,
        kind=CorrectionKind.RENAME,
        scope=scope,
        article_id=None,
        source="The Ledger",
        anchor=None,
        name="Ada Quill",
        value="Ada Quick",
        created=FETCHED,
        title="",
        location="",
        sha256=sha256,
    )


def test_a_damaged_one_is_none(db: apsw.Connection, version_id: int) -> None:
    analyses.store(db, {version_id: analyses.made(TEXT, ONE, 1)})
    assert analyses.spoken(db, version_id) == [Span(0, 3)]
    for spoilt in (b"", b"\x00" * 30, analyses.encode(ONE)[:-9]):
        run(db, "UPDATE analysis SET result = ?", (spoilt,))
        assert analyses.load(db, version_id, 1) is None
        assert analyses.spoken(db, version_id) == []
