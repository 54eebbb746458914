from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime

import apsw
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsreader.library import articles, schema
from newsreader.model import Article
from newsreader.search import results
from newsreader.search.query import parse
from newsreader.search.results import Hit

FETCHED = datetime(2026, 3, 1, tzinfo=UTC)

Add = Callable[..., int]


@pytest.fixture
def add(db: apsw.Connection) -> Add:
    def added(text: str, title: str = "Untitled", publisher: str = "") -> int:
        article = Article(title, text, f"/{len(articles.listing(db))}.txt", publisher=publisher)
        return articles.put(db, article, FETCHED).article_id

    return added


def search(db: apsw.Connection, query: str, limit: int) -> tuple[Hit, ...]:
    return results.search(db, parse(query), FETCHED.date(), limit).hits


def found(db: apsw.Connection, query: str) -> list[int]:
    return [hit.article_id for hit in search(db, query, 10)]


def test_every_term_must_be_there(db: apsw.Connection, add: Add) -> None:
    both = add("The storm closed the bridge.")
    add("The storm passed.")
    assert found(db, "bridge storm") == [both]
    assert found(db, "storm bakery") == []


def test_a_phrase_must_stand_together(db: apsw.Connection, add: Add) -> None:
    together = add("She left the city council in May.")
    add("The council met the city.")
    assert found(db, '"city council"') == [together]


def test_words_with_marks_within_are_phrases(db: apsw.Connection, add: Add) -> None:
    key = add("Pat O'Brien writes C++ on counter-terrorism.")
    for query in ("O'Brien", "C++", "counter-terrorism", '"counter terrorism"', "++ c --"):
        assert found(db, query) == [key]


def test_a_beginning_finds_the_word(db: apsw.Connection, add: Add) -> None:
    key = add("The councillors left.")
    assert found(db, "counc*") == [key]
    assert found(db, "counc") == []


def test_operators_are_words_when_small_or_in_marks(db: apsw.Connection, add: Add) -> None:
    key = add("To be or not to be, and near.")
    assert found(db, "not or and NEAR") == [key]
    assert found(db, '"NOT" "OR" "AND"') == [key]
    assert found(db, "be NOT near") == []


def test_accents_and_case_do_not_matter(db: apsw.Connection, add: Add) -> None:
    key = add("The Élysée said no.")
    assert found(db, "elysee") == [key]
    assert found(db, "ÉLYSÉE") == [key]


def test_the_title_weighs_more_than_the_text(db: apsw.Connection, add: Add) -> None:
    add("The storm was a storm of words, no more.", title="Debate")
    titled = add("Trees fell in the night, and roofs were lost there.", title="Storm")
    assert found(db, "storm")[0] == titled


def test_scores_fall_and_no_more_come_than_asked_for(db: apsw.Connection, add: Add) -> None:
    for times in range(1, 6):
        add("storm " * times + "calm " * 5)
    hits = search(db, "storm", 3)
    scores = [hit.score for hit in hits]
    assert len(hits) == 3
    assert scores == sorted(scores, reverse=True)


def test_a_hit_tells_where_it_is_from(db: apsw.Connection, add: Add) -> None:
    key = add("The storm passed.", title="Calm", publisher="The Invented Gazette")
    (hit,) = search(db, "storm", 1)
    assert (hit.article_id, hit.location, hit.title) == (key, "/0.txt", "Calm")
    assert (hit.source, hit.published) == ("The Invented Gazette", None)


def test_the_snippet_is_one_line_around_the_match(db: apsw.Connection, add: Add) -> None:
    text = "Before it all. " * 20 + "\n\nThen the storm came.\n\n" + "After it all. " * 20
    add(text)
    (hit,) = search(db, "storm", 1)
    assert hit.offset == text.index("storm")
    assert [span.of(hit.snippet) for span in hit.spans] == ["storm"]
    assert "Then the storm came. After" in hit.snippet
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) <= 202


def test_of_places_with_as_many_matches_the_first_is_shown(db: apsw.Connection, add: Add) -> None:
    add(f"Then the storm. {'Nothing. ' * 60} Another storm.")
    [hit] = search(db, "storm", 10)
    assert hit.snippet.startswith("Then the storm.")
    assert hit.offset == len("Then the ")


def test_the_snippet_is_where_most_matches_are(db: apsw.Connection, add: Add) -> None:
    text = (
        "A storm. " + "Quiet words. " * 40 + "The storm, that storm over Brem. " + "So it was. " * 9
    )
    add(text)
    (hit,) = search(db, "storm brem*", 1)
    assert [span.of(hit.snippet) for span in hit.spans] == ["storm", "storm", "Brem"]
    assert hit.offset == text.index("storm", 20)


def test_a_match_in_the_title_alone_shows_the_beginning(db: apsw.Connection, add: Add) -> None:
    add("Trees fell.", title="Storm")
    (hit,) = search(db, "storm", 1)
    assert (hit.snippet, hit.spans, hit.offset) == ("Trees fell.", (), 0)


def test_samples_are_found_only_while_there_is_nothing_else(db: apsw.Connection, add: Add) -> None:
    sample = Article("Sample", "The storm passed.", "/sample", source=articles.SAMPLE)
    key = articles.put(db, sample, FETCHED).article_id
    assert found(db, "storm") == [key]
    own = add("The storm came back.")
    assert found(db, "storm") == [own]


words = st.sampled_from(["storm", "Brem", "x" * 90, "calm", "élan", "\n\n", "…", "Storm-Brem"])


@example(["storm", "Brem", "Brem", "Brem", "x" * 90, "…", *["Storm-Brem"] * 3], "brem storm")
@given(st.lists(words, min_size=1, max_size=120), st.sampled_from(["storm", "brem storm", "st*"]))
def test_spans_light_up_words_that_were_asked_for(text: list[str], query: str) -> None:
    with closing(schema.connect(None)) as db:
        article = Article("Untitled", " ".join(text), "/a")
        articles.put(db, article, FETCHED)
        for hit in search(db, query, 1):
            lit = [span.of(hit.snippet) for span in hit.spans]
            assert lit
            assert all(re.fullmatch("storm|brem|storm-brem", one, re.IGNORECASE) for one in lit)
            assert article.text[hit.offset :].startswith(lit[0])
            assert "\n" not in hit.snippet
            plain = " ".join(article.text.split())
            assert hit.snippet.strip("…").strip() in plain


@given(
    st.lists(st.text("ab ", max_size=12), max_size=8),
    st.lists(st.sampled_from(["a", "b", "ab", "ba", "aa"]), min_size=1, max_size=3),
)
def test_search_equals_a_scan(texts: list[str], query: list[str]) -> None:
    with closing(schema.connect(None)) as db:
        for number, text in enumerate(texts):
            articles.put(db, Article("-", f"{text} {number}", f"/{number}"), FETCHED)
        scanned = {f"/{n}" for n, text in enumerate(texts) if set(query) <= set(text.split())}
        assert {hit.location for hit in search(db, " ".join(query), 99)} == scanned
