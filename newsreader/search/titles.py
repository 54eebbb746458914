"""What is typed over a list to narrow it: a query whose plain words are looked for in titles."""

from __future__ import annotations

from dataclasses import replace

from newsreader.search.query import Query
from newsreader.search.tree import And, Field, Node, Not, Or, Term


def in_titles(query: Query) -> Query:
    """Return `query` with words that are asked of no field as beginnings of words in titles."""
    return query if query.root is None else replace(query, root=_in_titles(query.root))


def _in_titles(node: Node) -> Node:
    match node:
        case Term(text, Field.ANYWHERE):
            return Term(text, Field.TITLE, goes_on=True)
        case Term():
            return node
        case Not(part):
            return Not(_in_titles(part))
        case And(parts) | Or(parts):
            return type(node)(tuple(map(_in_titles, parts)))
