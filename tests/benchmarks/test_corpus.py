from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.corpus import Corpus, MadeArticle, file_of, published, write
from benchmarks.searches import ORDINARY, PROBES, VERY_COMMON, prepare, queries
from newsreader.library.articles import Stored
from newsreader.reading import Reading

MANY = 1_500


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus()


@pytest.fixture(scope="module")
def articles(corpus: Corpus) -> list[MadeArticle]:
    return [corpus.article(number) for number in range(MANY)]


def test_the_same_number_is_always_the_same_article(
    corpus: Corpus, articles: list[MadeArticle]
) -> None:
    assert Corpus().article(700) == corpus.article(700) == articles[700]
    assert len({article.place for article in articles}) == MANY


def test_articles_have_about_565_words_and_come_out_over_several_years(
    articles: list[MadeArticle],
) -> None:
    words = sum(len(article.text.split()) for article in articles) / MANY
    assert 550 < words < 580
    assert len({article.published.year for article in articles[:100]}) == 6
    assert [article.published for article in articles[:9]] == [published(n) for n in range(9)]


@pytest.mark.parametrize(
    ("low", "high", "pairs"), [(*ORDINARY, False), (*ORDINARY, True), (*VERY_COMMON, False)]
)
def test_words_and_phrases_are_in_the_share_of_articles_that_is_promised(
    corpus: Corpus, articles: list[MadeArticle], low: float, high: float, *, pairs: bool
) -> None:
    items = corpus.items(low, high, pairs=pairs)
    texts = [" ".join(re.findall(r"\w+", article.text.lower())) for article in articles]
    chosen = items[:: max(1, len(items) // 40)]
    shares = [sum(f" {item} " in f" {text} " for text in texts) / MANY for item in chosen]
    assert low < sum(shares) / len(shares) < high
    assert max(shares) < high * 2


def test_what_is_written_is_read_as_the_same_articles(corpus: Corpus, tmp_path: Path) -> None:
    write(corpus, tmp_path, 7)
    assert {path.suffix for path in tmp_path.rglob("*.*")} == {".md", ".txt"}
    with Reading(None) as reading:
        kept = [item for item in reading.add([str(tmp_path)]) if isinstance(item, Stored)]
        for number, stored in enumerate(kept):
            article, opened = corpus.article(number), reading.open(stored.article_id)
            assert opened.version.text == article.text
            assert opened.listed.title == article.title
            assert opened.listed.byline == article.byline
            assert opened.listed.published is not None
            assert opened.listed.published.date() == article.published.date()
            assert opened.listed.location == str(file_of(tmp_path, number))
    assert len(kept) == 7


def test_each_query_finds_something(corpus: Corpus, tmp_path: Path) -> None:
    write(corpus, tmp_path, 40)
    asked = queries(corpus, 40)
    assert {len(each) for each in asked.values()} == {PROBES}
    with Reading(None) as reading:
        list(reading.add([str(tmp_path)], analysing=True))
        prepare(reading)
        assert [reading.search(query).total for query in asked["rare word"]] == [1] * PROBES
        found = {kind: [reading.search(query) for query in each] for kind, each in asked.items()}
    assert not any(one.remarks for each in found.values() for one in each)
    missed = {kind: sum(not one.total for one in each) for kind, each in found.items()}
    assert missed.pop("tag:") < PROBES  # there is one tag for a hundred articles
    of_analysis = [missed.pop(kind) for kind in ("speaker:", "said:", "said: speaker:", "entity:")]
    assert max(of_analysis) <= PROBES // 10
    assert missed == dict.fromkeys(missed, 0)
