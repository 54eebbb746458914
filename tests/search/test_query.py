from __future__ import annotations

from collections.abc import Iterator

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.library import schema
from newsreader.search.query import Query, Term, parse
from newsreader.search.results import search


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("storm", [Term("storm")]),
        ("  storm\tdamage\n", [Term("storm"), Term("damage")]),
        ('"open again" bridge', [Term("open again"), Term("bridge")]),
        ("“open again”", [Term("open again")]),
        ("coun*", [Term("coun", goes_on=True)]),
        ('"city coun"*', [Term("city coun", goes_on=True)]),
        ('he said "open again', [Term("he"), Term("said"), Term("open again")]),
        ('storm"damage"', [Term("storm"), Term("damage")]),
        ("O'Brien", [Term("O'Brien")]),
        ("C++", [Term("C++")]),
        ("fire AND NOT (OR NEAR", [Term(word) for word in "fire AND NOT (OR NEAR".split()]),
        ("title:x -y ^z {a b}:c", [Term(word) for word in "title:x -y ^z {a b}:c".split()]),
        ('"', []),
        ('"" ** -- ()', []),
        ("", []),
    ],
)
def test_what_is_typed_becomes_terms(typed: str, terms: list[Term]) -> None:
    assert parse(typed) == Query(tuple(terms))


def test_every_term_is_quoted() -> None:
    assert parse('fire AND "open again" coun*').expression() == (
        '"fire" "AND" "open again" "coun"*'
    )


@pytest.fixture(scope="module")
def empty() -> Iterator[apsw.Connection]:
    db = schema.connect(None)
    yield db
    db.close()


typed_texts = st.text(st.characters()) | st.text(  # lone surrogates and control characters too
    st.sampled_from("ab \"“”*'+-:^(){}\\\0\n\ud800é漢")
)


@given(typed_texts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_valid_query(empty: apsw.Connection, typed: str) -> None:
    assert search(empty, typed, 5) == []


def test_a_pasted_page_is_a_valid_query(empty: apsw.Connection) -> None:
    assert search(empty, " ".join(f"word{number}" for number in range(20_000)), 5) == []
    assert search(empty, '"' + "word " * 20_000, 5) == []
