"""Queries as hypothesis strategies: texts that a reader may type, and trees."""

from __future__ import annotations

from hypothesis import strategies as st

from newsreader.search.tree import STATES, And, Field, Node, Not, Or, Term

typed_texts = (
    st.text(st.characters())  # lone surrogates and control characters too
    | st.text(st.sampled_from("ab \"“”«*'+-:^(){}\\\0\n\ud800é漢"))
    | st.lists(
        st.sampled_from(
            '( ) OR AND NOT - a b* AT&T “ " said: speaker: said:(a -(b is:unread is:up near:'
            " on:2024 from:now foo:bar -c ( ) OR".split(" ")
        )
    ).map(" ".join)
)

words = st.sampled_from(
    [
        "a",
        "b",
        "AND",
        "-a",
        "said:a",
        "foo:a",
        "16:30",
        "O'Brien",
        "C++",
        "a b",
        ".a",
        "_a",
        "a (b) c*",
        "漢字",
    ]
)
OF_WORDS = [field for field in Field if field not in (Field.FROM, Field.TO, Field.ON, Field.IS)]


def nodes(terms: st.SearchStrategy[Term], most: int = 8) -> st.SearchStrategy[Node]:
    """Return trees as `parse` makes them, of at most so many of `terms`."""
    return st.recursive(terms, _larger, max_leaves=most)


def _larger(node: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    parts = st.lists(node, min_size=2, max_size=3).map(tuple)
    return (
        parts.map(And) | parts.map(Or) | node.filter(lambda one: not isinstance(one, Not)).map(Not)
    )


any_terms = (
    st.builds(Term, words, st.sampled_from(OF_WORDS), st.booleans())
    | st.builds(Term, st.sampled_from(STATES), st.just(Field.IS))
    | st.builds(
        Term,
        st.sampled_from(["2024", "2024-06-30", "today", "3w"]),
        st.sampled_from([Field.FROM, Field.TO, Field.ON]),
    )
)
