from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.library import annotations as margin
from newsreader.library import articles, index, schema, traits
from newsreader.library.anchoring import make_anchor
from newsreader.library.index import QUOTE_BITS, Claims
from newsreader.library.statements import run
from newsreader.model import Article, Span
from newsreader.search.days import days
from newsreader.search.matching import matcher
from newsreader.search.query import Query, parse
from newsreader.search.statement import Statement, statement
from newsreader.search.tree import STATES, And, Field, Node, Not, Or, Term
from tests.search.queries import OF_WORDS, nodes

TODAY = date(2026, 3, 1)
FETCHED = datetime(2026, 2, 20, 12, tzinfo=UTC)


def asked(typed: str) -> Statement:
    return statement(parse(typed), TODAY)


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("storm", '"storm"'),
        ("coun* 東京", '("coun"* AND " 東  京 ")'),
        ('a "b c" OR d', '(("a" AND "b c") OR "d")'),
        ("a -b -(c d)", '("a" NOT ("b" OR ("c" AND "d")))'),
        ("said:a title:b*", '(said : "a" AND title : "b"*)'),
        ("entity:a -person:b", '({person org place} : "a" NOT person : "b")'),
        ('near:"toll bri"*', 'NEAR("toll" "bri"*, 10)'),
        ("", ""),
    ],
)
def test_words_are_one_expression(typed: str, expression: str) -> None:
    assert asked(typed) == Statement(expression)


def test_nothing_that_is_typed_is_an_operator_of_fts5() -> None:
    written = Term('a" OR "b', Field.TITLE)
    assert statement(Query(written), TODAY) == Statement('title : "a  OR  b"')


def test_conditions_stand_beside_the_expression() -> None:
    found = asked("storm -flood is:unread on:yesterday")
    assert found.expression == '("storm" NOT "flood")'
    assert "MATCH" not in found.condition
    midnight = datetime(2026, 2, 28, tzinfo=UTC)
    moments = [int(day.timestamp()) * 10**6 for day in (midnight, midnight + timedelta(days=1))]
    assert list(found.parameters) == moments


def test_words_beside_other_choices_are_asked_together() -> None:
    found = asked("storm OR flood OR is:starred")
    assert found.expression == ""
    assert found.parameters == ('("storm" OR "flood")',)


def test_one_quote_says_all_that_is_asked_of_it_by_each_who_speaks() -> None:
    found = asked("said:a said:b speaker:c speaker:d")
    assert found.parameters == (
        *(QUOTE_BITS, '(said : "a" AND said : "b" AND speaker : "c")'),
        *(QUOTE_BITS, '(said : "a" AND said : "b" AND speaker : "d")'),
    )


@dataclass(frozen=True)
class Facts:
    """An article as it is to be found."""

    text: str
    title: str = "-"
    byline: str = ""
    source: str = ""
    tags: tuple[str, ...] = ()
    passage_tags: tuple[str, ...] = ()
    note: str = ""
    lang: str = ""
    published: datetime | None = None
    states: tuple[str, ...] = ("unread",)
    quotes: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()

    def named(self, *kinds: str) -> list[str]:
        return [name for kind, name in self.names if kind in kinds]


LIBRARY = (
    Facts("a b", quotes=(("a", "Ann A"), ("b", "Bob B")), source="The A-Gazette", lang="en-GB"),
    Facts("b c", "a", "Ann B", names=(("person", "A"), ("place", "B A")), tags=("A b",)),
    Facts("c", "é", states=("starred", "read"), published=datetime(2026, 2, 28, 23, tzinfo=UTC)),
    Facts("é 東京", passage_tags=("É",), states=("unread", "annotated"), quotes=(("a b", "A B"),)),
    Facts("a c", note="b a", source="B É", states=("read", "annotated", "edited"), lang="de"),
    Facts(
        "b", names=(("org", "a b"),), tags=("b", "c"), published=datetime(2024, 6, 1, tzinfo=UTC)
    ),
    Facts("b a", "c é", source="a.example", quotes=(("", "Ann"), ("é", "A C"), ("c b", "Ann C"))),
)


@pytest.fixture(scope="module")
def library() -> Iterator[apsw.Connection]:
    """LIBRARY as it is kept: the first of it is article 1."""
    db = schema.connect(None)
    for facts in LIBRARY:
        _put(db, facts)
    yield db
    db.close()


def _put(db: apsw.Connection, facts: Facts) -> None:
    article = Article(
        facts.title,
        facts.text,
        location=f"stdin:{facts.text}",
        byline=facts.byline,
        publisher=facts.source,
        published=facts.published,
        language=facts.lang,
    )
    if "edited" in facts.states:
        articles.put(db, replace(article, text="as it was"), FETCHED)
    key = articles.put(db, article, FETCHED).article_id
    names = tuple((kind, (name,), 1) for kind, name in facts.names)
    index.put(db, {key: Claims(facts.quotes, names)})
    traits.set_read(db, key, "read" in facts.states)
    traits.set_starred(db, key, "starred" in facts.states)
    traits.set_tags(db, key, facts.tags)
    if facts.note:
        margin.write_note(db, key, None, facts.note)
    if facts.passage_tags:
        anchor = make_anchor(facts.text, Span(0, 1), article.sha256)
        highlight = margin.add_highlight(db, key, anchor, "yellow")
        margin.set_highlight_tags(db, highlight.id, facts.passage_tags)


def found(db: apsw.Connection, root: Node) -> list[Facts]:
    asked = statement(Query(root), TODAY)
    conditions = [asked.condition or "TRUE"]
    values = asked.parameters
    if asked.expression:
        conditions.append("id IN (SELECT rowid FROM article_index WHERE article_index MATCH ?)")
        values = (*values, asked.expression)
    rows = run(db, f"SELECT id FROM article WHERE {' AND '.join(conditions)} ORDER BY id", values)  # noqa: S608 - the conditions are ours
    return [LIBRARY[key - 1] for (key,) in rows]


def holds(node: Node, facts: Facts) -> bool:
    """Tell whether an article is what is asked for, by looking at it alone."""
    match node:
        case Not(part):
            return not holds(part, facts)
        case Or(parts):
            return any(holds(part, facts) for part in parts)
        case And(parts):
            said = [part for part in parts if _only(part, Field.SAID)]
            speakers = [part for part in parts if said and _only(part, Field.SPEAKER)]
            return all(holds(part, facts) for part in parts) and all(
                any(_in_quote(And((*said, speaker)), quote) for quote in facts.quotes)
                for speaker in speakers
            )
        case Term():
            return _term_holds(node, facts)


def _only(node: Node, field: Field) -> bool:
    match node:
        case Term():
            return node.field is field
        case And(parts) | Or(parts):
            return all(_only(part, field) for part in parts)
        case Not():
            return False


def _in_quote(node: Node, quote: tuple[str, str]) -> bool:
    match node:
        case And(parts):
            return all(_in_quote(part, quote) for part in parts)
        case Or(parts):
            return any(_in_quote(part, quote) for part in parts)
        case Term():
            return _stands(node, [quote[node.field is Field.SPEAKER]])
        case Not():
            raise AssertionError


def _term_holds(term: Term, facts: Facts) -> bool:
    texts = {
        Field.SAID: [words for words, _ in facts.quotes],
        Field.SPEAKER: [speaker for _, speaker in facts.quotes],
        Field.ENTITY: facts.named("person", "org", "place"),
        Field.PERSON: facts.named("person"),
        Field.ORG: facts.named("org"),
        Field.PLACE: facts.named("place"),
        Field.TITLE: [facts.title],
        Field.BYLINE: [facts.byline],
        Field.SOURCE: [facts.source],
        Field.LANG: [facts.lang],
        Field.TAG: [*facts.tags, *facts.passage_tags],
        Field.NOTE: [facts.note],
    }
    indexed = (Field.SAID, Field.SPEAKER, Field.ENTITY, Field.TITLE, Field.BYLINE)
    texts[Field.ANYWHERE] = [facts.text, *(text for field in indexed for text in texts[field])]
    if term.field in texts:
        return _stands(term, texts[term.field])
    if term.field is Field.IS:
        return term.text in facts.states
    meant = days(term.text, TODAY)
    assert meant
    day = (facts.published or FETCHED).date()
    return (term.field is Field.TO or day >= meant[0]) and (
        term.field is Field.FROM or day < meant[1]
    )


def _stands(term: Term, texts: list[str]) -> bool:
    looks = matcher(Query(replace(term, field=Field.ANYWHERE)))
    return any(looks.spans(text) for text in texts)


terms = (
    st.builds(
        Term,
        st.sampled_from(["a", "b", "c", "e", "a b", "ann", "東"]),
        st.sampled_from([field for field in OF_WORDS if field is not Field.NEAR]),
        st.booleans(),
    )
    | st.builds(Term, st.sampled_from(["a", "b"]), st.sampled_from([Field.SAID, Field.SPEAKER]))
    | st.builds(Term, st.sampled_from(STATES), st.just(Field.IS))
    | st.builds(
        Term,
        st.sampled_from(["2024", "2026-02-28", "yesterday", "2026"]),
        st.sampled_from([Field.FROM, Field.TO, Field.ON]),
    )
)


@given(nodes(terms))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=400)
def test_search_equals_looking_at_each_article(library: apsw.Connection, root: Node) -> None:
    assert found(library, root) == [facts for facts in LIBRARY if holds(root, facts)]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("said:a speaker:ann", ["a b"]),
        ("said:b speaker:ann", ["b a"]),
        ("said:(b OR é) speaker:(a (b OR c))", ["é 東京", "b a"]),
        ("said:c speaker:ann speaker:a", []),
        ("(said:c speaker:ann) speaker:a", ["b a"]),
        ("source:gazette", ["a b"]),
        ("source:example -is:read", ["b a"]),
        ("lang:en OR lang:de", ["a b", "a c"]),
        ("tag:e", ["é 東京"]),
        ("near:“京 é”", ["é 東京"]),
        ("from:2026-02-28 to:yesterday", ["c"]),
        ("to:2024-06", ["b"]),
        ("from:nonsense", []),
    ],
)
def test_fields_find_what_they_are_for(
    library: apsw.Connection, typed: str, texts: list[str]
) -> None:
    root = parse(typed).root
    assert root
    assert [facts.text for facts in found(library, root)] == texts


@pytest.mark.parametrize("field", [Field.ON, Field.IS])
def test_what_cannot_be_typed_finds_nothing(library: apsw.Connection, field: Field) -> None:
    assert found(library, Term("soon", field)) == []
