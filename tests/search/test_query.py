from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import apsw
import pytest
from hypothesis import HealthCheck, example, given, settings

from newsreader.library import schema
from newsreader.search.finding import rank
from newsreader.search.query import Query, narrowed, parse
from newsreader.search.tree import And, Field, Node, Not, Or, Term
from tests.search.queries import any_terms, nodes, typed_texts

A, B, C = Term("a"), Term("b"), Term("c")
SAID, SPEAKER = Field.SAID, Field.SPEAKER


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("storm", [Term("storm")]),
        ("  storm\tdamage\n", [Term("storm"), Term("damage")]),
        ('"open  again" bridge', [Term("open again"), Term("bridge")]),
        ("“open again”«a b»„c“", [Term("open again"), Term("a b"), C]),
        ("coun*", [Term("coun", goes_on=True)]),
        ('"city coun"*', [Term("city coun", goes_on=True)]),
        ('he said "open again', [Term("he"), Term("said"), Term("open again")]),
        ('storm"damage"', [Term("storm"), Term("damage")]),
        ("title:x -y", [Term("x", Field.TITLE), Not(Term("y"))]),
        (
            "speaker:“Jane Roe” org:un*",
            [Term("Jane Roe", SPEAKER), Term("un", Field.ORG, goes_on=True)],
        ),
        ("Said:x", [Term("x", SAID)]),
        ("said:said:x", [Term("said:x", SAID)]),
        ("is:Starred on:Today", [Term("starred", Field.IS), Term("today", Field.ON)]),
        ("a AND b AND", [A, B]),
        ("a NOT b", [A, Not(B)]),
        ("NOT NOT a", [A]),
        ("b -a", [B, Not(A)]),
        ("b --a a-b -", [B, Term("--a"), Term("a-b")]),
        ("-speaker:a -“b c”", [Not(Term("a", SPEAKER)), Not(Term("b c"))]),
        ('"AND" said:OR', [Term("AND"), Term("OR", SAID)]),
        ("and or not", [Term("and"), Term("or"), Term("not")]),
    ],
)
def test_what_is_typed_becomes_terms(typed: str, terms: list[Node]) -> None:
    assert parse(typed).root == (And(tuple(terms)) if len(terms) > 1 else terms[0])


@pytest.mark.parametrize(
    "typed",
    "O'Brien AT&T C++ 50% 16:30 https://news.example/a a::b {a}:c ^z x:D Brem:quiet".split(),
)
def test_punctuation_is_part_of_a_word(typed: str) -> None:
    assert parse(typed) == Query(Term(typed))
    assert parse(typed).remarks == ()


@pytest.mark.parametrize(
    ("typed", "root"),
    [
        ("a b OR c", Or((And((A, B)), C))),
        ("(a OR b) c", And((Or((A, B)), C))),
        ("((a) (b)) c", And((And((A, B)), C))),
        ("-(a b)", Not(And((A, B)))),
        ("NOT (a OR -b)", Not(Or((A, Not(B))))),
        ("said:(a OR b)", Or((Term("a", SAID), Term("b", SAID)))),
        (
            "said:(a speaker:(b c))",
            And((Term("a", SAID), And((Term("b", SPEAKER), Term("c", SPEAKER))))),
        ),
        ("(a (b c", And((A, And((B, C))))),
        ("a) OR b)", Or((A, B))),
        ("OR a OR OR b OR", Or((A, B))),
        ("a () -() said:() (OR) (NOT) NOT OR b", Or((A, B))),
    ],
)
def test_brackets_and_operators_group(typed: str, root: Node) -> None:
    assert parse(typed).root == root


@pytest.mark.parametrize("typed", ["", '"', '"" ** -- ()', "AND", "said:", "( - ) & said:(+)"])
def test_nothing_is_asked_for(typed: str) -> None:
    assert parse(typed) == Query(None)
    assert str(parse(typed)) == ""


@pytest.mark.parametrize(
    ("typed", "root", "remark"),
    [
        ("speker:roe", Term("speker:roe"), "no field speker:. Did you mean speaker:?"),
        ("foo:bar", Term("foo:bar"), "no field foo:. The fields are said, speaker, "),
        ('foo:"a b"', And((Term("foo:"), Term("a b"))), "no field foo:"),
        ("-foo:(a)", And((Not(Term("foo:")), A)), "no field foo:"),
        ("is:good", Term("is:good"), "unread, read, starred, annotated or edited, not good"),
        ("from:“last year”", Term("from:last year"), "last year is no date. Write 2024, "),
        ("on:2023-02-29", Term("on:2023-02-29"), "2023-02-29 is no date."),
    ],
)
def test_a_reader_is_told_what_was_not_understood(typed: str, root: Node, remark: str) -> None:
    query = parse(typed)
    assert query.root == root
    assert remark in " ".join(query.remarks)


def test_the_same_is_told_once() -> None:
    assert len(parse("foo:a foo:b").remarks) == 1


@pytest.mark.parametrize("brackets", [1, 8, 1_000, 100_000])
def test_brackets_may_be_many(brackets: int) -> None:
    assert parse("(" * brackets + "a b" + ")" * brackets + " c").root == And((And((A, B)), C))
    deep = parse("(a " * brackets + "b" + ")" * brackets)
    assert parse(str(deep)) == deep
    assert bool(deep.remarks) == (brackets > 8)


@given(typed_texts)
@example("-a-b - -a (-b")
@example("(( a OR (b c)) -(NOT d)) OR (e")
def test_what_is_written_reads_the_same(typed: str) -> None:
    query = parse(typed)
    assert parse(str(query)) == query
    assert str(parse(str(query))) == str(query)


@given(nodes(any_terms))
def test_any_tree_can_be_written(root: Node) -> None:
    assert parse(str(Query(root))) == Query(root)


def test_a_query_is_narrowed_by_a_field() -> None:
    query = narrowed(parse("storm"), SPEAKER, 'Jane "JR" Roe')
    assert str(query) == 'storm speaker:"Jane JR Roe"'
    assert narrowed(query, SPEAKER, "Jane JR Roe") == query
    assert str(narrowed(query, Field.ON, "2024-06")) == f"{query} on:2024-06"


def test_narrowing_is_asked_besides_all_that_was() -> None:
    assert str(narrowed(parse("a OR b"), SPEAKER, "roe")) == "(a OR b) speaker:roe"
    assert str(narrowed(parse(""), SPEAKER, "roe")) == "speaker:roe"
    assert narrowed(parse("a"), SPEAKER, "--") == parse("a")


@pytest.fixture(scope="module")
def empty() -> Iterator[apsw.Connection]:
    db = schema.connect(None)
    yield db
    db.close()


@given(typed_texts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_valid_query(empty: apsw.Connection, typed: str) -> None:
    assert rank(empty, parse(typed), date(2026, 3, 1), 5).total == 0


@pytest.mark.parametrize(
    "typed",
    [
        " ".join(f"word{number}" for number in range(20_000)),
        '"' + "word " * 20_000,
        "tag:a OR " * 20_000,
        "a NOT (b OR said:x speaker:y -note:z " * 20_000,
        "source:a -lang:b " * 20_000,
    ],
    ids=["words", "phrase", "tags", "brackets", "names"],
)
def test_a_pasted_page_is_a_valid_query(empty: apsw.Connection, typed: str) -> None:
    assert rank(empty, parse(typed), date(2026, 3, 1), 5).total == 0
