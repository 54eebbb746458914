from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import apsw
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newsreader.library import schema
from newsreader.library.statements import run
from newsreader.model import Span
from newsreader.search.finding import every
from newsreader.search.matching import matcher
from newsreader.search.query import Query, parse
from newsreader.search.tree import And, Node, Not, Or, Term
from tests.search.queries import nodes


def lit(query: str, text: str, *quotes: str) -> list[str]:
    within = [Span(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    return [span.of(text) for span in matcher(parse(query)).spans(text, within)]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("storm", "The Storm, a storm_front; storms.", ["Storm", "storm"]),
        ("coun*", "Councils count, no account.", ["Councils", "count"]),
        ('"city coun"*', "City, council; the city.", ["City, council"]),
        ("O'Brien C++", "O’Brien said C was C--.", ["O’Brien", "C", "C"]),
        ("elysee ÉTÉ", "L’Élysée, cet e\u0301te\u0301-ci", ["Élysée", "e\u0301te\u0301"]),
        ("東京", "In 東京都 cafe\u0301", ["東京"]),
        ("cafe 都", "In 東京都cafe\u0301.", ["都", "cafe\u0301"]),
        ("mayor -storm", "The storm, the mayor.", ["mayor"]),
        ("(a OR b) -(c d)", "a b c d", ["a", "b"]),
        ("near:“toll bri”*", "Bridge of tolls, a toll", ["Bridge", "toll"]),
        ("speaker:roe place:brem", "Jane Roe in Brem", ["Roe", "Brem"]),
        ("title:storm tag:storm lang:en is:read on:2024", "A storm en 2024, read.", []),
        ("++", "++", []),
        ("", "storm", []),
    ],
)
def test_what_was_asked_for_is_found(query: str, text: str, found: list[str]) -> None:
    assert lit(query, text) == found


def test_what_overlaps_is_one_span() -> None:
    assert lit('"city council" "council tax" city', "The city council tax") == ["city council tax"]
    assert lit('"a b a"', "a b a b a, b") == ["a b a b a"]


def test_what_is_said_is_looked_for_in_quotes() -> None:
    text = "Tolls rise. “Tolls must rise,” she said, “or tolls fall.”"
    assert lit("said:tolls", text) == []
    assert lit("said:tolls", text, "Tolls must rise,") == ["Tolls"]
    assert lit('said:"rise she"', text, "Tolls must rise,") == []
    assert lit("said:tolls rise", text, "or tolls fall.") == ["rise", "rise", "tolls"]


texts = st.text(st.sampled_from("aAbÀé_-'’. 1\u0301\n東京ßИ"), max_size=16)


def phrases(characters: str) -> st.SearchStrategy[Term]:
    texts = st.text(st.sampled_from(characters), max_size=4)
    around = st.tuples(texts, st.sampled_from("ab"), texts)
    return st.builds(
        Term, around.map(lambda parts: " ".join("".join(parts).split())), goes_on=st.booleans()
    )


def holds(node: Node, text: str) -> bool:
    """Tell whether a text is what is asked for, by looking at it alone."""
    match node:
        case Term():
            return bool(matcher(Query(node)).spans(text))
        case And(parts):
            return all(holds(part, text) for part in parts)
        case Or(parts):
            return any(holds(part, text) for part in parts)
        case Not(part):
            return not holds(part, text)


@pytest.fixture(scope="module")
def library() -> Iterator[apsw.Connection]:
    db = schema.connect(None)
    run(
        db,
        "INSERT INTO article (id, title, byline, publisher, location, url, language, source, added)"
        " VALUES (1, '', '', '', '', '', '', '', 0)",
    )
    yield db
    db.close()


@given(texts, nodes(phrases("aéÀ1_-'. 東京И\u0301"), most=5))
@example("東é", And((Term("e"), Not(Term("é東")))))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
def test_the_index_finds_a_text_where_looking_at_it_does(
    library: apsw.Connection, text: str, root: Node
) -> None:
    run(library, "DELETE FROM article_index")
    run(library, "INSERT INTO article_index (rowid, text) VALUES (1, spaced(?))", (text,))
    assert (every(library, parse(str(Query(root))), date(2026, 3, 1)) == {1}) == holds(root, text)


@pytest.fixture(scope="module")
def lighter() -> Iterator[apsw.Connection]:
    """FTS5 with a text of its own, in which it tells the matches."""
    db = apsw.Connection(":memory:")
    db.execute(
        "CREATE VIRTUAL TABLE lit USING fts5 (text, tokenize='unicode61 remove_diacritics 2')"
    )
    yield db
    db.close()


@given(
    st.text(st.sampled_from("aAbéß_-'’. 1\u0301"), max_size=24),
    st.lists(phrases("aé_-'’. 1\u0301"), min_size=1, max_size=3),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
def test_spans_are_those_that_fts5_lights(
    lighter: apsw.Connection, text: str, terms: list[Term]
) -> None:
    lighter.execute("DELETE FROM lit")
    lighter.execute("INSERT INTO lit VALUES (?)", (text,))
    expression = " OR ".join(f'"{term.text}"{"*" * term.goes_on}' for term in terms)
    marked = lighter.execute(
        "SELECT highlight(lit, 0, '<', '>') FROM lit WHERE lit MATCH ?", (expression,)
    ).get
    spans = matcher(Query(Or(tuple(terms)))).spans(text)
    assert [span.of(text) for span in spans] == re.findall("<(.*?)>", marked or "")
